// The shape of a Table's tree: whatever the order of writes, it stays balanced, filled and parted.
// Contents are table_test.cpp's business.
#include "picket/table_edit.h"

#include <doctest/doctest.h>

#include <cstdint>
#include <set>
#include <string>
#include <vector>

#include "base/random.h"

using namespace picket::table_detail;
using picket::Random;

namespace {

using TreeNode = Node<int, int>;
using Root = Shared<TreeNode>;

// Walks a tree and says what is wrong with it first; empty when nothing is.
class Inspector {
public:
    std::string inspect(const Root& root) {
        if (root.get() != nullptr) visit(*root, nullptr, nullptr, true, true);
        return wrong_;
    }
    std::size_t nodes() const { return nodes_; }

private:
    void expect(bool fact, const char* what) {
        if (!fact && wrong_.empty()) wrong_ = what;
    }

    // Every key lies in [low, high), where given.
    void visit(const TreeNode& node, const int* low, const int* high, bool right_edge, bool root) {
        ++nodes_;
        expect(node.width() > 0, "an empty node");
        expect(node.width() >= kChunkMin || right_edge, "a thin node off the right edge");
        expect(!root || node.is_leaf() || node.width() > 1, "a root with one child");
        if (node.is_leaf()) {
            const Chunk<int>& keys = node.leaf().keys.get();
            expect(node.leaf().values.size() == keys.size(), "keys and values differ in number");
            for (std::size_t i = 0; i < keys.size(); ++i) {
                expect(i == 0 || keys[i - 1] < keys[i], "keys out of order");
                expect(low == nullptr || !(keys[i] < *low), "a key below its low");
                expect(high == nullptr || keys[i] < *high, "a key beyond the next low");
            }
            return;
        }
        const Inner<int, int>& inner = node.inner();
        const Chunk<int>& lows = inner.lows.get();
        const std::size_t width = inner.children.size();
        expect(lows.size() == width && inner.counts.size() == width, "ragged inner node");
        for (std::size_t i = 0; i < width; ++i) {
            const TreeNode& child = *inner.children[i];
            expect(child.height + 1 == node.height, "leaves at different depths");
            expect(inner.counts[i] == child.total(), "a stale count");
            expect(child.is_leaf() || child.inner().lows.get()[0] == lows[i], "a stale low");
            visit(child, i == 0 ? low : &lows[i], i + 1 == width ? high : &lows[i + 1],
                  right_edge && i + 1 == width, false);
        }
    }

    std::string wrong_;
    std::size_t nodes_ = 0;
};

// A tree and the keys that are in it, so that only absent keys are inserted and present ones
// erased.
struct Grove {
    Root root;
    std::set<int> keys;

    void insert(int key) {
        int value = key;
        if (keys.insert(key).second) Editor<int, int>::insert(root, int(key), std::move(value));
    }
    void erase(int key) {
        if (keys.erase(key) == 1) Editor<int, int>::erase(root, key);
    }
};

void require_sound(const Grove& grove) {
    REQUIRE(Inspector().inspect(grove.root) == "");
    REQUIRE((grove.root.get() == nullptr ? 0 : grove.root->total()) == grove.keys.size());
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
        REQUIRE(grove.root.get() == nullptr);
    }
}

TEST_CASE("table edit: keys that arrive in order leave full chunks behind") {
    Grove grove;
    constexpr std::size_t kLeaves = 32 * 32;
    for (int i = 0; i < static_cast<int>(kLeaves * kChunkMax); ++i) grove.insert(i);
    Inspector inspector;
    CHECK(inspector.inspect(grove.root) == "");
    CHECK(inspector.nodes() == kLeaves + 32 + 1);
    CHECK(grove.root->height == 2);
}

TEST_CASE("table edit: a gap that is filled backwards does not leave thin chunks") {
    Grove grove;
    for (int i = 0; i < 64; ++i) grove.insert(i);
    for (int i = 0; i < 64; ++i) grove.insert(100000 + i);
    for (int i = 50000; i > 1000; --i) grove.insert(i);
    require_sound(grove);
    Inspector inspector;
    inspector.inspect(grove.root);
    CHECK(inspector.nodes() < 2 * grove.keys.size() / (kChunkMax / 2));
}
