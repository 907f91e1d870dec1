// The audit checks: names, what their findings are about, and what may be done about them. One
// table that configuration, findings, suppressions, mitigation, forms and documentation share.
#pragma once

#include <algorithm>

#include "picket/model/audit_finding.h"
#include "picket/model/mitigation_action.h"

namespace picket {

struct AuditCheckInfo {
    std::string_view name;   // as the API takes it
    std::string_view alias;  // as the guide's page on mitigation prints it; empty: the same
    AuditFindingSeverity severity;
    ResourceType resource_type;
    std::string_view resource_key;  // the member of ResourceIdentifier that names such a resource
    std::span<const MitigationActionType> actions;
    std::span<const std::string_view> reason_codes;
    bool on_at_setup = true;  // what the console's first set-up turns on; an API account is all off
    // The threshold that can be configured, in days; empty: none.
    std::string_view configuration_key = {};
    std::int64_t days_min = 0;
    std::int64_t days_max = 0;
    std::int64_t days_default = 0;
    bool related_in_finding = true;  // false: related resources only by their own list

    bool allows(MitigationActionType type) const {
        return std::find(actions.begin(), actions.end(), type) != actions.end();
    }
};

namespace audit_checks_detail {

using enum MitigationActionType;
inline constexpr MitigationActionType kTell[] = {PublishFindingToSns};
inline constexpr MitigationActionType kCa[] = {PublishFindingToSns, UpdateCaCertificate};
inline constexpr MitigationActionType kDevice[] = {PublishFindingToSns, UpdateDeviceCertificate,
                                                   AddThingsToThingGroup};
inline constexpr MitigationActionType kPolicy[] = {PublishFindingToSns,
                                                   ReplaceDefaultPolicyVersion};
inline constexpr MitigationActionType kLogging[] = {PublishFindingToSns, EnableIotLogging};

inline constexpr std::string_view kRevoked[] = {"CERTIFICATE_REVOKED_BY_ISSUER"};
inline constexpr std::string_view kIntermediate[] = {"INTERMEDIATE_CA_REVOKED_BY_ISSUER"};
inline constexpr std::string_view kShared[] = {"CERTIFICATE_SHARED_BY_MULTIPLE_DEVICES"};
inline constexpr std::string_view kKeyQuality[] = {"CERTIFICATE_KEY_VULNERABILITY_CVE-2017-15361",
                                                   "CERTIFICATE_KEY_VULNERABILITY_CVE-2008-0166"};
inline constexpr std::string_view kUnauthenticated[] = {
    "ALLOWS_ACCESS_TO_IOT_ADMIN_ACTIONS", "ALLOWS_BROAD_ACCESS_TO_IOT_DATA_PLANE_ACTIONS"};
inline constexpr std::string_view kAuthenticated[] = {
    "ALLOWS_BROAD_ACCESS_TO_IOT_THING_ADMIN_READ_ACTIONS",
    "ALLOWS_ACCESS_TO_IOT_NON_THING_ADMIN_ACTIONS",
    "ALLOWS_ACCESS_TO_IOT_THING_ADMIN_WRITE_ACTIONS"};
inline constexpr std::string_view kBroadPolicy[] = {
    "ALLOWS_BROAD_ACCESS_TO_IOT_DATA_PLANE_ACTIONS"};
inline constexpr std::string_view kMisconfigured[] = {
    "POLICY_CONTAINS_MQTT_WILDCARDS_IN_DENY_STATEMENT",
    "TOPIC_FILTERS_INTENDED_TO_DENY_ALLOWED_USING_WILDCARDS"};
inline constexpr std::string_view kBroadAlias[] = {
    "ALLOWS_BROAD_ACCESS_TO_USED_SERVICES",
    "ALLOWS_ACCESS_TO_SECURITY_AUDITING_SERVICES",
    "ALLOWS_BROAD_ACCESS_TO_IOT_THING_ADMIN_READ_ACTIONS",
    "ALLOWS_ACCESS_TO_IOT_NON_THING_ADMIN_ACTIONS",
    "ALLOWS_ACCESS_TO_IOT_THING_ADMIN_WRITE_ACTIONS",
    "ALLOWS_BROAD_ACCESS_TO_IOT_DATA_PLANE_ACTIONS"};
inline constexpr std::string_view kUnused[] = {"ALLOWS_ACCESS_TO_UNUSED_SERVICES"};
inline constexpr std::string_view kExpiring[] = {"CERTIFICATE_APPROACHING_EXPIRATION",
                                                 "CERTIFICATE_PAST_EXPIRATION"};
inline constexpr std::string_view kAge[] = {"CERTIFICATE_PAST_AGE_THRESHOLD"};
inline constexpr std::string_view kClientIds[] = {"DUPLICATE_CLIENT_ID_ACROSS_CONNECTIONS"};
inline constexpr std::string_view kNoLogging[] = {"LOGGING_DISABLED"};

inline constexpr std::int64_t kDaysMin = 30;
inline constexpr std::int64_t kDaysMax = 3652;  // ten years

}  // namespace audit_checks_detail

// Actions of DEVICE_CERTIFICATE_AGE_CHECK are in no published mapping; they are those of the other
// checks of device certificates.
inline constexpr auto kAuditChecks = [] {
    namespace part = audit_checks_detail;
    using enum AuditFindingSeverity;
    using enum ResourceType;
    constexpr std::string_view kDeviceKey = "deviceCertificateId";
    constexpr std::string_view kCaKey = "caCertificateId";
    constexpr std::string_view kPoolKey = "cognitoIdentityPoolId";
    constexpr std::string_view kPolicyKey = "policyVersionIdentifier";
    constexpr std::string_view kAliasKey = "roleAliasArn";
    return std::to_array<AuditCheckInfo>({
        {"AUTHENTICATED_COGNITO_ROLE_OVERLY_PERMISSIVE_CHECK", "", Critical, CognitoIdentityPool,
         kPoolKey, part::kTell, part::kAuthenticated},
        {"CA_CERTIFICATE_EXPIRING_CHECK", "CA_CERT_APPROACHING_EXPIRATION_CHECK", Medium,
         CaCertificate, kCaKey, part::kCa, part::kExpiring},
        {"CA_CERTIFICATE_KEY_QUALITY_CHECK", "", Critical, CaCertificate, kCaKey, part::kCa,
         part::kKeyQuality},
        {"CONFLICTING_CLIENT_IDS_CHECK", "", High, ClientId, "clientId", part::kTell,
         part::kClientIds},
        {.name = "DEVICE_CERTIFICATE_AGE_CHECK",
         .severity = Low,
         .resource_type = DeviceCertificate,
         .resource_key = kDeviceKey,
         .actions = part::kDevice,
         .reason_codes = part::kAge,
         .on_at_setup = false,
         .configuration_key = "CERT_AGE_THRESHOLD_IN_DAYS",
         .days_min = part::kDaysMin,
         .days_max = part::kDaysMax,
         .days_default = 365},
        {.name = "DEVICE_CERTIFICATE_EXPIRING_CHECK",
         .alias = "DEVICE_CERT_APPROACHING_EXPIRATION_CHECK",
         .severity = Medium,
         .resource_type = DeviceCertificate,
         .resource_key = kDeviceKey,
         .actions = part::kDevice,
         .reason_codes = part::kExpiring,
         .configuration_key = "CERT_EXPIRATION_THRESHOLD_IN_DAYS",
         .days_min = part::kDaysMin,
         .days_max = part::kDaysMax,
         .days_default = 30},
        {"DEVICE_CERTIFICATE_KEY_QUALITY_CHECK", "", Critical, DeviceCertificate, kDeviceKey,
         part::kDevice, part::kKeyQuality},
        {"DEVICE_CERTIFICATE_SHARED_CHECK", "", Critical, DeviceCertificate, kDeviceKey,
         part::kDevice, part::kShared},
        {.name = "INTERMEDIATE_CA_REVOKED_FOR_ACTIVE_DEVICE_CERTIFICATES_CHECK",
         .severity = Critical,
         .resource_type = IssuerCertificate,
         .resource_key = "issuerCertificateIdentifier",
         .actions = part::kDevice,
         .reason_codes = part::kIntermediate,
         .related_in_finding = false},
        {"IOT_POLICY_OVERLY_PERMISSIVE_CHECK", "", Critical, IotPolicy, kPolicyKey, part::kPolicy,
         part::kBroadPolicy},
        {"IOT_POLICY_POTENTIAL_MISCONFIGURATION_CHECK", "", Medium, IotPolicy, kPolicyKey,
         part::kPolicy, part::kMisconfigured},
        {"IOT_ROLE_ALIAS_ALLOWS_ACCESS_TO_UNUSED_SERVICES_CHECK", "", Medium, RoleAlias, kAliasKey,
         part::kTell, part::kUnused},
        {"IOT_ROLE_ALIAS_OVERLY_PERMISSIVE_CHECK", "", Critical, RoleAlias, kAliasKey, part::kTell,
         part::kBroadAlias},
        {"LOGGING_DISABLED_CHECK", "", Low, AccountSettings, "account", part::kLogging,
         part::kNoLogging},
        {"REVOKED_CA_CERTIFICATE_STILL_ACTIVE_CHECK", "REVOKED_CA_CERT_CHECK", Critical,
         CaCertificate, kCaKey, part::kCa, part::kRevoked},
        {"REVOKED_DEVICE_CERTIFICATE_STILL_ACTIVE_CHECK", "REVOKED_DEVICE_CERT_CHECK", Medium,
         DeviceCertificate, kDeviceKey, part::kDevice, part::kRevoked},
        {"UNAUTHENTICATED_COGNITO_ROLE_OVERLY_PERMISSIVE_CHECK", "", Critical, CognitoIdentityPool,
         kPoolKey, part::kTell, part::kUnauthenticated},
    });
}();

// By its API name alone.
constexpr const AuditCheckInfo* find_audit_check(std::string_view name) {
    for (const AuditCheckInfo& check : kAuditChecks) {
        if (check.name == name) return &check;
    }
    return nullptr;
}

}  // namespace picket
