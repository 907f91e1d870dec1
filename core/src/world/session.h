// The session file: what a run is made from (versions, seed, settings, journal) and where it ended.
// JSON, described like any other shape, so that its schema, documentation and reader are the common
// ones.
#pragma once

#include "picket/engine.h"
#include "picket/shape.h"

namespace picket {

// Raised when a file of this version would be misread by older builds, and when the same journal
// gives another World.
inline constexpr std::int64_t kSessionFormat = 1;
inline constexpr std::int64_t kBehaviourVersion = 4;

// Every number up to here is exact in every JSON reader, and the next one is still a number.
inline constexpr Rule kEntryNumberRule = {.min = 1, .max = (1LL << 53) - 1};

template <>
struct Shape<JournalEntry> {
    using S = JournalEntry;
    static constexpr std::string_view name = "JournalEntry";
    static constexpr std::string_view doc = "One mutating call that succeeded.";
    static constexpr MemberInfo members[] = {
        member("id", PICKET_FIELD(S, id),
               with(kEntryNumberRule, {.required = true, .doc = "Its number; never given twice."})),
        member("time", PICKET_FIELD(S, time),
               {.required = true, .doc = "When it came, virtual time."}),
        member("afterItem", PICKET_FIELD(S, after_item),
               {.min = 0, .doc = "How many items of due work had run at that very moment."}),
        member("operation", PICKET_FIELD(S, operation),
               {.required = true, .doc = "The operation's name."}),
        member("body", PICKET_FIELD(S, body),
               {.required = true, .doc = "Its input, as it was understood."}),
        member("failure", PICKET_FIELD(S, failure),
               {.doc = "Why it no longer succeeds, when an earlier entry was taken out."}),
    };
};

inline constexpr Rule kAccountRule = {.min = 12, .max = 12};
inline constexpr Rule kRegionRule = {.min = 1, .max = 32};

struct Session {
    std::int64_t picket_session = kSessionFormat;
    std::int64_t behaviour = kBehaviourVersion;
    std::string build;
    std::int64_t seed = 1;
    Timestamp start = kDefaultStart;
    std::string region;
    std::string account;
    StringMap<std::string> settings;
    std::vector<JournalEntry> journal;
    Timestamp end;
    std::int64_t end_item = 0;
    std::int64_t applied = 0;
    std::optional<std::int64_t> next_entry;
    std::string world_hash;
    StringMap<std::string> attachments;
    bool operator==(const Session&) const = default;
};
template <>
struct Shape<Session> {
    using S = Session;
    static constexpr std::string_view name = "Session";
    static constexpr std::string_view doc =
        "A saved run: everything that replays to the same World.";
    static constexpr MemberInfo members[] = {
        member("picketSession", PICKET_FIELD(S, picket_session),
               {.required = true, .min = 1, .doc = "Format version."}),
        member("behaviour", PICKET_FIELD(S, behaviour),
               {.doc = "Behaviour version of the engine that saved it."}),
        member("build", PICKET_FIELD(S, build),
               {.doc = "The build that saved it; only images depend on it."}),
        member("seed", PICKET_FIELD(S, seed),
               {.required = true, .doc = "Every id and every random choice follows from it."}),
        member("start", PICKET_FIELD(S, start),
               {.required = true, .doc = "When virtual time began."}),
        member("region", PICKET_FIELD(S, region),
               with(kRegionRule, {.required = true, .doc = "Region in ARNs."})),
        member("account", PICKET_FIELD(S, account),
               with(kAccountRule, {.required = true, .doc = "Account in ARNs."})),
        member("settings", PICKET_FIELD(S, settings),
               {.doc = "All settings at the start, by name."}),
        member("journal", PICKET_FIELD(S, journal),
               {.required = true, .doc = "The calls, in order."}),
        member("end", PICKET_FIELD(S, end),
               {.required = true, .doc = "The moment the session was saved at."}),
        member("endItem", PICKET_FIELD(S, end_item),
               {.min = 0, .doc = "Items of due work run at that very moment."}),
        member("applied", PICKET_FIELD(S, applied),
               {.min = 0,
                .doc = "The last entry that had happened; later ones are ahead, after a rewind."}),
        member(
            "nextEntry", PICKET_FIELD(S, next_entry),
            with(
                kEntryNumberRule,
                {.doc =
                     "The id of the next entry; ids of entries that were taken out stay theirs."})),
        member("worldHash", PICKET_FIELD(S, world_hash),
               {.doc = "Hash of the World at that moment."}),
        member("attachments", PICKET_FIELD(S, attachments),
               {.doc = "Blocks of recordings that the journal names, by SHA-256, in Base64."}),
    };
};

// What must hold before anything of a session is replayed.
Refusal check_session(const Session& session);

// What the session brings along. A block that is not what it says is left out, and told.
void take_attachments(const Session& session, RecordingStore& store,
                      std::vector<std::string>& notes);

}  // namespace picket
