// The AWS managed policies that Device Defender's documentation names, by ARN, with the actions it
// gives them; and AdministratorAccess. Others are unknown here: a role says what it may do in
// documents of its own.
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace picket {

struct ManagedPolicy {
    std::string_view path;      // behind "arn:aws:iam::aws:policy/"
    std::string_view document;  // as JSON text
};
std::span<const ManagedPolicy> managed_policies();

// nullptr when Picket does not know the policy.
const ManagedPolicy* find_managed_policy(std::string_view arn);
// The ARN in the partition of this account's roles: "aws", "aws-cn", "aws-us-gov".
std::string managed_policy_arn(const ManagedPolicy& policy, std::string_view partition);

}  // namespace picket
