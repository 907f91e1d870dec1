// How well a few typed letters stand for a name.
#pragma once

#include <string_view>

namespace picket::ui {

// 0: the letters are not all in the name, in their order. Greater is better: letters that begin
// words and letters side by side count most, and short names win over long ones. Spaces in what was
// typed are passed over; case does not count.
int fuzzy_score(std::string_view typed, std::string_view name);

}  // namespace picket::ui
