// Applies the fixes of findings, pass by pass: what one mends may let the next be seen.
#include <algorithm>

#include "documents/checker.h"
#include "picket/documents.h"
#include "text/json_copy.h"
#include "text/say.h"

namespace picket {
namespace {

constexpr int kPassesMax = 20;

// Edits of the fixes that do not touch each other, in order; a fix is applied whole or not at all.
std::vector<const TextEdit*> chosen(const std::vector<Finding>& findings, std::int64_t& fixes) {
    std::vector<const TextEdit*> edits;
    std::int64_t free_from = 0;
    for (const Finding& finding : findings) {
        if (!finding.fix || finding.begin < free_from) continue;
        for (const TextEdit& edit : *finding.fix) edits.push_back(&edit);
        free_from = std::max(finding.end, finding.begin + 1);
        ++fixes;
    }
    std::stable_sort(edits.begin(), edits.end(),
                     [](const TextEdit* a, const TextEdit* b) { return a->begin < b->begin; });
    return edits;
}

}  // namespace

FixedDocument fix_document(std::string_view text, const DocumentHints& hints) {
    FixedDocument out;
    out.text = text;
    DocumentHints same = hints;
    for (int pass = 0; pass < kPassesMax; ++pass) {
        const CheckedDocument checked = check_document(out.text, same);
        same.kind = checked.kind;  // a fix does not change what the document is
        std::int64_t fixes = 0;
        const auto edits = chosen(checked.findings, fixes);
        if (edits.empty()) break;
        std::string next;
        std::size_t at = 0;
        for (const TextEdit* edit : edits) {
            next.append(out.text, at, static_cast<std::size_t>(edit->begin) - at);
            next += edit->text;
            at = static_cast<std::size_t>(edit->end);
        }
        next.append(out.text, at, std::string::npos);
        if (next == out.text) break;
        out.text = std::move(next);
        out.fixes += fixes;
    }
    return out;
}

Result<CommandReading> read_command(std::string_view text) {
    if (text.size() > kDocumentBytesMax) {
        return refuse(
            ErrorCode::InvalidRequest,
            say("The text has {} bytes, and at most {} are read.", text.size(), kDocumentBytesMax),
            "text");
    }
    const MappedText whole = MappedText::of_document(text);
    Checker checker(text, {.kind = DocumentKind::Shell});
    checker.shell(whole);
    if (checker.commands().empty()) {
        const auto findings = checker.take_findings();
        return refuse(ErrorCode::InvalidRequest,
                      findings.empty() ? "The text has no command that begins with `aws "
                                         "iot` and names an operation."
                                       : findings.front().message,
                      "text");
    }
    const AwsCommand& command = checker.commands().front();
    CommandReading out;
    out.operation = command.operation->name;
    out.ignored = command.ignored;
    out.findings = checker.take_findings();
    if (command.skeleton) {
        out.input.text = input_skeleton(*command.operation->input);
    } else {
        const TolerantJson json = read_json_tolerant(command.input.text());
        out.input.text.clear();
        JsonWriter writer(out.input.text);
        if (json.tree.empty()) {
            writer.begin_object();
            writer.end_object();
        } else {
            write_json(json.tree, 0, writer);
        }
    }
    return out;
}

}  // namespace picket
