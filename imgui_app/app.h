// The workbench as one value: an engine, the state of its interface, and a frame that turns input
// into commands into change. Hosts (browser, window, tests) own the ImGui context, feed it input,
// and draw what it leaves behind.
#pragma once

#include <vector>

#include "apply.h"
#include "fonts/fonts.h"
#include "frame.h"

namespace picket::ui {

struct FrameInput {
    double now_ms = 0;   // any clock that only goes forward
    float width = 1280;  // real pixels
    float height = 800;
    float scale = 1;    // real pixels per CSS pixel
    float density = 1;  // real pixels per unit of the above, where a host's mouse does not count in
                        // real pixels
    bool touch = false;
    bool system_dark = true;
};

class App {
public:
    // The ImGui context is there and has the fonts. With `demo` the first screen shows a small
    // fleet.
    App(EngineOptions options, Fonts fonts, bool demo = true);

    // What the host kept of the last visit; and what it should keep now, with a number that grows
    // when it has changed.
    void restore(std::string_view preferences);
    const std::string& preferences() const { return preferences_; }
    std::uint64_t preferences_version() const { return preferences_version_; }

    // Grows when UiState::heard is another list, or another row of it.
    std::uint64_t heard_version() const { return heard_version_; }

    // Runs one frame from ImGui::NewFrame to ImGui::Render. Returns in how many milliseconds the
    // next one is wanted: 0 at once, negative only when something happens.
    double frame(const FrameInput& input);

    // Input came, or the window was uncovered: the next frames draw until everything has settled.
    void poke() { settle_ = kSettleFrames; }

    float scale(const FrameInput& input) const { return input.scale * ui_.zoom; }
    bool work_wanted() const { return ui::work_wanted(ui_); }
    bool pump(WorkUnits budget);

    // Files that a host brings; see importing.h.
    std::uint64_t begin_file(std::string_view name, double bytes) {
        poke();
        return begin_import(ui_, name, bytes);
    }
    bool feed_file(std::uint64_t number, std::string_view piece) {
        return feed_import(ui_, number, piece);
    }
    void end_file(std::uint64_t number) {
        poke();
        end_import(ui_, number);
    }

    Engine& engine() { return engine_; }
    UiState& ui() { return ui_; }
    Probe& probe() { return probe_; }
    void record(bool on) { recording_ = on; }  // whether frames fill the probe
    const std::vector<Command>& last_commands() const { return commands_; }

private:
    void begin_frame(const FrameInput& input);
    void play();
    double next_frame() const;

    static constexpr int kSettleFrames = 3;  // hover and layout need a frame to follow input,
                                             // popups two

    void keep_preferences();

    Engine engine_;
    UiState ui_;
    std::string preferences_;
    std::uint64_t preferences_version_ = 0;
    HeardList heard_;
    std::uint64_t heard_version_ = 0;
    Fonts fonts_;
    Probe probe_;
    bool recording_ = false;
    std::vector<Command> commands_;
    int settle_ = kSettleFrames;
    double last_ms_ = -1;
    float styled_scale_ = 0;
    Scheme styled_ = Scheme::Dark;
    bool styled_touch_ = false;
};

}  // namespace picket::ui
