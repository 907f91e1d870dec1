// A call as a program: Python with boto3, JavaScript with version 3 of the SDK. One writer of
// literals serves both.
#include "documents/names.h"
#include "documents/writers.h"
#include "picket/shape.h"
#include "text/json_write.h"
#include "text/say.h"

namespace picket {
namespace {

enum class Language : std::uint8_t { Python, JavaScript };

std::string string_literal(std::string_view text) {
    std::string out;
    JsonWriter(out).string(text);  // its escapes mean the same in both languages
    return out;
}

bool is_identifier(std::string_view text) {
    if (text.empty() || (text[0] >= '0' && text[0] <= '9')) return false;
    for (const char c : text) {
        const bool fits = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                          (c >= '0' && c <= '9') || c == '_';
        if (!fits) return false;
    }
    return true;
}

class Literal {
public:
    Literal(const JsonTree& tree, Language language) : tree_(tree), language_(language) {}

    std::string of(std::uint32_t index, const ShapeInfo* shape, std::string indent) const {
        const JsonNode& node = tree_.node(index);
        const bool python = language_ == Language::Python;
        const bool time = shape != nullptr && shape->kind == Kind::Time;
        switch (node.kind) {
        case JsonKind::Null:
            return python ? "None" : "null";
        case JsonKind::Bool:
            if (python) return node.boolean ? "True" : "False";
            return node.boolean ? "true" : "false";
        case JsonKind::Integer:
        case JsonKind::Double:
            if (!time) return json_text(tree_, index);
            return date(plain_text(tree_, index, *shape));
        case JsonKind::String:
            return time ? date(std::string(node.text)) : string_literal(node.text);
        case JsonKind::Array:
        case JsonKind::Object:
            return container(index, shape, std::move(indent));
        }
        PICKET_UNREACHABLE();
    }

    std::string date(const std::string& iso) const {
        const std::string text = string_literal(iso);
        return language_ == Language::Python ? text : say("new Date({})", text);
    }

private:
    const ShapeInfo* below(const ShapeInfo* shape, std::string_view key) const {
        if (shape == nullptr) return nullptr;
        if (shape->kind == Kind::List || shape->kind == Kind::Map) return shape->element;
        const MemberInfo* member = shape->find(key);
        return member != nullptr ? member->shape : nullptr;
    }

    // Trees are at most kJsonDepthMax deep, so recursion is safe.
    std::string container(std::uint32_t index, const ShapeInfo* shape, std::string indent) const {
        const bool object = tree_.node(index).kind == JsonKind::Object;
        std::string out(object ? "{" : "[");
        const std::string inner = say("{}    ", indent);
        for (auto c = tree_.first(index); c != tree_.end(index); c = tree_.node(c).next) {
            out += say("\n{}", inner);
            if (object) out += say("{}: ", key(tree_.node(c).key));
            out += say("{},", of(c, below(shape, tree_.node(c).key), inner));
        }
        if (tree_.node(index).children > 0) out += say("\n{}", indent);
        return out + (object ? "}" : "]");
    }

    std::string key(std::string_view name) const {
        const bool bare = language_ == Language::JavaScript && is_identifier(name);
        return bare ? std::string(name) : string_literal(name);
    }

    const JsonTree& tree_;
    Language language_;
};

}  // namespace

std::string write_boto3(const CallText& call) {
    std::string out = "import boto3\n\niot = boto3.client(\"iot\"";
    if (!call.endpoint.empty()) out += say(", endpoint_url={}", string_literal(call.endpoint));
    out += say(")\nresponse = iot.{}(", separated_name(call.operation.name, '_'));
    const Literal literal(call.tree, Language::Python);
    bool any = false;
    for (auto c = call.tree.first(0); c != call.tree.end(0); c = call.tree.node(c).next) {
        const JsonNode& node = call.tree.node(c);
        if (node.kind == JsonKind::Null) continue;
        any = true;
        out += say("\n    {}={},", node.key,
                   literal.of(c, call.operation.input->find(node.key)->shape, "    "));
    }
    out += any ? "\n)" : ")";
    return say("{}\nprint(response)\n", out);
}

std::string write_javascript(const CallText& call) {
    const std::string command = say("{}Command", call.operation.name);
    std::string out = say(
        "import { IoTClient, {} } from \"@aws-sdk/client-iot\";\n\nconst client = new IoTClient({",
        command);
    if (!call.endpoint.empty()) out += say(" endpoint: {} ", string_literal(call.endpoint));
    out += say("});\nconst response = await client.send(\n    new {}(", command);
    const Literal literal(call.tree, Language::JavaScript);
    out += literal.of(0, call.operation.input, "    ");
    return say("{}),\n);\nconsole.log(response);\n", out);
}

}  // namespace picket
