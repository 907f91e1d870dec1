// The rules of rules.def as an enum and a table.
#pragma once

#include <cstdint>
#include <string_view>

#include "picket/documents.h"

namespace picket {

enum class RuleId : std::uint8_t {
#define PICKET_RULE(id, code, severity, section, explanation) id,
#include "documents/rules.def"
#undef PICKET_RULE
};

struct RuleInfo {
    RuleId id;
    std::string_view code;
    FindingSeverity severity;
    std::string_view section;
    std::string_view explanation;
};
std::span<const RuleInfo> document_rules();
const RuleInfo& rule_info(RuleId id);

}  // namespace picket
