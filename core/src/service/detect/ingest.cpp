// See ingest.h.
#include "service/detect/ingest.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "service/detect/alarms.h"
#include "service/detect/devices.h"
#include "service/detect/metric_values.h"
#include "service/detect/notices.h"
#include "service/detect/rules.h"
#include "service/detect/tally.h"
#include "service/detect/upkeep.h"
#include "service/detect/windows_due.h"
#include "world/context.h"

namespace picket {
namespace {

constexpr double kNoValue = std::numeric_limits<double>::quiet_NaN();

bool acceptable(ValueKind kind, double value) {
    if (kind == ValueKind::Number) return std::isfinite(value);
    return value >= 0 && value <= kMetricCountMax;
}

std::optional<double> number_in(const MetricValue& value) {
    if (value.count) return static_cast<double>(*value.count);
    return value.number;
}

ValueKind kind_of_series(const World& world, const DetectSeries& series) {
    const DetectRule* rule = world.detect_rules.find(series.rules.front());
    return rule != nullptr ? rule->value_kind : ValueKind::Count;
}

// What a rule sees of message sizes, and of how many.
double size_for(Aggregate aggregate, const MessageSizes& sizes) {
    if (aggregate == Aggregate::Smallest) return sizes.smallest;
    return aggregate == Aggregate::Mean ? sizes.total : sizes.largest;
}

// Everything about one call that all its datapoints share.
class Feeder {
public:
    Feeder(World& world, Context& context, Timestamp time)
        : world_(world), context_(context), time_(time), options_(evaluation_options(world)) {}

    Ingested out;

    // `values` are of devices of one block.
    void feed(std::int64_t number, std::int64_t block, const Values& values) {
        const DetectRule* rule = world_.detect_rules.find(number);
        if (rule == nullptr) return;
        if (tallied(world_, number)) tally_datapoints(world_, number, *rule, values);
        if (rule->kind != RuleKind::Threshold && rule->kind != RuleKind::Statistic) return;
        options_.watched = watched_place(world_, number, block);
        steps_.clear();
        Fed fed;
        world_.detect_blocks.update(RuleBlockKey{number, block}, [&](RuleBlock& row) {
            fed = feed_values(*rule, options_, values, row, steps_);
        });
        if (!steps_.empty()) apply_steps(world_, context_, {number, *rule, block}, steps_);
        settle(number, *rule, fed);
    }

    void feed_set(std::int64_t number, std::int64_t device, const MetricValue& list) {
        const DetectRule* rule = world_.detect_rules.find(number);
        if (rule == nullptr || rule->kind != RuleKind::Members || !rule->criteria.value) return;
        Step step;
        bool monitored = false;
        world_.detect_blocks.update(RuleBlockKey{number, block_of(device)}, [&](RuleBlock& row) {
            DeviceState& state = row.devices[place_in_block(device)];
            monitored = state.monitored;
            if (monitored)
                step = feed_list(*rule, options_, time_, list, *rule->criteria.value, state);
        });
        if (!monitored) return;
        if (tallied(world_, number)) tally_list(world_, number, device, step);
        trace(number, device, list, step);
        apply_step(world_, context_, {number, *rule, device, step, list});
        Fed fed;
        (step.kind == StepKind::Late ? fed.late : fed.judged) = 1;
        settle(number, *rule, fed);
    }

private:
    void settle(std::int64_t number, const DetectRule& rule, const Fed& fed) {
        out.judged += fed.judged;
        out.late += fed.late;
        if (fed.judged > 0) count_alarms(world_, rule, {});
        const bool waits = fed.waits_for != Timestamp{} && rule.closing != fed.waits_for;
        if (fed.late > 0) {
            world_.detect_rules.update(number, [&](DetectRule& row) { row.late += fed.late; });
        }
        if (waits) queue_window(world_, number, fed.waits_for, context_.entry_id());
    }
    void trace(std::int64_t number, std::int64_t device, const MetricValue& list,
               const Step& step) {
        if (watched_place(world_, number, block_of(device)) !=
            static_cast<std::int64_t>(place_in_block(device)))
            return;
        DetectTrace row;
        row.time = time_;
        row.judged = step.kind == StepKind::Judged;
        row.value = list;
        row.violating = step.violating;
        row.alarm = step.alarm;
        if (!row.judged) row.note = "It came after a later datapoint.";
        world_.detect_traces.put(static_cast<std::int64_t>(world_.detect_traces.size()) + 1,
                                 std::move(row));
    }

    World& world_;
    Context& context_;
    Timestamp time_;
    EvaluationOptions options_;
    std::vector<Step> steps_;
};

struct Export {
    std::string profile;
    ExportedValue value;
};
void send_exports(World& world, Context& context, Timestamp time, std::vector<Export>& exports) {
    std::stable_sort(exports.begin(), exports.end(), [](const Export& left, const Export& right) {
        return left.profile < right.profile;
    });
    for (std::size_t i = 0; i < exports.size();) {
        std::vector<ExportedValue> values;
        const std::string& profile = exports[i].profile;
        for (; i < exports.size() && exports[i].profile == profile; ++i)
            values.push_back(exports[i].value);
        export_values(world, profile, time, values, context.entry_id());
    }
}

// The rules of one series that watch the device.
std::span<const DeviceRule> rules_for(const std::vector<DeviceRule>& rules, std::int64_t series) {
    const auto first = std::lower_bound(
        rules.begin(), rules.end(), series,
        [](const DeviceRule& rule, std::int64_t number) { return rule.series < number; });
    auto last = first;
    while (last != rules.end() && last->series == series) ++last;
    // By place and count: not every library makes a span of two iterators.
    return std::span(rules).subspan(static_cast<std::size_t>(first - rules.begin()),
                                    static_cast<std::size_t>(last - first));
}

void add_exports(const World& world, std::span<const DeviceRule> rules, const ExportedValue& value,
                 std::vector<Export>& exports) {
    for (const DeviceRule& each : rules) {
        const DetectRule* rule = world.detect_rules.find(each.rule);
        if (rule == nullptr || !rule->exports) continue;
        const bool has = std::any_of(exports.begin(), exports.end(), [&](const Export& other) {
            return other.value.value == value.value && other.profile == rule->profile;
        });
        if (!has) exports.push_back({rule->profile, value});
    }
}

// One run of devices that stand in the same block.
struct Run {
    std::int64_t block = 0;
    std::size_t begin = 0;
    std::size_t size = 0;
};
std::vector<Run> runs_of(std::span<const std::int64_t> devices) {
    std::vector<Run> runs;
    for (std::size_t i = 0; i < devices.size(); ++i) {
        const std::int64_t block = block_of(devices[i]);
        if (runs.empty() || runs.back().block != block) runs.push_back({block, i, 0});
        ++runs.back().size;
    }
    return runs;
}

// Values that are no measurements become none.
std::int64_t sift(ValueKind kind, std::span<const double> values, std::vector<double>& sifted) {
    std::int64_t refused = 0;
    for (std::size_t i = 0; i < values.size(); ++i) {
        const double value = values[i];
        if (value != value || acceptable(kind, value)) continue;
        if (sifted.empty()) sifted.assign(values.begin(), values.end());
        sifted[i] = kNoValue;
        ++refused;
    }
    return refused;
}

void store_column(World& world, Context& context, Timestamp time, const Column& column,
                  std::span<const double> values, std::int64_t series, ValueKind kind, Keep keep,
                  bool exports_any) {
    std::vector<Export> exports;
    std::vector<MetricValue> exported(exports_any ? column.devices.size() : 1);
    StoredMoment stored(world, time);
    for (std::size_t i = 0; i < column.devices.size(); ++i) {
        if (values[i] != values[i]) continue;
        const DetectDevice* device = find_device(world, column.devices[i]);
        if (device == nullptr) continue;
        const auto rules = rules_for(device->rules, series);
        if (rules.empty()) continue;
        MetricValue& value = exported[exports_any ? i : 0];
        put_number(kind, values[i], value);
        if (exports_any) add_exports(world, rules, {device->name, column.series, &value}, exports);
        if (keep == Keep::Values) stored.add(device->name, column.series, value);
    }
    send_exports(world, context, time, exports);
}

bool any_exports(const World& world, const DetectSeries& series) {
    return std::any_of(series.rules.begin(), series.rules.end(), [&](std::int64_t number) {
        const DetectRule* rule = world.detect_rules.find(number);
        return rule != nullptr && rule->exports;
    });
}

}  // namespace

Ingested ingest(World& world, Context& context, Timestamp time, std::string_view device,
                std::span<const MetricSample> samples, Keep keep) {
    Feeder feeder(world, context, time);
    if (time > context.now() || time <= Timestamp{}) {
        feeder.out.refused = static_cast<std::int64_t>(samples.size());
        return feeder.out;
    }
    const std::int64_t number = device_number(world, device);
    refresh_block(world, block_of(number));
    const DetectDevice row = *find_device(world, number);
    std::vector<Export> exports;
    StoredMoment stored(world, time);
    for (const MetricSample& sample : samples) {
        const DetectSeries* series = world.detect_series.find(sample.series);
        if (series == nullptr) continue;
        const auto rules = rules_for(row.rules, series->number);
        if (rules.empty()) continue;
        const auto single = number_in(sample.value);
        if (single &&
            !acceptable(sample.value.count ? ValueKind::Count : ValueKind::Number, *single)) {
            ++feeder.out.refused;
            continue;
        }
        add_exports(world, rules, {row.name, sample.series, &sample.value}, exports);
        if (keep == Keep::Values) stored.add(row.name, sample.series, sample.value);
        for (const DeviceRule& each : rules) {
            if (!single) {
                feeder.feed_set(each.rule, number, sample.value);
                continue;
            }
            const DetectRule* rule = world.detect_rules.find(each.rule);
            double value = *single;
            double weight = 1;
            if (sample.sizes && rule != nullptr) {
                value = size_for(rule->aggregate, *sample.sizes);
                if (rule->aggregate == Aggregate::Mean) weight = sample.sizes->count;
            }
            const std::int64_t first = block_of(number) * kDevicesPerBlock;
            feeder.feed(each.rule, block_of(number),
                        {time, first, {&number, 1}, {&value, 1}, {&weight, 1}});
        }
    }
    send_exports(world, context, time, exports);
    return feeder.out;
}

Ingested ingest(World& world, Context& context, Timestamp time, const Column& column, Keep keep) {
    Feeder feeder(world, context, time);
    const std::size_t count = column.devices.size();
    PICKET_ASSERT(column.values.size() == count);
    PICKET_ASSERT(column.sizes.empty() || column.sizes.size() == count);
    if (time > context.now() || time <= Timestamp{}) {
        feeder.out.refused = static_cast<std::int64_t>(count);
        return feeder.out;
    }
    const std::vector<Run> runs = runs_of(column.devices);
    for (const Run& run : runs) refresh_block(world, run.block);
    const DetectSeries* found = world.detect_series.find(column.series);
    if (found == nullptr) return feeder.out;
    const DetectSeries series = *found;
    const ValueKind kind = kind_of_series(world, series);
    std::vector<double> sifted;
    feeder.out.refused = sift(kind, column.values, sifted);
    const std::span<const double> values = sifted.empty() ? column.values : sifted;
    const bool exports = any_exports(world, series);
    if (keep == Keep::Values || exports)
        store_column(world, context, time, column, values, series.number, kind, keep, exports);
    std::vector<double> sizes;
    std::vector<double> weights;
    for (const std::int64_t number : series.rules) {
        const DetectRule* rule = world.detect_rules.find(number);
        if (rule == nullptr) continue;
        std::span<const double> seen = values;
        std::span<const double> weighted;
        if (!column.sizes.empty() && rule->aggregate != Aggregate::Largest) {
            sizes.assign(count, kNoValue);
            weights.assign(count, 1);
            for (std::size_t i = 0; i < count; ++i) {
                if (values[i] == values[i]) sizes[i] = size_for(rule->aggregate, column.sizes[i]);
                if (rule->aggregate == Aggregate::Mean) weights[i] = column.sizes[i].count;
            }
            seen = sizes;
            weighted = weights;
        }
        for (const Run& run : runs) {
            const Values values_of_run = {
                time, run.block * kDevicesPerBlock, column.devices.subspan(run.begin, run.size),
                seen.subspan(run.begin, run.size),
                weighted.empty() ? weighted : weighted.subspan(run.begin, run.size)};
            feeder.feed(number, run.block, values_of_run);
        }
    }
    return feeder.out;
}

}  // namespace picket
