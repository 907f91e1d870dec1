// See devices.h.
#include "service/detect/devices.h"

#include <algorithm>

#include "service/detect/alarms.h"
#include "service/detect/ingest.h"
#include "service/detect/profile_tables.h"
#include "service/detect/rules.h"
#include "service/detect/upkeep.h"
#include "service/detect/violation_tables.h"
#include "service/facets.h"
#include "service/pair_range.h"
#include "service/registry/registry.h"
#include "world/settings.h"

namespace picket {
namespace {

struct Watcher {
    DeviceRule rule;
    bool monitored = false;
    bool measured = false;
};

bool before(const DeviceRule& left, const DeviceRule& right) {
    return left.series != right.series ? left.series < right.series : left.rule < right.rule;
}

// Rules of the profiles that monitor the device; and, if percentiles are of the whole account, all
// rules that need one.
std::vector<Watcher> watchers_of(const World& world, const std::string& device) {
    std::vector<Watcher> watchers;
    const std::vector<std::string> profiles = profiles_of_device(world, device);
    for (const std::string& profile : profiles) {
        for (auto at = world.detect_rules_of.lower_bound(pair_begin(profile));
             at != world.detect_rules_of.end() && at->key.first == profile; ++at) {
            const DetectRule* rule = world.detect_rules.find(at->value);
            if (rule != nullptr && !rule->series.empty())
                watchers.push_back({{rule->series_number, at->value}, true, true});
        }
    }
    if (setting_text(world, Setting::PercentilePopulation) == "account") {
        for (const auto entry : world.detect_rules) {
            const bool has = std::binary_search(profiles.begin(), profiles.end(),
                                                entry.value.profile);
            if (entry.value.kind == RuleKind::Statistic && !has)
                watchers.push_back({{entry.value.series_number, entry.key}, false, true});
        }
    }
    std::sort(watchers.begin(), watchers.end(), [](const Watcher& left, const Watcher& right) {
        return before(left.rule, right.rule);
    });
    return watchers;
}

// The state of the device for a rule, for writing. The block comes into being with it, and is as
// long as the last of its devices that the rule watches needs.
template <class F>
void change_state(World& world, std::int64_t rule, std::int64_t device, F&& f) {
    const RuleBlockKey key = {rule, block_of(device)};
    if (!world.detect_blocks.contains(key)) world.detect_blocks.put(key, {});
    world.detect_blocks.update(key, [&](RuleBlock& block) {
        const std::size_t place = place_in_block(device);
        if (place >= block.devices.size()) block.devices.resize(place + 1);
        f(block.devices[place]);
    });
}

// The rule no longer watches the identity; its alarm ends, or goes on without datapoints.
void drop_rule(World& world, std::int64_t device, const DetectDevice& row, std::int64_t rule,
               std::string_view reason) {
    const OpenAlarmKey key = {rule, device, row.registered};
    Timestamp last;
    if (world.detect_rules.contains(rule)) {
        change_state(world, rule, device, [&](DeviceState& state) {
            last = state.last;
            state = {};
        });
    }
    if (!world.open_alarms.contains(key)) return;
    if (!reason.empty()) {
        end_alarm(world, key, reason);
    } else {
        world.open_alarms.update(key, [&](OpenAlarm& alarm) { alarm.last = last; });
    }
}

bool belongs_to(const World& world, const OpenAlarmKey& alarm, const NewestFirst& place) {
    const OpenAlarm* found = world.open_alarms.find(alarm);
    return found != nullptr && found->start == place.time && found->id == place.id;
}

// An alarm that came with a documented response becomes one that datapoints clear, silence ends and
// detaching invalidates.
void adopt(World& world, const OpenAlarmKey& key, const DetectDevice& row) {
    const DetectRule* rule = world.detect_rules.find(key.rule);
    if (world.active_violations.empty() || rule == nullptr || world.open_alarms.contains(key))
        return;
    const OpenAlarmKey other = {key.rule, key.device, !key.registered};
    for (const NewestFirst& place :
         facet_keys(world.active_violations_by, violation_thing_facet(row.name))) {
        const ActiveViolation* violation = world.active_violations.find(place);
        if (violation == nullptr || violation->security_profile_name != rule->profile ||
            violation->behavior.name != rule->behavior || belongs_to(world, other, place))
            continue;
        const Timestamp last = violation->last_violation_time;
        world.open_alarms.put(key, {place.time, place.id, last, world.running_entry});
        want_upkeep(world, last + setting_number(world, Setting::SilenceHours) * kHour);
        return;
    }
}

void start_rule(World& world, std::int64_t device, const DetectDevice& row,
                const Watcher& watcher) {
    const OpenAlarmKey key = {watcher.rule.rule, device, row.registered};
    if (watcher.monitored) adopt(world, key, row);
    const bool in_alarm = world.open_alarms.contains(key);
    change_state(world, watcher.rule.rule, device, [&](DeviceState& state) {
        if (watcher.monitored) state.alarm.in_alarm = in_alarm;
        state.monitored = watcher.monitored;
        state.measured = watcher.measured;
    });
}

void refresh(World& world, std::int64_t number, DetectDevice& row) {
    const bool registered = world.things.contains(row.name);
    if (registered != row.registered) {
        // A thing that is deleted ends its alarms; a client id that is registered just falls
        // silent.
        const std::string_view reason = row.registered ? "the thing was deleted" : "";
        for (const DeviceRule& rule : row.rules) drop_rule(world, number, row, rule.rule, reason);
        row.rules.clear();
        row.registered = registered;
    }
    const std::vector<Watcher> watchers = watchers_of(world, row.name);
    std::vector<DeviceRule> rules;
    for (const Watcher& watcher : watchers) rules.push_back(watcher.rule);
    for (const DeviceRule& rule : row.rules) {
        if (!std::binary_search(rules.begin(), rules.end(), rule, before))
            drop_rule(world, number, row, rule.rule, "the device is no longer monitored");
    }
    for (const Watcher& watcher : watchers) start_rule(world, number, row, watcher);
    row.rules = std::move(rules);
}

void refresh_device(World& world, std::int64_t number) {
    const DetectDevice* found = find_device(world, number);
    if (found == nullptr) return;
    DetectDevice row = *found;
    refresh(world, number, row);
    if (row == *find_device(world, number)) return;
    world.detect_devices.update(block_of(number), [&](DeviceBlock& block) {
        block.devices[place_in_block(number)] = std::move(row);
    });
}

void add_targets(const World& world, std::string_view target, std::vector<std::string>& profiles) {
    for (std::string& profile : pair_seconds(world.target_profiles, target))
        profiles.push_back(std::move(profile));
}

}  // namespace

std::int64_t device_number(World& world, std::string_view device) {
    if (const auto known = find_device_number(world, device)) return *known;
    wake_detect(world);
    DetectCounters counters = detect_counters(world);
    const std::int64_t number = counters.next_device++;
    put_detect_counters(world, counters);
    DetectDevice row;
    row.name = device;
    row.registered = world.things.contains(device);
    world.detect_device_numbers.put(row.name, number);
    const std::int64_t block = block_of(number);
    if (!world.detect_devices.contains(block))
        world.detect_devices.put(block, {counters.targets_version, {}});
    world.detect_devices.update(block,
                                [&](DeviceBlock& rows) { rows.devices.push_back(std::move(row)); });
    refresh_device(world, number);
    return number;
}

std::optional<std::int64_t> find_device_number(const World& world, std::string_view device) {
    const std::int64_t* number = world.detect_device_numbers.find(device);
    if (number == nullptr) return std::nullopt;
    return *number;
}

const DetectDevice* find_device(const World& world, std::int64_t number) {
    if (number < 0) return nullptr;
    const DeviceBlock* block = world.detect_devices.find(block_of(number));
    const std::size_t place = place_in_block(number);
    return block != nullptr && place < block->devices.size() ? &block->devices[place] : nullptr;
}

const DeviceState* find_device_state(const World& world, std::int64_t rule, std::int64_t device) {
    const RuleBlock* block = world.detect_blocks.find(RuleBlockKey{rule, block_of(device)});
    const std::size_t place = place_in_block(device);
    return block != nullptr && place < block->devices.size() ? &block->devices[place] : nullptr;
}

void refresh_block(World& world, std::int64_t block) {
    const DeviceBlock* found = world.detect_devices.find(block);
    if (found == nullptr) return;
    const std::int64_t version = detect_counters(world).targets_version;
    if (found->targets_version == version) return;
    DeviceBlock rows = *found;
    rows.targets_version = version;
    for (std::size_t i = 0; i < rows.devices.size(); ++i)
        refresh(world, block * kDevicesPerBlock + static_cast<std::int64_t>(i), rows.devices[i]);
    world.detect_devices.put(block, std::move(rows));
}

void note_device_change(World& world, const std::string& thing) {
    if (const auto number = find_device_number(world, thing)) refresh_device(world, *number);
}

void review_alarms(World& world, const std::string& profile) {
    for (const std::string& behavior : pair_seconds(world.detect_rules_of, profile)) {
        const std::int64_t rule = *world.detect_rules_of.find(PairKey{profile, behavior});
        for (const OpenAlarmKey& key : alarms_of_rule(world, rule))
            refresh_device(world, key.device);
    }
}

void adopt_alarm(World& world, const ActiveViolation& violation) {
    const SecurityProfile* profile = world.security_profiles.find(violation.security_profile_name);
    const bool known = profile != nullptr && profile->behaviors &&
                       std::any_of(profile->behaviors->begin(), profile->behaviors->end(),
                                   [&](const Behavior& behavior) {
                                       return behavior.name == violation.behavior.name;
                                   });
    // Detect sleeps on while nothing is there to watch the device.
    if (known) refresh_device(world, device_number(world, violation.thing_name));
}

std::vector<std::string> profiles_of_device(const World& world, const std::string& device) {
    std::vector<std::string> profiles;
    const bool registered = world.things.contains(device);
    add_targets(world, "all/things", profiles);
    add_targets(world, registered ? "all/registered-things" : "all/unregistered-things", profiles);
    if (registered) {
        for (const std::string& group : pair_seconds(world.thing_groups_of, device)) {
            const ThingGroup* row = world.thing_groups.find(group);
            if (row == nullptr) continue;
            for (const ThingGroup* above : path_from_root(world, *row))
                add_targets(world, group_target(above->name), profiles);
        }
    }
    std::sort(profiles.begin(), profiles.end());
    profiles.erase(std::unique(profiles.begin(), profiles.end()), profiles.end());
    return profiles;
}

}  // namespace picket
