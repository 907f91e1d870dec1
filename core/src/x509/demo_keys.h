// The key pairs of certificates that Picket makes.
//
// PUBLISHED DEMO KEYS: they are in this repository for everyone to read, so whatever they sign,
// anyone can sign. Never use them outside the playground. Private keys leave Picket with a line in
// front that says so.
#pragma once

#include <cstdint>
#include <string>

namespace picket {

struct DemoKey {
    std::string public_key;       // DER of the SubjectPublicKeyInfo
    std::string public_key_pem;   // "PUBLIC KEY"
    std::string private_key_pem;  // "RSA PRIVATE KEY" (PKCS #1), with the warning before it
};

// One of the pool, the same for the same number: RSA with 2048 bits, as the service makes them.
DemoKey demo_key(std::uint64_t number);

}  // namespace picket
