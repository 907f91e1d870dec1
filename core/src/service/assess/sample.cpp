// See sample.h.
#include "service/assess/sample.h"

#include <algorithm>

#include "picket/metric_history.h"
#include "picket/recording.h"
#include "service/fleet/simulated.h"
#include "service/pair_range.h"
#include "service/registry/registry.h"

namespace picket {
namespace {

constexpr std::string_view kGroup = "thinggroup/";

std::vector<std::string> groups_of_target(const World& world, const std::string& target) {
    const std::string group = target.substr(kGroup.size());
    std::vector<std::string> groups = groups_below(world, group);
    groups.push_back(group);
    std::sort(groups.begin(), groups.end());
    return groups;
}

void settle(std::vector<std::string>& names) {
    std::sort(names.begin(), names.end());
    names.erase(std::unique(names.begin(), names.end()), names.end());
}

}  // namespace

DeviceSample::DeviceSample(const World& world, std::vector<std::string> targets,
                           std::size_t devices_max)
    : world_(world), devices_max_(devices_max) {
    bool registered = false;
    bool unregistered = false;
    for (const std::string& target : targets) {
        registered |= target == "all/things" || target == "all/registered-things";
        unregistered |= target == "all/things" || target == "all/unregistered-things";
    }
    if (registered) ranges_.push_back({Source::Things, {}});
    std::vector<std::string> groups;
    for (const std::string& target : targets) {
        if (registered || !target.starts_with(kGroup)) continue;
        for (std::string& group : groups_of_target(world, target)) groups.push_back(group);
    }
    settle(groups);
    for (std::string& group : groups) ranges_.push_back({Source::Group, std::move(group)});
    find_recorded();
    if (!unregistered) return;
    ranges_.push_back({Source::Numbers, {}});
    ranges_.push_back({Source::Recorded, {}});
    for (const auto entry : world_.fleets) {
        if (!entry.value.registered) ranges_.push_back({Source::Fleet, entry.key});
    }
}

void DeviceSample::find_recorded() {
    if (!world_.recording_store) return;
    for (const auto entry : world_.recordings) {
        const Recording* recording = world_.recording_store->find(entry.value.sha256);
        if (recording == nullptr) continue;
        const auto things = recording->things();
        recorded_.insert(recorded_.end(), things.begin(), things.end());
    }
    settle(recorded_);
}

const std::string* DeviceSample::name_at(const Range& range, std::string& made) const {
    switch (range.source) {
    case Source::Things:
        return at_ < world_.things.size() ? &world_.things.at(at_)->key : nullptr;
    case Source::Group: {
        const auto row = world_.group_things.at(world_.group_things.rank(pair_begin(range.name)) +
                                                at_);
        const bool in_it = row != world_.group_things.end() && row->key.first == range.name;
        return in_it ? &row->key.second : nullptr;
    }
    case Source::Numbers: {
        const auto& numbers = world_.detect_device_numbers;
        return at_ < numbers.size() ? &numbers.at(at_)->key : nullptr;
    }
    case Source::Recorded:
        return at_ < recorded_.size() ? &recorded_[at_] : nullptr;
    case Source::Fleet: {
        const Fleet& fleet = *world_.fleets.find(range.name);
        if (static_cast<std::int64_t>(at_) >= fleet.count) return nullptr;
        made = device_name(fleet, static_cast<std::int64_t>(at_));
        return &made;
    }
    }
    PICKET_UNREACHABLE();
}

// A name is counted where it comes first.
bool DeviceSample::known_before(const Range& range, const std::string& name) const {
    if (range.source > Source::Group && world_.things.contains(name)) return true;
    if (range.source > Source::Numbers && world_.detect_device_numbers.contains(name)) return true;
    if (range.source > Source::Recorded &&
        std::binary_search(recorded_.begin(), recorded_.end(), name))
        return true;
    for (std::size_t i = 0; i < range_; ++i) {
        if (ranges_[i].source == Source::Group && is_member(world_, ranges_[i].name, name))
            return true;
    }
    return false;
}

bool DeviceSample::sends_metrics(const std::string& name) const {
    if (world_.detect_device_numbers.contains(name) || find_simulated(world_, name)) return true;
    if (std::binary_search(recorded_.begin(), recorded_.end(), name)) return true;
    const auto series = measured_series(world_, name, 1);
    return !series.empty() && series.front().thing == name;
}

void DeviceSample::take(const std::string& name) {
    if (known_before(ranges_[range_], name)) return;
    ++targeted_;
    if (!sends_metrics(name)) return;
    ++measured_;
    std::pair<Hash128, std::string> item = {hash_bytes(name), name};
    if (chosen_.size() == devices_max_) {
        if (!(item < chosen_.front())) return;
        std::pop_heap(chosen_.begin(), chosen_.end());
        chosen_.pop_back();
    }
    chosen_.push_back(std::move(item));
    std::push_heap(chosen_.begin(), chosen_.end());
}

std::int64_t DeviceSample::step(std::int64_t names_max) {
    std::int64_t names = 0;
    std::string made;
    while (names < names_max && range_ < ranges_.size()) {
        const std::string* name = name_at(ranges_[range_], made);
        if (name == nullptr) {
            ++range_;
            at_ = 0;
            continue;
        }
        take(*name);
        ++at_;
        ++names;
    }
    return names;
}

std::vector<std::string> DeviceSample::chosen() const {
    std::vector<std::string> names;
    for (const auto& [hash, name] : chosen_) names.push_back(name);
    std::sort(names.begin(), names.end());
    return names;
}

bool target_is_empty(const World& world, const std::string& target) {
    if (!target.starts_with(kGroup)) return false;
    const auto groups = groups_of_target(world, target);
    return std::all_of(groups.begin(), groups.end(), [&](const std::string& group) {
        return pair_count(world.group_things, group) == 0;
    });
}

}  // namespace picket
