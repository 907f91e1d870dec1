// What findings have in common, of documents and of assessments, and what verdicts rest on.
#pragma once

#include "picket/model/common.h"

namespace picket {

enum class FindingSeverity : std::uint8_t { Error, Warning, Note };
template <>
struct EnumNames<FindingSeverity> {
    static constexpr std::string_view name = "FindingSeverity";
    static constexpr std::array<std::string_view, 3> values = {"error", "warning", "note"};
};

// A choice that AWS's documentation leaves open, as it was made.
struct ExplainedSetting {
    std::string name;
    std::string value;
};
template <>
struct Shape<ExplainedSetting> {
    using S = ExplainedSetting;
    static constexpr std::string_view name = "ExplainedSetting";
    static constexpr MemberInfo members[] = {
        member("name", PICKET_FIELD(S, name), {.required = true, .doc = "The setting."}),
        member("value", PICKET_FIELD(S, value), {.required = true, .doc = "Its value."}),
    };
};

}  // namespace picket
