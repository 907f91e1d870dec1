// The World hash: equal for equal Worlds however they came about, and another one for the smallest
// difference anywhere.
#include <doctest/doctest.h>

#include <algorithm>
#include <set>

#include "support/builders.h"
#include "world/image.h"

using namespace picket;

namespace {

// Makes the n-th of all single changes that a description allows; false when there are fewer.
// Counts down in `left`.
class OneChange {
public:
    explicit OneChange(int number) : left_(number) {}
    bool apply(const ShapeInfo& shape, void* value);

private:
    bool now() { return left_-- == 0; }
    bool members(const ShapeInfo& shape, void* value);
    int left_;
};

bool OneChange::members(const ShapeInfo& shape, void* value) {
    for (const MemberInfo& member : shape.members) {
        if (member.rule.prose) continue;
        void* at = static_cast<char*>(value) + member.offset;
        if (member.optional != nullptr && now()) {
            if (member.get(value) != nullptr) {
                member.optional->reset(at);
            } else {
                member.make(value);
            }
            return true;
        }
        if (member.optional != nullptr) at = const_cast<void*>(member.get(value));
        if (at != nullptr && apply(*member.shape, at)) return true;
    }
    return false;
}

bool OneChange::apply(const ShapeInfo& shape, void* value) {
    switch (shape.kind) {
    case Kind::Structure:
        return members(shape, value);
    case Kind::List:
        for (std::size_t i = 0; i < shape.list->size(value); ++i) {
            if (apply(*shape.element, const_cast<void*>(shape.list->at(value, i)))) return true;
        }
        if (!now()) return false;
        shape.list->append(value);
        return true;
    case Kind::Map:
        for (std::size_t i = 0; i < shape.map->size(value); ++i) {
            if (apply(*shape.element, const_cast<void*>(shape.map->value_at(value, i))))
                return true;
        }
        if (!now()) return false;
        shape.map->insert(value, "a key that no generator draws");
        return true;
    case Kind::Enum:
        if (shape.enumerators.size() < 2 || !now()) return false;
        *static_cast<std::uint8_t*>(value) = *static_cast<std::uint8_t*>(value) == 0 ? 1 : 0;
        return true;
    default:
        break;
    }
    if (!now()) return false;
    if (shape.kind == Kind::Bool) *static_cast<bool*>(value) = !*static_cast<bool*>(value);
    if (shape.kind == Kind::Integer)
        ++*static_cast<std::uint64_t*>(value);  // unsigned: it may be the largest
    if (shape.kind == Kind::Double) {           // one more would be the same for the largest
        double& number = *static_cast<double*>(value);
        number = number == 0 ? 1 : 0;
    }
    if (shape.kind == Kind::Time) ++static_cast<Timestamp*>(value)->ms;
    if (shape.kind == Kind::String) *static_cast<std::string*>(value) += '!';
    if (shape.kind == Kind::Document) static_cast<JsonText*>(value)->text += ' ';
    return true;
}

// A constructed value becomes a copy of another.
void copy_value(const ShapeInfo& shape, const void* from, void* to) {
    std::string image;
    append_image(shape, from, image);
    REQUIRE(ImageReader(image).value(shape, to));
}

}  // namespace

TEST_CASE("world hash: sentences do not count, the facts beside them do") {
    ChronicleEvent event = {.kind = "thing.created", .subject = "a", .text = "Now there is a."};
    World one, two;
    one.chronicle.put(1, event);
    event.text = "The thing 'a' was created.";
    two.chronicle.put(1, event);
    CHECK(world_hash(one) == world_hash(two));
    event.why = JsonText{R"({"thingId":"1"})"};
    two.chronicle.put(1, event);
    CHECK(world_hash(one) != world_hash(two));
}

TEST_CASE("world hash: big Worlds and small buffers give what the rows give one by one") {
    Random random(2, "content");
    const World world = random_world(random, 300);
    std::string content;
    append_world(world, content);
    CHECK(content.size() > 200'000);  // the drain had to run
    auto again = world_from_image(world_image(world));
    REQUIRE(again);
    CHECK(world_hash(*again) == world_hash(world));
}

TEST_CASE("world hash: does not depend on how the World came about") {
    World one, two;
    for (int i = 0; i < 200; ++i) one.tags.put({"arn", std::to_string(i)}, "v");
    for (int i = 199; i >= 0; --i) two.tags.put({"arn", std::to_string(i)}, "other");
    for (int i = 0; i < 200; ++i) two.tags.put({"arn", std::to_string(i)}, "v");
    two.tags.put({"arn", "more"}, "v");
    CHECK(world_hash(one) != world_hash(two));
    two.tags.erase(PairKey{"arn", "more"});
    CHECK(world_hash(one) == world_hash(two));
}

TEST_CASE("world hash: a table without rows leaves no trace") {
    World world;
    const std::string before = world_hash(world);
    world.tags.put({"a", "b"}, "c");
    CHECK(world_hash(world) != before);
    world.tags.erase(PairKey{"a", "b"});
    CHECK(world_hash(world) == before);
}

TEST_CASE("world hash: every plain member counts") {
    std::set<std::string> hashes = {world_hash(World{})};
    const auto add = [&hashes](auto change) {
        World world;
        change(world);
        CHECK(hashes.insert(world_hash(world)).second);
    };
    add([](World& world) { ++world.seed; });
    add([](World& world) { world.region += 'x'; });
    add([](World& world) { world.account += 'x'; });
    add([](World& world) { ++world.now.ms; });
    add([](World& world) { ++world.instant_items; });
    add([](World& world) { ++world.next_sequence; });
    add([](World& world) { ++world.next_event; });
}

TEST_CASE("world hash: any single change of any member of any row gives another hash") {
    for (const TableInfo& table : world_tables()) {
        Random random(41, table.name);  // its own, so that a new table changes no other's values
        std::set<std::string> hashes = {world_hash(World{})};
        AnyValue key(*table.key);
        AnyValue value(*table.value);
        generate(*table.key, random, key.get());
        generate(*table.value, random, value.get(), {.present = {1, 1}});
        const auto add = [&](const void* with_key, const void* with_value) {
            World world;
            table.put(world, with_key, with_value);
            const bool fresh = hashes.insert(world_hash(world)).second;
            CHECK_MESSAGE(fresh, table.name, ' ', to_json(*table.key, with_key), ' ',
                          to_json(*table.value, with_value));
        };
        add(key.get(), value.get());
        int changes = 0;
        for (int i = 0;; ++i, ++changes) {
            AnyValue changed(*table.value);
            copy_value(*table.value, value.get(), changed.get());
            if (!OneChange(i).apply(*table.value, changed.get())) break;
            add(key.get(), changed.get());
        }
        const auto counted = std::count_if(
            table.value->members.begin(), table.value->members.end(),
            [](const MemberInfo& member) { return !member.rule.prose; });
        CHECK_MESSAGE(changes >= counted, table.name);
        for (int i = 0;; ++i, ++changes) {
            AnyValue changed(*table.key);
            copy_value(*table.key, key.get(), changed.get());
            if (!OneChange(i).apply(*table.key, changed.get())) break;
            add(changed.get(), value.get());
        }
        CHECK(changes > 0);
    }
}

TEST_CASE("world hash: the same row in two tables gives two hashes") {
    World one, two;
    one.group_things.put({"a", "b"}, {});
    two.thing_groups_of.put({"a", "b"}, {});
    CHECK(world_hash(one) != world_hash(two));
}
