// Builds and reads ARNs: arn:PARTITION:iot:REGION:ACCOUNT:KIND/NAME.
#include "service/arn.h"

#include "picket/schema.h"
#include "service/refuse.h"

namespace picket {
namespace {

std::string account_prefix(const World& world) {
    std::string_view partition = "aws";
    if (world.region.starts_with("cn-")) partition = "aws-cn";
    if (world.region.starts_with("us-gov-")) partition = "aws-us-gov";
    return "arn:" + std::string(partition) + ":iot:" + world.region + ":" + world.account + ":";
}

std::string arn_prefix(const World& world, std::string_view kind) {
    return account_prefix(world) + std::string(kind) + "/";
}

Result<std::string> name_of_arn(const World& world, std::string_view kind, std::string_view arn,
                                std::string_view path) {
    const std::string prefix = arn_prefix(world, kind);
    const std::string_view name = arn.starts_with(prefix) ? arn.substr(prefix.size())
                                                          : std::string_view();
    if (name.empty() || name.size() > 128 || !pattern_matches(Pattern::Name, name)) {
        return invalid(quoted(arn) + " is not an ARN of this account's " + std::string(kind) +
                           " resources. The form is " + prefix + "NAME.",
                       std::string(path));
    }
    return std::string(name);
}

}  // namespace

std::string thing_arn(const World& world, std::string_view name) {
    return arn_prefix(world, "thing") + std::string(name);
}
std::string thing_type_arn(const World& world, std::string_view name) {
    return arn_prefix(world, "thingtype") + std::string(name);
}
std::string thing_group_arn(const World& world, std::string_view name) {
    return arn_prefix(world, "thinggroup") + std::string(name);
}
std::string mitigation_action_arn(const World& world, std::string_view name) {
    return arn_prefix(world, "mitigationaction") + std::string(name);
}
std::string security_profile_arn(const World& world, std::string_view name) {
    return arn_prefix(world, "securityprofile") + std::string(name);
}
std::string custom_metric_arn(const World& world, std::string_view name) {
    return arn_prefix(world, "custommetric") + std::string(name);
}
std::string dimension_arn(const World& world, std::string_view name) {
    return arn_prefix(world, "dimension") + std::string(name);
}

std::string resource_arn(const World& world, std::string_view resource) {
    return account_prefix(world) + std::string(resource);
}

std::optional<std::string> resource_of_arn(const World& world, std::string_view arn) {
    const std::string prefix = account_prefix(world);
    if (!arn.starts_with(prefix)) return std::nullopt;
    return std::string(arn.substr(prefix.size()));
}

Result<std::string> thing_name_of_arn(const World& world, std::string_view arn,
                                      std::string_view path) {
    return name_of_arn(world, "thing", arn, path);
}
Result<std::string> thing_group_name_of_arn(const World& world, std::string_view arn,
                                            std::string_view path) {
    return name_of_arn(world, "thinggroup", arn, path);
}

}  // namespace picket
