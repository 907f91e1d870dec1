// Detect: security profiles, and what they measure.
#include "demo.h"
#include "items/areas.h"
#include "items/rows.h"
#include "items/words.h"

namespace picket::ui {
namespace {

using Row = TableInfo::Row;

constexpr GridColumn kProfileColumns[] = {
    {"Name", 240, Look::Strong, false,
     [](const World&, const Row& row, Cell& cell) {
         put_text(cell, value_as<SecurityProfile>(row).name);
     }},
    {"Behaviors", 88, Look::Text, true,
     [](const World&, const Row& row, Cell& cell) {
         const auto& behaviors = value_as<SecurityProfile>(row).behaviors;
         put_number(cell, behaviors ? static_cast<std::int64_t>(behaviors->size()) : 0);
     }},
    {"Targets", 80, Look::Text, true,
     [](const World& world, const Row& row, Cell& cell) {
         put_number(cell, static_cast<std::int64_t>(count_pairs(
                              world.profile_targets, value_as<SecurityProfile>(row).name)));
     }},
    {"Watches", 280, Look::Text, false,
     [](const World&, const Row& row, Cell& cell) {
         const auto& behaviors = value_as<SecurityProfile>(row).behaviors;
         if (behaviors && !behaviors->empty()) put_text(cell, behavior_words(behaviors->front()));
     }},
    {"Modified", 168, Look::Quiet, true,
     [](const World&, const Row& row, Cell& cell) {
         put_time(cell, value_as<SecurityProfile>(row).modified);
     }},
};

void add_behaviors(const World& world, const SecurityProfile& profile, Dossier& dossier) {
    std::int64_t place = 0;
    for (const Behavior& behavior : profile.behaviors.value_or(std::vector<Behavior>())) {
        FactGroup& group = dossier.group("Behavior " + behavior.name);
        add_behavior(behavior, group);
        group.facts.push_back({"On devices",
                               "Why it alarms, or not",
                               Tone::Plain,
                               {"why", '\n' + profile.name + '\n' + behavior.name}});
        const BehaviorModel* model = world.behavior_models.find(
            BehaviorPlace{profile.name, place++});
        if (model != nullptr)
            group.facts.push_back({"Model",
                                   std::string(enum_word(model->status)) + ", " +
                                       count_text(static_cast<std::size_t>(model->datapoints)) +
                                       " datapoints",
                                   tone_of_state(enum_word(model->status))});
    }
}

std::string profile_update(const SecurityProfile& profile) {
    std::string body = "{\"securityProfileName\":" + json_text(profile.name);
    if (profile.description)
        body += ",\"securityProfileDescription\":" + json_text(*profile.description);
    if (profile.behaviors) body += ",\"behaviors\":" + to_json(*profile.behaviors);
    if (profile.alert_targets) body += ",\"alertTargets\":" + to_json(*profile.alert_targets);
    return body + '}';
}

void describe_profile(const World& world, const Row& row, Dossier& dossier) {
    const auto& profile = value_as<SecurityProfile>(row);
    dossier.title = dossier.mentions = profile.name;
    dossier.subtitle = iot_arn(world, "securityprofile", profile.name);
    FactGroup& facts = dossier.group("");
    if (profile.description) facts.facts.push_back({"Description", *profile.description});
    facts.facts.push_back({"Version", std::to_string(profile.version)});
    facts.facts.push_back({"Modified", time_text(profile.modified)});
    for (const auto& [kind, target] : profile.alert_targets.value_or(AlertTargets()))
        facts.facts.push_back({"Alarms go to", target.alert_target_arn});
    add_behaviors(world, profile, dossier);
    FactGroup& targets = dossier.group("Attached to");
    add_pairs(targets, world.profile_targets, profile.name, "things");
    for (Fact& fact : targets.facts) fact.link = item_of_arn(world, fact.text);
    FactGroup alarms{"Alarms that are on"};
    add_facet(alarms, world.active_violations_by, "profile=" + profile.name,
              [&](const NewestFirst& key) -> std::optional<Fact> {
                  const ActiveViolation* alarm = world.active_violations.find(key);
                  if (alarm == nullptr) return std::nullopt;
                  return Fact{{},
                              alarm->behavior.name + " on " + alarm->thing_name,
                              Tone::Danger,
                              {"alarms", write_key(key)}};
              });
    if (!alarms.facts.empty()) dossier.groups.push_back(std::move(alarms));
    const std::string name = json_object({{"securityProfileName", profile.name}});
    dossier.actions = {
        {"Edit", "UpdateSecurityProfile", profile_update(profile)},
        {"Attach", "AttachSecurityProfile",
         json_object({{"securityProfileName", profile.name},
                      {"securityProfileTargetArn",
                       "arn:aws:iot:" + world.region + ':' + world.account + ":all/things"}})},
        {"Delete", "DeleteSecurityProfile", name},
    };
}

constexpr GridColumn kMetricColumns[] = {
    {"Name", 208, Look::Strong, false,
     [](const World&, const Row& row, Cell& cell) {
         put_text(cell, value_as<CustomMetric>(row).name);
     }},
    {"Type", 144, Look::Text, false,
     [](const World&, const Row& row, Cell& cell) {
         put_text(cell, enum_word(value_as<CustomMetric>(row).type));
     }},
    {"Display name", 192, Look::Text, false,
     [](const World&, const Row& row, Cell& cell) {
         put_text(cell, value_as<CustomMetric>(row).display_name.value_or(""));
     }},
    {"Profiles", 88, Look::Text, true,
     [](const World& world, const Row& row, Cell& cell) {
         put_number(cell, static_cast<std::int64_t>(count_pairs(world.profiles_by_metric,
                                                                value_as<CustomMetric>(row).name)));
     }},
};

void describe_metric(const World& world, const Row& row, Dossier& dossier) {
    const auto& metric = value_as<CustomMetric>(row);
    dossier.title = dossier.mentions = metric.name;
    FactGroup& facts = dossier.group("");
    facts.facts.push_back({"Type", std::string(enum_word(metric.type))});
    if (metric.display_name) facts.facts.push_back({"Display name", *metric.display_name});
    facts.facts.push_back({"Created", time_text(metric.created)});
    add_pairs(dossier.group("Profiles that watch it"), world.profiles_by_metric, metric.name,
              "profiles");
    dossier.actions = {
        {"Edit", "UpdateCustomMetric",
         json_object({{"metricName", metric.name},
                      {"displayName", metric.display_name.value_or(metric.name)}})},
        {"Delete", "DeleteCustomMetric", json_object({{"metricName", metric.name}})},
    };
}

constexpr GridColumn kDimensionColumns[] = {
    {"Name", 208, Look::Strong, false,
     [](const World&, const Row& row, Cell& cell) {
         put_text(cell, value_as<Dimension>(row).name);
     }},
    {"Topic filters", 280, Look::Mono, false,
     [](const World&, const Row& row, Cell& cell) {
         for (const std::string& filter : value_as<Dimension>(row).string_values)
             cell.text += (cell.text.empty() ? "" : ", ") + filter;
     }},
    {"Profiles", 88, Look::Text, true,
     [](const World& world, const Row& row, Cell& cell) {
         put_number(cell, static_cast<std::int64_t>(count_pairs(world.profiles_by_dimension,
                                                                value_as<Dimension>(row).name)));
     }},
};

void describe_dimension(const World& world, const Row& row, Dossier& dossier) {
    const auto& dimension = value_as<Dimension>(row);
    dossier.title = dossier.mentions = dimension.name;
    dossier.subtitle = iot_arn(world, "dimension", dimension.name);
    FactGroup& facts = dossier.group("Messages to these topics");
    for (const std::string& filter : dimension.string_values) facts.facts.push_back({{}, filter});
    add_pairs(dossier.group("Profiles that use it"), world.profiles_by_dimension, dimension.name,
              "profiles");
    dossier.actions = {
        {"Edit", "UpdateDimension",
         "{\"name\":" + json_text(dimension.name) +
             ",\"stringValues\":" + to_json(dimension.string_values) + "}"},
        {"Delete", "DeleteDimension", json_object({{"name", dimension.name}})},
    };
}

using Text = std::string;
constexpr Section kDetect[] = {
    {.area = Area::Detect,
     .id = "profiles",
     .title = "Security profiles",
     .table = "securityProfiles",
     .columns = kProfileColumns,
     .key = row_key<Text>,
     .place = row_place<Text, &World::security_profiles>,
     .describe = describe_profile,
     .empty = {"No security profiles yet",
               "A profile says how devices behave when all is well. What differs raises an alarm.",
               "Create a profile", "CreateSecurityProfile"},
     .create = "CreateSecurityProfile",
     .create_label = "New profile"},
    {.area = Area::Detect,
     .id = "metrics",
     .title = "Metric values",
     .table = "metricValues",
     .empty =
         {"No values of metrics yet",
          "Values that profiles retain are drawn here over time. A documented ListMetricValues "
          "response can be loaded.",
          "Load sample values", "LoadDocumentedResponse", sample_metric_values},
     .draw = draw_metrics},
    {.area = Area::Detect,
     .id = "custom-metrics",
     .title = "Custom metrics",
     .table = "customMetrics",
     .columns = kMetricColumns,
     .key = row_key<Text>,
     .place = row_place<Text, &World::custom_metrics>,
     .describe = describe_metric,
     .empty = {"No custom metrics yet", "What your devices report beyond the built-in metrics.",
               "Create a custom metric", "CreateCustomMetric"},
     .create = "CreateCustomMetric",
     .create_label = "New metric"},
    {.area = Area::Detect,
     .id = "dimensions",
     .title = "Dimensions",
     .table = "dimensions",
     .columns = kDimensionColumns,
     .key = row_key<Text>,
     .place = row_place<Text, &World::dimensions>,
     .describe = describe_dimension,
     .empty = {"No dimensions yet", "A dimension narrows a metric to the messages of some topics.",
               "Create a dimension", "CreateDimension"},
     .create = "CreateDimension",
     .create_label = "New dimension"},
};

}  // namespace

std::span<const Section> detect_sections() { return kDetect; }

}  // namespace picket::ui
