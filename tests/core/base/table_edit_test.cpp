// The shape of a Table's tree: whatever the order of writes, it stays balanced, filled and parted.
// Contents are table_test.cpp's business.
#include "picket/table.h"

#include <doctest/doctest.h>

#include <cstdint>
#include <set>
#include <string>
#include <vector>

#include "base/random.h"

using namespace picket::table_detail;
using picket::Random;

namespace {

constexpr TreeOps kOps = kTreeOps<int, int>;

// Walks a tree and says what is wrong with it first; empty when nothing is.
class Inspector {
public:
    std::string inspect(const Tree& tree) {
        if (tree.root != nullptr) visit(*tree.root, nullptr, nullptr, true, true);
        return wrong_;
    }
    std::size_t nodes() const { return nodes_; }

private:
    void expect(bool fact, const char* what) {
        if (!fact && wrong_.empty()) wrong_ = what;
    }

    // Every key lies in [low, high), where given.
    void visit(const Node& node, const int* low, const int* high, bool right_edge, bool root) {
        ++nodes_;
        const bool is_leaf = node.height == 0;
        const int* keys = node.keys_as<int>();
        expect(node.width > 0, "an empty node");
        expect(node.width >= kChunkMin || right_edge, "a thin node off the right edge");
        expect(!root || is_leaf || node.width > 1, "a root with one child");
        for (std::size_t i = 0; i < node.width; ++i) {
            if (!is_leaf) {
                visit_child(inner(node), i, i == 0 ? low : &keys[i],
                            i + 1 == node.width ? high : &keys[i + 1], right_edge);
                continue;
            }
            expect(i == 0 || keys[i - 1] < keys[i], "keys out of order");
            expect(low == nullptr || !(keys[i] < *low), "a key below its low");
            expect(high == nullptr || keys[i] < *high, "a key beyond the next low");
        }
    }
    void visit_child(const Inner& parent, std::size_t at, const int* low, const int* high,
                     bool right_edge) {
        const Node& child = *parent.children[at];
        expect(child.height + 1 == parent.height, "leaves at different depths");
        expect(parent.counts[at] == total(child), "a stale count");
        expect(child.height == 0 || child.keys_as<int>()[0] == parent.keys_as<int>()[at],
               "a stale low");
        visit(child, low, high, right_edge && at + 1 == parent.width, false);
    }

    std::string wrong_;
    std::size_t nodes_ = 0;
};

// A tree and the keys that are in it, so that only absent keys are inserted and present ones
// erased.
struct Grove {
    Tree tree;
    std::set<int> keys;

    Grove() = default;
    Grove(const Grove& other) : tree(other.tree), keys(other.keys) { ++tree.root->references; }
    Grove& operator=(const Grove&) = delete;
    ~Grove() { tree.release(kOps); }

    void insert(int key) {
        if (keys.insert(key).second) tree.insert(kOps, path_to(key), &key, &key);
    }
    void erase(int key) {
        if (keys.erase(key) == 1) tree.erase(kOps, path_to(key));
    }
    Path path_to(int key) const {
        Path path{};
        locate<int>(tree.root, key, path);
        return path;
    }
};

void require_sound(const Grove& grove) {
    REQUIRE(Inspector().inspect(grove.tree) == "");
    REQUIRE((grove.tree.root == nullptr ? 0 : total(*grove.tree.root)) == grove.keys.size());
    REQUIRE(grove.tree.size == grove.keys.size());
}

}  // namespace

TEST_CASE("table edit: the tree stays sound while it grows and shrinks at random") {
    for (std::uint64_t seed = 1; seed <= 6; ++seed) {
        CAPTURE(seed);
        Random random(seed, "edit");
        Grove grove;
        std::vector<Grove> held;
        for (int phase = 0; phase < 8; ++phase) {
            const std::uint64_t growth_percent = phase % 2 == 0 ? 90 : 8;
            for (int i = 0; i < 6000; ++i) {
                const int key = static_cast<int>(random.below(9000));
                random.chance({growth_percent, 100}) ? grove.insert(key) : grove.erase(key);
                if (i % 100 == 0) require_sound(grove);
            }
            held.push_back(grove);
        }
        for (const Grove& past : held) require_sound(past);
    }
}

TEST_CASE("table edit: the tree stays sound when ranges are filled and emptied from either end") {
    for (std::uint64_t seed = 1; seed <= 30; ++seed) {
        CAPTURE(seed);
        Random random(seed, "ranges");
        Grove grove;
        for (int i = 0; i < 60; ++i) {
            const int low = static_cast<int>(random.below(20000));
            const int length = static_cast<int>(random.below(3000));
            const bool fill = random.chance({3, 5});
            const bool upwards = random.chance({1, 2});
            for (int step = 0; step < length; ++step) {
                const int key = upwards ? low + step : low + length - step;
                fill ? grove.insert(key) : grove.erase(key);
            }
            require_sound(grove);
        }
        while (!grove.keys.empty()) {
            grove.erase(random.chance({1, 2}) ? *grove.keys.begin() : *grove.keys.rbegin());
            if (grove.keys.size() % 200 == 0) require_sound(grove);
        }
        REQUIRE(grove.tree.root == nullptr);
    }
}

TEST_CASE("table edit: keys that arrive in order leave full chunks behind") {
    Grove grove;
    constexpr std::size_t kLeaves = 32 * 32;
    for (int i = 0; i < static_cast<int>(kLeaves * kChunkMax); ++i) grove.insert(i);
    Inspector inspector;
    CHECK(inspector.inspect(grove.tree) == "");
    CHECK(inspector.nodes() == kLeaves + 32 + 1);
    CHECK(grove.tree.root->height == 2);
}

TEST_CASE("table edit: a gap that is filled backwards does not leave thin chunks") {
    Grove grove;
    for (int i = 0; i < 64; ++i) grove.insert(i);
    for (int i = 0; i < 64; ++i) grove.insert(100000 + i);
    for (int i = 50000; i > 1000; --i) grove.insert(i);
    require_sound(grove);
    Inspector inspector;
    inspector.inspect(grove.tree);
    CHECK(inspector.nodes() < 2 * grove.keys.size() / (kChunkMax / 2));
}
