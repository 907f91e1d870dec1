// Random runs of an engine, made from the operation table: calls that lean to a few names, so that
// they meet each other's resources, and advances of the clock, complete or cut off in the middle.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "base/random.h"
#include "picket/engine.h"

namespace picket::test {

struct RunStep {
    std::string operation;        // empty: an advance
    std::string input;            // JSON
    std::int64_t advance_ms = 0;  // how far
    // Units after which the advance is left as it is, perhaps between two items of one moment;
    // kNoBudget: it runs to its end.
    WorkUnits cut_off = kNoBudget;
};

struct RunOptions {
    int steps = 40;
    bool cut_off = true;  // whether advances may be left unfinished
};

std::vector<RunStep> random_run(std::uint64_t seed, const RunOptions& options = {});

// A mutating call that is valid by its shape; whether it succeeds depends on the World.
RunStep random_call(Random& random);

// Plays one step; advances that are not cut off run in slices of `budget`.
CallResult play(Engine& engine, const RunStep& step, WorkUnits budget = kNoBudget);

// What a run left behind, and what it looked like on the way.
struct Played {
    Engine engine;
    std::map<std::int64_t, std::string> hash_before;  // of the World, by journal entry
    std::vector<Timestamp> moments;                   // after each step
};
Played play_run(std::uint64_t seed, const RunOptions& options = {});

std::string chronicle_text(const World& world);

}  // namespace picket::test
