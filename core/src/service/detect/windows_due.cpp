// See windows_due.h.
#include "service/detect/windows_due.h"

#include <cmath>

#include "service/detect/alarms.h"
#include "service/detect/devices.h"
#include "service/detect/rules.h"
#include "service/detect/tally.h"
#include "text/decimal.h"
#include "world/context.h"
#include "world/settings.h"

namespace picket {
namespace {

constexpr std::int64_t kUnitsPerBlock = 40;

void trace(World& world, const BlockSteps& at, const Step& step) {
    DetectTrace row;
    row.time = step.time;
    row.judged = step.kind == StepKind::Judged;
    row.value = number_value(at.rule.value_kind, step.value);
    if (at.rule.duration_seconds > 0 && row.judged) {
        row.window_from = step.time - at.rule.duration_seconds * kSecond;
        row.window_to = step.time;
    }
    if (row.judged) row.bound = step.bound;
    row.fleet = at.fleet;
    row.violating = step.violating;
    row.alarm = step.alarm;
    if (step.kind == StepKind::Late)
        row.note = "It came after its window had closed, or after a later datapoint.";
    world.detect_traces.put(static_cast<std::int64_t>(world.detect_traces.size()) + 1,
                            std::move(row));
}

struct Window {
    std::int64_t rule = 0;
    Timestamp end;
};
std::string window_text(const Window& window) {
    return std::to_string(window.rule) + ' ' + std::to_string(window.end.ms);
}
std::optional<Window> read_window(const std::string& text) {
    const std::size_t blank = text.find(' ');
    if (blank == std::string::npos) return std::nullopt;
    const auto rule = parse_int64(std::string_view(text).substr(0, blank));
    const auto end = parse_int64(std::string_view(text).substr(blank + 1));
    if (!rule || !end) return std::nullopt;
    return Window{*rule, {*end}};
}

// Calls f(block number, RuleBlock&) for each block of the rule, and returns how many there are.
template <class F>
std::int64_t change_blocks(World& world, std::int64_t rule, F&& f) {
    std::vector<std::int64_t> blocks;
    for (auto at = world.detect_blocks.lower_bound(RuleBlockKey{rule, 0});
         at != world.detect_blocks.end() && at->key.rule == rule; ++at) {
        blocks.push_back(at->key.block);
    }
    for (const std::int64_t block : blocks) {
        refresh_block(world, block);
        world.detect_blocks.update(RuleBlockKey{rule, block},
                                   [&](RuleBlock& row) { f(block, row); });
    }
    return static_cast<std::int64_t>(blocks.size());
}

struct Close {
    World& world;
    Context& context;
    std::int64_t number;
    const DetectRule& rule;
    Timestamp end;
    EvaluationOptions options;
    std::int64_t judged = 0;
};

std::int64_t close_thresholds(Close& close) {
    std::vector<std::pair<std::int64_t, std::vector<Step>>> found;
    const std::int64_t blocks = change_blocks(
        close.world, close.number, [&](std::int64_t number, RuleBlock& block) {
            std::vector<Step> steps;
            EvaluationOptions options = close.options;
            options.watched = watched_place(close.world, close.number, number);
            close.judged += close_windows(close.rule, options, close.end, block, steps);
            if (!steps.empty()) found.emplace_back(number, std::move(steps));
        });
    for (const auto& [block, steps] : found)
        apply_steps(close.world, close.context, {close.number, close.rule, block}, steps);
    return blocks;
}

void note_no_percentile(Close& close, std::size_t fleet) {
    const auto watch = close.world.detect_watches.begin();
    if (watch == close.world.detect_watches.end() || watch->key.rule != close.number) return;
    DetectTrace row;
    row.time = close.end;
    row.window_to = close.end;
    row.fleet = static_cast<std::int64_t>(fleet);
    row.note = fleet == 0 ? "No device had a value in the window, so there is no percentile."
                          : "A value of the window is negative, so there is no percentile.";
    close.world.detect_traces.put(static_cast<std::int64_t>(close.world.detect_traces.size()) + 1,
                                  std::move(row));
}

std::int64_t close_statistic(Close& close) {
    std::vector<double> fleet;
    std::int64_t blocks = change_blocks(close.world, close.number,
                                        [&](std::int64_t, RuleBlock& block) {
                                            collect_windows(close.rule, close.end, block, fleet);
                                        });
    const auto size = static_cast<std::int64_t>(fleet.size());
    const auto bound = percentile(fleet, close.rule.percentile, close.options.interpolation);
    std::vector<std::pair<std::int64_t, std::vector<Step>>> found;
    blocks += change_blocks(close.world, close.number, [&](std::int64_t number, RuleBlock& block) {
        if (!bound) return drop_windows(close.rule, close.end, block);
        std::vector<Step> steps;
        EvaluationOptions options = close.options;
        options.watched = watched_place(close.world, close.number, number);
        close.judged += judge_windows(close.rule, options, close.end, *bound, block, steps);
        if (!steps.empty()) found.emplace_back(number, std::move(steps));
    });
    if (!bound) note_no_percentile(close, fleet.size());
    for (const auto& [block, steps] : found)
        apply_steps(close.world, close.context, {close.number, close.rule, block, size}, steps);
    return blocks;
}

}  // namespace

MetricValue number_value(ValueKind kind, double number) {
    MetricValue value;
    put_number(kind, number, value);
    return value;
}

void put_number(ValueKind kind, double number, MetricValue& value) {
    if (kind == ValueKind::Number) {
        value.number = number;
    } else {
        value.count = std::llround(number);
    }
}

EvaluationOptions evaluation_options(const World& world) {
    EvaluationOptions options;
    options.gap_ends_row = setting_text(world, Setting::GapEffect) == "reset";
    if (setting_text(world, Setting::PercentileInterpolation) == "linear")
        options.interpolation = Interpolation::Linear;
    if (setting_text(world, Setting::ListQuantifier) == "any") options.quantifier = Quantifier::Any;
    return options;
}

std::int64_t watched_place(const World& world, std::int64_t rule, std::int64_t block) {
    if (tallied(world, rule)) return kEveryPlace;
    if (world.detect_watches.empty()) return -1;
    const DetectWatch watch = world.detect_watches.begin()->key;
    if (watch.rule != rule || block_of(watch.device) != block) return -1;
    return static_cast<std::int64_t>(place_in_block(watch.device));
}

void apply_steps(World& world, Context& context, const BlockSteps& at,
                 const std::vector<Step>& steps) {
    const std::int64_t watched = watched_place(world, at.rule_number, at.block);
    if (watched == kEveryPlace)
        tally_steps(world, at.rule_number, at.block * kDevicesPerBlock, steps);
    for (const Step& step : steps) {
        if (watched == kEveryPlace && step.change == AlarmChange::None) continue;
        if (step.device == watched) trace(world, at, step);
        apply_step(world, context,
                   {at.rule_number, at.rule, at.block * kDevicesPerBlock + step.device, step,
                    number_value(at.rule.value_kind, step.value)});
    }
}

void queue_window(World& world, std::int64_t rule, Timestamp end, std::int64_t entry_id) {
    const std::int64_t grace = setting_number(world, Setting::WindowGraceSeconds) * kSecond;
    world.due.put({std::max(end + grace, world.now), world.next_sequence++},
                  {DueKind::DetectWindow, window_text({rule, end})});
    world.detect_rules.update(rule, [&](DetectRule& row) {
        row.closing = end;
        row.entry_id = entry_id;
    });
}

std::int64_t run_detect_window(World& world, const std::string& subject) {
    const auto window = read_window(subject);
    if (!window) return 1;
    const DetectRule* found = world.detect_rules.find(window->rule);
    if (found == nullptr) return 1;
    const DetectRule rule = *found;
    Context context(world, rule.entry_id);
    Close close = {world, context, window->rule, rule, window->end, evaluation_options(world)};
    const std::int64_t blocks = rule.kind == RuleKind::Statistic ? close_statistic(close)
                                                                 : close_thresholds(close);
    world.detect_rules.update(window->rule, [&](DetectRule& row) { row.closed = window->end; });
    if (close.judged > 0) count_alarms(world, rule, {});
    return 1 + blocks * kUnitsPerBlock;
}

}  // namespace picket
