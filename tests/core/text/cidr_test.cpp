// Addresses and blocks: what the service takes, and what only looks like it.
#include "text/cidr.h"

#include <doctest/doctest.h>

#include <string>

using namespace picket;

namespace {

// "v4 0a000000/8"; empty when the text is no block.
std::string read(std::string_view text) {
    static constexpr char kDigits[] = "0123456789abcdef";
    const auto cidr = parse_cidr(text);
    if (!cidr) return {};
    std::string out = cidr->is_version_6 ? "v6 " : "v4 ";
    for (std::size_t i = 0; i < (cidr->is_version_6 ? 16u : 4u); ++i) {
        out += kDigits[cidr->bytes[i] >> 4];
        out += kDigits[cidr->bytes[i] & 15];
    }
    return out + "/" + std::to_string(cidr->prefix_bits);
}

}  // namespace

TEST_CASE("cidr: addresses and blocks of version 4") {
    CHECK(read("10.0.0.0/8") == "v4 0a000000/8");
    CHECK(read("192.0.2.255") == "v4 c00002ff/32");
    CHECK(read("0.0.0.0/0") == "v4 00000000/0");
    for (const char* text : {"", "10.0.0", "10.0.0.0.0", "256.0.0.1", "01.0.0.1", "1.2.3.4/33",
                             "1.2.3.4/", "1.2.3.4/08", "1.2.3.4/8/8", "1.2.3.a", " 1.2.3.4"}) {
        CHECK_MESSAGE(read(text).empty(), text);
    }
}

TEST_CASE("cidr: addresses and blocks of version 6") {
    CHECK(read("::/0") == "v6 00000000000000000000000000000000/0");
    CHECK(read("::1") == "v6 00000000000000000000000000000001/128");
    CHECK(read("2001:DB8::/32") == "v6 20010db8000000000000000000000000/32");
    CHECK(read("1:2:3:4:5:6:7:8/64") == "v6 00010002000300040005000600070008/64");
    CHECK(read("1:2:3:4:5:6:7::") == "v6 00010002000300040005000600070000/128");
    CHECK(read("::ffff:10.0.0.1") == "v6 00000000000000000000ffff0a000001/128");
    CHECK(read("1:2:3:4:5:6:1.2.3.4") == "v6 00010002000300040005000601020304/128");
    for (const char* text : {":", ":::", "1::2::3", "1:2:3:4:5:6:7", "1:2:3:4:5:6:7:8:9",
                             "1:2:3:4:5:6:7:8::", "12345::", "::/129",
                             "fe80::1:", ":1::", "1.2.3.4::", "1:2:3:4:5:6:7:1.2.3.4"}) {
        CHECK_MESSAGE(read(text).empty(), text);
    }
}
