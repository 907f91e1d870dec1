// Patterns character by character, lengths in code points, and the look-ups of the model.
#include "model/patterns.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "support/builders.h"
#include "text/utf8.h"

using namespace picket;

namespace {

// The ASCII characters that a text of one character may be.
std::string accepted(Pattern pattern) {
    std::string out;
    for (int c = 0; c < 128; ++c) {
        if (pattern_matches(pattern, std::string(1, static_cast<char>(c))))
            out += static_cast<char>(c);
    }
    return out;
}

const std::string kDigits = "0123456789";
const std::string kUpper = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
const std::string kLower = "abcdefghijklmnopqrstuvwxyz";

}  // namespace

TEST_CASE("patterns: each accepts exactly its ASCII characters") {
    CHECK(accepted(Pattern::Name) == "-" + kDigits + ":" + kUpper + "_" + kLower);
    CHECK(accepted(Pattern::ActionName) == "-" + kDigits + kUpper + "_" + kLower);
    CHECK(accepted(Pattern::Token) == "-" + kDigits + kUpper + "_" + kLower);
    CHECK(accepted(Pattern::AttributeName) == "#,-./" + kDigits + ":@" + kUpper + "_" + kLower);
    CHECK(accepted(Pattern::AttributeValue) == "#,-./" + kDigits + ":=@" + kUpper + "[]_" + kLower);
    CHECK(accepted(Pattern::TagText) == " +-./" + kDigits + ":=@" + kUpper + "_" + kLower);
    CHECK(accepted(Pattern::Hex) == kDigits + "abcdef");
    CHECK(accepted(Pattern::ShadowName) == "$-" + kDigits + ":" + kUpper + "_" + kLower);
    CHECK(accepted(Pattern::LogDestination) == "#-./" + kDigits + kUpper + "_" + kLower);
    CHECK(accepted(Pattern::Description).size() == 0x7F - 0x20);
    CHECK(accepted(Pattern::Description) == accepted(Pattern::Description));
    CHECK(accepted(Pattern::Marker) == "+/" + kDigits + kUpper + kLower);
    CHECK(accepted(Pattern::CertificateId) == kDigits + "ABCDEFabcdef");
    CHECK(accepted(Pattern::PolicyName) == "+,-." + kDigits + "=@" + kUpper + "_" + kLower);
    CHECK(accepted(Pattern::RoleAlias) == ",-" + kDigits + "=@" + kUpper + "_" + kLower);
    CHECK(accepted(Pattern::Digits) == kDigits);
    CHECK(accepted(Pattern::Any).size() == 128);
    CHECK(accepted(Pattern::TemplateName) == accepted(Pattern::ActionName));
    CHECK(accepted(Pattern::UserPropertyKey) == "$." + kDigits + ":" + kUpper + kLower);
    CHECK(accepted(Pattern::ConnectionAttribute) == "." + kDigits + ":" + kUpper + kLower);
    CHECK(accepted(Pattern::ViolationId) == "-" + kDigits + kUpper + kLower);
    CHECK(accepted(Pattern::NoControl) == accepted(Pattern::Description));
    CHECK(pattern_matches(Pattern::NoControl, "\xE6\xBC\xA2"));
}

TEST_CASE("patterns: ids of certificates may begin with 0x, days of a month end at 31") {
    CHECK(accepted(Pattern::Digits) == kDigits);
    CHECK(accepted(Pattern::SerialNumber) == kDigits + ":ABCDEFabcdef");
    CHECK(accepted(Pattern::PolicyName) == "+,-." + kDigits + "=@" + kUpper + "_" + kLower);
    for (const char* text : {"0", "aF09", "0xaF09"})
        CHECK(pattern_matches(Pattern::CertificateId, text));
    for (const char* text : {"", "0x", "0xg", "x0", "0X1"})
        CHECK_FALSE(pattern_matches(Pattern::CertificateId, text));
    for (int day = 1; day <= 31; ++day)
        CHECK(pattern_matches(Pattern::DayOfMonth, std::to_string(day)));
    CHECK(pattern_matches(Pattern::DayOfMonth, "LAST"));
    for (const char* text : {"", "0", "01", "32", "100", "last", "1 ", "3x"})
        CHECK_FALSE(pattern_matches(Pattern::DayOfMonth, text));
}

TEST_CASE("patterns: one bad character anywhere refuses the text") {
    CHECK(pattern_matches(Pattern::Name, "abc"));
    for (const char* text : {" bc", "a c", "ab ", "ab\xC3\xA9", "\x80"})
        CHECK_FALSE(pattern_matches(Pattern::Name, text));
    CHECK_FALSE(pattern_matches(Pattern::Description, "caf\xC3\xA9"));
    CHECK_FALSE(pattern_matches(Pattern::Description, std::string("a\0b", 3)));
}

TEST_CASE("patterns: a marker may end with two equals signs, an id may begin with 0x") {
    for (const char* text : {"a", "a=", "a==", "+/=="})
        CHECK(pattern_matches(Pattern::Marker, text));
    for (const char* text : {"", "=", "a===", "a=b", "a-b", "a_b"})
        CHECK_FALSE(pattern_matches(Pattern::Marker, text));
    for (const char* text : {"0", "0x0", "aF09"})
        CHECK(pattern_matches(Pattern::CertificateId, text));
    for (const char* text : {"", "0x", "0X0", "00x0", "g"})
        CHECK_FALSE(pattern_matches(Pattern::CertificateId, text));
}

TEST_CASE("patterns: only those that end with a star accept the empty text") {
    for (Pattern pattern : {Pattern::Any, Pattern::Description, Pattern::AttributeValue,
                            Pattern::TagText, Pattern::Description}) {
        CHECK(pattern_matches(pattern, ""));
    }
    for (Pattern pattern : {Pattern::Name, Pattern::ActionName, Pattern::Token,
                            Pattern::AttributeName, Pattern::Hex}) {
        CHECK_FALSE(pattern_matches(pattern, ""));
    }
}

TEST_CASE("patterns: a printed regular expression stands for each but Any") {
    CHECK(pattern_text(Pattern::Any).empty());
    CHECK(pattern_text(Pattern::Name) == "[a-zA-Z0-9:_-]+");
    CHECK(pattern_text(Pattern::TagText) == "^([\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]*)$");
}

TEST_CASE("tag text: letters, numbers and separators of any script, but no signs") {
    const std::vector<char32_t> belong = {0xA0,   0xAA,    0xB2,    0xBC,    0xC0,   0xD6,   0xD8,
                                          0xE9,   0xFF,    0x416,   0x5D0,   0x660,  0x905,  0xE01,
                                          0x2003, 0x2028,  0x2029,  0x3000,  0x3042, 0x4E2D, 0xAC00,
                                          0xFF11, 0x10400, 0x20000, 0x1D400, 0x1D7CE};
    for (char32_t code : belong)
        CHECK_MESSAGE(is_letter_number_or_separator(code), static_cast<unsigned>(code));
    const std::vector<char32_t> strange = {
        0x80,   0x9F,   0xA1,   0xA9,    0xB1,    0xB7,    0xBF,    0xD7,    0xF7,   0x2C2,
        0x300,  0x200B, 0x2013, 0x20AC,  0x2190,  0x2200,  0x2600,  0x3001,  0xD800, 0xE000,
        0xFE0F, 0xFEFF, 0xFFFD, 0x1D100, 0x1F600, 0xE0041, 0xF0000, 0x110000};
    for (char32_t code : strange)
        CHECK_FALSE_MESSAGE(is_letter_number_or_separator(code), static_cast<unsigned>(code));
}

TEST_CASE("tag text: reads UTF-8 and refuses what is not") {
    CHECK(pattern_matches(Pattern::TagText, "Stra\xC3\x9F"
                                            "e 7 \xE6\xBC\xA2\xE5\xAD\x97 \xF0\xA0\x80\x80"));
    CHECK_FALSE(pattern_matches(Pattern::TagText, "\xF0\x9F\x98\x80"));
    CHECK_FALSE(pattern_matches(Pattern::TagText, "a\xC3"));
    CHECK_FALSE(pattern_matches(Pattern::TagText, "\xED\xA0\x80"));  // a surrogate
    CHECK_FALSE(pattern_matches(Pattern::TagText, "\xC1\x81"));      // an overlong A
}

TEST_CASE("code points: what the service calls the length") {
    CHECK(code_points("") == 0);
    CHECK(code_points("abc") == 3);
    CHECK(code_points("\xC3\xA9\xE6\xBC\xA2\xF0\x9F\x98\x80") == 3);
    CHECK(code_points("a\xFF\xFE"
                      "b") == 4);
}

TEST_CASE("generated text: has the wanted length and matches the pattern") {
    Random random(7, "patterns");
    for (int p = 0; p <= static_cast<int>(Pattern::Cidr); ++p) {
        const auto pattern = static_cast<Pattern>(p);
        for (std::int64_t length : {1, 2, 7, 128, 300}) {
            const std::string text = generate_text(pattern, length, random);
            CHECK(code_points(text) == static_cast<std::size_t>(length));
            CHECK_MESSAGE(pattern_matches(pattern, text), pattern_text(pattern), text);
        }
    }
}

TEST_CASE("errors: the table row of a code has that code") {
    CHECK(error_info(ErrorCode::InvalidRequest).name == "InvalidRequestException");
    CHECK(error_info(ErrorCode::LimitExceeded).http == 410);
    CHECK(error_info(ErrorCode::AccessDenied).code == ErrorCode::AccessDenied);
    CHECK(error_info(ErrorCode::Throttling).http == 400);
}

TEST_CASE("shapes: members are found by their wire name") {
    REQUIRE(kShape<Sample>.find("colour") != nullptr);
    CHECK(kShape<Sample>.find("colour")->shape == &kShape<SampleColour>);
    CHECK(kShape<Sample>.find("choiceByName")->offset == offsetof(Sample, choice_by_name));
    CHECK(kShape<Sample>.find("Colour") == nullptr);
    CHECK(kShape<Sample>.find("") == nullptr);
}
