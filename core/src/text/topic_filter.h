// Topics of MQTT and filters of them: '+' stands for one level, '#' for all that follow.
#pragma once

#include <string_view>

namespace picket {

// As MQTT says: "a/#" matches "a" too, and a wildcard at the beginning matches no topic that begins
// with '$'.
bool topic_matches(std::string_view filter, std::string_view topic);

// A topic that one can publish to: not empty, no wildcards, no NUL.
bool is_topic(std::string_view topic);

}  // namespace picket
