// A user without a screen: runs the workbench in an ImGui context that nobody draws, finds widgets
// by their labels through the probe, and clicks and types the way a backend does.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "app.h"
#include "imgui.h"

namespace picket::test {

struct RobotOptions {
    bool demo = true;
    float width = 1280;  // CSS pixels
    float height = 800;
    float scale = 1;
    bool touch = false;
    bool dark = true;
};

class Robot {
public:
    explicit Robot(RobotOptions options = {});
    ~Robot();
    Robot(const Robot&) = delete;
    Robot& operator=(const Robot&) = delete;

    double frame();  // what App::frame returns
    void settle();   // frames and engine work until neither is wanted

    // The first widget of that label whose scope begins so; a test fails when there is none.
    const ui::ProbeItem& find(std::string_view label, std::string_view scope = {});
    bool has(std::string_view label, std::string_view scope = {});
    bool shows(std::string_view text) { return app_->probe().shows(text); }

    void click(std::string_view label, std::string_view scope = {});
    void click_at(float x, float y, int times = 1);
    void move_to(float x, float y);
    void drag(float from_x, float from_y, float to_x, float to_y);
    void wheel(float lines);
    void type(std::string_view utf8);
    void press(ImGuiKeyChord chord);

    // Makes a call through the engine's door, as another host would, and settles.
    void call(std::string_view operation, std::string_view body);
    // The commands of the last frame that had any.
    const std::vector<ui::Command>& commands() const { return commands_; }

    ui::App& app() { return *app_; }
    ui::UiState& ui() { return app_->ui(); }
    Engine& engine() { return app_->engine(); }
    const World& world() { return app_->engine().world(); }
    const std::string& payload() { return ui().request.payload.document.text(); }
    std::string clipboard() const { return clipboard_; }
    int frames() const { return frames_; }

    ui::FrameInput input;

private:
    ImGuiContext* context_ = nullptr;
    std::unique_ptr<ui::App> app_;
    std::vector<ui::Command> commands_;
    std::string clipboard_;
    int frames_ = 0;
};

}  // namespace picket::test
