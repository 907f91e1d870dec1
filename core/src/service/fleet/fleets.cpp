// CreateFleet, DescribeFleet, ListFleets, StopFleet.
//
// A fleet is devices that live: they connect, send, sleep, fail and come back, as their archetype
// does, and Detect sees what they do. Its things are registered by the same work as
// PopulateFleet's. It is stopped and not deleted, because what it did stays computable only while
// its row is there.
#include "service/fleet/fleets.h"

#include "service/facts.h"
#include "service/fleet/fleet_memory.h"
#include "service/fleet/simulated.h"
#include "service/op.h"
#include "service/paginate.h"
#include "service/picket/work.h"
#include "service/refuse.h"
#include "service/tables.h"
#include "text/say.h"
#include "world/context.h"

namespace picket {
namespace {

Fleet fleet_of(const CreateFleetRequest& in, const Context& context) {
    const sim::Archetype& kind = sim::archetype(in.archetype);
    Fleet fleet;
    fleet.name = in.fleet_name;
    fleet.archetype = in.archetype;
    fleet.name_prefix = in.name_prefix.value_or(in.fleet_name + '-');
    fleet.count = in.count;
    fleet.site_set = in.site_set.value_or(in.fleet_name);
    fleet.devices_per_site = in.devices_per_site.value_or(kind.devices_per_site);
    fleet.utc_offsets = in.utc_offset_minutes.value_or(std::vector<std::int64_t>());
    fleet.custom_metric = in.custom_metric_name.value_or(std::string(kind.custom_metric));
    fleet.registered = in.registered.value_or(true);
    fleet.group_name = in.group_name;
    fleet.start = context.now();
    fleet.entry_id = context.entry_id();
    fleet.next_slot = first_slot(fleet);
    return fleet;
}

Refusal prefix_problem(const World& world, const Fleet& fleet) {
    constexpr std::size_t kNameMax = 128;
    if (const std::string longest = device_name(fleet, fleet.count - 1);
        longest.size() > kNameMax) {
        return invalid(say("The last device would be named '{}', which has {} characters; a name "
                           "can have {}. Give a shorter namePrefix.",
                           longest, longest.size(), kNameMax),
                       "namePrefix");
    }
    const char last = fleet.name_prefix.back();
    if (last >= '0' && last <= '9') {
        return invalid(
            say("The names of devices are '{}' and a number, and a digit before it would make them "
                "ambiguous. End the prefix with another character, as '-'.",
                fleet.name_prefix),
            "namePrefix");
    }
    if (const std::string* other = world.fleets_by_prefix.find(fleet.name_prefix)) {
        return refuse(ErrorCode::ResourceAlreadyExists,
                      say("The devices of the fleet '{}' have names that begin with '{}'. Choose "
                          "another namePrefix.",
                          *other, fleet.name_prefix),
                      "namePrefix");
    }
    return std::nullopt;
}

std::string facts_of(const Fleet& fleet) {
    Facts facts;
    facts.text("archetype", enum_name(fleet.archetype)).number("count", fleet.count);
    facts.text("firstThing", device_name(fleet, 0)).text("siteSet", fleet.site_set);
    facts.number("devicesPerSite", fleet.devices_per_site);
    facts.text("customMetric", fleet.custom_metric);
    return facts.json();
}

Result<CreateFleetResponse> create_fleet(World& world, Context& context,
                                         const CreateFleetRequest& in) {
    Fleet fleet = fleet_of(in, context);
    if (world.fleets.contains(fleet.name)) {
        return refuse(ErrorCode::ResourceAlreadyExists,
                      say("A fleet named '{}' exists already; a name keeps its data for good. "
                          "Choose another.",
                          fleet.name),
                      "fleetName");
    }
    if (auto problem = prefix_problem(world, fleet)) return problem;
    if (!fleet.registered && fleet.group_name) {
        return invalid("Only things can be in a group, and the devices of this fleet are not to be "
                       "registered. Leave out groupName, or registered.",
                       "groupName");
    }
    if (fleet.registered) {
        PICKET_TRY(
            [[maybe_unused]] const auto population,
            populate_fleet(world, context, {fleet.name_prefix, fleet.count, fleet.group_name, {}}));
    }
    context.note("fleet.created", fleet.name,
                 say("A fleet of {} named '{}' began to live ({}).", counted(fleet.count, "device"),
                     fleet.name, enum_name(fleet.archetype)),
                 facts_of(fleet));
    const Timestamp first = sim::slot_end(fleet.next_slot);
    context.due(first, {DueKind::Fleet, fleet.name});
    CreateFleetResponse out = {fleet.name, device_name(fleet, 0),
                               device_name(fleet, fleet.count - 1), fleet.custom_metric, first};
    world.fleets_by_prefix.put(fleet.name_prefix, fleet.name);
    world.fleets.put(out.fleet_name, std::move(fleet));
    if (auto problem = fleet_memory_problem(world, ErrorCode::LimitExceeded, "count"))
        return problem;
    return out;
}

FleetDescription describe(const World& world, const Fleet& fleet) {
    FleetDescription out;
    out.fleet_name = fleet.name;
    out.archetype = fleet.archetype;
    out.archetype_description = sim::archetype(fleet.archetype).doc;
    out.count = fleet.count;
    out.registered = fleet.registered;
    out.group_name = fleet.group_name;
    out.first_thing_name = device_name(fleet, 0);
    out.last_thing_name = device_name(fleet, fleet.count - 1);
    out.site_set = fleet.site_set;
    out.site_count = (fleet.count - 1) / fleet.devices_per_site + 1;
    out.utc_offset_minutes = fleet.utc_offsets;
    out.custom_metric_name = fleet.custom_metric;
    out.start_time = fleet.start;
    out.end_time = fleet.end;
    const std::int64_t slot = sim::slot_from(world.now);
    out.attacks_in_progress = static_cast<std::int64_t>(
        attacks_between(world, fleet.name, slot, slot + 1).size());
    return out;
}

Result<FleetDescription> describe_fleet(const World& world, const NamedFleetRequest& in) {
    const Fleet* fleet = world.fleets.find(in.fleet_name);
    if (fleet == nullptr) return not_found("fleet", in.fleet_name, "CreateFleet", "fleetName");
    return describe(world, *fleet);
}

Result<ListFleetsResponse> list_fleets(const World& world, const ListFleetsRequest& in) {
    PICKET_TRY(const Page page, read_page("ListFleets", {}, in.max_results, in.next_token));
    ListFleetsResponse out;
    PICKET_TRY(out.next_token, walk_page(page, world.fleets, std::string(), [&](const auto& entry) {
                   out.fleets.push_back(describe(world, entry.value));
               }));
    return out;
}

Result<StopFleetResponse> stop_fleet(World& world, Context& context, const NamedFleetRequest& in) {
    const Fleet* fleet = world.fleets.find(in.fleet_name);
    if (fleet == nullptr) return not_found("fleet", in.fleet_name, "CreateFleet", "fleetName");
    if (fleet->end) {
        return invalid(
            say("The fleet '{}' was stopped at {} already.", in.fleet_name, to_iso(*fleet->end)),
            "fleetName");
    }
    StopFleetResponse out = {context.now(), 0};
    for (const Attack* attack :
         attacks_between(world, fleet->name, sim::slot_from(context.now()), INT64_MAX)) {
        const Attack ended = *attack;
        end_attack(world, ended);
        ++out.attacks_ended;
    }
    Facts facts;
    facts.number("attacksEnded", out.attacks_ended);
    context.note(
        "fleet.stopped", in.fleet_name,
        say("The fleet '{}' of {} was stopped.", in.fleet_name, counted(fleet->count, "device")),
        facts.json());
    world.fleets.update(in.fleet_name, [&](Fleet& row) { row.end = context.now(); });
    return out;
}

using enum ErrorCode;

constexpr std::string_view kFleetGroup = "Fleet";

constexpr Operation kFleetOperations[] = {
    verb<&create_fleet>(
        "CreateFleet", kFleetGroup, "/_picket/CreateFleet",
        errors<InvalidRequest, ResourceNotFound, ResourceAlreadyExists, LimitExceeded>(),
        "Brings devices of one kind to life: they register, connect, send and "
        "report as the clock runs."),
    verb<&describe_fleet>("DescribeFleet", kFleetGroup, "/_picket/DescribeFleet",
                          errors<InvalidRequest, ResourceNotFound>(),
                          "Tells what a fleet consists of, and whether it is attacked."),
    verb<&list_fleets>("ListFleets", kFleetGroup, "/_picket/ListFleets", errors<InvalidRequest>(),
                       "Lists simulated fleets."),
    verb<&stop_fleet>("StopFleet", kFleetGroup, "/_picket/StopFleet",
                      errors<InvalidRequest, ResourceNotFound>(),
                      "Ends a fleet's life; its things and its past stay."),
};

}  // namespace

std::span<const Operation> fleet_operations() { return kFleetOperations; }

}  // namespace picket
