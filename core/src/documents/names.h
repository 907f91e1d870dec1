// Names as the tools spell them, and names close to a mistyped one.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "picket/operations.h"

namespace picket {

// "securityProfileName" -> "security-profile-name"; with '_' as boto3 spells it. Exactly botocore's
// rule, runs of capitals included: "SetV2LoggingOptions" -> "set-v2-logging-options".
std::string separated_name(std::string_view camel, char separator);
inline std::string option_name(std::string_view member) { return separated_name(member, '-'); }

const Operation* operation_by_cli_name(std::string_view name);
const MemberInfo* member_by_option(const ShapeInfo& shape, std::string_view option);

// How many letters have to change, without regard to case, hyphens and underscores.
std::size_t edit_distance(std::string_view left, std::string_view right);

// Keeps the name closest to a wrong one, of those near enough to be what was meant.
class Nearest {
public:
    explicit Nearest(std::string_view wanted) : wanted_(wanted), distance_(wanted.size() / 8 + 2) {}
    void offer(std::string_view name);
    bool found() const { return found_; }
    const std::string& name() const { return name_; }

private:
    std::string wanted_;
    std::string name_;
    std::size_t distance_;  // names this far away are no help
    bool found_ = false;
};

}  // namespace picket
