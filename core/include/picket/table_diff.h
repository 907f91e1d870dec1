// Finds what differs between two Tables without looking into the nodes they share. Only table.h
// looks in here.
#pragma once

#include <array>

#include "picket/table_node.h"

namespace picket::table_detail {

// Walks a tree in key order. It stands on a whole subtree until open() is called, so shared
// subtrees can be skipped.
template <class Key, class T>
class Walker {
public:
    explicit Walker(const Node<Key, T>* root) : subtree_(root), done_(root == nullptr) {}

    bool done() const { return done_; }
    const Node<Key, T>* subtree() const { return subtree_; }  // null: standing on one entry
    std::size_t height() const { return subtree_ == nullptr ? 0 : subtree_->height + 1; }
    const Key& key() const {
        return subtree_ == nullptr ? leaf().keys.get()[index()] : subtree_->first_key();
    }
    const Slot<T>& slot() const { return leaf().values[index()]; }

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
        const Node<Key, T>* node;
        std::size_t index;
    };
    const Leaf<Key, T>& leaf() const { return path_[depth_ - 1].node->leaf(); }
    std::size_t index() const { return path_[depth_ - 1].index; }

    void settle() {
        while (depth_ > 0 && index() == path_[depth_ - 1].node->width()) {
            --depth_;
            if (depth_ > 0) ++path_[depth_ - 1].index;
        }
        done_ = depth_ == 0;
        subtree_ = nullptr;
        if (done_ || path_[depth_ - 1].node->is_leaf()) return;
        subtree_ = path_[depth_ - 1].node->inner().children[index()].get();
    }

    std::array<Step, kDepthMax> path_;
    std::size_t depth_ = 0;
    const Node<Key, T>* subtree_;
    bool done_;
};

template <class T>
bool same_cell(const InlineSlot<T>&, const InlineSlot<T>&) {
    return false;
}
template <class T>
bool same_cell(const SharedSlot<T>& left, const SharedSlot<T>& right) {
    return left.cell.get() == right.cell.get();
}

// `report` and `equal` as in Table::diff; report returns false to stop.
template <class Key, class T, class Report, class Equal>
void walk_differences(const Node<Key, T>* before, const Node<Key, T>* after, Report&& report,
                      Equal&& equal) {
    Walker<Key, T> old(before);
    Walker<Key, T> now(after);
    while (!old.done() || !now.done()) {
        if (!old.done() && old.subtree() != nullptr && old.subtree() == now.subtree()) {
            old.skip();
            now.skip();
            continue;
        }
        // The side that is behind is opened or reported alone; only sides that start with the same
        // key are compared.
        const bool old_first = !old.done() && (now.done() || old.key() < now.key());
        const bool now_first = !old_first && !now.done() && (old.done() || now.key() < old.key());
        if (old_first || now_first) {
            Walker<Key, T>& behind = old_first ? old : now;
            if (behind.subtree() != nullptr) {
                behind.open();
                continue;
            }
            const T* value = &behind.slot().get();
            if (!report(behind.key(), old_first ? value : nullptr, old_first ? nullptr : value))
                return;
            behind.skip();
        } else if (old.height() > 0 || now.height() > 0) {
            const std::size_t old_height = old.height();
            const std::size_t now_height = now.height();
            if (old_height >= now_height) old.open();
            if (now_height >= old_height) now.open();
        } else {
            const Slot<T>& left = old.slot();
            const Slot<T>& right = now.slot();
            if (!same_cell(left, right) && !equal(left.get(), right.get()) &&
                !report(now.key(), &left.get(), &right.get())) {
                return;
            }
            old.skip();
            now.skip();
        }
    }
}

}  // namespace picket::table_detail
