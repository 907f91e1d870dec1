// Any bytes as a scenario file: refused with a place, or played in bounded slices; what was played
// to its end can be recorded, and what was recorded holds.
#include <cstddef>
#include <cstdint>
#include <string>

#include "fuzz_engine.h"
#include "picket/scenario.h"

namespace {

using namespace picket;

constexpr int kSlicesMax = 64;
constexpr WorkUnits kSlice = 10'000;

bool bounded(const Scenario& scenario) {
    for (const ScenarioStep& step : scenario.steps) {
        if (step.call && fuzz::unbounded(step.call->operation)) return false;
    }
    return true;
}

void check_recorded(std::string_view text) {
    const auto recorded = record_scenario(text);
    if (!recorded) return;  // a step that cannot be done
    const auto outcome = play_scenario(*recorded);
    if (!outcome)
        std::fprintf(stderr, "%s\n%s\n", outcome.error().message.c_str(), recorded->c_str());
    PICKET_ASSERT(outcome);
    for (const ScenarioFailure& failure : outcome->failures) {
        std::fprintf(stderr, "%s\n", failure_text(failure).c_str());
    }
    PICKET_ASSERT(outcome->failures.empty());
    const auto again = record_scenario(*recorded);
    PICKET_ASSERT(again && *again == *recorded);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    auto file = parse_scenario(text);
    if (!file) {
        PICKET_ASSERT(file.error().line >= 1 && file.error().column >= 1);
        PICKET_ASSERT(!file.error().message.empty());
        return 0;
    }
    if (!bounded(file->scenario)) return 0;
    ScenarioPlayer player(std::move(file).value());
    double progress = 0;
    for (int i = 0; i < kSlicesMax && !player.done(); ++i) {
        player.step(kSlice);
        PICKET_ASSERT(player.progress() >= 0 && player.progress() <= 1);
        progress = player.progress();
    }
    for (const ScenarioFailure& failure : player.failures()) {
        PICKET_ASSERT(failure.place.line >= 1 && failure.place.column >= 1);
        PICKET_ASSERT(!failure_text(failure).empty());
    }
    const ScenarioReport report{.file = "fuzz",
                                .name = player.scenario().name,
                                .steps = player.scenario().steps.size(),
                                .problem = {},
                                .failures = player.failures()};
    PICKET_ASSERT(!junit_xml({&report, 1}).empty());
    if (!player.done()) return 0;
    PICKET_ASSERT(progress == 1);
    check_recorded(text);
    return 0;
}
