// CreateThingType, DescribeThingType, ListThingTypes, UpdateThingType, DeprecateThingType,
// DeleteThingType. A deprecated type takes no new things, and is deleted five minutes later at the
// earliest; things keep the name of a deleted type. Not modelled: that mqtt5Configuration enriches
// messages, which nobody receives here; it is kept and told.
#include "service/registry/thing_types.h"

#include "service/arn.h"
#include "service/facts.h"
#include "service/op.h"
#include "service/paginate.h"
#include "service/refuse.h"
#include "service/registry/attributes.h"
#include "service/registry/tags.h"
#include "service/tables.h"
#include "text/say.h"
#include "world/context.h"
#include "world/settings.h"

namespace picket {
namespace {

constexpr std::size_t kSearchableAttributesMax = 3;
constexpr std::int64_t kDeprecatedBeforeDeletion = 5 * kMinute;

Refusal searchable_problem(const std::optional<ThingTypeProperties>& properties) {
    if (!properties || !properties->searchable_attributes) return std::nullopt;
    const std::size_t count = properties->searchable_attributes->size();
    if (count <= kSearchableAttributesMax) return std::nullopt;
    return invalid(
        say("A thing type can have 3 searchable attributes, and the request has {}. Remove some.",
            count),
        "thingTypeProperties.searchableAttributes");
}

Refusal type_not_found(const std::string& name) {
    return not_found("thing type", name, "CreateThingType", "thingTypeName");
}

ThingTypeProperties properties_of(const ThingType& type) {
    return {type.description, type.searchable_attributes, type.mqtt5_configuration};
}
ThingTypeMetadata metadata_of(const ThingType& type) {
    return {type.deprecated.has_value(), type.deprecated, type.created};
}

void note_type(Context& context, const std::string& name, const char* kind,
               std::string_view what) {
    Facts facts;
    facts.text("thingType", name);
    context.note(kind, name, say("The thing type '{}' was {}.", name, what), facts.json());
}

// The same definition again is the same answer again, as the reference says.
Result<CreateThingTypeResponse> create_thing_type(World& world, Context& context,
                                                  const CreateThingTypeRequest& in) {
    if (auto problem = searchable_problem(in.thing_type_properties)) return problem;
    ThingType type;
    type.name = in.thing_type_name;
    if (in.thing_type_properties) {
        type.description = in.thing_type_properties->thing_type_description;
        type.searchable_attributes = in.thing_type_properties->searchable_attributes;
        type.mqtt5_configuration = in.thing_type_properties->mqtt5_configuration;
    }
    const std::string arn = thing_type_arn(world, type.name);
    if (const ThingType* existing = world.thing_types.find(type.name)) {
        if (existing->description == type.description &&
            existing->searchable_attributes == type.searchable_attributes &&
            existing->mqtt5_configuration == type.mqtt5_configuration) {
            return CreateThingTypeResponse{existing->name, arn, existing->id};
        }
        return already_exists("thing type", type.name, "UpdateThingType", existing->id, arn);
    }
    if (auto problem = tags_problem(world, in.tags)) return problem;
    type.id = id_uuid(context.new_id("thingtype"));
    type.created = context.now();
    note_type(context, type.name, "type.created", "created");
    put_tags(world, arn, in.tags);
    CreateThingTypeResponse out = {type.name, arn, type.id};
    world.thing_types.put(out.thing_type_name, std::move(type));
    return out;
}

Result<DescribeThingTypeResponse> describe_thing_type(const World& world,
                                                      const DescribeThingTypeRequest& in) {
    const ThingType* type = world.thing_types.find(in.thing_type_name);
    if (type == nullptr) return type_not_found(in.thing_type_name);
    return DescribeThingTypeResponse{type->name, type->id, thing_type_arn(world, type->name),
                                     properties_of(*type), metadata_of(*type)};
}

Result<ListThingTypesResponse> list_thing_types(const World& world,
                                                const ListThingTypesRequest& in) {
    PICKET_TRY(const Page page, read_page("ListThingTypes", {filter_text(in.thing_type_name)},
                                          in.max_results, in.next_token));
    ListThingTypesResponse out;
    PICKET_TRY(out.next_token,
               walk_page(
                   page, world.thing_types, in.thing_type_name.value_or(std::string()),
                   [&](const std::string& key) {
                       return !in.thing_type_name || key == *in.thing_type_name;
                   },
                   [](const auto&) { return true; },
                   [&](const auto& entry) {
                       const ThingType& type = entry.value;
                       out.thing_types.push_back({type.name, thing_type_arn(world, type.name),
                                                  properties_of(type), metadata_of(type)});
                   }));
    return out;
}

Result<UpdateThingTypeResponse> update_thing_type(World& world, Context& context,
                                                  const UpdateThingTypeRequest& in) {
    if (auto problem = searchable_problem(in.thing_type_properties)) return problem;
    if (!world.thing_types.contains(in.thing_type_name)) return type_not_found(in.thing_type_name);
    const auto properties = in.thing_type_properties.value_or(ThingTypeProperties());
    world.thing_types.update(in.thing_type_name, [&](ThingType& row) {
        if (properties.thing_type_description) row.description = properties.thing_type_description;
        if (properties.searchable_attributes)
            row.searchable_attributes = properties.searchable_attributes;
        if (properties.mqtt5_configuration)
            row.mqtt5_configuration = properties.mqtt5_configuration;
    });
    note_type(context, in.thing_type_name, "type.updated", "updated");
    return UpdateThingTypeResponse{};
}

// Deprecating again keeps the date of the first time.
Result<DeprecateThingTypeResponse> deprecate_thing_type(World& world, Context& context,
                                                        const DeprecateThingTypeRequest& in) {
    if (!world.thing_types.contains(in.thing_type_name)) return type_not_found(in.thing_type_name);
    const bool undo = in.undo_deprecate.value_or(false);
    world.thing_types.update(in.thing_type_name, [&](ThingType& row) {
        if (undo) row.deprecated.reset();
        if (!undo && !row.deprecated) row.deprecated = context.now();
    });
    note_type(context, in.thing_type_name, undo ? "type.restored" : "type.deprecated",
              undo ? "made good for new things again" : "deprecated");
    return DeprecateThingTypeResponse{};
}

Result<DeleteThingTypeResponse> delete_thing_type(World& world, Context& context,
                                                  const DeleteThingTypeRequest& in) {
    const ThingType* type = world.thing_types.find(in.thing_type_name);
    if (type == nullptr) return type_not_found(in.thing_type_name);
    if (!type->deprecated) {
        return invalid(say("The thing type '{}' is not deprecated. Deprecate it with "
                           "DeprecateThingType, and delete it five minutes later.",
                           type->name),
                       "thingTypeName");
    }
    const Timestamp earliest = *type->deprecated + kDeprecatedBeforeDeletion;
    if (context.now() < earliest) {
        return invalid(say("The thing type '{}' was deprecated less than five minutes ago. Delete "
                           "it after {}.",
                           type->name, to_iso(earliest)),
                       "thingTypeName");
    }
    erase_tags(world, thing_type_arn(world, in.thing_type_name));
    world.thing_types.erase(in.thing_type_name);
    note_type(context, in.thing_type_name, "type.deleted", "deleted");
    return DeleteThingTypeResponse{};
}

using enum ErrorCode;

constexpr std::string_view kGroup = "Thing types";
constexpr auto kLookUp = errors<ResourceNotFound, InvalidRequest, Throttling, Unauthorized,
                                ServiceUnavailable, InternalFailure>();

constexpr Operation kThingTypeOperations[] = {
    op<&create_thing_type>("CreateThingType", kGroup, Method::Post, "/thing-types/{thingTypeName}",
                           errors<InvalidRequest, Throttling, Unauthorized, ServiceUnavailable,
                                  InternalFailure, ResourceAlreadyExists>(),
                           "Creates a type; its things can have more attributes."),
    op<&describe_thing_type>("DescribeThingType", kGroup, Method::Get,
                             "/thing-types/{thingTypeName}", kLookUp, "Tells what a type is."),
    op<&list_thing_types>(
        "ListThingTypes", kGroup, Method::Get, "/thing-types",
        errors<InvalidRequest, Throttling, Unauthorized, ServiceUnavailable, InternalFailure>(),
        "Lists types by name."),
    op<&update_thing_type>("UpdateThingType", kGroup, Method::Patch, "/thing-types/{thingTypeName}",
                           kLookUp, "Changes a type's properties; those left out stay."),
    op<&deprecate_thing_type>("DeprecateThingType", kGroup, Method::Post,
                              "/thing-types/{thingTypeName}/deprecate", kLookUp,
                              "Closes a type for new things, or opens it again."),
    op<&delete_thing_type>("DeleteThingType", kGroup, Method::Delete,
                           "/thing-types/{thingTypeName}", kLookUp,
                           "Deletes a type that has been deprecated for five minutes."),
};

}  // namespace

Refusal thing_type_problem(const World& world, const std::optional<std::string>& name) {
    if (!name) return std::nullopt;
    const ThingType* type = world.thing_types.find(*name);
    if (type == nullptr) {
        if (setting_is(world, Setting::UnknownThingTypes, "accept")) return std::nullopt;
        return type_not_found(*name);
    }
    if (!type->deprecated) return std::nullopt;
    return invalid(say("The thing type '{}' is deprecated and takes no more things. Choose "
                       "another, or open it again with DeprecateThingType and undoDeprecate.",
                       *name),
                   "thingTypeName");
}

std::span<const Operation> thing_type_operations() { return kThingTypeOperations; }

}  // namespace picket
