// The shapes of CreateThing, DescribeThing, ListThings, UpdateThing and DeleteThing.
#pragma once

#include "service/registry/attributes.h"

namespace picket {

inline constexpr Rule kThingNameInUri = with(
    kNameRule,
    {.required = true, .in = In::Uri, .doc = "The thing's name. It cannot be changed later."});
inline constexpr std::string_view kAttributesPath = "attributePayload.attributes";

struct CreateThingRequest {
    std::string thing_name;
    std::optional<std::string> thing_type_name;
    std::optional<AttributePayload> attribute_payload;
    std::optional<std::string> billing_group_name;
};
template <>
struct Shape<CreateThingRequest> {
    using S = CreateThingRequest;
    static constexpr std::string_view name = "CreateThingRequest";
    static constexpr MemberInfo members[] = {
        member("thingName", PICKET_FIELD(S, thing_name), kThingNameInUri),
        member(
            "thingTypeName", PICKET_FIELD(S, thing_type_name),
            with(kNameRule,
                 {.doc =
                      "The thing's type. It raises the number of attributes the thing may have."})),
        member("attributePayload", PICKET_FIELD(S, attribute_payload),
               {.doc = "The thing's attributes."}),
        member("billingGroupName", PICKET_FIELD(S, billing_group_name),
               with(kNameRule, {.doc = "The billing group the thing is added to."})),
    };
};

struct CreateThingResponse {
    std::string thing_name;
    std::string thing_arn;
    std::string thing_id;
};
template <>
struct Shape<CreateThingResponse> {
    using S = CreateThingResponse;
    static constexpr std::string_view name = "CreateThingResponse";
    static constexpr MemberInfo members[] = {
        member("thingName", PICKET_FIELD(S, thing_name), {.doc = "The thing's name."}),
        member("thingArn", PICKET_FIELD(S, thing_arn), {.doc = "The thing's ARN."}),
        member("thingId", PICKET_FIELD(S, thing_id),
               {.doc = "The thing's id, unique for all time."}),
    };
};

struct DescribeThingRequest {
    std::string thing_name;
};
template <>
struct Shape<DescribeThingRequest> {
    using S = DescribeThingRequest;
    static constexpr std::string_view name = "DescribeThingRequest";
    static constexpr MemberInfo members[] = {
        member("thingName", PICKET_FIELD(S, thing_name), kThingNameInUri)};
};

struct DescribeThingResponse {
    std::string default_client_id;
    std::string thing_name;
    std::string thing_id;
    std::string thing_arn;
    std::optional<std::string> thing_type_name;
    Attributes attributes;
    std::int64_t version = 0;
    std::optional<std::string> billing_group_name;
};
template <>
struct Shape<DescribeThingResponse> {
    using S = DescribeThingResponse;
    static constexpr std::string_view name = "DescribeThingResponse";
    static constexpr MemberInfo members[] = {
        member("defaultClientId", PICKET_FIELD(S, default_client_id),
               {.doc = "The client id the thing is expected to connect with: its name."}),
        member("thingName", PICKET_FIELD(S, thing_name), {.doc = "The thing's name."}),
        member("thingId", PICKET_FIELD(S, thing_id),
               {.doc = "The thing's id, unique for all time."}),
        member("thingArn", PICKET_FIELD(S, thing_arn), {.doc = "The thing's ARN."}),
        member("thingTypeName", PICKET_FIELD(S, thing_type_name), {.doc = "The thing's type."}),
        member("attributes", PICKET_FIELD(S, attributes), {.doc = "The thing's attributes."}),
        member("version", PICKET_FIELD(S, version),
               {.doc = "1 at creation, one more with each update."}),
        member("billingGroupName", PICKET_FIELD(S, billing_group_name),
               {.doc = "The thing's billing group."}),
    };
};

struct ListThingsRequest {
    std::optional<std::string> next_token;
    std::optional<std::int64_t> max_results;
    std::optional<std::string> attribute_name;
    std::optional<std::string> attribute_value;
    std::optional<std::string> thing_type_name;
    std::optional<bool> use_prefix_attribute_value;
};
template <>
struct Shape<ListThingsRequest> {
    using S = ListThingsRequest;
    static constexpr std::string_view name = "ListThingsRequest";
    static constexpr MemberInfo members[] = {
        member("nextToken", PICKET_FIELD(S, next_token),
               {.in = In::Query, .doc = "Where the previous page ended."}),
        member("maxResults", PICKET_FIELD(S, max_results),
               with(kMaxResultsRule,
                    {.in = In::Query, .doc = "Items of a page at most; 25 when absent."})),
        member("attributeName", PICKET_FIELD(S, attribute_name),
               with(kAttributeNameRule,
                    {.in = In::Query, .doc = "Only things that have this attribute."})),
        member("attributeValue", PICKET_FIELD(S, attribute_value),
               with(kAttributeValueRule,
                    {.in = In::Query, .doc = "Only things whose attribute has this value."})),
        member("thingTypeName", PICKET_FIELD(S, thing_type_name),
               with(kNameRule, {.in = In::Query, .doc = "Only things of this type."})),
        member(
            "usePrefixAttributeValue", PICKET_FIELD(S, use_prefix_attribute_value),
            {.in = In::Query, .doc = "Whether attributeValue is the beginning of the value only."}),
    };
};

struct ThingAttribute {
    std::string thing_name;
    std::optional<std::string> thing_type_name;
    std::string thing_arn;
    Attributes attributes;
    std::int64_t version = 0;
};
template <>
struct Shape<ThingAttribute> {
    using S = ThingAttribute;
    static constexpr std::string_view name = "ThingAttribute";
    static constexpr MemberInfo members[] = {
        member("thingName", PICKET_FIELD(S, thing_name), {.doc = "The thing's name."}),
        member("thingTypeName", PICKET_FIELD(S, thing_type_name), {.doc = "The thing's type."}),
        member("thingArn", PICKET_FIELD(S, thing_arn), {.doc = "The thing's ARN."}),
        member("attributes", PICKET_FIELD(S, attributes), {.doc = "The thing's attributes."}),
        member("version", PICKET_FIELD(S, version),
               {.doc = "1 at creation, one more with each update."}),
    };
};

struct ListThingsResponse {
    std::vector<ThingAttribute> things;
    std::optional<std::string> next_token;
};
template <>
struct Shape<ListThingsResponse> {
    using S = ListThingsResponse;
    static constexpr std::string_view name = "ListThingsResponse";
    static constexpr MemberInfo members[] = {
        member("things", PICKET_FIELD(S, things), {.doc = "The things, by name."}),
        member("nextToken", PICKET_FIELD(S, next_token), {.doc = "Absent on the last page."}),
    };
};

struct UpdateThingRequest {
    std::string thing_name;
    std::optional<std::string> thing_type_name;
    std::optional<AttributePayload> attribute_payload;
    std::optional<std::int64_t> expected_version;
    std::optional<bool> remove_thing_type;
};
template <>
struct Shape<UpdateThingRequest> {
    using S = UpdateThingRequest;
    static constexpr std::string_view name = "UpdateThingRequest";
    static constexpr MemberInfo members[] = {
        member("thingName", PICKET_FIELD(S, thing_name), kThingNameInUri),
        member("thingTypeName", PICKET_FIELD(S, thing_type_name),
               with(kNameRule, {.doc = "The thing's new type."})),
        member("attributePayload", PICKET_FIELD(S, attribute_payload),
               {.doc = "Attributes that replace the present ones, or are merged into them."}),
        member("expectedVersion", PICKET_FIELD(S, expected_version),
               {.doc = "Refuses the update unless the thing is at this version."}),
        member("removeThingType", PICKET_FIELD(S, remove_thing_type),
               {.doc = "Takes the type away."}),
    };
};

struct UpdateThingResponse {};
template <>
struct Shape<UpdateThingResponse> {
    static constexpr std::string_view name = "UpdateThingResponse";
    static constexpr std::span<const MemberInfo> members = {};
};

struct DeleteThingRequest {
    std::string thing_name;
    std::optional<std::int64_t> expected_version;
};
template <>
struct Shape<DeleteThingRequest> {
    using S = DeleteThingRequest;
    static constexpr std::string_view name = "DeleteThingRequest";
    static constexpr MemberInfo members[] = {
        member("thingName", PICKET_FIELD(S, thing_name), kThingNameInUri),
        member(
            "expectedVersion", PICKET_FIELD(S, expected_version),
            {.in = In::Query, .doc = "Refuses the deletion unless the thing is at this version."}),
    };
};

struct DeleteThingResponse {};
template <>
struct Shape<DeleteThingResponse> {
    static constexpr std::string_view name = "DeleteThingResponse";
    static constexpr std::span<const MemberInfo> members = {};
};

}  // namespace picket
