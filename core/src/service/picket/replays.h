// The operations that replay or assess, in parts: a host may work off what is between them in
// pieces.
#pragma once

#include <variant>

#include "picket/assessment.h"
#include "picket/operations.h"
#include "picket/replay.h"

namespace picket {

// What a call works off in pieces.
using Pieces = std::variant<Replay, Assessment>;

struct ReplayParts {
    std::string_view operation;
    bool only_looks;  // the engine stays as it was
    int legs;         // replays that one call takes at most
    Result<Pieces> (*begin)(const Engine& engine, const void* input);
    // After a replay that was not the last: the one that goes on from what it left behind.
    Result<std::optional<Replay>> (*next)(Replay& done, const void* input);
    // Makes the Result of the output, from the last of them.
    void (*finish)(Pieces& done, const void* input, void* result);
};
const ReplayParts* find_replay_parts(std::string_view operation);

// Their rows, by the files that have the handlers.
std::span<const ReplayParts> session_replays();
std::span<const ReplayParts> explain_replays();
std::span<const ReplayParts> assess_parts();

template <class In>
Result<std::optional<Replay>> one_is_enough(Replay&, const In&) {
    return std::optional<Replay>();
}

// The row, and the handler for hosts that want it at once.
template <class Out, class In, Result<Replay> (*begin)(const Engine&, const In&),
          Result<Out> (*finish)(Replay&, const In&),
          Result<std::optional<Replay>> (*next)(Replay&, const In&) = one_is_enough<In>,
          bool only_looks = false, int legs = 1>
struct InParts {
    static Result<Out> at_once(Engine& engine, const In& in) {
        PICKET_TRY(std::optional<Replay> replay, begin(engine, in));
        for (std::optional<Replay> going = std::move(replay); going;) {
            while (!going->step(kNoBudget)) {}
            replay = std::move(going);
            going.reset();
            if (replay->refusal()) break;
            PICKET_TRY(going, next(*replay, in));
        }
        Result<Out> out = finish(*replay, in);
        if (out && !only_looks) engine = std::move(replay->engine());
        return out;
    }
    static constexpr ReplayParts row(std::string_view operation) {
        return {
            operation,
            only_looks,
            legs,
            [](const Engine& engine, const void* in) -> Result<Pieces> {
                PICKET_TRY(Replay replay, begin(engine, *static_cast<const In*>(in)));
                return Pieces(std::move(replay));
            },
            [](Replay& done, const void* in) { return next(done, *static_cast<const In*>(in)); },
            [](Pieces& done, const void* in, void* result) {
                ::new (result) Result<Out>(
                    finish(std::get<Replay>(done), *static_cast<const In*>(in)));
            }};
    }
};

}  // namespace picket
