// Reading the user's own data: 100 MB of CSV with one value a row, and with one column a metric,
// JSON Lines, and blocks. The baseline of the same run is counting the lines of the same bytes with
// memchr, which is what any reader must do; "x" says how many times that each takes.
#include <benchmark/benchmark.h>

#include <cstring>
#include <string>
#include <vector>

#include "base/random.h"
#include "picket/engine.h"
#include "picket/recording.h"
#include "ratios.h"

namespace {

using picket::Random;
using picket::Recording;
using picket::RecordingReader;

constexpr std::size_t kFileBytes = 100'000'000;
constexpr std::size_t kChunk = 1 << 20;
constexpr int kThings = 1000;

enum class Form { Narrow, Wide, Decimals, Jittered, Json };

// A thousand things every five minutes; `Jittered`: each at a millisecond of its own.
std::string make_file(Form form) {
    std::string text;
    text.reserve(kFileBytes + 200);
    if (form == Form::Wide)
        text = "time,thing,aws:num-messages-sent,aws:all-bytes-in,aws:all-bytes-out,"
               "aws:all-packets-in,aws:num-connection-attempts,temperature\n";
    else if (form != Form::Json)
        text = "time,thing,metric,value\n";
    Random random(1, "recordings");
    for (std::int64_t i = 0; text.size() < kFileBytes; ++i) {
        const std::string thing = "thing-" + std::to_string(1000 + i % kThings);
        const std::int64_t slot = 1767225600000 + i / kThings * 300'000;
        const std::string time = form == Form::Jittered ? std::to_string(slot + i % kThings * 300 +
                                                                         random.between(0, 299))
                                                        : picket::to_iso({slot});
        const auto count = [&](std::int64_t most) {
            return std::to_string(random.between(0, most));
        };
        switch (form) {
        case Form::Narrow:
        case Form::Jittered:
            text += time + ',' + thing + ",aws:num-messages-sent," + count(60) + '\n';
            break;
        case Form::Decimals:
            text += time + ',' + thing + ",temperature," + count(40) + '.' + count(99999) + '\n';
            break;
        case Form::Wide:
            text += time + ',' + thing + ',' + count(60) + ',' + count(9000) + ',' + count(9000) +
                    ',' + count(90) + ',' + count(2) + ',' + count(40) + '.' + count(99) + '\n';
            break;
        case Form::Json:
            text += R"({"time":")" + time + R"(","thing":")" + thing +
                    R"(","metric":"aws:num-messages-sent","value":)" + count(60) + "}\n";
            break;
        }
    }
    return text;
}

const std::string& file(Form form) {
    static std::string text;
    static Form made = Form::Json;
    if (text.empty() || made != form) text = make_file(form);
    made = form;
    return text;
}

picket::Result<Recording> read_all(const std::string& text) {
    RecordingReader reader;
    for (std::size_t at = 0; at < text.size(); at += kChunk) {
        if (auto problem = reader.add(std::string_view(text).substr(at, kChunk))) return problem;
    }
    return reader.finish();
}

void count_lines(benchmark::State& state) {
    const std::string& text = file(Form::Narrow);
    for (auto _ : state) {
        std::size_t lines = 0;
        const char* at = text.data();
        const char* const end = at + text.size();
        while (at != end) {
            at = static_cast<const char*>(
                std::memchr(at, '\n', static_cast<std::size_t>(end - at)));
            if (at == nullptr) break;
            ++at;
            ++lines;
        }
        benchmark::DoNotOptimize(lines);
    }
    state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(text.size()));
}

void read_file(benchmark::State& state, Form form) {
    const std::string& text = file(form);
    std::int64_t values = 0;
    std::size_t bytes = 0;
    for (auto _ : state) {
        const auto recording = read_all(text);
        if (!recording) {
            state.SkipWithError(recording.error().message.c_str());
            return;
        }
        values = recording->values();
        bytes = recording->bytes().size();
    }
    state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(text.size()));
    state.counters["values"] = static_cast<double>(values);
    state.counters["bytes_per_value"] = static_cast<double>(bytes) / static_cast<double>(values);
}

void read_block(benchmark::State& state) {
    const auto recording = read_all(file(Form::Narrow));
    if (!recording) {
        state.SkipWithError("the file is not read");
        return;
    }
    for (auto _ : state) benchmark::DoNotOptimize(Recording::read(recording->bytes()));
    state.SetItemsProcessed(state.iterations() * recording->values());
}

void walk_block(benchmark::State& state) {
    const auto recording = read_all(file(Form::Narrow));
    if (!recording) {
        state.SkipWithError("the file is not read");
        return;
    }
    for (auto _ : state) {
        Recording::Place place = recording->begin();
        double sum = 0;
        while (recording->next_moment(place)) {
            while (place.left > 0) sum += recording->next_value(place).number;
        }
        benchmark::DoNotOptimize(sum);
    }
    state.SetItemsProcessed(state.iterations() * recording->values());
}

// A day of a thousand gateways, six metrics every five minutes: rows become datapoints, and are
// judged by a rule each. Argument 1: each thing at a millisecond of its own.
std::string make_day(bool jittered) {
    std::string text = "time,thing,aws:num-messages-sent,aws:num-messages-received,"
                       "aws:message-byte-size,aws:all-bytes-out,aws:all-packets-out,"
                       "aws:num-established-tcp-connections\n";
    Random random(1, "a day");
    for (std::int64_t i = 0; i < 288 * kThings; ++i) {
        const std::int64_t at = 1767225900000 + i / kThings * 300'000 +
                                (jittered ? i % kThings * 300 : 0);
        text += std::to_string(at) + ",g-" + std::to_string(1000 + i % kThings);
        for (const int most : {60, 60, 900, 90'000, 900, 9})
            text += ',' + std::to_string(random.between(0, most));
        text += '\n';
    }
    return text;
}

void feed_day(benchmark::State& state) {
    picket::Engine start;
    std::string behaviors;
    for (const char* metric :
         {"num-messages-sent", "num-messages-received", "all-bytes-out", "all-packets-out",
          "message-byte-size", "num-established-tcp-connections"}) {
        // Counts over a time, and what a moment has.
        const bool counted = behaviors.find("all-packets-out") == std::string::npos;
        behaviors += std::string(behaviors.empty() ? "" : ",") + R"({"name":")" + metric +
                     R"(","metric":"aws:)" + metric +
                     R"(","criteria":{"comparisonOperator":"less-than","value":{"count":100000})" +
                     (counted ? R"(,"durationSeconds":300}})" : "}}");
    }
    start.call("CreateSecurityProfile",
               R"({"securityProfileName":"p","behaviors":[)" + behaviors + "]}");
    start.call("AttachSecurityProfile", R"({"securityProfileName":"p","securityProfileTargetArn":)"
                                        R"("arn:aws:iot:us-east-1:123456789012:all/things"})");
    auto recording = read_all(make_day(state.range(0) != 0));
    if (!recording) return state.SkipWithError("the day is not read");
    const std::int64_t values = recording->values();
    const std::string name = start.keep_recording(std::move(recording).value());
    const auto added = start.call("AddRecording",
                                  R"({"recordingName":"r","sha256":")" + name + "\"}");
    if (!added.ok()) return state.SkipWithError(added.body.c_str());
    for (auto _ : state) {
        picket::Engine engine = start;
        engine.advance(engine.world().now + picket::kDay + picket::kHour);
        benchmark::DoNotOptimize(engine.world().now);
    }
    state.SetItemsProcessed(state.iterations() * values);
}

BENCHMARK(count_lines)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(read_file, narrow, Form::Narrow)->Unit(benchmark::kMillisecond);
BENCHMARK(read_block)->Unit(benchmark::kMillisecond);
BENCHMARK(walk_block)->Unit(benchmark::kMillisecond);
BENCHMARK(feed_day)->Arg(0)->Arg(1)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(read_file, decimals, Form::Decimals)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(read_file, wide, Form::Wide)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(read_file, jittered, Form::Jittered)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(read_file, json_lines, Form::Json)->Unit(benchmark::kMillisecond);

}  // namespace

int main(int argc, char** argv) {
    return picket::bench::run_with_ratios(argc, argv, " of the same 100 MB");
}
