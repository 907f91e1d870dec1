// The operations that replay, in two halves: a host may work off what is between them in pieces.
#pragma once

#include "picket/operations.h"
#include "picket/replay.h"

namespace picket {

struct ReplayHalves {
    std::string_view operation;
    Result<Replay> (*begin)(const Engine& engine, const void* input);
    // Makes the Result of the output, from a replay that has nothing left to do.
    void (*finish)(Replay& replay, void* result);
};
const ReplayHalves* find_replay_halves(std::string_view operation);

}  // namespace picket
