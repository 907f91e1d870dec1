// Rewind, undo and opening a session, on their way.
#pragma once

#include <string>
#include <variant>

#include "command.h"
#include "picket/replay.h"

namespace picket::ui {

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
