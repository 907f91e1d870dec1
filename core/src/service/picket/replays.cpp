// See replays.h.
#include "service/picket/replays.h"

namespace picket {

const ReplayParts* find_replay_parts(std::string_view operation) {
    for (const std::span<const ReplayParts> rows :
         {session_replays(), explain_replays(), assess_parts()}) {
        for (const ReplayParts& row : rows) {
            if (row.operation == operation) return &row;
        }
    }
    return nullptr;
}

}  // namespace picket
