// Things join and leave groups, and both directions are listed.
#include "service/registry/thing_group_members.h"

#include <algorithm>

#include "service/arn.h"
#include "service/facts.h"
#include "service/paginate.h"
#include "service/refuse.h"
#include "service/registry/registry.h"
#include "text/say.h"
#include "world/context.h"

namespace picket {
namespace {

// One resource, named by name, by ARN, or by both when they agree.
template <class NameOfArn>
Result<std::string> one_name(const World& world, const std::optional<std::string>& name,
                             std::string_view name_path, const std::optional<std::string>& arn,
                             std::string_view arn_path, NameOfArn name_of_arn) {
    if (!arn) {
        if (name) return *name;
        return invalid(say("Either {} or {} is needed.", name_path, arn_path),
                       std::string(name_path));
    }
    PICKET_TRY(std::string named, name_of_arn(world, *arn, arn_path));
    if (name && *name != named) {
        return invalid(say("{} is '{}', and {} names '{}'. Send one of them, or make them agree.",
                           name_path, *name, arn_path, named),
                       std::string(arn_path));
    }
    return named;
}

struct ThingAndGroup {
    std::string thing;
    std::string group;
};

Refusal found_by_query(const std::string& group, std::string path) {
    return invalid(
        say("The thing group '{}' is dynamic: its query decides who is a member. Change the query "
            "with UpdateDynamicThingGroup, or the thing so that the query finds it.",
            group),
        std::move(path));
}

// What the request names, known to exist. The thing is looked up first.
template <class Request>
Result<ThingAndGroup> find_both(const World& world, const Request& in) {
    ThingAndGroup both;
    PICKET_TRY(both.thing, one_name(world, in.thing_name, "thingName", in.thing_arn, "thingArn",
                                    &thing_name_of_arn));
    PICKET_TRY(both.group, one_name(world, in.thing_group_name, "thingGroupName",
                                    in.thing_group_arn, "thingGroupArn", &thing_group_name_of_arn));
    if (!world.things.contains(both.thing)) {
        return not_found("thing", both.thing, "CreateThing",
                         in.thing_name ? "thingName" : "thingArn");
    }
    if (!world.thing_groups.contains(both.group)) {
        return not_found("thing group", both.group, "CreateThingGroup",
                         in.thing_group_name ? "thingGroupName" : "thingGroupArn");
    }
    if (is_dynamic(world, both.group))
        return found_by_query(both.group, in.thing_group_name ? "thingGroupName" : "thingGroupArn");
    return both;
}

void leave_and_note(World& world, Context& context, const std::string& group,
                    const std::string& thing, std::string_view joins = {}) {
    if (!leave(world, group, thing)) return;
    Facts facts;
    facts.text("thing", thing).text("group", group);
    if (!joins.empty()) facts.text("toJoin", joins);
    context.note(
        "group.left", thing,
        say("The thing '{}' left the group '{}'{}", thing, group,
            joins.empty()
                ? std::string(".")
                : say(" to make room for '{}': it was in as many groups as a thing can be.",
                      joins)),
        facts.json());
}

Refusal join_and_note(World& world, Context& context, const std::string& group,
                      const std::string& thing, std::optional<bool> override_dynamic_groups) {
    const Result<JoinPlan> plan = plan_join(world, group, thing,
                                            override_dynamic_groups.value_or(false));
    if (!plan) return plan.error();
    if (plan->leaves) leave_and_note(world, context, *plan->leaves, thing, group);
    join(world, group, thing);
    Facts facts;
    facts.text("thing", thing).text("group", group);
    context.note("group.joined", thing, say("The thing '{}' joined the group '{}'.", thing, group),
                 facts.json());
    return std::nullopt;
}

Refusal groups_problem(const World& world, const std::vector<std::string>& groups,
                       std::string_view path) {
    for (std::size_t i = 0; i < groups.size(); ++i) {
        const std::string place = say("{}[{}]", path, i);
        if (is_dynamic(world, groups[i])) return found_by_query(groups[i], place);
        if (world.thing_groups.contains(groups[i])) continue;
        return not_found("thing group", groups[i], "CreateThingGroup", place.c_str());
    }
    return std::nullopt;
}

// The members of several groups as one list by thing name. By name, and not group by group, so that
// a thing that moves between the groups during the walk is still seen exactly once. Costs O(log n)
// for each group, and then the page.
std::vector<std::string> members_after(const World& world, const std::vector<std::string>& groups,
                                       const std::optional<std::string>& after, std::size_t count) {
    using Walk = decltype(world.group_things.begin());
    struct Source {
        Walk at;
        const std::string* group;
    };
    auto later = [](const Source& left, const Source& right) {
        return right.at->key.second < left.at->key.second;
    };
    auto valid = [&](const Source& source) {
        return source.at != world.group_things.end() && source.at->key.first == *source.group;
    };
    std::vector<Source> heap;
    for (const std::string& group : groups) {
        Source source = {after ? world.group_things.upper_bound(PairKey{group, *after})
                               : world.group_things.lower_bound(PairKey{group, std::string()}),
                         &group};
        if (valid(source)) heap.push_back(source);
    }
    std::make_heap(heap.begin(), heap.end(), later);
    std::vector<std::string> names;
    while (!heap.empty() && names.size() < count) {
        std::pop_heap(heap.begin(), heap.end(), later);
        Source& next = heap.back();
        names.push_back(next.at->key.second);
        ++next.at;
        if (valid(next)) {
            std::push_heap(heap.begin(), heap.end(), later);
        } else {
            heap.pop_back();
        }
    }
    return names;
}

}  // namespace

Result<AddThingToThingGroupResponse>
add_thing_to_thing_group(World& world, Context& context, const AddThingToThingGroupRequest& in) {
    PICKET_TRY(const ThingAndGroup both, find_both(world, in));
    if (is_member(world, both.group, both.thing)) return AddThingToThingGroupResponse{};
    if (auto problem = join_and_note(world, context, both.group, both.thing,
                                     in.override_dynamic_groups)) {
        return problem;
    }
    return AddThingToThingGroupResponse{};
}

Result<RemoveThingFromThingGroupResponse>
remove_thing_from_thing_group(World& world, Context& context,
                              const RemoveThingFromThingGroupRequest& in) {
    PICKET_TRY(const ThingAndGroup both, find_both(world, in));
    leave_and_note(world, context, both.group, both.thing);
    return RemoveThingFromThingGroupResponse{};
}

Result<UpdateThingGroupsForThingResponse>
update_thing_groups_for_thing(World& world, Context& context,
                              const UpdateThingGroupsForThingRequest& in) {
    if (!in.thing_name)
        return invalid("thingName is needed: it says whose groups change.", "thingName");
    const std::vector<std::string> to_add = in.thing_groups_to_add.value_or(
        std::vector<std::string>());
    const std::vector<std::string> to_remove = in.thing_groups_to_remove.value_or(
        std::vector<std::string>());
    for (std::size_t i = 0; i < to_add.size(); ++i) {
        if (std::find(to_remove.begin(), to_remove.end(), to_add[i]) == to_remove.end()) continue;
        return invalid(
            say("The group '{}' is to be joined and left at once. Name it in one list only.",
                to_add[i]),
            say("thingGroupsToAdd[{}]", i));
    }
    if (!world.things.contains(*in.thing_name)) {
        return not_found("thing", *in.thing_name, "CreateThing", "thingName");
    }
    if (auto problem = groups_problem(world, to_remove, "thingGroupsToRemove")) return problem;
    if (auto problem = groups_problem(world, to_add, "thingGroupsToAdd")) return problem;

    // Leaving comes first: that makes a move within one hierarchy, or at the limit, a single call.
    // All of it happens or none.
    for (const std::string& group : to_remove)
        leave_and_note(world, context, group, *in.thing_name);
    for (std::size_t i = 0; i < to_add.size(); ++i) {
        if (is_member(world, to_add[i], *in.thing_name)) continue;
        if (auto problem = join_and_note(world, context, to_add[i], *in.thing_name,
                                         in.override_dynamic_groups)) {
            problem->path = say("thingGroupsToAdd[{}]", i);
            return problem;
        }
    }
    return UpdateThingGroupsForThingResponse{};
}

Result<ListThingsInThingGroupResponse>
list_things_in_thing_group(const World& world, const ListThingsInThingGroupRequest& in) {
    PICKET_TRY(const Page page,
               read_page("ListThingsInThingGroup", {in.thing_group_name, filter_text(in.recursive)},
                         in.max_results, in.next_token));
    if (!world.thing_groups.contains(in.thing_group_name)) {
        return not_found("thing group", in.thing_group_name, "CreateThingGroup", "thingGroupName");
    }
    std::vector<std::string> groups;
    if (in.recursive.value_or(false)) groups = groups_below(world, in.thing_group_name);
    groups.push_back(in.thing_group_name);

    ListThingsInThingGroupResponse out;
    out.things = members_after(world, groups, page.after, page.size + 1);
    if (out.things.size() > page.size) {
        out.things.pop_back();
        out.next_token = page.token(out.things.back());
    }
    return out;
}

Result<ListThingGroupsForThingResponse>
list_thing_groups_for_thing(const World& world, const ListThingGroupsForThingRequest& in) {
    PICKET_TRY(const Page page, read_page("ListThingGroupsForThing", {in.thing_name},
                                          in.max_results, in.next_token));
    if (!world.things.contains(in.thing_name)) {
        return not_found("thing", in.thing_name, "CreateThing", "thingName");
    }
    ListThingGroupsForThingResponse out;
    PICKET_TRY(out.next_token,
               walk_page(
                   page, world.thing_groups_of, PairKey{in.thing_name, {}},
                   [&](const PairKey& key) { return key.first == in.thing_name; },
                   [](const auto&) { return true; },
                   [&](const auto& entry) {
                       out.thing_groups.push_back(
                           {entry.key.second, thing_group_arn(world, entry.key.second)});
                   }));
    return out;
}

}  // namespace picket
