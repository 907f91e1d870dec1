// One row per managed policy.
#include "service/iam/managed_policies.h"

namespace picket {
namespace {

#define PICKET_GRANT(actions, resource)                                                            \
    R"({"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":[)" actions                 \
    R"(],"Resource":[")" resource R"("]}]})"

constexpr ManagedPolicy kPolicies[] = {
    {"AdministratorAccess", PICKET_GRANT(R"("*")", "*")},
    {"service-role/AWSIoTDeviceDefenderAddThingsToThingGroupMitigationAction",
     PICKET_GRANT(R"("iot:ListPrincipalThings","iot:AddThingToThingGroup")", "*")},
    {"service-role/AWSIoTDeviceDefenderAudit",
     PICKET_GRANT(
         R"("iot:GetLoggingOptions","iot:GetV2LoggingOptions","iot:ListCACertificates",)"
         R"("iot:ListCertificates","iot:DescribeCACertificate","iot:DescribeCertificate",)"
         R"("iot:ListPolicies","iot:GetPolicy","iot:GetEffectivePolicies","iot:ListRoleAliases",)"
         R"("iot:DescribeRoleAlias","cognito-identity:GetIdentityPoolRoles",)"
         R"("iam:ListRolePolicies","iam:ListAttachedRolePolicies","iam:GetPolicy",)"
         R"("iam:GetPolicyVersion","iam:GetRolePolicy","iam:GetRole",)"
         R"("iam:GenerateServiceLastAccessedDetails","iam:GetServiceLastAccessedDetails")",
         "*")},
    {"service-role/AWSIoTDeviceDefenderEnableIoTLoggingMitigationAction",
     R"({"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":["iot:SetV2LoggingOptions"],)"
     R"("Resource":["*"]},{"Effect":"Allow","Action":["iam:PassRole"],"Resource":["*"],)"
     R"("Condition":{"StringEqualsIfExists":{"iam:PassedToService":["iot.amazonaws.com"]}}}]})"},
    {"service-role/AWSIoTDeviceDefenderPublishFindingsToSNSMitigationAction",
     PICKET_GRANT(R"("sns:Publish")", "*")},
    {"service-role/AWSIoTDeviceDefenderReplaceDefaultPolicyMitigationAction",
     PICKET_GRANT(R"("iot:CreatePolicyVersion")", "*")},
    {"service-role/AWSIoTDeviceDefenderUpdateCACertMitigationAction",
     PICKET_GRANT(R"("iot:UpdateCACertificate")", "*")},
    {"service-role/AWSIoTDeviceDefenderUpdateDeviceCertMitigationAction",
     PICKET_GRANT(R"("iot:UpdateCertificate")", "*")},
};

#undef PICKET_GRANT

constexpr std::string_view kArnBegin = "arn:";
constexpr std::string_view kArnMiddle = ":iam::aws:policy/";

}  // namespace

std::span<const ManagedPolicy> managed_policies() { return kPolicies; }

const ManagedPolicy* find_managed_policy(std::string_view arn) {
    const std::size_t middle = arn.find(kArnMiddle);
    if (!arn.starts_with(kArnBegin) || middle == std::string_view::npos) return nullptr;
    for (const ManagedPolicy& policy : kPolicies) {
        if (arn.substr(middle + kArnMiddle.size()) == policy.path) return &policy;
    }
    return nullptr;
}

std::string managed_policy_arn(const ManagedPolicy& policy, std::string_view partition) {
    return std::string(kArnBegin) + std::string(partition) + std::string(kArnMiddle) +
           std::string(policy.path);
}

}  // namespace picket
