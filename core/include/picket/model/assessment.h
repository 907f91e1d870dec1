// What AssessSecurityProfile is asked and answers: what behaviors would have made of the data that
// is there, what is wrong with them, and what watching costs.
#pragma once

#include "picket/model/findings.h"
#include "picket/model/security_profile.h"

namespace picket {

struct AssessSecurityProfileRequest {
    std::optional<std::string> security_profile_name;
    std::optional<std::vector<Behavior>> behaviors;
    std::optional<std::vector<std::string>> security_profile_target_arns;
    std::optional<Timestamp> start_time;
    std::optional<Timestamp> end_time;
};
template <>
struct Shape<AssessSecurityProfileRequest> {
    using S = AssessSecurityProfileRequest;
    static constexpr std::string_view name = "AssessSecurityProfileRequest";
    static constexpr MemberInfo members[] = {
        member("securityProfileName", PICKET_FIELD(S, security_profile_name),
               with(kNameRule, {.doc = "The profile; with behaviors it need not exist."})),
        member("behaviors", PICKET_FIELD(S, behaviors),
               with(kBehaviorsRule, {.doc = "In place of those that the profile has."})),
        member("securityProfileTargetArns", PICKET_FIELD(S, security_profile_target_arns),
               {.doc = "In place of what the profile is attached to; all things if that is "
                       "nothing."}),
        member("startTime", PICKET_FIELD(S, start_time),
               {.doc = "Where the data begins; 14 days before the end when absent."}),
        member("endTime", PICKET_FIELD(S, end_time),
               {.doc = "Where it ends; now, or the end of a recording that is still to come."}),
    };
};

// Of the values that were compared, over their windows.
struct ObservedValues {
    double smallest = 0, p1 = 0, p50 = 0, p90 = 0, p99 = 0, largest = 0;
};
template <>
struct Shape<ObservedValues> {
    using S = ObservedValues;
    static constexpr std::string_view name = "ObservedValues";
    static constexpr MemberInfo members[] = {
        member("min", PICKET_FIELD(S, smallest), {.required = true, .doc = "The smallest."}),
        member("p1", PICKET_FIELD(S, p1), {.required = true, .doc = "1 % are not above it."}),
        member("p50", PICKET_FIELD(S, p50), {.required = true, .doc = "Half are not above it."}),
        member("p90", PICKET_FIELD(S, p90), {.required = true, .doc = "90 % are not above it."}),
        member("p99", PICKET_FIELD(S, p99), {.required = true, .doc = "99 % are not above it."}),
        member("max", PICKET_FIELD(S, largest), {.required = true, .doc = "The largest."}),
    };
};

struct AssessedBehavior {
    std::string name;
    std::optional<std::string> metric;
    std::int64_t devices = 0;
    std::int64_t datapoints = 0;
    std::int64_t judged = 0;
    std::int64_t violating = 0;
    std::int64_t devices_violating = 0;
    std::optional<ObservedValues> observed;
    std::int64_t alarms_raised = 0;
    std::int64_t alarms_cleared = 0;
    std::int64_t alarms_invalidated = 0;
    double expected_alarms_per_day = 0;
    std::string text;
};
template <>
struct Shape<AssessedBehavior> {
    using S = AssessedBehavior;
    static constexpr std::string_view name = "AssessedBehavior";
    static constexpr MemberInfo members[] = {
        member("name", PICKET_FIELD(S, name), {.required = true, .doc = "The behavior."}),
        member("metric", PICKET_FIELD(S, metric), {.doc = "What it measures."}),
        member("devices", PICKET_FIELD(S, devices),
               {.required = true, .doc = "Of those looked at, how many reported the metric."}),
        member("datapoints", PICKET_FIELD(S, datapoints),
               {.required = true, .doc = "What they reported."}),
        member("judged", PICKET_FIELD(S, judged),
               {.required = true, .doc = "Verdicts: of each datapoint, or of each window."}),
        member("violating", PICKET_FIELD(S, violating),
               {.required = true, .doc = "Verdicts that violate the behavior."}),
        member("devicesViolating", PICKET_FIELD(S, devices_violating),
               {.required = true, .doc = "Devices with such a verdict."}),
        member("observed", PICKET_FIELD(S, observed),
               {.doc = "What was compared; absent for lists and without data."}),
        member("alarmsRaised", PICKET_FIELD(S, alarms_raised),
               {.required = true, .doc = "Alarms that it raises on this data."}),
        member("alarmsCleared", PICKET_FIELD(S, alarms_cleared),
               {.required = true, .doc = "Those of them that end with normal datapoints."}),
        member("alarmsInvalidated", PICKET_FIELD(S, alarms_invalidated),
               {.required = true, .doc = "Those that are given up, as after two days of silence."}),
        member("expectedAlarmsPerDay", PICKET_FIELD(S, expected_alarms_per_day),
               {.required = true, .doc = "For all devices that the targets have."}),
        member("text", PICKET_FIELD(S, text), {.required = true, .doc = "The same in words."}),
    };
};

struct AssessmentFinding {
    std::string rule;
    FindingSeverity severity = FindingSeverity::Warning;
    std::string path;
    std::optional<std::string> behavior;
    std::string message;
    std::string explanation;
};
template <>
struct Shape<AssessmentFinding> {
    using S = AssessmentFinding;
    static constexpr std::string_view name = "AssessmentFinding";
    static constexpr MemberInfo members[] = {
        member("rule", PICKET_FIELD(S, rule), {.required = true, .doc = "The rule's name."}),
        member("severity", PICKET_FIELD(S, severity),
               {.required = true, .doc = "A warning is likely a mistake, a note explains."}),
        member("path", PICKET_FIELD(S, path),
               {.required = true, .doc = "The member of the request that it is about."}),
        member("behavior", PICKET_FIELD(S, behavior), {.doc = "The behavior it is about."}),
        member("message", PICKET_FIELD(S, message),
               {.required = true, .doc = "What is the case, in numbers, and what to do."}),
        member("explanation", PICKET_FIELD(S, explanation),
               {.required = true, .doc = "Why the rule exists."}),
    };
};

enum class CostItem : std::uint8_t { RulesDatapoints, MlDatapoints, AuditedDevices };
template <>
struct EnumNames<CostItem> {
    static constexpr std::string_view name = "CostItem";
    static constexpr std::array<std::string_view, 3> values = {"RULES_DATAPOINTS", "ML_DATAPOINTS",
                                                               "AUDITED_DEVICES"};
};
struct CostLine {
    CostItem item = CostItem::RulesDatapoints;
    std::int64_t quantity = 0;
    double price_usd = 0;
    std::int64_t price_for = 1;
    double usd_per_month = 0;
    double first_month_usd = 0;
};
template <>
struct Shape<CostLine> {
    using S = CostLine;
    static constexpr std::string_view name = "CostLine";
    static constexpr MemberInfo members[] = {
        member("item", PICKET_FIELD(S, item), {.required = true, .doc = "What is paid for."}),
        member("quantity", PICKET_FIELD(S, quantity),
               {.required = true, .doc = "In 30 days; of ML datapoints, within a tier."}),
        member("priceUsd", PICKET_FIELD(S, price_usd),
               {.required = true, .doc = "The price of as many as priceFor says."}),
        member("priceFor", PICKET_FIELD(S, price_for), {.required = true, .doc = "1 or 100,000."}),
        member("usdPerMonth", PICKET_FIELD(S, usd_per_month),
               {.required = true, .doc = "What that makes."}),
        member("firstMonthUsd", PICKET_FIELD(S, first_month_usd),
               {.required = true, .doc = "The same in an account's first month."}),
    };
};

struct AssessSecurityProfileResponse {
    std::optional<Timestamp> start_time;
    std::optional<Timestamp> end_time;
    double days = 0;
    std::vector<std::string> security_profile_target_arns;
    std::int64_t devices_targeted = 0;
    std::int64_t devices_measured = 0;
    std::int64_t devices_looked_at = 0;
    std::int64_t datapoints = 0;
    std::vector<AssessedBehavior> behaviors;
    double expected_alarms_per_day = 0;
    std::vector<AssessmentFinding> findings;
    std::vector<CostLine> costs;
    double usd_per_month = 0;
    double first_month_usd = 0;
    std::vector<std::string> assumptions;
    std::vector<ExplainedSetting> settings;
};
template <>
struct Shape<AssessSecurityProfileResponse> {
    using S = AssessSecurityProfileResponse;
    static constexpr std::string_view name = "AssessSecurityProfileResponse";
    static constexpr MemberInfo members[] = {
        member("startTime", PICKET_FIELD(S, start_time), {.doc = "The first datapoint."}),
        member("endTime", PICKET_FIELD(S, end_time), {.doc = "The last one."}),
        member("days", PICKET_FIELD(S, days),
               {.required = true, .doc = "How many days of data that is."}),
        member("securityProfileTargetArns", PICKET_FIELD(S, security_profile_target_arns),
               {.required = true, .doc = "Whose devices were looked at."}),
        member("devicesTargeted", PICKET_FIELD(S, devices_targeted),
               {.required = true, .doc = "Devices that the targets have."}),
        member("devicesMeasured", PICKET_FIELD(S, devices_measured),
               {.required = true, .doc = "Those of them that send metrics."}),
        member("devicesLookedAt", PICKET_FIELD(S, devices_looked_at),
               {.required = true, .doc = "A sample of those, the same each time."}),
        member("datapoints", PICKET_FIELD(S, datapoints),
               {.required = true, .doc = "What was looked at of them."}),
        member("behaviors", PICKET_FIELD(S, behaviors),
               {.required = true, .doc = "What each behavior makes of it."}),
        member("expectedAlarmsPerDay", PICKET_FIELD(S, expected_alarms_per_day),
               {.required = true, .doc = "Of all behaviors and devices."}),
        member("findings", PICKET_FIELD(S, findings),
               {.required = true, .doc = "What is likely wrong, in the order of the behaviors."}),
        member("costs", PICKET_FIELD(S, costs),
               {.required = true, .doc = "What AWS charges for it, by line."}),
        member("usdPerMonth", PICKET_FIELD(S, usd_per_month),
               {.required = true, .doc = "All lines together."}),
        member("firstMonthUsd", PICKET_FIELD(S, first_month_usd),
               {.required = true, .doc = "The same in an account's first month."}),
        member("assumptions", PICKET_FIELD(S, assumptions),
               {.required = true, .doc = "What the numbers rest on, in sentences."}),
        member("settings", PICKET_FIELD(S, settings),
               {.required = true, .doc = "Settings that they rest on."}),
    };
};

}  // namespace picket
