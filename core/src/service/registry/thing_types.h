// The shapes of the operations on thing types, and what things ask about types.
#pragma once

#include "picket/world.h"
#include "service/registry/attributes.h"

namespace picket {

// Why a thing cannot be given the type. Types that nobody made are accepted, unless the setting
// unknownThingTypes says otherwise.
Refusal thing_type_problem(const World& world, const std::optional<std::string>& name);

inline constexpr Rule kTypeNameInUri = with(
    kNameRule, {.required = true, .in = In::Uri, .doc = "The type's name. It cannot be changed."});
inline constexpr Rule kSearchableRule = {.element = &kAttributeNameRule};

struct ThingTypeProperties {
    std::optional<std::string> thing_type_description;
    std::optional<std::vector<std::string>> searchable_attributes;
    std::optional<Mqtt5Configuration> mqtt5_configuration;
};
struct ThingTypeMetadata {
    bool deprecated = false;
    std::optional<Timestamp> deprecation_date;
    Timestamp creation_date;
};
struct CreateThingTypeRequest {
    std::string thing_type_name;
    std::optional<ThingTypeProperties> thing_type_properties;
    std::optional<TagList> tags;
};
struct CreateThingTypeResponse {
    std::string thing_type_name;
    std::string thing_type_arn;
    std::string thing_type_id;
};
struct DescribeThingTypeRequest {
    std::string thing_type_name;
};
struct DescribeThingTypeResponse {
    std::string thing_type_name;
    std::string thing_type_id;
    std::string thing_type_arn;
    ThingTypeProperties thing_type_properties;
    ThingTypeMetadata thing_type_metadata;
};
struct ListThingTypesRequest {
    std::optional<std::string> next_token;
    std::optional<std::int64_t> max_results;
    std::optional<std::string> thing_type_name;
};
struct ThingTypeDefinition {
    std::string thing_type_name;
    std::string thing_type_arn;
    ThingTypeProperties thing_type_properties;
    ThingTypeMetadata thing_type_metadata;
};
struct ListThingTypesResponse {
    std::vector<ThingTypeDefinition> thing_types;
    std::optional<std::string> next_token;
};
struct UpdateThingTypeRequest {
    std::string thing_type_name;
    std::optional<ThingTypeProperties> thing_type_properties;
};
struct UpdateThingTypeResponse {};
struct DeprecateThingTypeRequest {
    std::string thing_type_name;
    std::optional<bool> undo_deprecate;
};
struct DeprecateThingTypeResponse {};
struct DeleteThingTypeRequest {
    std::string thing_type_name;
};
struct DeleteThingTypeResponse {};

template <>
struct Shape<ThingTypeProperties> {
    using S = ThingTypeProperties;
    static constexpr std::string_view name = "ThingTypeProperties";
    static constexpr MemberInfo members[] = {
        member("thingTypeDescription", PICKET_FIELD(S, thing_type_description),
               {.max = 2028, .pattern = Pattern::Description, .doc = "What the type is for."}),
        member("searchableAttributes", PICKET_FIELD(S, searchable_attributes),
               with(kSearchableRule, {.doc = "Attributes to search things by, three at most."})),
        member("mqtt5Configuration", PICKET_FIELD(S, mqtt5_configuration),
               {.doc = "How MQTT 5 messages of the type's things are enriched."}),
    };
};
template <>
struct Shape<ThingTypeMetadata> {
    using S = ThingTypeMetadata;
    static constexpr std::string_view name = "ThingTypeMetadata";
    static constexpr MemberInfo members[] = {
        member("deprecated", PICKET_FIELD(S, deprecated),
               {.doc = "Whether no more things can have the type."}),
        member("deprecationDate", PICKET_FIELD(S, deprecation_date), {.doc = "Since when."}),
        member("creationDate", PICKET_FIELD(S, creation_date),
               {.doc = "When the type was created."}),
    };
};
template <>
struct Shape<CreateThingTypeRequest> {
    using S = CreateThingTypeRequest;
    static constexpr std::string_view name = "CreateThingTypeRequest";
    static constexpr MemberInfo members[] = {
        member("thingTypeName", PICKET_FIELD(S, thing_type_name), kTypeNameInUri),
        member("thingTypeProperties", PICKET_FIELD(S, thing_type_properties),
               {.doc = "The type's description and searchable attributes."}),
        member("tags", PICKET_FIELD(S, tags), {.doc = "Tags of the type."}),
    };
};
template <>
struct Shape<CreateThingTypeResponse> {
    using S = CreateThingTypeResponse;
    static constexpr std::string_view name = "CreateThingTypeResponse";
    static constexpr MemberInfo members[] = {
        member("thingTypeName", PICKET_FIELD(S, thing_type_name), {.doc = "The type's name."}),
        member("thingTypeArn", PICKET_FIELD(S, thing_type_arn), {.doc = "The type's ARN."}),
        member("thingTypeId", PICKET_FIELD(S, thing_type_id),
               {.doc = "The type's id, unique for all time."}),
    };
};
template <>
struct Shape<DescribeThingTypeRequest> {
    using S = DescribeThingTypeRequest;
    static constexpr std::string_view name = "DescribeThingTypeRequest";
    static constexpr MemberInfo members[] = {
        member("thingTypeName", PICKET_FIELD(S, thing_type_name), kTypeNameInUri)};
};
template <>
struct Shape<DescribeThingTypeResponse> {
    using S = DescribeThingTypeResponse;
    static constexpr std::string_view name = "DescribeThingTypeResponse";
    static constexpr MemberInfo members[] = {
        member("thingTypeName", PICKET_FIELD(S, thing_type_name), {.doc = "The type's name."}),
        member("thingTypeId", PICKET_FIELD(S, thing_type_id),
               {.doc = "The type's id, unique for all time."}),
        member("thingTypeArn", PICKET_FIELD(S, thing_type_arn), {.doc = "The type's ARN."}),
        member("thingTypeProperties", PICKET_FIELD(S, thing_type_properties),
               {.doc = "The type's description and searchable attributes."}),
        member("thingTypeMetadata", PICKET_FIELD(S, thing_type_metadata),
               {.doc = "When it was made, and whether it is deprecated."}),
    };
};
template <>
struct Shape<ListThingTypesRequest> {
    using S = ListThingTypesRequest;
    static constexpr std::string_view name = "ListThingTypesRequest";
    static constexpr MemberInfo members[] = {
        member("nextToken", PICKET_FIELD(S, next_token),
               {.in = In::Query, .doc = "Where the previous page ended."}),
        member("maxResults", PICKET_FIELD(S, max_results),
               with(kMaxResultsRule,
                    {.in = In::Query, .doc = "Items of a page at most; 25 when absent."})),
        member("thingTypeName", PICKET_FIELD(S, thing_type_name),
               with(kNameRule, {.in = In::Query, .doc = "Only the type of this name."})),
    };
};
template <>
struct Shape<ThingTypeDefinition> {
    using S = ThingTypeDefinition;
    static constexpr std::string_view name = "ThingTypeDefinition";
    static constexpr MemberInfo members[] = {
        member("thingTypeName", PICKET_FIELD(S, thing_type_name), {.doc = "The type's name."}),
        member("thingTypeArn", PICKET_FIELD(S, thing_type_arn), {.doc = "The type's ARN."}),
        member("thingTypeProperties", PICKET_FIELD(S, thing_type_properties),
               {.doc = "The type's description and searchable attributes."}),
        member("thingTypeMetadata", PICKET_FIELD(S, thing_type_metadata),
               {.doc = "When it was made, and whether it is deprecated."}),
    };
};
template <>
struct Shape<ListThingTypesResponse> {
    using S = ListThingTypesResponse;
    static constexpr std::string_view name = "ListThingTypesResponse";
    static constexpr MemberInfo members[] = {
        member("thingTypes", PICKET_FIELD(S, thing_types), {.doc = "The types, by name."}),
        member("nextToken", PICKET_FIELD(S, next_token), {.doc = "Absent on the last page."}),
    };
};
template <>
struct Shape<UpdateThingTypeRequest> {
    using S = UpdateThingTypeRequest;
    static constexpr std::string_view name = "UpdateThingTypeRequest";
    static constexpr MemberInfo members[] = {
        member("thingTypeName", PICKET_FIELD(S, thing_type_name), kTypeNameInUri),
        member("thingTypeProperties", PICKET_FIELD(S, thing_type_properties),
               {.doc = "What changes; members left out keep their value."}),
    };
};
template <>
struct Shape<UpdateThingTypeResponse> {
    static constexpr std::string_view name = "UpdateThingTypeResponse";
    static constexpr std::span<const MemberInfo> members = {};
};
template <>
struct Shape<DeprecateThingTypeRequest> {
    using S = DeprecateThingTypeRequest;
    static constexpr std::string_view name = "DeprecateThingTypeRequest";
    static constexpr MemberInfo members[] = {
        member("thingTypeName", PICKET_FIELD(S, thing_type_name), kTypeNameInUri),
        member("undoDeprecate", PICKET_FIELD(S, undo_deprecate),
               {.doc = "True makes the type good for new things again."}),
    };
};
template <>
struct Shape<DeprecateThingTypeResponse> {
    static constexpr std::string_view name = "DeprecateThingTypeResponse";
    static constexpr std::span<const MemberInfo> members = {};
};
template <>
struct Shape<DeleteThingTypeRequest> {
    using S = DeleteThingTypeRequest;
    static constexpr std::string_view name = "DeleteThingTypeRequest";
    static constexpr MemberInfo members[] = {
        member("thingTypeName", PICKET_FIELD(S, thing_type_name), kTypeNameInUri)};
};
template <>
struct Shape<DeleteThingTypeResponse> {
    static constexpr std::string_view name = "DeleteThingTypeResponse";
    static constexpr std::span<const MemberInfo> members = {};
};

}  // namespace picket
