// What the payload editor costs: one key and the frame it wakes, in a small payload and in one of a
// megabyte, and the frame at rest. The budget is a frame of 16 ms, in a browser half as fast.
#include <benchmark/benchmark.h>

#include <memory>
#include <string>

#include "app.h"
#include "imgui.h"

namespace {

using namespace picket;

// Stands in for a renderer and a window.
class Host {
public:
    Host() {
        context_ = ImGui::CreateContext();
        ImGui::SetCurrentContext(context_);
        ImGui::GetIO().BackendFlags |= ImGuiBackendFlags_RendererHasTextures;
        app_ = std::make_unique<ui::App>(EngineOptions{}, ui::load_fonts(nullptr));
        for (int i = 0; i < 10; ++i) frame();
    }
    ~Host() {
        app_.reset();
        for (ImTextureData* texture : ImGui::GetPlatformIO().Textures) {
            texture->SetTexID(ImTextureID_Invalid);
            texture->SetStatus(ImTextureStatus_Destroyed);
        }
        ImGui::DestroyContext(context_);
    }
    void frame() {
        input.now_ms += 16;
        app_->frame(input);
        for (ImTextureData* texture : ImGui::GetPlatformIO().Textures) {
            if (texture->Status == ImTextureStatus_WantCreate) texture->SetTexID(1);
            texture->SetStatus(ImTextureStatus_OK);
        }
    }
    ui::App& app() { return *app_; }
    ui::CodePane& payload() { return app_->ui().request.payload; }
    ui::FrameInput input;

private:
    ImGuiContext* context_ = nullptr;
    std::unique_ptr<ui::App> app_;
};

// Many members the operation does not know: every one is looked at by the checker.
std::string payload_of(std::size_t bytes) {
    std::string text = "{\n  \"actionName\": \"a\",\n  \"note\": [\n";
    for (int i = 0; text.size() < bytes; ++i)
        text += "    { \"name\": \"behavior " + std::to_string(i) + "\", \"value\": 12.5 },\n";
    return text + "    {}\n  ]\n}\n";
}

void open(Host& host, std::size_t bytes) {
    const std::string text = payload_of(bytes);
    host.payload().load(text);
    host.payload().select({text.size() / 2, text.size() / 2});
    for (int i = 0; i < 20; ++i) host.frame();
}

void key_and_frame(benchmark::State& state) {
    Host host;
    open(host, static_cast<std::size_t>(state.range(0)));
    bool deletes = false;
    for (auto _ : state) {
        if (deletes)
            ImGui::GetIO().AddKeyEvent(ImGuiKey_Backspace, true);
        else
            ImGui::GetIO().AddInputCharacter('x');
        host.app().poke();
        host.input.now_ms -= 15;  // keys in quick succession: the checker waits for a pause
        host.frame();
        if (deletes) {
            ImGui::GetIO().AddKeyEvent(ImGuiKey_Backspace, false);
            host.input.now_ms -= 15;
            host.frame();
        }
        deletes = !deletes;
    }
    state.SetLabel(std::to_string(host.payload().document.text().size()) + " bytes");
}
BENCHMARK(key_and_frame)
    ->Arg(1 << 10)
    ->Arg(184 << 10)
    ->Arg(1000 << 10)
    ->Unit(benchmark::kMillisecond);

void frame_alone(benchmark::State& state) {
    Host host;
    open(host, static_cast<std::size_t>(state.range(0)));
    for (auto _ : state) host.frame();
}
BENCHMARK(frame_alone)->Arg(1 << 10)->Arg(1000 << 10)->Unit(benchmark::kMillisecond);

// What the pause after typing costs, once.
void check_after_pause(benchmark::State& state) {
    Host host;
    open(host, static_cast<std::size_t>(state.range(0)));
    auto& request = host.app().ui().request;
    for (auto _ : state)
        ui::analyse_now(request.analysis, request.payload.document, *request.operation);
}
BENCHMARK(check_after_pause)->Arg(184 << 10)->Arg(1000 << 10)->Unit(benchmark::kMillisecond);

void frame_of_the_form(benchmark::State& state) {
    Host host;
    host.app().ui().request.form.open = true;
    for (auto _ : state) host.frame();
}
BENCHMARK(frame_of_the_form)->Unit(benchmark::kMillisecond);

}  // namespace
