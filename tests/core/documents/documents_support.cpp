// See documents_support.h.
#include "documents_support.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

namespace picket::test {
namespace {

std::string joined(const std::vector<Finding>& findings, bool notes) {
    std::string out;
    for (const Finding& finding : findings) {
        if (!notes && finding.severity == FindingSeverity::Note) continue;
        out += (out.empty() ? "" : " ") + finding.code;
    }
    return out;
}

std::string span_problem(const std::string& text, const Finding& finding) {
    const auto size = static_cast<std::int64_t>(text.size());
    const bool inside = finding.begin >= 0 && finding.begin <= finding.end && finding.end <= size;
    if (!inside) return finding.code + " has a span outside of the text";
    if (finding.line < 1 || finding.column < 1) return finding.code + " has no place";
    if (finding.message.empty() || finding.explanation.empty() || finding.section.empty())
        return finding.code + " does not explain itself";
    if (!finding.fix) return {};
    std::int64_t at = finding.begin;
    for (const TextEdit& edit : *finding.fix) {
        if (edit.begin < at || edit.end < edit.begin || edit.end > finding.end)
            return finding.code + " edits outside of its span, or out of order";
        at = edit.end;
    }
    return {};
}

}  // namespace

std::string codes(const std::vector<Finding>& findings) { return joined(findings, true); }
std::string command_codes(const std::string& command) {
    return codes(check_document(command, {.kind = DocumentKind::Shell}).findings);
}

std::string mistakes(const std::vector<Finding>& findings) { return joined(findings, false); }

std::string all_messages(const std::vector<Finding>& findings) {
    std::string out;
    for (const Finding& finding : findings) {
        out += std::to_string(finding.line) + ":" + std::to_string(finding.column) + " " +
               finding.code + ": " + finding.message + "\n";
    }
    return out;
}

std::vector<std::string> files_of(const std::string& folder) {
    std::vector<std::string> names;
    for (const auto& entry : std::filesystem::directory_iterator(folder))
        names.push_back(entry.path().filename().string());
    std::sort(names.begin(), names.end());
    return names;
}

std::string read_file(const std::string& path) {
    std::ifstream in(path, std::ios::binary);
    std::stringstream text;
    text << in.rdbuf();
    return text.str();
}

std::string broken_law(const std::string& text, const DocumentHints& hints) {
    const CheckedDocument checked = check_document(text, hints);
    for (const Finding& finding : checked.findings) {
        if (std::string problem = span_problem(text, finding); !problem.empty()) return problem;
    }
    for (const RecognisedCall& call : checked.calls) {
        const bool inside = call.begin >= 0 && call.begin <= call.end &&
                            call.end <= static_cast<std::int64_t>(text.size());
        if (!inside) return "a call of " + call.operation + " lies outside of the text";
    }
    const DocumentHints same = {hints.name, checked.kind};
    const FixedDocument fixed = fix_document(text, same);
    for (const Finding& finding : check_document(fixed.text, same).findings) {
        if (finding.fix)
            return finding.code + " is still there after fixing: " + finding.message + " in\n" +
                   fixed.text;
    }
    return {};
}

}  // namespace picket::test
