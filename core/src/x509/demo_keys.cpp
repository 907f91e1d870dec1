// The pool: private keys as base64 of their PKCS #1 form, which holds the public ones too.
#include "x509/demo_keys.h"

#include <iterator>
#include <string_view>

#include "base/base64.h"
#include "x509/der.h"
#include "x509/pem.h"

namespace picket {
namespace {

constexpr std::string_view kWarning =
    "Published demo key of Picket. Everyone has it: never use it for anything real.\n";

constexpr std::string_view kRsaEncryption = "\x2A\x86\x48\x86\xF7\x0D\x01\x01\x01";

// Published demo keys, not secrets.
constexpr std::string_view kPrivateKeys[] = {
    // clang-format off
    "MIIEogIBAAKCAQEAtJdW9+PDXU6xBFPEzVamA0giXalklMUAetrY+ZMe4M3EU/1uOeBzqyXyVtxf17qEmgouBqHFpis3"
    "6sVFlZWSQSe+oB/JbT8BYo0PcwfyX6bH2BARu2Ay/cA1qWPCdXq/mNckKR0zIJJ15b7s+Yzepb5lpQaXYfJoeLode9Sy"
    "KKcGVraaLjxgSceJ/p6wtnjNxBGdN5az4X15j/q6wXT5SsND4MBnEg/o8jofK/8jpaXjhWTo2E0uYVJK31Wx8H2sGFVn"
    "VyG5WDeRvPKTsoOMUDxmWXxJpHx3xqOC9uV32JylON3isWQ479TbR1Oc9v0FVQZ9InhcXDQEO2E8H4Z+LQIDAQABAoIB"
    "AADVxkHHVWI9u20FNhVb/UGeilCch3vQkNwp+7HGr06HiysGULLMjKZB5+mZeCALfzvp4LIbLzAu2uOlgm+crlAkMqgt"
    "vtx525BEYJF8FjsxyrhV4s3tlAXXn52L4zydcvhEy7PKFbPkz5lPlkYkQLfWzqZAZMWLElZzhBnTtNoxHadlahcgUR6L"
    "yBcal7X0n2UBgtfF/NGYY2KT6GVeb7uxBThN6/g7vM0OFKRqjrO2o7w3LH+imwexkstsiMcJC2FXJfbPLmQHEHOS+Eo1"
    "CjGoHunr2gXOUw3WumFpFGQqLlNjqcsGHykfXCVN0rhFbMJ9NdnJ2dEwEzKk6UnLwuECgYEA3/Sv0U7o8slFh2lgS9DI"
    "O6cOC/AhVydMEEn9YGwX59koUUZwzsNSqv8VGS0lyOCtsENiFgZEve62YnpY+Bla/BI+F/LYq5+FBiTFPp276O4Zm/0+"
    "NW8SK60LtC22AP9UQ+SY3ibHJCxC3aBcsTfKzfhcMRpj6a7soiNlG586gU0CgYEAzm4+IMFdlMAJHnHuqJyCmIOutbLv"
    "o15sdjWnjqYa9DEAurLJ50+SCw3kUcpnj0na6bl4+KxNq2PstEhJHlVBOFOPt5TpCpz+tzsyDmGvaPQgJZ8D7Lg1h+2A"
    "apoWGkCxTNWD1e8TV0TZ4Sodf7lcAX6BfHg87qAaLFpnvfYJgGECgYAQ7dQkhEyDncdNtx96W6vnJnefW2WJywSq7ozi"
    "rwkXk4jCrAp29rjXCDU2E/2ZM7KtckqF0696lALhatIy3ufLyi07bjYGsyZBEqJ+WzoLH4R8ECaVr3G2L3yFADeT17ks"
    "8KjFkjTXfSkIy8h19Pu1miKN66rFzV1B3F8WOXEYuQKBgALkPG6NBtiMkBQjGGq4NoQYZBwbc4vgSLinK7+tx/bfsNjs"
    "pDNfQ/ZvrWEP6r9xE2XuuSkSkMvzzF8CHDQWkaFOWlcB+PmzFUZPx/W3nJNlyAV+4rkwI1/SDdhwbBrWCSXAX+ZhQO4a"
    "AstKobsmR4ml0f6CWKgnCfbRFV7t0VhBAoGAOwCRXs29wQdOnwDScEfXHKnVb4Oo6KcB5Hpz2uyJ/XQ3FCHIhY5SWvGt"
    "JNaMLT7UAVoAk44NRFpuOtrvWuGyQ4odQILnTuVf2K36Kn9pPJU82StrRIjMStI9p1VRB/6j8U3rY9nDnAOgxiPa1gag"
    "qC8O6nXh20w4nglqvgYdyzI=",
    "MIIEpAIBAAKCAQEA3JNWMyknSqUZVO8LrqL9xS2FT37YLwQ9dB+gZtMBgfwI8QdlKvV25mQJ0o1RkvdMvaigdFL2TTw4"
    "IFQilLcCp/f/knloUiS4ggTigH9bTqgAag3EkktImmtizSxNwilN3iY8dq9eW8iNj5+JtyB+bfgVOSL73pOaG2LUqIcV"
    "MkHiW39om68Ui9WP0RxlHw2YRFYbqlKW56Qx6yj7M5gmEuApW+kSbZQ6DKVTZG0yuXxvX1ju/BwM/oUt1cxOIdx8iPib"
    "sC4aBxs+TW92XSNrib6Hh+z9vSSylGgUws2Op3vG904Pap91eO/YwIv7WLCegeb+oVryw1OiREUT0a9QqQIDAQABAoIB"
    "AA9bPUfCjbcSAiQk9a3q2xAR4z4YQ/oXVCVJg7lPkhiim1zBzwv2mu3fTm/CNvOsaUNVrMDB0IlVWp2lkzgXUFqxVrGz"
    "53dl5xKQ6dQDCdr9XJ9a5gc+sTH5rUnrfl5jfHBYPngPgto7qYoI6WWTyuQ3vq0uVQAMoVCsHhy9itQ8xkGK7T/AfXny"
    "/+NnlKlHby0F54ERvzq1LD1/1hufALlcVjZZKmpkeBoqcAJDCDHOPNKrqh34Lw4O63dWaB1E6swEP8MB4A7a9RBlN+qb"
    "TANwgXfgQFks9n8j+DKT7Ra6VW24EpnS36kM3Ta/99mkKRlXWCW7eB0Ug32HN3z+vKECgYEA72NY7wtbv6CxCum7v0nc"
    "k14bZQAL/hZCK2Sj/mFReVbcp04/PqzQwgjb8FZQ72BS7FpQFIWGqcQzkFmt80bGZT+zXhco+pvNsDt1VgOowlBe8o7A"
    "L/2Qjd0qm7Ojm1NPnadxxgKHhUkuATXv5nIBgIx6fFRLyDPSg1TbrOTtBfsCgYEA6+HKYG1KqN4/pZxMS7aWvDutN9hJ"
    "3zBLV56HenU5kElFNxe5C6kvp18P4rd1mRvBmk84A6qr/2FVa3W6vRl+q/TJ5CqofErQ2eOdyxNtH36xcrBc+ALCZPjI"
    "9LoZD+gt34vZRsG1QVwXErzj+lP7HrKE0ER6Q/cUw41ohajuVqsCgYEApXmxIhxh4Ya8muSSyVnPRXcJzLlJkOvl9YTt"
    "74tp/ExU3rmx8isXaukgz3N7It0ctRCAxo6+VV+wnRnAqqfDwH1WCbZMt183wZh4NWr2HsvbtiODKilG4Sl+qH52m4nt"
    "QPdcKBnbgADj8iZMnKk17Jwulv7WG5/m5q2j5FGinj0CgYAaJ9BL/vJvZS2DjKA9KQLv3mInthkC4ZUJIy/8mTEH2cgO"
    "Athm/ZymH3lgd11X2+cM2EnqxisKR120a7qIK2KLaLpWTZCfL6CW+JFPqljITEEa6Yl1isDJd3i5AkWzKNilWBmAqgwS"
    "MkbwsfdJk7RdxAfMHDu+e5BW2sBDSecbvwKBgQChD13mGV0qlZS0hgAr2LiorBh/1/EawH9iwaDc3AG9hO1iz7ntygnH"
    "D9Q30hgZnlPO3tqBwIfPPG2wbDjKfqtcSQGXj/yQzKXCet6dT32jQ9pyQhdtjSz9/iD2jyywQhTW/uX0oL4T8EJaAjoo"
    "Xo9cK1D7gCuTxNTEiaL6ArYDQQ==",
    // clang-format on
};

// RSAPrivateKey begins with version, modulus and public exponent.
std::string public_key_of(const std::string& private_key) {
    DerReader outer(private_key);
    const auto key = outer.take(kDerSequence, "the key");
    PICKET_ASSERT(key);
    DerReader fields(*key);
    const auto version = fields.take(kDerInteger, "the version");
    const auto modulus = fields.take(kDerInteger, "the modulus");
    const auto exponent = fields.take(kDerInteger, "the exponent");
    PICKET_ASSERT(version && modulus && exponent);
    const std::string pair = der_value(kDerSequence,
                                       std::string(modulus->whole) + std::string(exponent->whole));
    const std::string algorithm = der_value(kDerSequence, der_value(kDerOid, kRsaEncryption) +
                                                              der_value(kDerNull, ""));
    return der_value(kDerSequence, algorithm + der_bit_string(pair));
}

}  // namespace

DemoKey demo_key(std::uint64_t number) {
    const auto bytes = base64_decode(kPrivateKeys[number % std::size(kPrivateKeys)]);
    PICKET_ASSERT(bytes);
    DemoKey key;
    key.public_key = public_key_of(*bytes);
    key.public_key_pem = pem_encode(key.public_key, "PUBLIC KEY");
    key.private_key_pem = std::string(kWarning) + pem_encode(*bytes, "RSA PRIVATE KEY");
    return key;
}

}  // namespace picket
