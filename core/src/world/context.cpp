// What handlers write besides their own resources: the chronicle and the queue of due work.
#include "world/context.h"

#include <algorithm>

namespace picket {

void Context::note(const char* kind, const std::string& subject, std::string text,
                   std::string why_json) {
    ChronicleEvent event;
    event.time = world_.now;
    event.entry_id = entry_id_;
    event.kind = kind;
    event.subject = subject;
    event.text = std::move(text);
    if (!why_json.empty()) event.why = JsonText{std::move(why_json)};
    world_.chronicle.put(world_.next_event++, std::move(event));
}

void Context::due(Timestamp time, DueItem item) {
    // Nothing is due in the past: it would run before work that the clock has passed already.
    world_.due.put({std::max(time, world_.now), world_.next_sequence++}, std::move(item));
}

}  // namespace picket
