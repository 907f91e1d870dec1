// Who belongs to dynamic groups: found in steps of due work, some things at a time. A group that is
// new, or has a new query, is scanned for: all things in order of their names. Besides, things that
// changed are asked about by every group.
//
// A thing in as many groups as it can be joins a dynamic group only if that group is older than one
// it is in; then it leaves the newest of those. The service writes the ones that found no room to
// its log; here they are lines of the chronicle.
#pragma once

#include <cstdint>
#include <string>

#include "picket/world.h"

namespace picket {

class Context;

// Begins the scan for a group whose row is in the table, or begins it anew.
void begin_scan(World& world, Context& context, const std::string& group,
                DynamicGroupStatus status);

// One item of due work each; they return what it cost in work units.
std::int64_t scan_for_group(World& world, const std::string& group);
std::int64_t index_changed_things(World& world);

}  // namespace picket
