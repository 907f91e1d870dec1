// IoT policies as they are stored: the policy, its versions, and what they are attached to (tables
// of Attachment). The shapes of their operations stand beside the handlers.
#pragma once

#include "picket/model/common.h"

namespace picket {

// A policy without its texts. Version ids count up and are never given out again, so the next one
// is remembered when the last is deleted.
struct Policy {
    std::string name;
    std::int64_t default_version = 1;
    std::int64_t next_version = 2;
    std::string generation_id;
    Timestamp created;
    Timestamp modified;
    bool operator==(const Policy&) const = default;
};
template <>
struct Shape<Policy> {
    using S = Policy;
    static constexpr std::string_view name = "StoredPolicy";
    static constexpr MemberInfo members[] = {
        member("name", PICKET_FIELD(S, name)),
        member("defaultVersion", PICKET_FIELD(S, default_version)),
        member("nextVersion", PICKET_FIELD(S, next_version)),
        member("generationId", PICKET_FIELD(S, generation_id)),
        member("created", PICKET_FIELD(S, created)),
        member("modified", PICKET_FIELD(S, modified)),
    };
};

// The text is kept as it came, white space and all: that is what the service answers.
struct PolicyVersion {
    std::string document;
    std::string generation_id;
    Timestamp created;
    bool operator==(const PolicyVersion&) const = default;
};
template <>
struct Shape<PolicyVersion> {
    using S = PolicyVersion;
    static constexpr std::string_view name = "StoredPolicyVersion";
    static constexpr MemberInfo members[] = {
        member("document", PICKET_FIELD(S, document)),
        member("generationId", PICKET_FIELD(S, generation_id)),
        member("created", PICKET_FIELD(S, created)),
    };
};

}  // namespace picket
