// The table of audit checks against what the guide prints: which actions each check supports, and
// the names that only the guide uses.
#include "picket/model/audit_checks.h"

#include <doctest/doctest.h>

#include <string>

using namespace picket;

namespace {

struct Mapping {
    std::string_view printed;  // the check as the guide's page on mitigation prints it
    std::string_view actions;
};
constexpr Mapping kGuide[] = {
    {"REVOKED_CA_CERT_CHECK", "PUBLISH_FINDING_TO_SNS, UPDATE_CA_CERTIFICATE"},
    {"DEVICE_CERTIFICATE_SHARED_CHECK",
     "PUBLISH_FINDING_TO_SNS, UPDATE_DEVICE_CERTIFICATE, ADD_THINGS_TO_THING_GROUP"},
    {"UNAUTHENTICATED_COGNITO_ROLE_OVERLY_PERMISSIVE_CHECK", "PUBLISH_FINDING_TO_SNS"},
    {"AUTHENTICATED_COGNITO_ROLE_OVERLY_PERMISSIVE_CHECK", "PUBLISH_FINDING_TO_SNS"},
    {"IOT_POLICY_OVERLY_PERMISSIVE_CHECK",
     "PUBLISH_FINDING_TO_SNS, REPLACE_DEFAULT_POLICY_VERSION"},
    {"CA_CERT_APPROACHING_EXPIRATION_CHECK", "PUBLISH_FINDING_TO_SNS, UPDATE_CA_CERTIFICATE"},
    {"CONFLICTING_CLIENT_IDS_CHECK", "PUBLISH_FINDING_TO_SNS"},
    {"DEVICE_CERT_APPROACHING_EXPIRATION_CHECK",
     "PUBLISH_FINDING_TO_SNS, UPDATE_DEVICE_CERTIFICATE, ADD_THINGS_TO_THING_GROUP"},
    {"REVOKED_DEVICE_CERT_CHECK",
     "PUBLISH_FINDING_TO_SNS, UPDATE_DEVICE_CERTIFICATE, ADD_THINGS_TO_THING_GROUP"},
    {"LOGGING_DISABLED_CHECK", "PUBLISH_FINDING_TO_SNS, ENABLE_IOT_LOGGING"},
    {"DEVICE_CERTIFICATE_KEY_QUALITY_CHECK",
     "PUBLISH_FINDING_TO_SNS, UPDATE_DEVICE_CERTIFICATE, ADD_THINGS_TO_THING_GROUP"},
    {"CA_CERTIFICATE_KEY_QUALITY_CHECK", "PUBLISH_FINDING_TO_SNS, UPDATE_CA_CERTIFICATE"},
    {"IOT_ROLE_ALIAS_OVERLY_PERMISSIVE_CHECK", "PUBLISH_FINDING_TO_SNS"},
    {"IOT_ROLE_ALIAS_ALLOWS_ACCESS_TO_UNUSED_SERVICES_CHECK", "PUBLISH_FINDING_TO_SNS"},
};

std::string printed_actions(const AuditCheckInfo& check) {
    std::string text;
    for (const MitigationActionType type : check.actions) {
        if (!text.empty()) text += ", ";
        text += enum_name(type);
    }
    return text;
}

}  // namespace

TEST_CASE("audit checks: each supports exactly the actions of the guide's mapping") {
    for (const Mapping& row : kGuide) {
        CAPTURE(row.printed);
        const AuditCheckInfo* found = nullptr;
        for (const AuditCheckInfo& check : kAuditChecks) {
            if (check.name == row.printed || check.alias == row.printed) found = &check;
        }
        REQUIRE(found != nullptr);
        CHECK(printed_actions(*found) == row.actions);
        for (const std::string_view& type : EnumNames<MitigationActionType>::values) {
            const auto index = &type - EnumNames<MitigationActionType>::values.data();
            CHECK(found->allows(static_cast<MitigationActionType>(index)) ==
                  (row.actions.find(type) != std::string_view::npos));
        }
    }
}

TEST_CASE("audit checks: names are unique and sorted, and only they are found") {
    std::string_view last;
    for (const AuditCheckInfo& check : kAuditChecks) {
        CHECK(last < check.name);
        last = check.name;
        CHECK(find_audit_check(check.name) == &check);
        if (!check.alias.empty()) CHECK(find_audit_check(check.alias) == nullptr);
    }
    CHECK(kAuditChecks.size() == 17);
}

TEST_CASE("audit checks: each row is complete") {
    for (const AuditCheckInfo& check : kAuditChecks) {
        CAPTURE(check.name);
        CHECK(!check.reason_codes.empty());
        CHECK(check.allows(MitigationActionType::PublishFindingToSns));
        CHECK(kShape<ResourceIdentifier>.find(check.resource_key) != nullptr);
        CHECK(check.on_at_setup == (check.name != "DEVICE_CERTIFICATE_AGE_CHECK"));
        if (check.configuration_key.empty()) continue;
        CHECK(check.days_min <= check.days_default);
        CHECK(check.days_default <= check.days_max);
    }
}
