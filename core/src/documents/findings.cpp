// See findings.h.
#include "documents/findings.h"

#include <algorithm>

#include "text/utf8.h"

namespace picket {
namespace {

constexpr RuleInfo kRules[] = {
#define PICKET_RULE(id, code, severity, section, explanation)                                      \
    {RuleId::id, code, FindingSeverity::severity, section, explanation},
#include "documents/rules.def"
#undef PICKET_RULE
};

}  // namespace

std::span<const RuleInfo> document_rules() { return kRules; }

const RuleInfo& rule_info(RuleId id) { return kRules[static_cast<std::size_t>(id)]; }

Findings::Findings(std::string_view document) : document_(document) {
    lines_.push_back(0);
    for (std::size_t at = document.find('\n'); at != std::string_view::npos;
         at = document.find('\n', at + 1)) {
        lines_.push_back(static_cast<std::uint32_t>(at + 1));
    }
}

LineColumn Findings::place(std::uint32_t offset) const {
    const auto after = std::upper_bound(lines_.begin(), lines_.end(), offset);
    const std::uint32_t begin = *(after - 1);
    LineColumn place{static_cast<std::uint32_t>(after - lines_.begin()), 1};
    // On the endless line of a minified document the column counts bytes.
    if (offset - begin > 100'000) return {place.line, offset - begin + 1};
    for (std::uint32_t at = begin; at < offset; at += utf8_step(document_, at).length)
        ++place.column;
    return place;
}

void Findings::add(const MappedText& text, const Problem& problem) {
    if (list_.size() >= 2 * kFindingsMax) return;
    const RuleInfo& rule = rule_info(problem.rule);
    const Span span = text.in_document(problem.span);
    Finding finding;
    finding.code = rule.code;
    finding.severity = rule.severity;
    finding.begin = span.begin;
    finding.end = span.end;
    const LineColumn at = place(span.begin);
    finding.line = at.line;
    finding.column = at.column;
    finding.message = problem.message;
    finding.explanation = rule.explanation;
    finding.section = rule.section;
    std::vector<TextEdit> fix;
    for (const InnerEdit& edit : problem.edits) {
        const auto outside = text.in_document(edit);
        if (!outside || outside->span.begin < span.begin || outside->span.end > span.end) {
            fix.clear();
            break;
        }
        fix.push_back({outside->span.begin, outside->span.end, outside->text});
    }
    if (!fix.empty()) finding.fix = std::move(fix);
    list_.push_back(std::move(finding));
}

std::vector<Finding> Findings::take() {
    std::stable_sort(list_.begin(), list_.end(),
                     [](const Finding& a, const Finding& b) { return a.begin < b.begin; });
    const auto same = [](const Finding& a, const Finding& b) {
        return a.begin == b.begin && a.end == b.end && a.code == b.code && a.message == b.message;
    };
    list_.erase(std::unique(list_.begin(), list_.end(), same), list_.end());
    if (list_.size() > kFindingsMax) list_.resize(kFindingsMax);
    return std::move(list_);
}

}  // namespace picket
