// Checks of indexing configurations, and the managed fields of the guide.
#include "service/registry/indexing_check.h"

#include <algorithm>

#include "service/refuse.h"
#include "text/say.h"
#include "world/settings.h"

namespace picket {
namespace {

using enum IndexFieldType;

struct ManagedField {
    std::string_view name;
    IndexFieldType type;
};
constexpr ManagedField kRegistryFields[] = {
    {"thingName", String},
    {"thingId", String},
    {"registry.version", Number},
    {"registry.thingTypeName", String},
    {"registry.thingGroupNames", String},
};
constexpr ManagedField kShadowFields[] = {{"shadow.version", Number}, {"shadow.hasDelta", Boolean}};
constexpr ManagedField kConnectivityFields[] = {
    {"connectivity.version", Number},
    {"connectivity.timestamp", Number},
    {"connectivity.connected", Boolean},
    {"connectivity.disconnectReason", String},
};
constexpr ManagedField kViolationFields[] = {{"deviceDefender.violationCount", Number}};
constexpr ManagedField kThingGroupFields[] = {
    {"thingGroupName", String},   {"thingGroupId", String}, {"description", String},
    {"parentGroupNames", String}, {"version", Number},
};

void show(std::vector<IndexField>& out, std::span<const ManagedField> fields) {
    for (const ManagedField& field : fields) out.push_back({std::string(field.name), field.type});
}

bool is_managed(std::string_view name) {
    auto has = [&](std::span<const ManagedField> fields) {
        return std::any_of(fields.begin(), fields.end(),
                           [&](const ManagedField& field) { return field.name == name; });
    };
    return has(kRegistryFields) || has(kShadowFields) || has(kConnectivityFields) ||
           has(kViolationFields) || has(kThingGroupFields);
}

Refusal custom_fields_problem(const World& world,
                              const std::optional<std::vector<IndexField>>& fields,
                              const std::string& path) {
    if (!fields) return std::nullopt;
    const std::int64_t max = setting_number(world, Setting::CustomFieldsMax);
    if (static_cast<std::int64_t>(fields->size()) > max) {
        return invalid(say("An index can have {}, and the request has {}. Remove some.",
                           counted(max, "custom field"), fields->size()),
                       path);
    }
    for (std::size_t i = 0; i < fields->size(); ++i) {
        const IndexField& field = (*fields)[i];
        const std::string place = say("{}[{}]", path, i);
        if (!field.name || field.name->empty() || !field.type)
            return invalid("A custom field needs a name and a type.", place);
        if (is_managed(*field.name)) {
            return invalid(say("'{}' is a managed field: the service knows its type. Leave it out.",
                               *field.name),
                           say("{}.name", place));
        }
        for (std::size_t j = 0; j < i; ++j) {
            if ((*fields)[j].name != field.name) continue;
            return invalid(say("The custom field '{}' is given twice. Name it once.", *field.name),
                           say("{}.name", place));
        }
    }
    return std::nullopt;
}

// They may be sent as they were read, and say nothing new.
Refusal managed_fields_problem(const std::optional<std::vector<IndexField>>& fields,
                               const std::string& path) {
    if (!fields) return std::nullopt;
    for (std::size_t i = 0; i < fields->size(); ++i) {
        const IndexField& field = (*fields)[i];
        if (field.name && is_managed(*field.name)) continue;
        return invalid(say("managedFields cannot be changed, and {} is none of them. Put it into "
                           "customFields.",
                           field.name ? quoted(*field.name) : std::string("a field without name")),
                       say("{}[{}].name", path, i));
    }
    return std::nullopt;
}

Refusal filter_problem(const World& world, const ThingIndexingConfiguration& things,
                       const std::string& path) {
    if (!things.filter) return std::nullopt;
    const bool named = things.named_shadow_indexing_mode == NamedShadowIndexingMode::On;
    if (things.filter->named_shadow_names && !named) {
        return invalid("namedShadowNames has a meaning only while namedShadowIndexingMode is ON.",
                       say("{}.filter.namedShadowNames", path));
    }
    const auto& places = things.filter->geo_locations;
    if (!places) return std::nullopt;
    const std::int64_t max = setting_number(world, Setting::CustomFieldsMax);
    if (static_cast<std::int64_t>(places->size()) > max) {
        return invalid(
            say("An index can have {} with a place, and the request has {}. Remove some.",
                counted(max, "field"), places->size()),
            say("{}.filter.geoLocations", path));
    }
    if (things.thing_indexing_mode != ThingIndexingMode::RegistryAndShadow && !named) {
        return invalid("Places are kept in shadows: set thingIndexingMode to REGISTRY_AND_SHADOW, "
                       "or namedShadowIndexingMode to ON.",
                       say("{}.filter.geoLocations", path));
    }
    return std::nullopt;
}

Refusal things_problem(const World& world, const ThingIndexingConfiguration& things) {
    const std::string path = "thingIndexingConfiguration";
    if (things.thing_indexing_mode == ThingIndexingMode::Off) {
        auto needs_index = [&](std::string_view member) {
            return invalid(say("{} needs the index of things: set thingIndexingMode to REGISTRY or "
                               "REGISTRY_AND_SHADOW.",
                               member),
                           say("{}.{}", path, member));
        };
        if (things.thing_connectivity_indexing_mode == ThingConnectivityIndexingMode::Status)
            return needs_index("thingConnectivityIndexingMode");
        if (things.device_defender_indexing_mode == DeviceDefenderIndexingMode::Violations)
            return needs_index("deviceDefenderIndexingMode");
        if (things.named_shadow_indexing_mode == NamedShadowIndexingMode::On)
            return needs_index("namedShadowIndexingMode");
        // The guide: it cannot be turned off until all dynamic groups are deleted.
        if (!world.dynamic_groups.empty()) {
            return invalid(say("The account has {}, which need the index of things. Delete them "
                               "first; one is '{}'.",
                               counted(static_cast<std::int64_t>(world.dynamic_groups.size()),
                                       "dynamic thing group"),
                               world.dynamic_groups.begin()->key),
                           say("{}.thingIndexingMode", path));
        }
    }
    if (auto problem = managed_fields_problem(things.managed_fields, say("{}.managedFields", path)))
        return problem;
    if (auto problem = custom_fields_problem(world, things.custom_fields,
                                             say("{}.customFields", path)))
        return problem;
    return filter_problem(world, things, path);
}

}  // namespace

Refusal indexing_problem(const World& world,
                         const std::optional<ThingIndexingConfiguration>& things,
                         const std::optional<ThingGroupIndexingConfiguration>& thing_groups) {
    if (!things && !thing_groups) {
        return invalid("Neither thingIndexingConfiguration nor thingGroupIndexingConfiguration is "
                       "given. Send at least one.");
    }
    if (things) {
        if (auto problem = things_problem(world, *things)) return problem;
    }
    if (!thing_groups) return std::nullopt;
    const std::string path = "thingGroupIndexingConfiguration";
    if (auto problem = managed_fields_problem(thing_groups->managed_fields,
                                              say("{}.managedFields", path)))
        return problem;
    return custom_fields_problem(world, thing_groups->custom_fields, say("{}.customFields", path));
}

void show_managed_fields(FleetIndexing& indexing) {
    ThingIndexingConfiguration& things = indexing.things;
    if (things.thing_indexing_mode != ThingIndexingMode::Off) {
        std::vector<IndexField>& fields = things.managed_fields.emplace();
        show(fields, kRegistryFields);
        if (things.thing_indexing_mode == ThingIndexingMode::RegistryAndShadow)
            show(fields, kShadowFields);
        if (things.thing_connectivity_indexing_mode == ThingConnectivityIndexingMode::Status)
            show(fields, kConnectivityFields);
        if (things.device_defender_indexing_mode == DeviceDefenderIndexingMode::Violations)
            show(fields, kViolationFields);
    }
    if (indexing.thing_groups.thing_group_indexing_mode == ThingGroupIndexingMode::On)
        show(indexing.thing_groups.managed_fields.emplace(), kThingGroupFields);
}

}  // namespace picket
