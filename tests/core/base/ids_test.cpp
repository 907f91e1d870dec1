// Ids are pinned: sessions saved today must replay to the same ids.
#include "base/ids.h"

#include <doctest/doctest.h>

#include <cstdint>
#include <set>
#include <string>

using namespace picket;

TEST_CASE("ids: pinned values") {
    CHECK(id_hex32(make_id(7, "thing", 12, 0)) == "e1f5354c2bcba936d664b87a1fcb3ff3");
    CHECK(id_hex32(make_id(7, "violation", "sensor-1", Timestamp{1767225600000})) ==
          "4fa0e700749659015df10b22c731196e");
    CHECK(id_uuid(make_id(7, "thing", 12, 0)) == "e1f5354c-2bcb-4936-9664-b87a1fcb3ff3");
}

TEST_CASE("ids: every part of the cause matters") {
    std::set<std::string> ids;
    std::size_t made = 0;
    for (std::uint64_t seed = 0; seed < 3; ++seed) {
        for (const char* kind : {"thing", "action", ""}) {
            for (std::uint64_t number = 0; number < 10; ++number) {
                for (std::uint64_t ordinal = 0; ordinal < 10; ++ordinal) {
                    ids.insert(id_hex32(make_id(seed, kind, number, ordinal)));
                    ids.insert(id_hex32(make_id(seed, kind, std::to_string(number),
                                                Timestamp{static_cast<std::int64_t>(ordinal)})));
                    made += 2;
                }
            }
        }
    }
    CHECK(ids.size() == made);
    CHECK_FALSE(make_id(1, "ab", "c", {}) == make_id(1, "a", "bc", {}));
}

TEST_CASE("ids: hexadecimal text is the number, most significant digit first") {
    CHECK(id_hex32({0x0123456789abcdef, 0xfedcba9876543210}) == "0123456789abcdeffedcba9876543210");
    CHECK(id_hex32({}) == std::string(32, '0'));
}

TEST_CASE("ids: a UUID says version 4 and keeps the other bits") {
    CHECK(id_uuid({0, 0}) == "00000000-0000-4000-8000-000000000000");
    CHECK(id_uuid({UINT64_MAX, UINT64_MAX}) == "ffffffff-ffff-4fff-bfff-ffffffffffff");
    CHECK(id_uuid({0x0123456789abcdef, 0xfedcba9876543210}) ==
          "01234567-89ab-4def-bedc-ba9876543210");
}
