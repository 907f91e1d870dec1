// What a view may ask for. Views append commands; apply.cpp is the only place that carries them
// out, between two frames, so that no view ever sees half a change.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>

#include "picket/engine.h"

namespace picket::ui {

struct Call {
    std::string operation;
    std::string body;
    bool dry_run = false;
};
struct AdvanceTo {
    Timestamp moment;
};
struct Play {};
struct Pause {};
struct Rewind {
    Timestamp moment;
};
struct Undo {
    std::int64_t entry_id = 0;
};

// Like Rewind, to the moment just before that call.
struct RewindBefore {
    std::int64_t entry_id = 0;
};
// Takes the last undo back; or agrees to it.
struct Restore {};
struct KeepUndone {};
// A reading call whose answer a view shows; it is found under the key in UiState::answers.
struct Ask {
    std::string key;
    std::string operation;
    std::string body;
};
// What the data says of the profile in the editor: AssessSecurityProfile, in pieces.
struct Assess {
    std::string request;
};
// Keeps the session as it is under a name of its own, and goes on in a copy of it.
struct MakeBranch {};
struct SwitchBranch {
    std::size_t index = 0;
};
// Everything as on the first visit, with the demo fleet or without; or a session of its own kind.
struct StartOver {
    bool demo = true;
    std::optional<EngineOptions> session = {};
};

// Gives the engine the block of the file that was read, so that calls can name it.
struct KeepBlock {};
// Shows the recording that the call before has added, and ends the import; not if it was refused.
struct ShowAdded {
    std::string recording;
};

using Command =
    std::variant<Call, AdvanceTo, Play, Pause, Rewind, Undo, RewindBefore, Restore, KeepUndone, Ask,
                 Assess, MakeBranch, SwitchBranch, StartOver, KeepBlock, ShowAdded>;

}  // namespace picket::ui
