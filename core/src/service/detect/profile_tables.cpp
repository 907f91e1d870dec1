// The only code that writes the tables of security profiles.
#include "service/detect/profile_tables.h"

#include <algorithm>

#include "service/detect/rules.h"
#include "service/pair_range.h"
#include "service/refuse.h"
#include "text/say.h"

namespace picket {
namespace {

void settle(std::vector<std::string>& names) {
    std::sort(names.begin(), names.end());
    names.erase(std::unique(names.begin(), names.end()), names.end());
}

void index(Table<PairKey, Empty>& table, const std::vector<std::string>& names,
           const std::string& profile, bool present) {
    for (const std::string& name : names) {
        if (present) {
            table.put({name, profile}, {});
        } else {
            table.erase(PairKey{name, profile});
        }
    }
}

void index_profile(World& world, const SecurityProfile& profile, bool present) {
    index(world.profiles_by_metric, metrics_of(profile), profile.name, present);
    index(world.profiles_by_dimension, dimensions_of(profile), profile.name, present);
}

}  // namespace

std::vector<std::string> metrics_of(const SecurityProfile& profile) {
    std::vector<std::string> names;
    if (profile.behaviors) {
        for (const Behavior& behavior : *profile.behaviors) {
            if (behavior.metric) names.push_back(*behavior.metric);
        }
    }
    if (profile.additional_metrics_to_retain) {
        names.insert(names.end(), profile.additional_metrics_to_retain->begin(),
                     profile.additional_metrics_to_retain->end());
    }
    if (profile.additional_metrics_to_retain_v2) {
        for (const MetricToRetain& retained : *profile.additional_metrics_to_retain_v2)
            names.push_back(retained.metric);
    }
    settle(names);
    return names;
}

std::vector<std::string> dimensions_of(const SecurityProfile& profile) {
    std::vector<std::string> names;
    const auto add = [&](const auto& list) {
        if (!list) return;
        for (const auto& item : *list) {
            if (item.metric_dimension) names.push_back(item.metric_dimension->dimension_name);
        }
    };
    add(profile.behaviors);
    add(profile.additional_metrics_to_retain_v2);
    settle(names);
    return names;
}

void put_profile(World& world, SecurityProfile profile) {
    if (const SecurityProfile* found = world.security_profiles.find(profile.name)) {
        const SecurityProfile before = *found;
        index_profile(world, before, false);
    }
    index_profile(world, profile, true);
    const std::string name = profile.name;
    world.security_profiles.put(name, std::move(profile));
    note_profile_change(world, name);
}

std::size_t erase_profile(World& world, const std::string& name) {
    const SecurityProfile* profile = world.security_profiles.find(name);
    if (profile == nullptr) return 0;
    index_profile(world, *profile, false);
    world.security_profiles.erase(name);
    note_profile_change(world, name);
    const std::vector<std::string> targets = pair_seconds(world.profile_targets, name);
    for (const std::string& target : targets) detach(world, name, target);
    return targets.size();
}

Refusal use_problem(const Table<PairKey, Empty>& index, std::string_view what,
                    const std::string& name, std::string_view path) {
    const auto users = static_cast<std::int64_t>(pair_count(index, name));
    if (users == 0) return std::nullopt;
    std::string message = say("The {} '{}' is used by the security profile '{}'", what, name,
                              index.lower_bound(pair_begin(name))->key.second);
    if (users > 1) message += say(" and by {}", counted(users - 1, "other"));
    return invalid(say("{}. Remove it there first, with UpdateSecurityProfile.", message),
                   std::string(path));
}

std::string group_target(std::string_view group) { return say("thinggroup/{}", group); }

bool is_attached(const World& world, const std::string& profile, const std::string& target) {
    return world.profile_targets.contains(PairKey{profile, target});
}

void attach(World& world, const std::string& profile, const std::string& target) {
    world.profile_targets.put({profile, target}, {world.now});
    world.target_profiles.put({target, profile}, {world.now});
    note_target_change(world, profile);
}

void detach(World& world, const std::string& profile, const std::string& target) {
    world.profile_targets.erase(PairKey{profile, target});
    world.target_profiles.erase(PairKey{target, profile});
    note_target_change(world, profile);
}

std::size_t detach_all(World& world, const std::string& target) {
    const std::vector<std::string> profiles = pair_seconds(world.target_profiles, target);
    for (const std::string& profile : profiles) detach(world, profile, target);
    return profiles.size();
}

}  // namespace picket
