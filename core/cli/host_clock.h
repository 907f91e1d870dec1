// How the virtual clock moves under `picket serve`: somebody must move it, or clients that poll
// would wait for ever.
#pragma once

#include <chrono>
#include <optional>
#include <string_view>

#include "picket/engine.h"

namespace picket::cli {

// step:<seconds>: each request to the emulated service moves the clock before it is answered.
// rate:<x>: the clock follows the wall clock, x times as fast, seen at each request.
// manual: only AdvanceClock moves it.
struct ClockMode {
    enum class Kind { Step, Rate, Manual };
    Kind kind = Kind::Step;
    std::int64_t step_ms = kSecond;
    double rate = 1;
};
std::optional<ClockMode> parse_clock_mode(std::string_view text);

class HostClock {
public:
    explicit HostClock(ClockMode mode) : mode_(mode), seen_(std::chrono::steady_clock::now()) {}

    // Picket's own verbs do not count as requests of a client: looking at the emulator must not
    // change it.
    void before_request(Engine& engine, bool own_verb);

private:
    ClockMode mode_;
    std::chrono::steady_clock::time_point seen_;
    double rest_ms_ = 0;  // part of a millisecond that was not run yet
};

}  // namespace picket::cli
