// The behaviors and retained metrics of all profiles in the form in which they are evaluated, found
// by series. Made when the first datapoint comes, and kept up to date from then on; who writes
// profiles says so here.
#pragma once

#include <string>
#include <string_view>

#include "picket/world.h"

namespace picket {

// Whether there are rules: nothing has to be kept up to date before.
bool detect_awake(const World& world);
void wake_detect(World& world);

// The one row of counters, made when it is absent.
DetectCounters detect_counters(const World& world);
void put_detect_counters(World& world, DetectCounters counters);

// The profile was written or deleted. Rules that are gone end their alarms; a rule whose criteria
// changed counts anew. Free before the first datapoint.
void note_profile_change(World& world, const std::string& profile);
// What the profile is attached to changed.
void note_target_change(World& world, const std::string& profile);
// A setting that rules depend on may have changed.
void note_setting_change(World& world);

// The behavior of a rule; nullptr when the metric is only retained.
const Behavior* behavior_of(const World& world, const DetectRule& rule);
// The metric in the name of a series.
std::string_view metric_of_series(std::string_view series);
std::optional<MetricDimension> dimension_of_series(std::string_view series);

std::optional<std::int64_t> rule_number(const World& world, const std::string& profile,
                                        const std::string& behavior);

}  // namespace picket
