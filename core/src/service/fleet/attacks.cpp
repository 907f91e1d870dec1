// StartAttack, StopAttack, ListAttacks.
//
// An attack is an interval on devices; what it does to their values is computed (core/src/sim). Its
// row is also the label that verdicts can be measured against.
#include "service/fleet/attacks.h"

#include <algorithm>

#include "base/random.h"
#include "service/facts.h"
#include "service/fleet/series.h"
#include "service/fleet/simulated.h"
#include "service/op.h"
#include "service/paginate.h"
#include "service/refuse.h"
#include "service/tables.h"
#include "sim/attack.h"
#include "text/say.h"
#include "world/context.h"

namespace picket {
namespace {

// Floyd's way to draw `count` different numbers below `n`.
std::vector<std::int64_t> draw_devices(Hash128 id, std::int64_t n, std::int64_t count) {
    Random random(id.high, "attacked devices");
    std::vector<std::int64_t> drawn;
    for (std::int64_t i = n - count; i < n; ++i) {
        const auto pick = static_cast<std::int64_t>(
            random.below(static_cast<std::uint64_t>(i) + 1));
        const auto at = std::lower_bound(drawn.begin(), drawn.end(), pick);
        if (at == drawn.end() || *at != pick) {
            drawn.insert(at, pick);
        } else {
            drawn.push_back(i);  // greater than all that were drawn before
        }
    }
    return drawn;
}

Result<std::vector<std::int64_t>> named_devices(const World& world, const Fleet& fleet,
                                                const std::vector<std::string>& names) {
    std::vector<std::int64_t> devices;
    for (std::size_t i = 0; i < names.size(); ++i) {
        const auto found = find_simulated(world, names[i]);
        if (!found || found->fleet->name != fleet.name) {
            return refuse(
                ErrorCode::ResourceNotFound,
                say("The fleet '{}' has no device named '{}'; they are named '{}' to '{}'.",
                    fleet.name, names[i], device_name(fleet, 0),
                    device_name(fleet, fleet.count - 1)),
                say("thingNames[{}]", i));
        }
        devices.push_back(found->number);
    }
    std::sort(devices.begin(), devices.end());
    devices.erase(std::unique(devices.begin(), devices.end()), devices.end());
    return devices;
}

AttackDescription describe(const World& world, const Attack& attack) {
    const sim::AttackInfo& info = sim::attack_info(attack.kind);
    const Fleet* fleet = world.fleets.find(attack.fleet_name);
    PICKET_ASSERT(fleet != nullptr);  // fleets are stopped, never deleted
    AttackDescription out = {attack.id,         attack.kind, std::string(info.doc),
                             attack.fleet_name, {},          attack.strength,
                             attack.start,      attack.end,  {}};
    for (const std::int64_t device : attack.devices)
        out.thing_names.push_back(device_name(*fleet, device));
    for (const SimulatedSeries& series : simulated_series()) {
        if ((series.bits & info.series) != 0 ||
            (series.list == ListSeries::SourceAddresses && info.source_addresses) ||
            (series.list == ListSeries::DestinationAddresses && info.destination_addresses)) {
            out.metric_names.push_back(series.metric.empty() ? fleet->custom_metric
                                                             : std::string(series.metric));
        }
    }
    return out;
}

std::string facts_of(const Attack& attack, const AttackDescription& label) {
    Facts facts;
    facts.text("attackId", attack.id).text("fleet", attack.fleet_name);
    facts.number("strengthPercent", attack.strength).text("start", to_iso(attack.start));
    if (attack.end) facts.text("end", to_iso(*attack.end));
    facts.texts("things", label.thing_names).texts("metrics", label.metric_names);
    return facts.json();
}

Result<AttackDescription> start_attack(World& world, Context& context,
                                       const StartAttackRequest& in) {
    if (in.thing_names && in.device_count) {
        return invalid("thingNames says which devices are attacked, and deviceCount how many to "
                       "draw. Give one of them.",
                       "deviceCount");
    }
    const Fleet* fleet = world.fleets.find(in.fleet_name);
    if (fleet == nullptr) return not_found("fleet", in.fleet_name, "CreateFleet", "fleetName");
    if (fleet->end) {
        return invalid(say("The fleet '{}' was stopped at {}: nothing can happen to it any more.",
                           in.fleet_name, to_iso(*fleet->end)),
                       "fleetName");
    }
    Attack attack;
    const Hash128 id = context.new_id("attack");
    attack.id = id_hex32(id);
    attack.kind = in.kind;
    attack.fleet_name = in.fleet_name;
    attack.strength = in.strength_percent.value_or(100);
    attack.start = context.now() + in.starts_in_seconds.value_or(0) * kSecond;
    if (in.duration_seconds) attack.end = attack.start + *in.duration_seconds * kSecond;
    if (in.thing_names) {
        PICKET_TRY(attack.devices, named_devices(world, *fleet, *in.thing_names));
    } else {
        const std::int64_t count = in.device_count.value_or(1);
        if (count > fleet->count) {
            return invalid(say("The fleet '{}' has {}, and {} are to be attacked.", in.fleet_name,
                               counted(fleet->count, "device"), count),
                           "deviceCount");
        }
        attack.devices = draw_devices(id, fleet->count, count);
    }
    AttackDescription out = describe(world, attack);
    context.note("attack.started", std::string(enum_name(attack.kind)),
                 say("{} on {} of the fleet '{}' begins at {}.", enum_name(attack.kind),
                     counted(static_cast<std::int64_t>(attack.devices.size()), "device"),
                     attack.fleet_name, to_iso(attack.start)),
                 facts_of(attack, out));
    world.attacks_by_time.put({attack.start, attack.id}, {});
    world.attacks_by_fleet.put({attack.fleet_name, attack.start, attack.id}, {});
    world.attacks.put(out.attack_id, std::move(attack));
    return out;
}

Result<AttackDescription> stop_attack(World& world, Context& context, const StopAttackRequest& in) {
    const Attack* attack = world.attacks.find(in.attack_id);
    if (attack == nullptr) {
        return refuse(ErrorCode::ResourceNotFound,
                      say("No attack has the id '{}'; ListAttacks shows all.", in.attack_id),
                      "attackId");
    }
    if (attack->end && attack->end->ms <= context.now().ms) {
        return invalid(
            say("The attack '{}' ended at {} already.", in.attack_id, to_iso(*attack->end)),
            "attackId");
    }
    end_attack(world, *attack);
    attack = world.attacks.find(in.attack_id);
    AttackDescription out = describe(world, *attack);
    context.note(
        "attack.stopped", std::string(enum_name(attack->kind)),
        say("{} on the fleet '{}' was ended.", enum_name(attack->kind), attack->fleet_name),
        facts_of(*attack, out));
    return out;
}

Result<ListAttacksResponse> list_attacks(const World& world, const ListAttacksRequest& in) {
    const std::string_view kind = in.kind ? enum_name(*in.kind) : std::string_view();
    PICKET_TRY(const Page page,
               read_page("ListAttacks",
                         {filter_text(in.fleet_name), filter_text(in.thing_name), kind},
                         in.max_results, in.next_token));
    if (in.fleet_name && !world.fleets.contains(*in.fleet_name))
        return not_found("fleet", *in.fleet_name, "CreateFleet", "fleetName");
    std::optional<SimulatedDevice> device;
    if (in.thing_name) {
        device = find_simulated(world, *in.thing_name);
        if (!device) {
            return not_found("simulated device", *in.thing_name, "CreateFleet", "thingName");
        }
    }
    const auto wanted = [&](const Attack& attack) {
        if (in.kind && attack.kind != *in.kind) return false;
        if (in.fleet_name && attack.fleet_name != *in.fleet_name) return false;
        return !device ||
               (attack.fleet_name == device->fleet->name &&
                std::binary_search(attack.devices.begin(), attack.devices.end(), device->number));
    };
    ListAttacksResponse out;
    PICKET_TRY(out.next_token,
               walk_page(
                   page, world.attacks_by_time, NewestFirst{kTimestampMax, {}},
                   [](const NewestFirst&) { return true; },
                   [&](const auto& entry) { return wanted(*world.attacks.find(entry.key.id)); },
                   [&](const auto& entry) {
                       out.attacks.push_back(describe(world, *world.attacks.find(entry.key.id)));
                   }));
    return out;
}

using enum ErrorCode;

constexpr std::string_view kGroup = "Attacks";
constexpr auto kNaming = errors<InvalidRequest, ResourceNotFound>();

constexpr Operation kAttackOperations[] = {
    verb<&start_attack>("StartAttack", kGroup, "/_picket/StartAttack", kNaming,
                        "Makes something go wrong with devices of a fleet, now or later."),
    verb<&stop_attack>("StopAttack", kGroup, "/_picket/StopAttack", kNaming,
                       "Ends an attack that acts, or has yet to begin."),
    verb<&list_attacks>("ListAttacks", kGroup, "/_picket/ListAttacks", kNaming,
                        "Lists attacks: the truth that alarms can be compared with."),
};

}  // namespace

std::span<const Operation> attack_operations() { return kAttackOperations; }

}  // namespace picket
