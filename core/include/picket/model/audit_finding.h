// What audits find and who may be silenced about it: resources, findings, suppressions.
#pragma once

#include "picket/model/certificate.h"
#include "picket/model/common.h"

namespace picket {

inline constexpr Rule kAuditTaskIdRule = {.min = 1, .max = 40, .pattern = Pattern::ViolationId};
inline constexpr Rule kFindingIdRule = {.min = 1, .max = 128, .pattern = Pattern::ActionName};

enum class AuditFindingSeverity : std::uint8_t { Critical, High, Medium, Low };
template <>
struct EnumNames<AuditFindingSeverity> {
    static constexpr std::string_view name = "AuditFindingSeverity";
    static constexpr std::array<std::string_view, 4> values = {"CRITICAL", "HIGH", "MEDIUM", "LOW"};
};

enum class ResourceType : std::uint8_t {
    DeviceCertificate,
    CaCertificate,
    IotPolicy,
    CognitoIdentityPool,
    ClientId,
    AccountSettings,
    RoleAlias,
    IamRole,
    IssuerCertificate,
};
template <>
struct EnumNames<ResourceType> {
    static constexpr std::string_view name = "ResourceType";
    static constexpr std::array<std::string_view, 9> values = {
        "DEVICE_CERTIFICATE", "CA_CERTIFICATE", "IOT_POLICY", "COGNITO_IDENTITY_POOL", "CLIENT_ID",
        "ACCOUNT_SETTINGS",   "ROLE_ALIAS",     "IAM_ROLE",   "ISSUER_CERTIFICATE"};
};

struct PolicyVersionIdentifier {
    std::optional<std::string> policy_name;
    std::optional<std::string> policy_version_id;
    bool operator==(const PolicyVersionIdentifier&) const = default;
};
template <>
struct Shape<PolicyVersionIdentifier> {
    using S = PolicyVersionIdentifier;
    static constexpr std::string_view name = "PolicyVersionIdentifier";
    static constexpr MemberInfo members[] = {
        member("policyName", PICKET_FIELD(S, policy_name),
               {.min = 1, .max = 128, .pattern = Pattern::PolicyName, .doc = "The policy's name."}),
        member("policyVersionId", PICKET_FIELD(S, policy_version_id),
               {.pattern = Pattern::Digits, .doc = "Which version of it."}),
    };
};

struct IssuerCertificateIdentifier {
    std::optional<std::string> issuer_certificate_subject;
    std::optional<std::string> issuer_id;
    std::optional<std::string> issuer_certificate_serial_number;
    bool operator==(const IssuerCertificateIdentifier&) const = default;
};
template <>
struct Shape<IssuerCertificateIdentifier> {
    using S = IssuerCertificateIdentifier;
    static constexpr std::string_view name = "IssuerCertificateIdentifier";
    static constexpr MemberInfo members[] = {
        member("issuerCertificateSubject", PICKET_FIELD(S, issuer_certificate_subject),
               {.max = 1000, .pattern = Pattern::Description, .doc = "Whom it was issued to."}),
        member("issuerId", PICKET_FIELD(S, issuer_id),
               {.max = 64, .pattern = Pattern::CertificateId, .doc = "The issuer's id."}),
        member("issuerCertificateSerialNumber", PICKET_FIELD(S, issuer_certificate_serial_number),
               {.max = 20, .pattern = Pattern::SerialNumber, .doc = "Its serial number."}),
    };
};

// One member says which resource it is; only the intermediate CA's certificates have a further one.
struct ResourceIdentifier {
    std::optional<std::string> device_certificate_id;
    std::optional<std::string> ca_certificate_id;
    std::optional<std::string> cognito_identity_pool_id;
    std::optional<std::string> client_id;
    std::optional<PolicyVersionIdentifier> policy_version_identifier;
    std::optional<std::string> account;
    std::optional<std::string> iam_role_arn;
    std::optional<std::string> role_alias_arn;
    std::optional<IssuerCertificateIdentifier> issuer_certificate_identifier;
    std::optional<std::string> device_certificate_arn;
    bool operator==(const ResourceIdentifier&) const = default;
};
template <>
struct Shape<ResourceIdentifier> {
    using S = ResourceIdentifier;
    static constexpr std::string_view name = "ResourceIdentifier";
    static constexpr MemberInfo members[] = {
        member("deviceCertificateId", PICKET_FIELD(S, device_certificate_id),
               with(kCertificateIdRule, {.doc = "A device certificate."})),
        member("caCertificateId", PICKET_FIELD(S, ca_certificate_id),
               with(kCertificateIdRule, {.doc = "A CA certificate."})),
        member("cognitoIdentityPoolId", PICKET_FIELD(S, cognito_identity_pool_id),
               {.doc = "An identity pool of Amazon Cognito."}),
        member("clientId", PICKET_FIELD(S, client_id), {.doc = "A client id."}),
        member("policyVersionIdentifier", PICKET_FIELD(S, policy_version_identifier),
               {.doc = "A version of a policy."}),
        member("account", PICKET_FIELD(S, account),
               {.min = 12, .max = 12, .pattern = Pattern::Digits, .doc = "The account."}),
        member("iamRoleArn", PICKET_FIELD(S, iam_role_arn),
               with(kRoleArnRule, {.doc = "An IAM role."})),
        member("roleAliasArn", PICKET_FIELD(S, role_alias_arn),
               {.min = 1, .max = 2048, .doc = "A role alias."}),
        member("issuerCertificateIdentifier", PICKET_FIELD(S, issuer_certificate_identifier),
               {.doc = "The certificate of an issuer."}),
        member("deviceCertificateArn", PICKET_FIELD(S, device_certificate_arn),
               {.doc = "A device certificate, by its ARN."}),
    };
};

// The service has two shapes with these members, NonCompliantResource and RelatedResource.
struct AuditedResource {
    std::optional<ResourceType> resource_type;
    std::optional<ResourceIdentifier> resource_identifier;
    std::optional<StringMap<std::string>> additional_info;
    bool operator==(const AuditedResource&) const = default;
};
template <>
struct Shape<AuditedResource> {
    using S = AuditedResource;
    static constexpr std::string_view name = "AuditedResource";
    static constexpr MemberInfo members[] = {
        member("resourceType", PICKET_FIELD(S, resource_type), {.doc = "What kind it is."}),
        member("resourceIdentifier", PICKET_FIELD(S, resource_identifier), {.doc = "Which one."}),
        member("additionalInfo", PICKET_FIELD(S, additional_info),
               {.doc = "More about it; times are epoch milliseconds as text."}),
    };
};

// Stored as it is described: `related_resources` are the first ones, the whole list is in the table
// auditRelatedResources.
struct AuditFinding {
    std::string finding_id;
    std::string task_id;
    std::string check_name;
    std::optional<Timestamp> task_start_time;
    Timestamp finding_time;
    std::optional<AuditFindingSeverity> severity;
    std::optional<AuditedResource> non_compliant_resource;
    std::optional<std::vector<AuditedResource>> related_resources;
    std::optional<std::string> reason_for_non_compliance;
    std::optional<std::string> reason_for_non_compliance_code;
    std::optional<bool> is_suppressed;
    bool operator==(const AuditFinding&) const = default;
};
template <>
struct Shape<AuditFinding> {
    using S = AuditFinding;
    static constexpr std::string_view name = "AuditFinding";
    static constexpr MemberInfo members[] = {
        member("findingId", PICKET_FIELD(S, finding_id),
               with(kFindingIdRule, {.doc = "The finding's id."})),
        member("taskId", PICKET_FIELD(S, task_id),
               with(kAuditTaskIdRule, {.doc = "The audit that found it."})),
        member("checkName", PICKET_FIELD(S, check_name), {.doc = "The check that found it."}),
        member("taskStartTime", PICKET_FIELD(S, task_start_time), {.doc = "When the audit began."}),
        member("findingTime", PICKET_FIELD(S, finding_time), {.doc = "When it was found."}),
        member("severity", PICKET_FIELD(S, severity), {.doc = "How bad it is."}),
        member("nonCompliantResource", PICKET_FIELD(S, non_compliant_resource),
               {.doc = "What breaks the check."}),
        member("relatedResources", PICKET_FIELD(S, related_resources),
               {.doc = "What has to do with it, ten at most."}),
        member("reasonForNonCompliance", PICKET_FIELD(S, reason_for_non_compliance),
               {.doc = "Why it breaks the check."}),
        member("reasonForNonComplianceCode", PICKET_FIELD(S, reason_for_non_compliance_code),
               {.doc = "The same as a code that filters take."}),
        member("isSuppressed", PICKET_FIELD(S, is_suppressed),
               {.doc = "Whether a suppression was in force when it was found."}),
    };
};

inline constexpr Rule kAuditDescriptionRule = {.max = 1000, .pattern = Pattern::Description};
struct AuditSuppression {
    std::string check_name;
    ResourceIdentifier resource_identifier;
    std::optional<Timestamp> expiration_date;
    std::optional<bool> suppress_indefinitely;
    std::optional<std::string> description;
    bool operator==(const AuditSuppression&) const = default;
};
template <>
struct Shape<AuditSuppression> {
    using S = AuditSuppression;
    static constexpr std::string_view name = "AuditSuppression";
    static constexpr MemberInfo members[] = {
        member("checkName", PICKET_FIELD(S, check_name),
               {.required = true, .doc = "The check whose findings are suppressed."}),
        member("resourceIdentifier", PICKET_FIELD(S, resource_identifier),
               {.required = true, .doc = "The resource it is about."}),
        member("expirationDate", PICKET_FIELD(S, expiration_date), {.doc = "When it ends."}),
        member("suppressIndefinitely", PICKET_FIELD(S, suppress_indefinitely),
               {.doc = "It does not end by itself."}),
        member("description", PICKET_FIELD(S, description),
               with(kAuditDescriptionRule, {.doc = "Why it is there."})),
    };
};

// The stored row.
struct AuditSuppressionRow {
    AuditSuppression suppression;
    std::string client_request_token;
    std::int64_t entry_id = 0;  // the journal entry that created it
    bool operator==(const AuditSuppressionRow&) const = default;
};
template <>
struct Shape<AuditSuppressionRow> {
    using S = AuditSuppressionRow;
    static constexpr std::string_view name = "AuditSuppressionRow";
    static constexpr MemberInfo members[] = {
        member("suppression", PICKET_FIELD(S, suppression)),
        member("clientRequestToken", PICKET_FIELD(S, client_request_token)),
        member("entryId", PICKET_FIELD(S, entry_id)),
    };
};

}  // namespace picket
