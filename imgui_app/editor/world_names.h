// Names that exist in the World, for members that mean one: a table from member to table of the
// World, so that a new kind of resource is one row.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "picket/world.h"

namespace picket::ui {

struct KnownName {
    std::string text;       // as it is written in a payload
    std::string_view what;  // "thing group"
};

// Known names for a member of a shape, at most `most`, those that begin with `typed` first. Empty
// when the member means no resource.
std::vector<KnownName> known_names(const World& world, std::string_view member,
                                   std::string_view holder, std::string_view typed,
                                   std::size_t most);
// The same for the keys of a member that is a map.
std::vector<KnownName> known_keys(const World& world, std::string_view member,
                                  std::string_view typed, std::size_t most);
// The first one, for payloads that have to name something; empty when there is none.
std::string known_name(const World& world, std::string_view member, std::string_view holder);

}  // namespace picket::ui
