// Keeps the table of suppressions in agreement with its indexes, and ends them when their time has
// come.
#pragma once

#include <string>
#include <string_view>

#include "picket/world.h"

namespace picket {

// "CHECK {resource as JSON}": what identifies a suppression, and a resource in indexes of findings.
std::string resource_text(const ResourceIdentifier& resource);
std::string suppression_key(std::string_view check, const ResourceIdentifier& resource);

// Replaces the suppression of the same check and resource.
void put_suppression(World& world, AuditSuppressionRow row);
void erase_suppression(World& world, const std::string& key);

// Due work: removes the suppression if it has expired; it may have gone, or been prolonged,
// meanwhile. Returns the units of work.
std::int64_t expire_suppression(World& world, const std::string& key);

}  // namespace picket
