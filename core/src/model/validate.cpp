// See validate.h. The sentences are the service's own form.
#include "model/validate.h"

#include <algorithm>

#include "model/patterns.h"
#include "text/json_tree.h"
#include "text/say.h"

namespace picket {
namespace {

constexpr std::size_t kValueShownMax = 80;
constexpr std::size_t kProblemsShownMax = 10;

std::string joined(std::span<const std::string_view> names) {
    std::string out;
    for (std::string_view name : names) {
        if (!out.empty()) out += ", ";
        out += name;
    }
    return out;
}

std::string_view kind_word(Kind kind) {
    switch (kind) {
    case Kind::Bool:
        return "a boolean (true or false)";
    case Kind::Integer:
        return "a whole number";
    case Kind::Double:
        return "a number";
    case Kind::String:
        return "a string";
    case Kind::Time:
        return "a time as epoch seconds, a number";
    case Kind::Enum:
        return "a string";
    case Kind::List:
        return "a list";
    case Kind::Map:
        return "an object";
    case Kind::Structure:
        return "an object";
    case Kind::Document:
        return "a JSON value";
    }
    PICKET_UNREACHABLE();
}

}  // namespace

std::string shown(std::string_view value) {
    if (value.size() <= kValueShownMax) return std::string(value);
    std::size_t cut = kValueShownMax;
    while (cut > 0 && (static_cast<unsigned char>(value[cut]) & 0xC0) == 0x80) --cut;
    return say("{}...", value.substr(0, cut));
}

std::string member_names(const ShapeInfo& shape) {
    std::vector<std::string_view> names;
    for (const MemberInfo& member : shape.members) names.push_back(member.name);
    return joined(names);
}

Validator::Step::Step(Validator& validator, std::string_view name)
    : path_(validator.path_), length_(path_.size()) {
    append_path_key(path_, name);
}
Validator::Step::Step(Validator& validator, std::size_t index)
    : path_(validator.path_), length_(path_.size()) {
    append_path_index(path_, index);
}

void Validator::problem(Rank rank, std::string_view value, std::string_view constraint) {
    sentence(rank, say("Value '{}' at '{}' failed to satisfy constraint: {}", shown(value), path_,
                       constraint));
}

void Validator::sentence(Rank rank, std::string text) {
    problems_.push_back({rank, path_, std::move(text)});
}

void Validator::missing() {
    sentence(
        Rank::Required,
        say("Value null at '{}' failed to satisfy constraint: Member must not be null", path_));
}

void Validator::wrong_type(const ShapeInfo& shape, std::string_view value, std::string_view hint) {
    std::string constraint = say("Member must be {}", kind_word(shape.kind));
    if (!hint.empty()) constraint += say("; {}", hint);
    problem(Rank::Type, value, constraint);
}

void Validator::members_present(const ShapeInfo& shape, std::size_t present) {
    if (present == 1) return;
    sentence(Rank::Union,
             say("Exactly one member of {} must be set, found {}; choose one of {}",
                 path_.empty() ? "the request" : say("'{}'", path_), present, member_names(shape)));
}

void Validator::text(const Rule& rule, std::string_view value) {
    if (rule.min != Rule::kNoMin || rule.max != Rule::kNoMax) {
        const auto length = static_cast<std::int64_t>(code_points(value));
        if (length < rule.min) {
            problem(Rank::Range, value,
                    say("Member must have length greater than or equal to {}", rule.min));
        }
        if (length > rule.max) {
            problem(Rank::Range, value,
                    say("Member must have length less than or equal to {}", rule.max));
        }
    }
    if (rule.pattern != Pattern::Any && !pattern_matches(rule.pattern, value)) {
        problem(
            Rank::Pattern, value,
            say("Member must satisfy regular expression pattern: {}", pattern_text(rule.pattern)));
    }
    if (!rule.one_of.empty() &&
        std::find(rule.one_of.begin(), rule.one_of.end(), value) == rule.one_of.end()) {
        problem(Rank::Pattern, value,
                say("Member must satisfy enum value set: [{}]", joined(rule.one_of)));
    }
}

void Validator::enumerator(const ShapeInfo& shape, std::string_view value, void* out) {
    for (std::size_t i = 0; i < shape.enumerators.size(); ++i) {
        if (shape.enumerators[i] == value) {
            *static_cast<std::uint8_t*>(out) = static_cast<std::uint8_t>(i);
            return;
        }
    }
    problem(Rank::Pattern, value,
            say("Member must satisfy enum value set: [{}]", joined(shape.enumerators)));
}

void Validator::count(const Rule& rule, std::size_t size, std::string_view value) {
    const auto length = static_cast<std::int64_t>(size);
    if (length < rule.min) {
        problem(Rank::Range, value,
                say("Member must have length greater than or equal to {}", rule.min));
    }
    if (length > rule.max) {
        problem(Rank::Range, value,
                say("Member must have length less than or equal to {}", rule.max));
    }
}

void Validator::integer(const Rule& rule, std::int64_t value) {
    if (rule.in_own_words) return;
    if (value < rule.min) {
        problem(Rank::Range, std::to_string(value),
                say("Member must have value greater than or equal to {}", rule.min));
    }
    if (value > rule.max) {
        problem(Rank::Range, std::to_string(value),
                say("Member must have value less than or equal to {}", rule.max));
    }
}

std::vector<Validator::Problem> Validator::take() {
    std::vector<Problem> sorted;
    sorted.reserve(problems_.size());
    for (std::uint8_t rank = 0; rank <= static_cast<std::uint8_t>(Rank::Union); ++rank) {
        for (Problem& problem : problems_) {
            if (static_cast<std::uint8_t>(problem.rank) == rank)
                sorted.push_back(std::move(problem));
        }
    }
    problems_.clear();
    return sorted;
}

Refusal Validator::verdict() {
    const std::vector<Problem> problems = take();
    if (problems.empty()) return std::nullopt;
    const std::size_t count = problems.size();
    std::string message = std::to_string(count) + (count == 1 ? " validation error detected: "
                                                              : " validation errors detected: ");
    for (std::size_t i = 0; i < std::min(count, kProblemsShownMax); ++i) {
        if (i > 0) message += "; ";
        message += problems[i].text;
    }
    if (count > kProblemsShownMax) message += say("; and {} more", count - kProblemsShownMax);
    return refuse(ErrorCode::InvalidRequest, std::move(message), problems.front().path);
}

}  // namespace picket
