// Calls in pieces, as tests go through them.
#pragma once

#include <doctest/doctest.h>

#include "picket/replay.h"

namespace picket {

// Steps a call until nothing is left: in how many pieces. Its progress never falls.
inline int pieces_of(ReplayCall& call, WorkUnits budget) {
    int pieces = 0;
    for (float part = 0; !call.step(budget); ++pieces) {
        CHECK(call.progress() >= part);
        part = call.progress();
    }
    return pieces;
}

}  // namespace picket
