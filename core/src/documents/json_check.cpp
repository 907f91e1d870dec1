// See json_check.h. What the tolerant reader repaired in its tree, an edit repairs in the text.
#include "documents/json_check.h"

#include <algorithm>

#include "picket/ascii.h"
#include "text/json_scan.h"
#include "text/json_write.h"
#include "text/utf8.h"

namespace picket {
namespace {

using ProblemKind = JsonProblem::Kind;

// The types that skeletons of the reference print.
bool is_type_word(std::string_view word) {
    constexpr std::string_view kWords[] = {"boolean", "number", "string", "integer",  "long",
                                           "double",  "float",  "blob",   "timestamp"};
    return std::find(std::begin(kWords), std::end(kWords), word) != std::end(kWords);
}

RuleId rule_of(ProblemKind kind) {
    switch (kind) {
    case ProblemKind::TrailingComma:
        return RuleId::JsonTrailingComma;
    case ProblemKind::MissingComma:
        return RuleId::JsonMissingComma;
    case ProblemKind::MissingColon:
        return RuleId::JsonMissingColon;
    case ProblemKind::MissingClose:
        return RuleId::JsonMissingClose;
    case ProblemKind::StrayClose:
        return RuleId::JsonStrayClose;
    case ProblemKind::CurlyQuote:
    case ProblemKind::SingleQuote:
        return RuleId::JsonQuotes;
    case ProblemKind::UnquotedWord:
        return RuleId::JsonUnquoted;
    case ProblemKind::Comment:
        return RuleId::JsonComment;
    case ProblemKind::DuplicateKey:
        return RuleId::JsonDuplicateKey;
    case ProblemKind::BadNumber:
        return RuleId::JsonNumber;
    case ProblemKind::TooDeep:
    case ProblemKind::TooLarge:
        return RuleId::JsonLimit;
    default:
        return RuleId::JsonSyntax;
    }
}

class Check {
public:
    Check(const MappedText& text, Findings& findings)
        : mapped_(text), text_(text.text()), findings_(findings) {}

    CheckedJson run() {
        TolerantJson json = read_json_tolerant(text_);
        tree_ = std::move(json.tree);
        CheckedJson out;
        out.clean = json.problems.empty();
        out.skeleton = only_types();
        if (out.skeleton) tell_skeleton({0, 1});
        for (const JsonProblem& problem : json.problems) {
            if (problem.kind == ProblemKind::MissingClose) unclosed_.push_back(problem.span);
        }
        for (const JsonProblem& problem : json.problems) {
            if (problem.kind == ProblemKind::UnquotedWord && is_type_word(words(problem.span))) {
                if (!out.skeleton) tell_skeleton(problem.span);
                out.skeleton = true;
                continue;
            }
            report(problem);
        }
        out.tree = std::move(tree_);
        return out;
    }

private:
    std::string_view words(Span span) const {
        return text_.substr(span.begin, span.end - span.begin);
    }

    // Every text of the document is the word "string".
    bool only_types() const {
        std::uint32_t texts = 0;
        for (std::uint32_t i = 0; i < tree_.size(); ++i) {
            const JsonNode& node = tree_.node(i);
            if (node.kind == JsonKind::Object || node.kind == JsonKind::Array) continue;
            if (node.kind != JsonKind::String || !is_type_word(node.text)) return false;
            ++texts;
        }
        return texts > 0;
    }

    void tell_skeleton(Span span) {
        findings_.add(mapped_, {RuleId::JsonSkeleton,
                                span,
                                "This is a skeleton: it shows the types of the members, no values. "
                                "Names are checked, values are not. Put values in to use it.",
                                {}});
    }

    void report(const JsonProblem& problem) {
        Problem out = {rule_of(problem.kind), problem.span, problem.message, {}};
        mend(problem, out);
        findings_.add(mapped_, out);
    }

    void mend(const JsonProblem& problem, Problem& out) {
        const auto with = [&](std::string text) { out.edits = {{out.span, std::move(text)}}; };
        switch (problem.kind) {
        case ProblemKind::TrailingComma:
        case ProblemKind::StrayClose:
        case ProblemKind::Comment:
            return with("");
        case ProblemKind::MissingComma:
            return add_comma(out);
        case ProblemKind::CurlyQuote:
        case ProblemKind::SingleQuote:
            return straighten(out);
        case ProblemKind::UnquotedWord:
            return quote_word(out);
        case ProblemKind::BadNumber: {
            const std::uint32_t node = value_at(out.span);
            if (node != JsonTree::kNone && is_number(node) && !tree_.node(node).text.empty())
                return with(std::string(tree_.node(node).text));
            return;
        }
        case ProblemKind::Syntax:
            if (problem.message.starts_with("The unusual space")) with(" ");
            return;
        default:
            return;
        }
    }

    bool is_number(std::uint32_t node) const {
        const JsonKind kind = tree_.node(node).kind;
        // Too large numbers keep their text, and stay what they are.
        return kind == JsonKind::Integer ||
               (kind == JsonKind::Double && tree_.node(node).text != words(tree_.node(node).span));
    }

    // The value with exactly this span.
    std::uint32_t value_at(Span span) const {
        std::uint32_t low = 0;
        std::uint32_t high = tree_.size();
        while (low < high) {
            const std::uint32_t middle = (low + high) / 2;
            if (tree_.node(middle).span.begin < span.begin) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        for (; low < tree_.size() && tree_.node(low).span.begin == span.begin; ++low) {
            if (tree_.node(low).span.end == span.end) return low;
        }
        return JsonTree::kNone;
    }

    // Behind the value before it, unless a comment stands between.
    void add_comma(Problem& out) {
        if (words(out.span) == ";") {
            out.edits = {{out.span, ","}};
            return;
        }
        std::uint32_t at = out.span.begin;
        while (at > 0 && ascii::is_space(text_[at - 1])) --at;
        const std::size_t line = text_.rfind('\n', at) + 1;
        const std::string_view before = text_.substr(std::min<std::size_t>(line, at),
                                                     at - std::min<std::size_t>(line, at));
        const bool comment = before.find("//") != std::string_view::npos || before.ends_with("*/");
        // Nor may it become part of a string that was never closed.
        const bool in_string = std::any_of(unclosed_.begin(), unclosed_.end(), [&](Span span) {
            return span.begin < at && at <= span.end;
        });
        if (comment || in_string) at = out.span.begin;
        out.span.begin = at;
        out.edits = {{{at, at}, ","}};
    }

    // Straight double quotes for whatever stands at the two ends.
    void straighten(Problem& out) {
        const std::string_view all = words(out.span);
        const auto ends = [&](std::size_t at) -> std::uint32_t {
            if (at >= all.size()) return 0;
            if (all[at] == '"' || all[at] == '\'') return 1;
            const Utf8Step step = utf8_step(all, at);
            const bool curly = is_curly_double(step.code) || is_curly_single(step.code);
            return curly ? step.length : 0;
        };
        const std::uint32_t opener = ends(0);
        std::uint32_t closer = 0;
        if (all.size() > opener) closer = ends(all.size() - 1);
        if (closer == 0 && all.size() >= opener + 3) closer = ends(all.size() - 3);
        if (opener == 0 || closer == 0 || all.size() < opener + closer) return;
        const std::string_view inside = all.substr(opener, all.size() - opener - closer);
        if (inside.find_first_of("\"\\") != std::string_view::npos) return;
        out.edits = {{{out.span.begin, out.span.begin + opener}, "\""},
                     {{out.span.end - closer, out.span.end}, "\""}};
    }

    void quote_word(Problem& out) {
        const std::uint32_t node = value_at(out.span);
        std::string text;
        JsonWriter writer(text);
        if (node != JsonTree::kNone && tree_.node(node).kind == JsonKind::Bool) {
            writer.boolean(tree_.node(node).boolean);
        } else if (node != JsonTree::kNone && tree_.node(node).kind == JsonKind::Null) {
            writer.null();
        } else {
            writer.string(words(out.span));
        }
        out.edits = {{out.span, std::move(text)}};
    }

    const MappedText& mapped_;
    std::string_view text_;
    Findings& findings_;
    JsonTree tree_;
    std::vector<Span> unclosed_;  // strings and comments without an end
};

}  // namespace

CheckedJson check_json(const MappedText& text, Findings& findings) {
    return Check(text, findings).run();
}

}  // namespace picket
