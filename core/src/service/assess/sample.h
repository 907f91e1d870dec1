// Which devices an assessment looks at: those of the targets that send metrics, and when they are
// too many, the ones whose names have the smallest hashes. So a sample is the same each time, is
// spread over all names, and hardly changes as a fleet grows.
#pragma once

#include <string>
#include <vector>

#include "base/hash.h"
#include "picket/world.h"

namespace picket {

class DeviceSample {
public:
    // `targets` as profile_targets has them: "all/things", "thinggroup/lamps".
    DeviceSample(const World& world, std::vector<std::string> targets, std::size_t devices_max);

    // Looks at `names_max` names at most; returns how many, 0 when none are left.
    std::int64_t step(std::int64_t names_max);

    std::int64_t targeted() const { return targeted_; }
    std::int64_t measured() const { return measured_; }
    // By name, once nothing is left.
    std::vector<std::string> chosen() const;

private:
    // Registered devices, then those that are known by what they sent or will send alone.
    enum class Source : std::uint8_t { Things, Group, Numbers, Recorded, Fleet };
    struct Range {
        Source source = Source::Things;
        std::string name;  // of the group or the fleet
    };
    // The name at `at_` of the range; nullptr behind the last. `made` holds it when it is made up.
    const std::string* name_at(const Range& range, std::string& made) const;
    bool known_before(const Range& range, const std::string& name) const;
    bool sends_metrics(const std::string& name) const;
    void find_recorded();
    void take(const std::string& name);

    const World& world_;
    std::size_t devices_max_;
    std::vector<Range> ranges_;
    std::size_t range_ = 0;
    std::size_t at_ = 0;                 // within the range
    std::vector<std::string> recorded_;  // things of recordings, in order
    std::int64_t targeted_ = 0;
    std::int64_t measured_ = 0;
    std::vector<std::pair<Hash128, std::string>> chosen_;  // a heap, the greatest first
};

// The devices of a target, by the rules of profiles_of_device: groups and those below them.
bool target_is_empty(const World& world, const std::string& target);

}  // namespace picket
