// Reads, runs and rewrites golden cases.
#include "support/golden.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "picket/json_tree.h"
#include "text/json_write.h"

namespace picket {
namespace {

constexpr std::size_t kLineMax = 100;

// A JSON file, and the raw text of its values.
struct Document {
    std::string text;
    TolerantJson json;

    const JsonTree& tree() const { return json.tree; }
    std::uint32_t member(std::uint32_t object, std::string_view name) const {
        return tree().find(object, name);
    }
    bool has(std::uint32_t object, std::string_view name) const {
        return member(object, name) != JsonTree::kNone;
    }
    std::string raw(std::uint32_t index) const {
        const Span span = tree().node(index).span;
        return compact_json(std::string_view(text).substr(span.begin, span.end - span.begin));
    }
    std::string text_of(std::uint32_t object, std::string_view name) const {
        const std::uint32_t index = member(object, name);
        return index == JsonTree::kNone ? std::string() : std::string(tree().node(index).text);
    }
    // A string member is taken as the text it holds, anything else as JSON.
    std::string body_of(std::uint32_t object, std::string_view name) const {
        const std::uint32_t index = member(object, name);
        if (index == JsonTree::kNone) return {};
        const JsonNode& node = tree().node(index);
        return node.kind == JsonKind::String ? std::string(node.text) : raw(index);
    }
};

HttpRequest read_http(const Document& document, std::uint32_t at) {
    HttpRequest request;
    request.method = document.text_of(at, "method");
    request.target = document.text_of(at, "target");
    request.body = document.body_of(at, "body");
    const std::uint32_t headers = document.member(at, "headers");
    if (headers == JsonTree::kNone) return request;
    const JsonTree& tree = document.tree();
    for (auto i = tree.first(headers); i != tree.end(headers); i = tree.node(i).next) {
        request.headers.emplace_back(tree.node(i).key, tree.node(i).text);
    }
    return request;
}

std::string unknown_member(const JsonTree& tree) {
    constexpr std::string_view known[] = {"setup", "input", "inputText", "http", "expect"};
    for (auto i = tree.first(0); i != tree.end(0); i = tree.node(i).next) {
        if (std::find(std::begin(known), std::end(known), tree.node(i).key) == std::end(known)) {
            return std::string(tree.node(i).key);
        }
    }
    return {};
}

GoldenCase read_case(const std::string& file) {
    const std::filesystem::path path(file);
    GoldenCase golden;
    golden.file = file;
    golden.operation = path.parent_path().filename().string();
    golden.name = golden.operation + "/" + path.stem().string();
    golden.bad = path.stem().string().starts_with("bad-");

    Document document = {read_file(file), {}};
    document.json = read_json_tolerant(document.text);
    const JsonTree& tree = document.tree();
    if (!document.json.problems.empty()) {
        golden.problem = document.json.problems.front().message;
        return golden;
    }
    if (const std::string name = unknown_member(tree); !name.empty()) {
        golden.problem = "no member of a case is named '" + name + "'";
        return golden;
    }
    if (const auto setup = document.member(0, "setup"); setup != JsonTree::kNone) {
        for (auto i = tree.first(setup); i != tree.end(setup); i = tree.node(i).next) {
            golden.setup.push_back(
                {document.text_of(i, "operation"), document.body_of(i, "input")});
        }
    }
    if (document.has(0, "input")) golden.input = document.raw(document.member(0, "input"));
    if (document.has(0, "inputText")) golden.input = document.text_of(0, "inputText");
    if (document.has(0, "http")) golden.http = read_http(document, document.member(0, "http"));
    if (const auto expect = document.member(0, "expect"); expect != JsonTree::kNone) {
        const auto status = document.member(expect, "status");
        golden.expect = {status == JsonTree::kNone ? 0
                                                   : static_cast<int>(tree.node(status).integer),
                         document.text_of(expect, "error"), document.body_of(expect, "body")};
    }
    if (!golden.input && !golden.http) golden.problem = "neither input nor http says what to call";
    return golden;
}

class Readable {
public:
    explicit Readable(std::string_view compact) : compact_(compact) {}

    std::string run() {
        value(0);
        out_ += '\n';
        return std::move(out_);
    }

private:
    // The end of the value that begins at `at`.
    std::size_t end_of(std::size_t at) const {
        int depth = 0;
        bool quoted = false;
        for (std::size_t i = at; i < compact_.size(); ++i) {
            const char c = compact_[i];
            if (quoted) {
                if (c == '\\') ++i;
                if (c == '"') quoted = false;
            } else if (c == '"') {
                quoted = true;
            } else if (c == '{' || c == '[') {
                ++depth;
            } else if ((c == '}' || c == ']') && depth-- == 0) {
                return i;
            } else if ((c == ',' || c == ':') && depth == 0) {
                return i;
            }
        }
        return compact_.size();
    }
    static std::string spaced(std::string_view text) {
        std::string line;
        bool quoted = false;
        for (std::size_t i = 0; i < text.size(); ++i) {
            line += text[i];
            if (quoted && text[i] == '\\') {
                line += text[++i];
            } else if (text[i] == '"') {
                quoted = !quoted;
            } else if (!quoted && (text[i] == ',' || text[i] == ':')) {
                line += ' ';
            }
        }
        return line;
    }
    void value(std::size_t indent) {
        const std::size_t end = end_of(at_);
        const std::string line = spaced(compact_.substr(at_, end - at_));
        const std::size_t used = out_.size() -
                                 (out_.rfind('\n') == std::string::npos ? 0 : out_.rfind('\n') + 1);
        const bool container = compact_[at_] == '{' || compact_[at_] == '[';
        if (!container || (indent > 0 && used + line.size() < kLineMax)) {
            out_ += line;
            at_ = end;
            return;
        }
        const bool object = compact_[at_] == '{';
        out_ += compact_[at_++];
        const char close = object ? '}' : ']';
        while (compact_[at_] != close) {
            out_ += '\n' + std::string(indent + 4, ' ');
            if (object) {
                const std::size_t colon = end_of(at_);
                out_ += std::string(compact_.substr(at_, colon - at_)) + ": ";
                at_ = colon + 1;
            }
            value(indent + 4);
            if (compact_[at_] == ',') out_ += compact_[at_++];
        }
        out_ += '\n' + std::string(indent, ' ') + close;
        ++at_;
    }

    std::string_view compact_;
    std::string out_;
    std::size_t at_ = 0;
};

std::string header(const HttpResponse& response, std::string_view name) {
    auto lower = [](std::string text) {
        for (char& c : text) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
        return text;
    };
    for (const auto& [key, value] : response.headers) {
        if (lower(key) == name) return value;
    }
    return {};
}

}  // namespace

std::string read_file(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

std::string compact_json(std::string_view text) {
    std::string out;
    bool quoted = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (!quoted && (c == ' ' || c == '\n' || c == '\t' || c == '\r')) continue;
        out += c;
        if (quoted && c == '\\' && i + 1 < text.size()) {
            out += text[++i];
        } else if (c == '"') {
            quoted = !quoted;
        }
    }
    return out;
}

std::string readable_json(std::string_view text) {
    const std::string compact = compact_json(text);
    return Readable(compact).run();
}

std::vector<GoldenCase> read_golden_cases(const std::string& folder) {
    std::vector<std::string> files;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
        const auto& path = entry.path();
        if (path.extension() == ".json" && path.parent_path() != folder)
            files.push_back(path.string());
    }
    std::sort(files.begin(), files.end());
    std::vector<GoldenCase> cases;
    for (const std::string& file : files) cases.push_back(read_case(file));
    return cases;
}

bool set_up(const GoldenCase& golden, Engine& engine, std::string& problem) {
    for (const GoldenCall& call : golden.setup) {
        const CallResult result = engine.call(call.operation, call.input);
        if (result.ok()) continue;
        problem = call.operation + " " + call.input + " failed: " + result.body;
        return false;
    }
    return true;
}

GoldenOutcome run_call(const GoldenCase& golden, Engine& engine) {
    const CallResult result = engine.call(golden.operation, *golden.input);
    GoldenOutcome outcome = {result.status, {}, result.body};
    if (result.error) outcome.error = error_info(result.error->code).name;
    return outcome;
}

GoldenOutcome run_http(const GoldenCase& golden, Engine& engine) {
    const HttpResponse response = engine.request(*golden.http);
    return {response.status, header(response, "x-amzn-errortype"), response.body};
}

void rebase(const GoldenCase& golden, const GoldenOutcome& outcome) {
    Document document = {read_file(golden.file), {}};
    document.json = read_json_tolerant(document.text);
    const JsonTree& tree = document.tree();
    std::string text;
    JsonWriter writer(text);
    writer.begin_object();
    for (auto i = tree.first(0); i != tree.end(0); i = tree.node(i).next) {
        if (tree.node(i).key == "expect") continue;
        writer.key(tree.node(i).key);
        writer.raw(document.raw(i));
    }
    writer.key("expect");
    writer.begin_object();
    writer.key("status");
    writer.integer(outcome.status);
    if (!outcome.error.empty()) {
        writer.key("error");
        writer.string(outcome.error);
    }
    if (!outcome.body.empty()) {
        writer.key("body");
        writer.raw(outcome.body);
    }
    writer.end_object();
    writer.end_object();
    std::ofstream(golden.file, std::ios::binary) << readable_json(text);
}

}  // namespace picket
