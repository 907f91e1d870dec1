// Simulated fleets, and attacks on them with their ground truth: what was wrong with whom, when.
#include "items/simulator.h"

#include <algorithm>

#include "items/areas.h"
#include "items/rows.h"
#include "picket/json_tree.h"

namespace picket::ui {
namespace {

using Row = TableInfo::Row;
using Text = std::string;

std::string_view attack_state(const World& world, const Attack& attack) {
    if (attack.end && *attack.end <= world.now) return "ended";
    return attack.start > world.now ? "begins later" : "under way";
}

std::string_view fleet_state(const World& world, const Fleet& fleet) {
    return fleet.end && *fleet.end <= world.now ? "stopped" : "living";
}

// The attacks on a fleet, the newest first.
template <class F>
void each_attack(const World& world, const std::string& fleet, F&& take) {
    auto at = world.attacks_by_fleet.lower_bound(NewestWithin{fleet, kTimestampMax, {}});
    for (; at != world.attacks_by_fleet.end() && at->key.owner == fleet; ++at) {
        const Attack* attack = world.attacks.find(at->key.id);
        if (attack != nullptr && !take(*attack)) return;
    }
}

std::int64_t attacks_now(const World& world, const Fleet& fleet) {
    std::int64_t count = 0;
    each_attack(world, fleet.name, [&](const Attack& attack) {
        count += attack_state(world, attack) == "under way" ? 1 : 0;
        return true;
    });
    return count;
}

constexpr GridColumn kFleetColumns[] = {
    {"Fleet", 176, Look::Strong, false,
     [](const World&, const Row& row, Cell& cell) { put_text(cell, value_as<Fleet>(row).name); }},
    {"Kind", 152, Look::Text, false,
     [](const World&, const Row& row, Cell& cell) {
         put_text(cell, shouted_words(enum_word(value_as<Fleet>(row).archetype)));
     }},
    {"Devices", 88, Look::Text, true,
     [](const World&, const Row& row, Cell& cell) {
         put_number(cell, value_as<Fleet>(row).count);
     }},
    {"State", 96, Look::State, false,
     [](const World& world, const Row& row, Cell& cell) {
         put_text(cell, fleet_state(world, value_as<Fleet>(row)));
     }},
    {"Attacks now", 104, Look::Text, true,
     [](const World& world, const Row& row, Cell& cell) {
         put_number(cell, attacks_now(world, value_as<Fleet>(row)));
     }},
    {"Since", 168, Look::Quiet, true,
     [](const World&, const Row& row, Cell& cell) { put_time(cell, value_as<Fleet>(row).start); }},
};

// One device for an hour, at once.
std::vector<ItemAction> attacks_at_once(const Fleet& fleet) {
    struct Kind {
        AttackKind kind;
        std::string_view label;
    };
    constexpr Kind kKinds[] = {
        {AttackKind::MessageFlood, "Message flood"},
        {AttackKind::CredentialBruteForce, "Brute force"},
        {AttackKind::PortScan, "Port scan"},
        {AttackKind::SlowExfiltration, "Slow exfiltration"},
        {AttackKind::Beaconing, "Beaconing"},
        {AttackKind::ReconnectLoop, "Reconnect loop"},
        {AttackKind::SharedCertificate, "Shared certificate"},
        {AttackKind::SilentDevice, "Silent device"},
        {AttackKind::SlowDrift, "Slow drift"},
        {AttackKind::CounterReset, "Counter reset"},
        {AttackKind::CumulativeBytes, "Cumulative bytes"},
    };
    std::vector<ItemAction> actions;
    for (const Kind& each : kKinds)
        actions.push_back({each.label, "StartAttack",
                           "{\"kind\":" + json_text(enum_word(each.kind)) +
                               ",\"fleetName\":" + json_text(fleet.name) +
                               ",\"deviceCount\":1,\"durationSeconds\":3600}",
                           "on one device, for an hour from the next five minutes on", true});
    return actions;
}

void add_attacks(const World& world, const Fleet& fleet, Dossier& dossier) {
    FactGroup& group = dossier.group("Attacks and faults");
    each_attack(world, fleet.name, [&](const Attack& attack) {
        if (group.facts.size() == kRelatedMax) return ++group.left_out < 1000;
        const std::string_view state = attack_state(world, attack);
        group.facts.push_back(
            {std::string(state),
             shouted_words(enum_word(attack.kind)) + " from " + time_text(attack.start),
             tone_of_state(state),
             {"attacks", attack.id}});
        return true;
    });
}

void describe_fleet(const World& world, const Row& row, Dossier& dossier) {
    const auto& fleet = value_as<Fleet>(row);
    dossier.title = dossier.mentions = fleet.name;
    dossier.state = fleet_state(world, fleet);
    dossier.subtitle = shouted_words(enum_word(fleet.archetype));
    FactGroup& facts = dossier.group("");
    facts.facts.push_back({"Devices", count_text(static_cast<std::size_t>(fleet.count))});
    facts.facts.push_back({"Sites", count_text(static_cast<std::size_t>(
                                        (fleet.count - 1) / fleet.devices_per_site + 1)) +
                                        " of " + fleet.site_set});
    facts.facts.push_back(
        {"Known as", fleet.registered ? "Registered things" : "Client ids alone"});
    if (fleet.group_name)
        facts.facts.push_back(
            {"Group", *fleet.group_name, Tone::Plain, {"groups", *fleet.group_name}});
    facts.facts.push_back({"Custom metric", fleet.custom_metric});
    facts.facts.push_back({"Since", time_text(fleet.start)});
    if (fleet.end) facts.facts.push_back({"Until", time_text(*fleet.end)});
    if (!fleet.end) {
        dossier.at_once = attacks_at_once(fleet);
        dossier.at_once_title = "Attack one device now";
        dossier.actions = {{"Attack", "StartAttack",
                            "{\"kind\":\"MESSAGE_FLOOD\",\"fleetName\":" + json_text(fleet.name) +
                                ",\"deviceCount\":3,\"strengthPercent\":100,\"startsInSeconds\":0,"
                                "\"durationSeconds\":3600}",
                            "Choose the kind, how many devices, how strong and for how long"},
                           {"Stop the fleet", "StopFleet", json_object({{"fleetName", fleet.name}}),
                            "Its things and its past stay"}};
    }
    dossier.simulated = fleet.name;
    add_attacks(world, fleet, dossier);
}

constexpr GridColumn kAttackColumns[] = {
    {"Kind", 176, Look::Strong, false,
     [](const World&, const Row& row, Cell& cell) {
         put_text(cell, shouted_words(enum_word(value_as<Attack>(row).kind)));
     }},
    {"State", 120, Look::State, false,
     [](const World& world, const Row& row, Cell& cell) {
         put_text(cell, attack_state(world, value_as<Attack>(row)));
     }},
    {"Fleet", 152, Look::Text, false,
     [](const World&, const Row& row, Cell& cell) {
         put_text(cell, value_as<Attack>(row).fleet_name);
     }},
    {"Devices", 88, Look::Text, true,
     [](const World&, const Row& row, Cell& cell) {
         put_number(cell, static_cast<std::int64_t>(value_as<Attack>(row).devices.size()));
     }},
    {"From", 168, Look::Quiet, true,
     [](const World&, const Row& row, Cell& cell) { put_time(cell, value_as<Attack>(row).start); }},
    {"Until", 168, Look::Quiet, true,
     [](const World&, const Row& row, Cell& cell) {
         if (const auto end = value_as<Attack>(row).end) put_time(cell, *end);
     }},
};

void add_victims(const World& world, const Attack& attack, Dossier& dossier) {
    const Fleet* fleet = world.fleets.find(attack.fleet_name);
    if (fleet == nullptr) return;
    FactGroup& group = dossier.group("Devices");
    for (const std::int64_t number : attack.devices) {
        const std::string name = fleet_device(world, *fleet, number);
        if (group.facts.size() == kRelatedMax) {
            group.left_out = attack.devices.size() - kRelatedMax;
            break;
        }
        if (name.empty()) continue;
        const bool thing = world.things.contains(name);
        group.facts.push_back({{}, name, Tone::Plain, thing ? ItemRef{"things", name} : ItemRef{}});
    }
}

void describe_attack(const World& world, const Row& row, Dossier& dossier) {
    const auto& attack = value_as<Attack>(row);
    dossier.title = shouted_words(enum_word(attack.kind));
    dossier.state = attack_state(world, attack);
    dossier.subtitle = dossier.mentions = attack.id;
    FactGroup& facts = dossier.group("");
    facts.facts.push_back(
        {"Fleet", attack.fleet_name, Tone::Plain, {"simulated-fleets", attack.fleet_name}});
    facts.facts.push_back({"Strength", std::to_string(attack.strength) + " %"});
    facts.facts.push_back({"From", time_text(attack.start)});
    facts.facts.push_back({"Until", attack.end ? time_text(*attack.end) : "somebody stops it"});
    add_victims(world, attack, dossier);
    if (attack_state(world, attack) == "ended") return;
    dossier.at_once = {{"Stop it now", "StopAttack", json_object({{"attackId", attack.id}}),
                        "from the next five minutes on", true}};
}

std::string first_fleet(const World& world) {
    const std::string group = world.thing_groups.contains(Text("Fleet"))
                                  ? ",\"groupName\":\"Fleet\""
                                  : "";
    return "{\"fleetName\":\"lights\",\"archetype\":\"SMART_LIGHT\",\"count\":200" + group + '}';
}
std::string first_attack(const World& world) {
    const std::string fleet = world.fleets.empty() ? "lights" : world.fleets.begin()->key;
    return "{\"kind\":\"MESSAGE_FLOOD\",\"fleetName\":" + json_text(fleet) +
           ",\"deviceCount\":3,\"durationSeconds\":3600}";
}

constexpr Section kSimulator[] = {
    {.area = Area::Fleet,
     .id = "simulated-fleets",
     .title = "Simulator",
     .table = "fleets",
     .columns = kFleetColumns,
     .key = row_key<Text>,
     .place = row_place<Text, &World::fleets>,
     .describe = describe_fleet,
     .empty = {"No device is simulated",
               "A fleet lives by itself: it follows days and weeks, sleeps, fails and updates as "
               "devices of its kind do, and sends metrics every five minutes.",
               "Bring a fleet to life", "CreateFleet", first_fleet},
     .create = "CreateFleet",
     .create_label = "New fleet"},
    {.area = Area::Fleet,
     .id = "attacks",
     .title = "Attacks",
     .table = "attacks",
     .columns = kAttackColumns,
     .key = row_key<Text>,
     .place = row_place<Text, &World::attacks>,
     .describe = describe_attack,
     .empty = {"Nothing is wrong with any device",
               "An attack or a fault changes what simulated devices measure, and is the label of "
               "the data: what was wrong with whom, and when.",
               "Start an attack", "StartAttack", first_attack},
     .create = "StartAttack",
     .create_label = "New attack",
     .sorted = 4,
     .extend = add_label},
};

}  // namespace

std::string fleet_device(const World& world, const Fleet& fleet, std::int64_t number) {
    // Names end in numbers of one width, so that their order is that of the devices.
    const auto nth = [&](const auto& table) -> std::string {
        const auto first = table.lower_bound(fleet.name_prefix);
        const std::size_t place = first.index() + static_cast<std::size_t>(number);
        if (place >= table.size()) return {};
        const std::string name = table.at(place)->key;
        return name.compare(0, fleet.name_prefix.size(), fleet.name_prefix) == 0 ? name
                                                                                 : std::string();
    };
    return fleet.registered ? nth(world.things) : nth(world.detect_device_numbers);
}

std::string shouted_words(std::string_view word) {
    std::string text(word);
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '_') text[i] = ' ';
        if (i > 0 && text[i] >= 'A' && text[i] <= 'Z') text[i] = static_cast<char>(text[i] + 32);
    }
    return text;
}

std::span<const Section> simulator_sections() { return kSimulator; }

}  // namespace picket::ui
