// The shapes of CreateFleet, DescribeFleet, ListFleets, StopFleet.
#pragma once

#include "picket/model/fleet.h"
#include "picket/world.h"

namespace picket {

inline constexpr std::int64_t kFleetCountMax = 1'000'000;
inline constexpr Rule kUtcOffsetRule = {.min = -12 * 60, .max = 14 * 60};
inline constexpr Rule kUtcOffsetsRule = {.min = 1, .max = 24, .element = &kUtcOffsetRule};

struct CreateFleetRequest {
    std::string fleet_name;
    DeviceArchetype archetype = DeviceArchetype::SmartLight;
    std::int64_t count = 1;
    std::optional<std::string> name_prefix;
    std::optional<bool> registered;
    std::optional<std::string> group_name;
    std::optional<std::string> site_set;
    std::optional<std::int64_t> devices_per_site;
    std::optional<std::vector<std::int64_t>> utc_offset_minutes;
    std::optional<std::string> custom_metric_name;
};
template <>
struct Shape<CreateFleetRequest> {
    using S = CreateFleetRequest;
    static constexpr std::string_view name = "CreateFleetRequest";
    static constexpr MemberInfo members[] = {
        member("fleetName", PICKET_FIELD(S, fleet_name),
               with(kNameRule, {.required = true,
                                .doc = "What to call it. With the session's seed it decides all "
                                       "values: an equal name gives equal data."})),
        member("archetype", PICKET_FIELD(S, archetype),
               {.required = true, .doc = "What kind of devices they are."}),
        member("count", PICKET_FIELD(S, count),
               {.required = true, .min = 1, .max = kFleetCountMax, .doc = "How many there are."}),
        member("namePrefix", PICKET_FIELD(S, name_prefix),
               with(kNameRule, {.doc = "What the names of its things begin with; a number follows. "
                                       "The fleet's name and '-' when absent."})),
        member("registered", PICKET_FIELD(S, registered),
               {.doc = "Whether the devices are things; yes when absent. Those of others are known "
                       "to the service by their client ids alone."}),
        member("groupName", PICKET_FIELD(S, group_name),
               with(kNameRule, {.doc = "A group that its things join."})),
        member("siteSet", PICKET_FIELD(S, site_set),
               with(kNameRule,
                    {.doc = "Where they stand; the fleet's name when absent. Fleets with one site "
                            "set share outages, holidays and addresses site by site."})),
        member("devicesPerSite", PICKET_FIELD(S, devices_per_site),
               {.min = 1,
                .max = kFleetCountMax,
                .doc = "How many stand at one site; what is usual for the archetype when absent."}),
        member("utcOffsetMinutes", PICKET_FIELD(S, utc_offset_minutes),
               with(kUtcOffsetsRule,
                    {.doc = "Time zones of the sites, drawn for each; UTC when absent."})),
        member("customMetricName", PICKET_FIELD(S, custom_metric_name),
               with(kNameRule, {.doc = "The custom metric that takes the number each device "
                                       "measures for itself; named by the archetype when absent. "
                                       "CreateCustomMetric makes the service look at it."})),
    };
};
struct CreateFleetResponse {
    std::string fleet_name;
    std::string first_thing_name;
    std::string last_thing_name;
    std::string custom_metric_name;
    Timestamp first_value_time;
};
template <>
struct Shape<CreateFleetResponse> {
    using S = CreateFleetResponse;
    static constexpr std::string_view name = "CreateFleetResponse";
    static constexpr MemberInfo members[] = {
        member("fleetName", PICKET_FIELD(S, fleet_name), {.required = true, .doc = "Its name."}),
        member("firstThingName", PICKET_FIELD(S, first_thing_name),
               {.required = true, .doc = "The name of its first device."}),
        member("lastThingName", PICKET_FIELD(S, last_thing_name),
               {.required = true, .doc = "And of its last."}),
        member("customMetricName", PICKET_FIELD(S, custom_metric_name),
               {.required = true, .doc = "The custom metric that its devices report."}),
        member("firstValueTime", PICKET_FIELD(S, first_value_time),
               {.required = true, .doc = "When the first values come."}),
    };
};

struct NamedFleetRequest {
    std::string fleet_name;
};
template <>
struct Shape<NamedFleetRequest> {
    using S = NamedFleetRequest;
    static constexpr std::string_view name = "NamedFleetRequest";
    static constexpr MemberInfo members[] = {
        member("fleetName", PICKET_FIELD(S, fleet_name),
               with(kNameRule, {.required = true, .doc = "The fleet's name."}))};
};
struct FleetDescription {
    std::string fleet_name;
    DeviceArchetype archetype = DeviceArchetype::SmartLight;
    std::string archetype_description;
    std::int64_t count = 0;
    bool registered = true;
    std::optional<std::string> group_name;
    std::string first_thing_name;
    std::string last_thing_name;
    std::string site_set;
    std::int64_t site_count = 0;
    std::vector<std::int64_t> utc_offset_minutes;
    std::string custom_metric_name;
    Timestamp start_time;
    std::optional<Timestamp> end_time;
    std::int64_t attacks_in_progress = 0;
};
template <>
struct Shape<FleetDescription> {
    using S = FleetDescription;
    static constexpr std::string_view name = "FleetDescription";
    static constexpr MemberInfo members[] = {
        member("fleetName", PICKET_FIELD(S, fleet_name), {.required = true, .doc = "Its name."}),
        member("archetype", PICKET_FIELD(S, archetype),
               {.required = true, .doc = "What kind of devices they are."}),
        member("archetypeDescription", PICKET_FIELD(S, archetype_description),
               {.required = true, .prose = true, .doc = "The same in a sentence."}),
        member("count", PICKET_FIELD(S, count),
               {.required = true, .doc = "How many devices it has."}),
        member("registered", PICKET_FIELD(S, registered),
               {.required = true, .doc = "Whether they are things."}),
        member("groupName", PICKET_FIELD(S, group_name), {.doc = "The group that they joined."}),
        member("firstThingName", PICKET_FIELD(S, first_thing_name),
               {.required = true, .doc = "The name of the first device."}),
        member("lastThingName", PICKET_FIELD(S, last_thing_name),
               {.required = true, .doc = "And of the last."}),
        member("siteSet", PICKET_FIELD(S, site_set),
               {.required = true, .doc = "Where they stand."}),
        member("siteCount", PICKET_FIELD(S, site_count),
               {.required = true, .doc = "How many sites that are."}),
        member("utcOffsetMinutes", PICKET_FIELD(S, utc_offset_minutes),
               {.required = true, .doc = "Time zones of the sites; UTC when empty."}),
        member("customMetricName", PICKET_FIELD(S, custom_metric_name),
               {.required = true, .doc = "The custom metric that they report."}),
        member("startTime", PICKET_FIELD(S, start_time),
               {.required = true, .doc = "Since when they are simulated."}),
        member("endTime", PICKET_FIELD(S, end_time), {.doc = "When StopFleet ended that."}),
        member("attacksInProgress", PICKET_FIELD(S, attacks_in_progress),
               {.required = true, .doc = "Attacks on it that act now."}),
    };
};

struct ListFleetsRequest {
    std::optional<std::int64_t> max_results;
    std::optional<std::string> next_token;
};
template <>
struct Shape<ListFleetsRequest> {
    using S = ListFleetsRequest;
    static constexpr std::string_view name = "ListFleetsRequest";
    static constexpr MemberInfo members[] = {
        member("maxResults", PICKET_FIELD(S, max_results),
               with(kMaxResultsRule, {.doc = "Items of a page at most; 25 when absent."})),
        member("nextToken", PICKET_FIELD(S, next_token), {.doc = "Where the previous page ended."}),
    };
};
struct ListFleetsResponse {
    std::vector<FleetDescription> fleets;
    std::optional<std::string> next_token;
};
template <>
struct Shape<ListFleetsResponse> {
    using S = ListFleetsResponse;
    static constexpr std::string_view name = "ListFleetsResponse";
    static constexpr MemberInfo members[] = {
        member("fleets", PICKET_FIELD(S, fleets), {.required = true, .doc = "Fleets, by name."}),
        member("nextToken", PICKET_FIELD(S, next_token), {.doc = "Absent on the last page."}),
    };
};

struct StopFleetResponse {
    Timestamp end_time;
    std::int64_t attacks_ended = 0;
};
template <>
struct Shape<StopFleetResponse> {
    using S = StopFleetResponse;
    static constexpr std::string_view name = "StopFleetResponse";
    static constexpr MemberInfo members[] = {
        member("endTime", PICKET_FIELD(S, end_time),
               {.required = true, .doc = "From then on its devices have no values."}),
        member("attacksEnded", PICKET_FIELD(S, attacks_ended),
               {.required = true, .doc = "Attacks on it that end with it."}),
    };
};

}  // namespace picket
