// See apply_session.h. An Engine is a value: keeping one costs next to nothing.
#include "apply_session.h"

#include <algorithm>

#include "apply.h"
#include "demo.h"
#include "payload.h"
#include "shape_text.h"

namespace picket::ui {
namespace {

constexpr std::size_t kBranchesMax = 20;

void stop_clock(UiState& ui) {
    ui.clock.playing = false;
    ui.clock.until.reset();
}

std::string entry_words(const JournalEntry& entry) {
    return entry.operation + " at " + time_text(entry.time);
}

}  // namespace

void rewind_to(Engine& engine, UiState& ui, Timestamp moment, std::int64_t before_entry) {
    stop_clock(ui);
    const World from = engine.world();
    const Result<Done> result = before_entry > 0 ? engine.rewind_before(before_entry)
                                                 : engine.rewind(moment);
    if (!result) return ui.toast("Rewind: " + result.error().message, Tone::Danger);
    if (!ui.timeline.ahead || ui.timeline.ahead->now < from.now) ui.timeline.ahead = from;
    std::string said = "Rewind: " + time_text(engine.world().now);
    const std::int64_t ahead = engine.entries_ahead();
    if (ahead > 0)
        said += ". " + count_text(static_cast<std::size_t>(ahead)) +
                (ahead == 1 ? " call is" : " calls are") + " ahead and will happen again.";
    ui.toast(said, Tone::Accent);
}

void undo_entry(Engine& engine, UiState& ui, std::int64_t entry_id) {
    const JournalEntry* entry = engine.journal().find(entry_id);
    if (entry == nullptr) return ui.toast("Undo: there is no such call.", Tone::Danger);
    stop_clock(ui);
    UndoState undone{engine, entry_words(*entry), {}};
    if (const Result<Done> result = engine.undo(entry_id); !result)
        return ui.toast("Undo: " + result.error().message, Tone::Danger);
    for (const auto& later : engine.journal()) {
        if (!later.value.failure) continue;
        const JournalEntry* before = undone.engine->journal().find(later.key);
        if (before != nullptr && before->failure) continue;
        undone.failing.push_back(entry_words(later.value) + ": " + *later.value.failure);
    }
    ui.toast("Undo: " + undone.what, undone.failing.empty() ? Tone::Accent : Tone::Warn);
    ui.undone = std::move(undone);
    ui.world.section = "history";
    ui.world.item = {};
    ui.timeline.ahead.reset();
}

void restore_undone(Engine& engine, UiState& ui) {
    if (!ui.undone.engine) return;
    stop_clock(ui);
    engine = std::move(*ui.undone.engine);
    ui.toast(ui.undone.what + " is back.", Tone::Ok);
    ui.undone = {};
}

void keep_branch(UiState& ui, Engine engine) {
    if (ui.branches.size() >= kBranchesMax) ui.branches.erase(ui.branches.begin());
    const std::string left = ui.branch;
    const auto taken = [&](const std::string& name) {
        return name == left || std::any_of(ui.branches.begin(), ui.branches.end(),
                                           [&](const Branch& each) { return each.name == name; });
    };
    std::size_t number = 1;
    do ui.branch = "Branch " + std::to_string(number++);
    while (taken(ui.branch));
    ui.branches.push_back({left, std::move(engine)});
    ui.undone = {};
}

void switch_branch(Engine& engine, UiState& ui, std::size_t index) {
    if (index >= ui.branches.size()) return;
    stop_clock(ui);
    std::swap(engine, ui.branches[index].engine);
    std::swap(ui.branch, ui.branches[index].name);
    ui.undone = {};
    ui.timeline.ahead.reset();
    ui.timeline.range = {};
    ui.toast("You are on " + ui.branch + " now.", Tone::Accent);
}

void start_over(Engine& engine, UiState& ui, bool demo) {
    stop_clock(ui);
    engine = Engine(engine.options());
    ui.undone = {};
    ui.timeline = {};
    ui.answers.clear();
    if (demo) {
        for (const Call& call : demo_calls(engine.world())) apply(engine, ui, call);
    }
    ui.response = {};
    ui.history = {};  // what made the demo is in the journal
    ui.toasts.clear();
    ui.announcement.clear();
    ui.layout.pane = Pane::Request;
    if (const Operation* first = find_operation("CreateMitigationAction"))
        open_operation(ui, *first, engine.world());
}

}  // namespace picket::ui
