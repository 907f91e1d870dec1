// Keeps the tables of security profiles in agreement: profiles with their indexes by metric and by
// dimension, and attachments, which are kept under (profile, target) and under (target, profile).
// Handlers check and report; only these functions write the tables.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "picket/world.h"

namespace picket {

// Metrics and dimensions that behaviors and retained metrics name, each once, in order.
std::vector<std::string> metrics_of(const SecurityProfile& profile);
std::vector<std::string> dimensions_of(const SecurityProfile& profile);

void put_profile(World& world, SecurityProfile profile);
// Detaches it from its targets, too; returns how many there were.
std::size_t erase_profile(World& world, const std::string& name);

// Why a metric or a dimension cannot be deleted: `index` has profiles that use it.
Refusal use_problem(const Table<PairKey, Empty>& index, std::string_view what,
                    const std::string& name, std::string_view path);

// A target is written as at the end of its ARN: "thinggroup/NAME", "all/things".
std::string group_target(std::string_view group);
bool is_attached(const World& world, const std::string& profile, const std::string& target);
void attach(World& world, const std::string& profile, const std::string& target);
void detach(World& world, const std::string& profile, const std::string& target);
// For a target that ceases to exist; returns how many profiles it had.
std::size_t detach_all(World& world, const std::string& target);

}  // namespace picket
