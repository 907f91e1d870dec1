// What AWS charges for watching: datapoints of 30 days, as many as the looked-at ones come to for
// the whole fleet. Prices are settings.
#pragma once

#include <vector>

#include "picket/model/assessment.h"
#include "picket/world.h"

namespace picket {

// A metric is paid for once, however many behaviors look at it, as in AWS's own examples; but rules
// and models are paid for apart.
struct MonthlyDatapoints {
    double rules = 0;
    double learned = 0;
};
std::vector<CostLine> cost_lines(const World& world, const MonthlyDatapoints& datapoints);

}  // namespace picket
