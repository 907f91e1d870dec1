// What differs between two Worlds, row by row. Chunks that both share are skipped, so the cost
// follows the change.
#include "picket/world.h"

namespace picket {
namespace {

// Text keys as they are, others as JSON.
std::string key_text(const ShapeInfo& shape, const void* key) {
    return shape.kind == Kind::String ? *static_cast<const std::string*>(key) : to_json(shape, key);
}

struct Collector {
    const TableInfo* table = nullptr;
    std::size_t changes_max = 0;
    std::vector<Change> changes;
};

void collect(void* closure, const void* key, const void* before, const void* after) {
    auto& collector = *static_cast<Collector*>(closure);
    if (collector.changes.size() >= collector.changes_max) return;
    const TableInfo& table = *collector.table;
    collector.changes.push_back({table.name, key_text(*table.key, key),
                                 before != nullptr ? table.row_json(key, before) : std::string(),
                                 after != nullptr ? table.row_json(key, after) : std::string()});
}

}  // namespace

std::vector<Change> world_diff(const World& before, const World& after, std::size_t changes_max) {
    Collector collector = {.changes_max = changes_max};
    for (const TableInfo& table : world_tables()) {
        if (collector.changes.size() >= changes_max) break;
        if (table.shares(before, after)) continue;
        collector.table = &table;
        table.diff(before, after, &collector, &collect);
    }
    return std::move(collector.changes);
}

}  // namespace picket
