// Replays: from a checkpoint through entries and due work to a moment, in pieces. Rewind, undo and
// opening a session are this and nothing else, however they are asked for.
#include "picket/replay.h"

#include <algorithm>
#include <utility>

#include "model/decode.h"
#include "text/json_pieces.h"
#include "text/say.h"
#include "world/image.h"
#include "world/session.h"
#include "world/settings.h"
#include "world/world_hasher.h"

namespace picket {
namespace {

constexpr std::int64_t kStepsMax = 20'000'000;
constexpr std::int64_t kAll = INT64_MAX;
constexpr WorkUnits kRowUnits = 10;                  // what hashing a row counts
constexpr WorkUnits kFarUnits = WorkUnits{1} << 40;  // from the start to an image: nobody knows

}  // namespace

// The steps come in this order; which of them a replay has depends on what it is for.
struct Replay::Work {
    enum class Step : std::uint8_t { Read, Open, Run, Hash, Done };

    explicit Work(Engine start) : engine(std::move(start)) {}

    void aim(const Place& place);
    void go_back(const Place& place);
    void read(WorkUnits& budget);
    void open();
    void run(WorkUnits& budget);
    void hash(WorkUnits& budget);
    bool arrived() const;
    void stop(Refusal because);
    void report_session();

    Engine engine;
    Step step = Step::Run;
    Refusal refusal;
    Place to;                            // where it stops
    Timestamp from;                      // where it starts, to tell how far it is
    std::optional<DetectWatch> watched;  // from `to` on, and then on to `after`
    Place after;
    int ways = 1, ways_done = 0;  // to tell how far it is
    std::int64_t entries = 0, entries_done = 0;
    std::int64_t steps = 0;
    bool bounded = false;  // an advance, of `most` units
    WorkUnits most = kNoBudget;
    bool hashed = false;  // the hash of the World is wanted at the end
    std::optional<WorldHasher> hasher;
    Progress advanced;
    LoadReport report;
    // Of a session that is opened:
    std::string text, image;
    std::shared_ptr<RecordingStore> store;
    std::optional<JsonPieces> reading;
    std::optional<JsonTree> tree;
    Session session;
    bool opens = false;
};

void Replay::Work::aim(const Place& place) {
    to = place;
    engine.leap(to);
    from = engine.world().now;
    const auto& journal = engine.journal();
    auto last = to.applied == kAll ? journal.size() : journal.rank(to.applied + 1);
    while (last > 0 && journal.at(last - 1)->value.time > to.time) --last;
    entries = static_cast<std::int64_t>(last - std::min(last, journal.rank(engine.applied_ + 1)));
}

// The present is a place to come back to.
void Replay::Work::go_back(const Place& place) {
    engine.keep_checkpoint();
    engine.stand_on(engine.checkpoints_.until(place));
    aim(place);
}

void Replay::Work::stop(Refusal because) {
    refusal = std::move(because);
    step = Step::Done;
}

void Replay::Work::read(WorkUnits& budget) {
    if (!reading) reading.emplace(text, kSessionLimits);
    const bool all = reading->step(budget);
    if (budget != kNoBudget) budget = 0;
    if (!all) return;
    auto result = reading->finish();
    reading.reset();
    if (!result) return stop(std::move(result).refusal());
    tree = std::move(result).value();
    step = Step::Open;
}

void Replay::Work::open() {
    if (auto error = decode(kShape<Session>, &*tree, 0, {}, &session, {}, report.notes))
        return stop(std::move(error));
    tree.reset();
    text = {};
    if (auto error = check_session(session)) return stop(std::move(error));
    for (const auto& [name, value] : session.settings) {
        const SettingInfo* setting = find_setting(name);
        const std::string problem = setting == nullptr ? "This build does not have it."
                                                       : setting_problem(*setting, value);
        if (!problem.empty())
            report.notes.push_back(say("Setting '{}' was left at its default. {}", name, problem));
    }
    engine = Engine({.seed = session.seed,
                     .start = session.start,
                     .region = session.region,
                     .account = session.account,
                     .settings = session.settings,
                     .checkpoint_bytes = engine.options().checkpoint_bytes});
    engine.use_store(store);
    take_attachments(session, *store, report.notes);
    session.attachments.clear();
    for (JournalEntry& entry : session.journal) {
        engine.next_entry_ = entry.id + 1;
        const std::int64_t id = entry.id;
        engine.journal_.put(id, std::move(entry));
    }
    session.journal.clear();
    engine.next_entry_ = std::max(engine.next_entry_, session.next_entry.value_or(1));
    step = Step::Run;
    if (!image.empty()) {
        auto world = world_from_image(image);
        if (world && world->now.ms == session.end.ms && world_hash(*world) == session.world_hash) {
            engine.world_ = std::move(world).value();
            engine.world_.recording_store = store;
            engine.applied_ = session.applied;
            engine.read_inline_recordings();
            engine.units_ = kFarUnits;
            engine.keep_checkpoint();
            report.from_image = true;
            step = Step::Hash;
        }
    }
    aim({session.end, session.end_item, session.applied});
}

// Entries up to `applied` and items up to the place within the moment.
bool Replay::Work::arrived() const {
    const auto ahead = engine.journal_.upper_bound(engine.applied_);
    if (ahead != engine.journal_.end() && (*ahead).key <= to.applied) return false;
    const World& world = engine.world_;
    if (world.due.empty()) return true;
    const Timestamp next = (*world.due.begin()).key.time;
    const std::int64_t items = world.now == to.time ? world.instant_items : 0;
    return next > to.time || (next == to.time && items >= to.instant_items);
}

void Replay::Work::run(WorkUnits& budget) {
    const auto end = [this](bool done) {
        if (done) engine.set_now(to.time);
        advanced.done = done;
        advanced.now = engine.world_.now;
        step = hashed || opens ? Step::Hash : Step::Done;
    };
    while (budget > 0) {
        if (most <= 0) return end(false);
        const std::int64_t entry_before = engine.applied_;
        const WorkUnits spent = arrived() ? 0 : engine.step(to.time);
        if (spent == 0 && watched) {
            engine.set_now(to.time);
            engine.watch(*std::exchange(watched, std::nullopt));
            aim(after);
            ++ways_done;
            continue;
        }
        if (spent == 0) return end(true);
        budget -= spent;
        most -= spent;
        if (engine.applied_ == entry_before)
            ++advanced.items;
        else
            ++entries_done;
        if (++steps >= kStepsMax && !bounded)
            return stop(refuse(ErrorCode::LimitExceeded,
                               "The replay takes more than 20,000,000 steps, which no session may; "
                               "its scheduled work is too dense."));
    }
}

void Replay::Work::hash(WorkUnits& budget) {
    if (!hasher) hasher.emplace(engine.world_);
    const WorkUnits rows = std::max<WorkUnits>(1, budget / kRowUnits);
    budget = 0;
    if (!hasher->step(static_cast<std::size_t>(std::min<WorkUnits>(rows, INT32_MAX)))) return;
    report.actual_hash = hasher->hex();
    hasher.reset();
    step = Step::Done;
    if (opens) report_session();
}

void Replay::Work::report_session() {
    report.missing_recordings = engine.missing_recordings();
    for (const std::string& name : report.missing_recordings) {
        report.notes.push_back(
            say("The recording {} is not at hand, so its rows do not happen. Import the file that "
                "it was made of, then open the session again.",
                name));
    }
    report.entries = static_cast<std::int64_t>(engine.journal_.size());
    for (const auto& [id, entry] : engine.journal_) report.failed_entries += entry.failure ? 1 : 0;
    report.expected_hash = session.world_hash;
    report.same_world = report.expected_hash.empty() || report.expected_hash == report.actual_hash;
    if (!report.same_world) {
        report.notes.push_back(
            say("The replay gives another World than the one saved ({}, now {}): the session was "
                "saved by a build that behaves differently.",
                report.expected_hash, report.actual_hash));
    }
    if (report.failed_entries > 0) {
        report.notes.push_back(
            say("{} journal entries no longer succeed; ListJournal shows which, and why.",
                report.failed_entries));
    }
}

Replay::Replay(std::unique_ptr<Work> work) : work_(std::move(work)) {}
Replay::Replay(Replay&&) noexcept = default;
Replay& Replay::operator=(Replay&&) noexcept = default;
Replay::~Replay() = default;

Result<Replay> Replay::rewind(const Engine& engine, Timestamp moment) {
    const Timestamp start = engine.options().start, now = engine.world().now;
    if (moment > now || moment < start) {
        return refuse(ErrorCode::InvalidRequest,
                      say("Rewind goes to a moment from the session's start, {}, to the present, "
                          "{}; to go on, advance the clock.",
                          to_iso(start), to_iso(now)),
                      "time");
    }
    auto work = std::make_unique<Work>(engine);
    work->go_back({moment, kAll, kAll});
    return Replay(std::move(work));
}

Result<Replay> Replay::rewind_before(const Engine& engine, std::int64_t entry_id) {
    const JournalEntry* entry = engine.journal().find(entry_id);
    if (entry == nullptr || entry_id > engine.applied_entry()) {
        return refuse(
            ErrorCode::ResourceNotFound,
            say("There is no journal entry {} before the present moment; ListJournal shows all.",
                entry_id),
            "beforeEntryId");
    }
    const auto place = engine.journal().lower_bound(entry_id);
    const std::int64_t before = place == engine.journal().begin() ? 0 : (*std::prev(place)).key;
    auto work = std::make_unique<Work>(engine);
    work->go_back({entry->time, entry->after_item, before});
    return Replay(std::move(work));
}

Result<Replay> Replay::undo(const Engine& engine, std::int64_t entry_id) {
    const JournalEntry* entry = engine.journal().find(entry_id);
    if (entry == nullptr) {
        return refuse(ErrorCode::ResourceNotFound,
                      say("There is no journal entry {}; ListJournal shows all.", entry_id),
                      "entryId");
    }
    auto work = std::make_unique<Work>(engine);
    Engine& branch = work->engine;
    const bool past = entry_id <= branch.applied_;
    const Place before = {entry->time, entry->after_item, entry_id - 1};
    if (past) branch.stand_on(branch.checkpoints_.until(before));
    branch.checkpoints_.drop_behind(before);
    branch.journal_.erase(entry_id);
    if (past)
        work->aim(engine.place());
    else
        work->step = Work::Step::Done;
    return Replay(std::move(work));
}

Replay Replay::load(const Engine& engine, std::string session, std::string image) {
    auto work = std::make_unique<Work>(
        Engine({.checkpoint_bytes = engine.options().checkpoint_bytes}));
    work->store = engine.world().recording_store;
    work->text = std::move(session);
    work->image = std::move(image);
    work->opens = true;
    work->step = Work::Step::Read;
    return Replay(std::move(work));
}

// Two ways in one: to where watching begins, and from there to the present, entry by entry.
Replay Replay::watch(const Engine& engine, const DetectWatch& pair, Timestamp from) {
    auto work = std::make_unique<Work>(engine);
    const Place begin = {from, kAll, kAll};
    work->engine.stand_on(work->engine.checkpoints_.until(begin));
    work->aim(begin);
    work->watched = pair;
    work->after = engine.place();
    work->ways = 2;
    return Replay(std::move(work));
}

Replay Replay::advance(const Engine& engine, Timestamp until, WorkUnits most) {
    auto work = std::make_unique<Work>(engine);
    work->aim({until, kAll, kAll});
    work->bounded = true;
    work->most = most;
    return Replay(std::move(work));
}

Replay Replay::hash(const Engine& engine) {
    auto work = std::make_unique<Work>(engine);
    work->step = Work::Step::Hash;
    return Replay(std::move(work));
}

void Replay::want_hash() { work_->hashed = true; }

// Opening a session cannot be cut: like each piece of reading it, it ends a step, so that somebody
// may draw.
bool Replay::step(WorkUnits budget) {
    using Step = Work::Step;
    const bool in_one_go = budget == kNoBudget;
    do {
        switch (work_->step) {
        case Step::Read:
            work_->read(budget);
            break;
        case Step::Open:
            work_->open();
            if (!in_one_go) budget = 0;
            break;
        case Step::Run:
            work_->run(budget);
            break;
        case Step::Hash:
            work_->hash(budget);
            if (in_one_go) budget = kNoBudget;
            break;
        case Step::Done:
            break;
        }
    } while (budget > 0 && work_->step != Step::Done);
    return work_->step == Step::Done;
}

float Replay::progress() const {
    const Work& work = *work_;
    if (work.step == Work::Step::Done) return 1;
    if (work.step < Work::Step::Run) return 0;
    if (work.step == Work::Step::Hash) return 0.95f;
    double part = 0, parts = 0;
    if (work.entries > 0) {
        part += static_cast<double>(work.entries_done) / static_cast<double>(work.entries);
        ++parts;
    }
    if (work.to.time > work.from) {
        part += static_cast<double>(work.engine.world().now - work.from) /
                static_cast<double>(work.to.time - work.from);
        ++parts;
    }
    const double way = parts == 0 ? 0 : std::clamp(part / parts, 0.0, 1.0);
    return static_cast<float>(0.95 * (work.ways_done + way) / work.ways);
}

Refusal& Replay::refusal() { return work_->refusal; }
Engine& Replay::engine() { return work_->engine; }
LoadReport& Replay::report() { return work_->report; }
const Progress& Replay::advanced() const { return work_->advanced; }

// --- in one go ---

Result<Done> Engine::take(Result<Replay> made) {
    PICKET_TRY(Replay replay, std::move(made));
    while (!replay.step(kNoBudget)) {}
    if (replay.refusal()) return std::move(replay.refusal());
    *this = std::move(replay.engine());
    return Done{};
}

Result<Done> Engine::rewind(Timestamp moment) { return take(Replay::rewind(*this, moment)); }
Result<Done> Engine::rewind_before(std::int64_t entry_id) {
    return take(Replay::rewind_before(*this, entry_id));
}
Result<Done> Engine::undo(std::int64_t entry_id) { return take(Replay::undo(*this, entry_id)); }

Result<LoadReport> Engine::load(std::string_view text, std::string_view image) {
    Replay replay = Replay::load(*this, std::string(text), std::string(image));
    while (!replay.step(kNoBudget)) {}
    if (replay.refusal()) return std::move(replay.refusal());
    *this = std::move(replay.engine());
    return std::move(replay.report());
}

}  // namespace picket
