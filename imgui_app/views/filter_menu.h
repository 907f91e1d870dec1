// One filter of a list: what is chosen in it, and the menu to choose from.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "../items/rows.h"
#include "../widgets.h"

namespace picket::ui {

using Facets = Table<FacetKey, Empty>;

struct FacetValue {
    std::string text;
    std::size_t count = 0;
};

// The values that a column has, with how many rows have them.
std::vector<FacetValue> values_of(const Facets& index, std::string_view facet,
                                  std::string_view prefix);

CellFilter* filter_of(RowOrder& order, int column);
void clear_filter(RowOrder& order, const ListFilter& filter);
// "profile/behavior" is two cells, all others are one.
void set_filter(RowOrder& order, const ListFilter& filter, const std::string& value);

// A chosen age follows the clock.
void follow_ages(Frame& frame, const Section& section, GridState& grid);

void draw_filter(Frame& frame, const Section& section, GridState& grid, const ListFilter& filter,
                 float width);

}  // namespace picket::ui
