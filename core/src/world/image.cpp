// One walk that writes, one that reads and checks every length before it believes it.
#include "world/image.h"

#include <cstring>

#include "model/any_value.h"
#include "world/scalars.h"
#include "world/session.h"
#include "world/settings.h"

namespace picket {

namespace {

constexpr std::string_view kMagic = "PICKETW1";  // its last character is the version of this format
constexpr std::size_t kHashBytes = 16;
constexpr std::size_t kHeaderBytes = 8 + 2 * kHashBytes;  // magic, build stamp, hash of the content
constexpr int kDepthMax = 64;

// Zigzag: small numbers of either sign become small.
constexpr std::uint64_t folded(std::int64_t number) {
    const auto bits = static_cast<std::uint64_t>(number);
    return (bits << 1) ^ (number < 0 ? ~std::uint64_t{0} : 0);
}
constexpr std::int64_t unfolded(std::uint64_t number) {
    return static_cast<std::int64_t>((number >> 1) ^ ((number & 1) != 0 ? ~std::uint64_t{0} : 0));
}

void append_fixed(std::uint64_t bits, std::string& out) {
    for (int i = 0; i < 8; ++i) out += static_cast<char>(bits >> (8 * i));
}
std::uint64_t read_fixed(std::string_view bytes) {
    std::uint64_t bits = 0;
    for (int i = 7; i >= 0; --i)
        bits = bits << 8 | static_cast<unsigned char>(bytes[static_cast<std::size_t>(i)]);
    return bits;
}

// WebAssembly may give a NaN any sign and payload, so all of them are written as one.
std::uint64_t double_bits(double number) {
    if (number != number) return 0x7FF8000000000000;
    std::uint64_t bits = 0;
    std::memcpy(&bits, &number, sizeof bits);
    return bits;
}

void append_hash(const Hash128& hash, std::string& out) {
    append_fixed(hash.low, out);
    append_fixed(hash.high, out);
}
Hash128 read_hash(std::string_view bytes) {
    return {.high = read_fixed(bytes.substr(8)), .low = read_fixed(bytes)};
}

// What the bytes of a value mean, as far as a reader depends on it. Rules do not matter here: they
// bind requests.
void stamp_shape(const ShapeInfo& shape, Hasher& hasher, int depth) {
    PICKET_ASSERT(depth < kDepthMax);
    hasher.add_string(shape.name)
        .add_u64(static_cast<std::uint64_t>(shape.kind))
        .add_u64(shape.exactly_one ? 1 : 0);
    hasher.add_u64(shape.enumerators.size());
    for (std::string_view name : shape.enumerators) hasher.add_string(name);
    if (shape.element != nullptr) stamp_shape(*shape.element, hasher, depth + 1);
    hasher.add_u64(shape.members.size());
    for (const MemberInfo& member : shape.members) {
        hasher.add_string(member.name).add_u64(member.optional != nullptr ? 1 : 0);
        stamp_shape(*member.shape, hasher, depth + 1);
    }
}

Refusal refusal(std::string message) {
    return refuse(ErrorCode::InvalidRequest, std::move(message));
}

Refusal damaged() { return refusal("The image is damaged: its content does not read as a World."); }

Result<World> world_from_content(std::string_view bytes) {
    ImageReader reader(bytes);
    WorldScalars scalars;
    if (!reader.value(kShape<WorldScalars>, &scalars)) return damaged();
    World world;
    world.seed = scalars.seed;
    world.region = std::move(scalars.region);
    world.account = std::move(scalars.account);
    world.now = scalars.now;
    world.instant_items = scalars.instant_items;
    world.next_sequence = scalars.next_sequence;
    world.next_event = scalars.next_event;
    const TableInfo* last = nullptr;
    while (!reader.at_end()) {
        std::string name;
        std::uint64_t rows = 0;
        if (!reader.text(name) || !reader.number(rows) || rows == 0) return damaged();
        const TableInfo* table = find_table(name);
        if (table == nullptr || (last != nullptr && table <= last)) return damaged();
        last = table;
        AnyValue key(*table->key);
        AnyValue value(*table->value);
        for (std::uint64_t row = 0; row < rows; ++row) {
            if (!reader.value(*table->key, key.get()) || !reader.value(*table->value, value.get()))
                return damaged();
            table->put(world, key.get(), value.get());
            if (table->size(world) != row + 1) return damaged();  // a key came twice
        }
    }
    return world;
}

}  // namespace

void append_number(std::uint64_t number, std::string& out) {
    for (; number >= 0x80; number >>= 7) out += static_cast<char>(number | 0x80);
    out += static_cast<char>(number);
}

void append_text(std::string_view text, std::string& out) {
    append_number(text.size(), out);
    out += text;
}

void append_image(const ShapeInfo& shape, const void* value, std::string& out) {
    switch (shape.kind) {
    case Kind::Bool:
        out += static_cast<char>(*static_cast<const bool*>(value) ? 1 : 0);
        return;
    case Kind::Integer:
        return append_number(folded(*static_cast<const std::int64_t*>(value)), out);
    case Kind::Double:
        return append_fixed(double_bits(*static_cast<const double*>(value)), out);
    case Kind::String:
        return append_text(*static_cast<const std::string*>(value), out);
    case Kind::Time:
        return append_number(folded(static_cast<const Timestamp*>(value)->ms), out);
    case Kind::Enum:
        out += static_cast<char>(*static_cast<const std::uint8_t*>(value));
        return;
    case Kind::Document:
        return append_text(static_cast<const JsonText*>(value)->text, out);
    case Kind::List:
        append_number(shape.list->size(value), out);
        for (std::size_t i = 0; i < shape.list->size(value); ++i) {
            append_image(*shape.element, shape.list->at(value, i), out);
        }
        return;
    case Kind::Map:
        append_number(shape.map->size(value), out);
        for (std::size_t i = 0; i < shape.map->size(value); ++i) {
            append_text(shape.map->key_at(value, i), out);
            append_image(*shape.element, shape.map->value_at(value, i), out);
        }
        return;
    case Kind::Structure:
        if (shape.members.empty()) out += '\0';
        for (const MemberInfo& member : shape.members) {
            const void* at = member.get(value);
            if (member.optional != nullptr) out += static_cast<char>(at != nullptr ? 1 : 0);
            if (at != nullptr) append_image(*member.shape, at, out);
        }
        return;
    }
}

bool ImageReader::byte(std::uint8_t& out) {
    if (rest_.empty()) return false;
    out = static_cast<std::uint8_t>(rest_[0]);
    rest_.remove_prefix(1);
    return true;
}

bool ImageReader::number(std::uint64_t& out) {
    out = 0;
    for (int shift = 0; shift < 64; shift += 7) {
        std::uint8_t part = 0;
        if (!byte(part)) return false;
        out |= static_cast<std::uint64_t>(part & 0x7F) << shift;
        if ((part & 0x80) != 0) continue;
        // A last part of zero, or bits beyond the 64th: some other encoder wrote this.
        return !(part == 0 && shift > 0) && !(shift == 63 && part > 1);
    }
    return false;
}

bool ImageReader::count(std::size_t& out) {
    std::uint64_t claimed = 0;
    if (!number(claimed) || claimed > rest_.size()) return false;
    out = static_cast<std::size_t>(claimed);
    return true;
}

bool ImageReader::text(std::string& out) {
    std::size_t size = 0;
    if (!count(size)) return false;
    out.assign(rest_.substr(0, size));
    rest_.remove_prefix(size);
    return true;
}

bool ImageReader::list(const ShapeInfo& shape, void* out, int depth) {
    std::size_t size = 0;
    if (!count(size)) return false;
    shape.list->clear(out);
    for (; size > 0; --size) {
        if (!value(*shape.element, shape.list->append(out), depth + 1)) return false;
    }
    return true;
}

bool ImageReader::map(const ShapeInfo& shape, void* out, int depth) {
    std::size_t size = 0;
    if (!count(size)) return false;
    shape.map->clear(out);
    std::string key;
    for (std::size_t i = 0; i < size; ++i) {
        if (!text(key)) return false;
        if (i > 0 && !(shape.map->key_at(out, i - 1) < key)) return false;
        if (!value(*shape.element, shape.map->insert(out, key), depth + 1)) return false;
    }
    return true;
}

bool ImageReader::structure(const ShapeInfo& shape, void* out, int depth) {
    std::uint8_t flag = 0;
    if (shape.members.empty()) return byte(flag) && flag == 0;
    std::size_t present = 0;
    for (const MemberInfo& member : shape.members) {
        if (member.optional != nullptr) {
            if (!byte(flag) || flag > 1) return false;
            if (flag == 0) {
                member.optional->reset(static_cast<char*>(out) + member.offset);
                continue;
            }
        }
        ++present;
        if (!value(*member.shape, member.make(out), depth + 1)) return false;
    }
    return !shape.exactly_one || present == 1;
}

bool ImageReader::value(const ShapeInfo& shape, void* out, int depth) {
    if (depth > kDepthMax) return false;
    std::uint64_t bits = 0;
    std::uint8_t small = 0;
    switch (shape.kind) {
    case Kind::Bool:
        if (!byte(small) || small > 1) return false;
        *static_cast<bool*>(out) = small == 1;
        return true;
    case Kind::Integer:
        if (!number(bits)) return false;
        *static_cast<std::int64_t*>(out) = unfolded(bits);
        return true;
    case Kind::Time:
        if (!number(bits)) return false;
        static_cast<Timestamp*>(out)->ms = unfolded(bits);
        return true;
    case Kind::Double:
        if (rest_.size() < sizeof bits) return false;
        bits = read_fixed(rest_);
        rest_.remove_prefix(sizeof bits);
        std::memcpy(out, &bits, sizeof bits);
        return double_bits(*static_cast<double*>(out)) == bits;
    case Kind::Enum:
        if (!byte(small) || small >= shape.enumerators.size()) return false;
        *static_cast<std::uint8_t*>(out) = small;
        return true;
    case Kind::String:
        return text(*static_cast<std::string*>(out));
    case Kind::Document:
        return text(static_cast<JsonText*>(out)->text);
    case Kind::List:
        return list(shape, out, depth);
    case Kind::Map:
        return map(shape, out, depth);
    case Kind::Structure:
        return structure(shape, out, depth);
    }
    return false;
}

void append_world(const World& world, std::string& out) {
    const WorldScalars scalars = scalars_of(world);
    append_image(kShape<WorldScalars>, &scalars, out);
    for (const TableInfo& table : world_tables()) {
        const std::size_t rows = table.size(world);
        if (rows == 0) continue;
        append_text(table.name, out);
        append_number(rows, out);
        visit_rows(table, world, 0, rows, [&](TableInfo::Row row) {
            append_image(*table.key, row.key, out);
            append_image(*table.value, row.value, out);
        });
    }
}

Hash128 build_stamp() {
    Hasher hasher;
    hasher.add_u64(static_cast<std::uint64_t>(kBehaviourVersion));
    stamp_shape(kShape<WorldScalars>, hasher, 0);
    for (const TableInfo& table : world_tables()) {
        hasher.add_string(table.name);
        stamp_shape(*table.key, hasher, 0);
        stamp_shape(*table.value, hasher, 0);
    }
    // A World holds only settings that differ from their default, so another default is another
    // meaning.
    for (const SettingInfo& setting : settings())
        hasher.add_string(setting.name).add_string(setting.fallback);
    return hasher.finish();
}

std::string world_image(const World& world) {
    std::string out(kHeaderBytes, '\0');
    append_world(world, out);
    std::string header(kMagic);
    append_hash(build_stamp(), header);
    append_hash(hash_bytes(std::string_view(out).substr(kHeaderBytes)), header);
    out.replace(0, kHeaderBytes, header);
    return out;
}

Result<World> world_from_image(std::string_view bytes) {
    if (bytes.size() < kHeaderBytes || bytes.substr(0, kMagic.size()) != kMagic) {
        return refusal("This is not an image of a World, or one of another format.");
    }
    if (!(read_hash(bytes.substr(kMagic.size())) == build_stamp())) {
        return refusal("The image was made by another build. Replay the journal instead.");
    }
    const std::string_view content = bytes.substr(kHeaderBytes);
    if (!(read_hash(bytes.substr(kMagic.size() + kHashBytes)) == hash_bytes(content))) {
        return refusal("The image is damaged: its content and its hash differ.");
    }
    return world_from_content(content);
}

}  // namespace picket
