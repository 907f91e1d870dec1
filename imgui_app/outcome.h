// What came of a call, as the interface keeps it: for the response pane, and for the history of
// calls one can return to. Reads, failures and dry runs are in it too; the journal has none of
// them.
#pragma once

#include <deque>
#include <optional>
#include <string>
#include <vector>

#include "command.h"
#include "diff_lines.h"
#include "picket/engine.h"

namespace picket::ui {

inline constexpr std::size_t kChangesMax = 200;  // rows shown of one call
inline constexpr std::size_t kHistoryMax = 10'000;
// Beyond this the oldest calls keep their request, and lose their answer.
inline constexpr std::size_t kHistoryBytesMax = 64u << 20;

// A row that a call added, removed or changed, as a reader of patches knows it.
struct ShownChange {
    std::string table;
    std::string key;
    char sign = '+';  // '+' added, '-' removed, '~' changed
    std::vector<DiffLine> lines;
};

// Work that a call has put into the queue.
struct NextWork {
    Timestamp at;
    std::string what;
    std::string detail;
};

struct Outcome {
    std::size_t number = 0;  // of the call, from 1
    std::string operation;
    std::string request;
    bool dry_run = false;
    int status = 0;
    std::string request_id;
    std::int64_t entry_id = 0;  // of the journal; 0: none
    Timestamp at;
    std::optional<Error> error;
    std::vector<std::string> warnings;
    std::string body;  // laid out
    std::vector<ShownChange> changes;
    std::size_t followers = 0;  // the last so many only follow from the others
    bool changes_cut = false;
    std::vector<NextWork> next;
    bool next_cut = false;
    bool forgotten = false;  // the answer was dropped to bound the history

    std::size_t bytes() const;
    std::size_t own_changes() const { return changes.size() - followers; }
};

Outcome outcome_of(const Call& call, const CallResult& result, const World& before);

struct History {
    std::deque<Outcome> calls;  // the oldest first
    std::size_t total = 0;      // calls ever made here
    std::size_t bytes = 0;

    // Numbers the call and keeps it; what is too much of the oldest goes.
    const Outcome& add(Outcome outcome);
    const Outcome* find(std::size_t number) const;

private:
    std::size_t forgotten_ = 0;  // calls at the front whose answers are gone
};

}  // namespace picket::ui
