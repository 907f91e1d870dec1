// Reading the tree of a Table: places by number, and what differs between two trees without looking
// into the nodes they share.
#include <algorithm>

#include "picket/table_node.h"

namespace picket::table_detail {
namespace {

// Walks a tree in key order. It stands on a whole subtree until open() is called, so shared
// subtrees can be skipped.
class Walker {
public:
    Walker(const TreeOps& ops, const Node* root)
        : ops_(ops), subtree_(root), done_(root == nullptr) {}

    bool done() const { return done_; }
    const Node* subtree() const { return subtree_; }  // null: standing on one entry
    std::uint32_t height() const { return subtree_ == nullptr ? 0 : subtree_->height + 1; }
    const void* key() const {
        if (subtree_ == nullptr) return leaf().keys->bytes() + index() * ops_.key->size;
        const Node* node = subtree_;
        while (node->height > 0) node = inner(*node).children[0];
        return node->keys->bytes();
    }
    const void* value() const {
        return slot_value(*ops_.slot, leaf().slots() + index() * ops_.slot->size);
    }

    void open() {
        PICKET_ASSERT(depth_ < kDepthMax);
        path_[depth_++] = {subtree_, 0};
        settle();
    }
    void skip() {
        if (depth_ > 0) ++path_[depth_ - 1].index;
        settle();
    }

private:
    struct Step {
        const Node* node;
        std::uint32_t index;
    };
    const Node& leaf() const { return *path_[depth_ - 1].node; }
    std::uint32_t index() const { return path_[depth_ - 1].index; }

    void settle() {
        while (depth_ > 0 && index() == path_[depth_ - 1].node->width) {
            --depth_;
            if (depth_ > 0) ++path_[depth_ - 1].index;
        }
        done_ = depth_ == 0;
        subtree_ = nullptr;
        if (done_ || path_[depth_ - 1].node->height == 0) return;
        subtree_ = inner(*path_[depth_ - 1].node).children[index()];
    }

    const TreeOps& ops_;
    std::array<Step, kDepthMax> path_;
    std::uint32_t depth_ = 0;
    const Node* subtree_;
    bool done_;
};

}  // namespace

std::size_t total(const Node& node) {
    if (node.height == 0) return node.width;
    std::size_t sum = 0;
    for (std::uint32_t i = 0; i < node.width; ++i) sum += inner(node).counts[i];
    return sum;
}

std::size_t Tree::rank(const Path& path) const {
    if (root == nullptr) return 0;
    std::size_t before = 0;
    const Node* node = root;
    while (node->height > 0) {
        const std::uint32_t child = path[node->height];
        for (std::uint32_t i = 0; i < child; ++i) before += inner(*node).counts[i];
        node = inner(*node).children[child];
    }
    return before + path[0];
}

Place place_of(const Node* root, std::size_t size, std::size_t index) {
    if (index >= size) return {};
    std::size_t rest = index;
    const Node* node = root;
    while (node->height > 0) {
        std::uint32_t child = 0;
        for (; rest >= inner(*node).counts[child]; ++child) rest -= inner(*node).counts[child];
        node = inner(*node).children[child];
    }
    return {node, rest};
}

void walk_differences(const TreeOps& ops, const Tree& before, const Tree& after,
                      const DiffCalls& calls) {
    Walker old(ops, before.root);
    Walker now(ops, after.root);
    const auto less = ops.key->less;
    while (!old.done() || !now.done()) {
        if (!old.done() && old.subtree() != nullptr && old.subtree() == now.subtree()) {
            old.skip();
            now.skip();
            continue;
        }
        // The side that is behind is opened or reported alone; only sides that start with the same
        // key are compared. Keys in one place are equal: nodes that differ in values share theirs.
        const void* old_key = old.done() ? nullptr : old.key();
        const void* now_key = now.done() ? nullptr : now.key();
        const bool differ = old_key != now_key;
        const bool old_first = differ && !old.done() && (now.done() || less(old_key, now_key));
        const bool now_first = differ && !old_first && !now.done() &&
                               (old.done() || less(now_key, old_key));
        if (old_first || now_first) {
            Walker& behind = old_first ? old : now;
            if (behind.subtree() != nullptr) {
                if (old_first && calls.alone != nullptr)
                    calls.alone(calls.closure, *old.subtree(), true);
                behind.open();
                continue;
            }
            const void* value = behind.value();
            if (!calls.report(calls.closure, behind.key(), old_first ? value : nullptr,
                              old_first ? nullptr : value)) {
                return;
            }
            behind.skip();
        } else if (old.height() > 0 || now.height() > 0) {
            const std::uint32_t old_height = old.height();
            const std::uint32_t now_height = now.height();
            if (old_height >= now_height && calls.alone != nullptr) {
                const bool same_keys = old_height == now_height &&
                                       old.subtree()->keys == now.subtree()->keys;
                calls.alone(calls.closure, *old.subtree(), !same_keys);
            }
            if (old_height >= now_height) old.open();
            if (now_height >= old_height) now.open();
        } else {
            const void* left = old.value();
            const void* right = now.value();
            // Two entries that share their cell are not compared.
            if (left != right && !calls.equal(calls.closure, left, right) &&
                !calls.report(calls.closure, now.key(), left, right)) {
                return;
            }
            old.skip();
            now.skip();
        }
    }
}

}  // namespace picket::table_detail
