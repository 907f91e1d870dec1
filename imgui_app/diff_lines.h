// The difference of two texts, line by line, as a reader of patches knows it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace picket::ui {

struct DiffLine {
    char sign = ' ';  // ' ' kept, '-' removed, '+' added
    std::string text;
    bool operator==(const DiffLine&) const = default;
};

// Either text may be empty: then every line of the other is added or removed.
std::vector<DiffLine> diff_lines(std::string_view before, std::string_view after);

}  // namespace picket::ui
