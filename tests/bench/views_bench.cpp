// What a frame of the workbench costs without a screen: 1,000 devices with 10,000 alarms, every
// kind of view, a million points in a chart. The baseline of the same run is a frame of an empty
// workbench; "x" says how many of those each takes. The budget is 4 ms for the frame of alarms.
#include <benchmark/benchmark.h>

#include <cstdio>
#include <memory>
#include <string>
#include <vector>

#include "app.h"
#include "chart/plot_math.h"
#include "imgui.h"
#include "items/section.h"
#include "ratios.h"

namespace {

using namespace picket;
using namespace picket::ui;

constexpr int kThings = 1000;
constexpr int kAlarmsPerThing = 10;

// A workbench whose renderer throws everything away.
class Bench {
public:
    Bench() {
        context_ = ImGui::CreateContext();
        ImGui::GetIO().BackendFlags |= ImGuiBackendFlags_RendererHasTextures;
        app_ = std::make_unique<App>(EngineOptions{}, load_fonts(nullptr), false);
        input_.width = 1920;
        input_.height = 1080;
    }
    ~Bench() {
        app_.reset();
        for (ImTextureData* texture : ImGui::GetPlatformIO().Textures) {
            texture->SetTexID(ImTextureID_Invalid);
            texture->SetStatus(ImTextureStatus_Destroyed);
        }
        ImGui::DestroyContext(context_);
    }
    Bench(const Bench&) = delete;
    Bench& operator=(const Bench&) = delete;

    void frame() {
        input_.now_ms += 16;
        app_->poke();
        app_->frame(input_);
        for (ImTextureData* texture : ImGui::GetPlatformIO().Textures) {
            if (texture->Status == ImTextureStatus_WantCreate) texture->SetTexID(1);
            texture->SetStatus(ImTextureStatus_OK);
        }
    }
    // Until lists are ordered and layout has settled.
    void settle() {
        for (int i = 0; i < 400; ++i) frame();
    }
    void show(std::string_view section) {
        app_->ui().world.section = section;
        settle();
    }
    App& app() { return *app_; }

private:
    ImGuiContext* context_ = nullptr;
    std::unique_ptr<App> app_;
    FrameInput input_;
};

std::string alarms_of(const World& world, int thing) {
    const std::string name = "device-" + std::to_string(thing);
    std::string list;
    for (int i = 0; i < kAlarmsPerThing; ++i) {
        const std::string time = std::to_string(world.now.ms / kSecond - 60 * (i + 1) - thing % 50);
        list += (i > 0 ? "," : "") + std::string(R"({"violationId":")") + std::to_string(thing) +
                '-' + std::to_string(i) + R"(","thingName":")" + name +
                R"(","securityProfileName":"p","behavior":{"name":"b)" + std::to_string(i) +
                R"(","metric":"aws:num-messages-sent","criteria":{"comparisonOperator":)"
                R"("less-than","value":{"count":5},"durationSeconds":300}},)"
                R"("lastViolationValue":{"count":9},"lastViolationTime":)" +
                time + R"(,"violationStartTime":)" + time + "}";
    }
    return R"({"operation":"ListActiveViolations","request":{"thingName":")" + name +
           R"("},"response":{"activeViolations":[)" + list + "]}}";
}

void fill(Engine& engine) {
    engine.call("CreateThingGroup", R"({"thingGroupName":"all"})");
    engine.call("PopulateFleet", R"({"namePrefix":"device-","groupName":"all","count":)" +
                                     std::to_string(kThings) + "}");
    engine.advance(engine.world().now);
    for (int i = 1; i <= kThings; ++i)
        engine.call("LoadDocumentedResponse", alarms_of(engine.world(), i));
    if (engine.world().active_violations.size() != kThings * kAlarmsPerThing)
        std::fprintf(stderr, "only %zu alarms were loaded\n",
                     engine.world().active_violations.size());
}

void run(benchmark::State& state, Bench& bench) {
    for (auto _ : state) bench.frame();
}

void empty_workbench(benchmark::State& state) {
    Bench bench;
    bench.settle();
    run(state, bench);
}
void section(benchmark::State& state, const char* id, bool sorted) {
    Bench bench;
    fill(bench.app().engine());
    if (sorted) bench.app().ui().world.grids[id].order = {"device", 0, true};
    bench.show(id);
    run(state, bench);
}
void alarms(benchmark::State& state) { section(state, "alarms", false); }
void alarms_sorted_and_filtered(benchmark::State& state) { section(state, "alarms", true); }
void things(benchmark::State& state) { section(state, "things", false); }
void groups(benchmark::State& state) { section(state, "groups", false); }
void chronicle(benchmark::State& state) { section(state, "chronicle", false); }
void settings_list(benchmark::State& state) { section(state, "settings", false); }

// The worst frame of a chart: its view has just changed.
void thin_a_million_points(benchmark::State& state) {
    std::vector<ChartPoint> points;
    std::uint64_t bits = 1;
    for (int i = 0; i < 1'000'000; ++i) {
        bits = bits * 6364136223846793005u + 1442695040888963407u;
        points.push_back({static_cast<double>(i), static_cast<double>(bits >> 54)});
    }
    const ChartData data = {
        points.size(), points.data(),
        [](const void* source, std::size_t i) { return static_cast<const ChartPoint*>(source)[i]; },
        0, 1};
    for (auto _ : state) benchmark::DoNotOptimize(thin_out(data, 0, 1e6, 1600));
}

BENCHMARK(empty_workbench)->Unit(benchmark::kMicrosecond);
BENCHMARK(alarms)->Unit(benchmark::kMicrosecond);
BENCHMARK(alarms_sorted_and_filtered)->Unit(benchmark::kMicrosecond);
BENCHMARK(things)->Unit(benchmark::kMicrosecond);
BENCHMARK(groups)->Unit(benchmark::kMicrosecond);
BENCHMARK(chronicle)->Unit(benchmark::kMicrosecond);
BENCHMARK(settings_list)->Unit(benchmark::kMicrosecond);
BENCHMARK(thin_a_million_points)->Unit(benchmark::kMicrosecond);

}  // namespace

int main(int argc, char** argv) {
    return picket::bench::run_with_ratios(argc, argv, ", a frame of it");
}
