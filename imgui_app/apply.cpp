// The one door from the interface to the engine. Every outcome is put where a view can show it.
#include "apply.h"

#include <algorithm>

#include "apply_session.h"
#include "assessing.h"
#include "picket/request_id.h"
#include "shape_text.h"

namespace picket::ui {
namespace {

// Columns of errors count code points; the editor counts bytes.
std::size_t byte_column(std::string_view line, std::uint32_t column) {
    std::size_t at = 0;
    for (std::uint32_t i = 1; i < column && at < line.size(); ++i) {
        do ++at;
        while (at < line.size() && (static_cast<unsigned char>(line[at]) & 0xC0) == 0x80);
    }
    return at;
}

// A refusal is shown at its place among what was found before, however long the payload.
void look_at_payload(RequestState& request, const Call& call, const std::optional<Error>& error) {
    const Document& document = request.payload.document;
    const bool this_one = request.operation != nullptr &&
                          request.operation->name == call.operation && document.text() == call.body;
    if (!this_one) return;
    forget_refusals(request.analysis);
    const bool refused = error && error->line > 0;
    // A long text that was just typed and passed is looked at when its pause is over.
    const bool wanted = refused || document.text().size() <= kTextareaBytesMax;
    if (wanted && !is_current(request.analysis, document, *request.operation))
        analyse_now(request.analysis, document, *request.operation);
    if (!refused) return;
    const std::size_t line = std::min<std::size_t>(error->line, document.line_count()) - 1;
    const std::size_t offset = document.line(line).begin +
                               byte_column(document.line_text(line), error->column);
    add_refusal(request.analysis, document, offset, error_info(error->code).name, error->message);
}

std::string spoken(const Outcome& outcome) {
    const std::string what = outcome.operation + (outcome.dry_run ? " (dry run)" : "");
    if (!outcome.error)
        return what + ": " + std::to_string(outcome.status) + ", " +
               count_text(outcome.own_changes()) +
               (outcome.own_changes() == 1 ? " change." : " changes.");
    return what + ": " + std::string(error_info(outcome.error->code).name) + ". " +
           outcome.error->message;
}

// Whatever is due at the present moment runs too: a call's consequences should not need a press on
// the clock.
void ask_for_work(const Engine& engine, ClockState& clock, Timestamp until) {
    clock.from = engine.world().now;
    clock.until = clock.until ? std::max(*clock.until, until) : until;
}

// A dry run is made to see what would change, and an error has to be read.
void choose_face(ResponseState& response) {
    const Outcome& shown = response.shown;
    if (shown.dry_run && !shown.error && !shown.changes.empty())
        response.face = ResponseFace::Changes;
    else if (shown.error || response.face == ResponseFace::History)
        response.face = ResponseFace::Body;
}

// Says that alarms went on, not more often than it can be read.
void tell_alarms(const World& world, const Table<NewestFirst, ActiveViolation>& before,
                 UiState& ui) {
    constexpr double kQuietMs = 5000;
    if (world.active_violations.shares_with(before) || world.active_violations.empty()) return;
    const auto newest = world.active_violations.begin();
    if (before.contains(newest->key)) return;
    if (ui.alarm_told_ms > 0 && ui.now_ms - ui.alarm_told_ms < kQuietMs) return;
    ui.alarm_told_ms = ui.now_ms;
    ui.toast(newest->value.thing_name + " is in alarm for " + newest->value.behavior.name + ".",
             Tone::Danger);
}

bool mutates(const Call& call) {
    const Operation* operation = find_operation(call.operation);
    return operation != nullptr && operation->effect == Effect::Mutates && !call.dry_run;
}

// A replay goes on beside reads, dry runs and what only looks; another rewind or undo takes its
// place. Whatever else would change the engine has to wait.
bool has_to_wait(const Command& command) {
    if (const Call* call = std::get_if<Call>(&command)) {
        const Operation* operation = find_operation(call->operation);
        return mutates(*call) || ReplayCall::is_one(call->operation) ||
               (operation != nullptr && operation->effect == Effect::Drives);
    }
    return std::holds_alternative<AdvanceTo>(command) || std::holds_alternative<Play>(command) ||
           std::holds_alternative<Restore>(command) ||
           std::holds_alternative<SwitchBranch>(command) ||
           std::holds_alternative<StartOver>(command) ||
           std::holds_alternative<MakeBranch>(command);
}

void keep_answer(UiState& ui, const std::string& key, Answer answer) {
    constexpr std::size_t kAnswersMax = 256;
    if (ui.answers.size() >= kAnswersMax) ui.answers.clear();
    ui.answers[key] = std::move(answer);
}

// What a question drives is a copy, whatever is asked.
void step_asking(Engine& engine, UiState& ui, WorkUnits budget) {
    Asking& first = ui.asking.front();
    if (!first.call.step(budget)) return;
    Answer answer{first.call.finish(engine, true).body, std::move(first.world)};
    keep_answer(ui, first.key, std::move(answer));
    ui.asking.erase(ui.asking.begin());
}

struct Apply {
    Engine& engine;
    UiState& ui;

    void operator()(const Call& call) {
        const World before = engine.world();
        if (begin_replay_call(engine, ui, call)) return;
        // A call in the past starts a branch; what was ahead is kept beside it.
        std::optional<Engine> ahead;
        if (mutates(call) && engine.entries_ahead() > 0) ahead = engine;
        const CallResult result = engine.call(call.operation, call.body, {.dry_run = call.dry_run});
        show_result(ui, engine, call, result, before);
        if (!mutates(call) || !result.ok()) return;
        if (ahead && result.entry_id > 0) keep_branch(ui, std::move(*ahead));
        if (result.entry_id > 0) ui.timeline.ahead.reset();
        ask_for_work(engine, ui.clock, engine.world().now);
    }
    void operator()(const AdvanceTo& advance) { ask_for_work(engine, ui.clock, advance.moment); }
    void operator()(const Play&) {
        ui.clock.playing = true;
        ui.clock.played_ms = ui.now_ms;
    }
    void operator()(const Pause&) {
        cancel_replay(ui);
        ui.clock.playing = false;
        ui.clock.until.reset();
    }
    void operator()(const Rewind& rewind) { rewind_to(engine, ui, rewind.moment, 0); }
    void operator()(const RewindBefore& rewind) {
        rewind_to(engine, ui, engine.world().now, rewind.entry_id);
    }
    void operator()(const Undo& undo) { undo_entry(engine, ui, undo.entry_id); }
    void operator()(const Restore&) { restore_undone(engine, ui); }
    void operator()(const KeepUndone&) { ui.undone = {}; }
    void operator()(const MakeBranch&) {
        keep_branch(ui, engine);
        ui.toast("You are on " + ui.branch + " now.", Tone::Accent);
    }
    void operator()(const SwitchBranch& branch) { switch_branch(engine, ui, branch.index); }
    void operator()(const StartOver& over) { start_over(engine, ui, over); }
    void operator()(const Assess& assess) { begin_assessment(engine.world(), ui, assess.request); }
    void operator()(const KeepBlock&) {
        if (ui.importing.recording) engine.keep_recording(*ui.importing.recording);
    }
    void operator()(const ShowAdded& added) {
        if (!engine.world().recordings.contains(added.recording)) return;
        drop_import(ui);
        ui.world.section = "recordings";
        ui.world.item = {"recordings", added.recording};
        ui.layout.pane = Pane::World;
    }
    void operator()(const Ask& ask) {
        const Operation* operation = find_operation(ask.operation);
        if (operation == nullptr || operation->effect == Effect::Mutates) return;
        const auto same = [&](const Asking& each) { return each.key == ask.key; };
        if (std::any_of(ui.asking.begin(), ui.asking.end(), same)) return;
        if (auto call = ReplayCall::begin(engine, ask.operation, ask.body))
            ui.asking.push_back({ask.key, std::move(*call), engine.world()});
        else if (operation->effect == Effect::Reads)
            keep_answer(ui, ask.key, {engine.call(ask.operation, ask.body).body, engine.world()});
    }
};

}  // namespace

void show_result(UiState& ui, const Engine& engine, const Call& call, const CallResult& result,
                 const World& before) {
    Outcome outcome = outcome_of(call, result, before);
    outcome.request_id = request_id(engine.options().seed,
                                    static_cast<std::int64_t>(ui.history.total) + 1);
    ui.response.show(ui.history.add(std::move(outcome)));
    choose_face(ui.response);
    look_at_payload(ui.request, call, result.error);
    ui.announce(spoken(ui.response.shown));
    const bool elsewhere = ui.request.operation == nullptr ||
                           ui.request.operation->name != call.operation;
    if (!elsewhere && !ui.world.guide.stays) ui.layout.pane = Pane::Response;
    if (elsewhere)
        ui.toast(spoken(ui.response.shown), ui.response.shown.error ? Tone::Danger : Tone::Ok);
}

void apply(Engine& engine, UiState& ui, const Command& command) {
    if (ui.replaying && has_to_wait(command))
        return ui.toast(ui.replaying->title + " is under way. Wait for it, or cancel it.",
                        Tone::Warn);
    std::visit(Apply{engine, ui}, command);
}

bool work_wanted(const UiState& ui) {
    return ui.replaying || ui.clock.until || !ui.asking.empty() || ui.assessment.work ||
           import_works(ui.importing);
}

bool pump(Engine& engine, UiState& ui, WorkUnits budget) {
    if (!ui.asking.empty()) step_asking(engine, ui, budget);
    step_import(ui, engine.world());
    open_imported(engine, ui);
    ClockState& clock = ui.clock;
    if (ui.replaying) {
        step_replay(engine, ui, budget);
    } else if (clock.until) {
        const auto alarms = engine.world().active_violations;
        const Progress progress = engine.advance(std::max(*clock.until, engine.world().now),
                                                 budget);
        if (progress.done) clock.until.reset();
        tell_alarms(engine.world(), alarms, ui);
    } else {
        step_assessment(ui.assessment, budget);
    }
    return work_wanted(ui);
}

}  // namespace picket::ui
