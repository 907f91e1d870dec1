// The fleet index: what it holds about things and groups, whether it is on and ready, and its query
// language with the account's limits. Nothing is stored twice: documents are made from the registry
// when they are asked for.
//
// Not modelled: device shadows, so shadow.* matches nothing; nor does connectivity.*, until
// connections are kept.
#pragma once

#include "service/registry/query_match.h"

#include "picket/world.h"

namespace picket {

inline constexpr std::string_view kThingsIndex = "AWS_Things";
inline constexpr std::string_view kThingGroupsIndex = "AWS_ThingGroups";
inline constexpr std::string_view kQueryVersion = "2017-09-30";

// What the account has set, or that all is off.
FleetIndexing fleet_indexing(const World& world);
FieldTypes thing_field_types(const World& world);
FieldTypes thing_group_field_types(const World& world);

// Why the index cannot be asked: there is none of the name, or it is off, or not ready.
Refusal index_problem(const World& world, std::string_view index);
Refusal query_version_problem(const std::optional<std::string>& version);
Result<QueryNode> parse_account_query(const World& world, std::string_view text);

// `with_dynamic`: also the dynamic groups the thing is in. What decides about dynamic groups leaves
// them out, for two that exclude each other would never come to rest.
IndexDocument thing_document(const World& world, const Thing& thing, bool with_dynamic);
IndexDocument thing_group_document(const World& world, const ThingGroup& group);

}  // namespace picket
