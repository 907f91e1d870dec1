// Moves the engine's clock on behalf of a host.
#include "host_clock.h"

#include <algorithm>
#include <cstdlib>
#include <string>

namespace picket::cli {
namespace {

// A plain decimal number in a range; anything else is refused.
std::optional<double> parse_number(std::string_view text, double max) {
    if (text.empty() || text.find_first_not_of("0123456789.") != std::string_view::npos)
        return std::nullopt;
    const std::string copy(text);
    char* end = nullptr;
    const double number = std::strtod(copy.c_str(), &end);
    if (end != copy.c_str() + copy.size() || number > max) return std::nullopt;
    return number;
}

}  // namespace

std::optional<ClockMode> parse_clock_mode(std::string_view text) {
    constexpr double kStepSecondsMax = 366.0 * 24 * 3600;
    constexpr double kRateMax = 1e6;
    if (text == "manual") return ClockMode{.kind = ClockMode::Kind::Manual};
    if (text.substr(0, 5) == "step:") {
        const auto seconds = parse_number(text.substr(5), kStepSecondsMax);
        if (!seconds) return std::nullopt;
        return ClockMode{.kind = ClockMode::Kind::Step,
                         .step_ms = static_cast<std::int64_t>(*seconds * 1000 + 0.5)};
    }
    if (text.substr(0, 5) == "rate:") {
        const auto rate = parse_number(text.substr(5), kRateMax);
        if (!rate) return std::nullopt;
        return ClockMode{.kind = ClockMode::Kind::Rate, .rate = *rate};
    }
    return std::nullopt;
}

void HostClock::before_request(Engine& engine, bool own_verb) {
    std::int64_t run_ms = 0;
    if (mode_.kind == ClockMode::Kind::Step && !own_verb) run_ms = mode_.step_ms;
    if (mode_.kind == ClockMode::Kind::Rate) {
        const auto wall = std::chrono::steady_clock::now();
        rest_ms_ += std::chrono::duration<double, std::milli>(wall - seen_).count() * mode_.rate;
        seen_ = wall;
        run_ms = static_cast<std::int64_t>(rest_ms_);
        rest_ms_ -= static_cast<double>(run_ms);
    }
    if (run_ms <= 0) return;
    const Timestamp now = engine.world().now;
    engine.advance(run_ms > kTimestampMax - now ? kTimestampMax : now + run_ms);
}

}  // namespace picket::cli
