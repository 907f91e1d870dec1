// Compares what a policy asks for with what a request has, by kind of operator.
#include "policy/condition.h"

#include <algorithm>

#include "picket/result.h"
#include "picket/time.h"
#include "text/cidr.h"
#include "text/decimal.h"

namespace picket {
namespace {

struct Row {
    std::string_view name;
    ConditionFamily family;
    ConditionOrder order;
    bool negated;
};
using enum ConditionFamily;
using enum ConditionOrder;
constexpr Row kRows[] = {
    {"StringEquals", Exact, Equal, false},
    {"StringNotEquals", Exact, Equal, true},
    {"StringEqualsIgnoreCase", ExactIgnoringCase, Equal, false},
    {"StringNotEqualsIgnoreCase", ExactIgnoringCase, Equal, true},
    {"StringLike", Like, Equal, false},
    {"StringNotLike", Like, Equal, true},
    {"NumericEquals", Numeric, Equal, false},
    {"NumericNotEquals", Numeric, Equal, true},
    {"NumericLessThan", Numeric, Less, false},
    {"NumericLessThanEquals", Numeric, LessOrEqual, false},
    {"NumericGreaterThan", Numeric, Greater, false},
    {"NumericGreaterThanEquals", Numeric, GreaterOrEqual, false},
    {"DateEquals", Time, Equal, false},
    {"DateNotEquals", Time, Equal, true},
    {"DateLessThan", Time, Less, false},
    {"DateLessThanEquals", Time, LessOrEqual, false},
    {"DateGreaterThan", Time, Greater, false},
    {"DateGreaterThanEquals", Time, GreaterOrEqual, false},
    {"Bool", Bool, Equal, false},
    {"BinaryEquals", Binary, Equal, false},
    {"IpAddress", Ip, Equal, false},
    {"NotIpAddress", Ip, Equal, true},
    {"ArnEquals", Arn, Equal, false},
    {"ArnNotEquals", Arn, Equal, true},
    {"ArnLike", Arn, Equal, false},
    {"ArnNotLike", Arn, Equal, true},
    {"Null", Null, Equal, false},
};

constexpr std::string_view kIfExists = "IfExists";
constexpr std::string_view kForAny = "ForAnyValue:";
constexpr std::string_view kForAll = "ForAllValues:";

template <class T>
bool ordered(ConditionOrder order, const T& actual, const T& wanted) {
    switch (order) {
    case Equal:
        return actual == wanted;
    case Less:
        return actual < wanted;
    case LessOrEqual:
        return !(wanted < actual);
    case Greater:
        return wanted < actual;
    case GreaterOrEqual:
        return !(actual < wanted);
    }
    PICKET_UNREACHABLE();
}

// A block lies within a block when the first bits agree; an address is a block of one.
bool contains(const Cidr& block, const Cidr& inner) {
    if (block.is_version_6 != inner.is_version_6 || inner.prefix_bits < block.prefix_bits)
        return false;
    for (int bit = 0; bit < block.prefix_bits; ++bit) {
        const int mask = 0x80 >> (bit % 8);
        const auto byte = static_cast<std::size_t>(bit / 8);
        if (((block.bytes[byte] ^ inner.bytes[byte]) & mask) != 0) return false;
    }
    return true;
}

bool compare_parsed(const ConditionOperator& op, std::string_view actual, std::string_view wanted) {
    if (op.family == Numeric) {
        const auto left = parse_double(actual);
        const auto right = parse_double(wanted);
        return left && right && ordered(op.order, *left, *right);
    }
    if (op.family == Time) {
        const auto left = parse_time(actual);
        const auto right = parse_time(wanted);
        return left && right && ordered(op.order, left->ms, right->ms);
    }
    if (op.family == Ip) {
        const auto left = parse_cidr(actual);
        const auto right = parse_cidr(wanted);
        return left && right && contains(*right, *left);
    }
    return op.family == Bool ? equal_ignoring_case(actual, wanted) : actual == wanted;
}

// One value of the request against one of the policy, negation aside.
bool compare(const ConditionOperator& op, std::string_view actual, std::string_view wanted,
             const PolicyContext* variables, std::string& missing) {
    const bool wildcards = op.family == Like || op.family == Arn;
    const bool text = wildcards || op.family == Exact || op.family == ExactIgnoringCase;
    if (!text) return compare_parsed(op, actual, wanted);
    const TextPattern pattern = read_pattern(wanted, variables, wildcards);
    if (!pattern.missing.empty()) missing = pattern.missing;
    if (op.family == Arn) return matches_arn(pattern, actual);
    return matches(pattern, actual, op.family == ExactIgnoringCase);
}

}  // namespace

std::optional<ConditionOperator> read_condition_operator(std::string_view name) {
    ConditionOperator op;
    if (name.starts_with(kForAny)) {
        op.quantifier = ConditionQuantifier::ForAnyValue;
        name.remove_prefix(kForAny.size());
    } else if (name.starts_with(kForAll)) {
        op.quantifier = ConditionQuantifier::ForAllValues;
        name.remove_prefix(kForAll.size());
    }
    if (name.ends_with(kIfExists)) {
        op.if_exists = true;
        name.remove_suffix(kIfExists.size());
    }
    for (const Row& row : kRows) {
        if (row.name != name) continue;
        if (row.family == Null && (op.if_exists || op.quantifier != ConditionQuantifier::None))
            return std::nullopt;
        op.family = row.family;
        op.order = row.order;
        op.negated = row.negated;
        return op;
    }
    return std::nullopt;
}

std::string_view similar_condition_operator(std::string_view name) {
    for (const Row& row : kRows) {
        if (equal_ignoring_case(row.name, name)) return row.name;
    }
    for (const Row& row : kRows) {
        if (name.size() >= 4 && row.name.starts_with(name.substr(0, 4))) return row.name;
    }
    return {};
}

std::string condition_value_problem(const ConditionOperator& op, std::string_view value) {
    if (value.find("${") != std::string_view::npos) return {};
    switch (op.family) {
    case Numeric:
        return parse_double(value) ? std::string() : "is not a number";
    case Time:
        return parse_time(value) ? std::string()
                                 : "is not a date; the form is 2026-01-31T00:00:00Z";
    case Ip:
        return parse_cidr(value) ? std::string()
                                 : "is not an IP address or a block such as 10.0.0.0/8";
    case Bool:
    case Null:
        return equal_ignoring_case(value, "true") || equal_ignoring_case(value, "false")
                   ? std::string()
                   : "is neither \"true\" nor \"false\"";
    case Exact:
    case ExactIgnoringCase:
    case Like:
    case Binary:
    case Arn:
        return {};
    }
    PICKET_UNREACHABLE();
}

bool condition_holds(const ConditionOperator& op, const std::vector<std::string>* request_values,
                     const std::vector<std::string_view>& policy_values,
                     const PolicyContext* variables, std::string& missing) {
    const bool absent = request_values == nullptr || request_values->empty();
    if (op.family == Null) {
        return std::any_of(policy_values.begin(), policy_values.end(), [&](std::string_view value) {
            return equal_ignoring_case(value, absent ? "true" : "false");
        });
    }
    using enum ConditionQuantifier;
    if (absent) {
        if (op.if_exists || op.quantifier == ForAllValues) return true;
        return op.negated && op.quantifier == None;
    }
    auto listed = [&](const std::string& actual) {
        return std::any_of(policy_values.begin(), policy_values.end(), [&](std::string_view value) {
            return compare(op, actual, value, variables, missing);
        });
    };
    auto holds = [&](const std::string& actual) { return listed(actual) != op.negated; };
    // Without a prefix, a negated operator speaks of all values and a plain one of any: that is
    // what they say of a single value, and what keeps them each other's opposite.
    const bool all = op.quantifier == ForAllValues || (op.quantifier == None && op.negated);
    const bool verdict = all ? std::all_of(request_values->begin(), request_values->end(), holds)
                             : std::any_of(request_values->begin(), request_values->end(), holds);
    // A variable without a value makes the condition not hold, even a negated one.
    return verdict && missing.empty();
}

}  // namespace picket
