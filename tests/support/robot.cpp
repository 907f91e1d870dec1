// Time in here is counted, never measured: each frame is 16 milliseconds after the one before.
#include "support/robot.h"

#include <doctest/doctest.h>

namespace picket::test {
namespace {

// Stands in for a renderer: takes every texture the atlas makes.
void accept_textures() {
    for (ImTextureData* texture : ImGui::GetPlatformIO().Textures) {
        if (texture->Status == ImTextureStatus_WantCreate) texture->SetTexID(1);
        const bool destroy = texture->Status == ImTextureStatus_WantDestroy;
        if (destroy) texture->SetTexID(ImTextureID_Invalid);
        texture->SetStatus(destroy ? ImTextureStatus_Destroyed : ImTextureStatus_OK);
    }
}

const ui::ProbeItem kNowhere = {};

}  // namespace

Robot::Robot(RobotOptions options) {
    context_ = ImGui::CreateContext();
    ImGui::SetCurrentContext(context_);
    ImGuiIO& io = ImGui::GetIO();
    io.BackendFlags |= ImGuiBackendFlags_RendererHasTextures | ImGuiBackendFlags_HasMouseCursors;
    ImGuiPlatformIO& platform = ImGui::GetPlatformIO();
    platform.Platform_ClipboardUserData = this;
    platform.Platform_SetClipboardTextFn = [](ImGuiContext*, const char* text) {
        static_cast<Robot*>(ImGui::GetPlatformIO().Platform_ClipboardUserData)->clipboard_ = text;
    };
    platform.Platform_GetClipboardTextFn = [](ImGuiContext*) {
        return static_cast<Robot*>(ImGui::GetPlatformIO().Platform_ClipboardUserData)
            ->clipboard_.c_str();
    };
    input.scale = options.scale;
    input.width = options.width * options.scale;
    input.height = options.height * options.scale;
    input.touch = options.touch;
    input.system_dark = options.dark;
    app_ = std::make_unique<ui::App>(EngineOptions{}, ui::load_fonts(nullptr), options.demo);
    app_->record(true);
    settle();
}

Robot::~Robot() {
    app_.reset();
    for (ImTextureData* texture : ImGui::GetPlatformIO().Textures) {
        texture->SetTexID(ImTextureID_Invalid);
        texture->SetStatus(ImTextureStatus_Destroyed);
    }
    ImGui::DestroyContext(context_);
}

double Robot::frame() {
    input.now_ms += 16;
    const double next = app_->frame(input);
    accept_textures();
    ++frames_;
    if (!app_->last_commands().empty()) commands_ = app_->last_commands();
    return next;
}

void Robot::settle() {
    for (int i = 0; i < 2000; ++i) {
        const double next = frame();
        if (ui().clock.playing && i > 4) return;
        if (app_->work_wanted()) {
            app_->pump(100'000);
            continue;
        }
        if (next < 0 || next > 16) return;
    }
    FAIL("the workbench never rests");
}

bool Robot::has(std::string_view label, std::string_view scope) {
    for (const ui::ProbeItem& item : app_->probe().items) {
        if (item.label == label && std::string_view(item.scope).substr(0, scope.size()) == scope)
            return true;
    }
    return false;
}

const ui::ProbeItem& Robot::find(std::string_view label, std::string_view scope) {
    for (const ui::ProbeItem& item : app_->probe().items) {
        if (item.label == label && std::string_view(item.scope).substr(0, scope.size()) == scope)
            return item;
    }
    FAIL_CHECK("no widget \"" << std::string(label) << "\" in \"" << std::string(scope) << "\"");
    return kNowhere;
}

void Robot::move_to(float x, float y) {
    ImGui::GetIO().AddMousePosEvent(x, y);
    app_->poke();
    frame();
    frame();
}

void Robot::click_at(float x, float y, int times) {
    move_to(x, y);
    for (int i = 0; i < times; ++i) {
        for (const bool down : {true, false}) {
            ImGui::GetIO().AddMouseButtonEvent(0, down);
            app_->poke();
            frame();
        }
    }
    settle();
}

void Robot::click(std::string_view label, std::string_view scope) {
    const ui::ProbeItem item = find(label, scope);
    click_at((item.left + item.right) / 2, (item.top + item.bottom) / 2);
}

void Robot::drag(float from_x, float from_y, float to_x, float to_y) {
    move_to(from_x, from_y);
    ImGui::GetIO().AddMouseButtonEvent(0, true);
    frame();
    move_to(to_x, to_y);
    ImGui::GetIO().AddMouseButtonEvent(0, false);
    app_->poke();
    settle();
}

void Robot::wheel(float lines) {
    ImGui::GetIO().AddMouseWheelEvent(0, lines);
    app_->poke();
    settle();
}

void Robot::type(std::string_view utf8) {
    ImGui::GetIO().AddInputCharactersUTF8(std::string(utf8).c_str());
    app_->poke();
    settle();
}

void Robot::press(ImGuiKeyChord chord) {
    ImGuiIO& io = ImGui::GetIO();
    const auto key = static_cast<ImGuiKey>(chord & ~ImGuiMod_Mask_);
    for (const bool down : {true, false}) {
        for (const ImGuiKey modifier :
             {ImGuiMod_Ctrl, ImGuiMod_Shift, ImGuiMod_Alt, ImGuiMod_Super}) {
            if ((chord & modifier) != 0) io.AddKeyEvent(modifier, down);
        }
        io.AddKeyEvent(key, down);
        app_->poke();
        frame();
    }
    settle();
}

void Robot::call(std::string_view operation, std::string_view body) {
    ui::apply(engine(), ui(), ui::Call{std::string(operation), std::string(body), false});
    app_->poke();
    settle();
}

}  // namespace picket::test
