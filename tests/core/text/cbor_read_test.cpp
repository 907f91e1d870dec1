// CBOR as JSON trees: the examples of RFC 8949, appendix A, that JSON can say; and what is refused.
#include "text/cbor_read.h"

#include <doctest/doctest.h>

#include <string>

#include "text/json_write.h"

namespace picket {
namespace {

std::string from_hex(std::string_view hex) {
    const auto digit = [](char c) { return c <= '9' ? c - '0' : c - 'a' + 10; };
    std::string bytes;
    for (std::size_t i = 0; i + 1 < hex.size(); i += 2)
        bytes += static_cast<char>(digit(hex[i]) * 16 + digit(hex[i + 1]));
    return bytes;
}

std::string json_of(const JsonTree& tree, std::uint32_t node) {
    const JsonNode& value = tree.node(node);
    std::string text;
    JsonWriter writer(text);
    switch (value.kind) {
    case JsonKind::Null:
        return "null";
    case JsonKind::Bool:
        return value.boolean ? "true" : "false";
    case JsonKind::Integer:
        return std::to_string(value.integer);
    case JsonKind::Double:
        return format_double(value.number);
    case JsonKind::String:
        writer.string(value.text);
        return text;
    default:
        break;
    }
    const bool object = value.kind == JsonKind::Object;
    for (auto i = tree.first(node); i != tree.end(node); i = tree.node(i).next) {
        if (!text.empty()) text += ',';
        if (object) text += '"' + std::string(tree.node(i).key) + "\":";
        text += json_of(tree, i);
    }
    return object ? "{" + text + "}" : "[" + text + "]";
}

std::string read_hex(std::string_view hex) {
    const auto tree = read_cbor(from_hex(hex));
    return tree ? json_of(*tree, 0) : "refused: " + tree.error().message;
}

}  // namespace

TEST_CASE("cbor: the examples of the RFC that JSON can say") {
    const std::pair<const char*, const char*> rows[] = {
        {"00", "0"},
        {"17", "23"},
        {"1818", "24"},
        {"1903e8", "1000"},
        {"1a000f4240", "1000000"},
        {"1b000000e8d4a51000", "1000000000000"},
        {"1b7fffffffffffffff", "9223372036854775807"},
        {"20", "-1"},
        {"3903e7", "-1000"},
        {"3b7fffffffffffffff", "-9223372036854775808"},
        {"f90000", "0"},
        {"f93c00", "1"},
        {"f93e00", "1.5"},
        {"f97bff", "65504"},
        {"f90001", "5.960464477539063e-8"},
        {"f90400", "0.00006103515625"},
        {"f9c400", "-4"},
        {"fa47c35000", "100000"},
        {"fb3ff199999999999a", "1.1"},
        {"f4", "false"},
        {"f5", "true"},
        {"f6", "null"},
        {"60", "\"\""},
        {"6449455446", "\"IETF\""},
        {"62c3bc", "\"\xC3\xBC\""},
        {"80", "[]"},
        {"83010203", "[1,2,3]"},
        {"8301820203820405", "[1,[2,3],[4,5]]"},
        {"a0", "{}"},
        {"a26161016162820203", "{\"a\":1,\"b\":[2,3]}"},
        {"7f657374726561646d696e67ff", "\"streaming\""},
        {"9fff", "[]"},
        {"9f018202039f0405ffff", "[1,[2,3],[4,5]]"},
        {"bf61610161629f0203ffff", "{\"a\":1,\"b\":[2,3]}"},
    };
    for (const auto& [hex, json] : rows) {
        CAPTURE(hex);
        CHECK(read_hex(hex) == json);
    }
}

TEST_CASE("cbor: what JSON cannot say, and what is no whole value, is refused") {
    const std::pair<const char*, const char*> rows[] = {
        {"", "ends too early"},
        {"18", "ends too early"},
        {"0000", "bytes behind"},
        {"1bffffffffffffffff", "does not fit"},
        {"3bffffffffffffffff", "does not fit"},
        {"f97c00", "not finite"},
        {"f97e00", "not finite"},
        {"fb7ff8000000000000", "not finite"},
        {"4401020304", "byte strings"},
        {"c11a514b67b0", "tags"},
        {"f7", "simple value"},
        {"f0", "simple value"},
        {"1c", "reserved"},
        {"a10102", "no text"},
        {"a2616101616102", "comes twice"},
        {"61ff", "not UTF-8"},
        {"6561", "ends too early"},
        {"9b0000000100000000", "ends too early"},
        {"7f01ff", "no text"},
        {"9f01", "ends too early"},
        {"1f", "does not fit"},
        {"ff", "simple value"},
    };
    for (const auto& [hex, words] : rows) {
        CAPTURE(hex);
        const std::string found = read_hex(hex);
        CHECK(found.starts_with("refused"));
        CHECK_MESSAGE(found.find(words) != std::string::npos, found);
    }
}

TEST_CASE("cbor: nesting is bounded") {
    CHECK(read_cbor(std::string(60, '\x81') + std::string(1, '\x00')));
    CHECK_FALSE(read_cbor(std::string(100'000, '\x81')));
    CHECK_FALSE(read_cbor(std::string(100'000, '\x9f')));
}

}  // namespace picket
