// Violations: the alarms that are on, and the events that tell how alarms went on and off. Lists
// answer the stored rows as they are.
#pragma once

#include "picket/model/behavior.h"
#include "picket/model/facet.h"

namespace picket {

enum class BehaviorCriteriaType : std::uint8_t { Static, Statistical, MachineLearning };
template <>
struct EnumNames<BehaviorCriteriaType> {
    static constexpr std::string_view name = "BehaviorCriteriaType";
    static constexpr std::array<std::string_view, 3> values = {"STATIC", "STATISTICAL",
                                                               "MACHINE_LEARNING"};
};

enum class ViolationEventType : std::uint8_t { InAlarm, AlarmCleared, AlarmInvalidated };
template <>
struct EnumNames<ViolationEventType> {
    static constexpr std::string_view name = "ViolationEventType";
    static constexpr std::array<std::string_view, 3> values = {"in-alarm", "alarm-cleared",
                                                               "alarm-invalidated"};
};

enum class VerificationState : std::uint8_t {
    FalsePositive,
    BenignPositive,
    TruePositive,
    Unknown
};
template <>
struct EnumNames<VerificationState> {
    static constexpr std::string_view name = "VerificationState";
    static constexpr std::array<std::string_view, 4> values = {"FALSE_POSITIVE", "BENIGN_POSITIVE",
                                                               "TRUE_POSITIVE", "UNKNOWN"};
};

// A device that is not registered is named by its client id, so there is no pattern.
inline constexpr Rule kDeviceNameRule = {.min = 1, .max = 128};
inline constexpr Rule kViolationIdRule = {.min = 1, .max = 128, .pattern = Pattern::ViolationId};

struct ViolationEventAdditionalInfo {
    std::optional<ConfidenceLevel> confidence_level;
    bool operator==(const ViolationEventAdditionalInfo&) const = default;
};
template <>
struct Shape<ViolationEventAdditionalInfo> {
    using S = ViolationEventAdditionalInfo;
    static constexpr std::string_view name = "ViolationEventAdditionalInfo";
    static constexpr MemberInfo members[] = {
        member("confidenceLevel", PICKET_FIELD(S, confidence_level),
               {.doc = "The level whose threshold was passed, of a learned behavior."}),
    };
};

struct ActiveViolation {
    std::string violation_id;
    std::string thing_name;
    std::string security_profile_name;
    Behavior behavior;  // as it was when the alarm was raised
    std::optional<MetricValue> last_violation_value;
    std::optional<ViolationEventAdditionalInfo> violation_event_additional_info;
    std::optional<VerificationState> verification_state;  // absent: UNKNOWN
    std::optional<std::string> verification_state_description;
    Timestamp last_violation_time;
    Timestamp violation_start_time;
    bool operator==(const ActiveViolation&) const = default;
};
template <>
struct Shape<ActiveViolation> {
    using S = ActiveViolation;
    static constexpr std::string_view name = "ActiveViolation";
    static constexpr MemberInfo members[] = {
        member("violationId", PICKET_FIELD(S, violation_id),
               {.doc = "The violation's id; its events have it, too."}),
        member("thingName", PICKET_FIELD(S, thing_name),
               {.doc = "The device: a thing, or a client id that is not registered."}),
        member("securityProfileName", PICKET_FIELD(S, security_profile_name),
               {.doc = "The profile whose behavior is violated."}),
        member("behavior", PICKET_FIELD(S, behavior),
               {.doc = "The behavior, as it was when the alarm was raised."}),
        member("lastViolationValue", PICKET_FIELD(S, last_violation_value),
               {.doc = "The last value that violated it."}),
        member("violationEventAdditionalInfo", PICKET_FIELD(S, violation_event_additional_info),
               {.doc = "What else is known, of a learned behavior."}),
        member("verificationState", PICKET_FIELD(S, verification_state),
               {.doc = "What a person found out about it."}),
        member("verificationStateDescription", PICKET_FIELD(S, verification_state_description),
               {.doc = "What a person wrote about it."}),
        member("lastViolationTime", PICKET_FIELD(S, last_violation_time),
               {.doc = "When a value last violated it."}),
        member("violationStartTime", PICKET_FIELD(S, violation_start_time),
               {.doc = "When the alarm was raised."}),
    };
};

struct ViolationEvent {
    std::string violation_id;
    std::string thing_name;
    std::string security_profile_name;
    Behavior behavior;
    std::optional<MetricValue> metric_value;
    std::optional<ViolationEventAdditionalInfo> violation_event_additional_info;
    ViolationEventType violation_event_type = ViolationEventType::InAlarm;
    std::optional<VerificationState> verification_state;  // absent: UNKNOWN
    std::optional<std::string> verification_state_description;
    Timestamp violation_event_time;
    bool operator==(const ViolationEvent&) const = default;
};
template <>
struct Shape<ViolationEvent> {
    using S = ViolationEvent;
    static constexpr std::string_view name = "ViolationEvent";
    static constexpr MemberInfo members[] = {
        member("violationId", PICKET_FIELD(S, violation_id),
               {.doc = "The violation's id: the same when the alarm is raised and when it ends."}),
        member("thingName", PICKET_FIELD(S, thing_name),
               {.doc = "The device: a thing, or a client id that is not registered."}),
        member("securityProfileName", PICKET_FIELD(S, security_profile_name),
               {.doc = "The profile whose behavior was violated."}),
        member("behavior", PICKET_FIELD(S, behavior),
               {.doc = "The behavior, as it was at that time."}),
        member("metricValue", PICKET_FIELD(S, metric_value),
               {.doc = "The value that raised or ended the alarm."}),
        member("violationEventAdditionalInfo", PICKET_FIELD(S, violation_event_additional_info),
               {.doc = "What else is known, of a learned behavior."}),
        member("violationEventType", PICKET_FIELD(S, violation_event_type),
               {.doc = "Whether the alarm was raised, cleared or given up."}),
        member("verificationState", PICKET_FIELD(S, verification_state),
               {.doc = "What a person found out about the violation."}),
        member("verificationStateDescription", PICKET_FIELD(S, verification_state_description),
               {.doc = "What a person wrote about the violation."}),
        member("violationEventTime", PICKET_FIELD(S, violation_event_time),
               {.doc = "When it happened."}),
    };
};

}  // namespace picket
