// Things join and leave dynamic groups.
#include "service/registry/dynamic_members.h"

#include <algorithm>
#include <vector>

#include "service/facts.h"
#include "service/pair_range.h"
#include "service/refuse.h"
#include "service/registry/fleet_index.h"
#include "service/registry/registry.h"
#include "text/say.h"
#include "world/context.h"
#include "world/settings.h"

namespace picket {
namespace {

constexpr std::int64_t kUnitsPerMatch = 10;
constexpr std::int64_t kMatchesMax = 1000;  // in one item: about 10,000 units

struct GroupQuery {
    std::string name;
    std::int64_t number = 0;
    std::int64_t entry_id = 0;
    QueryNode query;
};

// A query that was accepted stays valid, also when the limits are lowered later.
GroupQuery group_query(const std::string& name, const DynamicGroup& group) {
    Result<QueryNode> query = parse_query(group.query_string, {INT64_MAX, INT64_MAX});
    PICKET_ASSERT(query);
    return {name, group.number, group.entry_id, std::move(query).value()};
}

// Oldest first: that is the order in which they take things in.
std::vector<GroupQuery> all_queries(const World& world) {
    std::vector<GroupQuery> queries;
    for (const auto& [name, group] : world.dynamic_groups)
        queries.push_back(group_query(name, group));
    std::sort(queries.begin(), queries.end(),
              [](const GroupQuery& a, const GroupQuery& b) { return a.number < b.number; });
    return queries;
}

// `group` is the one the line is about, and `asked` the one whose query was asked.
void note_move(World& world, const std::string& group, const GroupQuery& asked, const Thing& thing,
               const char* kind, std::string text, const IndexDocument& document) {
    Facts facts;
    facts.text("thing", thing.name).text("group", group);
    if (group != asked.name) facts.text("toJoin", asked.name);
    facts.json("terms", explain_match(asked.query, document, thing_field_types(world)));
    Context(world, asked.entry_id).note(kind, thing.name, std::move(text), facts.json());
}

// False when there is no room for the thing in any group that is newer.
bool take_in(World& world, const GroupQuery& group, const Thing& thing,
             const IndexDocument& document) {
    const std::string subject = say("The thing '{}'", thing.name);
    if (!has_room(world, thing.name)) {
        const auto newest = newest_dynamic_group(world, thing.name);
        if (!newest || world.dynamic_groups.find(*newest)->number < group.number) {
            note_move(world, group.name, group, thing, "group.left_out",
                      say("{} matches the dynamic group '{}' and did not join it: it is in as many "
                          "groups as a thing can be, and {}",
                          subject, group.name,
                          newest ? "its dynamic groups are older." : "none of them is dynamic."),
                      document);
            return false;
        }
        leave(world, *newest, thing.name);
        note_move(world, *newest, group, thing, "group.left",
                  say("{} left the dynamic group '{}' to make room for the older one '{}': it was "
                      "in as many groups as a thing can be.",
                      subject, *newest, group.name),
                  document);
    }
    join(world, group.name, thing.name);
    return true;
}

// Leaving comes first, because it makes room.
void index_thing(World& world, const Thing& thing, const std::vector<GroupQuery>& queries) {
    const IndexDocument document = thing_document(world, thing, false);
    const FieldTypes types = thing_field_types(world);
    std::vector<const GroupQuery*> wanted;
    for (const GroupQuery& group : queries) {
        const bool member = is_member(world, group.name, thing.name);
        const bool matching = matches(group.query, document, types);
        if (matching && !member) wanted.push_back(&group);
        if (matching || !member) continue;
        leave(world, group.name, thing.name);
        note_move(world, group.name, group, thing, "group.left",
                  say("The thing '{}' left the dynamic group '{}': it no longer matches.",
                      thing.name, group.name),
                  document);
    }
    for (const GroupQuery* group : wanted) {
        if (!take_in(world, *group, thing, document)) continue;
        note_move(world, group->name, *group, thing, "group.joined",
                  say("The thing '{}' joined the dynamic group '{}': it matches.", thing.name,
                      group->name),
                  document);
    }
}

void end_scan(World& world, const std::string& name, DynamicGroup group) {
    const auto members = static_cast<std::int64_t>(pair_count(world.group_things, name));
    Facts facts;
    facts.text("query", group.query_string)
        .number("things", members)
        .number("leftOut", group.left_out);
    Context(world, group.entry_id)
        .note("group.active", name,
              say("The dynamic group '{}' is ACTIVE with {}{}", name, counted(members, "thing"),
                  group.left_out > 0 ? say("; {} more had no room for it.", group.left_out)
                                     : std::string(".")),
              facts.json());
    group.status = DynamicGroupStatus::Active;
    group.scanned.clear();
    world.dynamic_groups.put(name, std::move(group));
}

}  // namespace

void begin_scan(World& world, Context& context, const std::string& group,
                DynamicGroupStatus status) {
    bool running = false;  // then its item goes on from the start
    world.dynamic_groups.update(group, [&](DynamicGroup& row) {
        running = row.number != 0 && row.status != DynamicGroupStatus::Active;
        if (row.number == 0) row.number = world.next_sequence;
        row.status = running ? row.status : status;
        row.scanned.clear();
        row.left_out = 0;
    });
    if (running) return;
    const std::int64_t wait = setting_number(world, Setting::FleetIndexSeconds) * kSecond;
    context.due(world.now + wait, {DueKind::DynamicGroup, group});
}

// A group that is gone, or was made anew and is ready, leaves an item behind that finds nothing to
// do.
std::int64_t scan_for_group(World& world, const std::string& name) {
    const DynamicGroup* found = world.dynamic_groups.find(name);
    if (found == nullptr || found->status == DynamicGroupStatus::Active) return 1;
    DynamicGroup group = *found;
    const GroupQuery query = group_query(name, group);
    const FieldTypes types = thing_field_types(world);
    const auto& things = world.things;  // is not written here
    auto at = things.upper_bound(group.scanned);
    const std::int64_t step = setting_number(world, Setting::DynamicGroupStep);
    std::int64_t done = 0;
    for (; done < step && at != things.end(); ++at, ++done) {
        const Thing& thing = at->value;
        const IndexDocument document = thing_document(world, thing, false);
        const bool member = is_member(world, name, thing.name);
        if (!matches(query.query, document, types)) {
            if (member) leave(world, name, thing.name);
        } else if (!member && !take_in(world, query, thing, document)) {
            ++group.left_out;
        }
        group.scanned = thing.name;
    }
    if (at == things.end()) {
        end_scan(world, name, std::move(group));
    } else {
        Context(world, group.entry_id).due(world.now, {DueKind::DynamicGroup, name});
        world.dynamic_groups.put(name, std::move(group));
    }
    return (done + 1) * kUnitsPerMatch;
}

std::int64_t index_changed_things(World& world) {
    const std::vector<GroupQuery> queries = all_queries(world);
    const auto groups = static_cast<std::int64_t>(queries.size());
    std::int64_t left = std::max<std::int64_t>(1, kMatchesMax / std::max<std::int64_t>(1, groups));
    std::int64_t matched = 0;
    for (; left > 0 && !world.unindexed_things.empty(); --left, matched += groups + 1) {
        const std::string name = world.unindexed_things.begin()->key;
        world.unindexed_things.erase(name);
        const Thing* found = world.things.find(name);
        if (found == nullptr) continue;
        const Thing thing = *found;
        index_thing(world, thing, queries);
    }
    if (!world.unindexed_things.empty())
        world.due.put({world.now, world.next_sequence++}, {DueKind::ThingIndex, {}});
    return (matched + 1) * kUnitsPerMatch;
}

}  // namespace picket
