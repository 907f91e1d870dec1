// One walk over a description and two values side by side.
#include "model/equal.h"

#include "picket/shape.h"

namespace picket {
namespace {

template <class T>
bool same(const void* left, const void* right) {
    return *static_cast<const T*>(left) == *static_cast<const T*>(right);
}

bool equal_lists(const ShapeInfo& shape, const void* left, const void* right) {
    const std::size_t size = shape.list->size(left);
    if (size != shape.list->size(right)) return false;
    for (std::size_t i = 0; i < size; ++i) {
        if (!equal(*shape.element, shape.list->at(left, i), shape.list->at(right, i))) return false;
    }
    return true;
}

bool equal_maps(const ShapeInfo& shape, const void* left, const void* right) {
    const std::size_t size = shape.map->size(left);
    if (size != shape.map->size(right)) return false;
    for (std::size_t i = 0; i < size; ++i) {
        if (shape.map->key_at(left, i) != shape.map->key_at(right, i)) return false;
        if (!equal(*shape.element, shape.map->value_at(left, i), shape.map->value_at(right, i))) {
            return false;
        }
    }
    return true;
}

}  // namespace

bool equal(const ShapeInfo& shape, const void* left, const void* right) {
    switch (shape.kind) {
    case Kind::Bool:
        return same<bool>(left, right);
    case Kind::Integer:
        return same<std::int64_t>(left, right);
    case Kind::Double:
        return same<double>(left, right);
    case Kind::String:
        return same<std::string>(left, right);
    case Kind::Time:
        return same<Timestamp>(left, right);
    case Kind::Enum:
        return same<std::uint8_t>(left, right);
    case Kind::Document:
        return same<JsonText>(left, right);
    case Kind::List:
        return equal_lists(shape, left, right);
    case Kind::Map:
        return equal_maps(shape, left, right);
    case Kind::Structure:
        for (const MemberInfo& member : shape.members) {
            const void* of_left = member.get(left);
            const void* of_right = member.get(right);
            if ((of_left == nullptr) != (of_right == nullptr)) return false;
            if (of_left != nullptr && !equal(*member.shape, of_left, of_right)) return false;
        }
        return true;
    }
    return false;
}

}  // namespace picket
