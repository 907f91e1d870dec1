// Ids that depend only on what caused them, so that replay gives the same ids and undo shifts none.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/hash.h"
#include "picket/time.h"

namespace picket {

// For what a call creates: the journal entry of the call, and the how-manieth of this kind within
// it.
Hash128 make_id(std::uint64_t seed, std::string_view kind, std::uint64_t entry_id,
                std::uint64_t ordinal);

// For what follows from the World by itself: the natural key, and when it began.
Hash128 make_id(std::uint64_t seed, std::string_view kind, std::string_view natural_key,
                Timestamp start);

std::string id_hex32(Hash128 id);  // 32 lower-case hexadecimal digits
// As a random UUID, "xxxxxxxx-xxxx-4xxx-yxxx-xxxxxxxxxxxx", y one of 8 9 a b, which is what clients
// expect of the service. Six bits of the id are lost.
std::string id_uuid(Hash128 id);

}  // namespace picket
