// Replays in pieces: rewind, undo and opening a session, for hosts that draw between the pieces.
// The work is done on a copy of the engine. The engine itself stays as it is until the host puts
// the result in its place, so cancelling is dropping the Replay.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "picket/engine.h"

namespace picket {

class Replay {
public:
    // What the functions of Engine by these names do. Refused where they refuse at once.
    static Result<Replay> rewind(const Engine& engine, Timestamp moment);
    static Result<Replay> rewind_before(const Engine& engine, std::int64_t entry_id);
    static Result<Replay> undo(const Engine& engine, std::int64_t entry_id);
    // Blocks of recordings that `engine` has, and those of the session, are at hand in both.
    static Replay load(const Engine& engine, std::string session, std::string image = {});
    // Not back but on: an advance of `most` units.
    static Replay advance(const Engine& engine, Timestamp until, WorkUnits most);

    // Nowhere, for the hash of the World alone: Engine::save can be told it.
    static Replay hash(const Engine& engine);

    Replay(Replay&&) noexcept;
    Replay& operator=(Replay&&) noexcept;
    ~Replay();

    // The way from `from` to the present once more, with what is evaluated for a pair kept in
    // World::detect_traces.
    static Replay watch(const Engine& engine, const DetectWatch& pair, Timestamp from);

    // `report` shall have the hash of the World.
    void want_hash();

    // Works off about `budget` units; true when nothing is left. What comes of it does not depend
    // on how the work is cut into budgets.
    bool step(WorkUnits budget);
    float progress() const;  // from 0 to 1, never falling

    // Once nothing is left:
    Refusal& refusal();                // why nothing came of it, or nothing
    Engine& engine();                  // what came of it; to be moved from
    LoadReport& report();              // of `load`; of others its actual_hash
    const Progress& advanced() const;  // of `advance`

private:
    struct Work;
    explicit Replay(std::unique_ptr<Work> work);
    std::unique_ptr<Work> work_;
};

// A call of an operation that replays, advances or assesses, in pieces: Rewind, UndoEntry,
// LoadSession, AdvanceClock, ExplainBehavior, AssessSecurityProfile.
class ReplayCall {
public:
    static bool is_one(std::string_view operation);
    // Nothing for other operations.
    static std::optional<ReplayCall> begin(const Engine& engine, std::string_view operation,
                                           std::string_view json);

    ReplayCall(ReplayCall&&) noexcept;
    ReplayCall& operator=(ReplayCall&&) noexcept;
    ~ReplayCall();

    bool step(WorkUnits budget);
    float progress() const;
    bool only_looks() const;  // the engine stays as it is, whatever comes of it

    // Once nothing is left: what Engine::call answers, and unless it was refused, the engine it
    // leaves behind. Nothing is put in the place of `engine` in a dry run, and by calls that only
    // look.
    CallResult finish(Engine& engine, bool dry_run);

private:
    struct Work;
    explicit ReplayCall(std::unique_ptr<Work> work);
    std::unique_ptr<Work> work_;
};

}  // namespace picket
