// Fleet: things and their types, certificates, policies.
#include "items/areas.h"
#include "items/rows.h"

namespace picket::ui {
namespace {

using Row = TableInfo::Row;

std::string words_of_map(const StringMap<std::string>& map) {
    std::string text;
    for (const auto& [name, value] : map) text += (text.empty() ? "" : ", ") + name + " = " + value;
    return text;
}

constexpr GridColumn kThingColumns[] = {
    {"Name", 192, Look::Strong, false,
     [](const World&, const Row& row, Cell& cell) { put_text(cell, value_as<Thing>(row).name); }},
    {"Type", 112, Look::Text, false,
     [](const World&, const Row& row, Cell& cell) {
         put_text(cell, value_as<Thing>(row).type_name.value_or(""));
     }},
    {"Attributes", 240, Look::Text, false,
     [](const World&, const Row& row, Cell& cell) {
         put_text(cell, words_of_map(value_as<Thing>(row).attributes));
     }},
    {"Groups", 80, Look::Text, true,
     [](const World& world, const Row& row, Cell& cell) {
         put_number(cell, static_cast<std::int64_t>(
                              count_pairs(world.thing_groups_of, value_as<Thing>(row).name)));
     }},
    {"Created", 168, Look::Quiet, true,
     [](const World&, const Row& row, Cell& cell) {
         put_time(cell, value_as<Thing>(row).created);
     }},
};

void add_alarms_of(const World& world, const std::string& thing, Dossier& dossier) {
    FactGroup group{"Alarms that are on"};
    add_facet(group, world.active_violations_by, "thing=" + thing,
              [&](const NewestFirst& key) -> std::optional<Fact> {
                  const ActiveViolation* alarm = world.active_violations.find(key);
                  if (alarm == nullptr) return std::nullopt;
                  return Fact{{},
                              alarm->behavior.name + " of " + alarm->security_profile_name,
                              Tone::Danger,
                              {"alarms", write_key(key)}};
              });
    if (!group.facts.empty()) dossier.groups.push_back(std::move(group));
}

void describe_thing(const World& world, const Row& row, Dossier& dossier) {
    const auto& thing = value_as<Thing>(row);
    const std::string arn = iot_arn(world, "thing", thing.name);
    dossier.title = dossier.mentions = thing.name;
    dossier.subtitle = arn;
    FactGroup& facts = dossier.group("");
    if (thing.type_name)
        facts.facts.push_back({"Type", *thing.type_name, Tone::Plain, {"types", *thing.type_name}});
    if (thing.billing_group_name)
        facts.facts.push_back({"Billing group", *thing.billing_group_name});
    for (const auto& [name, value] : thing.attributes) facts.facts.push_back({name, value});
    facts.facts.push_back({"Version", std::to_string(thing.version)});
    facts.facts.push_back({"Created", time_text(thing.created)});
    add_alarms_of(world, thing.name, dossier);
    add_watching(world, thing.name, dossier);
    add_pairs(dossier.group("Groups"), world.thing_groups_of, thing.name, "groups");
    FactGroup& principals = dossier.group("Principals");
    add_pairs(principals, world.thing_principals, thing.name, "certificates");
    for (Fact& fact : principals.facts) fact.link = item_of_arn(world, fact.text);
    FactGroup& profiles = dossier.group("Security profiles attached to it");
    add_pairs(profiles, world.target_profiles, arn, "profiles");
    const std::string_view name = thing.name;
    dossier.actions = {
        {"Edit", "UpdateThing",
         "{\"thingName\":" + json_text(name) + ",\"attributePayload\":{\"attributes\":" +
             to_json(thing.attributes) + ",\"merge\":false}}"},
        {"Add to group", "AddThingToThingGroup", json_object({{"thingName", name}})},
        {"Attach certificate", "AttachThingPrincipal",
         "{\"thingName\":" + json_text(name) + ",\"principal\":\"\"}"},
        {"Delete", "DeleteThing", json_object({{"thingName", name}})},
    };
}

constexpr GridColumn kTypeColumns[] = {
    {"Name", 192, Look::Strong, false,
     [](const World&, const Row& row, Cell& cell) {
         put_text(cell, value_as<ThingType>(row).name);
     }},
    {"Things", 88, Look::Text, true,
     [](const World& world, const Row& row, Cell& cell) {
         put_number(cell, static_cast<std::int64_t>(
                              count_pairs(world.things_by_type, value_as<ThingType>(row).name)));
     }},
    {"State", 128, Look::State, false,
     [](const World&, const Row& row, Cell& cell) {
         put_text(cell, value_as<ThingType>(row).deprecated ? "DEPRECATED" : "ACTIVE");
     }},
    {"Description", 240, Look::Text, false,
     [](const World&, const Row& row, Cell& cell) {
         put_text(cell, value_as<ThingType>(row).description.value_or(""));
     }},
    {"Created", 168, Look::Quiet, true,
     [](const World&, const Row& row, Cell& cell) {
         put_time(cell, value_as<ThingType>(row).created);
     }},
};

void describe_type(const World& world, const Row& row, Dossier& dossier) {
    const auto& type = value_as<ThingType>(row);
    dossier.title = dossier.mentions = type.name;
    dossier.state = type.deprecated ? "DEPRECATED" : "ACTIVE";
    dossier.subtitle = iot_arn(world, "thingtype", type.name);
    FactGroup& facts = dossier.group("");
    if (type.description) facts.facts.push_back({"Description", *type.description});
    for (const std::string& name : type.searchable_attributes.value_or(std::vector<std::string>()))
        facts.facts.push_back({"Searchable", name});
    facts.facts.push_back({"Created", time_text(type.created)});
    if (type.deprecated) facts.facts.push_back({"Deprecated", time_text(*type.deprecated)});
    add_pairs(dossier.group("Things of this type"), world.things_by_type, type.name, "things");
    const std::string name = json_object({{"thingTypeName", type.name}});
    dossier.actions = {{"Deprecate", "DeprecateThingType", name},
                       {"Delete", "DeleteThingType", name,
                        "Only five minutes after it was deprecated, and without things"}};
}

template <class C>
constexpr GridColumn kIdColumn = {
    "Id", 176, Look::Mono, false,
    [](const World&, const Row& row, Cell& cell) { put_text(cell, value_as<C>(row).id); }};
template <class C>
constexpr GridColumn kStatusColumn = {
    "Status", 128, Look::State, false,
    [](const World&, const Row& row, Cell& cell) { put_state(cell, value_as<C>(row).status); }};
template <class C>
constexpr GridColumn kSubjectColumn = {"Subject", 208, Look::Text, false,
                                       [](const World&, const Row& row, Cell& cell) {
                                           put_text(cell, value_as<C>(row).x509.subject);
                                       }};
template <class C>
constexpr GridColumn kExpiryColumn = {"Valid until", 168, Look::Quiet, true,
                                      [](const World&, const Row& row, Cell& cell) {
                                          put_time(cell, value_as<C>(row).x509.validity.not_after);
                                      }};
constexpr GridColumn kThingsColumn = {
    "Things", 80, Look::Text, true, [](const World& world, const Row& row, Cell& cell) {
        const std::string arn = iot_arn(world, "cert", value_as<Certificate>(row).id);
        put_number(cell, static_cast<std::int64_t>(count_pairs(world.principal_things, arn)));
    }};

constexpr GridColumn kCertificateColumns[] = {kIdColumn<Certificate>, kStatusColumn<Certificate>,
                                              kThingsColumn, kSubjectColumn<Certificate>,
                                              kExpiryColumn<Certificate>};
constexpr GridColumn kCaColumns[] = {kIdColumn<CaCertificate>, kStatusColumn<CaCertificate>,
                                     kSubjectColumn<CaCertificate>, kExpiryColumn<CaCertificate>};

void add_x509(const World& world, const X509Summary& x509, FactGroup& group) {
    group.facts.push_back({"Subject", x509.subject});
    group.facts.push_back({"Issuer", x509.issuer});
    const bool over = x509.validity.not_after < world.now;
    group.facts.push_back({"Valid from", time_text(x509.validity.not_before)});
    group.facts.push_back({"Valid until",
                           time_text(x509.validity.not_after) + (over ? " (it has expired)" : ""),
                           over ? Tone::Danger : Tone::Plain});
    group.facts.push_back({"Key", x509.key_algorithm +
                                      (x509.key_curve.empty() ? "" : " " + x509.key_curve) + ", " +
                                      std::to_string(x509.key_bits) + " bits"});
    group.facts.push_back({"Serial number", x509.serial_number});
}

void describe_certificate(const World& world, const Row& row, Dossier& dossier) {
    const auto& certificate = value_as<Certificate>(row);
    const std::string arn = iot_arn(world, "cert", certificate.id);
    dossier.title = "Certificate " + certificate.id.substr(0, 12);
    dossier.mentions = certificate.id;
    dossier.state = enum_word(certificate.status);
    dossier.subtitle = arn;
    add_x509(world, certificate.x509, dossier.group(""));
    if (certificate.ca_certificate_id)
        dossier.groups.back().facts.push_back(
            {"CA",
             *certificate.ca_certificate_id,
             Tone::Plain,
             {"ca-certificates", *certificate.ca_certificate_id}});
    add_pairs(dossier.group("Things"), world.principal_things, arn, "things");
    add_pairs(dossier.group("Policies"), world.target_policies, arn, "policies");
    const bool active = certificate.status == CertificateStatus::Active;
    const std::string_view id = certificate.id;
    dossier.actions = {
        {active ? "Deactivate" : "Activate", "UpdateCertificate",
         json_object({{"certificateId", id}, {"newStatus", active ? "INACTIVE" : "ACTIVE"}})},
        {"Attach policy", "AttachPolicy", json_object({{"policyName", ""}, {"target", arn}})},
        {"Attach to thing", "AttachThingPrincipal",
         json_object({{"thingName", ""}, {"principal", arn}})},
        {"Delete", "DeleteCertificate", json_object({{"certificateId", id}}),
         "The service refuses while it is ACTIVE or attached"},
    };
}

void describe_ca(const World& world, const Row& row, Dossier& dossier) {
    const auto& ca = value_as<CaCertificate>(row);
    dossier.title = "CA certificate " + ca.id.substr(0, 12);
    dossier.mentions = ca.id;
    dossier.state = enum_word(ca.status);
    dossier.subtitle = iot_arn(world, "cacert", ca.id);
    add_x509(world, ca.x509, dossier.group(""));
    dossier.groups.back().facts.push_back(
        {"Automatic registration", std::string(enum_word(ca.auto_registration_status))});
    FactGroup& issued = dossier.group("Certificates it signed");
    auto at = world.certificates_by_ca.lower_bound(NewestWithin{ca.id, kTimestampMax, {}});
    for (; at != world.certificates_by_ca.end() && at->key.owner == ca.id; ++at) {
        if (issued.facts.size() == kRelatedMax) {
            ++issued.left_out;
            continue;
        }
        issued.facts.push_back({{}, at->key.id, Tone::Plain, {"certificates", at->key.id}});
    }
    const bool active = ca.status == CaCertificateStatus::Active;
    dossier.actions = {
        {active ? "Deactivate" : "Activate", "UpdateCACertificate",
         json_object({{"certificateId", ca.id}, {"newStatus", active ? "INACTIVE" : "ACTIVE"}})},
        {"Delete", "DeleteCACertificate", json_object({{"certificateId", ca.id}})},
    };
}

constexpr GridColumn kPolicyColumns[] = {
    {"Name", 208, Look::Strong, false,
     [](const World&, const Row& row, Cell& cell) { put_text(cell, value_as<Policy>(row).name); }},
    {"Default", 80, Look::Text, true,
     [](const World&, const Row& row, Cell& cell) {
         cell.rank = value_as<Policy>(row).default_version;
         cell.text = "v" + std::to_string(cell.rank);
     }},
    {"Versions", 88, Look::Text, true,
     [](const World& world, const Row& row, Cell& cell) {
         put_number(cell, static_cast<std::int64_t>(
                              count_pairs(world.policy_versions, value_as<Policy>(row).name)));
     }},
    {"Targets", 80, Look::Text, true,
     [](const World& world, const Row& row, Cell& cell) {
         put_number(cell, static_cast<std::int64_t>(
                              count_pairs(world.policy_targets, value_as<Policy>(row).name)));
     }},
    {"Created", 168, Look::Quiet, true,
     [](const World&, const Row& row, Cell& cell) {
         put_time(cell, value_as<Policy>(row).created);
     }},
};

void describe_policy(const World& world, const Row& row, Dossier& dossier) {
    const auto& policy = value_as<Policy>(row);
    dossier.title = dossier.mentions = policy.name;
    dossier.subtitle = iot_arn(world, "policy", policy.name);
    const std::string version = std::to_string(policy.default_version);
    FactGroup& facts = dossier.group("");
    facts.facts.push_back({"Default version", "v" + version});
    facts.facts.push_back({"Created", time_text(policy.created)});
    const PolicyVersion* document = world.policy_versions.find(PairKey{policy.name, version});
    const std::string text = document != nullptr ? document->document : "";
    if (document != nullptr) dossier.group("Document").facts.push_back({{}, text, Tone::Muted});
    FactGroup& targets = dossier.group("Attached to");
    add_pairs(targets, world.policy_targets, policy.name, "certificates");
    for (Fact& fact : targets.facts) fact.link = item_of_arn(world, fact.text);
    dossier.actions = {
        {"New version", "CreatePolicyVersion",
         "{\"policyName\":" + json_text(policy.name) + ",\"policyDocument\":" + json_text(text) +
             ",\"setAsDefault\":true}"},
        {"Attach", "AttachPolicy", json_object({{"policyName", policy.name}, {"target", ""}})},
        {"Delete", "DeletePolicy", json_object({{"policyName", policy.name}})},
    };
}

using Text = std::string;
constexpr Section kFleet[] = {
    {.area = Area::Fleet,
     .id = "things",
     .title = "Things",
     .table = "things",
     .columns = kThingColumns,
     .key = row_key<Text>,
     .place = row_place<Text, &World::things>,
     .describe = describe_thing,
     .empty = {"No things yet",
               "Devices are things. Register one, or a thousand at once with PopulateFleet.",
               "Populate a fleet", "PopulateFleet"},
     .create = "CreateThing",
     .create_label = "New thing"},
    {.area = Area::Fleet,
     .id = "groups",
     .title = "Groups",
     .table = "thingGroups",
     .key = row_key<Text>,
     .place = row_place<Text, &World::thing_groups>,
     .describe = describe_group,
     .empty = {"No groups yet",
               "Security profiles, policies and mitigation actions work on groups of things.",
               "Create a group", "CreateThingGroup"},
     .create = "CreateThingGroup",
     .create_label = "New group",
     .draw = draw_groups},
    {.area = Area::Fleet,
     .id = "types",
     .title = "Types",
     .table = "thingTypes",
     .columns = kTypeColumns,
     .key = row_key<Text>,
     .place = row_place<Text, &World::thing_types>,
     .describe = describe_type,
     .empty = {"No thing types yet", "A type says which attributes its things share.",
               "Create a type", "CreateThingType"},
     .create = "CreateThingType",
     .create_label = "New type"},
    {.area = Area::Fleet,
     .id = "certificates",
     .title = "Certificates",
     .table = "certificates",
     .columns = kCertificateColumns,
     .key = row_key<Text>,
     .place = row_place<Text, &World::certificates>,
     .describe = describe_certificate,
     .empty = {"No certificates yet",
               "A device proves who it is with a certificate. Making one here makes its keys too.",
               "Make a certificate", "CreateKeysAndCertificate"},
     .create = "CreateKeysAndCertificate",
     .create_label = "New certificate"},
    {.area = Area::Fleet,
     .id = "ca-certificates",
     .title = "CAs",
     .table = "caCertificates",
     .columns = kCaColumns,
     .key = row_key<Text>,
     .place = row_place<Text, &World::ca_certificates>,
     .describe = describe_ca,
     .empty = {"No CA certificates yet", "Register the CA that signs your devices' certificates.",
               "Register a CA", "RegisterCACertificate"},
     .create = "RegisterCACertificate",
     .create_label = "Register CA"},
    {.area = Area::Fleet,
     .id = "policies",
     .title = "Policies",
     .table = "policies",
     .columns = kPolicyColumns,
     .key = row_key<Text>,
     .place = row_place<Text, &World::policies>,
     .describe = describe_policy,
     .empty = {"No policies yet",
               "A policy says what a certificate's bearer may connect to and publish.",
               "Create a policy", "CreatePolicy"},
     .create = "CreatePolicy",
     .create_label = "New policy"},
};

}  // namespace

std::span<const Section> fleet_sections() { return kFleet; }

}  // namespace picket::ui
