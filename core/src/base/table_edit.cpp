// Inserting into and erasing from the tree of a Table. Every function leaves shared nodes as they
// are and changes copies, so other tables never notice.
#include <cstring>

#include "picket/table_node.h"

namespace picket::table_detail {
namespace {

// What a node holds beside its keys: the slots of a leaf, or the counts and children of an inner
// node. All of it may be moved bit by bit.
struct Lanes {
    struct Lane {
        std::byte* bytes;
        std::size_t item;
    };
    Lane lanes[2];
    std::uint32_t count;
};

class Editor {
public:
    explicit Editor(const TreeOps& ops) : key_(*ops.key), slot_(*ops.slot) {}

    void release(Node* node) const;
    Node& own(Node*& ref) const;
    Node* insert_below(Node*& ref, const Path& path, void* key, const void* slot,
                       bool on_right_edge) const;
    void erase_below(Node*& ref, const Path& path) const;
    Node* fresh_node(std::uint32_t height) const;
    void add_child(Inner& parent, std::uint32_t position, Node* child) const;
    void release_cell(CellHead* cell) const {
        if (--cell->references == 0) slot_.destroy(cell);
    }
    std::byte* slot(Node& leaf, std::uint32_t at) const { return leaf.slots() + at * slot_.size; }

private:
    struct Room {
        Node* node;
        std::uint32_t position;
        Node* right;  // set when the node was split
    };

    std::byte* key(const Node& node, std::uint32_t at) const {
        return node.keys->bytes() + at * key_.size;
    }
    KeyChunk* fresh_keys() const {
        return ::new (::operator new(sizeof(KeyChunk) + kChunkMax * key_.size)) KeyChunk();
    }
    Lanes lanes(Node& node) const;
    Node* clone(Node& from) const;
    void own_keys(Node& node) const;
    void open_gap(Node& node, std::uint32_t at) const;
    void close_gap(Node& node, std::uint32_t at) const;
    Room make_room(Node& node, std::uint32_t position, bool on_right_edge) const;
    void repair(Inner& parent, std::uint32_t at) const;
    void splice(Node& to, std::uint32_t at, Node& from, std::uint32_t first,
                std::uint32_t count) const;

    const KeyOps& key_;
    const SlotOps& slot_;
};

Lanes Editor::lanes(Node& node) const {
    if (node.height == 0) return {{{node.slots(), slot_.size}, {}}, 1};
    Inner& parent = inner(node);
    return {{{reinterpret_cast<std::byte*>(parent.counts.data()), sizeof parent.counts[0]},
             {reinterpret_cast<std::byte*>(parent.children.data()), sizeof parent.children[0]}},
            2};
}

Node* Editor::fresh_node(std::uint32_t height) const {
    Node* node = height > 0 ? ::new (::operator new(sizeof(Inner))) Inner
                            : ::new (::operator new(sizeof(Node) + kChunkMax * slot_.size)) Node;
    node->height = height;
    return node;
}

Node* Editor::clone(Node& from) const {
    Node* copy = fresh_node(from.height);
    copy->width = from.width;
    copy->keys = from.keys;
    ++copy->keys->references;
    const Lanes source = lanes(from);
    const Lanes target = lanes(*copy);
    for (std::uint32_t i = 0; i < source.count; ++i) {
        std::memcpy(target.lanes[i].bytes, source.lanes[i].bytes,
                    from.width * source.lanes[i].item);
    }
    if (from.height > 0) {
        for (std::uint32_t i = 0; i < from.width; ++i) ++inner(from).children[i]->references;
    } else if (slot_.fresh != nullptr) {
        auto** cells = reinterpret_cast<CellHead**>(from.slots());
        for (std::uint32_t i = 0; i < from.width; ++i) ++cells[i]->references;
    }
    return copy;
}

// Recursion is as deep as the tree is high.
void Editor::release(Node* node) const {
    if (--node->references > 0) return;
    if (--node->keys->references == 0) {
        key_.destroy(node->keys->bytes(), node->width);
        ::operator delete(node->keys);
    }
    if (node->height > 0) {
        for (std::uint32_t i = 0; i < node->width; ++i) release(inner(*node).children[i]);
    } else if (slot_.fresh != nullptr) {
        auto** cells = reinterpret_cast<CellHead**>(node->slots());
        for (std::uint32_t i = 0; i < node->width; ++i) release_cell(cells[i]);
    }
    ::operator delete(node);
}

// The node for writing. When others hold it too they keep the old one and this gets a copy.
Node& Editor::own(Node*& ref) const {
    if (ref->references > 1) {
        Node* copy = clone(*ref);
        --ref->references;
        ref = copy;
    }
    return *ref;
}

void Editor::own_keys(Node& node) const {
    if (node.keys == nullptr) node.keys = fresh_keys();
    if (node.keys->references == 1) return;
    KeyChunk* copy = fresh_keys();
    key_.copy(copy->bytes(), node.keys->bytes(), node.width);
    --node.keys->references;
    node.keys = copy;
}

// Room for one more at `at`: the caller fills in key and lanes.
void Editor::open_gap(Node& node, std::uint32_t at) const {
    PICKET_ASSERT(at <= node.width && node.width < kChunkMax);
    own_keys(node);
    key_.relocate(key(node, at + 1), key(node, at), node.width - at);
    const Lanes all = lanes(node);
    for (std::uint32_t i = 0; i < all.count; ++i) {
        const auto [bytes, item] = all.lanes[i];
        std::memmove(bytes + (at + 1) * item, bytes + at * item, (node.width - at) * item);
    }
    ++node.width;
}

// Takes out one, of which only the key is still alive.
void Editor::close_gap(Node& node, std::uint32_t at) const {
    own_keys(node);
    key_.destroy(key(node, at), 1);
    --node.width;
    key_.relocate(key(node, at), key(node, at + 1), node.width - at);
    const Lanes all = lanes(node);
    for (std::uint32_t i = 0; i < all.count; ++i) {
        const auto [bytes, item] = all.lanes[i];
        std::memmove(bytes + at * item, bytes + (at + 1) * item, (node.width - at) * item);
    }
}

// Moves `count` items of `from`, starting at `first`, in front of the item at `at` of `to`.
void Editor::splice(Node& to, std::uint32_t at, Node& from, std::uint32_t first,
                    std::uint32_t count) const {
    PICKET_ASSERT(to.width + count <= kChunkMax && first + count <= from.width);
    own_keys(to);
    own_keys(from);
    const std::uint32_t rest = from.width - first - count;
    key_.relocate(key(to, at + count), key(to, at), to.width - at);
    key_.relocate(key(to, at), key(from, first), count);
    key_.relocate(key(from, first), key(from, first + count), rest);
    const Lanes target = lanes(to);
    const Lanes source = lanes(from);
    for (std::uint32_t i = 0; i < target.count; ++i) {
        const auto [into, item] = target.lanes[i];
        std::byte* out = source.lanes[i].bytes;
        std::memmove(into + (at + count) * item, into + at * item, (to.width - at) * item);
        std::memcpy(into + at * item, out + first * item, count * item);
        std::memmove(out + first * item, out + (first + count) * item, rest * item);
    }
    to.width += count;
    from.width -= count;
}

// Returns the new right neighbour when the node behind `ref` had to be split, else null.
Node* Editor::insert_below(Node*& ref, const Path& path, void* fresh_key, const void* fresh_slot,
                           bool on_right_edge) const {
    Node& node = own(ref);
    const std::uint32_t at = path[node.height];
    if (node.height == 0) {
        const Room room = make_room(node, at, on_right_edge);
        open_gap(*room.node, room.position);
        key_.take(key(*room.node, room.position), fresh_key);
        std::memcpy(slot(*room.node, room.position), fresh_slot, slot_.size);
        return room.right;
    }
    Inner& parent = inner(node);
    Node* split = insert_below(parent.children[at], path, fresh_key, fresh_slot,
                               on_right_edge && at + 1 == node.width);
    if (split == nullptr) {
        ++parent.counts[at];
        return nullptr;
    }
    parent.counts[at] = total(*parent.children[at]);
    const Room room = make_room(node, at + 1, on_right_edge);
    add_child(inner(*room.node), room.position, split);
    return room.right;
}

// A full node is split in the middle; but when it grows at the right edge of the tree it stays
// full, so keys that come in order (times, numbered names) leave full nodes behind and not half
// empty ones.
Editor::Room Editor::make_room(Node& node, std::uint32_t position, bool on_right_edge) const {
    const std::uint32_t width = node.width;
    if (width < kChunkMax) return {&node, position, nullptr};
    const std::uint32_t middle = on_right_edge && position == width ? width : width / 2;
    Node* right = fresh_node(node.height);
    splice(*right, 0, node, middle, width - middle);
    if (position > middle || middle == width) return {right, position - middle, right};
    return {&node, position, right};
}

// What parts a fresh right half from its left neighbour is its first key.
void Editor::add_child(Inner& parent, std::uint32_t position, Node* child) const {
    open_gap(parent, position);
    key_.copy(key(parent, position), key(*child, 0), 1);
    parent.counts[position] = total(*child);
    parent.children[position] = child;
}

void Editor::erase_below(Node*& ref, const Path& path) const {
    Node& node = own(ref);
    const std::uint32_t at = path[node.height];
    if (node.height == 0) {
        if (slot_.fresh != nullptr) release_cell(*reinterpret_cast<CellHead**>(slot(node, at)));
        close_gap(node, at);
        return;
    }
    Inner& parent = inner(node);
    erase_below(parent.children[at], path);
    --parent.counts[at];
    if (parent.children[at]->width < kChunkMin) repair(parent, at);
}

// Child `at` has become small: join it with a neighbour, or level the two when both do not fit into
// one node.
void Editor::repair(Inner& parent, std::uint32_t at) const {
    if (parent.width == 1) {
        if (parent.counts[0] > 0) return;
        release(parent.children[0]);
        close_gap(parent, 0);
        return;
    }
    const std::uint32_t left_at = at > 0 ? at - 1 : 0;
    const std::uint32_t right_at = left_at + 1;
    Node& left = own(parent.children[left_at]);
    Node& right = own(parent.children[right_at]);
    const std::uint32_t both = left.width + right.width;
    if (both <= kChunkMax) {
        splice(left, left.width, right, 0, right.width);
        parent.counts[left_at] += parent.counts[right_at];
        release(&right);
        close_gap(parent, right_at);
        return;
    }
    const std::uint32_t half = both / 2;
    if (left.width > half) {
        splice(right, 0, left, half, left.width - half);
    } else {
        splice(left, left.width, right, 0, half - left.width);
    }
    own_keys(parent);
    key_.destroy(key(parent, right_at), 1);
    key_.copy(key(parent, right_at), key(right, 0), 1);
    parent.counts[left_at] = total(left);
    parent.counts[right_at] = total(right);
}

// The place of the slot, in a leaf that no other tree holds.
std::byte* own_slot(const Editor& editor, Node*& root, const Path& path) {
    Node** ref = &root;
    while (true) {
        Node& node = editor.own(*ref);
        if (node.height == 0) return editor.slot(node, path[0]);
        ref = &inner(node).children[path[node.height]];
    }
}

}  // namespace

void Tree::insert(const TreeOps& ops, const Path& path, void* key, const void* slot) {
    const Editor editor(ops);
    ++size;
    if (root == nullptr) root = editor.fresh_node(0);
    Node* right = editor.insert_below(root, size == 1 ? Path{} : path, key, slot, true);
    if (right == nullptr) return;
    PICKET_ASSERT(root->height + 2 <= kDepthMax);
    Node* left = std::exchange(root, editor.fresh_node(root->height + 1));
    editor.add_child(inner(*root), 0, left);
    editor.add_child(inner(*root), 1, right);
}

// Lowers the tree when its root has a single child left.
void Tree::erase(const TreeOps& ops, const Path& path) {
    const Editor editor(ops);
    --size;
    editor.erase_below(root, path);
    while (root->height > 0 && root->width == 1) {
        Node* child = inner(*root).children[0];
        ++child->references;
        editor.release(std::exchange(root, child));
    }
    if (root->width == 0) editor.release(std::exchange(root, nullptr));
}

void* Tree::own(const TreeOps& ops, const Path& path) {
    std::byte* slot = own_slot(Editor(ops), root, path);
    if (ops.slot->fresh == nullptr) return slot;
    CellHead*& cell = *reinterpret_cast<CellHead**>(slot);
    if (cell->references > 1) {
        --cell->references;
        cell = ops.slot->fresh(cell->value());
    }
    return cell->value();
}

void Tree::replace(const TreeOps& ops, const Path& path, const void* slot) {
    const Editor editor(ops);
    std::byte* old = own_slot(editor, root, path);
    CellHead* cell = ops.slot->fresh != nullptr ? *reinterpret_cast<CellHead**>(old) : nullptr;
    std::memcpy(old, slot, ops.slot->size);
    if (cell != nullptr) editor.release_cell(cell);
}

void Tree::put_copies(const TreeOps& ops, const void* key, const void* value) {
    Path path{};
    const bool found = ops.key->locate(root, key, path);
    CellHead* cell = ops.slot->fresh != nullptr ? ops.slot->fresh(value) : nullptr;
    const void* slot = cell != nullptr ? &cell : value;
    if (found) return replace(ops, path, slot);
    // Freed as bytes: insert() leaves an empty shell of the key behind.
    void* copy = ::operator new(ops.key->size);
    ops.key->copy(copy, key, 1);
    insert(ops, path, copy, slot);
    ops.key->destroy(copy, 1);
    ::operator delete(copy);
}

void Tree::release(const TreeOps& ops) {
    if (root != nullptr) Editor(ops).release(root);
    root = nullptr;
    size = 0;
}

}  // namespace picket::table_detail
