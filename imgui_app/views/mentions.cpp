// What the chronicle says of one thing, found without holding a frame up.
#include "world_parts.h"

namespace picket::ui {
namespace {

constexpr std::size_t kEventsPerSlice = 5000;
constexpr std::size_t kMentionsMax = 20;

bool tells_of(const ChronicleEvent& event, const std::string& subject) {
    if (event.subject == subject) return true;
    const bool id = subject.size() > 24;
    return event.text.find(id ? subject : quoted(subject)) != std::string::npos;
}

}  // namespace

// The newest chronicle lines about a subject, looked for a few thousand lines at a time.
const std::vector<std::int64_t>& mentions_of(Frame& frame, const std::string& subject) {
    MentionsState& state = frame.ui.world.mentions;
    const auto& chronicle = frame.world.chronicle;
    if (state.subject != subject || !state.chronicle.shares_with(chronicle)) {
        state = {subject, chronicle, {}, chronicle.size()};
    }
    for (std::size_t i = 0; i < kEventsPerSlice && state.left > 0; ++i) {
        const auto event = chronicle.at(--state.left);
        if (!tells_of(event->value, subject)) continue;
        state.found.push_back(event->key);
        if (state.found.size() == kMentionsMax) state.left = 0;
    }
    if (state.left > 0) frame.ui.wake_in(0);
    return state.found;
}

}  // namespace picket::ui
