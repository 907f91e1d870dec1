// A call as a command of the AWS CLI, such that it pastes into any POSIX shell and reads back as
// the same call.
#include "documents/names.h"
#include "documents/writers.h"
#include "picket/shape.h"
#include "text/say.h"

namespace picket {
namespace {

constexpr std::size_t kLineMax = 90;

// The tool would load these from a file or an address instead of sending them.
bool is_reference(std::string_view text) {
    for (const std::string_view begin : {"file://", "fileb://", "http://", "https://"}) {
        if (text.starts_with(begin)) return true;
    }
    return false;
}

bool is_scalar(const ShapeInfo& shape) {
    return shape.kind != Kind::List && shape.kind != Kind::Map && shape.kind != Kind::Structure &&
           shape.kind != Kind::Document;
}

bool is_scalar(const JsonNode& node) {
    return node.kind != JsonKind::Object && node.kind != JsonKind::Array &&
           node.kind != JsonKind::Null;
}

class Command {
public:
    explicit Command(const CallText& call) : call_(call), tree_(call.tree) {}

    std::string write() {
        words_.push_back(say("aws iot {}", option_name(call_.operation.name)));
        if (needs_json()) {
            words_.push_back(say("--cli-input-json {}", shell_quoted(json_text(tree_, 0))));
        } else {
            for (auto c = tree_.first(0); c != tree_.end(0); c = tree_.node(c).next) option(c);
        }
        if (!call_.endpoint.empty())
            words_.push_back(say("--endpoint-url {}", shell_quoted(call_.endpoint)));
        return joined();
    }

private:
    // Values that the options of the tool cannot carry.
    bool needs_json() const {
        for (auto c = tree_.first(0); c != tree_.end(0); c = tree_.node(c).next) {
            const JsonNode& node = tree_.node(c);
            const ShapeInfo& shape = *call_.operation.input->find(node.key)->shape;
            if (node.kind == JsonKind::Null) continue;
            if (is_scalar(shape) != is_scalar(node)) return true;
            if ((shape.kind == Kind::Bool) != (node.kind == JsonKind::Bool)) return true;
            if (node.kind == JsonKind::String && is_reference(node.text)) return true;
        }
        return false;
    }

    void option(std::uint32_t index) {
        const JsonNode& node = tree_.node(index);
        if (node.kind == JsonKind::Null) return;
        const MemberInfo& member = *call_.operation.input->find(node.key);
        const std::string name = option_name(member.name);
        if (node.kind == JsonKind::Bool) {
            words_.push_back((node.boolean ? "--" : "--no-") + name);
        } else if (is_scalar(*member.shape)) {
            const std::string text = plain_text(tree_, index, *member.shape);
            // A value that begins with a hyphen would be taken for an option.
            words_.push_back(
                say("--{}{}{}", name, text.starts_with("-") ? "=" : " ", shell_quoted(text)));
        } else if (list_of_words(*member.shape, index)) {
            std::string words = say("--{}", name);
            for (auto c = tree_.first(index); c != tree_.end(index); c = tree_.node(c).next)
                words += say(" {}", shell_quoted(plain_text(tree_, c, *member.shape->element)));
            words_.push_back(std::move(words));
        } else {
            words_.push_back(say("--{} {}", name, shell_quoted(json_text(tree_, index))));
        }
    }

    // One word per item, unless an item would be taken for something else.
    bool list_of_words(const ShapeInfo& shape, std::uint32_t index) const {
        if (shape.kind != Kind::List || !is_scalar(*shape.element)) return false;
        if (tree_.node(index).children == 0) return false;
        for (auto c = tree_.first(index); c != tree_.end(index); c = tree_.node(c).next) {
            const JsonNode& node = tree_.node(c);
            if (!is_scalar(node)) return false;
            const std::string text = plain_text(tree_, c, *shape.element);
            const std::size_t first = text.find_first_not_of(" \t\r\n");
            if (first == std::string::npos || is_reference(text)) return false;
            if (text[first] == '[' || text[first] == '{' || text[0] == '-') return false;
        }
        return true;
    }

    std::string joined() const {
        std::size_t length = 0;
        for (const std::string& word : words_) length += word.size() + 1;
        const char* between = length > kLineMax ? " \\\n    " : " ";
        std::string out;
        for (const std::string& word : words_) out += (out.empty() ? "" : between) + word;
        return say("{}\n", out);
    }

    const CallText& call_;
    const JsonTree& tree_;
    std::vector<std::string> words_;
};

}  // namespace

std::string write_aws(const CallText& call) { return Command(call).write(); }

}  // namespace picket
