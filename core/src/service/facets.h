// Lists with filters, answered from an index: a table with one row for each facet of each item (see
// picket/model/facet.h). A list with several filters walks the facet with the fewest rows in the
// time asked for, and looks the others up, so that its cost follows the rarest filter.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "picket/model/facet.h"
#include "picket/table.h"
#include "service/paginate.h"

namespace picket {

using FacetIndex = Table<FacetKey, Empty>;

struct FacetWindow {  // both ends belong to it
    Timestamp from = kTimestampMin;
    Timestamp to = kTimestampMax;
};

// "thing=lamp"
std::string facet(std::string_view name, std::string_view value);

// The item's facets go in or out together with the empty one, which holds all items.
void put_facets(FacetIndex& index, const NewestFirst& key, std::span<const std::string> facets);
void erase_facets(FacetIndex& index, const NewestFirst& key, std::span<const std::string> facets);

// The id of an item that comes after all others of its moment, so that equal times keep the order
// in which they came.
std::string next_id_at(const FacetIndex& index, Timestamp time);

std::size_t facet_count(const FacetIndex& index, const std::string& facet,
                        const FacetWindow& window = {});
// The keys of a facet's items, newest first; a copy, so that the index may be written afterwards.
std::vector<NewestFirst> facet_keys(const FacetIndex& index, const std::string& facet,
                                    const FacetWindow& window = {});

// One page of the items that have all `facets`, appended to `keys`.
Result<std::optional<std::string>> walk_facets(const Page& page, const FacetIndex& index,
                                               std::span<const std::string> facets,
                                               const FacetWindow& window,
                                               std::vector<NewestFirst>& keys);

}  // namespace picket
