// See importing.h.
#include "importing.h"

#include <algorithm>
#include <cstdio>

#include "items/rows.h"
#include "picket/ascii.h"
#include "shape_text.h"
#include "ui_state.h"

namespace picket::ui {
namespace {

constexpr std::size_t kPieceBytes = 64u << 10;
constexpr std::int64_t kValuesAtOnce = 20'000;  // a few milliseconds of WebAssembly
constexpr std::size_t kHeadLines = 5, kHeadBytes = 400;
constexpr std::size_t kThingsCounted = 10'000;

bool is_session(std::string_view piece) {
    const std::size_t first = piece.find_first_not_of(" \t\r\n");
    return first != std::string_view::npos && piece[first] == '{' &&
           piece.substr(0, kGuessBytes).find("\"picketSession\"") != std::string_view::npos;
}

// The first lines, each cut where it is long, without what cannot be shown.
std::string head_of(std::string_view piece) {
    std::string head;
    for (std::size_t line = 0; line < kHeadLines && !piece.empty(); ++line) {
        const std::size_t end = std::min(piece.find('\n'), piece.size());
        for (const char letter : piece.substr(0, std::min(end, kHeadBytes)))
            head += letter == '\t' || static_cast<unsigned char>(letter) >= 32 ? letter : ' ';
        head += '\n';
        piece.remove_prefix(std::min(end + 1, piece.size()));
    }
    // A letter that was cut, and all else that is no UTF-8, would be drawn as something.
    std::string shown;
    for (std::size_t at = 0; at < head.size();) {
        const auto byte = static_cast<unsigned char>(head[at]);
        const std::size_t size = byte < 0x80   ? 1
                                 : byte < 0xC2 ? 0
                                 : byte < 0xE0 ? 2
                                 : byte < 0xF0 ? 3
                                               : 4;
        bool whole = size > 0 && at + size <= head.size();
        for (std::size_t i = 1; whole && i < size; ++i)
            whole = (static_cast<unsigned char>(head[at + i]) & 0xC0) == 0x80;
        shown += whole ? head.substr(at, size) : "\xEF\xBF\xBD";
        at += whole ? size : 1;
    }
    return shown;
}

void refuse_import(ImportState& state, std::string_view why) {
    state.step = ImportStep::Refused;
    if (state.reader) state.report = state.reader->report();
    state.reader.reset();
    state.session.reset();
    state.refused = why;
}

void start_reading(UiState& ui) {
    ImportState& state = ui.importing;
    ++state.number;
    state.step = ImportStep::Reading;
    state.read = 0;
    state.began_ms = ui.now_ms;
    state.ended = false;
    state.session.reset();
    state.recording.reset();
    state.refused.clear();
    state.metric_draft_of = SIZE_MAX;
    state.reader.emplace(state.mapping);
}

void take_first(ImportState& state, std::string_view piece) {
    state.head = head_of(piece);
    if (is_session(piece)) state.session.emplace();
}

void count_things(ImportState& state, const World& world) {
    const auto things = state.recording->things();
    state.counted = std::min(things.size(), kThingsCounted);
    state.registered = 0;
    for (const std::string& thing : things.first(state.counted))
        state.registered += world.things.contains(thing) ? 1 : 0;
}

void finish_import(UiState& ui, const World& world) {
    ImportState& state = ui.importing;
    auto recording = state.reader->finish();
    if (!recording) return refuse_import(state, recording.error().message);
    state.report = recording->report();
    state.reader.reset();
    state.recording = std::move(recording).value();
    state.step = ImportStep::Review;
    if (state.recording_name.empty()) state.recording_name = free_recording_name(world, state.name);
    if (state.recording->first() < world.now) state.keeps_times = false;
    count_things(state, world);
    ui.announce(
        state.name + " is read: " + count_text(static_cast<std::size_t>(state.report.values)) +
        " values, " + count_text(static_cast<std::size_t>(state.report.refused)) + " refused.");
}

}  // namespace

std::uint64_t begin_import(UiState& ui, std::string_view name, double bytes) {
    ImportState& state = ui.importing;
    if (state.step == ImportStep::Reading)
        ui.toast(state.name + " is not read further; " + std::string(name) + " takes its place.",
                 Tone::Warn);
    ImportState fresh;
    fresh.number = state.number;
    fresh.has_files = state.has_files;
    fresh.name = name;
    fresh.bytes = bytes;
    state = std::move(fresh);
    start_reading(ui);
    ui.world.section = "import";
    ui.world.item = {};
    ui.layout.pane = Pane::World;
    ui.announce("Reading " + state.name);
    return state.number;
}

bool feed_import(UiState& ui, std::uint64_t number, std::string_view piece) {
    ImportState& state = ui.importing;
    if (number != state.number || state.step != ImportStep::Reading || state.ended) return false;
    if (state.read == 0) take_first(state, piece);
    state.read += static_cast<double>(piece.size());
    if (state.session) {
        if (state.session->size() + piece.size() > kSessionBytesMax) {
            refuse_import(state,
                          "It is a session of more than 256 MB, which is more than one can be.");
            return false;
        }
        *state.session += piece;
        return true;
    }
    if (auto problem = state.reader->add(piece)) {
        refuse_import(state, problem->message);
        return false;
    }
    return true;
}

void end_import(UiState& ui, std::uint64_t number) {
    ImportState& state = ui.importing;
    if (number == state.number && state.step == ImportStep::Reading) state.ended = true;
}

void fail_import(UiState& ui, std::uint64_t number, std::string_view why) {
    ImportState& state = ui.importing;
    if (number != state.number || state.step != ImportStep::Reading) return;
    refuse_import(state, "It could not be read: " + std::string(why) +
                             " It may be a folder, or the file was changed or moved meanwhile.");
}

void import_text(UiState& ui, std::string_view name, std::string text) {
    begin_import(ui, name, static_cast<double>(text.size()));
    ui.importing.text = std::move(text);
}

void read_again(UiState& ui, RecordingMapping mapping) {
    ui.importing.mapping = std::move(mapping);
    start_reading(ui);
    if (!ui.importing.text) ui.importing.wish = ImportWish::ReadAgain;
}

void drop_import(UiState& ui) {
    ImportState& state = ui.importing;
    ImportState fresh;
    fresh.number = state.number + 1;
    fresh.has_files = state.has_files;
    state = std::move(fresh);
}

bool step_import(UiState& ui, const World& world) {
    ImportState& state = ui.importing;
    if (!import_works(state)) return false;
    if (!state.ended) {
        const std::string_view rest = std::string_view(*state.text)
                                          .substr(static_cast<std::size_t>(state.read));
        const std::size_t size = std::min(rest.size(), kPieceBytes);
        if (size > 0 && !feed_import(ui, state.number, rest.substr(0, size))) return false;
        if (size == rest.size()) state.ended = true;
        return true;
    }
    if (state.session) return false;  // opened by the one that may change the engine
    if (!state.reader->finish_some(kValuesAtOnce)) return true;
    finish_import(ui, world);
    return false;
}

std::string add_recording_body(const ImportState& state, const World& world) {
    std::string body = json_object(
        {{"recordingName", state.recording_name}, {"sha256", state.recording->name()}});
    const Timestamp first = state.recording->first();
    if (state.keeps_times && first >= world.now)
        body.insert(body.size() - 1, ",\"firstRowTime\":" + seconds_text(first));
    return body;
}

std::string free_recording_name(const World& world, std::string_view file) {
    constexpr std::size_t kNameMax = 100;  // with room for a number
    const std::size_t dot = file.rfind('.');
    std::string name;
    for (const char letter : file.substr(0, dot == 0 ? file.size() : std::min(dot, file.size()))) {
        if (name.size() == kNameMax) break;
        const bool fits = ascii::is_letter(letter) || ascii::is_digit(letter) || letter == '_' ||
                          letter == '-' || letter == ':';
        if (fits || (!name.empty() && name.back() != '-')) name += fits ? letter : '-';
    }
    while (!name.empty() && name.back() == '-') name.pop_back();
    if (name.empty()) name = "recording";
    std::string free = name;
    for (int number = 2; world.recordings.contains(free); ++number)
        free = name + '-' + std::to_string(number);
    return free;
}

std::string bytes_text(double bytes) {
    constexpr const char* kUnits[] = {"bytes", "kB", "MB", "GB"};
    std::size_t unit = 0;
    for (; bytes >= 1000 && unit + 1 < std::size(kUnits); ++unit) bytes /= 1000;
    char text[32];
    std::snprintf(text, sizeof text, unit == 0 || bytes >= 100 ? "%.0f %s" : "%.1f %s", bytes,
                  kUnits[unit]);
    return text;
}

}  // namespace picket::ui
