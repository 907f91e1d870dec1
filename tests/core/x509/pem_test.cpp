// PEM: what counts as a block, and in which line a mistake is.
#include "x509/pem.h"

#include <doctest/doctest.h>

#include "base/random.h"
#include "core/x509/samples.h"

using namespace picket;

namespace {

std::string pem_refusal(std::string_view text) {
    const auto bytes = pem_decode(text, "CERTIFICATE");
    return bytes ? std::string() : bytes.error().message;
}

const std::string kBegin = "-----BEGIN CERTIFICATE-----\n";
const std::string kEnd = "-----END CERTIFICATE-----\n";

}  // namespace

TEST_CASE("pem: any bytes come back, in lines of 64 characters") {
    Random random(2, "pem");
    for (std::size_t size = 1; size < 200; ++size) {
        std::string bytes(size, '\0');
        for (char& c : bytes) c = static_cast<char>(random.below(256));
        const std::string text = pem_encode(bytes, "CERTIFICATE");
        const auto back = pem_decode(text, "CERTIFICATE");
        REQUIRE(back);
        CHECK(*back == bytes);
        CHECK(text.find('\n', kBegin.size()) - kBegin.size() <= 64);
    }
}

TEST_CASE("pem: line ends, blanks, other widths and explanations before the block are taken") {
    for (const std::string& text :
         {kBegin + "YWJj\n" + kEnd, "-----BEGIN CERTIFICATE-----\r\nYWJj\r\n" + kEnd,
          "Subject: me\n\n" + kBegin + "YW\nJj\n" + kEnd + "\n \n", kBegin + "\nYWJj \t\n" + kEnd,
          kBegin + "YWJj\n-----END CERTIFICATE-----"}) {
        CAPTURE(text);
        const auto bytes = pem_decode(text, "CERTIFICATE");
        REQUIRE(bytes);
        CHECK(*bytes == "abc");
    }
}

TEST_CASE("pem: each mistake is told, with its line") {
    const std::string missing = "There is no line '-----BEGIN CERTIFICATE-----'. Send the text of "
                                "the PEM file, with its first and last line.";
    CHECK(pem_refusal("") == missing);
    CHECK(pem_refusal("YWJj") == missing);
    CHECK(pem_refusal(" " + kBegin + "YWJj\n" + kEnd) == missing);
    CHECK(pem_refusal("-----BEGIN CERTIFICATE-----\\nYWJj\\n-----END CERTIFICATE-----\\n") ==
          "Line 1 goes on after '-----BEGIN CERTIFICATE-----', which must stand alone. Line breaks "
          "must be real ones, not \\n written out.");
    CHECK(pem_refusal("-----BEGIN RSA PRIVATE KEY-----\nYWJj\n-----END RSA PRIVATE KEY-----\n") ==
          "Line 1 is '-----BEGIN RSA PRIVATE KEY-----', and '-----BEGIN CERTIFICATE-----' is "
          "needed.");
    const std::string unended = "The block that begins in line 1 is not ended by a line "
                                "'-----END CERTIFICATE-----'.";
    CHECK(pem_refusal(kBegin) == unended);
    CHECK(pem_refusal(kBegin + "YWJj\n") == unended);
    CHECK(pem_refusal(kBegin + "YWJj\n-----END CERTIFICAT-----\n") == unended);
    CHECK(pem_refusal(kBegin + "YWJj\n" + kBegin) == unended);
    CHECK(pem_refusal(kBegin + "YWJj\nYW?j\n" + kEnd) ==
          "Line 3, column 3, is not a character of base64.");
    CHECK(pem_refusal(kBegin + "YW Jj\n" + kEnd) ==
          "Line 2, column 3, is not a character of base64.");
    for (const char* base64 : {"", "YWJ", "YW=j", "YWI=YWJj", "YWJ="}) {
        CAPTURE(base64);
        CHECK(pem_refusal(kBegin + base64 + "\n" + kEnd)
                  .starts_with("The base64 between the lines 1 and 3 is cut off or damaged"));
    }
    CHECK(pem_refusal(kBegin + "YWJj\n" + kEnd + "more") ==
          "Line 4 has text behind the end of the CERTIFICATE.");
    CHECK(pem_refusal(kBegin + "YWJj\n" + kEnd + "\n" + kBegin + "YWJj\n" + kEnd) ==
          "Line 5 begins a second block. Send one CERTIFICATE only, without its chain.");
}

TEST_CASE("pem: what OpenSSL wrote is written alike") {
    for (const std::string_view sample :
         {test::kCaPem, test::kRsaPem, test::kEd25519Pem, test::kOrphanPem}) {
        const auto bytes = pem_decode(sample, "CERTIFICATE");
        REQUIRE(bytes);
        CHECK(pem_encode(*bytes, "CERTIFICATE") == sample);
    }
}
