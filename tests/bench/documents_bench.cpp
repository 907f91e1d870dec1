// Speed of checking documents: pages like those of the guide, and a command. The baseline of the
// same run is the smallest thing that could find a code block: one search for its fence.
#include <benchmark/benchmark.h>

#include <string>

#include "picket/documents.h"

namespace {

std::string page(std::size_t bytes) {
    std::string text;
    for (int i = 0; text.size() < bytes; ++i) {
        text += "## Step " + std::to_string(i) + R"(

Create the profile, then look at what it answers. Prose is most of a page, and costs next to
nothing; code is what takes time, so that this page has more of it than most.

```
aws iot create-security-profile \
    --security-profile-name sensors \
    --behaviors '[{"name": "b", "metric": "aws:num-messages-sent", "criteria": {"comparisonOperator": "less-than", "value": {"count": 5}, "durationSeconds": 300}}]'
```

```json
{
    "securityProfileName": "sensors",
    "securityProfileArn": "arn:aws:iot:us-east-1:123456789012:securityprofile/sensors"
}
```

```json
{
    "actionIdentifiers": [
        {"actionName": "a", "actionArn": "arn:aws:iot:us-east-1:123456789012:mitigationaction/a", "creationDate": 1560173584.521},
    ]
}
```
)";
    }
    return text;
}

void find_fences(benchmark::State& state) {
    const std::string text = page(static_cast<std::size_t>(state.range(0)));
    for (auto _ : state) {
        std::int64_t fences = 0;
        for (std::size_t at = text.find("```"); at != std::string::npos;
             at = text.find("```", at + 3)) {
            ++fences;
        }
        benchmark::DoNotOptimize(fences);
    }
    state.SetBytesProcessed(static_cast<std::int64_t>(text.size()) * state.iterations());
}
BENCHMARK(find_fences)->Arg(1'000'000)->Unit(benchmark::kMillisecond);

void check_page(benchmark::State& state) {
    const std::string text = page(static_cast<std::size_t>(state.range(0)));
    for (auto _ : state)
        benchmark::DoNotOptimize(picket::check_document(text, {.name = "page.md"}));
    state.SetBytesProcessed(static_cast<std::int64_t>(text.size()) * state.iterations());
}
BENCHMARK(check_page)->Arg(10'000)->Arg(1'000'000)->Unit(benchmark::kMillisecond);

void read_one_command(benchmark::State& state) {
    const std::string text = "aws iot create-thing --thing-name t --attribute-payload "
                             "attributes={a=b,c=d}";
    for (auto _ : state) benchmark::DoNotOptimize(picket::read_command(text));
}
BENCHMARK(read_one_command)->Unit(benchmark::kMicrosecond);

void write_one_call(benchmark::State& state) {
    const picket::Operation& operation = *picket::find_operation("CreateThing");
    for (auto _ : state) {
        benchmark::DoNotOptimize(
            picket::write_call(operation, R"({"thingName": "t"})", picket::CallFormat::Boto3));
    }
}
BENCHMARK(write_one_call)->Unit(benchmark::kMicrosecond);

}  // namespace
