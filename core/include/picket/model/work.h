// What the engine does as time runs: the queue of due work, scheduled calls, growing populations,
// and the chronicle of it all.
#pragma once

#include "picket/model/common.h"

namespace picket {

enum class DueKind : std::uint8_t {
    ScheduledCall,
    Population,
    DynamicGroup,
    ThingIndex,
    AuditSuppression,
    DetectWindow,
    DetectActivity,
    DetectConnection,
    DetectUpkeep,
    MetricRetention,
    Fleet
};
template <>
struct EnumNames<DueKind> {
    static constexpr std::string_view name = "DueKind";
    static constexpr std::array<std::string_view, 11> values = {"SCHEDULED_CALL",
                                                                "POPULATION",
                                                                "DYNAMIC_GROUP",
                                                                "THING_INDEX",
                                                                "AUDIT_SUPPRESSION",
                                                                "DETECT_WINDOW",
                                                                "DETECT_ACTIVITY",
                                                                "DETECT_CONNECTION",
                                                                "DETECT_UPKEEP",
                                                                "METRIC_RETENTION",
                                                                "FLEET"};
};

// Due work is drained in the order (time, sequence).
struct DueKey {
    Timestamp time;
    std::int64_t sequence = 0;
    bool operator==(const DueKey&) const = default;
    bool operator<(const DueKey& other) const {
        return time.ms != other.time.ms ? time.ms < other.time.ms : sequence < other.sequence;
    }
};
template <>
struct Shape<DueKey> {
    using S = DueKey;
    static constexpr std::string_view name = "DueKey";
    static constexpr MemberInfo members[] = {member("time", PICKET_FIELD(S, time)),
                                             member("sequence", PICKET_FIELD(S, sequence))};
};

// One bounded step of work. `subject` names the row that holds the step's partial state, in the
// kind's own table.
struct DueItem {
    DueKind kind = DueKind::ScheduledCall;
    std::string subject;
    bool operator==(const DueItem&) const = default;
};
template <>
struct Shape<DueItem> {
    using S = DueItem;
    static constexpr std::string_view name = "DueItem";
    static constexpr MemberInfo members[] = {member("kind", PICKET_FIELD(S, kind)),
                                             member("subject", PICKET_FIELD(S, subject))};
};

// A call the session makes by itself, once or every so often.
struct ScheduledCall {
    std::string id;
    std::string operation;
    JsonText body;
    std::int64_t every_seconds = 0;  // 0: once
    std::int64_t runs_left = 1;
    std::int64_t runs_done = 0;
    std::int64_t entry_id = 0;  // the journal entry that scheduled it; ids made by its runs derive
                                // from it
    bool operator==(const ScheduledCall&) const = default;
};
template <>
struct Shape<ScheduledCall> {
    using S = ScheduledCall;
    static constexpr std::string_view name = "ScheduledCall";
    static constexpr MemberInfo members[] = {
        member("id", PICKET_FIELD(S, id)),
        member("operation", PICKET_FIELD(S, operation)),
        member("body", PICKET_FIELD(S, body)),
        member("everySeconds", PICKET_FIELD(S, every_seconds)),
        member("runsLeft", PICKET_FIELD(S, runs_left)),
        member("runsDone", PICKET_FIELD(S, runs_done)),
        member("entryId", PICKET_FIELD(S, entry_id)),
    };
};

// Things being registered in bulk, a bounded number per step.
struct Population {
    std::string id;
    std::string name_prefix;
    std::optional<std::string> group_name;
    StringMap<std::string> attributes;
    std::int64_t first = 1;
    std::int64_t count = 0;
    std::int64_t made = 0;
    std::int64_t skipped = 0;  // names that existed already
    std::int64_t entry_id = 0;
    bool operator==(const Population&) const = default;
};
template <>
struct Shape<Population> {
    using S = Population;
    static constexpr std::string_view name = "Population";
    static constexpr MemberInfo members[] = {
        member("id", PICKET_FIELD(S, id)),
        member("namePrefix", PICKET_FIELD(S, name_prefix)),
        member("groupName", PICKET_FIELD(S, group_name)),
        member("attributes", PICKET_FIELD(S, attributes)),
        member("first", PICKET_FIELD(S, first)),
        member("count", PICKET_FIELD(S, count)),
        member("made", PICKET_FIELD(S, made)),
        member("skipped", PICKET_FIELD(S, skipped)),
        member("entryId", PICKET_FIELD(S, entry_id)),
    };
};

// One line of what happened. `why` holds the facts it rests on, as JSON.
struct ChronicleEvent {
    Timestamp time;
    std::int64_t entry_id = 0;  // the journal entry that caused it
    std::string kind;           // "thing.created", "group.joined", "call.failed"
    std::string subject;        // what it happened to
    std::string text;           // one sentence
    std::optional<JsonText> why;
    bool operator==(const ChronicleEvent&) const = default;
};
template <>
struct Shape<ChronicleEvent> {
    using S = ChronicleEvent;
    static constexpr std::string_view name = "ChronicleEvent";
    static constexpr MemberInfo members[] = {
        member("time", PICKET_FIELD(S, time),
               {.required = true, .doc = "When it happened, virtual time."}),
        member("entryId", PICKET_FIELD(S, entry_id),
               {.required = true, .doc = "The journal entry that caused it."}),
        member("kind", PICKET_FIELD(S, kind),
               {.required = true, .doc = "What kind of event it is."}),
        member("subject", PICKET_FIELD(S, subject),
               {.required = true, .doc = "What it happened to."}),
        member("text", PICKET_FIELD(S, text),
               {.required = true, .prose = true, .doc = "One sentence that says it."}),
        member("why", PICKET_FIELD(S, why), {.doc = "The facts it rests on."}),
    };
};

}  // namespace picket
