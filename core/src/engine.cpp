// Wires the parts together: calls, the clock, the journal, checkpoints. Replays are in
// engine_replay.cpp and
// engine_replay_call.cpp, sessions in engine_session.cpp, HTTP in engine_request.cpp.
#include "picket/engine.h"

#include <algorithm>

#include "api/dispatch.h"
#include "engine_answer.h"
#include "model/answer.h"
#include "model/encode.h"
#include "service/due.h"
#include "text/say.h"
#include "world/settings.h"

namespace picket {
namespace {

constexpr WorkUnits kEntryUnits = 200;  // what a journaled call counts when it happens again
constexpr std::int64_t kCheckpointEvery = 6 * kHour;
constexpr std::size_t kCheckpointsMax = 512;

// Scheduled calls run any mutating operation on the World of the moment.
Refusal call_when_due(World& world, Context& context, std::string_view name,
                      std::string_view json) {
    const Operation* operation = find_operation(name);
    if (operation == nullptr || operation->effect != Effect::Mutates)
        return unknown_operation(name);
    World draft = world;  // a failed call leaves nothing behind
    Context on_draft(draft, context.entry_id(), context.ordinal());
    auto error = invoke_on_world(draft, on_draft, *operation, json);
    if (error) return error;
    world = std::move(draft);
    context.continue_from(on_draft);
    return std::nullopt;
}

}  // namespace

void put_error(CallResult& result, Error error) {
    result.status = error_info(error.code).http;
    result.body = error_body(error);
    result.error = std::move(error);
}

void put_answer(CallResult& result, const Operation& operation, Answer& answer) {
    if (Refusal* refusal = answer.refusal())
        return put_error(result, as_declared(operation, std::move(**refusal)));
    result.body = to_json(*operation.output, answer.value());
}

Engine::Engine(EngineOptions options) : options_(std::move(options)) {
    world_.seed = options_.seed;
    world_.region = options_.region;
    world_.account = options_.account;
    world_.now = options_.start;
    world_.recording_store = std::make_shared<RecordingStore>();
    for (const auto& [name, value] : options_.settings) {
        const SettingInfo* setting = find_setting(name);
        if (setting != nullptr && setting->fallback != value &&
            setting_problem(*setting, value).empty()) {
            world_.settings.put(name, value);
        }
    }
    checkpoints_.push_back({0, world_});
}

CallResult Engine::call(std::string_view name, std::string_view json, CallOptions call_options) {
    CallResult result;
    const Operation* operation = find_operation(name);
    if (operation == nullptr) {
        result.after = world_;
        put_error(result, *unknown_operation(name));
        return result;
    }
    auto prepared = prepare(*operation, world_, json, call_options.fill_tokens);
    if (!prepared) {
        result.after = world_;
        put_error(result, std::move(prepared).error());
        return result;
    }
    result.warnings = std::move(prepared->warnings);
    if (call_options.fill_tokens)
        fill_tokens(*operation, prepared->input.get(), world_.seed, next_entry_);
    if (call_options.dry_run) {
        // A copy costs next to nothing, so a dry run is the run itself on a copy that is dropped.
        Engine copy = *this;
        copy.run(*operation, prepared->input.get(), result);
        result.entry_id = 0;
    } else {
        run(*operation, prepared->input.get(), result);
    }
    if (result.error && !result.error->path.empty() && !json.empty()) locate(*result.error, json);
    return result;
}

void Engine::run(const Operation& operation, void* input, CallResult& result) {
    result.request = to_json(*operation.input, input);
    Answer answer(operation);
    switch (operation.effect) {
    case Effect::Reads:
        operation.invoke.reads(world_, input, answer.place());
        break;
    case Effect::Drives:
        operation.invoke.drives(*this, input, answer.place());
        break;
    case Effect::Mutates:
        run_mutation(operation, input, answer, result);
        break;
    }
    result.after = world_;
    put_answer(result, operation, answer);
}

void Engine::run_mutation(const Operation& operation, const void* input, Answer& answer,
                          CallResult& result) {
    World draft = world_;
    Context context(draft, next_entry_);
    run_handler(operation, draft, context, input, answer.place());
    if (answer.refusal() != nullptr) return;
    // A new call at a rewound moment starts a branch: what was ahead does not happen in it.
    while (!journal_.empty() && journal_.last()->key > applied_)
        journal_.erase(std::int64_t{journal_.last()->key});
    while (checkpoints_.back().applied > applied_) checkpoints_.pop_back();
    journal_.put(next_entry_, {.id = next_entry_,
                               .time = world_.now,
                               .after_item = world_.instant_items,
                               .operation = std::string(operation.name),
                               .body = {result.request},
                               .failure = std::nullopt});
    keep_checkpoint();
    world_ = std::move(draft);
    applied_ = next_entry_;
    result.entry_id = next_entry_++;
}

void Engine::set_now(Timestamp time) {
    if (time.ms <= world_.now.ms) return;
    world_.now = time;
    world_.instant_items = 0;
}

// Entries ahead come as they came first: at their time, after as many items of that moment as then.
WorkUnits Engine::step(Timestamp until) {
    const auto due = world_.due.begin();
    const bool has_due = due != world_.due.end();
    const auto ahead = journal_.upper_bound(applied_);
    if (ahead != journal_.end() && (*ahead).value.time.ms <= until.ms) {
        const JournalEntry& entry = (*ahead).value;
        const bool earlier_work = has_due && (*due).key.time.ms < entry.time.ms;
        const std::int64_t items = world_.now.ms == entry.time.ms ? world_.instant_items : 0;
        const bool same_moment_work = has_due && (*due).key.time.ms == entry.time.ms &&
                                      items < entry.after_item;
        if (!earlier_work && !same_moment_work) {
            apply(entry);
            return kEntryUnits;
        }
    }
    if (!has_due || (*due).key.time.ms > until.ms) return 0;
    const DueKey key = (*due).key;
    const DueItem item = (*due).value;
    if (key.time.ms >= checkpoints_.back().world.now.ms + kCheckpointEvery) keep_checkpoint();
    set_now(key.time);
    world_.due.erase(key);
    ++world_.instant_items;
    return std::max<WorkUnits>(1, run_due(world_, key, item, call_when_due));
}

void Engine::apply(JournalEntry entry) {
    keep_checkpoint();
    set_now(entry.time);
    applied_ = entry.id;
    Refusal error;
    const Operation* operation = find_operation(entry.operation);
    if (operation == nullptr || operation->effect != Effect::Mutates) {
        error = unknown_operation(entry.operation);
    } else {
        World draft = world_;
        Context context(draft, entry.id);
        error = invoke_on_world(draft, context, *operation, entry.body.text);
        if (!error) world_ = std::move(draft);
    }
    std::optional<std::string> failure;
    if (error) failure = say("{}: {}", error_info(error->code).name, error->message);
    if (failure == entry.failure) return;
    entry.failure = std::move(failure);
    const std::int64_t id = entry.id;
    journal_.put(id, std::move(entry));
}

Progress Engine::advance(Timestamp until, WorkUnits budget) {
    Progress progress;
    while (budget > 0) {
        const std::int64_t entries_before = applied_;
        const WorkUnits spent = step(until);
        if (spent == 0) {
            set_now(until);
            progress.done = true;
            break;
        }
        budget -= spent;
        if (applied_ == entries_before) ++progress.items;
    }
    progress.now = world_.now;
    return progress;
}

std::int64_t Engine::entries_ahead() const {
    return static_cast<std::int64_t>(journal_.size() - journal_.rank(applied_ + 1));
}

std::optional<Timestamp> Engine::next_due() const {
    std::optional<Timestamp> next;
    if (!world_.due.empty()) next = (*world_.due.begin()).key.time;
    const auto ahead = journal_.upper_bound(applied_);
    if (ahead != journal_.end() && (!next || (*ahead).value.time.ms < next->ms))
        next = (*ahead).value.time;
    return next;
}

// One before every call, and one every six hours of due work; old ones thin out, the start always
// stays.
void Engine::keep_checkpoint() {
    const Checkpoint& last = checkpoints_.back();
    if (checkpoints_.size() > 1 && last.applied == applied_ && last.world.now.ms == world_.now.ms &&
        last.world.instant_items == world_.instant_items) {
        return;
    }
    if (checkpoints_.size() >= kCheckpointsMax) {
        std::vector<Checkpoint> kept;
        for (std::size_t i = 0; i < checkpoints_.size(); ++i) {
            if (i % 2 == 0 || i > checkpoints_.size() / 2)
                kept.push_back(std::move(checkpoints_[i]));
        }
        checkpoints_ = std::move(kept);
    }
    checkpoints_.push_back({applied_, world_});
}

// Back to the latest checkpoint that lies before the entry and not after the time.
void Engine::reset_before(std::int64_t entry_id, Timestamp time) {
    while (checkpoints_.size() > 1 && (checkpoints_.back().applied >= entry_id ||
                                       checkpoints_.back().world.now.ms > time.ms)) {
        checkpoints_.pop_back();
    }
    world_ = checkpoints_.back().world;
    applied_ = checkpoints_.back().applied;
}

}  // namespace picket
