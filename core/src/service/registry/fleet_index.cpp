// Makes the documents of the fleet index, and answers for its state.
#include "service/registry/fleet_index.h"

#include "service/pair_range.h"
#include "service/refuse.h"
#include "service/registry/registry.h"
#include "text/say.h"
#include "world/settings.h"

namespace picket {
namespace {

FieldTypes types_of(const std::optional<std::vector<IndexField>>& fields) {
    return fields ? FieldTypes(*fields) : FieldTypes();
}

}  // namespace

FleetIndexing fleet_indexing(const World& world) {
    const FleetIndexing* row = world.indexing.find(kAccountRow);
    return row != nullptr ? *row : FleetIndexing();
}

FieldTypes thing_field_types(const World& world) {
    const FleetIndexing* row = world.indexing.find(kAccountRow);
    return row != nullptr ? types_of(row->things.custom_fields) : FieldTypes();
}

FieldTypes thing_group_field_types(const World& world) {
    const FleetIndexing* row = world.indexing.find(kAccountRow);
    return row != nullptr ? types_of(row->thing_groups.custom_fields) : FieldTypes();
}

Refusal index_problem(const World& world, std::string_view index) {
    const bool things = index == kThingsIndex;
    if (!things && index != kThingGroupsIndex) {
        return refuse(ErrorCode::ResourceNotFound,
                      say("There is no index '{}'. The indexes are {} and {}.", index, kThingsIndex,
                          kThingGroupsIndex),
                      "indexName");
    }
    const FleetIndexing indexing = fleet_indexing(world);
    const auto& ready = things ? indexing.things_ready : indexing.thing_groups_ready;
    if (!ready) {
        return refuse(
            ErrorCode::ResourceNotFound,
            say("The index '{}' is off. Turn it on with UpdateIndexingConfiguration.", index),
            "indexName");
    }
    if (world.now >= *ready) return std::nullopt;
    return refuse(
        ErrorCode::IndexNotReady,
        say("The index '{}' is being built until {}. Try again then.", index, to_iso(*ready)),
        "indexName");
}

Refusal query_version_problem(const std::optional<std::string>& version) {
    if (!version || *version == kQueryVersion) return std::nullopt;
    return invalid(
        say("There is no query version '{}'. The only one is {}.", *version, kQueryVersion),
        "queryVersion");
}

Result<QueryNode> parse_account_query(const World& world, std::string_view text) {
    return parse_query(text, {setting_number(world, Setting::QueryTermsMax),
                              setting_number(world, Setting::QueryLengthMax)});
}

IndexDocument thing_document(const World& world, const Thing& thing, bool with_dynamic) {
    IndexDocument document;
    document.add({}, "thingName", thing.name);
    document.add({}, "thingId", thing.id);
    if (thing.type_name) document.add({}, "thingTypeName", *thing.type_name);
    for (auto at = world.thing_groups_of.lower_bound(pair_begin(thing.name));
         at != world.thing_groups_of.end() && at->key.first == thing.name; ++at) {
        const std::string& group = at->key.second;
        // A copy, because what the query decides is written to the table of the names.
        if (with_dynamic || !is_dynamic(world, group))
            document.add_copy({}, "thingGroupNames", group);
    }
    for (const auto& [name, value] : thing.attributes) document.add("attributes.", name, value);
    return document;
}

IndexDocument thing_group_document(const World& world, const ThingGroup& group) {
    IndexDocument document;
    document.add({}, "thingGroupName", group.name);
    document.add({}, "thingGroupId", group.id);
    if (group.description) document.add({}, "description", *group.description);
    if (group.parent_name) {
        std::vector<const ThingGroup*> path = path_from_root(world, group);
        path.pop_back();
        for (const ThingGroup* above : path) document.add({}, "parentGroupNames", above->name);
    }
    if (group.attributes) {
        for (const auto& [name, value] : *group.attributes)
            document.add("attributes.", name, value);
    }
    return document;
}

}  // namespace picket
