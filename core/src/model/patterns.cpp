// Patterns as hand-written predicates: a regular expression engine would be the largest part of the
// core.
#include "model/patterns.h"

#include <algorithm>
#include <array>
#include <iterator>

#include "text/utf8.h"

namespace picket {
namespace {

constexpr bool is_alphanumeric(unsigned char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

// Membership of ASCII characters, one bit each, so that a long text costs one look per byte.
class CharacterSet {
public:
    constexpr explicit CharacterSet(std::string_view extra, bool alphanumeric = true) {
        for (unsigned char c = 0; alphanumeric && c < 128; ++c) {
            if (is_alphanumeric(c)) add(c);
        }
        for (char c : extra) add(static_cast<unsigned char>(c));
    }
    constexpr bool has(unsigned char c) const {
        return c < 128 && (words_[c / 64] >> (c % 64) & 1) != 0;
    }
    bool has_all(std::string_view text) const {
        return std::all_of(text.begin(), text.end(),
                           [this](char c) { return has(static_cast<unsigned char>(c)); });
    }

private:
    constexpr void add(unsigned char c) { words_[c / 64] |= std::uint64_t{1} << (c % 64); }
    std::array<std::uint64_t, 2> words_ = {};
};

constexpr CharacterSet kName(":_-");
constexpr CharacterSet kActionName("_-");
constexpr CharacterSet kAttributeName("_.,@/:#-");
constexpr CharacterSet kAttributeValue("_.,@/:#=[]-");
constexpr CharacterSet kTagAscii(" _.:/=+-@");
constexpr CharacterSet kHex("0123456789abcdef", false);
constexpr CharacterSet kMarker("+/");
constexpr CharacterSet kCertificateId("0123456789abcdefABCDEF", false);
constexpr CharacterSet kPolicyName("_+=,.@-");
constexpr CharacterSet kRoleAlias("_=,@-");
constexpr CharacterSet kDigits("0123456789", false);
constexpr CharacterSet kCidr("0123456789abcdefABCDEF:./", false);
constexpr CharacterSet kViolationId("-");
constexpr CharacterSet kSerialNumber("0123456789abcdefABCDEF:", false);

// Java's Cntrl class, of ASCII alone, too.
constexpr bool is_control(char c) { return (c >= 0 && c < 0x20) || c == 0x7F; }
constexpr CharacterSet kShadowName("$:_-");
constexpr CharacterSet kLogDestination(".-_/#");

// Java's Graph class covers ASCII alone unless told otherwise, and the service says nothing else.
bool is_printable_ascii(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return c >= 0x20 && c <= 0x7E; });
}

bool is_tag_text(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const auto c = static_cast<unsigned char>(text[at]);
        if (c < 0x80) {
            if (!kTagAscii.has(c)) return false;
            ++at;
            continue;
        }
        const Utf8Step step = utf8_step(text, at);
        if (!step.valid || !is_letter_number_or_separator(step.code)) return false;
        at += step.length;
    }
    return true;
}

bool is_day_of_month(std::string_view text) {
    if (text == "LAST") return true;
    if (text.empty() || text.size() > 2 || text[0] == '0' || !kDigits.has_all(text)) return false;
    return text.size() == 1 || text <= "31";
}

// Where membership changes, from U+0080 on: the first number begins a run that belongs, the second
// ends it, and so on.
constexpr char16_t kChanges[] = {
    0x00A0, 0x00A1, 0x00AA, 0x00AB, 0x00B2, 0x00B4, 0x00B5, 0x00B6, 0x00B9, 0x00BB, 0x00BC, 0x00BF,
    0x00C0, 0x00D7, 0x00D8, 0x00F7, 0x00F8, 0x02C2, 0x02C6, 0x02D2, 0x02E0, 0x02E5, 0x02EC, 0x02ED,
    0x02EE, 0x02EF, 0x0370, 0x0375, 0x0376, 0x037E, 0x037F, 0x0384, 0x0386, 0x0387, 0x0388, 0x03F6,
    0x03F7, 0x0482, 0x048A, 0x055A, 0x0560, 0x0589, 0x05D0, 0x05F3, 0x0620, 0x064B, 0x0660, 0x066A,
    0x066E, 0x0670, 0x0671, 0x06D4, 0x06D5, 0x06D6, 0x06E5, 0x06E7, 0x06EE, 0x06FD, 0x06FF, 0x0700,
    0x0710, 0x0711, 0x0712, 0x0730, 0x074D, 0x07A6, 0x07B1, 0x07EB, 0x07F4, 0x07F6, 0x07FA, 0x07FD,
    0x0800, 0x0816, 0x081A, 0x081B, 0x0824, 0x0825, 0x0828, 0x0829, 0x0840, 0x0859, 0x0860, 0x0888,
    0x0889, 0x0890, 0x08A0, 0x08CA, 0x0904, 0x093A, 0x093D, 0x093E, 0x0950, 0x0951, 0x0958, 0x0962,
    0x0966, 0x0970, 0x0971, 0x0981, 0x0985, 0x09BC, 0x09BD, 0x09BE, 0x09CE, 0x09D7, 0x09DC, 0x09E2,
    0x09E6, 0x09F2, 0x09F4, 0x09FA, 0x09FC, 0x09FD, 0x0A05, 0x0A3C, 0x0A59, 0x0A70, 0x0A72, 0x0A75,
    0x0A85, 0x0ABC, 0x0ABD, 0x0ABE, 0x0AD0, 0x0AE2, 0x0AE6, 0x0AF0, 0x0AF9, 0x0AFA, 0x0B05, 0x0B3C,
    0x0B3D, 0x0B3E, 0x0B5C, 0x0B62, 0x0B66, 0x0B70, 0x0B71, 0x0B82, 0x0B83, 0x0BBE, 0x0BD0, 0x0BD7,
    0x0BE6, 0x0BF3, 0x0C05, 0x0C3C, 0x0C3D, 0x0C3E, 0x0C58, 0x0C62, 0x0C66, 0x0C77, 0x0C78, 0x0C7F,
    0x0C80, 0x0C81, 0x0C85, 0x0CBC, 0x0CBD, 0x0CBE, 0x0CDD, 0x0CE2, 0x0CE6, 0x0D00, 0x0D04, 0x0D3B,
    0x0D3D, 0x0D3E, 0x0D4E, 0x0D4F, 0x0D54, 0x0D57, 0x0D58, 0x0D62, 0x0D66, 0x0D79, 0x0D7A, 0x0D81,
    0x0D85, 0x0DCA, 0x0DE6, 0x0DF2, 0x0E01, 0x0E31, 0x0E32, 0x0E34, 0x0E40, 0x0E47, 0x0E50, 0x0E5A,
    0x0E81, 0x0EB1, 0x0EB2, 0x0EB4, 0x0EBD, 0x0EC8, 0x0ED0, 0x0F01, 0x0F20, 0x0F34, 0x0F40, 0x0F71,
    0x0F88, 0x0F8D, 0x1000, 0x102B, 0x103F, 0x104A, 0x1050, 0x1056, 0x105A, 0x105E, 0x1061, 0x1062,
    0x1065, 0x1067, 0x106E, 0x1071, 0x1075, 0x1082, 0x108E, 0x108F, 0x1090, 0x109A, 0x10A0, 0x10FB,
    0x10FC, 0x135D, 0x1369, 0x1390, 0x13A0, 0x1400, 0x1401, 0x166D, 0x166F, 0x169B, 0x16A0, 0x16EB,
    0x16EE, 0x1712, 0x171F, 0x1732, 0x1740, 0x1752, 0x1760, 0x1772, 0x1780, 0x17B4, 0x17D7, 0x17D8,
    0x17DC, 0x17DD, 0x17E0, 0x1800, 0x1810, 0x1885, 0x1887, 0x18A9, 0x18AA, 0x1920, 0x1946, 0x19DE,
    0x1A00, 0x1A17, 0x1A20, 0x1A55, 0x1A80, 0x1AA0, 0x1AA7, 0x1AA8, 0x1B05, 0x1B34, 0x1B45, 0x1B5A,
    0x1B83, 0x1BA1, 0x1BAE, 0x1BE6, 0x1C00, 0x1C24, 0x1C40, 0x1C7E, 0x1C80, 0x1CC0, 0x1CE9, 0x1CED,
    0x1CEE, 0x1CF4, 0x1CF5, 0x1CF7, 0x1CFA, 0x1DC0, 0x1E00, 0x1FBD, 0x1FBE, 0x1FBF, 0x1FC2, 0x1FCD,
    0x1FD0, 0x1FDD, 0x1FE0, 0x1FED, 0x1FF2, 0x1FFD, 0x2000, 0x200B, 0x2028, 0x202A, 0x202F, 0x2030,
    0x205F, 0x2060, 0x2070, 0x207A, 0x207F, 0x208A, 0x2090, 0x20A0, 0x2102, 0x2103, 0x2107, 0x2108,
    0x210A, 0x2114, 0x2115, 0x2116, 0x2119, 0x211E, 0x2124, 0x2125, 0x2126, 0x2127, 0x2128, 0x2129,
    0x212A, 0x212E, 0x212F, 0x213A, 0x213C, 0x2140, 0x2145, 0x214A, 0x214E, 0x214F, 0x2150, 0x218A,
    0x2460, 0x249C, 0x24EA, 0x2500, 0x2776, 0x2794, 0x2C00, 0x2CE5, 0x2CEB, 0x2CEF, 0x2CF2, 0x2CF9,
    0x2CFD, 0x2CFE, 0x2D00, 0x2D70, 0x2D80, 0x2DE0, 0x2E2F, 0x2E30, 0x3000, 0x3001, 0x3005, 0x3008,
    0x3021, 0x302A, 0x3031, 0x3036, 0x3038, 0x303D, 0x3041, 0x3099, 0x309D, 0x30A0, 0x30A1, 0x30FB,
    0x30FC, 0x3190, 0x3192, 0x3196, 0x31A0, 0x31C0, 0x31F0, 0x3200, 0x3220, 0x322A, 0x3248, 0x3250,
    0x3251, 0x3260, 0x3280, 0x328A, 0x32B1, 0x32C0, 0x3400, 0x4DC0, 0x4E00, 0xA490, 0xA4D0, 0xA4FE,
    0xA500, 0xA60D, 0xA610, 0xA66F, 0xA67F, 0xA69E, 0xA6A0, 0xA6F0, 0xA717, 0xA720, 0xA722, 0xA789,
    0xA78B, 0xA802, 0xA803, 0xA806, 0xA807, 0xA80B, 0xA80C, 0xA823, 0xA830, 0xA836, 0xA840, 0xA874,
    0xA882, 0xA8B4, 0xA8D0, 0xA8E0, 0xA8F2, 0xA8F8, 0xA8FB, 0xA8FC, 0xA8FD, 0xA8FF, 0xA900, 0xA926,
    0xA930, 0xA947, 0xA960, 0xA980, 0xA984, 0xA9B3, 0xA9CF, 0xA9DE, 0xA9E0, 0xA9E5, 0xA9E6, 0xAA29,
    0xAA40, 0xAA43, 0xAA44, 0xAA4C, 0xAA50, 0xAA5C, 0xAA60, 0xAA77, 0xAA7A, 0xAA7B, 0xAA7E, 0xAAB0,
    0xAAB1, 0xAAB2, 0xAAB5, 0xAAB7, 0xAAB9, 0xAABE, 0xAAC0, 0xAAC1, 0xAAC2, 0xAADE, 0xAAE0, 0xAAEB,
    0xAAF2, 0xAAF5, 0xAB01, 0xAB5B, 0xAB5C, 0xAB6A, 0xAB70, 0xABE3, 0xABF0, 0xD800, 0xF900, 0xFB1E,
    0xFB1F, 0xFB29, 0xFB2A, 0xFBB2, 0xFBD3, 0xFD3E, 0xFD50, 0xFDCF, 0xFDF0, 0xFDFC, 0xFE70, 0xFEFF,
    0xFF10, 0xFF1A, 0xFF21, 0xFF3B, 0xFF41, 0xFF5B, 0xFF66, 0xFFE0,
};

struct Range {
    char32_t first;
    char32_t last;
};
// Beyond the Basic Multilingual Plane: what does not belong.
constexpr Range kSymbolBlocks[] = {
    {0x1D000, 0x1D2DF},   // musical notation
    {0x1D300, 0x1D35F},   // Tai Xuan Jing symbols
    {0x1D800, 0x1DAAF},   // Sutton SignWriting
    {0x1F000, 0x1F0FF},   // tiles and cards
    {0x1F10D, 0x1FBEF},   // emoji and pictographs
    {0xE0000, 0x10FFFF},  // tags, variation selectors, private use
};

}  // namespace

std::size_t code_points(std::string_view text) {
    std::size_t count = 0;
    for (std::size_t at = 0; at < text.size(); ++count) {
        at += static_cast<unsigned char>(text[at]) < 0x80 ? 1 : utf8_step(text, at).length;
    }
    return count;
}

bool is_letter_number_or_separator(char32_t code) {
    if (code < 0x80) return code == ' ' || is_alphanumeric(static_cast<unsigned char>(code));
    if (code >= 0x10000) {
        return code <= 0x10FFFF && std::none_of(std::begin(kSymbolBlocks), std::end(kSymbolBlocks),
                                                [code](const Range& range) {
                                                    return code >= range.first &&
                                                           code <= range.last;
                                                });
    }
    const auto after = std::upper_bound(std::begin(kChanges), std::end(kChanges),
                                        static_cast<char16_t>(code));
    return (after - std::begin(kChanges)) % 2 == 1;
}

std::string_view pattern_text(Pattern pattern) {
    switch (pattern) {
    case Pattern::Any:
        return "";
    case Pattern::Name:
        return "[a-zA-Z0-9:_-]+";
    case Pattern::ActionName:
        return "[a-zA-Z0-9_-]+";
    case Pattern::Token:
        return "^[a-zA-Z0-9-_]+$";
    case Pattern::Description:
        return "[\\p{Graph}\\x20]*";
    case Pattern::AttributeName:
        return "[a-zA-Z0-9_.,@/:#-]+";
    case Pattern::AttributeValue:
        return "[a-zA-Z0-9_.,@/:#=\\[\\]-]*";
    case Pattern::TagText:
        return "^([\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]*)$";
    case Pattern::GroupDescription:
        return "[\\p{Graph}\\x20]*";
    case Pattern::Hex:
        return "[0-9a-f]+";
    case Pattern::Cidr:
        return "[a-fA-F0-9:\\.\\/]+";
    case Pattern::Statistic:
        return "(p0|p0\\.1|p0\\.01|p1|p10|p50|p90|p99|p99\\.9|p99\\.99|p100)";
    case Pattern::Marker:
        return "[A-Za-z0-9+/]+={0,2}";
    case Pattern::CertificateId:
        return "(0x)?[a-fA-F0-9]+";
    case Pattern::PolicyName:
        return "[\\w+=,.@-]+";
    case Pattern::RoleAlias:
        return "[\\w=,@-]+";
    case Pattern::Digits:
        return "[0-9]+";
    case Pattern::ViolationId:
        return "[a-zA-Z0-9\\-]+";
    case Pattern::NoControl:
        return "[^\\p{Cntrl}]*";
    case Pattern::ShadowName:
        return "[$a-zA-Z0-9:_-]+";
    case Pattern::LogDestination:
        return "^[.\\-_/#A-Za-z0-9]+$";
    case Pattern::SerialNumber:
        return "[a-fA-F0-9:]+";
    case Pattern::DayOfMonth:
        return "^([1-9]|[12][0-9]|3[01])$|^LAST$";
    }
    PICKET_UNREACHABLE();
}

bool pattern_matches(Pattern pattern, std::string_view text) {
    switch (pattern) {
    case Pattern::Any:
        return true;
    case Pattern::Name:
        return !text.empty() && kName.has_all(text);
    case Pattern::ActionName:
        return !text.empty() && kActionName.has_all(text);
    case Pattern::Token:
        return !text.empty() && kActionName.has_all(text);
    case Pattern::Description:
        return is_printable_ascii(text);
    case Pattern::AttributeName:
        return !text.empty() && kAttributeName.has_all(text);
    case Pattern::AttributeValue:
        return kAttributeValue.has_all(text);
    case Pattern::TagText:
        return is_tag_text(text);
    case Pattern::GroupDescription:
        return is_printable_ascii(text);
    case Pattern::Hex:
        return !text.empty() && kHex.has_all(text);
    case Pattern::Cidr:
        return !text.empty() && kCidr.has_all(text);
    case Pattern::Statistic:
        return std::find(std::begin(kStatistics), std::end(kStatistics), text) !=
               std::end(kStatistics);
    case Pattern::Marker:
        for (int i = 0; i < 2 && text.ends_with('='); ++i) text.remove_suffix(1);
        return !text.empty() && kMarker.has_all(text);
    case Pattern::CertificateId:
        if (text.starts_with("0x")) text.remove_prefix(2);
        return !text.empty() && kCertificateId.has_all(text);
    case Pattern::PolicyName:
        return !text.empty() && kPolicyName.has_all(text);
    case Pattern::RoleAlias:
        return !text.empty() && kRoleAlias.has_all(text);
    case Pattern::Digits:
        return !text.empty() && kDigits.has_all(text);
    case Pattern::ViolationId:
        return !text.empty() && kViolationId.has_all(text);
    case Pattern::NoControl:
        return std::none_of(text.begin(), text.end(), is_control);
    case Pattern::ShadowName:
        return !text.empty() && kShadowName.has_all(text);
    case Pattern::LogDestination:
        return !text.empty() && kLogDestination.has_all(text);
    case Pattern::SerialNumber:
        return !text.empty() && kSerialNumber.has_all(text);
    case Pattern::DayOfMonth:
        return is_day_of_month(text);
    }
    PICKET_UNREACHABLE();
}

}  // namespace picket
