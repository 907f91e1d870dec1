// See checker.h.
#include "documents/checker.h"

#include <algorithm>

#include "documents/behavior_rules.h"
#include "documents/names.h"
#include "documents/shell.h"
#include "text/json_copy.h"
#include "text/say.h"

namespace picket {
namespace {

std::size_t first_ink(std::string_view text) {
    if (text.substr(0, 3) == "\xEF\xBB\xBF") return text.find_first_not_of(" \t\r\n", 3);
    return text.find_first_not_of(" \t\r\n");
}

bool begins_json(std::string_view text) {
    const std::size_t first = first_ink(text);
    return first != std::string_view::npos && (text[first] == '{' || text[first] == '[') &&
           text.substr(first, 3) != "[--";
}

bool begins_http(std::string_view text) {
    const std::size_t first = std::min(first_ink(text), text.size());
    for (const std::string_view method : {"GET /", "PUT /", "POST /", "PATCH /", "DELETE /"}) {
        if (text.substr(first).starts_with(method)) return true;
    }
    return false;
}

// A line that begins with `aws`, with or without a prompt.
bool has_aws_line(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        std::string_view line = text.substr(at, end - at);
        line.remove_prefix(std::min(line.find_first_not_of(" \t$%"), line.size()));
        if (line.starts_with("aws ")) return true;
        at = end + 1;
    }
    return false;
}

bool is_one_of(std::string_view word, std::initializer_list<std::string_view> words) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

std::string compact(const JsonTree& tree) {
    std::string out;
    JsonWriter writer(out);
    write_json(tree, 0, writer);
    return out;
}

// The row whose path this is; labels match any segment.
const Operation* by_path(std::string_view method, std::string_view path) {
    const auto segments = [](std::string_view text) {
        std::vector<std::string_view> out;
        while (!text.empty()) {
            text.remove_prefix(text[0] == '/' ? 1 : 0);
            const std::size_t end = std::min(text.find('/'), text.size());
            out.push_back(text.substr(0, end));
            text.remove_prefix(end);
        }
        return out;
    };
    const auto wanted = segments(path.substr(0, path.find('?')));
    for (const Operation& operation : operations()) {
        if (operation.service != Service::Iot || method_name(operation.method) != method) continue;
        const auto row = segments(operation.uri);
        if (row.size() != wanted.size()) continue;
        bool same = true;
        for (std::size_t i = 0; i < row.size(); ++i)
            same &= row[i].starts_with("{") || row[i] == wanted[i];
        if (same) return &operation;
    }
    return nullptr;
}

}  // namespace

DocumentKind Checker::kind() const {
    if (hints_.kind) return *hints_.kind;
    const std::size_t point = hints_.name.rfind('.');
    const std::string_view ending = point == std::string_view::npos ? std::string_view()
                                                                    : hints_.name.substr(point + 1);
    if (is_one_of(ending, {"json"})) return DocumentKind::Json;
    if (is_one_of(ending, {"sh", "bash", "zsh"})) return DocumentKind::Shell;
    if (is_one_of(ending, {"md", "markdown"})) return DocumentKind::Markdown;
    if (begins_json(text_)) return DocumentKind::Json;
    return DocumentKind::Text;
}

CheckedDocument Checker::run() {
    CheckedDocument out;
    const MappedText whole = MappedText::of_document(text_);
    if (text_.size() > kDocumentBytesMax) {
        findings_.add(whole, {RuleId::DocumentTooLarge,
                              {0, 0},
                              say("The document has {} bytes, and at most {} are read. Split it.",
                                  text_.size(), kDocumentBytesMax),
                              {}});
        out.kind = DocumentKind::Text;
        out.findings = findings_.take();
        return out;
    }
    out.kind = kind();
    switch (out.kind) {
    case DocumentKind::Json:
        json(whole, hints_.name);
        break;
    case DocumentKind::Shell:
        shell(whole);
        break;
    case DocumentKind::Markdown:
        markdown(whole);
        break;
    case DocumentKind::Text:
        plain(whole);
        break;
    }
    out.findings = findings_.take();
    out.calls = std::move(calls_);
    return out;
}

void Checker::markdown(const MappedText& page) {
    for (const CodeBlock& code : read_markdown(page)) block(code);
}

// Text that does not say what it is.
void Checker::plain(const MappedText& text) {
    const std::string& bytes = text.text();
    const bool table_cell = bytes.find("<br") != std::string::npos &&
                            bytes.find('{') != std::string::npos &&
                            bytes.find("```") == std::string::npos;
    if (table_cell) {
        const MappedText cell = read_html_text(text, {0, text.size()});
        if (begins_json(cell.text())) return json(cell, hints_.name);
    }
    if (begins_http(bytes) && http(text)) return;
    if (bytes.find("```") == std::string::npos && bytes.find("~~~") == std::string::npos &&
        has_aws_line(bytes)) {
        return shell(text);
    }
    markdown(text);
}

void Checker::block(const CodeBlock& code) {
    const std::string& text = code.text.text();
    const std::string around = say("{} {}", code.heading, hints_.name);
    if (is_one_of(code.language, {"json", "jsonc", "json5"}) ||
        (code.language.empty() && begins_json(text))) {
        if (first_ink(text) != std::string::npos) json(code.text, around);
        return;
    }
    if (begins_http(text) && http(code.text)) return;
    if (is_one_of(code.language, {"", "sh", "bash", "shell", "zsh", "console", "text", "aws",
                                  "terminal", "shell-session", "none", "plaintext"}) &&
        has_aws_line(text)) {
        return shell(code.text);
    }
    if (begins_json(text) && !is_one_of(code.language, {"js", "javascript", "ts", "typescript",
                                                        "python", "py", "hcl", "c", "cpp"})) {
        json(code.text, around);
    }
}

void Checker::shell(const MappedText& text) {
    for (const ShellCommand& words : read_shell(text)) {
        auto reading = read_aws(words, text);
        if (reading) command(std::move(*reading), text, words.span);
    }
}

void Checker::command(AwsCommand reading, const MappedText& shell, Span span) {
    if (reading.synopsis) {
        findings_.add(shell, {RuleId::ShellSynopsis,
                              {span.begin, std::min(span.begin + 3, span.end)},
                              "This is a synopsis. Its options are checked; put values of yours "
                              "for the placeholders to run it.",
                              {}});
    }
    for (const Problem& problem : reading.problems) findings_.add(shell, problem);
    if (reading.operation == nullptr) return;
    before_ = reading.operation;
    PayloadGuess stated = {reading.operation, CallRole::Request, nullptr, Confidence::Stated,
                           "The command names the operation."};
    if (reading.synopsis || reading.skeleton) {
        stated.role = CallRole::Skeleton;
        recognised(shell, span, stated, {});
    } else {
        const CheckedJson input = check_json(reading.input, findings_);
        const ShapeTask task = {.operation = reading.operation,
                                .skeleton = input.skeleton,
                                .members_reported = !reading.complete,
                                .unknown = reading.unknown};
        check_shape(reading.input, input.tree, task, findings_);
        recognised(shell, span, stated, input);
    }
    commands_.push_back(std::move(reading));
}

void Checker::json(const MappedText& text, std::string_view around) {
    const CheckedJson input = check_json(text, findings_);
    if (input.tree.empty()) return;
    if (hints_.operation != nullptr) return stated_request(text, input, *hints_.operation);
    if (is_policy(input.tree)) return policy(text, input);
    const auto guess = guess_payload(input.tree, {before_, around});
    if (!guess) return;
    const ShapeTask task = {.operation = guess->operation,
                            .role = guess->role,
                            .part = guess->part,
                            .skeleton = input.skeleton,
                            .body_only = true};
    check_shape(text, input.tree, task, findings_);
    recognised(text, input.tree.node(0).span, *guess, input);
    if (guess->role == CallRole::Request) before_ = guess->operation;
}

void Checker::stated_request(const MappedText& text, const CheckedJson& input,
                             const Operation& operation) {
    const ShapeTask task = {.operation = &operation, .skeleton = input.skeleton};
    check_shape(text, input.tree, task, findings_);
    recognised(text, input.tree.node(0).span,
               {&operation, CallRole::Request, nullptr, Confidence::Stated,
                "The reader was told the operation."},
               input);
}

void Checker::policy(const MappedText& text, const CheckedJson& json) {
    for (const Problem& problem : policy_findings(json.tree)) findings_.add(text, problem);
    if (!json.clean || json.skeleton) return;
    for (const Problem& problem : malformed_policy(text.text(), json.tree, false))
        findings_.add(text, problem);
}

void Checker::recognised(const MappedText& text, Span span, const PayloadGuess& guess,
                         const CheckedJson& json) {
    const Span place = text.in_document(span);
    RecognisedCall call;
    call.operation = guess.operation->name;
    call.role = json.skeleton ? CallRole::Skeleton : guess.role;
    if (guess.part != nullptr) call.member_name = std::string(guess.part->name);
    if (!json.tree.empty()) call.input.text = compact(json.tree);
    call.begin = place.begin;
    call.end = place.end;
    call.line = findings_.place(place.begin).line;
    call.confidence = guess.confidence;
    call.reason = guess.reason;
    calls_.push_back(std::move(call));
}

// "PUT /path/label HTTP/1.1", headers, and a body in braces, over lines or all on one.
bool Checker::http(const MappedText& text) {
    const std::string_view bytes = text.text();
    const auto begin = static_cast<std::uint32_t>(first_ink(bytes));
    const std::size_t space = bytes.find(' ', begin);
    const std::string_view method = bytes.substr(begin, space - begin);
    const std::size_t end = std::min(bytes.find_first_of(" \r\n", space + 1), bytes.size());
    const std::string_view target = bytes.substr(space + 1, end - space - 1);
    const Span span = {static_cast<std::uint32_t>(space + 1), static_cast<std::uint32_t>(end)};
    if (bytes.substr(end).find("HTTP/") == std::string_view::npos) return false;
    const Operation* operation = by_path(method, target);
    if (operation == nullptr) {
        findings_.add(text,
                      {RuleId::HttpUnknownRoute,
                       span,
                       say("Picket knows no operation at {} {}.", method, target.substr(0, 200)),
                       {}});
        return true;
    }
    before_ = operation;
    for (const MemberInfo& member : operation->input->members) {
        const std::string label = say("/{}", member.wire_name());
        if (member.rule.in != In::Uri) continue;
        const std::size_t at = target.find(label);
        const bool whole = at != std::string_view::npos &&
                           (at + label.size() == target.size() ||
                            target[at + label.size()] == '/' || target[at + label.size()] == '?');
        if (!whole) continue;
        const auto from = span.begin + static_cast<std::uint32_t>(at) + 1;
        findings_.add(text, {RuleId::HttpLabel,
                             {from, from + static_cast<std::uint32_t>(label.size()) - 1},
                             say("{} is a label: a value goes in its place.", member.name),
                             {}});
    }
    const std::size_t body = bytes.find('{', end);
    http_body(text, static_cast<std::uint32_t>(std::min(body, bytes.size())), *operation);
    return true;
}

void Checker::http_body(const MappedText& text, std::uint32_t begin, const Operation& operation) {
    MappedText body(&text);
    body.copy(text.text(), {begin, text.size()}, Quoting::None);
    CheckedJson input;
    if (body.size() > 0) {
        input = check_json(body, findings_);
        const ShapeTask task = {
            .operation = &operation, .skeleton = input.skeleton, .body_only = true};
        check_shape(body, input.tree, task, findings_);
    }
    recognised(text, {0, text.size()},
               {&operation, CallRole::Request, nullptr, Confidence::Stated,
                "Method and path name the operation."},
               input);
}

CheckedDocument check_document(std::string_view text, const DocumentHints& hints) {
    return Checker(text, hints).run();
}

}  // namespace picket
