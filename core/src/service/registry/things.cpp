// CreateThing, DescribeThing, ListThings, UpdateThing, DeleteThing.
// Not modelled: billing groups as resources: a thing keeps the name it is given, and it need not
// exist. ListThings reads the registry itself, so any attribute can be listed by, not only a type's
// searchable ones.
// Deleting an absent thing succeeds, as the reference says in words; that the model also declares
// ResourceNotFoundException for it is taken as a leftover.
#include "service/registry/things.h"
#include "service/arn.h"
#include "service/facts.h"
#include "service/op.h"
#include "service/paginate.h"
#include "service/pair_range.h"
#include "service/refuse.h"
#include "service/registry/attributes.h"
#include "service/registry/registry.h"
#include "service/registry/thing_types.h"
#include "service/tables.h"
#include "text/say.h"
#include "world/context.h"
#include "world/settings.h"

namespace picket {
namespace {

Refusal attributes_problem(const World& world, const Thing& thing) {
    const bool typed = thing.type_name.has_value();
    return attribute_count_problem(typed ? "A thing with a type" : "A thing without a type",
                                   thing.attributes.size(),
                                   setting_number(world, typed ? Setting::TypedThingAttributesMax
                                                               : Setting::ThingAttributesMax),
                                   kAttributesPath);
}

Result<CreateThingResponse> create_thing(World& world, Context& context,
                                         const CreateThingRequest& in) {
    Thing thing;
    thing.name = in.thing_name;
    PICKET_TRY(thing.attributes, new_attributes(in.attribute_payload, "attributePayload"));
    thing.type_name = in.thing_type_name;
    thing.billing_group_name = in.billing_group_name;

    const std::string arn = thing_arn(world, in.thing_name);
    if (const Thing* existing = world.things.find(in.thing_name)) {
        // The same definition again is the same answer again, so that a repeated request does no
        // harm.
        if (existing->attributes == thing.attributes && existing->type_name == thing.type_name &&
            existing->billing_group_name == thing.billing_group_name) {
            return CreateThingResponse{existing->name, arn, existing->id};
        }
        return already_exists("thing", in.thing_name, "UpdateThing", existing->id, arn);
    }
    if (auto problem = thing_type_problem(world, thing.type_name)) return problem;
    if (auto problem = attributes_problem(world, thing)) return problem;

    thing.id = id_uuid(context.new_id("thing"));
    thing.created = context.now();
    Facts facts;
    facts.text("thingId", thing.id)
        .number("attributes", static_cast<std::int64_t>(thing.attributes.size()));
    context.note("thing.created", thing.name, say("The thing '{}' was created.", thing.name),
                 facts.json());
    CreateThingResponse out = {thing.name, arn, thing.id};
    put_thing(world, std::move(thing));
    return out;
}

Result<DescribeThingResponse> describe_thing(const World& world, const DescribeThingRequest& in) {
    const Thing* thing = world.things.find(in.thing_name);
    if (thing == nullptr) return not_found("thing", in.thing_name, "CreateThing", "thingName");
    return DescribeThingResponse{
        thing->name,      thing->name,       thing->id,      thing_arn(world, thing->name),
        thing->type_name, thing->attributes, thing->version, thing->billing_group_name};
}

bool attribute_matches(const Thing& thing, const ListThingsRequest& in) {
    if (!in.attribute_name) return true;
    const std::string* value = thing.attributes.find(*in.attribute_name);
    if (value == nullptr || !in.attribute_value) return value != nullptr;
    return in.use_prefix_attribute_value.value_or(false) ? value->starts_with(*in.attribute_value)
                                                         : *value == *in.attribute_value;
}

Result<ListThingsResponse> list_things(const World& world, const ListThingsRequest& in) {
    if (in.attribute_value && !in.attribute_name) {
        return invalid("attributeValue needs attributeName, which says whose value is meant.",
                       "attributeValue");
    }
    if (in.use_prefix_attribute_value.value_or(false) && !in.attribute_value) {
        return invalid("usePrefixAttributeValue needs attributeValue, which holds the prefix.",
                       "usePrefixAttributeValue");
    }
    PICKET_TRY(
        const Page page,
        read_page("ListThings",
                  {filter_text(in.attribute_name), filter_text(in.attribute_value),
                   filter_text(in.thing_type_name), filter_text(in.use_prefix_attribute_value)},
                  in.max_results, in.next_token));
    ListThingsResponse out;
    auto add = [&](const Thing& thing) {
        out.things.push_back({thing.name, thing.type_name, thing_arn(world, thing.name),
                              thing.attributes, thing.version});
    };
    if (in.thing_type_name) {
        auto thing_of = [&](const auto& entry) -> const Thing& {
            return *world.things.find(entry.key.second);
        };
        PICKET_TRY(out.next_token,
                   walk_page(
                       page, world.things_by_type, PairKey{*in.thing_type_name, {}},
                       [&](const PairKey& key) { return key.first == *in.thing_type_name; },
                       [&](const auto& entry) { return attribute_matches(thing_of(entry), in); },
                       [&](const auto& entry) { add(thing_of(entry)); }));
    } else {
        PICKET_TRY(out.next_token,
                   walk_page(
                       page, world.things, std::string(), [](const std::string&) { return true; },
                       [&](const auto& entry) { return attribute_matches(entry.value, in); },
                       [&](const auto& entry) { add(entry.value); }));
    }
    return out;
}

Result<UpdateThingResponse> update_thing(World& world, Context& context,
                                         const UpdateThingRequest& in) {
    const bool remove_type = in.remove_thing_type.value_or(false);
    if (remove_type && in.thing_type_name) {
        return invalid("thingTypeName and removeThingType contradict each other. Send one of them.",
                       "removeThingType");
    }
    const Thing* before = world.things.find(in.thing_name);
    if (before == nullptr) return not_found("thing", in.thing_name, "CreateThing", "thingName");
    // Existence is checked before expectedVersion: pinned by
    // UpdateThing/bad-missing-and-stale.json.
    if (auto problem = version_problem("thing", in.thing_name, in.expected_version,
                                       before->version)) {
        return problem;
    }
    Thing thing = *before;
    if (remove_type) thing.type_name.reset();
    if (in.thing_type_name && in.thing_type_name != before->type_name) {
        if (auto problem = thing_type_problem(world, in.thing_type_name)) return problem;
        thing.type_name = in.thing_type_name;
    }
    thing.attributes = updated_attributes(before->attributes, in.attribute_payload);
    // Taking the type away can leave too many attributes; that is refused as adding them would be.
    if (auto problem = attributes_problem(world, thing)) return problem;
    ++thing.version;

    Facts facts;
    facts.number("version", thing.version)
        .number("attributes", static_cast<std::int64_t>(thing.attributes.size()));
    context.note("thing.updated", thing.name,
                 say("The thing '{}' was updated to version {}.", thing.name, thing.version),
                 facts.json());
    put_thing(world, std::move(thing));
    return UpdateThingResponse{};
}

Result<DeleteThingResponse> delete_thing(World& world, Context& context,
                                         const DeleteThingRequest& in) {
    const Thing* thing = world.things.find(in.thing_name);
    if (thing == nullptr) return DeleteThingResponse{};
    if (auto problem = version_problem("thing", in.thing_name, in.expected_version,
                                       thing->version)) {
        return problem;
    }
    const std::vector<std::string> principals = pair_seconds(world.thing_principals, in.thing_name);
    if (!principals.empty()) {
        return invalid(say("The thing '{}' has {} attached to it, '{}' among them. Detach them "
                           "with DetachThingPrincipal first.",
                           in.thing_name,
                           counted(static_cast<std::int64_t>(principals.size()), "principal"),
                           principals.front()),
                       "thingName");
    }
    const std::int64_t version = thing->version;
    const std::vector<std::string> groups = erase_thing(world, in.thing_name);
    Facts facts;
    facts.number("version", version).texts("groups", groups);
    context.note("thing.deleted", in.thing_name,
                 say("The thing '{}' was deleted; it was in {}.", in.thing_name,
                     counted(static_cast<std::int64_t>(groups.size()), "group")),
                 facts.json());
    return DeleteThingResponse{};
}

using enum ErrorCode;

constexpr Operation kThingOperations[] = {
    op<&create_thing>("CreateThing", "Things", Method::Post, "/things/{thingName}",
                      errors<InvalidRequest, Throttling, Unauthorized, ServiceUnavailable,
                             InternalFailure, ResourceAlreadyExists, ResourceNotFound>(),
                      "Registers a thing. The same definition again succeeds; another one under "
                      "the same name does not."),
    op<&describe_thing>("DescribeThing", "Things", Method::Get, "/things/{thingName}",
                        errors<ResourceNotFound, InvalidRequest, Throttling, Unauthorized,
                               ServiceUnavailable, InternalFailure>(),
                        "Tells what the registry knows about a thing."),
    op<&list_things>(
        "ListThings", "Things", Method::Get, "/things",
        errors<InvalidRequest, Throttling, Unauthorized, ServiceUnavailable, InternalFailure>(),
        "Lists things by name, optionally those of a type or with an attribute."),
    op<&update_thing>("UpdateThing", "Things", Method::Patch, "/things/{thingName}",
                      errors<InvalidRequest, VersionConflict, Throttling, Unauthorized,
                             ServiceUnavailable, InternalFailure, ResourceNotFound>(),
                      "Changes a thing's type and attributes; its version grows by one."),
    op<&delete_thing>("DeleteThing", "Things", Method::Delete, "/things/{thingName}",
                      errors<ResourceNotFound, VersionConflict, InvalidRequest, Throttling,
                             Unauthorized, ServiceUnavailable, InternalFailure>(),
                      "Removes a thing from the registry and from its groups."),
};

}  // namespace

std::span<const Operation> thing_operations() { return kThingOperations; }

}  // namespace picket
