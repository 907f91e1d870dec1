// Certificates. Goal: what is read is what OpenSSL says (the expected values are its printouts),
// what is made comes back, and damage of any kind is refused or makes another certificate.
#include "x509/certificate.h"

#include <doctest/doctest.h>

#include "base/random.h"
#include "core/x509/samples.h"
#include "model/generate.h"
#include "x509/demo_keys.h"
#include "x509/der.h"
#include "x509/issue.h"
#include "x509/name.h"
#include "x509/pem.h"

using namespace picket;

namespace {

X509Certificate read(std::string_view pem) {
    auto certificate = read_certificate_pem(pem);
    REQUIRE_MESSAGE(certificate, certificate.error().message);
    return *std::move(certificate);
}

std::string certificate_refusal(std::string_view der) {
    const auto certificate = read_certificate_der(der);
    return certificate ? std::string() : certificate.error().message;
}

CertificateOrder sample_order() {
    return {.serial = "\x01\x02",
            .issuer = der_name({{kOidOrganization, "Issuer"}}),
            .subject = der_name({{kOidCommonName, "subject"}}),
            .public_key = demo_key(0).public_key,
            .validity = {{1767225600000}, {2524607999000}}};
}

// The same bytes with one part replaced by another of the same size.
std::string replaced(std::string bytes, std::string_view part, std::string_view other) {
    const std::size_t at = bytes.find(part);
    REQUIRE(at != std::string::npos);
    REQUIRE(part.size() == other.size());
    return bytes.replace(at, part.size(), other);
}

}  // namespace

TEST_CASE("certificates: a device certificate reads as OpenSSL prints it") {
    const X509Certificate device = read(test::kDevicePem);
    CHECK(device.id == "7310f9b8a576bb17fae0957b2a272019558e33268b80f175887017a849a24ca2");
    CHECK(device.common_name == "sensor-1");
    CHECK(device.summary.serial_number == "4e0eb5906483289ba765227683077e54b833ae41");
    CHECK(device.summary.subject == "CN=sensor-1");
    CHECK(device.summary.issuer == "CN=Example Fleet CA,O=Example");
    CHECK(to_iso(device.summary.validity.not_before) == "2025-01-01T00:00:00Z");
    CHECK(to_iso(device.summary.validity.not_after) == "2030-01-01T00:00:00Z");
    CHECK(device.summary.key_algorithm == "EC");
    CHECK(device.summary.key_curve == "P-256");
    CHECK(device.summary.key_bits == 256);
    CHECK(!device.summary.is_ca);
    CHECK(device.summary.subject_key_id == "e1024e375aa1540928746c71a11acf23445ea759");
    CHECK(device.summary.authority_key_id == "24eeed3bf9e1aa34f9b5ed6f03c5cdc05f375af3");
}

TEST_CASE("certificates: a CA says so, and a far end is read") {
    const X509Certificate ca = read(test::kCaPem);
    CHECK(ca.id == "2f44ee58f4cecaf1e649229e13b888ee3d22e0144f6e85501300da86d14e1667");
    CHECK(ca.summary.is_ca);
    CHECK(ca.summary.subject == ca.summary.issuer);
    CHECK(ca.summary.subject_key_id == read(test::kDevicePem).summary.authority_key_id);
    CHECK(to_iso(read(test::kLongCaPem).summary.validity.not_after) == "2060-01-01T00:00:00Z");
}

TEST_CASE("certificates: version 1, RSA, and names with everything in them") {
    const X509Certificate rsa = read(test::kRsaPem);
    CHECK(rsa.id == "c4f07eef0d943ec5aa4e276a67e97ff267ce3c35a0dd2186f306ea9f04baef59");
    CHECK(rsa.summary.subject == "CN=rsa device,O=Ex\\, Ltd.,OU=A\\+B,C=DE,L=K\xC3\xB6ln,"
                                 "emailAddress=a@b.example");
    CHECK(rsa.common_name == "rsa device");
    CHECK(rsa.summary.key_algorithm == "RSA");
    CHECK(rsa.summary.key_bits == 2048);
    CHECK(rsa.summary.key_curve.empty());
    CHECK(!rsa.summary.is_ca);
    const X509Summary p384 = read(test::kP384Pem).summary;
    CHECK(p384.key_curve == "P-384");
    CHECK(p384.key_bits == 384);
    const X509Summary edwards = read(test::kEd25519Pem).summary;
    CHECK(edwards.key_algorithm == "1.3.101.112");
    CHECK(edwards.key_bits == 0);
}

TEST_CASE("certificates: signing requests give subject and key") {
    const auto request = read_signing_request_pem(test::kRequestPem);
    REQUIRE(request);
    CHECK(request->summary.subject == "CN=sensor-1");
    CHECK(request->summary.key_curve == "P-256");
    CHECK(request->public_key == read(test::kDevicePem).public_key);
    const auto weak = read_signing_request_pem(test::kWeakRequestPem);
    REQUIRE(weak);
    CHECK(weak->summary.key_bits == 1024);
    CHECK(!read_signing_request_pem(test::kDevicePem));
    CHECK(!read_certificate_pem(test::kRequestPem));
}

TEST_CASE("certificates: what is made comes back with the same fields") {
    Random random(5, "certificates");
    for (int round = 0; round < 300; ++round) {
        CAPTURE(round);
        CertificateOrder order;
        order.serial = std::string(1, static_cast<char>(1 + random.below(0x7F)));
        while (order.serial.size() < 1 + random.below(20))
            order.serial += static_cast<char>(random.below(256));
        const std::string subject = generate_text(Pattern::Any, random.between(0, 40), random);
        const std::string issuer = generate_text(Pattern::Any, random.between(0, 40), random);
        order.subject = der_name({{kOidUnit, issuer}, {kOidCommonName, subject}});
        order.issuer = der_name({{kOidOrganization, issuer}});
        order.public_key = demo_key(random.next()).public_key;
        // Years 0001 to 9999, UTCTime and GeneralizedTime.
        order.validity.not_before = {random.between(-62'135'596'800, 253'402'300'799) * kSecond};
        order.validity.not_after = {
            random.between(order.validity.not_before.ms / kSecond, 253'402'300'799) * kSecond};
        const std::string der = make_certificate(order);
        const auto made = read_certificate_der(der);
        REQUIRE_MESSAGE(made, made.error().message);
        CHECK(made->der == der);
        CHECK(made->common_name == subject);
        CHECK(made->public_key == order.public_key);
        CHECK(made->summary.validity == order.validity);
        CHECK(made->summary.serial_number.size() == 2 * order.serial.size());
        CHECK(made->summary.key_bits == 2048);
        CHECK(!made->summary.is_ca);
        CHECK(made->summary.subject_key_id.size() == 40);
        const auto again = read_certificate_pem(pem_encode(der, "CERTIFICATE"));
        REQUIRE(again);
        CHECK(again->id == made->id);
        CHECK(again->summary == made->summary);
    }
}

TEST_CASE("certificates: two names with one text are one name") {
    auto text = [](const std::vector<NamePart>& parts) {
        const std::string der = der_name(parts);
        DerReader reader(der);
        return read_name(*reader.take(kDerSequence, "it"), "it")->text;
    };
    CHECK(text({}) == "");
    CHECK(text({{kOidCommonName, "a,O=b"}}) == "CN=a\\,O\\=b");
    CHECK(text({{kOidCommonName, "a"}, {kOidOrganization, "b"}}) == "CN=a,O=b");
    CHECK(text({{kOidCommonName, " #a "}}) == "CN=\\ #a\\ ");
    CHECK(text({{kOidCommonName, "#a"}}) == "CN=\\#a");
    CHECK(text({{kOidCommonName, std::string_view("\0\n", 2)}}) == "CN=\\00\\0a");
    CHECK(text({{kOidCommonName, "\xFF"}}) == "CN=#0c01ff");
    CHECK(text({{"\x55\x04\x7F", "x"}}) == "2.5.4.127=x");
}

TEST_CASE("certificates: a byte that changed is refused or makes another certificate") {
    for (const std::string_view sample : {test::kDevicePem, test::kRsaPem, test::kCaPem}) {
        const X509Certificate whole = read(sample);
        std::size_t refused = 0;
        for (std::size_t at = 0; at < whole.der.size(); ++at) {
            for (const int change : {0x01, 0x02, 0x20, 0x80, 0xFF}) {
                std::string damaged = whole.der;
                damaged[at] = static_cast<char>(damaged[at] ^ change);
                const auto other = read_certificate_der(damaged);
                if (other) {
                    CHECK(other->id != whole.id);
                } else {
                    CHECK(other.error().code == ErrorCode::CertificateValidation);
                    CHECK(other.error().message.starts_with("At byte "));
                    ++refused;
                }
            }
        }
        CHECK(refused > whole.der.size() / 4);
        for (std::size_t size = 0; size < whole.der.size(); ++size)
            CHECK(!read_certificate_der(std::string_view(whole.der).substr(0, size)));
        CHECK(!read_certificate_der(whole.der + '\0'));
    }
}

TEST_CASE("certificates: a character of the PEM that changed is refused or makes another one") {
    const std::string pem(test::kDevicePem);
    const std::string id = read(pem).id;
    for (std::size_t at = 0; at + 1 < pem.size(); ++at) {
        for (const char change : {'A', '/', '-', '=', '\\', '\x80'}) {
            if (pem[at] == change) continue;
            std::string damaged = pem;
            damaged[at] = change;
            const auto other = read_certificate_pem(damaged);
            if (other) CHECK(other->id != id);
        }
    }
}

TEST_CASE("certificates: sentences say what is wrong, and where") {
    const std::string der = make_certificate(sample_order());
    CHECK(certificate_refusal(der).empty());
    CHECK(certificate_refusal(der_integer("\x07")).find("the certificate should be a SEQUENCE") !=
          std::string::npos);
    CHECK(certificate_refusal(replaced(der, "260101000000Z", "261301000000Z")) ==
          "At byte 53 of the DER, the beginning of validity is not a time of the form "
          "YYMMDDhhmmssZ.");
    CHECK(certificate_refusal(replaced(der, "491231235959Z", "251231235959Z")) ==
          "At byte 51 of the DER, the validity ends before it begins.");
    const std::string_view version3("\xA0\x03\x02\x01\x02", 5);
    CHECK(certificate_refusal(replaced(der, version3, "\xA0\x03\x02\x01\x05")) ==
          "At byte 10 of the DER, the version is none of 1, 2 and 3.");
    CHECK(certificate_refusal(replaced(der, version3, "\xA0\x03\x02\x01\x01"))
              .find("extensions follow, and only version 3 has them; this is version 2") !=
          std::string::npos);
    CHECK(certificate_refusal(der + "xy").find("2 bytes follow the end of the certificate") !=
          std::string::npos);
}

TEST_CASE("certificates: the demo keys are RSA with 2048 bits, whole, and marked") {
    for (const std::uint64_t number : {0, 1, 2}) {
        const DemoKey key = demo_key(number);
        CHECK(key.private_key_pem.starts_with("Published demo key of Picket."));
        const auto private_key = pem_decode(key.private_key_pem, "RSA PRIVATE KEY");
        REQUIRE(private_key);
        const auto public_key = pem_decode(key.public_key_pem, "PUBLIC KEY");
        REQUIRE(public_key);
        CHECK(*public_key == key.public_key);
        CertificateOrder order = sample_order();
        order.public_key = key.public_key;
        CHECK(read_certificate_der(make_certificate(order))->summary.key_bits == 2048);
    }
    CHECK(demo_key(0).public_key != demo_key(1).public_key);
    CHECK(demo_key(0).public_key == demo_key(2).public_key);
}
