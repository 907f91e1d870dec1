// GetIndexingConfiguration, UpdateIndexingConfiguration, SearchIndex.
//
// A search reads the registry itself and examines documents one by one, 10,000 in a call at most:
// O(things) in all, whatever the query. The order is that of names.
#include <algorithm>

#include "service/facts.h"
#include "service/op.h"
#include "service/paginate.h"
#include "service/refuse.h"
#include "service/registry/attributes.h"
#include "service/registry/dynamic_members.h"
#include "service/registry/fleet_index.h"
#include "service/registry/indexing_check.h"
#include "service/tables.h"
#include "text/say.h"
#include "world/context.h"
#include "world/settings.h"

namespace picket {
namespace {

constexpr std::int64_t kSearchResultsMax = 100;

struct GetIndexingConfigurationRequest {};
struct GetIndexingConfigurationResponse {
    ThingIndexingConfiguration thing_indexing_configuration;
    ThingGroupIndexingConfiguration thing_group_indexing_configuration;
};
struct UpdateIndexingConfigurationRequest {
    std::optional<ThingIndexingConfiguration> thing_indexing_configuration;
    std::optional<ThingGroupIndexingConfiguration> thing_group_indexing_configuration;
};
struct UpdateIndexingConfigurationResponse {};

struct ThingConnectivity {
    std::optional<bool> connected;
    std::optional<std::int64_t> timestamp;
    std::optional<std::string> disconnect_reason;
};
struct ThingDocument {
    std::string thing_name;
    std::string thing_id;
    std::optional<std::string> thing_type_name;
    std::optional<std::vector<std::string>> thing_group_names;
    std::optional<Attributes> attributes;
    std::optional<std::string> shadow;
    std::optional<std::string> device_defender;
    std::optional<ThingConnectivity> connectivity;
};
struct ThingGroupDocument {
    std::string thing_group_name;
    std::string thing_group_id;
    std::optional<std::string> thing_group_description;
    std::optional<Attributes> attributes;
    std::optional<std::vector<std::string>> parent_group_names;
};
struct SearchIndexRequest {
    std::optional<std::string> index_name;
    std::string query_string;
    std::optional<std::string> next_token;
    std::optional<std::int64_t> max_results;
    std::optional<std::string> query_version;
};
struct SearchIndexResponse {
    std::optional<std::string> next_token;
    std::optional<std::vector<ThingDocument>> things;
    std::optional<std::vector<ThingGroupDocument>> thing_groups;
};

}  // namespace

template <>
struct Shape<GetIndexingConfigurationRequest> {
    static constexpr std::string_view name = "GetIndexingConfigurationRequest";
    static constexpr std::span<const MemberInfo> members = {};
};
template <>
struct Shape<GetIndexingConfigurationResponse> {
    using S = GetIndexingConfigurationResponse;
    static constexpr std::string_view name = "GetIndexingConfigurationResponse";
    static constexpr MemberInfo members[] = {
        member("thingIndexingConfiguration", PICKET_FIELD(S, thing_indexing_configuration),
               {.doc = "What of things is in the index."}),
        member("thingGroupIndexingConfiguration",
               PICKET_FIELD(S, thing_group_indexing_configuration),
               {.doc = "What of thing groups is in the index."}),
    };
};
template <>
struct Shape<UpdateIndexingConfigurationRequest> {
    using S = UpdateIndexingConfigurationRequest;
    static constexpr std::string_view name = "UpdateIndexingConfigurationRequest";
    static constexpr MemberInfo members[] = {
        member("thingIndexingConfiguration", PICKET_FIELD(S, thing_indexing_configuration),
               {.doc = "Replaces what is indexed of things; absent: stays."}),
        member("thingGroupIndexingConfiguration",
               PICKET_FIELD(S, thing_group_indexing_configuration),
               {.doc = "Replaces what is indexed of thing groups; absent: stays."}),
    };
};
template <>
struct Shape<UpdateIndexingConfigurationResponse> {
    static constexpr std::string_view name = "UpdateIndexingConfigurationResponse";
    static constexpr std::span<const MemberInfo> members = {};
};
template <>
struct Shape<ThingConnectivity> {
    using S = ThingConnectivity;
    static constexpr std::string_view name = "ThingConnectivity";
    static constexpr MemberInfo members[] = {
        member("connected", PICKET_FIELD(S, connected), {.doc = "Whether it is connected."}),
        member("timestamp", PICKET_FIELD(S, timestamp),
               {.doc = "When it last connected or disconnected, in milliseconds."}),
        member("disconnectReason", PICKET_FIELD(S, disconnect_reason),
               {.doc = "Why it is disconnected."}),
    };
};
template <>
struct Shape<ThingDocument> {
    using S = ThingDocument;
    static constexpr std::string_view name = "ThingDocument";
    static constexpr MemberInfo members[] = {
        member("thingName", PICKET_FIELD(S, thing_name), {.doc = "The thing's name."}),
        member("thingId", PICKET_FIELD(S, thing_id), {.doc = "The thing's id."}),
        member("thingTypeName", PICKET_FIELD(S, thing_type_name), {.doc = "The thing's type."}),
        member("thingGroupNames", PICKET_FIELD(S, thing_group_names),
               {.doc = "The groups it is in."}),
        member("attributes", PICKET_FIELD(S, attributes), {.doc = "The thing's attributes."}),
        member("shadow", PICKET_FIELD(S, shadow), {.doc = "The thing's shadow; not modelled."}),
        member("deviceDefender", PICKET_FIELD(S, device_defender),
               {.doc = "The thing's violations, as JSON in a text."}),
        member("connectivity", PICKET_FIELD(S, connectivity),
               {.doc = "Whether the thing is connected."}),
    };
};
template <>
struct Shape<ThingGroupDocument> {
    using S = ThingGroupDocument;
    static constexpr std::string_view name = "ThingGroupDocument";
    static constexpr MemberInfo members[] = {
        member("thingGroupName", PICKET_FIELD(S, thing_group_name), {.doc = "The group's name."}),
        member("thingGroupId", PICKET_FIELD(S, thing_group_id), {.doc = "The group's id."}),
        member("thingGroupDescription", PICKET_FIELD(S, thing_group_description),
               {.doc = "The group's description."}),
        member("attributes", PICKET_FIELD(S, attributes), {.doc = "The group's attributes."}),
        member("parentGroupNames", PICKET_FIELD(S, parent_group_names),
               {.doc = "All groups above, the topmost first."}),
    };
};
template <>
struct Shape<SearchIndexRequest> {
    using S = SearchIndexRequest;
    static constexpr std::string_view name = "SearchIndexRequest";
    static constexpr MemberInfo members[] = {
        member("indexName", PICKET_FIELD(S, index_name),
               with(kNameRule, {.doc = "AWS_Things, which is meant when absent, or "
                                       "AWS_ThingGroups."})),
        member("queryString", PICKET_FIELD(S, query_string),
               {.required = true, .min = 1, .doc = "What to search for."}),
        member("nextToken", PICKET_FIELD(S, next_token), {.doc = "Where the previous page ended."}),
        member("maxResults", PICKET_FIELD(S, max_results),
               {.min = 1, .doc = "Items of a page at most; 100 when absent, which is the most."}),
        member("queryVersion", PICKET_FIELD(S, query_version),
               {.doc = "The version of the query language: 2017-09-30."}),
    };
};
template <>
struct Shape<SearchIndexResponse> {
    using S = SearchIndexResponse;
    static constexpr std::string_view name = "SearchIndexResponse";
    static constexpr MemberInfo members[] = {
        member("nextToken", PICKET_FIELD(S, next_token), {.doc = "Absent on the last page."}),
        member("things", PICKET_FIELD(S, things), {.doc = "The things found, by name."}),
        member("thingGroups", PICKET_FIELD(S, thing_groups),
               {.doc = "The thing groups found, by name."}),
    };
};

namespace {

Result<GetIndexingConfigurationResponse>
get_indexing_configuration(const World& world, const GetIndexingConfigurationRequest&) {
    FleetIndexing indexing = fleet_indexing(world);
    show_managed_fields(indexing);
    return GetIndexingConfigurationResponse{std::move(indexing.things),
                                            std::move(indexing.thing_groups)};
}

// A change of what is indexed builds the index anew; the same again changes nothing.
std::optional<Timestamp> ready_at(const World& world, bool on, bool changed,
                                  std::optional<Timestamp> before) {
    if (!on) return std::nullopt;
    if (!changed && before) return before;
    return world.now + setting_number(world, Setting::FleetIndexSeconds) * kSecond;
}

Result<UpdateIndexingConfigurationResponse>
update_indexing_configuration(World& world, Context& context,
                              const UpdateIndexingConfigurationRequest& in) {
    if (auto problem = indexing_problem(world, in.thing_indexing_configuration,
                                        in.thing_group_indexing_configuration)) {
        return problem;
    }
    const FleetIndexing before = fleet_indexing(world);
    FleetIndexing after = before;
    if (in.thing_indexing_configuration) {
        after.things = *in.thing_indexing_configuration;
        after.things.managed_fields.reset();
    }
    if (in.thing_group_indexing_configuration) {
        after.thing_groups = *in.thing_group_indexing_configuration;
        after.thing_groups.managed_fields.reset();
    }
    const bool things_changed = !(after.things == before.things);
    after.things_ready = ready_at(world, after.things.thing_indexing_mode != ThingIndexingMode::Off,
                                  things_changed, before.things_ready);
    after.thing_groups_ready = ready_at(
        world, after.thing_groups.thing_group_indexing_mode == ThingGroupIndexingMode::On,
        !(after.thing_groups == before.thing_groups), before.thing_groups_ready);

    Facts facts;
    facts.text("things", enum_name(after.things.thing_indexing_mode))
        .text("thingGroups", enum_name(after.thing_groups.thing_group_indexing_mode));
    context.note("indexing.updated", std::string(kAccountRow),
                 say("Fleet indexing of things is {}, and of thing groups {}.",
                     enum_name(after.things.thing_indexing_mode),
                     enum_name(after.thing_groups.thing_group_indexing_mode)),
                 facts.json());
    world.indexing.put(std::string(kAccountRow), std::move(after));
    // What queries can see has changed.
    if (things_changed) {
        const auto groups = world.dynamic_groups;
        for (const auto& [name, group] : groups)
            begin_scan(world, context, name, DynamicGroupStatus::Rebuilding);
    }
    return UpdateIndexingConfigurationResponse{};
}

std::vector<std::string> values_of(const IndexDocument& document, std::string_view name) {
    std::vector<std::string> texts;
    for (const auto& value : document.values) {
        if (value.prefix.empty() && value.name == name) texts.emplace_back(value.text);
    }
    return texts;
}

template <class T>
std::optional<T> unless_empty(T value) {
    return value.empty() ? std::nullopt : std::optional<T>(std::move(value));
}

Result<std::optional<std::string>> search_things(const World& world, const Page& page,
                                                 const QueryNode& query,
                                                 std::vector<ThingDocument>& out) {
    const FieldTypes types = thing_field_types(world);
    IndexDocument document;
    return walk_page(
        page, world.things, std::string(), [](const std::string&) { return true; },
        [&](const auto& entry) {
            document = thing_document(world, entry.value, true);
            return matches(query, document, types);
        },
        [&](const auto& entry) {
            const Thing& thing = entry.value;
            ThingDocument found;
            found.thing_name = thing.name;
            found.thing_id = thing.id;
            found.thing_type_name = thing.type_name;
            found.thing_group_names = unless_empty(values_of(document, "thingGroupNames"));
            found.attributes = unless_empty(thing.attributes);
            out.push_back(std::move(found));
        });
}

Result<std::optional<std::string>> search_thing_groups(const World& world, const Page& page,
                                                       const QueryNode& query,
                                                       std::vector<ThingGroupDocument>& out) {
    const FieldTypes types = thing_group_field_types(world);
    IndexDocument document;
    return walk_page(
        page, world.thing_groups, std::string(), [](const std::string&) { return true; },
        [&](const auto& entry) {
            document = thing_group_document(world, entry.value);
            return matches(query, document, types);
        },
        [&](const auto& entry) {
            const ThingGroup& group = entry.value;
            out.push_back({group.name, group.id, group.description, group.attributes,
                           unless_empty(values_of(document, "parentGroupNames"))});
        });
}

Result<SearchIndexResponse> search_index(const World& world, const SearchIndexRequest& in) {
    const std::int64_t results = in.max_results.value_or(kSearchResultsMax);
    if (results > kSearchResultsMax) {
        return invalid(say("maxResults is {}, and a page can have {} items. Ask for fewer.",
                           results, kSearchResultsMax),
                       "maxResults");
    }
    const std::string index = in.index_name.value_or(std::string(kThingsIndex));
    PICKET_TRY(const Page page,
               read_page("SearchIndex", {index, in.query_string}, results, in.next_token));
    PICKET_TRY(const QueryNode query, parse_account_query(world, in.query_string));
    if (auto problem = query_version_problem(in.query_version)) return problem;
    if (auto problem = index_problem(world, index)) return problem;
    SearchIndexResponse out;
    if (index == kThingsIndex) {
        PICKET_TRY(out.next_token, search_things(world, page, query, out.things.emplace()));
    } else {
        PICKET_TRY(out.next_token,
                   search_thing_groups(world, page, query, out.thing_groups.emplace()));
    }
    return out;
}

using enum ErrorCode;

constexpr auto kConfigure =
    errors<InvalidRequest, Throttling, Unauthorized, ServiceUnavailable, InternalFailure>();

constexpr Operation kIndexingOperations[] = {
    op<&get_indexing_configuration>("GetIndexingConfiguration", "Fleet indexing", Method::Get,
                                    "/indexing/config", kConfigure,
                                    "Tells what of things and groups is in the fleet index."),
    op<&update_indexing_configuration>("UpdateIndexingConfiguration", "Fleet indexing",
                                       Method::Post, "/indexing/config", kConfigure,
                                       "Turns the indexes of things and of groups on and off."),
    op<&search_index>("SearchIndex", "Fleet indexing", Method::Post, "/indices/search",
                      errors<InvalidRequest, Throttling, Unauthorized, ServiceUnavailable,
                             InternalFailure, ResourceNotFound, InvalidQuery, IndexNotReady>(),
                      "Finds the things or groups that match a query."),
};

}  // namespace

std::span<const Operation> indexing_operations() { return kIndexingOperations; }

}  // namespace picket
