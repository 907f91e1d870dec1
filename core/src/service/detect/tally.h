// Counts what evaluation makes of rules that are being assessed. A rule is, when it has a row in
// the table of tallies: only Worlds that are dropped have any, so that all others pay one look at
// an empty table.
#pragma once

#include <vector>

#include "detect/evaluate.h"
#include "picket/world.h"

namespace picket {

inline bool tallied(const World& world, std::int64_t rule) {
    return !world.detect_tallies.empty() && world.detect_tallies.contains(rule);
}

// Datapoints as they come. Those of a rule that nothing judges are its values, too.
void tally_datapoints(World& world, std::int64_t number, const DetectRule& rule,
                      const Values& values);
// Verdicts on devices of a block, of which `first` is the number of the first.
void tally_steps(World& world, std::int64_t number, std::int64_t first,
                 const std::vector<Step>& steps);
// A list: the datapoint and its verdict in one.
void tally_list(World& world, std::int64_t number, std::int64_t device, const Step& step);

}  // namespace picket
