// The rows of world_tables(): each Table of the World behind functions that know no types.
#include <iterator>

#include "model/encode.h"
#include "picket/world.h"

namespace picket {
namespace {

template <class Key, class Value, Table<Key, Value> World::*table>
struct Erased {
    static std::size_t size(const World& world) { return (world.*table).size(); }

    static void visit(const World& world, std::size_t begin, std::size_t count, void* closure,
                      void (*row)(void* closure, TableInfo::Row row)) {
        const auto& rows = world.*table;
        if (begin >= rows.size()) return;
        auto at = rows.at(begin);
        for (std::size_t left = std::min(count, rows.size() - begin); left > 0; --left, ++at) {
            const auto entry = *at;
            row(closure, {&entry.key, &entry.value});
        }
    }

    static void put(World& world, const void* key, const void* value) {
        (world.*table).put(*static_cast<const Key*>(key), *static_cast<const Value*>(value));
    }

    static bool shares(const World& left, const World& right) {
        return (left.*table).shares_with(right.*table);
    }

    static void diff(const World& before, const World& after, void* closure,
                     void (*change)(void* closure, const void* key, const void* before,
                                    const void* after)) {
        Table<Key, Value>::diff(before.*table, after.*table,
                                [&](const Key& key, const Value* old, const Value* now) {
                                    change(closure, &key, old, now);
                                });
    }
};

template <auto table>
struct Row;
template <class Key, class Value, Table<Key, Value> World::*table>
struct Row<table> {
    static constexpr TableInfo make(std::string_view name, std::string_view doc) {
        using E = Erased<Key, Value, table>;
        return {name,      doc,     &kShape<Key>, &kShape<Value>, &E::size,
                &E::visit, &E::put, &E::shares,   &E::diff};
    }
};

constexpr TableInfo kTables[] = {
    Row<&World::settings>::make("settings", "Settings that differ from their default, by name."),
    Row<&World::things>::make("things", "Things, by name."),
    Row<&World::things_by_type>::make("thingsByType", "Index: (thing type, thing)."),
    Row<&World::thing_groups>::make("thingGroups", "Thing groups, by name."),
    Row<&World::group_children>::make("groupChildren",
                                      "Index: (parent group, group); roots under an empty parent."),
    Row<&World::group_things>::make("groupThings", "Members of groups: (group, thing)."),
    Row<&World::thing_groups_of>::make("thingGroupsOf", "Groups of things: (thing, group)."),
    Row<&World::mitigation_actions>::make("mitigationActions", "Mitigation actions, by name."),
    Row<&World::mitigation_actions_by_time>::make(
        "mitigationActionsByTime", "Index: mitigation actions, newest first, to their names."),
    Row<&World::tags>::make("tags", "Tags: (ARN of the resource, key) to value."),
    Row<&World::scheduled_calls>::make("scheduledCalls",
                                       "Calls the session makes by itself, by id."),
    Row<&World::populations>::make("populations", "Things being registered in bulk, by id."),
    Row<&World::due>::make("due", "The queue of due work, in the order it runs."),
    Row<&World::chronicle>::make("chronicle", "What happened, by number."),
    Row<&World::security_profiles>::make("securityProfiles", "Security profiles, by name."),
    Row<&World::profile_targets>::make("profileTargets",
                                       "Targets of security profiles: (profile, target)."),
    Row<&World::target_profiles>::make("targetProfiles",
                                       "Security profiles of targets: (target, profile)."),
    Row<&World::profiles_by_metric>::make(
        "profilesByMetric", "Index: security profiles that use a metric: (metric, profile)."),
    Row<&World::profiles_by_dimension>::make("profilesByDimension",
                                             "Index: security profiles that use a dimension."),
    Row<&World::custom_metrics>::make("customMetrics", "Custom metrics, by name."),
    Row<&World::dimensions>::make("dimensions", "Dimensions, by name."),
};

// Stops compiling when the World gets a member that nobody has thought of here. A new Table needs a
// row above; a new plain member needs a place in WorldScalars (image.cpp). Then the count below may
// follow.
[[maybe_unused]] void every_member_is_listed(const World& world) {
    [[maybe_unused]] const auto& [s1, s2, s3, s4, s5, s6, s7, t1, t2, t3, t4, t5, t6, t7, t8, t9,
                                  t10, t11, t12, t13, t14, t15, t16, t17, t18, t19, t20,
                                  t21] = world;
    static_assert(std::size(kTables) == 21);
}

}  // namespace

std::span<const TableInfo> world_tables() { return kTables; }

const TableInfo* find_table(std::string_view name) {
    for (const TableInfo& table : kTables) {
        if (table.name == name) return &table;
    }
    return nullptr;
}

std::string to_json(const ShapeInfo& shape, const void* value, int indent) {
    std::string out;
    JsonWriter writer(out, indent);
    encode(shape, value, writer);
    return out;
}

}  // namespace picket
