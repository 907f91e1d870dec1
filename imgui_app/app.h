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

    // Runs one frame from ImGui::NewFrame to ImGui::Render. Returns in how many milliseconds the
    // next one is wanted: 0 at once, negative only when something happens.
    double frame(const FrameInput& input);

    // Input came, or the window was uncovered: the next frames draw until everything has settled.
    void poke() { settle_ = kSettleFrames; }

    bool work_wanted() const { return ui_.clock.until.has_value(); }
    bool pump(WorkUnits budget);

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

    Engine engine_;
    UiState ui_;
    Fonts fonts_;
    Probe probe_;
    bool recording_ = false;
    std::vector<Command> commands_;
    int settle_ = kSettleFrames;
    double last_ms_ = -1;
    float styled_scale_ = 0;
    bool styled_dark_ = false;
    bool styled_touch_ = false;
};

}  // namespace picket::ui
