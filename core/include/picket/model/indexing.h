// The fleet index and what lives off it: its configuration, dynamic thing groups, and the things
// whose groups are to be computed anew.
#pragma once

#include "picket/model/common.h"

namespace picket {

inline constexpr std::string_view kAccountRow = "account";  // the key of tables with a single row

enum class ThingIndexingMode : std::uint8_t { Off, Registry, RegistryAndShadow };
template <>
struct EnumNames<ThingIndexingMode> {
    static constexpr std::string_view name = "ThingIndexingMode";
    static constexpr std::array<std::string_view, 3> values = {"OFF", "REGISTRY",
                                                               "REGISTRY_AND_SHADOW"};
};
enum class ThingConnectivityIndexingMode : std::uint8_t { Off, Status };
template <>
struct EnumNames<ThingConnectivityIndexingMode> {
    static constexpr std::string_view name = "ThingConnectivityIndexingMode";
    static constexpr std::array<std::string_view, 2> values = {"OFF", "STATUS"};
};
enum class DeviceDefenderIndexingMode : std::uint8_t { Off, Violations };
template <>
struct EnumNames<DeviceDefenderIndexingMode> {
    static constexpr std::string_view name = "DeviceDefenderIndexingMode";
    static constexpr std::array<std::string_view, 2> values = {"OFF", "VIOLATIONS"};
};
enum class NamedShadowIndexingMode : std::uint8_t { Off, On };
template <>
struct EnumNames<NamedShadowIndexingMode> {
    static constexpr std::string_view name = "NamedShadowIndexingMode";
    static constexpr std::array<std::string_view, 2> values = {"OFF", "ON"};
};
enum class ThingGroupIndexingMode : std::uint8_t { Off, On };
template <>
struct EnumNames<ThingGroupIndexingMode> {
    static constexpr std::string_view name = "ThingGroupIndexingMode";
    static constexpr std::array<std::string_view, 2> values = {"OFF", "ON"};
};
enum class IndexFieldType : std::uint8_t { Number, String, Boolean };
template <>
struct EnumNames<IndexFieldType> {
    static constexpr std::string_view name = "FieldType";
    static constexpr std::array<std::string_view, 3> values = {"Number", "String", "Boolean"};
};
enum class TargetFieldOrder : std::uint8_t { LatLon, LonLat };
template <>
struct EnumNames<TargetFieldOrder> {
    static constexpr std::string_view name = "TargetFieldOrder";
    static constexpr std::array<std::string_view, 2> values = {"LatLon", "LonLat"};
};
enum class DynamicGroupStatus : std::uint8_t { Active, Building, Rebuilding };
template <>
struct EnumNames<DynamicGroupStatus> {
    static constexpr std::string_view name = "DynamicGroupStatus";
    static constexpr std::array<std::string_view, 3> values = {"ACTIVE", "BUILDING", "REBUILDING"};
};

struct IndexField {
    std::optional<std::string> name;
    std::optional<IndexFieldType> type;
    bool operator==(const IndexField&) const = default;
};
template <>
struct Shape<IndexField> {
    using S = IndexField;
    static constexpr std::string_view name = "Field";
    static constexpr MemberInfo members[] = {
        member("name", PICKET_FIELD(S, name), {.doc = "The field, as queries name it."}),
        member("type", PICKET_FIELD(S, type), {.doc = "How its values are compared."}),
    };
};

struct GeoLocationTarget {
    std::optional<std::string> name;
    std::optional<TargetFieldOrder> order;
    bool operator==(const GeoLocationTarget&) const = default;
};
template <>
struct Shape<GeoLocationTarget> {
    using S = GeoLocationTarget;
    static constexpr std::string_view name = "GeoLocationTarget";
    static constexpr MemberInfo members[] = {
        member("name", PICKET_FIELD(S, name), {.doc = "The field of a shadow with the place."}),
        member("order", PICKET_FIELD(S, order), {.doc = "Which number comes first."}),
    };
};

inline constexpr Rule kShadowNameRule = {.min = 1, .max = 64, .pattern = Pattern::ShadowName};
inline constexpr Rule kShadowNamesRule = {.element = &kShadowNameRule};
struct IndexingFilter {
    std::optional<std::vector<std::string>> named_shadow_names;
    std::optional<std::vector<GeoLocationTarget>> geo_locations;
    bool operator==(const IndexingFilter&) const = default;
};
template <>
struct Shape<IndexingFilter> {
    using S = IndexingFilter;
    static constexpr std::string_view name = "IndexingFilter";
    static constexpr MemberInfo members[] = {
        member("namedShadowNames", PICKET_FIELD(S, named_shadow_names),
               with(kShadowNamesRule, {.doc = "Named shadows in the index."})),
        member("geoLocations", PICKET_FIELD(S, geo_locations),
               {.doc = "Fields of shadows that hold a place."}),
    };
};

struct ThingIndexingConfiguration {
    ThingIndexingMode thing_indexing_mode = ThingIndexingMode::Off;
    std::optional<ThingConnectivityIndexingMode> thing_connectivity_indexing_mode;
    std::optional<DeviceDefenderIndexingMode> device_defender_indexing_mode;
    std::optional<NamedShadowIndexingMode> named_shadow_indexing_mode;
    std::optional<std::vector<IndexField>> managed_fields;
    std::optional<std::vector<IndexField>> custom_fields;
    std::optional<IndexingFilter> filter;
    bool operator==(const ThingIndexingConfiguration&) const = default;
};
template <>
struct Shape<ThingIndexingConfiguration> {
    using S = ThingIndexingConfiguration;
    static constexpr std::string_view name = "ThingIndexingConfiguration";
    static constexpr MemberInfo members[] = {
        member("thingIndexingMode", PICKET_FIELD(S, thing_indexing_mode),
               {.required = true, .doc = "Whether things are indexed, and with their shadows."}),
        member("thingConnectivityIndexingMode", PICKET_FIELD(S, thing_connectivity_indexing_mode),
               {.doc = "Whether connectivity is in the index."}),
        member("deviceDefenderIndexingMode", PICKET_FIELD(S, device_defender_indexing_mode),
               {.doc = "Whether violations are in the index."}),
        member("namedShadowIndexingMode", PICKET_FIELD(S, named_shadow_indexing_mode),
               {.doc = "Whether named shadows are in the index."}),
        member("managedFields", PICKET_FIELD(S, managed_fields),
               {.doc = "Fields whose types the service knows. They cannot be changed."}),
        member("customFields", PICKET_FIELD(S, custom_fields),
               {.doc = "Fields of your own, with the type their values are compared as."}),
        member("filter", PICKET_FIELD(S, filter),
               {.doc = "Which named shadows and places are in the index."}),
    };
};

struct ThingGroupIndexingConfiguration {
    ThingGroupIndexingMode thing_group_indexing_mode = ThingGroupIndexingMode::Off;
    std::optional<std::vector<IndexField>> managed_fields;
    std::optional<std::vector<IndexField>> custom_fields;
    bool operator==(const ThingGroupIndexingConfiguration&) const = default;
};
template <>
struct Shape<ThingGroupIndexingConfiguration> {
    using S = ThingGroupIndexingConfiguration;
    static constexpr std::string_view name = "ThingGroupIndexingConfiguration";
    static constexpr MemberInfo members[] = {
        member("thingGroupIndexingMode", PICKET_FIELD(S, thing_group_indexing_mode),
               {.required = true, .doc = "Whether thing groups are indexed."}),
        member("managedFields", PICKET_FIELD(S, managed_fields),
               {.doc = "Fields whose types the service knows. They cannot be changed."}),
        member("customFields", PICKET_FIELD(S, custom_fields),
               {.doc = "Fields of your own, with the type their values are compared as."}),
    };
};

// What the account indexes. An index answers from the moment it is ready; absent: it is off.
struct FleetIndexing {
    ThingIndexingConfiguration things;
    ThingGroupIndexingConfiguration thing_groups;
    std::optional<Timestamp> things_ready;
    std::optional<Timestamp> thing_groups_ready;
    bool operator==(const FleetIndexing&) const = default;
};
template <>
struct Shape<FleetIndexing> {
    using S = FleetIndexing;
    static constexpr std::string_view name = "FleetIndexing";
    static constexpr MemberInfo members[] = {
        member("things", PICKET_FIELD(S, things)),
        member("thingGroups", PICKET_FIELD(S, thing_groups)),
        member("thingsReady", PICKET_FIELD(S, things_ready)),
        member("thingGroupsReady", PICKET_FIELD(S, thing_groups_ready)),
    };
};

// What a dynamic group has besides its row in thing_groups. Members are found in steps: `scanned`
// is the thing where the next step goes on.
struct DynamicGroup {
    std::string index_name;
    std::string query_string;
    std::string query_version;
    DynamicGroupStatus status = DynamicGroupStatus::Building;
    std::int64_t number = 0;  // grows with each group made: tells the older of two
    std::int64_t entry_id = 0;
    std::string scanned;
    std::int64_t left_out = 0;  // things that match and had no room, in the present scan
    bool operator==(const DynamicGroup&) const = default;
};
template <>
struct Shape<DynamicGroup> {
    using S = DynamicGroup;
    static constexpr std::string_view name = "DynamicGroup";
    static constexpr MemberInfo members[] = {
        member("indexName", PICKET_FIELD(S, index_name)),
        member("queryString", PICKET_FIELD(S, query_string)),
        member("queryVersion", PICKET_FIELD(S, query_version)),
        member("status", PICKET_FIELD(S, status)),
        member("number", PICKET_FIELD(S, number)),
        member("entryId", PICKET_FIELD(S, entry_id)),
        member("scanned", PICKET_FIELD(S, scanned)),
        member("leftOut", PICKET_FIELD(S, left_out)),
    };
};

}  // namespace picket
