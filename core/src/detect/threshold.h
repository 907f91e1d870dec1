// Whether one value is as a behavior says. A behavior describes what is normal: a value that
// conforms is normal, any other violates it.
#pragma once

#include "picket/model/behavior.h"

namespace picket {

// x OP bound. Operators of sets conform never: a profile with them for a number is refused.
bool conforms(ComparisonOperator comparison, double value, double bound);

// Which elements of a list have to be inside of a set, or outside of it. The documentation does not
// say; a list without elements conforms always.
enum class Quantifier : std::uint8_t { Every, Any };

// A list against a set: addresses in blocks, ports, numbers or texts. Addresses that do not parse
// are in no block.
bool conforms(ComparisonOperator comparison, const MetricValue& list, const MetricValue& set,
              Quantifier quantifier);

}  // namespace picket
