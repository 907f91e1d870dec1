// Keys of indexes that answer filters: one row for each property (facet) of each item, such as
// "thing=lamp". Several filters at once are an intersection of such rows.
#pragma once

#include "picket/model/common.h"

namespace picket {

// Within one facet the newest first, as lists show it. The empty facet holds all items.
struct FacetKey {
    std::string facet;
    Timestamp time;
    std::string id;
    bool operator==(const FacetKey&) const = default;
    bool operator<(const FacetKey& other) const {
        const int order = facet.compare(other.facet);
        if (order != 0) return order < 0;
        return time.ms != other.time.ms ? time.ms > other.time.ms : id < other.id;
    }
};
template <>
struct Shape<FacetKey> {
    using S = FacetKey;
    static constexpr std::string_view name = "FacetKey";
    static constexpr MemberInfo members[] = {
        member("facet", PICKET_FIELD(S, facet), {.required = true}),
        member("time", PICKET_FIELD(S, time), {.required = true}),
        member("id", PICKET_FIELD(S, id), {.required = true}),
    };
};

}  // namespace picket
