// Tells those who cannot see which list has the keys: its name, the chosen row and the rows around
// it, in words. The page puts them beside the canvas (heard_web.js).
#pragma once

#include <algorithm>

#include "../frame.h"

namespace picket::ui {

// `chosen` is `total` when no row is. row_text(place) is asked for a few rows only.
template <class F>
void hear_list(Frame& frame, std::string_view name, std::size_t total, std::size_t chosen,
               F&& row_text) {
    constexpr std::size_t kAround = 8;
    const bool any = chosen < total;
    HeardList heard{std::string(name), {}, any && chosen > kAround ? chosen - kAround : 0, total};
    if (any) heard.chosen = static_cast<std::ptrdiff_t>(chosen - heard.first);
    const std::size_t end = std::min(total, heard.first + 2 * kAround + 1);
    for (std::size_t i = heard.first; i < end; ++i) heard.rows.push_back(row_text(i));
    frame.ui.heard = std::move(heard);
}

}  // namespace picket::ui
