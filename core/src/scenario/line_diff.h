// A line diff for people: what was expected against what came.
#pragma once

#include <string>
#include <string_view>

namespace picket {

// Lines of the longest common part with two blanks in front, "- " before lines only in `before`,
// "+ " before those only in `after`; two lines of context, "..." where more are left out.
std::string line_diff(std::string_view before, std::string_view after, std::size_t lines_max = 200);

}  // namespace picket
