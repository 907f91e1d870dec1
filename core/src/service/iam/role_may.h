// Whether a service acting under a role may do something: it must be trusted to assume the role,
// and the role's policies must allow the action. Mitigation actions, audits and alert targets ask
// here.
//
// A role that the session did not define may do everything and be assumed by everyone, unless the
// setting undefinedRoles says otherwise; the explanation says so.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "picket/world.h"
#include "policy/decide.h"

namespace picket {

inline constexpr std::string_view kIotService = "iot.amazonaws.com";

struct RoleDecision {
    bool defined = false;                      // by the session
    bool assumable = false;                    // the service is trusted
    Verdict verdict = Verdict::ImplicitDeny;   // of the trust policy when that refuses, else of the
                                               // permissions
    std::string explanation;                   // in words, with names
    std::vector<StatementVerdict> statements;  // of the trust policy, then of the permissions

    bool allowed() const { return assumable && verdict == Verdict::Allow; }
};

// `context` holds condition keys of the action, and of the assuming, for which aws:SourceArn says
// on whose behalf the service acts: the ARN of the mitigation action, or of the security profile.
// aws:SourceAccount is this account unless the context says otherwise.
RoleDecision role_may(const World& world, std::string_view role_arn, std::string_view action,
                      std::string_view resource, const PolicyContext& context = {},
                      std::string_view service = kIotService);

}  // namespace picket
