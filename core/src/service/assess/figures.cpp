// See figures.h.
#include "service/assess/figures.h"

#include <algorithm>
#include <cmath>

#include "text/json_write.h"
#include "text/say.h"

namespace picket {
namespace {

// The value that `share` of them are not above; nearest rank.
double value_at(std::vector<double>& values, double share) {
    const auto count = static_cast<double>(values.size());
    const auto rank = static_cast<std::size_t>(std::max(std::ceil(count * share) - 1, 0.0));
    const auto place = values.begin() + static_cast<std::ptrdiff_t>(rank);
    std::nth_element(values.begin(), place, values.end());
    return *place;
}

ObservedValues observed(const VerdictTally& tally) {
    std::vector<double> values = tally.values;
    return {tally.smallest,        value_at(values, 0.01), value_at(values, 0.5),
            value_at(values, 0.9), value_at(values, 0.99), tally.largest};
}

std::string with_commas(std::int64_t number) {
    std::string text = std::to_string(number);
    for (std::size_t at = text.size(); at > (number < 0 ? 4u : 3u);) text.insert(at -= 3, ",");
    return text;
}

std::string alarm_words(const Figures& figures) {
    const AssessedBehavior& out = figures.out;
    if (out.alarms_raised == 0) return "It raises no alarm.";
    const std::int64_t devices = std::count_if(
        figures.tally.devices.begin(), figures.tally.devices.end(),
        [](const TalliedDevice& device) { return device.alarms > 0; });
    return say("It raises {} on {}, about {} a day in the whole fleet; {} cleared again.",
               counted_words(out.alarms_raised, "alarm"), counted_words(devices, "device"),
               number_words(out.expected_alarms_per_day), out.alarms_cleared);
}

}  // namespace

double Figures::share() const {
    return out.judged == 0 ? 0
                           : static_cast<double>(out.violating) / static_cast<double>(out.judged);
}

double Figures::fleet_factor() const {
    if (all.devices_looked_at == 0) return 1;
    return static_cast<double>(all.devices_measured) / static_cast<double>(all.devices_looked_at);
}

std::int64_t Figures::fleet_devices() const {
    return std::llround(static_cast<double>(out.devices) * fleet_factor());
}

std::int64_t Figures::judged_most() const {
    std::int64_t most = 0;
    for (const TalliedDevice& device : tally.devices) most = std::max(most, device.judged);
    return most;
}

AssessedBehavior assessed_behavior(const Behavior& behavior, const VerdictTally& tally,
                                   const AlarmCounts& counts) {
    AssessedBehavior out;
    out.name = behavior.name;
    out.metric = behavior.metric;
    for (const TalliedDevice& device : tally.devices) {
        out.devices += device.datapoints > 0 ? 1 : 0;
        out.devices_violating += device.violating > 0 ? 1 : 0;
        out.datapoints += device.datapoints;
        out.judged += device.judged;
        out.violating += device.violating;
    }
    if (!tally.values.empty()) out.observed = observed(tally);
    out.alarms_raised = counts.violations;
    out.alarms_cleared = counts.cleared;
    out.alarms_invalidated = counts.invalidated;
    return out;
}

std::string words_of_behavior(const Figures& figures) {
    const AssessedBehavior& out = figures.out;
    if (out.datapoints == 0) return "No device that was looked at reported its metric.";
    std::string text = say("{} of {}", counted_words(out.datapoints, "datapoint"),
                           counted_words(out.devices, "device"));
    if (out.observed) {
        text += say(", from {} to {}, half of them at most {}",
                    number_words(out.observed->smallest), number_words(out.observed->largest),
                    number_words(out.observed->p50));
    }
    text += ". ";
    if (figures.rule.kind == RuleKind::Learned)
        return say("{}A model judges them once it is built, and none is known before.", text);
    if (out.judged == 0) return say("{}None of them could be judged.", text);
    text += say("{} of {} violate it. ", share_words(figures.share()),
                counted_words(out.judged, "verdict"));
    return text + alarm_words(figures);
}

double rounded(double number, double scale) { return std::floor(number * scale + 0.5) / scale; }

std::string number_words(double number) {
    if (std::fabs(number) >= 1e15) return format_double(number);
    if (std::fabs(number) >= 100 || number == std::floor(number))
        return with_commas(static_cast<std::int64_t>(std::floor(number + 0.5)));
    const double scale = std::fabs(number) >= 10 ? 10 : std::fabs(number) >= 1 ? 100 : 1000;
    return format_double(rounded(number, scale));
}

std::string share_words(double share) {
    if (share > 0 && share < 0.00001) return "under 0.001 %";
    if (share < 1 && share > 0.9994) return "over 99.9 %";
    return say("{} %", number_words(share * 100));
}

std::string counted_words(std::int64_t count, const char* noun) {
    return say("{} {}{}", with_commas(count), noun, count == 1 ? "" : "s");
}

}  // namespace picket
