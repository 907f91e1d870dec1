// Picket's own verbs that drive the engine: the clock, rewind and undo, the journal, sessions. They
// are not journaled: what they do is part of how a session is looked at, or is saved with it.
#include "world/session.h"
#include "picket/engine.h"
#include "service/op.h"
#include "service/picket/replays.h"
#include "service/tables.h"
#include "text/say.h"

namespace picket {

inline constexpr Rule kAdvanceSeconds = {.min = 0, .max = 10LL * 366 * 86'400};
inline constexpr Rule kEntryIdRule = {.min = 1};

struct AdvanceClockInput {
    std::optional<std::int64_t> seconds;
    std::optional<Timestamp> until_time;
    std::optional<bool> next_event;
};
template <>
struct Shape<AdvanceClockInput> {
    using S = AdvanceClockInput;
    static constexpr std::string_view name = "AdvanceClockRequest";
    static constexpr bool exactly_one = true;
    static constexpr MemberInfo members[] = {
        member("seconds", PICKET_FIELD(S, seconds),
               with(kAdvanceSeconds, {.doc = "How far, in seconds."})),
        member("untilTime", PICKET_FIELD(S, until_time), {.doc = "The moment to stop at."}),
        member("nextEvent", PICKET_FIELD(S, next_event),
               {.doc = "Stop when the next thing that is due has happened."}),
    };
};

struct AdvanceClockOutput {
    Timestamp now;
    bool done = true;
    std::int64_t items_run = 0;
    std::optional<Timestamp> next_due_time;
};
template <>
struct Shape<AdvanceClockOutput> {
    using S = AdvanceClockOutput;
    static constexpr std::string_view name = "AdvanceClockResponse";
    static constexpr MemberInfo members[] = {
        member("now", PICKET_FIELD(S, now), {.required = true, .doc = "The virtual time now."}),
        member("done", PICKET_FIELD(S, done),
               {.required = true,
                .doc = "False: the work of one call is bounded and more is left; call again."}),
        member("itemsRun", PICKET_FIELD(S, items_run),
               {.required = true, .doc = "Items of due work that ran."}),
        member("nextDueTime", PICKET_FIELD(S, next_due_time),
               {.doc = "When the next thing is due."}),
    };
};

struct RewindInput {
    std::optional<Timestamp> time;
    std::optional<std::int64_t> before_entry_id;
};
template <>
struct Shape<RewindInput> {
    using S = RewindInput;
    static constexpr std::string_view name = "RewindRequest";
    static constexpr bool exactly_one = true;
    static constexpr MemberInfo members[] = {
        member("time", PICKET_FIELD(S, time), {.doc = "The moment to go back to."}),
        member("beforeEntryId", PICKET_FIELD(S, before_entry_id),
               with(kEntryIdRule, {.doc = "Go to the moment just before this journaled call."})),
    };
};

struct MomentOutput {
    Timestamp now;
    std::int64_t entries_ahead = 0;
    std::string world_hash;
};
template <>
struct Shape<MomentOutput> {
    using S = MomentOutput;
    static constexpr std::string_view name = "MomentResponse";
    static constexpr MemberInfo members[] = {
        member("now", PICKET_FIELD(S, now), {.required = true, .doc = "The virtual time now."}),
        member("entriesAhead", PICKET_FIELD(S, entries_ahead),
               {.required = true, .doc = "Calls that happen again when time runs on."}),
        member("worldHash", PICKET_FIELD(S, world_hash),
               {.required = true, .doc = "Hash of the World."}),
    };
};

struct UndoEntryInput {
    std::int64_t entry_id = 0;
};
template <>
struct Shape<UndoEntryInput> {
    using S = UndoEntryInput;
    static constexpr std::string_view name = "UndoEntryRequest";
    static constexpr MemberInfo members[] = {
        member("entryId", PICKET_FIELD(S, entry_id),
               with(kEntryIdRule, {.required = true, .doc = "The call to take out."}))};
};

struct UndoEntryOutput {
    Timestamp now;
    std::vector<JournalEntry> failed_entries;
};
template <>
struct Shape<UndoEntryOutput> {
    using S = UndoEntryOutput;
    static constexpr std::string_view name = "UndoEntryResponse";
    static constexpr MemberInfo members[] = {
        member("now", PICKET_FIELD(S, now), {.required = true, .doc = "The virtual time now."}),
        member(
            "failedEntries", PICKET_FIELD(S, failed_entries),
            {.required = true, .doc = "Later calls that no longer succeed, each with the reason."}),
    };
};

struct ListJournalInput {
    std::optional<std::int64_t> max_results;
    std::optional<std::int64_t> after_entry_id;
};
template <>
struct Shape<ListJournalInput> {
    using S = ListJournalInput;
    static constexpr std::string_view name = "ListJournalRequest";
    static constexpr MemberInfo members[] = {
        member("maxResults", PICKET_FIELD(S, max_results),
               with(kMaxResultsRule, {.doc = "Entries at once; 25 if absent."})),
        member("afterEntryId", PICKET_FIELD(S, after_entry_id),
               {.min = 0, .doc = "Start behind this entry."}),
    };
};

struct ListJournalOutput {
    std::vector<JournalEntry> entries;
    std::int64_t applied_entry_id = 0;
    std::optional<std::int64_t> next_after_entry_id;
};
template <>
struct Shape<ListJournalOutput> {
    using S = ListJournalOutput;
    static constexpr std::string_view name = "ListJournalResponse";
    static constexpr MemberInfo members[] = {
        member("entries", PICKET_FIELD(S, entries), {.required = true, .doc = "Calls in order."}),
        member("appliedEntryId", PICKET_FIELD(S, applied_entry_id),
               {.required = true, .doc = "The last call that has happened; later ones are ahead."}),
        member("nextAfterEntryId", PICKET_FIELD(S, next_after_entry_id),
               {.doc = "Ask on from here; absent at the end."}),
    };
};

struct SessionDocument {
    JsonText session;
};
template <>
struct Shape<SessionDocument> {
    using S = SessionDocument;
    static constexpr std::string_view name = "SessionDocument";
    static constexpr MemberInfo members[] = {member(
        "session", PICKET_FIELD(S, session), {.required = true, .doc = "The session file."})};
};

struct LoadSessionOutput {
    Timestamp now;
    std::int64_t entries = 0;
    std::int64_t failed_entries = 0;
    bool same_world = true;
    std::vector<std::string> missing_recordings;
    std::vector<std::string> notes;
};
template <>
struct Shape<LoadSessionOutput> {
    using S = LoadSessionOutput;
    static constexpr std::string_view name = "LoadSessionResponse";
    static constexpr MemberInfo members[] = {
        member("now", PICKET_FIELD(S, now), {.required = true, .doc = "The virtual time now."}),
        member("entries", PICKET_FIELD(S, entries),
               {.required = true, .doc = "Calls in the journal."}),
        member("failedEntries", PICKET_FIELD(S, failed_entries),
               {.required = true, .doc = "Calls that failed now."}),
        member("sameWorld", PICKET_FIELD(S, same_world),
               {.required = true, .doc = "Whether the replay gave the World that was saved."}),
        member("missingRecordings", PICKET_FIELD(S, missing_recordings),
               {.required = true,
                .doc = "Blocks that the session names and that are not at hand, by SHA-256."}),
        member("notes", PICKET_FIELD(S, notes),
               {.required = true, .doc = "What a person should know."}),
    };
};

struct ResetSessionInput {
    std::optional<std::int64_t> seed;
    std::optional<Timestamp> start;
    std::optional<std::string> region;
    std::optional<std::string> account;
};
template <>
struct Shape<ResetSessionInput> {
    using S = ResetSessionInput;
    static constexpr std::string_view name = "ResetSessionRequest";
    static constexpr MemberInfo members[] = {
        member("seed", PICKET_FIELD(S, seed),
               {.doc = "Seed of the new session; the present one if absent."}),
        member("start", PICKET_FIELD(S, start), {.doc = "When virtual time begins."}),
        member("region", PICKET_FIELD(S, region), with(kRegionRule, {.doc = "Region in ARNs."})),
        member("account", PICKET_FIELD(S, account),
               with(kAccountRule, {.doc = "Account in ARNs, 12 digits."})),
    };
};

namespace {

using enum ErrorCode;

constexpr Timestamp kTimeMax = {253'402'300'799'000};  // the end of the year 9999, as far as times
                                                       // can be written

// What one AdvanceClock may cost, so that a request always ends; about a second of work.
constexpr WorkUnits kAdvanceBudget = 100'000'000;

Result<Replay> begin_advance(const Engine& engine, const AdvanceClockInput& in) {
    Timestamp until = engine.world().now;
    if (in.seconds) until.ms += *in.seconds * 1000;
    if (in.until_time) until = *in.until_time;
    if (in.next_event) {
        const auto next = engine.next_due();
        if (next && next->ms > until.ms) until = *next;
    }
    if (until.ms < engine.world().now.ms) {
        return refuse(InvalidRequest,
                      say("It is {} already. Time only runs on; Rewind goes back.",
                          to_iso(engine.world().now)),
                      "untilTime");
    }
    if (until.ms > kTimeMax.ms) {
        return refuse(InvalidRequest, "Virtual time ends with the year 9999.", "seconds");
    }
    return Replay::advance(engine, until, kAdvanceBudget);
}

Result<AdvanceClockOutput> advanced(Replay& replay, const AdvanceClockInput&) {
    const Progress& progress = replay.advanced();
    return AdvanceClockOutput{progress.now, progress.done, progress.items,
                              replay.engine().next_due()};
}

Result<Replay> begin_rewind(const Engine& engine, const RewindInput& in) {
    auto replay = in.time ? Replay::rewind(engine, *in.time)
                          : Replay::rewind_before(engine, *in.before_entry_id);
    if (replay) replay->want_hash();
    return replay;
}

Result<MomentOutput> rewound(Replay& replay, const RewindInput&) {
    if (replay.refusal()) return std::move(replay.refusal());
    const Engine& engine = replay.engine();
    return MomentOutput{engine.world().now, engine.entries_ahead(), replay.report().actual_hash};
}

Result<Replay> begin_undo(const Engine& engine, const UndoEntryInput& in) {
    return Replay::undo(engine, in.entry_id);
}

Result<UndoEntryOutput> undone(Replay& replay, const UndoEntryInput&) {
    if (replay.refusal()) return std::move(replay.refusal());
    UndoEntryOutput out{replay.engine().world().now, {}};
    for (const auto& [id, entry] : replay.engine().journal()) {
        if (entry.failure) out.failed_entries.push_back(entry);
    }
    return out;
}

Result<Replay> begin_load(const Engine& engine, const SessionDocument& in) {
    return Replay::load(engine, in.session.text);
}

Result<LoadSessionOutput> loaded(Replay& replay, const SessionDocument&) {
    if (Refusal& refusal = replay.refusal()) {
        Error error = std::move(*refusal);
        error.path = error.path.empty() ? "session" : say("session.{}", error.path);
        error.line = error.column = 0;  // places in the inner text mean nothing to the caller
        return error;
    }
    LoadReport& report = replay.report();
    return LoadSessionOutput{replay.engine().world().now,
                             report.entries,
                             report.failed_entries,
                             report.same_world,
                             std::move(report.missing_recordings),
                             std::move(report.notes)};
}

using AdvanceClock = InParts<AdvanceClockOutput, AdvanceClockInput, begin_advance, advanced>;
using Rewind = InParts<MomentOutput, RewindInput, begin_rewind, rewound>;
using UndoEntry = InParts<UndoEntryOutput, UndoEntryInput, begin_undo, undone>;
using LoadSession = InParts<LoadSessionOutput, SessionDocument, begin_load, loaded>;

constexpr ReplayParts kReplays[] = {
    AdvanceClock::row("AdvanceClock"),
    Rewind::row("Rewind"),
    UndoEntry::row("UndoEntry"),
    LoadSession::row("LoadSession"),
};

Result<ListJournalOutput> list_journal(Engine& engine, const ListJournalInput& in) {
    ListJournalOutput out;
    out.applied_entry_id = engine.applied_entry();
    const auto page = static_cast<std::size_t>(in.max_results.value_or(25));
    auto at = engine.journal().upper_bound(in.after_entry_id.value_or(0));
    for (; at != engine.journal().end() && out.entries.size() < page; ++at)
        out.entries.push_back((*at).value);
    if (at != engine.journal().end()) out.next_after_entry_id = out.entries.back().id;
    return out;
}

Result<SessionDocument> save_session(Engine& engine, const Empty&) {
    return SessionDocument{{engine.save(0)}};
}

Result<MomentOutput> reset_session(Engine& engine, const ResetSessionInput& in) {
    EngineOptions options = engine.options();
    options.seed = in.seed.value_or(options.seed);
    options.start = in.start.value_or(options.start);
    options.region = in.region.value_or(options.region);
    options.account = in.account.value_or(options.account);
    engine.restart(std::move(options));
    return MomentOutput{engine.world().now, 0, world_hash(engine.world())};
}

constexpr Operation kRows[] = {
    verb<&AdvanceClock::at_once>(
        "AdvanceClock", "Clock", "/_picket/AdvanceClock", errors<InvalidRequest>(),
        "Runs the virtual clock on, with everything that becomes due on the way."),
    verb<&Rewind::at_once>(
        "Rewind", "Clock", "/_picket/Rewind",
        errors<InvalidRequest, ResourceNotFound, LimitExceeded>(),
        "Goes back to an earlier moment; later calls stay ahead and happen again when "
        "time runs on."),
    verb<&UndoEntry::at_once>("UndoEntry", "Session", "/_picket/UndoEntry",
                              errors<ResourceNotFound, LimitExceeded>(),
                              "Replays the session without one call."),
    verb<&list_journal>("ListJournal", "Session", "/_picket/ListJournal", errors<>(),
                        "The mutating calls the World is made from."),
    verb<&save_session>("SaveSession", "Session", "/_picket/SaveSession", errors<>(),
                        "The session file: seed, settings, journal, and where it ended."),
    verb<&LoadSession::at_once>("LoadSession", "Session", "/_picket/LoadSession",
                                errors<InvalidRequest, LimitExceeded>(),
                                "Opens a session file by replaying its journal."),
    verb<&reset_session>("ResetSession", "Session", "/_picket/ResetSession", errors<>(),
                         "Starts over with an empty account."),
};

}  // namespace

std::span<const Operation> picket_session_operations() { return kRows; }

std::span<const ReplayParts> session_replays() { return kReplays; }

}  // namespace picket
