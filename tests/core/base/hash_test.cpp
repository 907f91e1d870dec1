// The hash is pinned: ids and World hashes must be the same natively and in wasm, today and later.
#include "base/hash.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdint>
#include <set>
#include <string>
#include <string_view>

#include "base/random.h"

using namespace picket;

TEST_CASE("hash: agrees with published MurmurHash3 x64/128 results") {
    CHECK(hash_bytes("").hex() == "00000000000000000000000000000000");
    CHECK(hash_bytes("hello").hex() == "cbd8a7b341bd9b025b1e906a48ae1d19");
    CHECK(hash_bytes("hello, world").hex() == "342fac623a5ebc8e4cdcbc079642414d");
    CHECK(hash_bytes("19 Jan 2038 at 3:14:07 AM").hex() == "b89e5988b737affc664fc2950231b2cb");
    CHECK(hash_bytes("The quick brown fox jumps over the lazy dog.").hex() ==
          "cd99481f9ee902c9695da1a38987b6e7");
}

TEST_CASE("hash: does not depend on how the bytes are split over calls") {
    Random random(1, "hash");
    for (int i = 0; i < 500; ++i) {
        std::string bytes(random.below(100), '\0');
        for (char& byte : bytes) byte = static_cast<char>(random.below(256));
        Hasher hasher(7);
        for (std::string_view rest = bytes; !rest.empty();) {
            const std::size_t taken = std::min<std::size_t>(rest.size(), 1 + random.pick(20));
            hasher.add(rest.substr(0, taken));
            rest.remove_prefix(taken);
            (void)hasher.finish();
        }
        REQUIRE(hasher.finish() == hash_bytes(bytes, 7));
    }
}

TEST_CASE("hash: numbers are eight bytes, least significant first") {
    const std::string_view bytes("\x08\x07\x06\x05\x04\x03\x02\x01", 8);
    CHECK(Hasher().add_u64(0x0102030405060708).finish() == hash_bytes(bytes));
}

TEST_CASE("hash: lists of strings do not collide by joining") {
    CHECK_FALSE(Hasher().add_string("ab").add_string("c").finish() ==
                Hasher().add_string("a").add_string("bc").finish());
    CHECK(Hasher().add("ab").add("c").finish() == Hasher().add("a").add("bc").finish());
}

TEST_CASE("hash: one changed bit changes about half of the bits") {
    const std::string text = "a violation of a rather ordinary device";
    const Hash128 original = hash_bytes(text);
    const auto ones = [](std::uint64_t value) {
        int count = 0;
        for (; value != 0; value &= value - 1) ++count;
        return count;
    };
    for (std::size_t bit = 0; bit < 8 * text.size(); ++bit) {
        CAPTURE(bit);
        std::string changed = text;
        changed[bit / 8] = static_cast<char>(changed[bit / 8] ^ (1 << (bit % 8)));
        const Hash128 hash = hash_bytes(changed);
        const int flipped = ones(hash.high ^ original.high) + ones(hash.low ^ original.low);
        CHECK(flipped > 36);
        CHECK(flipped < 92);
    }
}

TEST_CASE("hash: seeds and small numbers give distinct hashes, ordered as their text") {
    std::set<std::string> texts;
    Hash128 last;
    for (std::uint64_t seed = 0; seed < 20; ++seed) {
        for (std::uint64_t number = 0; number < 500; ++number) {
            const Hash128 hash = Hasher(seed).add_u64(number).finish();
            texts.insert(hash.hex());
            REQUIRE((last < hash) == (last.hex() < hash.hex()));
            last = hash;
        }
    }
    CHECK(texts.size() == 20 * 500);
}
