// Session: settings, the calls that made this World, what happened, what is due, and raw tables.
#include "items/areas.h"
#include "items/json_facts.h"
#include "items/rows.h"

namespace picket::ui {
namespace {

using Row = TableInfo::Row;
using Text = std::string;

constexpr GridColumn kChronicleColumns[] = {
    {"Time", 168, Look::Quiet, true,
     [](const World&, const Row& row, Cell& cell) {
         put_time(cell, value_as<ChronicleEvent>(row).time);
     }},
    {"What happened", 520, Look::Text, false,
     [](const World&, const Row& row, Cell& cell) {
         put_text(cell, value_as<ChronicleEvent>(row).text);
     }},
    {"Kind", 176, Look::Quiet, false,
     [](const World&, const Row& row, Cell& cell) {
         put_text(cell, value_as<ChronicleEvent>(row).kind);
     }},
};

// Where what an event is about can be looked at: by the first word of its kind.
ItemRef subject_of(const World& world, const ChronicleEvent& event) {
    struct Kind {
        std::string_view word, section;
    };
    constexpr Kind kKinds[] = {
        {"thing", "things"},
        {"group", "groups"},
        {"thingType", "types"},
        {"certificate", "certificates"},
        {"principal", "things"},
        {"caCertificate", "ca-certificates"},
        {"policy", "policies"},
        {"securityProfile", "profiles"},
        {"customMetric", "custom-metrics"},
        {"dimension", "dimensions"},
        {"mitigationAction", "actions"},
        {"role", "roles"},
        {"roleAlias", "role-aliases"},
        {"scheduledAudit", "scheduled-audits"},
    };
    const std::string_view word = std::string_view(event.kind).substr(0, event.kind.find('.'));
    for (const Kind& kind : kKinds) {
        if (kind.word != word) continue;
        const ItemRef item{Text(kind.section), event.subject};
        return find_row(world, item).row.key != nullptr ? item : ItemRef{};
    }
    return item_of_arn(world, event.subject);
}

void describe_chronicle(const World& world, const Row& row, Dossier& dossier) {
    const auto& event = value_as<ChronicleEvent>(row);
    dossier.title = event.kind;
    FactGroup& facts = dossier.group("");
    facts.facts.push_back({"", event.text});
    facts.facts.push_back({"Time", time_text(event.time)});
    facts.facts.push_back({"About", event.subject, Tone::Plain, subject_of(world, event)});
    if (event.entry_id > 0)
        facts.facts.push_back({"Caused by",
                               "Call " + std::to_string(event.entry_id),
                               Tone::Plain,
                               {"history", std::to_string(event.entry_id)}});
    if (event.why) add_json_facts(dossier.group("Why"), event.why->text);
}

constexpr GridColumn kDueColumns[] = {
    {"Due", 168, Look::Strong, true,
     [](const World&, const Row& row, Cell& cell) { put_time(cell, key_as<DueKey>(row).time); }},
    {"In", 128, Look::Text, true,
     [](const World& world, const Row& row, Cell& cell) {
         cell.rank = key_as<DueKey>(row).time - world.now;
         cell.text = duration_text(cell.rank);
     }},
    {"What", 176, Look::Text, false,
     [](const World&, const Row& row, Cell& cell) {
         put_state(cell, value_as<DueItem>(row).kind);
     }},
    {"About", 240, Look::Text, false,
     [](const World& world, const Row& row, Cell& cell) {
         const auto& item = value_as<DueItem>(row);
         const ScheduledCall* call = item.kind == DueKind::ScheduledCall
                                         ? world.scheduled_calls.find(item.subject)
                                         : nullptr;
         cell.text = call != nullptr ? call->operation + " " + call->body.text : item.subject;
     }},
};

std::string due_key(const Row& row) {
    const auto& key = key_as<DueKey>(row);
    return std::to_string(key.time.ms) + ' ' + std::to_string(key.sequence);
}
std::size_t due_place(const World& world, std::string_view text) {
    const KeyParts parts = key_parts(text, ' ');
    const DueKey key{{key_number(parts.first)}, key_number(parts.second)};
    return world.due.contains(key) ? world.due.rank(key) : world.due.size();
}

void describe_due(const World& world, const Row& row, Dossier& dossier) {
    const auto& item = value_as<DueItem>(row);
    dossier.title = Text(enum_word(item.kind));
    FactGroup& facts = dossier.group("");
    facts.facts.push_back({"Due", time_text(key_as<DueKey>(row).time)});
    facts.facts.push_back({"In", duration_text(key_as<DueKey>(row).time - world.now)});
    const ScheduledCall* call = world.scheduled_calls.find(item.subject);
    if (item.kind != DueKind::ScheduledCall || call == nullptr) {
        facts.facts.push_back({"About", item.subject});
        return;
    }
    facts.facts.push_back({"Calls", call->operation});
    facts.facts.push_back({"Runs left", std::to_string(call->runs_left)});
    add_json_facts(dossier.group("With"), call->body.text);
    dossier.actions = {
        {"Cancel", "CancelScheduledCall", json_object({{"scheduledCallId", item.subject}})}};
}

constexpr Section kSession[] = {
    {.area = Area::Session,
     .id = "settings",
     .title = "Settings",
     .empty = {"", "Every choice that AWS does not document and every quota, to be changed"},
     .draw = draw_settings},
    {.area = Area::Session,
     .id = "history",
     .title = "Journal",
     .empty =
         {"Nothing was called yet",
          "Every call that changes something is kept here, in order. Each can be undone, and the "
          "clock can go back to before it.",
          "Register a thing", "CreateThing"},
     .draw = draw_journal},
    {.area = Area::Session,
     .id = "chronicle",
     .title = "Chronicle",
     .table = "chronicle",
     .columns = kChronicleColumns,
     .key = row_key<std::int64_t>,
     .place = row_place<std::int64_t, &World::chronicle>,
     .describe = describe_chronicle,
     .empty = {"Nothing has happened yet",
               "Run an operation or let time pass; every event is listed here.", "Populate a fleet",
               "PopulateFleet"},
     .sorted = kReversed},
    {.area = Area::Session,
     .id = "upcoming",
     .title = "Upcoming",
     .table = "due",
     .columns = kDueColumns,
     .key = due_key,
     .place = due_place,
     .describe = describe_due,
     .empty = {"Nothing is due", "Calls can be scheduled, once or every so often.",
               "Schedule a call", "ScheduleCall"},
     .create = "ScheduleCall",
     .create_label = "Schedule call"},
    {.area = Area::Session,
     .id = "guides",
     .title = "Guides",
     .empty = {"", "Stories to walk through, step by step"},
     .draw = draw_guides},
    {.area = Area::Session,
     .id = "tables",
     .title = "Tables",
     .empty = {"", "Every table of the World as it is stored"},
     .draw = draw_tables},
};

}  // namespace

Tone tone_of_event(const std::string& kind) {
    const std::string_view last = std::string_view(kind).substr(kind.rfind('.') + 1);
    if (last == "failed" || last == "inAlarm") return Tone::Danger;
    if (last == "deleted" || last == "detached" || last == "left") return Tone::Warn;
    return last == "created" || last == "registered" ? Tone::Ok : Tone::Accent;
}

std::span<const Section> session_sections() { return kSession; }

}  // namespace picket::ui
