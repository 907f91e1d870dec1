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

// A session beside the one that is shown: a branch. One of an earlier visit is a text until
// somebody goes there.
struct Branch {
    std::string name;
    std::optional<Engine> engine;
    Timestamp now;
    std::string text;                 // as a host keeps it; empty until it is asked for
    std::vector<std::string> blocks;  // of recordings, which the text needs
};

// A session that the host kept of another visit.
struct Visit {
    std::string id, kept, what;  // when it was kept, and what is in it, in words
    bool open = false;           // in another tab
};
struct VisitsState {
    std::vector<Visit> list;  // the newest first
    std::string wish;         // the one to open
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
// A session file; or, without a name, the session of the last visit; or a branch.
struct Opening {
    Replay replay;
    std::string name;
    std::string branch;  // the name of the one that takes the place of what is shown
};
struct ReplayWork {
    std::string title;  // "Rewind to 2026-01-01 00:00:00"
    std::variant<Rewinding, Undoing, ReplayingCall, Opening> work;
    double began_ms = 0;
    float progress() const;
};

}  // namespace picket::ui
