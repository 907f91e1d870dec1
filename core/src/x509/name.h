// Distinguished names as text (RFC 4514, but in the certificate's own order): "CN=a,O=b\, c".
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "x509/der.h"

namespace picket {

// An attribute of a name by the DER of its type: {kOidCommonName, "sensor-1"}.
struct NamePart {
    std::string_view oid;
    std::string_view value;
};
inline constexpr std::string_view kOidCommonName = "\x55\x04\x03";
inline constexpr std::string_view kOidOrganization = "\x55\x04\x0A";
inline constexpr std::string_view kOidUnit = "\x55\x04\x0B";

struct NameText {
    std::string text;         // two names with one text are one name
    std::string common_name;  // the last one, as it is; empty when there is none
};

Result<NameText> read_name(const DerValue& name, std::string_view what);

std::string der_name(const std::vector<NamePart>& parts);

}  // namespace picket
