// What import_web.js and session_web.js call: files that come in, and the session that is kept
// between visits with the blocks of its recordings.
#include <optional>
#include <string>
#include <utility>

#include "apply_session.h"
#include "page.h"
#include "picket/replay.h"
#include "visits.h"

using namespace picket::ui;

namespace {

std::string kept;  // of the functions that return bytes; lasts until the next one
std::optional<picket::Replay> saving;

struct SessionStamp {
    std::int64_t applied = 0, ahead = 0;
    std::size_t journal = 0, branches = 0;
    picket::Timestamp now;
    std::string branch;
    bool operator==(const SessionStamp&) const = default;
};
SessionStamp stamp;
std::uint64_t version = 0;

struct DraftStamp {
    const picket::Operation* operation = nullptr;
    std::uint64_t revision = 0;
    bool operator==(const DraftStamp&) const = default;
};
DraftStamp draft_stamp;
std::uint64_t drafts = 0;

std::string_view bytes_at(const char* bytes, int size) {
    return {bytes, static_cast<std::size_t>(size)};
}

}  // namespace

std::uint64_t picket::ui::session_version() {
    const picket::Engine& engine = app->engine();
    SessionStamp now = {engine.applied_entry(),    engine.entries_ahead(), engine.journal().size(),
                        app->ui().branches.size(), engine.world().now,     app->ui().branch};
    if (now == stamp) return version;
    // The first look is at what every visit begins with.
    if (stamp.branch.empty())
        version = 0;
    else
        ++version;
    stamp = std::move(now);
    return version;
}

std::uint64_t picket::ui::drafts_version() {
    const RequestState& request = app->ui().request;
    const DraftStamp now = {request.operation, request.payload.document.revision()};
    if (now == draft_stamp) return drafts;
    draft_stamp = now;
    return ++drafts;
}

// --- files; `number` names a reading, as app_import_begin returns it ---

PICKET_EXPORT double app_import_begin(const char* name, double bytes) {
    app->ui().importing.has_files = true;
    return static_cast<double>(app->begin_file(name, bytes));
}
PICKET_EXPORT int app_import_chunk(double number, const char* bytes, int size) {
    app->poke();
    return app->feed_file(static_cast<std::uint64_t>(number), bytes_at(bytes, size));
}
PICKET_EXPORT void app_import_end(double number) {
    app->end_file(static_cast<std::uint64_t>(number));
}
PICKET_EXPORT void app_import_failed(double number, const char* why) {
    fail_import(app->ui(), static_cast<std::uint64_t>(number), why);
    app->poke();
}
PICKET_EXPORT double app_import_number() { return static_cast<double>(app->ui().importing.number); }
PICKET_EXPORT void app_import_text(const char* name, const char* text) {
    import_text(app->ui(), name, text);
    app->poke();
}
// What the interface wants of the page, once.
PICKET_EXPORT int app_import_wish() {
    ImportState& state = app->ui().importing;
    state.has_files = true;
    return static_cast<int>(std::exchange(state.wish, ImportWish::None));
}
PICKET_EXPORT void app_drag(int over) {
    app->ui().importing.dragged = over != 0;
    app->poke();
}
PICKET_EXPORT void app_notice(const char* text) {
    app->ui().toast(text, picket::ui::Tone::Warn);
    app->poke();
}

// --- the session between visits ---

// The session without its blocks, which the page keeps apart. The hash of its World comes first, in
// pieces that frames are drawn between; all of it is of the moment of the begin.
PICKET_EXPORT void app_save_begin() { saving = picket::Replay::hash(app->engine()); }
PICKET_EXPORT int app_save_step(int units) { return saving->step(units); }
PICKET_EXPORT const char* app_saved() {
    kept = saving->engine().save(0, picket::Engine::Blocks::Apart, saving->report().actual_hash);
    return kept.c_str();
}
PICKET_EXPORT int app_saved_size() { return static_cast<int>(kept.size()); }
// The branches beside it, and what is being written.
PICKET_EXPORT const char* app_save_branches() {
    kept = write_branches(app->ui());
    return kept.c_str();
}
PICKET_EXPORT const char* app_save_drafts() {
    kept = write_drafts(app->ui());
    return kept.c_str();
}
// A copy of its World, which saves the replay for the next visit of the same build.
PICKET_EXPORT const char* app_image() {
    kept = saving->engine().image();
    return kept.data();
}
PICKET_EXPORT int app_image_size() { return static_cast<int>(kept.size()); }
PICKET_EXPORT const char* app_visit_words() {
    kept = visit_words(saving->engine());
    return kept.c_str();
}
// Names of the blocks that it needs with its branches, in lines, once their texts are made.
PICKET_EXPORT const char* app_blocks() {
    kept.clear();
    for (const std::string& name : saving->engine().recordings_in_journal()) {
        if (saving->engine().recording(name) != nullptr) kept += name + '\n';
    }
    for (const std::string& name : branch_blocks(app->ui())) kept += name + '\n';
    return kept.c_str();
}
PICKET_EXPORT const char* app_block(const char* name) {
    return saving->engine().recording(name)->bytes().data();
}
PICKET_EXPORT int app_block_size(const char* name) {
    return static_cast<int>(saving->engine().recording(name)->bytes().size());
}
PICKET_EXPORT void app_save_end() { saving.reset(); }
PICKET_EXPORT int app_keep_block(const char* bytes, int size) {
    return static_cast<bool>(app->engine().keep_recording(bytes_at(bytes, size)));
}
PICKET_EXPORT void app_resume(const char* session, const char* image, int size) {
    resume_session(app->engine(), app->ui(), session, std::string(bytes_at(image, size)));
    app->poke();
}
PICKET_EXPORT void app_resume_branches(const char* branches) { read_branches(app->ui(), branches); }
PICKET_EXPORT void app_resume_drafts(const char* text) {
    read_drafts(app->ui(), app->engine().world(), text);
    app->poke();
}

// --- sessions of other visits ---

PICKET_EXPORT void app_list_visits(const char* lines) {
    list_visits(app->ui(), lines);
    app->poke();
}
// The one that is to be opened, once; empty: none.
PICKET_EXPORT const char* app_visit_wish() {
    kept = std::exchange(app->ui().visits.wish, {});
    return kept.c_str();
}
PICKET_EXPORT void app_open_visit(const char* name, const char* session, const char* image,
                                  int size) {
    open_visit(app->engine(), app->ui(), name, session, std::string(bytes_at(image, size)));
    app->poke();
}
PICKET_EXPORT void app_add_branches(const char* name, const char* branches) {
    read_branches(app->ui(), branches, name);
}
