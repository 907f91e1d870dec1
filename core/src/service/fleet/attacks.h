// The shapes of StartAttack, StopAttack, ListAttacks.
#pragma once

#include "picket/model/fleet.h"
#include "picket/world.h"

namespace picket {

inline constexpr std::int64_t kAttackedDevicesMax = 1000;
inline constexpr std::int64_t kAttackSecondsMax = 10LL * 366 * 86'400;
inline constexpr Rule kAttackIdRule = {.min = 32, .max = 32, .pattern = Pattern::Hex};
inline constexpr Rule kAttackedThingsRule = {
    .min = 1, .max = kAttackedDevicesMax, .element = &kNameRule};

struct StartAttackRequest {
    AttackKind kind = AttackKind::MessageFlood;
    std::string fleet_name;
    std::optional<std::vector<std::string>> thing_names;
    std::optional<std::int64_t> device_count;
    std::optional<std::int64_t> strength_percent;
    std::optional<std::int64_t> starts_in_seconds;
    std::optional<std::int64_t> duration_seconds;
};
template <>
struct Shape<StartAttackRequest> {
    using S = StartAttackRequest;
    static constexpr std::string_view name = "StartAttackRequest";
    static constexpr MemberInfo members[] = {
        member("kind", PICKET_FIELD(S, kind), {.required = true, .doc = "What happens."}),
        member("fleetName", PICKET_FIELD(S, fleet_name),
               with(kNameRule, {.required = true, .doc = "The fleet it happens to."})),
        member("thingNames", PICKET_FIELD(S, thing_names),
               with(kAttackedThingsRule, {.doc = "Its devices that are attacked; instead of "
                                                 "deviceCount."})),
        member("deviceCount", PICKET_FIELD(S, device_count),
               {.min = 1,
                .max = kAttackedDevicesMax,
                .doc = "How many of its devices, drawn by chance; 1 when absent."}),
        member("strengthPercent", PICKET_FIELD(S, strength_percent),
               {.min = 1, .max = 10'000, .doc = "How strong it is; 100 when absent."}),
        member("startsInSeconds", PICKET_FIELD(S, starts_in_seconds),
               {.min = 0,
                .max = kAttackSecondsMax,
                .doc = "When it begins, from now; 0 when absent. It acts on whole slots of five "
                       "minutes, from the first that begins then."}),
        member("durationSeconds", PICKET_FIELD(S, duration_seconds),
               {.min = 300,
                .max = kAttackSecondsMax,
                .doc = "How long; until StopAttack when "
                       "absent."}),
    };
};

// The label: what was wrong with whom, from when to when, and which metrics it touches.
struct AttackDescription {
    std::string attack_id;
    AttackKind kind = AttackKind::MessageFlood;
    std::string description;
    std::string fleet_name;
    std::vector<std::string> thing_names;
    std::int64_t strength_percent = 100;
    Timestamp start_time;
    std::optional<Timestamp> end_time;
    std::vector<std::string> metric_names;
};
template <>
struct Shape<AttackDescription> {
    using S = AttackDescription;
    static constexpr std::string_view name = "AttackDescription";
    static constexpr MemberInfo members[] = {
        member("attackId", PICKET_FIELD(S, attack_id),
               {.required = true, .doc = "Names it for StopAttack."}),
        member("kind", PICKET_FIELD(S, kind), {.required = true, .doc = "What happens."}),
        member("description", PICKET_FIELD(S, description),
               {.required = true, .prose = true, .doc = "The same in a sentence."}),
        member("fleetName", PICKET_FIELD(S, fleet_name),
               {.required = true, .doc = "The fleet it happens to."}),
        member("thingNames", PICKET_FIELD(S, thing_names),
               {.required = true, .doc = "The devices, by name."}),
        member("strengthPercent", PICKET_FIELD(S, strength_percent),
               {.required = true, .doc = "How strong it is."}),
        member("startTime", PICKET_FIELD(S, start_time),
               {.required = true,
                .doc = "It acts on slots of five minutes that begin then or later."}),
        member("endTime", PICKET_FIELD(S, end_time),
               {.doc = "And before then; absent while nothing ends it."}),
        member("metricNames", PICKET_FIELD(S, metric_names),
               {.required = true,
                .doc = "The metrics whose values it changes; all others stay as they would be."}),
    };
};

struct StopAttackRequest {
    std::string attack_id;
};
template <>
struct Shape<StopAttackRequest> {
    using S = StopAttackRequest;
    static constexpr std::string_view name = "StopAttackRequest";
    static constexpr MemberInfo members[] = {
        member("attackId", PICKET_FIELD(S, attack_id),
               with(kAttackIdRule, {.required = true, .doc = "What StartAttack answered."}))};
};

struct ListAttacksRequest {
    std::optional<std::string> fleet_name;
    std::optional<std::string> thing_name;
    std::optional<AttackKind> kind;
    std::optional<std::int64_t> max_results;
    std::optional<std::string> next_token;
};
template <>
struct Shape<ListAttacksRequest> {
    using S = ListAttacksRequest;
    static constexpr std::string_view name = "ListAttacksRequest";
    static constexpr MemberInfo members[] = {
        member("fleetName", PICKET_FIELD(S, fleet_name),
               with(kNameRule, {.doc = "Only attacks on this fleet."})),
        member("thingName", PICKET_FIELD(S, thing_name),
               with(kNameRule, {.doc = "Only attacks on this device."})),
        member("kind", PICKET_FIELD(S, kind), {.doc = "Only attacks of this kind."}),
        member("maxResults", PICKET_FIELD(S, max_results),
               with(kMaxResultsRule, {.doc = "Items of a page at most; 25 when absent."})),
        member("nextToken", PICKET_FIELD(S, next_token), {.doc = "Where the previous page ended."}),
    };
};
struct ListAttacksResponse {
    std::vector<AttackDescription> attacks;
    std::optional<std::string> next_token;
};
template <>
struct Shape<ListAttacksResponse> {
    using S = ListAttacksResponse;
    static constexpr std::string_view name = "ListAttacksResponse";
    static constexpr MemberInfo members[] = {
        member("attacks", PICKET_FIELD(S, attacks),
               {.required = true, .doc = "Attacks, the last to begin first."}),
        member("nextToken", PICKET_FIELD(S, next_token), {.doc = "Absent on the last page."}),
    };
};

}  // namespace picket
