// ARNs of the account's resources. They are functions of name, region and account, and never
// stored. Not modelled: resources of other accounts and regions; an ARN that names one is refused.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "picket/result.h"
#include "picket/world.h"

namespace picket {

std::string thing_arn(const World& world, const std::string& name);
std::string thing_type_arn(const World& world, const std::string& name);
std::string thing_group_arn(const World& world, const std::string& name);
std::string mitigation_action_arn(const World& world, const std::string& name);
std::string security_profile_arn(const World& world, const std::string& name);
std::string custom_metric_arn(const World& world, const std::string& name);
std::string dimension_arn(const World& world, const std::string& name);

// Of a resource written as "KIND/NAME", and back; nothing when the ARN is not one of this account.
std::string resource_arn(const World& world, const std::string& resource);
std::optional<std::string> resource_of_arn(const World& world, std::string_view arn);

// The name in the ARN of a thing or a group of this account; `path` is the member that holds the
// ARN.
Result<std::string> thing_name_of_arn(const World& world, std::string_view arn,
                                      std::string_view path);
Result<std::string> thing_group_name_of_arn(const World& world, std::string_view arn,
                                            std::string_view path);

}  // namespace picket
