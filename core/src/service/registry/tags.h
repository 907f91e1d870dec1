// Tags of resources, kept in one table under (ARN, key).
// Handlers that create and delete resources keep them here;
// tagging.cpp has the operations on them.
#pragma once

#include <optional>
#include <string_view>

#include "picket/model/common.h"
#include "picket/world.h"

namespace picket {

// Two tags with one key, or a key that AWS keeps for itself.
Refusal tag_keys_problem(const TagList& tags);
// The same, or too many of them.
Refusal tags_problem(const World& world, const std::optional<TagList>& tags);
void put_tags(World& world, std::string_view arn, const std::optional<TagList>& tags);
void erase_tags(World& world, std::string_view arn);

}  // namespace picket
