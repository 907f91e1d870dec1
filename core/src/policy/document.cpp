// Reads policy documents from the tolerant JSON tree: the document around its statements, and what
// every element shares.
#include <algorithm>

#include "policy/document_reader.h"
#include "text/say.h"

namespace picket {
namespace {

constexpr std::string_view kDocumentElements[] = {"Version", "Id", "Statement"};

}  // namespace

void PolicyReader::find(std::string_view code, std::uint32_t index, std::string message,
                        PolicySeverity severity) {
    // A value that the tolerant reader put in at the very end lies in no node.
    if (index == JsonTree::kNone) index = 0;
    findings_.push_back(
        {code, severity, node(index).span, tree_.path_of(index), std::move(message)});
}

void PolicyReader::find_missing(std::string_view code, std::uint32_t object,
                                std::string_view element, std::string message) {
    std::string path = tree_.path_of(object);
    append_path_key(path, element);
    const Span at = node(object).span;
    findings_.push_back({code,
                         PolicySeverity::Error,
                         {at.begin, at.begin + 1},
                         std::move(path),
                         std::move(message)});
}

void PolicyReader::find_unknown(std::uint32_t object, std::span<const std::string_view> known,
                                std::string_view what) {
    for (auto i = tree_.first(object); i != tree_.end(object); i = node(i).next) {
        const std::string_view key = node(i).key;
        if (std::find(known.begin(), known.end(), key) != known.end()) continue;
        std::string message = say("{} has no element {}.", what, excerpt_of(key));
        const auto near = std::find_if(known.begin(), known.end(), [&](std::string_view name) {
            return equal_ignoring_case(name, key);
        });
        if (near != known.end()) {
            message += say(" It is spelt {}.", *near);
        } else {
            message += " There are";
            for (const std::string_view name : known)
                message += (name == known.front() ? " " : ", ") + std::string(name);
            message += ".";
        }
        findings_.push_back({"unknown-element", PolicySeverity::Error, node(i).key_span,
                             tree_.path_of(i), std::move(message)});
    }
}

bool PolicyReader::text_of(std::uint32_t index, std::string_view element, std::string& out) {
    if (node(index).kind != JsonKind::String) {
        find("not-a-string", index, say("{} is a string.", element));
        return false;
    }
    out = node(index).text;
    return true;
}

// A string, or a list of strings; conditions also take numbers and booleans, as IAM does.
void PolicyReader::texts_of(std::uint32_t index, std::string_view element,
                            std::vector<PolicyText>& out) {
    const JsonNode& value = node(index);
    if (value.kind == JsonKind::Array) {
        if (value.children == 0) {
            find("empty-list", index,
                 say("{} is an empty list. Name at least one value.", element));
        }
        for (auto i = tree_.first(index); i != tree_.end(index); i = node(i).next) {
            if (node(i).kind == JsonKind::Array) {
                find("not-a-string", i, say("{} is a string or a list of strings.", element));
            } else {
                texts_of(i, element, out);
            }
        }
        return;
    }
    const bool scalar = element == "Condition" &&
                        (value.kind == JsonKind::Bool || value.kind == JsonKind::Integer ||
                         value.kind == JsonKind::Double);
    if (value.kind != JsonKind::String && !scalar) {
        find("not-a-string", index, say("{} is a string or a list of strings.", element));
        return;
    }
    std::string text(value.text);
    if (value.kind == JsonKind::Bool) text = value.boolean ? "true" : "false";
    out.push_back({std::move(text), value.span});
}

void PolicyReader::version(std::uint32_t root) {
    const auto index = tree_.find(root, "Version");
    if (index == JsonTree::kNone) {
        find_missing(
            "missing-version", root, "Version",
            "The document names no Version, so it is of 2008-10-17, in which variables such "
            "as ${iot:ClientId} are plain text. Add \"Version\": \"2012-10-17\".");
        findings_.back().severity = PolicySeverity::Warning;
        return;
    }
    if (!text_of(index, "Version", document_.version)) return;
    if (document_.version == "2012-10-17" || document_.version == "2008-10-17") return;
    find("bad-version", index,
         say("The Version is {}. It is the date of the policy language, not of the policy: use "
             "\"2012-10-17\".",
             excerpt_of(document_.version)));
}

void PolicyReader::read(std::uint32_t root) {
    if (node(root).kind != JsonKind::Object) {
        find("not-an-object", root,
             "A policy document is a JSON object with Version and Statement.");
        return;
    }
    find_unknown(root, kDocumentElements, "A policy document");
    version(root);
    if (const auto id = tree_.find(root, "Id"); id != JsonTree::kNone)
        text_of(id, "Id", document_.id);
    const auto list = tree_.find(root, "Statement");
    if (list == JsonTree::kNone) {
        find_missing(
            "missing-statement", root, "Statement",
            "The document has no Statement, so it says nothing. Add a list of statements.");
        return;
    }
    if (node(list).kind == JsonKind::Object) {
        statement(list);
    } else if (node(list).kind == JsonKind::Array) {
        if (node(list).children == 0) {
            find("empty-statement", list,
                 "Statement is an empty list. Add at least one statement.");
        }
        for (auto i = tree_.first(list); i != tree_.end(list); i = node(i).next) statement(i);
    } else {
        find("bad-statement", list, "Statement is an object or a list of objects.");
    }
    sids();
}

const PolicyFinding* ReadPolicy::first_error() const {
    // A slip of syntax first: what seems to be missing may only be hidden behind it.
    const PolicyFinding* first = nullptr;
    for (const PolicyFinding& finding : findings) {
        if (finding.severity != PolicySeverity::Error) continue;
        if (finding.code == kSyntaxFinding) return &finding;
        if (first == nullptr) first = &finding;
    }
    return first;
}

ReadPolicy read_policy(std::string_view text, PolicyKind kind) {
    const TolerantJson json = read_json_tolerant(text);
    PolicyReader reader(json.tree, kind);
    if (!json.tree.empty()) reader.read(0);
    ReadPolicy out = std::move(reader).take();
    for (const JsonProblem& problem : json.problems) {
        const auto at = json.tree.empty() ? JsonTree::kNone : json.tree.node_at(problem.span.begin);
        out.findings.push_back({kSyntaxFinding, PolicySeverity::Error, problem.span,
                                at == JsonTree::kNone ? std::string() : json.tree.path_of(at),
                                problem.message});
    }
    std::stable_sort(
        out.findings.begin(), out.findings.end(),
        [](const PolicyFinding& a, const PolicyFinding& b) { return a.span.begin < b.span.begin; });
    return out;
}

std::string placed_message(std::string_view text, const PolicyFinding& finding) {
    const LineColumn place = line_column(text, finding.span.begin);
    return say("{}line {}, column {}: {}",
               finding.path.empty() ? std::string() : say("{}, ", finding.path), place.line,
               place.column, finding.message);
}

std::size_t policy_size(std::string_view text) {
    std::size_t size = 0;
    for (std::size_t at = 0; at < text.size();) {
        const Utf8Step step = utf8_step(text, at);
        const char32_t c = step.code;
        if (c != U' ' && c != U'\t' && c != U'\n' && c != U'\r') ++size;
        at += step.length;
    }
    return size;
}

}  // namespace picket
