// Owns the Result of one call, whose type is known only by the operation's row.
#pragma once

#include <new>

#include "picket/operations.h"

namespace picket {

class Answer {
public:
    explicit Answer(const Operation& operation)
        : ops_(operation.result), at_(::operator new(operation.result->size)) {}
    Answer(const Answer&) = delete;
    Answer& operator=(const Answer&) = delete;
    ~Answer() {
        if (made_) ops_->destroy(at_);
        ::operator delete(at_);
    }

    // Where the row's invoke makes the Result, once.
    void* place() {
        PICKET_ASSERT(!made_);
        made_ = true;
        return at_;
    }
    // Nullptr when the call succeeded.
    Refusal* refusal() { return ops_->refusal(at_); }
    // Nullptr when it did not.
    void* value() { return ops_->value(at_); }

private:
    const ResultOps* ops_;
    void* at_;
    bool made_ = false;
};

}  // namespace picket
