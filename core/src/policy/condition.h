// Condition operators of policies: StringEquals, ArnLike, NumericLessThan, IpAddress, Null and the
// rest, with the suffix IfExists and the prefixes ForAnyValue: and ForAllValues:.
//
// Rules for keys that the request does not have: a plain operator does not hold, a negated one
// does, ...IfExists does, ForAllValues does, ForAnyValue does not.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "policy/text_pattern.h"

namespace picket {

enum class ConditionFamily : std::uint8_t {
    Exact,
    ExactIgnoringCase,
    Like,
    Numeric,
    Time,
    Bool,
    Binary,
    Ip,
    Arn,
    Null,
};
enum class ConditionOrder : std::uint8_t { Equal, Less, LessOrEqual, Greater, GreaterOrEqual };
enum class ConditionQuantifier : std::uint8_t { None, ForAnyValue, ForAllValues };

struct ConditionOperator {
    ConditionFamily family = ConditionFamily::Exact;
    ConditionOrder order = ConditionOrder::Equal;
    ConditionQuantifier quantifier = ConditionQuantifier::None;
    bool negated = false;
    bool if_exists = false;
};

// "ForAnyValue:StringLikeIfExists"; nothing when there is no such operator. Names are
// case-sensitive.
std::optional<ConditionOperator> read_condition_operator(std::string_view name);
// The known name nearest to a misspelt one, for a hint; empty when none is near.
std::string_view similar_condition_operator(std::string_view name);

// Why a value in a policy can never be compared by the operator; empty when it can. Values with
// variables are known only at the request.
std::string condition_value_problem(const ConditionOperator& op, std::string_view value);

// `variables` is nullptr where ${...} has no meaning. `missing` takes the name of a variable that
// had no value.
bool condition_holds(const ConditionOperator& op, const std::vector<std::string>* request_values,
                     const std::vector<std::string_view>& policy_values,
                     const PolicyContext* variables, std::string& missing);

}  // namespace picket
