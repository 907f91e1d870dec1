// See outcome.h.
#include "outcome.h"

#include <picket/ascii.h>

#include <algorithm>

#include "editor/json_tokens.h"
#include "shape_text.h"

namespace picket::ui {
namespace {

ShownChange shown_change(const Change& change) {
    ShownChange shown;
    shown.table = change.table;
    shown.key = change.key;
    shown.sign = change.before.empty() ? '+' : change.after.empty() ? '-' : '~';
    shown.lines = diff_lines(format_json(change.before), format_json(change.after));
    return shown;
}

void add_changes(Outcome& outcome, const World& before, const World& after) {
    std::vector<Change> changes = world_diff(before, after, kChangesMax + 1);
    outcome.changes_cut = changes.size() > kChangesMax;
    if (outcome.changes_cut) changes.resize(kChangesMax);
    // Resources first; what indexes and the chronicle hold follows from them, and is told last.
    const auto is_resource = [](const Change& change) {
        const TableInfo* table = find_table(change.table);
        return table != nullptr && table->key->kind == Kind::String;
    };
    const auto is_row = [](const Change& change) {
        const TableInfo* table = find_table(change.table);
        return table == nullptr ||
               !(table->doc.starts_with("Index:") || table->name == "chronicle");
    };
    const auto followers = std::stable_partition(changes.begin(), changes.end(), is_row);
    std::stable_partition(changes.begin(), followers, is_resource);
    for (const Change& change : changes) outcome.changes.push_back(shown_change(change));
    outcome.followers = static_cast<std::size_t>(changes.end() - followers);
}

// "SCHEDULED_CALL" reads "Scheduled call".
std::string words_of_enumerator(std::string_view name) { return words_of(ascii::lowered(name)); }

struct NextCollector {
    Outcome& outcome;
    const World& after;

    void add(const DueKey& key, const DueItem& item) {
        if (outcome.next.size() == kChangesMax) {
            outcome.next_cut = true;
            return;
        }
        NextWork work{key.time, words_of_enumerator(enum_name(item.kind)), item.subject};
        if (item.kind == DueKind::ScheduledCall) {
            const auto* call = after.scheduled_calls.find(item.subject);
            if (call != nullptr) work.detail += ": " + call->operation;
        }
        outcome.next.push_back(std::move(work));
    }
};

// The queue's rows that were not there before the call.
void add_next(Outcome& outcome, const World& before, const World& after) {
    NextCollector collector{outcome, after};
    find_table("due")->diff(before, after, &collector,
                            [](void* closure, const void* key, const void* had, const void* has) {
                                if (had == nullptr && has != nullptr)
                                    static_cast<NextCollector*>(closure)->add(
                                        *static_cast<const DueKey*>(key),
                                        *static_cast<const DueItem*>(has));
                            });
}

}  // namespace

std::size_t Outcome::bytes() const {
    std::size_t size = body.size() + request.size();
    for (const ShownChange& change : changes) {
        size += change.key.size();
        for (const DiffLine& line : change.lines) size += line.text.size();
    }
    return size;
}

Outcome outcome_of(const Call& call, const CallResult& result, const World& before) {
    Outcome outcome;
    outcome.operation = call.operation;
    outcome.request = call.body;
    outcome.dry_run = call.dry_run;
    outcome.status = result.status;
    outcome.entry_id = result.entry_id;
    outcome.at = before.now;
    outcome.error = result.error;
    outcome.warnings = result.warnings;
    outcome.body = format_json(result.body);
    add_changes(outcome, before, result.after);
    add_next(outcome, before, result.after);
    return outcome;
}

const Outcome& History::add(Outcome outcome) {
    outcome.number = ++total;
    bytes += outcome.bytes();
    calls.push_back(std::move(outcome));
    if (calls.size() > kHistoryMax) {
        bytes -= calls.front().bytes();
        calls.pop_front();
        if (forgotten_ > 0) --forgotten_;
    }
    while (bytes > kHistoryBytesMax && forgotten_ + 1 < calls.size()) {
        Outcome& oldest = calls[forgotten_++];
        bytes -= oldest.bytes();
        oldest.body.clear();
        oldest.changes.clear();
        oldest.forgotten = true;
        bytes += oldest.bytes();
    }
    return calls.back();
}

const Outcome* History::find(std::size_t number) const {
    if (calls.empty() || number < calls.front().number || number > calls.back().number)
        return nullptr;
    return &calls[number - calls.front().number];
}

}  // namespace picket::ui
