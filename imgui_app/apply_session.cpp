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

// The first piece at once, so that short ways take no frame of their own.
constexpr WorkUnits kFirstPiece = 20'000;

void begin_replay(Engine& engine, UiState& ui, ReplayWork work) {
    stop_clock(ui);
    ui.replaying = std::move(work);
    step_replay(engine, ui, kFirstPiece);
}

// What becomes of a replay that has nothing left to do.
struct Finish {
    Engine& engine;
    UiState& ui;

    void operator()(Rewinding& done) {
        if (Refusal& refusal = done.replay.refusal())
            return ui.toast("Rewind: " + refusal->message, Tone::Danger);
        const World from = engine.world();
        engine = std::move(done.replay.engine());
        if (!ui.timeline.ahead || ui.timeline.ahead->now < from.now) ui.timeline.ahead = from;
        std::string said = "Rewind: " + time_text(engine.world().now);
        const std::int64_t ahead = engine.entries_ahead();
        if (ahead > 0)
            said += ". " + count_text(static_cast<std::size_t>(ahead)) +
                    (ahead == 1 ? " call is" : " calls are") + " ahead and will happen again.";
        ui.toast(said, Tone::Accent);
    }
    void operator()(Undoing& done) {
        if (Refusal& refusal = done.replay.refusal())
            return ui.toast("Undo: " + refusal->message, Tone::Danger);
        const JournalEntry* entry = engine.journal().find(done.entry_id);
        const std::string what = entry_words(*entry);
        UndoState undone{std::move(engine), what, {}};
        engine = std::move(done.replay.engine());
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
    // A session that is opened leaves the one before beside it, as a branch.
    void operator()(ReplayingCall& done) {
        const Call& asked = done.asked;
        Engine before = engine;
        const CallResult result = done.call.finish(engine, asked.dry_run);
        show_result(ui, engine, asked, result, before.world());
        const bool stays = asked.dry_run || !result.ok() || done.call.only_looks();
        if (stays || asked.operation == "AdvanceClock") return;
        ui.timeline.ahead.reset();
        ui.undone = {};
        if (asked.operation != "LoadSession") return;
        ui.timeline.range = {};
        keep_branch(ui, std::move(before));
    }
    void operator()(Opening& done) {
        if (!done.branch.empty()) return go_to(done);
        const bool resumed = done.name.empty();
        const std::string name = resumed ? "The session of your last visit" : done.name;
        if (Refusal& refusal = done.replay.refusal())
            return ui.toast(name + " cannot be opened: " + refusal->message, Tone::Danger);
        Engine before = engine;
        engine = std::move(done.replay.engine());
        ui.timeline.ahead.reset();
        ui.timeline.range = {};
        ui.undone = {};
        ui.answers.clear();
        ui.asking.clear();
        if (!resumed) {
            keep_branch(ui, std::move(before));
            ui.world.section = "history";
        }
        ui.world.item = {};
        const LoadReport& report = done.replay.report();
        if (!report.missing_recordings.empty())
            ui.toast(count_text(report.missing_recordings.size()) +
                         " of its recordings are missing. Import their files again.",
                     Tone::Warn);
        else if (!report.same_world)
            ui.toast(name + " is open, and differs from what was saved.", Tone::Warn);
        else
            ui.toast(name + " is open.", Tone::Ok);
    }
    // The branches may be others than when the way there began.
    void go_to(Opening& done) {
        if (Refusal& refusal = done.replay.refusal())
            return ui.toast(done.branch + " cannot be opened: " + refusal->message, Tone::Danger);
        for (std::size_t i = 0; i < ui.branches.size(); ++i) {
            if (ui.branches[i].name != done.branch || ui.branches[i].engine) continue;
            ui.branches[i].engine = std::move(done.replay.engine());
            return switch_branch(engine, ui, i);
        }
    }
};

}  // namespace

float ReplayWork::progress() const {
    return std::visit(
        [](const auto& each) {
            if constexpr (requires { each.call; })
                return each.call.progress();
            else
                return each.replay.progress();
        },
        work);
}

void rewind_to(Engine& engine, UiState& ui, Timestamp moment, std::int64_t before_entry) {
    auto replay = before_entry > 0 ? Replay::rewind_before(engine, before_entry)
                                   : Replay::rewind(engine, moment);
    if (!replay) return ui.toast("Rewind: " + replay.error().message, Tone::Danger);
    const JournalEntry* entry = engine.journal().find(before_entry);
    const std::string to = entry != nullptr ? "Rewind to before " + entry->operation
                                            : "Rewind to " + time_text(moment);
    begin_replay(engine, ui, {to, Rewinding{std::move(*replay)}, ui.now_ms});
}

void undo_entry(Engine& engine, UiState& ui, std::int64_t entry_id) {
    const JournalEntry* entry = engine.journal().find(entry_id);
    auto replay = Replay::undo(engine, entry_id);
    if (entry == nullptr || !replay) return ui.toast("Undo: there is no such call.", Tone::Danger);
    begin_replay(engine, ui,
                 {"Undo " + entry->operation, Undoing{std::move(*replay), entry_id}, ui.now_ms});
}

bool begin_replay_call(Engine& engine, UiState& ui, const Call& call) {
    auto replay = ReplayCall::begin(engine, call.operation, call.body);
    if (!replay) return false;
    begin_replay(engine, ui, {call.operation, ReplayingCall{std::move(*replay), call}, ui.now_ms});
    return true;
}

void resume_session(Engine& engine, UiState& ui, std::string session, std::string image) {
    begin_replay(engine, ui,
                 {"Open the session of your last visit",
                  Opening{Replay::load(engine, std::move(session), std::move(image)), {}, {}},
                  ui.now_ms});
}

void open_visit(Engine& engine, UiState& ui, const std::string& name, std::string session,
                std::string image) {
    begin_replay(engine, ui,
                 {"Open " + name,
                  Opening{Replay::load(engine, std::move(session), std::move(image)), name, {}},
                  ui.now_ms});
}

void open_imported(Engine& engine, UiState& ui) {
    ImportState& file = ui.importing;
    if (!file.session || !file.ended || file.step != ImportStep::Reading) return;
    std::string session = std::move(*file.session);
    const std::string name = file.name;
    drop_import(ui);
    // What SaveSession answers has the session one level down.
    const std::size_t key = session.find('"');
    if (session.compare(key, 9, "\"session\"") == 0) {
        if (!begin_replay_call(engine, ui, {"LoadSession", session}))
            ui.toast(name + " cannot be opened: it is no session.", Tone::Danger);
        return;
    }
    begin_replay(
        engine, ui,
        {"Open " + name, Opening{Replay::load(engine, std::move(session)), name, {}}, ui.now_ms});
}

void step_replay(Engine& engine, UiState& ui, WorkUnits budget) {
    const bool done = std::visit(
        [&](auto& each) {
            if constexpr (requires { each.call; })
                return each.call.step(budget);
            else
                return each.replay.step(budget);
        },
        ui.replaying->work);
    if (!done) return;
    ReplayWork finished = std::move(*ui.replaying);
    ui.replaying.reset();
    stop_clock(ui);
    std::visit(Finish{engine, ui}, finished.work);
}

void cancel_replay(UiState& ui) {
    if (!ui.replaying) return;
    ui.toast(ui.replaying->title + " is cancelled. Nothing has changed.");
    ui.replaying.reset();
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
    const Timestamp now = engine.world().now;
    ui.branches.push_back({left, std::move(engine), now, {}, {}});
    ui.undone = {};
}

void switch_branch(Engine& engine, UiState& ui, std::size_t index) {
    if (index >= ui.branches.size()) return;
    Branch& branch = ui.branches[index];
    if (!branch.engine) {
        return begin_replay(engine, ui,
                            {"Open " + branch.name,
                             Opening{Replay::load(engine, branch.text), {}, branch.name},
                             ui.now_ms});
    }
    stop_clock(ui);
    std::swap(engine, *branch.engine);
    std::swap(ui.branch, branch.name);
    branch.now = branch.engine->world().now;
    branch.text.clear();
    branch.blocks.clear();
    ui.undone = {};
    ui.timeline.ahead.reset();
    ui.timeline.range = {};
    ui.toast("You are on " + ui.branch + " now.", Tone::Accent);
}

void start_over(Engine& engine, UiState& ui, const StartOver& over) {
    stop_clock(ui);
    engine.restart(over.session.value_or(ui.first_session));
    ui.replaying.reset();
    ui.undone = {};
    ui.timeline = {};
    ui.answers.clear();
    ui.asking.clear();
    if (over.demo) {
        for (const Call& call : demo_calls(engine.world())) apply(engine, ui, call);
    }
    ui.response = {};
    ui.history = {};  // what made the demo is in the journal
    ui.toasts.clear();
    ui.announcement.clear();
    if (!ui.world.guide.stays) ui.layout.pane = Pane::Request;
    if (const Operation* first = find_operation("CreateMitigationAction"))
        open_operation(ui, *first, engine.world());
}

}  // namespace picket::ui
