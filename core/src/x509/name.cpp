// Reads and writes distinguished names.
#include "x509/name.h"

#include <iterator>

#include "text/say.h"
#include "text/utf8.h"

namespace picket {
namespace {

struct Attribute {
    std::string_view oid;
    std::string_view name;
};
constexpr Attribute kAttributes[] = {
    {kOidCommonName, "CN"},
    {"\x55\x04\x05", "serialNumber"},
    {"\x55\x04\x06", "C"},
    {"\x55\x04\x07", "L"},
    {"\x55\x04\x08", "ST"},
    {"\x55\x04\x09", "street"},
    {kOidOrganization, "O"},
    {kOidUnit, "OU"},
    {"\x55\x04\x0C", "title"},
    {"\x55\x04\x2E", "dnQualifier"},
    {"\x2A\x86\x48\x86\xF7\x0D\x01\x09\x01", "emailAddress"},
    {"\x09\x92\x26\x89\x93\xF2\x2C\x64\x01\x19", "DC"},
    {"\x09\x92\x26\x89\x93\xF2\x2C\x64\x01\x01", "UID"},
};

constexpr std::string_view kHexDigits = "0123456789abcdef";

void append_hex(std::string& out, char c) {
    out += kHexDigits[static_cast<std::uint8_t>(c) >> 4];
    out += kHexDigits[static_cast<std::uint8_t>(c) & 15];
}

bool is_text(const DerValue& value) {
    switch (value.tag) {
    case kDerUtf8:
    case 0x12:  // NumericString
    case 0x13:  // PrintableString
    case 0x16:  // IA5String
    case 0x1A:  // VisibleString
        break;
    default:
        return false;
    }
    for (std::size_t at = 0; at < value.content.size();) {
        const Utf8Step step = utf8_step(value.content, at);
        if (!step.valid) return false;
        at += step.length;
    }
    return true;
}

// Escaped so that no value can pass for two attributes; other kinds of strings as "#" and their
// DER.
void append_value(std::string& out, const DerValue& value) {
    if (!is_text(value)) {
        out += '#';
        for (const char c : value.whole) append_hex(out, c);
        return;
    }
    const std::string_view text = value.content;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        const bool edge = (i == 0 && (c == ' ' || c == '#')) || (i + 1 == text.size() && c == ' ');
        if (static_cast<std::uint8_t>(c) < 0x20 || c == 0x7F) {
            out += '\\';
            append_hex(out, c);
            continue;
        }
        if (edge || std::string_view(",+\"\\<>;=").find(c) != std::string_view::npos) out += '\\';
        out += c;
    }
}

Result<NameText> with_attribute(NameText out, DerReader& set, const std::string& what) {
    PICKET_TRY(const DerValue pair, set.take(kDerSequence, say("an attribute of {}", what)));
    DerReader inside(pair);
    PICKET_TRY(const DerValue type,
               inside.take(kDerOid, say("the type of an attribute of {}", what)));
    PICKET_TRY(const DerValue value, inside.next(say("the value of an attribute of {}", what)));
    if (auto problem = inside.end_problem(say("an attribute of {}", what))) return problem;
    std::string name = oid_text(type.content);
    if (name.empty()) return der_error(type.place, "the type of an attribute is damaged");
    for (const Attribute& known : kAttributes) {
        if (known.oid == type.content) name = known.name;
    }
    out.text += name + '=';
    append_value(out.text, value);
    if (type.content == kOidCommonName && is_text(value)) out.common_name = value.content;
    return out;
}

}  // namespace

Result<NameText> read_name(const DerValue& name, std::string_view what) {
    NameText out;
    DerReader parts(name);
    const std::string name_what(what);
    while (!parts.at_end()) {
        PICKET_TRY(const DerValue part, parts.take(kDerSet, say("a part of {}", name_what)));
        DerReader set(part);
        if (set.at_end()) return der_error(part.place, say("a part of {} is empty", name_what));
        for (bool first = true; !set.at_end(); first = false) {
            if (!out.text.empty()) out.text += first ? ',' : '+';
            PICKET_TRY(out, with_attribute(std::move(out), set, name_what));
        }
    }
    return out;
}

std::string der_name(const std::vector<NamePart>& parts) {
    std::string content;
    for (const NamePart& part : parts) {
        content += der_value(kDerSet, der_value(kDerSequence, der_value(kDerOid, part.oid) +
                                                                  der_value(kDerUtf8, part.value)));
    }
    return der_value(kDerSequence, content);
}

}  // namespace picket
