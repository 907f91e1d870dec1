// Behaviors and values of metrics as a person would say them.
#pragma once

#include <string>

#include "items/section.h"
#include "picket/model/violation.h"

namespace picket::ui {

// "120", "10.0.0.0/8, 192.168.1.1", "443, 8883"; long lists are cut.
std::string value_words(const MetricValue& value);
// "aws:num-messages-sent is at most 100 within 5 min"
std::string behavior_words(const Behavior& behavior);
// "3 datapoints in a row raise the alarm, 1 clears it"
std::string datapoint_words(const BehaviorCriteria& criteria);
// What is normal, what raises the alarm, whether it is published.
void add_behavior(const Behavior& behavior, FactGroup& group);
// The series whose values the behavior is about: as keys of metric values spell it.
std::string behavior_series(const Behavior& behavior);
// A list counts as how many it holds.
double number_of(const MetricValue& value);
// The number that a static behavior compares with; nothing for lists, percentiles and models.
std::optional<double> threshold_of(const Behavior& behavior);
// "Static", "Statistical", "ML"; empty when nothing is compared.
std::string_view kind_words(const Behavior& behavior);

}  // namespace picket::ui
