// See value_rules.h.
#include "documents/value_rules.h"

#include <algorithm>

#include "documents/names.h"
#include "model/encode.h"
#include "picket/model/audit_checks.h"
#include "picket/shape.h"
#include "text/decimal.h"
#include "text/json_write.h"
#include "text/say.h"

namespace picket {
namespace {

bool is_blank(char c) { return c == ' ' || c == '\t'; }

std::string without_blanks(std::string_view text) {
    std::string out;
    for (const char c : text) {
        if (!is_blank(c)) out += c;
    }
    return out;
}

bool is_hex(char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); }

bool is_uuid(std::string_view text) {
    if (text.size() != 36) return false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool hyphen = i == 8 || i == 13 || i == 18 || i == 23;
        if (hyphen ? text[i] != '-' : !is_hex(text[i])) return false;
    }
    return true;
}

bool has_blank(std::string_view text) { return std::any_of(text.begin(), text.end(), is_blank); }

std::string shown_text(std::string_view text) { return say("'{}'", text.substr(0, 80)); }

class Rules {
public:
    explicit Rules(const ValueAt& at) : at_(at), node_(at.tree.node(at.node)) {}

    std::optional<Problem> find() {
        const bool text = node_.kind == JsonKind::String;
        switch (at_.shape.kind) {
        case Kind::Time:
            return text && at_.rule.in != In::Query ? time() : std::nullopt;
        case Kind::Integer:
        case Kind::Double:
            return text ? quoted_number() : std::nullopt;
        case Kind::Bool:
            if (text && (node_.text == "true" || node_.text == "false"))
                return unquote(std::string(node_.text));
            return std::nullopt;
        case Kind::Enum:
            return text ? spelling(at_.shape.enumerators) : std::nullopt;
        case Kind::String:
            return text ? string_value() : unquoted();
        case Kind::List:
            return scalar_for_list();
        default:
            return std::nullopt;
        }
    }

private:
    Problem problem(RuleId rule, std::string message) const {
        return {rule, node_.span, std::move(message), {}};
    }
    Problem instead(RuleId rule, std::string message, std::string text) const {
        return {rule, node_.span, std::move(message), {{node_.span, std::move(text)}}};
    }
    // Another content between the quotes.
    Problem content(RuleId rule, std::string message, std::string text) const {
        Problem out = problem(rule, std::move(message));
        if (const auto inside = plain_content(node_, node_.span, at_.text))
            out.edits = {{*inside, std::move(text)}};
        return out;
    }

    std::optional<Problem> time() const {
        const auto time = parse_time(node_.text);
        if (!time) {
            return problem(RuleId::ShapeBadTime, say("{} is no time of the service. Write epoch "
                                                     "seconds, a number such as 1600780245.29.",
                                                     shown_text(node_.text)));
        }
        const std::string seconds = epoch_seconds(*time);
        return instead(at_.response ? RuleId::ShapePrintedTime : RuleId::ShapeIsoTime,
                       say("{}{}.",
                           at_.response ? "On the wire this time is the number "
                                        : "In a body this time is the number ",
                           seconds),
                       seconds);
    }

    std::optional<Problem> unquote(std::string text) const {
        return instead(RuleId::ShapeQuotedNumber,
                       say("Quotes make this a text. Write {} without them.", text), text);
    }
    std::optional<Problem> quoted_number() const {
        const bool fits = at_.shape.kind == Kind::Integer ? parse_int64(node_.text).has_value()
                                                          : is_json_number(node_.text);
        if (!fits) return std::nullopt;
        return unquote(std::string(node_.text));
    }
    std::optional<Problem> unquoted() const {
        const bool scalar = node_.kind == JsonKind::Integer || node_.kind == JsonKind::Double ||
                            node_.kind == JsonKind::Bool;
        if (!scalar) return std::nullopt;
        const std::string raw(at_.text.substr(node_.span.begin, node_.span.end - node_.span.begin));
        return instead(RuleId::ShapeUnquotedString, say("A text belongs here. Write \"{}\".", raw),
                       say("\"{}\"", raw));
    }
    std::optional<Problem> scalar_for_list() const {
        const bool scalar = node_.kind != JsonKind::Array && node_.kind != JsonKind::Object &&
                            node_.kind != JsonKind::Null;
        if (!scalar) return std::nullopt;
        const std::string raw(at_.text.substr(node_.span.begin, node_.span.end - node_.span.begin));
        return instead(RuleId::ShapeScalarForList,
                       say("A list belongs here. Write [{}].", raw.substr(0, 80)),
                       say("[{}]", raw));
    }

    // A value that must be one of some words.
    std::optional<Problem> spelling(std::span<const std::string_view> known) const {
        if (std::find(known.begin(), known.end(), node_.text) != known.end()) return std::nullopt;
        Nearest nearest(node_.text);
        for (const std::string_view each : known) nearest.offer(each);
        if (!nearest.found()) return std::nullopt;
        return content(
            RuleId::ShapeEnumSpelling,
            say("{} is not one of the values. Write {}.", shown_text(node_.text), nearest.name()),
            nearest.name());
    }

    std::optional<Problem> string_value() const {
        const std::string_view name = check_name_for_alias(node_.text);
        if (!name.empty()) {
            return content(RuleId::ShapeCheckAlias,
                           say("The service calls this check {}. Write that.", name),
                           std::string(name));
        }
        if (!at_.rule.one_of.empty()) return spelling(at_.rule.one_of);
        if (!has_blank(node_.text)) return std::nullopt;
        const std::string joined = without_blanks(node_.text);
        if (is_uuid(joined)) {
            return content(RuleId::ShapeTornId, say("Blanks tear this id apart. Write {}.", joined),
                           joined);
        }
        if (at_.rule.pattern == Pattern::Any || pattern_matches(at_.rule.pattern, node_.text))
            return std::nullopt;
        std::string underscored(node_.text);
        std::replace_if(underscored.begin(), underscored.end(), is_blank, '_');
        if (!pattern_matches(at_.rule.pattern, underscored)) return std::nullopt;
        return content(RuleId::ShapeNameBlank,
                       say("The name {} has blanks, and the service refuses it. Write {}.",
                           shown_text(node_.text), underscored),
                       underscored);
    }

    const ValueAt& at_;
    const JsonNode& node_;
};

}  // namespace

std::string_view check_name_for_alias(std::string_view alias) {
    for (const AuditCheckInfo& check : kAuditChecks) {
        if (!check.alias.empty() && check.alias == alias) return check.name;
    }
    return {};
}

std::optional<Span> plain_content(const JsonNode& node, Span span, std::string_view text) {
    if (span.end < span.begin + 2) return std::nullopt;
    const Span inside = {span.begin + 1, span.end - 1};
    const std::string_view bytes = text.substr(inside.begin, inside.end - inside.begin);
    const std::string_view decoded = span.begin == node.span.begin ? node.text : node.key;
    if (bytes != decoded) return std::nullopt;
    return inside;
}

std::optional<Problem> value_problem(const ValueAt& value) { return Rules(value).find(); }

std::optional<Problem> text_note(const JsonNode& node, std::string_view) {
    const std::string_view text = node.text;
    const std::size_t open = text.find('<');
    if (open != std::string_view::npos && text.find('>', open) != std::string_view::npos) {
        return Problem{RuleId::ShapePlaceholder,
                       node.span,
                       say("{} is a placeholder. Put a value of yours there.", shown_text(text)),
                       {}};
    }
    if (!text.starts_with("arn:")) return std::nullopt;
    std::size_t begin = 0;
    for (int colons = 0; colons < 4; ++colons) {
        begin = text.find(':', begin);
        if (begin == std::string_view::npos) return std::nullopt;
        ++begin;
    }
    const std::size_t end = text.find(':', begin);
    if (end == std::string_view::npos) return std::nullopt;
    const std::string_view account = text.substr(begin, end - begin);
    const bool digits = !account.empty() && std::all_of(account.begin(), account.end(), [](char c) {
        return c >= '0' && c <= '9';
    });
    if (!digits || account.size() == 12) return std::nullopt;
    return Problem{RuleId::ShapeAccountId,
                   node.span,
                   say("The account id {} has {} digits, and needs 12.", account, account.size()),
                   {}};
}

}  // namespace picket
