// The engine: one World, the journal that made it, and two doors: call and advance. Every host -
// user interface, command line, HTTP endpoint, JavaScript - uses these and nothing else. An Engine
// is a value: a copy is a branch, and costs next to nothing.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "picket/checkpoints.h"
#include "picket/operations.h"
#include "picket/recording.h"
#include "picket/world.h"

namespace picket {

inline constexpr Timestamp kDefaultStart = {1'767'225'600'000};  // 2026-01-01T00:00:00Z
using WorkUnits = std::int64_t;
inline constexpr WorkUnits kNoBudget = INT64_MAX;

struct EngineOptions {
    std::int64_t seed = 1;
    Timestamp start = kDefaultStart;
    std::string region = "us-east-1";
    std::string account = "123456789012";
    StringMap<std::string> settings;  // initial values by name; absent ones have their defaults
    // What the way back may hold in memory. The host's affair: nothing that happens depends on it.
    std::size_t checkpoint_bytes = Checkpoints::kBytesMax;
};

struct CallOptions {
    bool dry_run = false;  // nothing is kept, nothing is journaled; the answer is the one the call
                           // would give
    bool fill_tokens = true;  // act as a client: fill clientRequestToken from a seeded id when it
                              // is absent
};

struct CallResult {
    int status = 200;
    std::string body;  // JSON: the output, or {"message": ...} of the error form
    std::optional<Error> error;
    std::vector<std::string> warnings;  // unknown members that were ignored, and the like
    std::int64_t entry_id = 0;          // of the journal; 0 when nothing was journaled
    std::string request;                // the input as it was understood, canonical JSON
    World after;                        // the World after the call, also of a dry run
    bool ok() const { return !error; }
};

struct HttpRequest {
    std::string method;
    std::string target;  // still percent-encoded: "/things/a%2Fb?maxResults=5"
    std::vector<std::pair<std::string, std::string>> headers;
    std::string body;
};
struct HttpResponse {
    int status = 200;
    std::vector<std::pair<std::string, std::string>> headers;
    std::string body;
};

struct Progress {
    Timestamp now;
    bool done = false;       // `until` is reached and nothing due before it is left
    std::int64_t items = 0;  // due items run by this call
};

struct JournalEntry {
    std::int64_t id = 0;  // never renumbered
    Timestamp time;
    std::int64_t after_item = 0;  // World::instant_items when it came
    std::string operation;
    JsonText body;
    std::optional<std::string> failure;  // set by a replay in which it no longer succeeds; kept and
                                         // listed
    bool operator==(const JournalEntry&) const = default;
};

// What opening a session found. A hash that differs is no refusal: the session is open, and this
// says what changed.
struct LoadReport {
    std::int64_t entries = 0;
    std::int64_t failed_entries = 0;
    bool same_world = true;
    bool from_image = false;  // restored from the image, without a replay
    std::string expected_hash, actual_hash;
    std::vector<std::string> missing_recordings;  // blocks that the session names and nobody gave
    std::vector<std::string> notes;  // sentences for a person: another build, unknown settings
};

class Answer;
class Replay;

class Engine {
public:
    explicit Engine(EngineOptions options = {});

    // Runs one operation of the table, of either service, on a JSON object that holds all its
    // members by name. Empty text is an empty object.
    CallResult call(std::string_view operation, std::string_view json, CallOptions options = {});

    // The same over HTTP: routes, locations, and the service's error form. Never fills tokens.
    HttpResponse request(const HttpRequest& request);

    // Runs due work, and journaled entries ahead (after a rewind), up to `until`, spending about
    // `budget` units. The result does not depend on how the way there is cut into budgets. Time
    // never moves back here. Where the clock was before a rewind it leaps: nothing is worked out
    // twice, and `items` has what ran.
    Progress advance(Timestamp until, WorkUnits budget = kNoBudget);

    // Rewinds, undo and load do in one go what a Replay (replay.h) does in pieces. When they are
    // refused, nothing has changed.

    // Moves to an earlier moment: nearest checkpoint, then replay. Entries after it stay ahead, and
    // happen again when time runs; the first new mutating call there starts a branch and drops them
    // (a copy of the Engine keeps them).
    Result<Done> rewind(Timestamp moment);
    Result<Done> rewind_before(std::int64_t entry_id);  // the moment just before a journaled call

    // Replays without one entry. Ids of other entries stay; entries that now fail are kept and
    // marked.
    Result<Done> undo(std::int64_t entry_id);

    // From here on the evaluation of one device by one rule leaves traces in the World. For copies
    // that are looked at and dropped: such a World does not follow from its journal.
    void watch(const DetectWatch& pair);

    const World& world() const { return world_; }
    const EngineOptions& options() const { return options_; }
    const Table<std::int64_t, JournalEntry>& journal() const { return journal_; }
    std::int64_t applied_entry() const {
        return applied_;
    }  // id of the last entry that has happened; later ones are ahead
    std::int64_t entries_ahead() const;
    const Checkpoints& checkpoints() const { return checkpoints_; }
    std::optional<Timestamp> next_due() const;  // when the next due item or entry ahead happens

    // Starts over with an empty account; blocks of recordings stay at hand.
    void restart(EngineOptions options);

    // A block of a recording, so that AddRecording and sessions can name it: made by a
    // RecordingReader, or its bytes as a host kept them. The answer is its name.
    std::string keep_recording(Recording recording);
    Result<std::string> keep_recording(std::string_view bytes);
    const Recording* recording(std::string_view name) const;
    std::vector<std::string> recordings_in_journal() const;  // the blocks that its calls name

    // A session file: JSON text. Blocks of recordings go with it unless the host keeps them apart,
    // as a link must.
    enum class Blocks : std::uint8_t { Attached, Apart };
    std::string save(int indent = 2, Blocks blocks = Blocks::Attached) const;
    std::string save(int indent, Blocks blocks, std::string hash) const;  // of the World, as known
    // Opens a session. `image` (of the same build and moment) saves the replay.
    Result<LoadReport> load(std::string_view session, std::string_view image = {});
    std::string image() const;  // binary copy of the World: a cache that goes with save()

private:
    friend class Replay;
    void run(const Operation& operation, void* input, CallResult& result);
    void run_mutation(const Operation& operation, const void* input, Answer& answer,
                      CallResult& result);
    WorkUnits step(Timestamp until);  // one entry or one item; 0 when nothing is left up to `until`
    void apply(JournalEntry entry);
    void set_now(Timestamp time);
    Result<Done> take(Result<Replay> made);
    Place place() const { return {world_.now, world_.instant_items, applied_}; }
    void stand_on(const Checkpoint& checkpoint);
    void leap(const Place& until);
    void use_store(std::shared_ptr<RecordingStore> store);
    std::vector<std::string> missing_recordings() const;
    void read_inline_recordings();
    void keep_checkpoint();

    EngineOptions options_;
    World world_;
    Table<std::int64_t, JournalEntry> journal_;
    std::int64_t applied_ = 0;
    std::int64_t next_entry_ = 1;
    Checkpoints checkpoints_;
    WorkUnits units_ = 0;  // of work since the checkpoint before the present, or since one was
    Timestamp kept_;       // last kept, and when; it may have been thinned out since
};

// The documentation of every operation and shape: "md", "ts" (TypeScript types), "json", "schema"
// (JSON Schema of inputs).
Result<std::string> describe(std::string_view format);

}  // namespace picket
