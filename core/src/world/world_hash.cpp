// The World hash: the hash of every table's identity by the table's name, summed, so that the order
// of tables does not matter.
//
// A value's identity is its image with members by name, without those at rest and without prose: it
// outlives members that come later and sentences that get better.
#include <algorithm>

#include "world/image.h"
#include "world/scalars.h"
#include "world/world_hasher.h"

namespace picket {
namespace {

constexpr std::size_t kDrainBytes = 64 * 1024;

// As its type begins: nothing in it, zero, false, the first enumerator.
bool at_rest(const ShapeInfo& shape, const void* value) {
    switch (shape.kind) {
    case Kind::Bool:
    case Kind::Enum:
        return *static_cast<const std::uint8_t*>(value) == 0;
    case Kind::Integer:
        return *static_cast<const std::int64_t*>(value) == 0;
    case Kind::Time:
        return static_cast<const Timestamp*>(value)->ms == 0;
    case Kind::Double:
        return *static_cast<const double*>(value) == 0;
    case Kind::String:
        return static_cast<const std::string*>(value)->empty();
    case Kind::Document:
        return false;
    case Kind::List:
        return shape.list->size(value) == 0;
    case Kind::Map:
        return shape.map->size(value) == 0;
    case Kind::Structure:
        return std::all_of(shape.members.begin(), shape.members.end(), [&](const MemberInfo& m) {
            const void* at = m.get(value);
            return at == nullptr || (m.optional == nullptr && at_rest(*m.shape, at));
        });
    }
    return false;
}

void append_identity(const ShapeInfo& shape, const void* value, std::string& out) {
    switch (shape.kind) {
    case Kind::List:
        append_number(shape.list->size(value), out);
        for (std::size_t i = 0; i < shape.list->size(value); ++i)
            append_identity(*shape.element, shape.list->at(value, i), out);
        return;
    case Kind::Map:
        append_number(shape.map->size(value), out);
        for (std::size_t i = 0; i < shape.map->size(value); ++i) {
            append_text(shape.map->key_at(value, i), out);
            append_identity(*shape.element, shape.map->value_at(value, i), out);
        }
        return;
    case Kind::Structure:
        for (const MemberInfo& member : shape.members) {
            const void* at = member.get(value);
            if (at == nullptr || member.rule.prose) continue;
            if (member.optional == nullptr && at_rest(*member.shape, at)) continue;
            append_text(member.name, out);
            append_identity(*member.shape, at, out);
        }
        append_text({}, out);  // no member has an empty name: here it ends
        return;
    default:
        return append_image(shape, value, out);
    }
}

}  // namespace

WorldHasher::WorldHasher(World world) : world_(std::move(world)) {
    const WorldScalars scalars = scalars_of(world_);
    append_identity(kShape<WorldScalars>, &scalars, buffer_);
    add_table();
}

void WorldHasher::add_table() {
    const Hash128 part = hasher_.add(buffer_).finish();
    buffer_.clear();
    hasher_ = Hasher();
    sum_.high += part.high;
    sum_.low += part.low;
}

bool WorldHasher::step(std::size_t rows) {
    while (table_ < world_tables().size()) {
        if (rows == 0) return false;
        const TableInfo& table = world_tables()[table_];
        const std::size_t size = table.size(world_);
        if (row_ == 0 && size > 0) append_text(table.name, buffer_);
        const std::size_t count = std::min(rows, size - row_);
        visit_rows(table, world_, row_, count, [&](TableInfo::Row row) {
            append_identity(*table.key, row.key, buffer_);
            append_identity(*table.value, row.value, buffer_);
            if (buffer_.size() < kDrainBytes) return;
            hasher_.add(buffer_);
            buffer_.clear();
        });
        row_ += count;
        rows -= count;
        if (row_ < size) return false;
        if (size > 0) add_table();
        row_ = 0;
        ++table_;
    }
    return true;
}

std::string world_hash(const World& world) {
    WorldHasher hasher(world);
    while (!hasher.step(SIZE_MAX)) {}
    return hasher.hex();
}

}  // namespace picket
