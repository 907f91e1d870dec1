// What tests of assessments share: accounts with data that was imported and not run through, and
// the answer by name.
#pragma once

#include <functional>
#include <string>

#include "core/service/service_support.h"
#include "picket/assessment.h"
#include "picket/recording.h"

namespace picket {

inline constexpr const char* kAllThings = "arn:aws:iot:us-east-1:123456789012:all/things";

// Settings that differ from their default.
using Settings = std::vector<std::pair<const char*, std::string>>;

inline Engine engine_with(const Settings& settings = {}) {
    EngineOptions options;
    for (const auto& [name, value] : settings) options.settings[name] = value;
    return Engine(options);
}

// Values of things every `every` seconds: value(thing, time) of `metric`, the first at 300 s.
struct Series {
    std::string metric = "aws:all-bytes-out";
    int things = 4;
    int count = 288;
    int every = 300;
    std::function<double(int thing, int at)> value = [](int, int) { return 100.0; };
};
inline void record(Engine& engine, const Series& series) {
    std::string text = "time,thing," + series.metric + "\n";
    const std::int64_t start = engine.world().now.ms / kSecond;
    for (int at = 0; at < series.count; ++at) {
        for (int thing = 0; thing < series.things; ++thing) {
            text += std::to_string(start + 300 + at * series.every) + ",t" + std::to_string(thing) +
                    "," + std::to_string(static_cast<int>(series.value(thing, at))) + "\n";
        }
    }
    RecordingReader reader;
    REQUIRE_FALSE(reader.add(text));
    auto recording = reader.finish();
    REQUIRE(recording);
    const std::string sha256 = engine.keep_recording(std::move(recording).value());
    must(engine, "AddRecording",
         R"({"recordingName":"r","sha256":")" + sha256 + R"(","firstRowTime":)" +
             std::to_string(start + 300) + "}");
}

inline std::string behavior(const std::string& metric, const std::string& criteria,
                            const std::string& name = "b", const std::string& more = {}) {
    return R"({"name":")" + name + R"(","metric":")" + metric + R"(","criteria":{)" + criteria +
           "}" + more + "}";
}

inline AssessSecurityProfileResponse assess(const Engine& engine, const std::string& json,
                                            WorkUnits budget = kNoBudget) {
    auto assessment = Assessment::begin(engine.world(), json);
    REQUIRE_MESSAGE(assessment, (assessment ? std::string() : assessment.error().message));
    while (!assessment->step(budget)) {}
    return assessment->result();
}

inline const AssessmentFinding* find_rule(const AssessSecurityProfileResponse& answer,
                                          std::string_view rule) {
    for (const AssessmentFinding& finding : answer.findings) {
        if (finding.rule == rule) return &finding;
    }
    return nullptr;
}

}  // namespace picket
