// Making ids and writing them down.
#include "base/ids.h"

namespace picket {
namespace {

// The two kinds of cause must never meet in the same hash input.
constexpr std::uint64_t kFromEntry = 1;
constexpr std::uint64_t kFromNaturalKey = 2;

}  // namespace

Hash128 make_id(std::uint64_t seed, std::string_view kind, std::uint64_t entry_id,
                std::uint64_t ordinal) {
    Hasher hasher(seed);
    hasher.add_u64(kFromEntry).add_string(kind).add_u64(entry_id).add_u64(ordinal);
    return hasher.finish();
}

Hash128 make_id(std::uint64_t seed, std::string_view kind, std::string_view natural_key,
                Timestamp start) {
    Hasher hasher(seed);
    hasher.add_u64(kFromNaturalKey).add_string(kind).add_string(natural_key);
    hasher.add_u64(static_cast<std::uint64_t>(start.ms));
    return hasher.finish();
}

std::string id_hex32(Hash128 id) { return id.hex(); }

std::string id_uuid(Hash128 id) {
    id.high = (id.high & ~std::uint64_t{0xf000}) | 0x4000;
    id.low = (id.low & ~(std::uint64_t{3} << 62)) | (std::uint64_t{2} << 62);
    std::string text = id.hex();
    for (const std::size_t dash_at : {8u, 13u, 18u, 23u}) text.insert(dash_at, 1, '-');
    return text;
}

}  // namespace picket
