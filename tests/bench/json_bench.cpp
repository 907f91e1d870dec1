// Speed of the JSON readers and the writer on API-sized and large documents. nlohmann's own reading
// into its document type is the baseline of the same run.
#include <benchmark/benchmark.h>

// As the core defines it: one program holds one kind of nlohmann code.
#ifndef JSON_NOEXCEPTION
#define JSON_NOEXCEPTION
#endif
#include <nlohmann/json.hpp>
#include <string>

#include "picket/json_tree.h"
#include "text/json_write.h"

namespace {

std::string profile(int behaviors) {
    std::string text;
    picket::JsonWriter out(text);
    out.begin_object();
    out.key("securityProfileName");
    out.string("sensors");
    out.key("behaviors");
    out.begin_array();
    for (int i = 0; i < behaviors; ++i) {
        out.begin_object();
        out.key("name");
        out.string("behavior " + std::to_string(i));
        out.key("metric");
        out.string("aws:message-byte-size");
        out.key("criteria");
        out.begin_object();
        out.key("comparisonOperator");
        out.string("less-than");
        out.key("value");
        out.begin_object();
        out.key("count");
        out.integer(1000 + i);
        out.end_object();
        out.key("durationSeconds");
        out.integer(300);
        out.key("statisticalThreshold");
        out.begin_object();
        out.key("statistic");
        out.string("p99.9");
        out.end_object();
        out.end_object();
        out.key("confidence");
        out.number(0.01 * i);
        out.end_object();
    }
    out.end_array();
    out.end_object();
    return text;
}

template <class Read>
void run(benchmark::State& state, Read read) {
    const std::string text = profile(static_cast<int>(state.range(0)));
    for (auto _ : state) benchmark::DoNotOptimize(read(text));
    state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(text.size()));
}

void json_strict(benchmark::State& state) {
    run(state, [](const std::string& text) { return picket::read_json_strict(text); });
}
void json_tolerant(benchmark::State& state) {
    run(state, [](const std::string& text) { return picket::read_json_tolerant(text); });
}
void json_nlohmann_baseline(benchmark::State& state) {
    run(state, [](const std::string& text) { return nlohmann::json::parse(text, nullptr, false); });
}
void json_write(benchmark::State& state) {
    run(state, [&](const std::string&) { return profile(static_cast<int>(state.range(0))); });
}

void format_doubles(benchmark::State& state) {
    double value = 0.1;
    for (auto _ : state) {
        benchmark::DoNotOptimize(picket::format_double(value));
        value += 0.37;
    }
}

}  // namespace

// About 1 kB and 2 MB.
BENCHMARK(json_nlohmann_baseline)->Arg(5)->Arg(10000);
BENCHMARK(json_strict)->Arg(5)->Arg(10000);
BENCHMARK(json_tolerant)->Arg(5)->Arg(10000);
BENCHMARK(json_write)->Arg(5)->Arg(10000);
BENCHMARK(format_doubles);
