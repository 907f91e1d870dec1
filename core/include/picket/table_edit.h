// Inserting into and erasing from the tree of a Table. Every function leaves shared nodes as they
// are and changes copies, so other tables never notice. Only table.h looks in here.
#pragma once

#include "picket/table_node.h"

namespace picket::table_detail {

template <class Key, class T>
struct Editor {
    using NodeType = Node<Key, T>;
    using Ref = Shared<NodeType>;

    // Adds a key that is absent. Grows the tree at the root when the root had to be split.
    static void insert(Ref& root, Key&& key, T&& value) {
        if (root.get() == nullptr) root = Ref(new Leaf<Key, T>());
        Ref right = insert_below(root, std::move(key), std::move(value), true);
        if (right.get() == nullptr) return;
        PICKET_ASSERT(root->height + 2 <= kDepthMax);
        auto* grown = new Inner<Key, T>(root->height + 1);
        Ref left = std::exchange(root, Ref(grown));
        add_child(*grown, 0, std::move(left));
        add_child(*grown, 1, std::move(right));
    }

    // Removes a key that is present. Lowers the tree when its root has a single child left.
    template <class K>
    static void erase(Ref& root, const K& key) {
        erase_below(root, key);
        while (!root->is_leaf() && root->width() == 1) root = Ref(root->inner().children[0]);
        if (root->width() == 0) root = Ref();
    }

    // The slot of a key that is present, ready to be changed.
    template <class K>
    static Slot<T>& own_slot(Ref& root, const K& key) {
        Ref* ref = &root;
        while (true) {
            NodeType& node = ref->own();
            if (node.is_leaf())
                return node.leaf().values[lower_position(node.leaf().keys.get(), key)];
            ref = &node.inner().children[child_position(node.inner(), key)];
        }
    }

private:
    // Returns the new right neighbour when the node behind `ref` had to be split, else nothing.
    static Ref insert_below(Ref& ref, Key&& key, T&& value, bool on_right_edge) {
        NodeType& node = ref.own();
        if (node.is_leaf()) {
            Room room = make_room(node, lower_position(node.leaf().keys.get(), key), on_right_edge);
            room.node->leaf().keys.edit().insert(room.position, std::move(key));
            room.node->leaf().values.insert(room.position, Slot<T>(std::move(value)));
            return std::move(room.right);
        }
        Inner<Key, T>& inner = node.inner();
        const std::size_t at = child_position(inner, key);
        const bool last = at + 1 == inner.children.size();
        Ref split = insert_below(inner.children[at], std::move(key), std::move(value),
                                 on_right_edge && last);
        inner.counts[at] = split.get() == nullptr ? inner.counts[at] + 1
                                                  : inner.children[at]->total();
        if (split.get() == nullptr) return Ref();
        Room room = make_room(node, at + 1, on_right_edge);
        add_child(room.node->inner(), room.position, std::move(split));
        return std::move(room.right);
    }

    struct Room {
        NodeType* node;
        std::size_t position;
        Ref right;  // set when the node was split
    };

    // A full node is split in the middle; but when it grows at the right edge of the tree it stays
    // full, so keys that come in order (times, numbered names) leave full nodes behind and not half
    // empty ones.
    static Room make_room(NodeType& node, std::size_t position, bool on_right_edge) {
        const std::size_t width = node.width();
        if (width < kChunkMax) return {&node, position, Ref()};
        const std::size_t middle = on_right_edge && position == width ? width : width / 2;
        NodeType* fresh = node.is_leaf() ? static_cast<NodeType*>(new Leaf<Key, T>())
                                         : static_cast<NodeType*>(new Inner<Key, T>(node.height));
        Ref right(fresh);
        splice(*fresh, 0, node, middle, width - middle);
        if (position > middle || middle == width) {
            return {fresh, position - middle, std::move(right)};
        }
        return {&node, position, std::move(right)};
    }

    static void add_child(Inner<Key, T>& inner, std::size_t position, Ref child) {
        // What parts a fresh right half from its left neighbour: the first key, or the first low.
        inner.lows.edit().insert(position, child->is_leaf() ? child->leaf().keys.get()[0]
                                                            : child->inner().lows.get()[0]);
        inner.counts.insert(position, child->total());
        inner.children.insert(position, std::move(child));
    }

    static void drop_child(Inner<Key, T>& inner, std::size_t position) {
        inner.lows.edit().erase(position);
        inner.counts.erase(position);
        inner.children.erase(position);
    }

    template <class K>
    static void erase_below(Ref& ref, const K& key) {
        NodeType& node = ref.own();
        if (node.is_leaf()) {
            const std::size_t at = lower_position(node.leaf().keys.get(), key);
            node.leaf().keys.edit().erase(at);
            node.leaf().values.erase(at);
            return;
        }
        Inner<Key, T>& inner = node.inner();
        const std::size_t at = child_position(inner, key);
        erase_below(inner.children[at], key);
        --inner.counts[at];
        if (inner.children[at]->width() < kChunkMin) repair(inner, at);
    }

    // Child `at` has become small: join it with a neighbour, or level the two when both do not fit
    // into one node.
    static void repair(Inner<Key, T>& inner, std::size_t at) {
        if (inner.children.size() == 1) {
            if (inner.counts[0] == 0) drop_child(inner, 0);
            return;
        }
        const std::size_t left_at = at > 0 ? at - 1 : 0;
        const std::size_t right_at = left_at + 1;
        NodeType& left = inner.children[left_at].own();
        NodeType& right = inner.children[right_at].own();
        const std::size_t both = left.width() + right.width();
        if (both <= kChunkMax) {
            splice(left, left.width(), right, 0, right.width());
            inner.counts[left_at] += inner.counts[right_at];
            drop_child(inner, right_at);
            return;
        }
        const std::size_t half = both / 2;
        if (left.width() > half) {
            splice(right, 0, left, half, left.width() - half);
        } else {
            splice(left, left.width(), right, 0, half - left.width());
        }
        inner.lows.edit()[right_at] = right.is_leaf() ? right.leaf().keys.get()[0]
                                                      : right.inner().lows.get()[0];
        inner.counts[left_at] = left.total();
        inner.counts[right_at] = right.total();
    }

    static void splice(NodeType& to, std::size_t at, NodeType& from, std::size_t first,
                       std::size_t count) {
        if (to.is_leaf()) {
            to.leaf().keys.edit().splice(at, from.leaf().keys.edit(), first, count);
            to.leaf().values.splice(at, from.leaf().values, first, count);
            return;
        }
        to.inner().lows.edit().splice(at, from.inner().lows.edit(), first, count);
        to.inner().counts.splice(at, from.inner().counts, first, count);
        to.inner().children.splice(at, from.inner().children, first, count);
    }
};

}  // namespace picket::table_detail
