// The hash of a World, some rows at a time; see world_hash in world.h.
#pragma once

#include "base/hash.h"
#include "picket/world.h"

namespace picket {

class WorldHasher {
public:
    explicit WorldHasher(World world);

    bool step(std::size_t rows);  // about so many; true when none are left
    std::string hex() const { return sum_.hex(); }

private:
    void add_table();

    World world_;
    std::size_t table_ = 0, row_ = 0;  // what comes next
    Hasher hasher_;
    std::string buffer_;
    Hash128 sum_;
};

}  // namespace picket
