// The World: all state of the emulated account and fleet, one value. Copying it is cheap (every
// Table shares its chunks), so a checkpoint, a dry run and a before/after comparison are copies.
// Views and hosts read it; only operation handlers write it.
//
// The World is a pure function of (seed, settings, journal). Nothing of a host is in it: no request
// ids, no wall clock.
#pragma once

#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "picket/model/audit.h"
#include "picket/model/audit_finding.h"
#include "picket/model/audit_mitigation.h"
#include "picket/model/certificate.h"
#include "picket/model/detect.h"
#include "picket/model/detect_task.h"
#include "picket/model/detect_trace.h"
#include "picket/model/device_activity.h"
#include "picket/model/facet.h"
#include "picket/model/fleet.h"
#include "picket/model/indexing.h"
#include "picket/model/logging.h"
#include "picket/model/message.h"
#include "picket/model/metric.h"
#include "picket/model/metric_value.h"
#include "picket/model/mitigation_action.h"
#include "picket/model/policy.h"
#include "picket/model/recording.h"
#include "picket/model/role.h"
#include "picket/model/security_profile.h"
#include "picket/model/thing.h"
#include "picket/model/training.h"
#include "picket/model/violation.h"
#include "picket/model/work.h"
#include "picket/schema.h"
#include "picket/table.h"

namespace picket {

class RecordingStore;

struct World {
    std::int64_t seed = 1;
    std::string region = "us-east-1";
    std::string account = "123456789012";
    Timestamp now;
    std::int64_t instant_items = 0;  // due items run at `now`: pins where between two items a call
                                     // came
    std::int64_t next_sequence = 1;  // of due work
    std::int64_t next_event = 1;     // of the chronicle
    std::int64_t running_entry = 0;  // the journal entry whose call runs; 0 between calls, so that
                                     // no image or hash has it

    // Every collection is a table, and every table is a row of the file below.
#define PICKET_TABLE(member, name, Key, Value, doc) Table<Key, Value> member;
#include "picket/world_tables.def"
#undef PICKET_TABLE

    // Not state: where blocks of recordings are found by their names. Images, hashes and
    // comparisons do not see it, and what is in it cannot change.
    std::shared_ptr<RecordingStore> recording_store;
};

// A table of the World without its types: name, shapes, and rows by place. Images, hashes,
// comparisons and plain views are written once over these.
struct TableInfo {
    struct Row {
        const void* key = nullptr;
        const void* value = nullptr;
    };
    std::string_view name;  // "things"
    std::string_view doc;
    const ShapeInfo* key;
    const ShapeInfo* value;
    const table_detail::TreeOps* ops;
    std::size_t offset;  // in the World

    std::size_t size(const World& world) const;
    void visit(const World& world, std::size_t begin, std::size_t count, void* closure,
               void (*row)(void* closure, Row row)) const;
    void put(World& world, const void* key, const void* value) const;
    // Nothing differs, known without looking at rows.
    bool shares(const World& left, const World& right) const;
    void diff(const World& before, const World& after, void* closure,
              void (*change)(void* closure, const void* key, const void* before,
                             const void* after)) const;
    // What a row holds as JSON text, in plain even where it is packed.
    std::string row_json(const void* row_key, const void* row_value) const;
    void walk(const World& before, const World& after, const table_detail::DiffCalls& calls) const;
};
std::span<const TableInfo> world_tables();
const TableInfo* find_table(std::string_view name);

// Calls row(key, value) for `count` rows from place `begin`, in key order.
template <class F>
void visit_rows(const TableInfo& table, const World& world, std::size_t begin, std::size_t count,
                F&& row) {
    table.visit(world, begin, count, &row, [](void* closure, TableInfo::Row r) {
        (*static_cast<std::remove_reference_t<F>*>(closure))(r);
    });
}

// 32 hex digits, equal for equal Worlds in every build. It stands for what a World is, not for how
// a build stores it: the order of tables, tables without rows, members at rest (zero, empty,
// absent) and prose do not count, so a later build that adds some still agrees.
std::string world_hash(const World& world);

// What a World takes in memory, in bytes, as far as it was asked of the allocator.
std::size_t world_bytes(const World& world);

// What a call changed: rows added, removed and changed, with their contents as JSON text.
struct Change {
    std::string_view table;
    std::string key;     // JSON of the key, or plain text for text keys
    std::string before;  // empty: added
    std::string after;   // empty: removed
};
std::vector<Change> world_diff(const World& before, const World& after,
                               std::size_t changes_max = 1000);

// Any described value as JSON text in table order; `indent` 0 is compact.
std::string to_json(const ShapeInfo& shape, const void* value, int indent = 0);
template <class T>
std::string to_json(const T& value, int indent = 0) {
    return to_json(kShape<T>, &value, indent);
}

}  // namespace picket
