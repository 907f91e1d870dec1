// DER: what the reader takes, where it says that a mistake is, and that the writer's values come
// back.
#include "x509/der.h"

#include <doctest/doctest.h>

#include "base/random.h"

using namespace picket;

namespace {

std::string refusal(std::string_view bytes) {
    DerReader reader(bytes);
    const auto value = reader.next("the value");
    return value ? std::string() : value.error().message;
}

}  // namespace

TEST_CASE("der: values of every length come back, one after the other") {
    for (const std::size_t size : {0u, 1u, 127u, 128u, 255u, 256u, 65535u, 65536u}) {
        CAPTURE(size);
        const std::string content(size, 'x');
        const std::string bytes = der_value(kDerOctetString, content) + der_value(kDerNull, "");
        DerReader reader(bytes, 100);
        const auto value = reader.take(kDerOctetString, "it");
        REQUIRE(value);
        CHECK(value->content == content);
        CHECK(value->place == 100);
        CHECK(reader.next_is(kDerNull));
        CHECK(reader.place() == 100 + value->whole.size());
        CHECK(bool(reader.end_problem("all")));
        REQUIRE(reader.next("null"));
        CHECK(reader.at_end());
        CHECK(!bool(reader.end_problem("all")));
    }
}

TEST_CASE("der: what is damaged is refused with its place") {
    CHECK(refusal("") == "At byte 0 of the DER, the value is missing: the bytes end.");
    CHECK(refusal("\x30") == "At byte 0 of the DER, the value is missing: the bytes end.");
    CHECK(refusal("\x1F\x01x") == "At byte 0 of the DER, the value has a tag of several bytes.");
    CHECK(refusal("\x04\x80") == "At byte 0 of the DER, the length of the value is damaged.");
    CHECK(refusal("\x04\x82\x01") == "At byte 0 of the DER, the length of the value is damaged.");
    CHECK(refusal("\x04\x85\x01\x01\x01\x01\x01") ==
          "At byte 0 of the DER, the length of the value is damaged.");
    CHECK(refusal("\x04\x81\x01x") == "At byte 0 of the DER, the length of the value is overlong.");
    CHECK(refusal(std::string("\x04\x82\x00\x80", 4) + std::string(128, 'x')) ==
          "At byte 0 of the DER, the length of the value is overlong.");
    CHECK(refusal("\x04\x03xy") ==
          "At byte 0 of the DER, the value claims 3 bytes, and 2 are left.");
    CHECK(refusal("\x04\x84\xFF\xFF\xFF\xFFx") ==
          "At byte 0 of the DER, the value claims 4294967295 bytes, and 1 are left.");
    DerReader reader("\x02\x01\x07");
    CHECK(reader.take(kDerSequence, "the list").error().message ==
          "At byte 0 of the DER, the list should be a SEQUENCE, and it is an INTEGER.");
}

TEST_CASE("der: inside of a value places count on") {
    const std::string bytes = der_value(kDerSequence, der_integer("\x07") + "\x04\x05x");
    DerReader outer(bytes);
    const auto list = outer.take(kDerSequence, "the list");
    REQUIRE(list);
    DerReader inside(*list);
    REQUIRE(inside.take(kDerInteger, "the number"));
    CHECK(inside.next("the text").error().message ==
          "At byte 5 of the DER, the text claims 5 bytes, and 1 are left.");
}

TEST_CASE("der: integers are positive and short") {
    CHECK(der_integer("\x07") == "\x02\x01\x07");
    CHECK(der_integer("\x80") == std::string("\x02\x02\x00\x80", 4));
    CHECK(der_integer(std::string("\0\0\x07", 3)) == "\x02\x01\x07");
    CHECK(der_integer("") == std::string("\x02\x01\x00", 3));
    CHECK(der_bit_string("\xFF") == std::string("\x03\x02\x00\xFF", 4));
}

TEST_CASE("der: object identifiers as text") {
    CHECK(oid_text("\x55\x04\x03") == "2.5.4.3");
    CHECK(oid_text("\x2A\x86\x48\x86\xF7\x0D\x01\x01\x0B") == "1.2.840.113549.1.1.11");
    CHECK(oid_text("\x88\x37\x03") == "2.999.3");
    CHECK(oid_text("") == "");
    CHECK(oid_text("\x86") == "");                                      // goes on, and does not
    CHECK(oid_text("\x80\x01") == "");                                  // a zero in front
    CHECK(oid_text("\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\x7F") == "");  // too large for anything
}

TEST_CASE("der: any bytes are read to their end or refused") {
    Random random(3, "der");
    for (int round = 0; round < 20'000; ++round) {
        std::string bytes(random.below(12), '\0');
        for (char& c : bytes) c = static_cast<char>(random.below(256));
        DerReader reader(bytes);
        std::size_t read = 0;
        while (!reader.at_end()) {
            const auto value = reader.next("it");
            if (!value) break;
            CHECK(value->place == read);
            read += value->whole.size();
        }
        CHECK(read <= bytes.size());
        CHECK(reader.place() == read);
    }
}
