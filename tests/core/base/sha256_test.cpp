// SHA-256 against the examples of FIPS 180-4 and NIST's long message.
#include "base/sha256.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <string_view>

using namespace picket;

TEST_CASE("sha256: published examples") {
    CHECK(sha256_hex("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    CHECK(sha256_hex("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    CHECK(sha256_hex("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq") ==
          "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
    CHECK(sha256_hex("abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmn"
                     "hijklmnoijklmnopjklmnopqklmnopqrlmnopqrsmnopqrstnopqrstu") ==
          "cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1");
    CHECK(sha256_hex(std::string(1000000, 'a')) ==
          "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

TEST_CASE("sha256: does not depend on how the bytes are split, at any length around a block") {
    std::string bytes;
    for (int length = 0; length < 200; ++length) {
        CAPTURE(length);
        for (const std::size_t step : {1u, 7u, 63u, 64u, 65u}) {
            Sha256 hasher;
            for (std::string_view rest = bytes; !rest.empty();) {
                const std::size_t taken = std::min(step, rest.size());
                hasher.add(rest.substr(0, taken));
                rest.remove_prefix(taken);
            }
            REQUIRE(hasher.finish() == sha256(bytes));
            REQUIRE(hasher.finish() == sha256(bytes));  // finish changes nothing
        }
        bytes += static_cast<char>(length * 37);
    }
}
