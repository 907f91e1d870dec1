// What a view may ask for. Views append commands; apply.cpp is the only place that carries them
// out, between two frames, so that no view ever sees half a change.
#pragma once

#include <cstdint>
#include <string>
#include <variant>

#include "picket/time.h"

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

using Command = std::variant<Call, AdvanceTo, Play, Pause, Rewind, Undo>;

}  // namespace picket::ui
