// Keeps the tables of policies in agreement: policies with their index by time and their versions,
// and attachments, which are kept under (policy, target) and under (target, policy). Handlers check
// and report; only these functions write the tables, with one exception: who deletes a certificate
// takes its policies off it.
//
// A target is written as callers write it: the ARN of a certificate or thing group, or the id of a
// Cognito identity.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "picket/world.h"

namespace picket {

class Context;

std::string policy_arn(const World& world, std::string_view name);

void put_policy(World& world, Policy policy);
// With all its versions. It must be attached to nothing.
void erase_policy(World& world, const std::string& name);

const PolicyVersion* find_policy_version(const World& world, const std::string& policy,
                                         std::string_view version);
// The text in force. The policy must exist.
const std::string& default_document(const World& world, const Policy& policy);
// Ids of the versions, the newest first.
std::vector<std::int64_t> policy_version_ids(const World& world, const std::string& policy);

// Why the text cannot be the document of an IoT policy; `path` is the member that holds it.
Refusal policy_document_problem(const World& world, std::string_view document,
                                std::string_view path);

// CreatePolicyVersion without its answer: also what a mitigation action does. Returns the id.
Result<std::int64_t> add_policy_version(World& world, Context& context, const std::string& policy,
                                        const std::string& document, bool as_default);

// "us-east-1:01234567-89ab-cdef-0123-456789abcdef". Identities live in another service, so one that
// has the form is taken to be there.
bool is_cognito_identity(std::string_view text);
// What a target is: checked for its form, then for being there.
Refusal target_problem(const World& world, std::string_view target, const char* path);
bool is_policy_attached(const World& world, const std::string& policy, const std::string& target);
void attach_policy_to(World& world, const std::string& policy, const std::string& target);
void detach_policy_from(World& world, const std::string& policy, const std::string& target);
// For a target that ceases to exist; returns the policies it had.
std::vector<std::string> detach_policies(World& world, const std::string& target);

// Names of the policies that bear on a target, each once, in order; `with_groups_above` adds those
// of the groups that a thing group lies in.
std::vector<std::string> policies_of_target(const World& world, const std::string& target,
                                            bool with_groups_above);

}  // namespace picket
