// Role aliases, and IAM roles as far as documents and decisions need them.
//
// Roles belong to another service of the account; a session defines those whose permissions matter.
// Not modelled: permission boundaries, session policies, service control policies.
#pragma once

#include "picket/model/common.h"

namespace picket {

struct RoleAlias {
    std::string name;
    std::string role_arn;
    std::int64_t credential_duration_seconds = 3600;
    Timestamp created;
    Timestamp modified;
    bool operator==(const RoleAlias&) const = default;
};
template <>
struct Shape<RoleAlias> {
    using S = RoleAlias;
    static constexpr std::string_view name = "StoredRoleAlias";
    static constexpr MemberInfo members[] = {
        member("name", PICKET_FIELD(S, name)),
        member("roleArn", PICKET_FIELD(S, role_arn)),
        member("credentialDurationSeconds", PICKET_FIELD(S, credential_duration_seconds)),
        member("created", PICKET_FIELD(S, created)),
        member("modified", PICKET_FIELD(S, modified)),
    };
};

// Documents are kept as the text they came as.
struct Role {
    std::string arn;
    std::string trust_policy;
    StringMap<std::string> permission_policies;  // inline, by name
    std::vector<std::string> managed_policy_arns;
    Timestamp created;
    Timestamp modified;
    bool operator==(const Role&) const = default;
};
template <>
struct Shape<Role> {
    using S = Role;
    static constexpr std::string_view name = "StoredRole";
    static constexpr MemberInfo members[] = {
        member("arn", PICKET_FIELD(S, arn)),
        member("trustPolicy", PICKET_FIELD(S, trust_policy)),
        member("permissionPolicies", PICKET_FIELD(S, permission_policies)),
        member("managedPolicyArns", PICKET_FIELD(S, managed_policy_arns)),
        member("created", PICKET_FIELD(S, created)),
        member("modified", PICKET_FIELD(S, modified)),
    };
};

}  // namespace picket
