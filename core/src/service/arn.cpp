// Builds and reads ARNs: arn:PARTITION:iot:REGION:ACCOUNT:KIND/NAME.
#include "service/arn.h"

#include "picket/schema.h"
#include "service/refuse.h"
#include "text/say.h"

namespace picket {
namespace {

const char* partition(const World& world) {
    if (world.region.starts_with("cn-")) return "aws-cn";
    return world.region.starts_with("us-gov-") ? "aws-us-gov" : "aws";
}

std::string account_prefix(const World& world) {
    return say("arn:{}:iot:{}:{}:", partition(world), world.region, world.account);
}

std::string arn_of(const World& world, const char* kind, const std::string& name) {
    return say("arn:{}:iot:{}:{}:{}/{}", partition(world), world.region, world.account, kind, name);
}

Result<std::string> name_of_arn(const World& world, const char* kind, std::string_view arn,
                                std::string_view path) {
    const std::string prefix = arn_of(world, kind, "");
    const std::string_view name = arn.starts_with(prefix) ? arn.substr(prefix.size())
                                                          : std::string_view();
    if (name.empty() || name.size() > 128 || !pattern_matches(Pattern::Name, name)) {
        return invalid(say("'{}' is not an ARN of this account's {} resources. The form is {}NAME.",
                           arn, kind, prefix),
                       std::string(path));
    }
    return std::string(name);
}

}  // namespace

std::string thing_arn(const World& world, const std::string& name) {
    return arn_of(world, "thing", name);
}
std::string thing_type_arn(const World& world, const std::string& name) {
    return arn_of(world, "thingtype", name);
}
std::string thing_group_arn(const World& world, const std::string& name) {
    return arn_of(world, "thinggroup", name);
}
std::string mitigation_action_arn(const World& world, const std::string& name) {
    return arn_of(world, "mitigationaction", name);
}
std::string security_profile_arn(const World& world, const std::string& name) {
    return arn_of(world, "securityprofile", name);
}
std::string custom_metric_arn(const World& world, const std::string& name) {
    return arn_of(world, "custommetric", name);
}
std::string dimension_arn(const World& world, const std::string& name) {
    return arn_of(world, "dimension", name);
}

std::string resource_arn(const World& world, const std::string& resource) {
    return account_prefix(world) + resource;
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
