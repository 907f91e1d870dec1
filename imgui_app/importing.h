// A file on its way into the session: read in pieces between frames, looked at, and added by a call
// as every other act. Data and functions without ImGui; views/import.cpp shows it, hosts bring the
// bytes.
//
// Not every file has metrics: a session is recognised by its first piece, and opened.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "picket/recording.h"
#include "picket/world.h"

namespace picket::ui {

struct UiState;

enum class ImportStep : std::uint8_t {
    Waiting,  // for a file
    Reading,
    Review,   // read; to be added
    Refused,  // nothing of it can be used as it was read
};

// What only the host can do; in the order of WISHES in import_web.js.
enum class ImportWish : std::uint8_t { None, Choose, Paste, ReadAgain };

struct ImportState {
    ImportStep step = ImportStep::Waiting;
    std::string name;          // of the file
    std::uint64_t number = 0;  // of this reading: pieces of an earlier one are not its own
    double bytes = 0, read = 0;
    double began_ms = 0;
    bool ended = false;               // all pieces are there
    std::optional<std::string> text;  // the file itself, where no host has it: pasted, an example
    std::string head;                 // its first lines
    std::optional<std::string> session;  // all of it so far, when it is one
    RecordingMapping mapping;
    std::optional<RecordingReader> reader;

    // What came of it.
    std::optional<Recording> recording;
    ReadReport report;
    std::string refused;
    std::size_t registered = 0, counted = 0;  // of its first things, how many are in the registry

    // How it is to be added.
    std::string recording_name;
    bool keeps_times = false;
    std::string metric_draft;  // of a column's name of a metric, while it is typed
    std::size_t metric_draft_of = SIZE_MAX;
    std::string thing_draft, metric_name_draft;

    bool dragged = false;    // something is held over the page
    bool has_files = false;  // the host can show its files, and its clipboard when asked
    ImportWish wish = ImportWish::None;
};

inline constexpr std::size_t kSessionBytesMax = 256u << 20;

// A file comes: its pieces follow, the first one with at least 64 kB or all of it. Returns the
// number of the reading. Another one that is under way is given up.
std::uint64_t begin_import(UiState& ui, std::string_view name, double bytes);
// False: the pieces are not wanted any more.
bool feed_import(UiState& ui, std::uint64_t number, std::string_view piece);
void end_import(UiState& ui, std::uint64_t number);
// The host cannot read on.
void fail_import(UiState& ui, std::uint64_t number, std::string_view why);

// A text that is all there: the interface reads it itself.
void import_text(UiState& ui, std::string_view name, std::string text);
// From the start, with another mapping.
void read_again(UiState& ui, RecordingMapping mapping);
void drop_import(UiState& ui);

// A little of what is to do; true while more is left.
bool step_import(UiState& ui, const World& world);
inline bool import_works(const ImportState& state) {
    return state.step == ImportStep::Reading && (state.ended || state.text);
}

// What AddRecording takes for it.
std::string add_recording_body(const ImportState& state, const World& world);
// A name for a recording, as its file is called, that no other has.
std::string free_recording_name(const World& world, std::string_view file);

// "34.5 MB".
std::string bytes_text(double bytes);

}  // namespace picket::ui
