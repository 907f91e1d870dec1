// The plain members of the World - all that is no table - described like any other value.
#pragma once

#include "picket/shape.h"
#include "picket/world.h"

namespace picket {

struct WorldScalars {
    std::int64_t seed = 0;
    std::string region;
    std::string account;
    Timestamp now;
    std::int64_t instant_items = 0;
    std::int64_t next_sequence = 0;
    std::int64_t next_event = 0;
};
template <>
struct Shape<WorldScalars> {
    using S = WorldScalars;
    static constexpr std::string_view name = "WorldScalars";
    static constexpr MemberInfo members[] = {
        member("seed", PICKET_FIELD(S, seed)),
        member("region", PICKET_FIELD(S, region)),
        member("account", PICKET_FIELD(S, account)),
        member("now", PICKET_FIELD(S, now)),
        member("instantItems", PICKET_FIELD(S, instant_items)),
        member("nextSequence", PICKET_FIELD(S, next_sequence)),
        member("nextEvent", PICKET_FIELD(S, next_event)),
    };
};

inline WorldScalars scalars_of(const World& world) {
    return {world.seed,          world.region,        world.account,   world.now,
            world.instant_items, world.next_sequence, world.next_event};
}

}  // namespace picket
