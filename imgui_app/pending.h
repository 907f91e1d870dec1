// What is asked of the engine and takes more than a frame, and what came of it: answers that views
// show, replays, and the sessions that are kept beside the one that is shown.
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "command.h"
#include "picket/engine.h"
#include "picket/replay.h"

namespace picket::ui {

// An answer to a reading call that a view asked for, and the World it was true in.
struct Answer {
    std::string body;
    World world;
};

// A question that replays is answered between frames.
struct Asking {
    std::string key;
    ReplayCall call;
    World world;  // of the moment it was asked
};

// A session beside the one that is shown: a branch.
struct Branch {
    std::string name;
    Engine engine;
};

struct UndoState {
    std::optional<Engine> engine;      // as it was before
    std::string what;                  // "CreateThing at 2026-01-01 00:00:00"
    std::vector<std::string> failing;  // later calls that fail without it, in words
};

// Work that replays, done between frames. The engine is as it was until all of it is done, so that
// cancelling is dropping this.
struct Rewinding {
    Replay replay;
};
struct Undoing {
    Replay replay;
    std::int64_t entry_id = 0;
};
struct ReplayingCall {
    ReplayCall call;
    Call asked;
};
// A session file; or, without a name, the session of the last visit.
struct Opening {
    Replay replay;
    std::string name;
};
struct ReplayWork {
    std::string title;  // "Rewind to 2026-01-01 00:00:00"
    std::variant<Rewinding, Undoing, ReplayingCall, Opening> work;
    double began_ms = 0;
    float progress() const;
};

}  // namespace picket::ui
