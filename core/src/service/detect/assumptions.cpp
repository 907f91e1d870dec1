// See assumptions.h.
#include "service/detect/assumptions.h"

#include <algorithm>

#include "service/detect/rules.h"
#include "world/settings.h"

namespace picket {

void rest_on(const World& world, Setting setting, std::vector<ExplainedSetting>& out) {
    const std::string_view name = setting_name(setting);
    const bool known = std::any_of(out.begin(), out.end(),
                                   [&](const ExplainedSetting& each) { return each.name == name; });
    if (!known) out.push_back({std::string(name), std::string(setting_text(world, setting))});
}

void add_settings(const World& world, const DetectRule& rule, std::vector<ExplainedSetting>& out) {
    const std::string_view metric = metric_of_series(rule.series);
    if (rule.duration_seconds > 0) {
        rest_on(world, Setting::WindowKind, out);
        rest_on(world, Setting::WindowGraceSeconds, out);
    }
    if (rule.kind == RuleKind::Statistic) {
        rest_on(world, Setting::PercentilePopulation, out);
        rest_on(world, Setting::PercentileInterpolation, out);
    }
    if (rule.kind == RuleKind::Members) rest_on(world, Setting::ListQuantifier, out);
    if (metric == "aws:message-byte-size") rest_on(world, Setting::MessageSizeValue, out);
    if (rule.aggregate == Aggregate::Last) rest_on(world, Setting::GaugeValue, out);
    if (rule.value_kind == ValueKind::Number) rest_on(world, Setting::NumberValue, out);
    if (rule.cloud_side) {
        rest_on(world, Setting::DatapointTime, out);
        rest_on(world, Setting::OfflineZeros, out);
    }
    rest_on(world, Setting::GapEffect, out);
    rest_on(world, Setting::SilenceHours, out);
}

}  // namespace picket
