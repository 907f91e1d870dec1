// What a call costs, JSON text to JSON text, in accounts of 1,000, 10,000 and 100,000 things with a
// tenth as many groups, and of a security profile with five behaviors. The
// baseline of the same run is nlohmann::json reading and writing the texts of the call, without
// doing anything: "x" is how many times that a call takes. Calls must stay flat as the account
// grows; the last line of each block says how flat they are. A search is the exception: it looks at
// one thing after the other, 10,000 of them at most.
#include <benchmark/benchmark.h>

#include <cstdio>
#include <map>
#include <nlohmann/json.hpp>
#include <string>

#include "picket/engine.h"

namespace {

using picket::Engine;

std::string number_of(std::int64_t number, std::int64_t among) {
    const std::string digits = std::to_string(number % among + 1);
    return std::string(std::to_string(among).size() - digits.size(), '0') + digits;
}

std::string thing_name(std::int64_t number, std::int64_t things) {
    return "thing-" + number_of(number, things);
}

std::string group_name(std::int64_t number, std::int64_t things) {
    return "line-" + number_of(number, things / 10);
}

constexpr const char* kProfile = R"({"securityProfileName":"five","behaviors":[
    {"name":"messages","metric":"aws:num-messages-sent","criteria":{
        "comparisonOperator":"less-than","value":{"count":50},"durationSeconds":300,
        "consecutiveDatapointsToAlarm":2,"consecutiveDatapointsToClear":2}},
    {"name":"size","metric":"aws:message-byte-size","criteria":{
        "comparisonOperator":"less-than-equals","value":{"count":1024}}},
    {"name":"ports","metric":"aws:listening-tcp-ports","criteria":{
        "comparisonOperator":"in-port-set","value":{"ports":[443,8883]}}},
    {"name":"addresses","metric":"aws:source-ip-address","criteria":{
        "comparisonOperator":"in-cidr-set","value":{"cidrs":["10.0.0.0/8","192.168.0.0/16"]}}},
    {"name":"failures","metric":"aws:num-authorization-failures","criteria":{
        "comparisonOperator":"less-than-equals","durationSeconds":900,
        "statisticalThreshold":{"statistic":"p99"}}}]})";

// An account of a size, filled once and copied for each benchmark: a copy costs next to nothing.
const Engine& account(std::int64_t things) {
    static std::map<std::int64_t, Engine> accounts;
    auto [at, made] = accounts.try_emplace(things);
    if (made) {
        Engine& engine = at->second;
        engine.call("CreateThingGroup", R"({"thingGroupName":"fleet"})");
        engine.call("PopulateFleet",
                    R"({"namePrefix":"thing-","count":)" + std::to_string(things) +
                        R"(,"groupName":"fleet","attributes":{"model":"m1","site":"hall-7"}})");
        engine.call("UpdateIndexingConfiguration",
                    R"({"thingIndexingConfiguration":{"thingIndexingMode":"REGISTRY"}})");
        engine.advance(engine.world().now + picket::kMinute);
        for (std::int64_t group = 0; group < things / 10; ++group) {
            engine.call("CreateThingGroup",
                        R"({"thingGroupName":")" + group_name(group, things) +
                            R"(","thingGroupProperties":{"thingGroupDescription":"a line"}})");
        }
        engine.call("CreateSecurityProfile", kProfile);
        engine.call(
            "CreateMitigationAction",
            R"({"actionName":"quarantine","roleArn":"arn:aws:iam::123456789012:role/r",)"
            R"("actionParams":{"addThingsToThingGroupParams":{"thingGroupNames":["fleet"]}}})");
    }
    return at->second;
}

struct Case {
    const char* name;
    const char* operation;
    std::string (*input)(std::int64_t round, std::int64_t things);
};

const Case kCases[] = {
    {"create", "CreateThing",
     [](std::int64_t round, std::int64_t) {
         return R"({"thingName":"new-)" + std::to_string(round) +
                R"(","attributePayload":{"attributes":{"model":"m1"}}})";
     }},
    {"describe", "DescribeThing",
     [](std::int64_t round, std::int64_t things) {
         return R"({"thingName":")" + thing_name(round * 7919, things) + R"("})";
     }},
    {"update", "UpdateThing",
     [](std::int64_t round, std::int64_t things) {
         return R"({"thingName":")" + thing_name(round * 7919, things) +
                R"(","attributePayload":{"attributes":{"site":"hall-)" + std::to_string(round % 9) +
                R"("}}})";
     }},
    {"list page", "ListThings",
     [](std::int64_t, std::int64_t) { return std::string(R"({"maxResults":25})"); }},
    {"create group", "CreateThingGroup",
     [](std::int64_t round, std::int64_t) {
         return R"({"thingGroupName":"new-)" + std::to_string(round) + R"("})";
     }},
    {"describe group", "DescribeThingGroup",
     [](std::int64_t round, std::int64_t things) {
         return R"({"thingGroupName":")" + group_name(round * 7919, things) + R"("})";
     }},
    {"update group", "UpdateThingGroup",
     [](std::int64_t round, std::int64_t things) {
         return R"({"thingGroupName":")" + group_name(round * 7919, things) +
                R"(","thingGroupProperties":{"thingGroupDescription":"hall )" +
                std::to_string(round % 9) + R"("}})";
     }},
    {"page of groups", "ListThingGroups",
     [](std::int64_t, std::int64_t) { return std::string(R"({"maxResults":25})"); }},
    {"page of members", "ListThingsInThingGroup",
     [](std::int64_t, std::int64_t) {
         return std::string(R"({"thingGroupName":"fleet","maxResults":25})");
     }},
    {"describe profile", "DescribeSecurityProfile",
     [](std::int64_t, std::int64_t) { return std::string(R"({"securityProfileName":"five"})"); }},
    {"describe action", "DescribeMitigationAction",
     [](std::int64_t, std::int64_t) { return std::string(R"({"actionName":"quarantine"})"); }},
    {"search", "SearchIndex",
     [](std::int64_t round, std::int64_t things) {
         return R"({"queryString":"attributes.model:m1 AND thingName:)" +
                thing_name(round * 7919, things) + R"("})";
     }},
};

std::map<std::string, std::map<std::int64_t, double>> seconds;
std::map<std::string, double> baseline;

void call(benchmark::State& state, const Case& row, std::int64_t things) {
    Engine engine = account(things);
    std::int64_t round = 0;
    for (auto _ : state) {
        auto result = engine.call(row.operation, row.input(++round, things));
        if (!result.ok()) state.SkipWithError(result.error->message.c_str());
        benchmark::DoNotOptimize(result.body);
    }
    state.SetItemsProcessed(state.iterations());
}

void read_and_write(benchmark::State& state, const Case& row) {
    Engine engine = account(1000);
    const std::string input = row.input(1, 1000);
    const std::string output = engine.call(row.operation, input).body;
    for (auto _ : state) {
        auto in = nlohmann::json::parse(input);
        auto out = nlohmann::json::parse(output);
        benchmark::DoNotOptimize(in.dump());
        benchmark::DoNotOptimize(out.dump());
    }
}

// Keeps what the console prints, and adds the ratios at the end.
class Reporter : public benchmark::ConsoleReporter {
public:
    void ReportRuns(const std::vector<Run>& runs) override {
        ConsoleReporter::ReportRuns(runs);
        for (const Run& run : runs) {
            const std::string name = run.benchmark_name();
            const std::size_t slash = name.rfind('/');
            const double each = run.GetAdjustedCPUTime() * 1e-9;
            if (name.substr(slash + 1) == "baseline") {
                baseline[name.substr(0, slash)] = each;
            } else {
                seconds[name.substr(0, slash)][std::stoll(name.substr(slash + 1))] = each;
            }
        }
    }
};

void print_ratios() {
    std::printf("\n%-18s %12s %12s %12s %10s %8s\n", "calls per second", "1,000", "10,000",
                "100,000", "x baseline", "growth");
    for (const auto& [name, by_size] : seconds) {
        std::printf("%-18s", name.c_str());
        for (const auto& [size, each] : by_size) std::printf(" %12.0f", 1 / each);
        std::printf(" %10.1f %8.2f\n", by_size.begin()->second / baseline[name],
                    by_size.rbegin()->second / by_size.begin()->second);
    }
}

}  // namespace

int main(int argc, char** argv) {
    for (const Case& row : kCases) {
        const std::string name = row.name;
        benchmark::RegisterBenchmark((name + "/baseline").c_str(), read_and_write, row);
        for (std::int64_t things : {1000, 10000, 100000}) {
            benchmark::RegisterBenchmark((name + "/" + std::to_string(things)).c_str(), call, row,
                                         things);
        }
    }
    benchmark::Initialize(&argc, argv);
    Reporter reporter;
    benchmark::RunSpecifiedBenchmarks(&reporter);
    print_ratios();
}
