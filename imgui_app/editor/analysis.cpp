// See analysis.h.
#include "analysis.h"

#include <algorithm>

namespace picket::ui {
namespace {

constexpr char kRefused[] = "refused";

Range span_of(const Finding& finding) {
    return {static_cast<std::size_t>(finding.begin), static_cast<std::size_t>(finding.end)};
}

// JSON begins with a bracket; whatever else names the tool may be a command.
bool may_be_command(std::string_view text) {
    const std::size_t first = text.find_first_not_of(" \t\r\n");
    return first != std::string_view::npos && text[first] != '{' && text[first] != '[' &&
           text.find("aws") != std::string_view::npos && text.find("iot") != std::string_view::npos;
}

void look(Analysis& analysis) {
    analysis.findings.clear();
    analysis.command.reset();
    analysis.pending = analysis.skipped = false;
    ++analysis.changes;
    const bool blank = analysis.text.find_first_not_of(" \t\r\n") == std::string::npos;
    if (blank) return;
    if (may_be_command(analysis.text)) {
        if (auto reading = read_command(analysis.text)) analysis.command = std::move(*reading);
    }
    analysis.findings = check_document(analysis.text, analysis.hints()).findings;
}

struct Difference {
    std::size_t head = 0;  // bytes that are equal at the begin
    std::size_t tail = 0;  // and at the end
};

Difference difference(std::string_view before, std::string_view after) {
    const std::size_t least = std::min(before.size(), after.size());
    Difference out;
    while (out.head < least && before[out.head] == after[out.head]) ++out.head;
    const std::size_t rest = least - out.head;
    while (out.tail < rest &&
           before[before.size() - 1 - out.tail] == after[after.size() - 1 - out.tail])
        ++out.tail;
    return out;
}

// Findings keep their words while the text moves around them; those inside the edit are gone.
void move_findings(Analysis& analysis, const std::string& text) {
    const Difference same = difference(analysis.text, text);
    const auto changed_to = static_cast<std::int64_t>(analysis.text.size() - same.tail);
    const auto moved = static_cast<std::int64_t>(text.size()) -
                       static_cast<std::int64_t>(analysis.text.size());
    const auto inside = [&](const Finding& finding) {
        return finding.end > static_cast<std::int64_t>(same.head) && finding.begin < changed_to;
    };
    std::erase_if(analysis.findings, inside);
    for (Finding& finding : analysis.findings) {
        if (finding.begin < changed_to) continue;
        finding.begin += moved;
        finding.end += moved;
        if (!finding.fix) continue;
        for (TextEdit& edit : *finding.fix) edit.begin += moved, edit.end += moved;
    }
}

// A multi-byte character that differs in its last byte only must be changed as a whole.
TextChange change_between(std::string_view before, std::string_view after) {
    Difference same = difference(before, after);
    const auto inside = [](std::string_view text, std::size_t at) {
        return at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80;
    };
    while (same.head > 0 && (inside(before, same.head) || inside(after, same.head))) --same.head;
    while (same.tail > 0 && inside(before, before.size() - same.tail)) --same.tail;
    const std::size_t end = before.size() - same.tail;
    return {{same.head, end},
            std::string(after.substr(same.head, after.size() - same.tail - same.head))};
}

}  // namespace

DocumentHints Analysis::hints() const {
    DocumentHints out;
    out.operation = operation;
    out.kind = may_be_command(text) ? DocumentKind::Shell : DocumentKind::Json;
    return out;
}

double follow(Analysis& analysis, const Document& document, const Operation& operation,
              double now_ms) {
    const bool other = analysis.operation != &operation || analysis.revision == 0;
    if (!other && analysis.revision == document.revision()) {
        if (!analysis.pending) return -1;
        if (now_ms < analysis.due_ms) return analysis.due_ms - now_ms;
        look(analysis);
        return -1;
    }
    if (document.text().size() > kAnalysisBytesMax) {
        const std::uint64_t changes = analysis.changes;
        analysis = Analysis{};
        analysis.operation = &operation;
        analysis.revision = document.revision();
        analysis.skipped = true;
        analysis.changes = changes + 1;
        return -1;
    }
    if (other) {  // what was just opened is not being typed
        analyse_now(analysis, document, operation);
        return -1;
    }
    move_findings(analysis, document.text());
    analysis.text = document.text();
    analysis.revision = document.revision();
    analysis.command.reset();
    analysis.skipped = false;
    analysis.pending = true;
    analysis.due_ms = now_ms + kAnalysisPauseMs;
    ++analysis.changes;
    return kAnalysisPauseMs;
}

void analyse_now(Analysis& analysis, const Document& document, const Operation& operation) {
    analysis.operation = &operation;
    analysis.text = document.text();
    analysis.revision = document.revision();
    look(analysis);
}

bool is_current(const Analysis& analysis, const Document& document, const Operation& operation) {
    return analysis.operation == &operation && analysis.revision == document.revision() &&
           !analysis.pending && !analysis.skipped;
}

void forget_refusals(Analysis& analysis) {
    const auto gone = std::erase_if(
        analysis.findings, [](const Finding& finding) { return finding.code == kRefused; });
    if (gone > 0) ++analysis.changes;
}

void add_refusal(Analysis& analysis, const Document& document, std::size_t offset,
                 std::string_view name, std::string_view message) {
    const auto at = static_cast<std::int64_t>(offset);
    for (const Finding& finding : analysis.findings) {
        // Said already, in the same words or better ones.
        if (finding.severity == FindingSeverity::Error && finding.begin <= at && at <= finding.end)
            return;
    }
    Finding refusal;
    refusal.code = kRefused;
    refusal.begin = at;
    std::size_t end = offset;
    const std::string_view text = document.text();
    while (end < text.size() && text[end] != '\n' && text[end] != ',') ++end;
    refusal.end = static_cast<std::int64_t>(end);
    refusal.message = message;
    refusal.explanation = "The service answered " + std::string(name) + " to the last call.";
    const auto place = std::find_if(analysis.findings.begin(), analysis.findings.end(),
                                    [&](const Finding& other) { return other.begin > at; });
    analysis.findings.insert(place, std::move(refusal));
    ++analysis.changes;
}

std::string findings_count(const Analysis& analysis) {
    const auto is_hint = [](const Finding& f) { return f.severity == FindingSeverity::Note; };
    const auto hints = static_cast<std::size_t>(
        std::count_if(analysis.findings.begin(), analysis.findings.end(), is_hint));
    const auto counted = [](std::size_t count, const char* word) {
        return count == 0 ? "" : std::to_string(count) + " " + word + (count == 1 ? "" : "s");
    };
    const std::string problems = counted(analysis.findings.size() - hints, "problem");
    const std::string rest = counted(hints, "hint");
    return problems + (problems.empty() || rest.empty() ? "" : ", ") + rest;
}

std::optional<std::size_t> finding_at(const Analysis& analysis, std::size_t offset) {
    std::optional<std::size_t> found;
    for (std::size_t i = 0; i < analysis.findings.size(); ++i) {
        const Range span = span_of(analysis.findings[i]);
        if (offset < span.begin || offset > span.end) continue;
        // The later begin is the closer one.
        if (!found || analysis.findings[i].severity <= analysis.findings[*found].severity)
            found = i;
    }
    return found;
}

std::optional<std::size_t> next_finding(const Analysis& analysis, const Document& document) {
    if (analysis.findings.empty()) return std::nullopt;
    const Range selected = document.selection();
    for (std::size_t i = 0; i < analysis.findings.size(); ++i) {
        const Range span = span_of(analysis.findings[i]);
        if (span.begin > selected.begin ||
            (span.begin == selected.begin && span.end > selected.end))
            return i;
    }
    return 0;
}

std::optional<std::size_t> fixable_finding(const Analysis& analysis, const Document& document) {
    const auto& findings = analysis.findings;
    const Range selected = document.selection();
    std::optional<std::size_t> first;
    for (std::size_t i = 0; i < findings.size(); ++i) {
        if (!findings[i].fix || findings[i].fix->empty()) continue;
        const Range span = span_of(findings[i]);
        if (span.begin <= selected.end && selected.begin <= span.end) return i;
        if (!first) first = i;
    }
    return first;
}

TextChange fix_of(const Analysis& analysis, std::size_t finding) {
    std::vector<TextEdit> edits = analysis.findings[finding].fix.value_or(std::vector<TextEdit>{});
    std::stable_sort(edits.begin(), edits.end(),
                     [](const TextEdit& a, const TextEdit& b) { return a.begin < b.begin; });
    if (edits.empty()) return {};
    const auto begin = static_cast<std::size_t>(edits.front().begin);
    std::size_t at = begin;
    std::string with;
    for (const TextEdit& edit : edits) {
        with.append(analysis.text, at, static_cast<std::size_t>(edit.begin) - at);
        with += edit.text;
        at = static_cast<std::size_t>(edit.end);
    }
    return {{begin, at}, std::move(with)};
}

std::optional<TextChange> fix_of_all(const Analysis& analysis) {
    const FixedDocument fixed = fix_document(analysis.text, analysis.hints());
    if (fixed.text == analysis.text) return std::nullopt;
    return change_between(analysis.text, fixed.text);
}

}  // namespace picket::ui
