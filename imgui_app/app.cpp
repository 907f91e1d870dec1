// One frame: style, input, views, commands. And the answer to the question when the next frame is
// needed.
#include "app.h"

#include <algorithm>

#include "imgui.h"
#include "imgui_internal.h"
#include "preferences.h"
#include "views/views.h"

namespace picket::ui {

App::App(EngineOptions options, Fonts fonts, bool demo)
    : engine_(std::move(options)), fonts_(fonts) {
    ImGuiIO& io = ImGui::GetIO();
    io.IniFilename = nullptr;
    io.LogFilename = nullptr;
    io.ConfigFlags |= ImGuiConfigFlags_NavEnableKeyboard;
    io.ConfigNavEscapeClearFocusItem = false;  // the keys are always somewhere
    io.ConfigInputTextCursorBlink = false;     // a blinking caret is a page that never rests
    ui_.first_session = engine_.options();
    start_over(engine_, ui_, {.demo = demo});
    preferences_ = write_preferences(ui_);
}

void App::restore(std::string_view preferences) {
    read_preferences(ui_, preferences);
    preferences_ = write_preferences(ui_);
    poke();
}

// While a divider is dragged nothing is kept: the last place of it is what counts.
void App::keep_preferences() {
    if (ImGui::IsAnyMouseDown()) return;
    std::string now = write_preferences(ui_);
    if (now == preferences_) return;
    preferences_ = std::move(now);
    ++preferences_version_;
}

void App::begin_frame(const FrameInput& input) {
    ui_.now_ms = input.now_ms;
    ui_.system_dark = input.system_dark;
    ui_.wake_ms = -1;
    ui_.heard = {};
    const Scheme scheme = ui_.scheme();
    if (styled_scale_ != scale(input) || styled_ != scheme || styled_touch_ != input.touch) {
        apply_theme(palette(scheme), scale(input), input.touch);
        styled_scale_ = scale(input);
        styled_ = scheme;
        styled_touch_ = input.touch;
        poke();
    }
    ImGuiIO& io = ImGui::GetIO();
    io.DisplaySize = ImVec2(input.width, input.height);
    io.DisplayFramebufferScale = ImVec2(input.density, input.density);
    // After a rest the first frame must not believe that seconds of key repeat have passed.
    const double elapsed = last_ms_ < 0 ? 16 : input.now_ms - last_ms_;
    io.DeltaTime = static_cast<float>(std::clamp(elapsed, 1.0, 100.0) / 1000);
    last_ms_ = input.now_ms;
}

// Turns the real time since the last frame into virtual time to be worked off.
void App::play() {
    ClockState& clock = ui_.clock;
    if (!clock.playing) return;
    const double elapsed = std::clamp(ui_.now_ms - clock.played_ms, 0.0, 250.0);
    const auto step = static_cast<std::int64_t>(
        elapsed * static_cast<double>(kSpeeds[clock.speed].virtual_ms_per_second) / 1000);
    if (step > 0 && !clock.until) {  // an engine that cannot keep up is waited for
        clock.played_ms = ui_.now_ms;
        clock.from = engine_.world().now;
        clock.until = engine_.world().now + step;
    }
    ui_.wake_in(33);
}

namespace {

bool is_modifier(const ImGuiInputEvent& event) {
    for (const ImGuiKey key : {ImGuiMod_Ctrl, ImGuiMod_Shift, ImGuiMod_Alt, ImGuiMod_Super}) {
        if (event.Key.Key == key) return true;
    }
    return false;
}

// A modifier that changes after a key was pressed waits for the next frame. ImGui takes both into
// one, and the key would be read with the modifiers of later: a quick Ctrl+K would be a K.
void begin_imgui_frame() {
    ImVector<ImGuiInputEvent>& queue = ImGui::GetCurrentContext()->InputEventsQueue;
    int end = 0;
    for (bool pressed = false; end < queue.Size; ++end) {
        const ImGuiInputEvent& event = queue[end];
        if (event.Type != ImGuiInputEventType_Key) continue;
        const bool modifier = is_modifier(event);
        if (modifier && pressed) break;
        pressed = pressed || (!modifier && event.Key.Down);
    }
    const std::vector<ImGuiInputEvent> later(queue.begin() + end, queue.end());
    queue.resize(end);
    ImGui::NewFrame();
    for (const ImGuiInputEvent& event : later) queue.push_back(event);
}

}  // namespace

double App::frame(const FrameInput& input) {
    begin_frame(input);
    play();
    begin_imgui_frame();
    probe_.items.clear();
    probe_.scopes.clear();
    begin_focus(ui_.focus);
    commands_.clear();
    const Timeline timeline{engine_.options().start, engine_.journal(), engine_.applied_entry(),
                            engine_.entries_ahead(), engine_.next_due()};
    Frame frame{
        engine_.world(),       timeline, ui_,          commands_,  recording_ ? &probe_ : nullptr,
        palette(ui_.scheme()), fonts_,   scale(input), input.touch};
    draw_workbench(frame);
    ImGui::Render();
    follow_focus(ui_.focus);
    if (ui_.focus.wanted != 0 || ui_.focus.to) poke();
    for (const Command& command : commands_) apply(engine_, ui_, command);
    if (!commands_.empty()) poke();
    keep_preferences();
    if (!(ui_.heard == heard_)) {
        heard_ = ui_.heard;
        ++heard_version_;
    }
    if (settle_ > 0) --settle_;
    return next_frame();
}

double App::next_frame() const {
    const ImGuiContext& context = *ImGui::GetCurrentContext();
    if (settle_ > 0 || !context.InputEventsQueue.empty()) return 0;
    double wanted = ui_.wake_ms;
    const auto in = [&](double ms) { wanted = wanted < 0 ? ms : std::min(wanted, ms); };
    const ImGuiStyle& style = context.Style;
    if (context.HoverItemDelayId != 0 &&
        context.HoverItemDelayTimer < style.HoverDelayNormal + 0.1f)
        in(60);
    if (context.HoveredId != 0 && context.MouseStationaryTimer < style.HoverStationaryDelay + 0.05f)
        in(60);
    if (context.ActiveId != 0 && context.IO.MouseDown[0])
        in(33);  // dragging beyond an edge scrolls
    return wanted;
}

bool App::pump(WorkUnits budget) {
    const bool more = ui::pump(engine_, ui_, budget);
    poke();
    return more;
}

}  // namespace picket::ui
