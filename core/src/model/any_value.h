// Owns one value whose type is known only by its description.
#pragma once

#include <new>
#include <utility>

#include "picket/schema.h"

namespace picket {

class AnyValue {
public:
    explicit AnyValue(const ShapeInfo& shape)
        : shape_(&shape), at_(::operator new(shape.ops->size)) {
        PICKET_ASSERT(shape.ops->align <= __STDCPP_DEFAULT_NEW_ALIGNMENT__);
        shape_->ops->construct(at_);
    }
    AnyValue(AnyValue&& other) noexcept
        : shape_(other.shape_), at_(std::exchange(other.at_, nullptr)) {}
    AnyValue& operator=(AnyValue&& other) noexcept {
        std::swap(shape_, other.shape_);
        std::swap(at_, other.at_);
        return *this;
    }
    ~AnyValue() {
        if (at_ == nullptr) return;
        shape_->ops->destroy(at_);
        ::operator delete(at_);
    }

    const ShapeInfo& shape() const { return *shape_; }
    void* get() { return at_; }
    const void* get() const { return at_; }

private:
    const ShapeInfo* shape_;
    void* at_;
};

}  // namespace picket
