// What is said of a thing group. Its list is a tree: views/groups.cpp.
#include "items/areas.h"
#include "items/rows.h"

namespace picket::ui {

void describe_group(const World& world, const TableInfo::Row& row, Dossier& dossier) {
    const auto& group = value_as<ThingGroup>(row);
    const std::string arn = iot_arn(world, "thinggroup", group.name);
    const DynamicGroup* dynamic = world.dynamic_groups.find(group.name);
    dossier.title = dossier.mentions = group.name;
    dossier.subtitle = arn;
    FactGroup& facts = dossier.group("");
    if (group.description) facts.facts.push_back({"Description", *group.description});
    if (group.parent_name)
        facts.facts.push_back(
            {"Parent", *group.parent_name, Tone::Plain, {"groups", *group.parent_name}});
    if (dynamic != nullptr) {
        dossier.state = enum_word(dynamic->status);
        facts.facts.push_back({"Query", dynamic->query_string});
    }
    for (const auto& [name, value] : group.attributes.value_or(StringMap<std::string>()))
        facts.facts.push_back({name, value});
    facts.facts.push_back({"Created", time_text(group.created)});
    add_pairs(dossier.group("Groups in it"), world.group_children, group.name, "groups");
    add_pairs(dossier.group("Things in it"), world.group_things, group.name, "things");
    add_pairs(dossier.group("Security profiles attached to it"), world.target_profiles, arn,
              "profiles");
    add_pairs(dossier.group("Policies attached to it"), world.target_policies, arn, "policies");
    const std::string_view name = group.name;
    const std::string description = "{\"thingGroupName\":" + json_text(name) +
                                    ",\"thingGroupProperties\":{\"thingGroupDescription\":" +
                                    json_text(group.description.value_or("")) + "}";
    if (dynamic != nullptr) {
        dossier.actions = {
            {"Edit", "UpdateDynamicThingGroup",
             description + ",\"queryString\":" + json_text(dynamic->query_string) + "}"},
            {"Delete", "DeleteDynamicThingGroup", json_object({{"thingGroupName", name}})}};
        return;
    }
    dossier.actions = {
        {"Edit", "UpdateThingGroup", description + "}"},
        {"Add thing", "AddThingToThingGroup",
         json_object({{"thingGroupName", name}, {"thingName", ""}})},
        {"New subgroup", "CreateThingGroup",
         json_object({{"thingGroupName", ""}, {"parentGroupName", name}})},
        {"Attach profile", "AttachSecurityProfile",
         json_object({{"securityProfileName", ""}, {"securityProfileTargetArn", arn}})},
        {"Delete", "DeleteThingGroup", json_object({{"thingGroupName", name}})},
    };
}

}  // namespace picket::ui
