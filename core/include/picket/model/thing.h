// Things, thing types and thing groups as they are stored. The shapes of their operations stand
// beside the handlers.
#pragma once

#include "picket/model/common.h"

namespace picket {

struct Thing {
    std::string name;
    std::string id;
    std::int64_t version = 1;
    StringMap<std::string> attributes;
    std::optional<std::string> type_name;
    std::optional<std::string> billing_group_name;
    Timestamp created;
    bool operator==(const Thing&) const = default;
};
template <>
struct Shape<Thing> {
    using S = Thing;
    static constexpr std::string_view name = "Thing";
    static constexpr MemberInfo members[] = {
        member("name", PICKET_FIELD(S, name)),
        member("id", PICKET_FIELD(S, id)),
        member("version", PICKET_FIELD(S, version)),
        member("attributes", PICKET_FIELD(S, attributes)),
        member("typeName", PICKET_FIELD(S, type_name)),
        member("billingGroupName", PICKET_FIELD(S, billing_group_name)),
        member("created", PICKET_FIELD(S, created)),
    };
};

inline constexpr Rule kAttributeNameRule = {.max = 128, .pattern = Pattern::AttributeName};

struct PropagatingAttribute {
    std::optional<std::string> user_property_key;
    std::optional<std::string> thing_attribute;
    std::optional<std::string> connection_attribute;
    bool operator==(const PropagatingAttribute&) const = default;
};
template <>
struct Shape<PropagatingAttribute> {
    using S = PropagatingAttribute;
    static constexpr std::string_view name = "PropagatingAttribute";
    static constexpr MemberInfo members[] = {
        member("userPropertyKey", PICKET_FIELD(S, user_property_key),
               {.max = 128,
                .pattern = Pattern::UserPropertyKey,
                .doc = "The user property of the message that gets the value."}),
        member("thingAttribute", PICKET_FIELD(S, thing_attribute),
               with(kAttributeNameRule, {.doc = "An attribute of the thing as the value."})),
        member("connectionAttribute", PICKET_FIELD(S, connection_attribute),
               {.max = 128,
                .pattern = Pattern::ConnectionAttribute,
                .doc = "Something of the connection as the value, as iot:ClientId."}),
    };
};

struct Mqtt5Configuration {
    std::optional<std::vector<PropagatingAttribute>> propagating_attributes;
    bool operator==(const Mqtt5Configuration&) const = default;
};
template <>
struct Shape<Mqtt5Configuration> {
    using S = Mqtt5Configuration;
    static constexpr std::string_view name = "Mqtt5Configuration";
    static constexpr MemberInfo members[] = {
        member("propagatingAttributes", PICKET_FIELD(S, propagating_attributes),
               {.doc = "What is written into the user properties of messages."}),
    };
};

struct ThingType {
    std::string name;
    std::string id;
    std::optional<std::string> description;
    std::optional<std::vector<std::string>> searchable_attributes;
    std::optional<Mqtt5Configuration> mqtt5_configuration;
    Timestamp created;
    std::optional<Timestamp> deprecated;
    bool operator==(const ThingType&) const = default;
};
template <>
struct Shape<ThingType> {
    using S = ThingType;
    static constexpr std::string_view name = "ThingType";
    static constexpr MemberInfo members[] = {
        member("name", PICKET_FIELD(S, name)),
        member("id", PICKET_FIELD(S, id)),
        member("description", PICKET_FIELD(S, description)),
        member("searchableAttributes", PICKET_FIELD(S, searchable_attributes)),
        member("mqtt5Configuration", PICKET_FIELD(S, mqtt5_configuration)),
        member("created", PICKET_FIELD(S, created)),
        member("deprecated", PICKET_FIELD(S, deprecated)),
    };
};

struct ThingGroup {
    std::string name;
    std::string id;
    std::int64_t version = 1;
    std::optional<std::string> parent_name;
    std::optional<std::string> description;
    std::optional<StringMap<std::string>> attributes;
    Timestamp created;
    bool operator==(const ThingGroup&) const = default;
};
template <>
struct Shape<ThingGroup> {
    using S = ThingGroup;
    static constexpr std::string_view name = "ThingGroup";
    static constexpr MemberInfo members[] = {
        member("name", PICKET_FIELD(S, name)),
        member("id", PICKET_FIELD(S, id)),
        member("version", PICKET_FIELD(S, version)),
        member("parentName", PICKET_FIELD(S, parent_name)),
        member("description", PICKET_FIELD(S, description)),
        member("attributes", PICKET_FIELD(S, attributes)),
        member("created", PICKET_FIELD(S, created)),
    };
};

// A thing's place in a group; kept under (group, thing) and under (thing, group).
struct Membership {
    Timestamp since;
    bool operator==(const Membership&) const = default;
};
template <>
struct Shape<Membership> {
    using S = Membership;
    static constexpr std::string_view name = "Membership";
    static constexpr MemberInfo members[] = {member("since", PICKET_FIELD(S, since))};
};

}  // namespace picket
