// Chooses the writer, and the two that write one line: curl and picket.
#include <algorithm>

#include "base/ids.h"
#include "documents/writers.h"
#include "picket/documents.h"
#include "picket/time.h"
#include "text/json_copy.h"
#include "text/say.h"

namespace picket {
namespace {

bool is_safe(char c) {
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    return letter || std::string_view("_-.:/@%+,=").find(c) != std::string_view::npos;
}

std::string percent_encoded(std::string_view text) {
    static constexpr char kHex[] = "0123456789ABCDEF";
    std::string out;
    for (const char c : text) {
        const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                           (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '.' || c == '~';
        if (plain) {
            out += c;
            continue;
        }
        const auto byte = static_cast<unsigned char>(c);
        out += '%';
        out += kHex[byte >> 4];
        out += kHex[byte & 15];
    }
    return out;
}

class Curl {
public:
    explicit Curl(const CallText& call) : call_(call), target_(call.operation.uri) {}

    std::string write() {
        gather();
        std::string out = "curl";
        if (call_.operation.method != Method::Get)
            out += say(" -X {}", method_name(call_.operation.method));
        out += say(" {}", shell_quoted(base() + target_ + query_));
        for (const std::string& header : headers_)
            out += say(" \\\n    -H {}", shell_quoted(header));
        const std::string body = !body_.empty() ? say("{{}}", body_) : payload_;
        if (!body.empty()) {
            out += " \\\n    -H 'content-type: application/json'";
            out += say(" \\\n    -d {}", shell_quoted(body));
        }
        if (call_.endpoint.empty() && call_.operation.service == Service::Iot) {
            out += " \\\n    --aws-sigv4 \"aws:amz:us-east-1:iot\"";
            out += " \\\n    --user \"$AWS_ACCESS_KEY_ID:$AWS_SECRET_ACCESS_KEY\"";
        }
        return say("{}\n", out);
    }

private:
    std::string base() const {
        if (!call_.endpoint.empty()) return std::string(call_.endpoint);
        return call_.operation.service == Service::Iot ? "https://iot.us-east-1.amazonaws.com"
                                                       : "http://127.0.0.1:8080";
    }

    void gather() {
        for (const MemberInfo& member : call_.operation.input->members) {
            const std::uint32_t node = call_.tree.find(0, member.name);
            if (node != JsonTree::kNone) {
                place(member, node);
            } else if (member.rule.idempotency_token && member.rule.in == In::Body) {
                // A raw request has no client that would fill it in.
                const std::string token = id_uuid(
                    make_id(1, "curl", json_text(call_.tree, 0), Timestamp{}));
                add_body(member.name, say("\"{}\"", token));
            }
        }
    }

    void add_body(std::string_view name, const std::string& value) {
        if (!body_.empty()) body_ += ",";
        JsonWriter(body_).string(name);
        body_ += say(":{}", value);
    }

    void add_query(const MemberInfo& member, const std::string& value) {
        query_ += say("{}{}={}", query_.empty() ? "?" : "&", member.wire_name(),
                      percent_encoded(value));
    }

    void place(const MemberInfo& member, std::uint32_t node) {
        const JsonTree& tree = call_.tree;
        switch (member.rule.in) {
        case In::Body:
            return add_body(member.name, json_text(tree, node));
        case In::Uri: {
            const std::string label = say("{{}}", member.wire_name());
            const std::size_t at = target_.find(label);
            if (at == std::string::npos) return;
            target_.replace(at, label.size(),
                            percent_encoded(plain_text(tree, node, *member.shape)));
            return;
        }
        case In::Query:
            if (tree.node(node).kind != JsonKind::Array)
                return add_query(member, plain_text(tree, node, *member.shape));
            for (auto c = tree.first(node); c != tree.end(node); c = tree.node(c).next)
                add_query(member, plain_text(tree, c, *member.shape->element));
            return;
        case In::Payload:
            payload_ = plain_text(tree, node, *member.shape);
            return;
        case In::Header:
            headers_.push_back(
                say("{}: {}", member.wire_name(), plain_text(tree, node, *member.shape)));
            return;
        }
    }

    const CallText& call_;
    std::string target_;
    std::string query_;
    std::string body_;     // members, without the braces
    std::string payload_;  // the member that is the whole body
    std::vector<std::string> headers_;
};

Refusal refused(std::string message, std::string path) {
    return refuse(ErrorCode::InvalidRequest, std::move(message), std::move(path));
}

}  // namespace

std::string shell_quoted(std::string_view text) {
    if (!text.empty() && std::all_of(text.begin(), text.end(), is_safe)) return std::string(text);
    std::string out = "'";
    for (const char c : text) {
        if (c == '\'') {
            out += "'\\''";
        } else {
            out += c;
        }
    }
    return say("{}'", out);
}

std::string json_text(const JsonTree& tree, std::uint32_t node) {
    std::string out;
    JsonWriter writer(out);
    write_json(tree, node, writer);
    return out;
}

std::string plain_text(const JsonTree& tree, std::uint32_t node, const ShapeInfo& shape) {
    const JsonNode& value = tree.node(node);
    if (value.kind == JsonKind::String) return std::string(value.text);
    const bool number = value.kind == JsonKind::Integer || value.kind == JsonKind::Double;
    if (shape.kind == Kind::Time && number) {
        if (const auto time = parse_time(value.text)) return to_iso(*time);
    }
    return json_text(tree, node);
}

std::string write_curl(const CallText& call) { return Curl(call).write(); }

std::string write_picket(const CallText& call) {
    return say("picket call {} {}\n", call.operation.name, shell_quoted(json_text(call.tree, 0)));
}

Result<std::string> write_call(const Operation& operation, std::string_view json, CallFormat format,
                               std::string_view endpoint) {
    PICKET_TRY(const JsonTree tree, read_json_strict(json.empty() ? "{}" : json));
    if (tree.node(0).kind != JsonKind::Object)
        return refused("The input of a call is a JSON object of its members.", "input");
    for (auto c = tree.first(0); c != tree.end(0); c = tree.node(c).next) {
        if (operation.input->find(tree.node(c).key) != nullptr) continue;
        std::string path = "input";
        append_path_key(path, tree.node(c).key);
        return refused(
            say("'{}' is not a member of the request of {}, so no tool has a word for it.",
                tree.node(c).key.substr(0, 80), operation.name),
            path);
    }
    if (operation.service == Service::Data && format != CallFormat::Curl &&
        format != CallFormat::Picket) {
        return refused(say("{} is an operation of IoT Data, whose clients and endpoint are others. "
                           "Choose picket or curl.",
                           operation.name),
                       "format");
    }
    const bool own = operation.service == Service::Picket;
    if (own && format != CallFormat::Curl && format != CallFormat::Picket) {
        return refused(say("{} is a verb of Picket's own, which clients of AWS do not know. Choose "
                           "picket or curl.",
                           operation.name),
                       "format");
    }
    const CallText call = {operation, tree, endpoint};
    switch (format) {
    case CallFormat::Aws:
        return write_aws(call);
    case CallFormat::Boto3:
        return write_boto3(call);
    case CallFormat::JavaScript:
        return write_javascript(call);
    case CallFormat::Curl:
        return write_curl(call);
    case CallFormat::Picket:
        return write_picket(call);
    }
    PICKET_UNREACHABLE();
}

}  // namespace picket
