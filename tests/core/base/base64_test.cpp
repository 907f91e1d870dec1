// Base64 against the examples of RFC 4648, and that decoding takes exactly what encoding writes.
#include "base/base64.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

#include "base/random.h"

using namespace picket;

TEST_CASE("base64: examples of RFC 4648") {
    struct Row {
        std::string_view bytes;
        std::string_view padded;
        std::string_view unpadded;
    };
    const Row rows[] = {{"", "", ""},
                        {"f", "Zg==", "Zg"},
                        {"fo", "Zm8=", "Zm8"},
                        {"foo", "Zm9v", "Zm9v"},
                        {"foob", "Zm9vYg==", "Zm9vYg"},
                        {"fooba", "Zm9vYmE=", "Zm9vYmE"},
                        {"foobar", "Zm9vYmFy", "Zm9vYmFy"},
                        {"\xfb\xff\xfe", "+//+", "-__-"}};
    for (const Row& row : rows) {
        CAPTURE(row.padded);
        CHECK(base64_encode(row.bytes) == row.padded);
        CHECK(base64url_encode(row.bytes) == row.unpadded);
        CHECK(base64_decode(row.padded) == std::string(row.bytes));
        CHECK(base64url_decode(row.unpadded) == std::string(row.bytes));
    }
}

TEST_CASE("base64: any bytes come back") {
    Random random(1, "base64");
    for (int i = 0; i < 2000; ++i) {
        std::string bytes(random.below(70), '\0');
        for (char& byte : bytes) byte = static_cast<char>(random.below(256));
        REQUIRE(base64_decode(base64_encode(bytes)) == bytes);
        REQUIRE(base64url_decode(base64url_encode(bytes)) == bytes);
    }
}

TEST_CASE("base64: refused texts") {
    for (const std::string_view text :
         {"Z", "Zg", "Zg=", "Zg===", "Zh==", "Zm9=", "Zm9v=", "====", "=", "Z===", "Zm 9v",
          "Zm9v\n", "Zg==Zg==", "-__-", "Zm9v!A==", "Z\xc3\xa9=="}) {
        CAPTURE(text);
        CHECK_FALSE(base64_decode(text).has_value());
    }
    for (const std::string_view text : {"Z", "Zg==", "Zh", "Zm9", "+//+", "Zm 9", "Zm9vZ", "Zg="}) {
        CAPTURE(text);
        CHECK_FALSE(base64url_decode(text).has_value());
    }
}

TEST_CASE("base64: whatever decodes is the one text of its bytes") {
    Random random(2, "base64");
    const std::string_view symbols = "ABCDwxyz0189+/=-_";
    int decoded = 0;
    for (int i = 0; i < 20000; ++i) {
        std::string text(random.below(9), '\0');
        for (char& symbol : text) symbol = symbols[random.pick(symbols.size())];
        if (const auto bytes = base64_decode(text)) REQUIRE(base64_encode(*bytes) == text);
        if (const auto bytes = base64url_decode(text)) {
            ++decoded;
            REQUIRE(base64url_encode(*bytes) == text);
        }
    }
    CHECK(decoded > 100);
}
