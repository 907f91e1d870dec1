// Mitigation actions: the six kinds of action, the stored row, and the shapes of the five
// operations.
#pragma once

#include "picket/model/common.h"

namespace picket {

enum class MitigationActionType : std::uint8_t {
    UpdateDeviceCertificate,
    UpdateCaCertificate,
    AddThingsToThingGroup,
    ReplaceDefaultPolicyVersion,
    EnableIotLogging,
    PublishFindingToSns,
};
template <>
struct EnumNames<MitigationActionType> {
    static constexpr std::string_view name = "MitigationActionType";
    static constexpr std::array<std::string_view, 6> values = {
        "UPDATE_DEVICE_CERTIFICATE",      "UPDATE_CA_CERTIFICATE", "ADD_THINGS_TO_THING_GROUP",
        "REPLACE_DEFAULT_POLICY_VERSION", "ENABLE_IOT_LOGGING",    "PUBLISH_FINDING_TO_SNS"};
};

enum class CertificateUpdateAction : std::uint8_t { Deactivate };
template <>
struct EnumNames<CertificateUpdateAction> {
    static constexpr std::string_view name = "CertificateUpdateAction";
    static constexpr std::array<std::string_view, 1> values = {"DEACTIVATE"};
};

enum class PolicyTemplateName : std::uint8_t { BlankPolicy };
template <>
struct EnumNames<PolicyTemplateName> {
    static constexpr std::string_view name = "PolicyTemplateName";
    static constexpr std::array<std::string_view, 1> values = {"BLANK_POLICY"};
};

enum class LogLevel : std::uint8_t { Debug, Info, Error, Warn, Disabled };
template <>
struct EnumNames<LogLevel> {
    static constexpr std::string_view name = "LogLevel";
    static constexpr std::array<std::string_view, 5> values = {"DEBUG", "INFO", "ERROR", "WARN",
                                                               "DISABLED"};
};

struct UpdateCertificateParams {
    CertificateUpdateAction action = CertificateUpdateAction::Deactivate;
    bool operator==(const UpdateCertificateParams&) const = default;
};
template <>
struct Shape<UpdateCertificateParams> {
    using S = UpdateCertificateParams;
    static constexpr std::string_view name = "UpdateCertificateParams";
    static constexpr MemberInfo members[] = {
        member(
            "action", PICKET_FIELD(S, action),
            {.required = true, .doc = "What to do with the certificate. Only DEACTIVATE exists."}),
    };
};

inline constexpr Rule kMitigationGroupNames = {.min = 1, .max = 10, .element = &kNameRule};
struct AddThingsToThingGroupParams {
    std::vector<std::string> thing_group_names;
    std::optional<bool> override_dynamic_groups;
    bool operator==(const AddThingsToThingGroupParams&) const = default;
};
template <>
struct Shape<AddThingsToThingGroupParams> {
    using S = AddThingsToThingGroupParams;
    static constexpr std::string_view name = "AddThingsToThingGroupParams";
    static constexpr MemberInfo members[] = {
        member("thingGroupNames", PICKET_FIELD(S, thing_group_names),
               with(kMitigationGroupNames,
                    {.required = true, .doc = "The groups the things are added to, 1 to 10."})),
        member("overrideDynamicGroups", PICKET_FIELD(S, override_dynamic_groups),
               {.doc = "Leave a dynamic group when the thing is in ten groups already."}),
    };
};

struct ReplaceDefaultPolicyVersionParams {
    PolicyTemplateName template_name = PolicyTemplateName::BlankPolicy;
    bool operator==(const ReplaceDefaultPolicyVersionParams&) const = default;
};
template <>
struct Shape<ReplaceDefaultPolicyVersionParams> {
    using S = ReplaceDefaultPolicyVersionParams;
    static constexpr std::string_view name = "ReplaceDefaultPolicyVersionParams";
    static constexpr MemberInfo members[] = {
        member("templateName", PICKET_FIELD(S, template_name),
               {.required = true,
                .doc = "The template of the new version. Only BLANK_POLICY exists."}),
    };
};

struct EnableIotLoggingParams {
    std::string role_arn_for_logging;
    LogLevel log_level = LogLevel::Debug;
    bool operator==(const EnableIotLoggingParams&) const = default;
};
template <>
struct Shape<EnableIotLoggingParams> {
    using S = EnableIotLoggingParams;
    static constexpr std::string_view name = "EnableIoTLoggingParams";
    static constexpr MemberInfo members[] = {
        member("roleArnForLogging", PICKET_FIELD(S, role_arn_for_logging),
               with(kRoleArnRule, {.required = true, .doc = "The role that may write the logs."})),
        member("logLevel", PICKET_FIELD(S, log_level),
               {.required = true, .doc = "What is logged. DISABLED is in the list but refused."}),
    };
};

struct PublishFindingToSnsParams {
    std::string topic_arn;
    bool operator==(const PublishFindingToSnsParams&) const = default;
};
template <>
struct Shape<PublishFindingToSnsParams> {
    using S = PublishFindingToSnsParams;
    static constexpr std::string_view name = "PublishFindingToSnsParams";
    static constexpr MemberInfo members[] = {
        member("topicArn", PICKET_FIELD(S, topic_arn),
               {.required = true, .max = 350, .doc = "The topic the finding is published to."}),
    };
};

// A union: exactly one member says what kind of action it is.
struct MitigationActionParams {
    std::optional<UpdateCertificateParams> update_device_certificate;
    std::optional<UpdateCertificateParams> update_ca_certificate;
    std::optional<AddThingsToThingGroupParams> add_things_to_thing_group;
    std::optional<ReplaceDefaultPolicyVersionParams> replace_default_policy_version;
    std::optional<EnableIotLoggingParams> enable_iot_logging;
    std::optional<PublishFindingToSnsParams> publish_finding_to_sns;
    bool operator==(const MitigationActionParams&) const = default;
};
template <>
struct Shape<MitigationActionParams> {
    using S = MitigationActionParams;
    static constexpr std::string_view name = "MitigationActionParams";
    static constexpr bool exactly_one = true;
    static constexpr MemberInfo members[] = {
        // in the order of MitigationActionType
        member("updateDeviceCertificateParams", PICKET_FIELD(S, update_device_certificate),
               {.doc = "Deactivates the device certificate of the finding."}),
        member("updateCACertificateParams", PICKET_FIELD(S, update_ca_certificate),
               {.doc = "Deactivates the CA certificate of the finding."}),
        member("addThingsToThingGroupParams", PICKET_FIELD(S, add_things_to_thing_group),
               {.doc = "Adds the things to groups, for example a quarantine group."}),
        member("replaceDefaultPolicyVersionParams", PICKET_FIELD(S, replace_default_policy_version),
               {.doc = "Makes a blank policy the default version."}),
        member("enableIoTLoggingParams", PICKET_FIELD(S, enable_iot_logging),
               {.doc = "Turns logging on."}),
        member("publishFindingToSnsParams", PICKET_FIELD(S, publish_finding_to_sns),
               {.doc = "Publishes the finding to a topic."}),
    };
};

// An action as a task had it when it started; later changes of the action leave it alone.
struct MitigationActionDefinition {
    std::optional<std::string> name;
    std::optional<std::string> id;
    std::optional<std::string> role_arn;
    std::optional<MitigationActionParams> action_params;
    bool operator==(const MitigationActionDefinition&) const = default;
};
template <>
struct Shape<MitigationActionDefinition> {
    using S = MitigationActionDefinition;
    static constexpr std::string_view name = "MitigationAction";
    static constexpr MemberInfo members[] = {
        member("name", PICKET_FIELD(S, name), {.doc = "The action's name."}),
        member("id", PICKET_FIELD(S, id), {.doc = "The action's id."}),
        member("roleArn", PICKET_FIELD(S, role_arn),
               {.doc = "The role the action is carried out with."}),
        member("actionParams", PICKET_FIELD(S, action_params),
               {.doc = "What the action does: one kind, with its parameters."}),
    };
};

// The stored row; its ARN and type are functions of it.
struct MitigationAction {
    std::string name;
    std::string id;
    std::string role_arn;
    MitigationActionParams params;
    Timestamp created;
    Timestamp modified;
    bool operator==(const MitigationAction&) const = default;
};
template <>
struct Shape<MitigationAction> {
    using S = MitigationAction;
    static constexpr std::string_view name = "MitigationAction";
    static constexpr MemberInfo members[] = {
        member("name", PICKET_FIELD(S, name)),
        member("id", PICKET_FIELD(S, id)),
        member("roleArn", PICKET_FIELD(S, role_arn)),
        member("actionParams", PICKET_FIELD(S, params)),
        member("created", PICKET_FIELD(S, created)),
        member("modified", PICKET_FIELD(S, modified)),
    };
};

// Which member is there says what kind of action it is; decoding has seen to it that exactly one
// is.
inline MitigationActionType type_of(const MitigationActionParams& params) {
    if (params.update_device_certificate) return MitigationActionType::UpdateDeviceCertificate;
    if (params.update_ca_certificate) return MitigationActionType::UpdateCaCertificate;
    if (params.add_things_to_thing_group) return MitigationActionType::AddThingsToThingGroup;
    if (params.replace_default_policy_version)
        return MitigationActionType::ReplaceDefaultPolicyVersion;
    if (params.enable_iot_logging) return MitigationActionType::EnableIotLogging;
    return MitigationActionType::PublishFindingToSns;
}

}  // namespace picket
