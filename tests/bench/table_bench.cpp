// What a Table costs beside a std::map with 100,000 entries: look-ups, writes, walks, and the two
// things it is there for, copies (checkpoints, dry runs) and differences (before and after a call).
// The table at the end says how many times longer the std::map takes.
#include <benchmark/benchmark.h>

#include <cstdint>
#include <cstdio>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/random.h"
#include "picket/table.h"

namespace {

using picket::Random;
using picket::Table;

constexpr std::int64_t kEntries = 100000;
constexpr int kChanges = 100;

// About what a thing holds: a name, and a few attributes that live on the heap.
struct Thing {
    std::vector<std::string> attributes;
    std::int64_t version = 0;

    friend bool operator==(const Thing& left, const Thing& right) {
        return left.version == right.version && left.attributes == right.attributes;
    }
};

struct Numbers {
    using Key = std::uint64_t;
    using Value = std::int64_t;
    static Key key(std::int64_t number) { return static_cast<Key>(number) * 0x9e3779b97f4a7c15; }
    static Value value(std::int64_t number) { return number; }
    static void change(Value& value) { ++value; }
};

struct Things {
    using Key = std::string;
    using Value = Thing;
    static Key key(std::int64_t number) {
        return "sensor-" + std::to_string(number * 7919 % 999983);
    }
    static Value value(std::int64_t number) {
        return {{"an attribute on the heap", "site=" + std::to_string(number)}, number};
    }
    static void change(Value& value) { ++value.version; }
};

template <class Case>
using TableOf = Table<typename Case::Key, typename Case::Value>;
template <class Case>
using MapOf = std::map<typename Case::Key, typename Case::Value, std::less<>>;

template <class Case>
void put(TableOf<Case>& table, std::int64_t number) {
    table.put(Case::key(number), Case::value(number));
}
template <class Case>
void put(MapOf<Case>& map, std::int64_t number) {
    map.insert_or_assign(Case::key(number), Case::value(number));
}
template <class Case>
void change(TableOf<Case>& table, std::int64_t number) {
    table.update(Case::key(number), [](auto& value) { Case::change(value); });
}
template <class Case>
void change(MapOf<Case>& map, std::int64_t number) {
    Case::change(map.find(Case::key(number))->second);
}
const void* address(const void* value) { return value; }
template <class Case>
const void* find(const TableOf<Case>& table, const typename Case::Key& key) {
    return address(table.find(key));
}
template <class Case>
const void* find(const MapOf<Case>& map, const typename Case::Key& key) {
    return address(&map.find(key)->second);
}

template <class Container, class Case>
const Container& filled() {
    static const Container container = [] {
        Container fresh;
        for (std::int64_t i = 0; i < kEntries; ++i) put<Case>(fresh, i);
        return fresh;
    }();
    return container;
}

template <class Case>
int count_differences(const TableOf<Case>& before, const TableOf<Case>& after) {
    int count = 0;
    TableOf<Case>::diff(before, after,
                        [&count](const auto&, const auto*, const auto*) { ++count; });
    return count;
}

// What a std::map is left with: walk both. The benchmark changes values only, so the keys agree.
template <class Case>
int count_differences(const MapOf<Case>& before, const MapOf<Case>& after) {
    int count = 0;
    auto right = after.begin();
    for (const auto& [key, value] : before) {
        count += value == right->second && key == right->first ? 0 : 1;
        ++right;
    }
    return count;
}

template <class Container, class Case>
void find_one(benchmark::State& state) {
    const Container& container = filled<Container, Case>();
    std::vector<typename Case::Key> keys;
    Random random(1, "find");
    for (int i = 0; i < 4096; ++i) keys.push_back(Case::key(random.between(0, kEntries - 1)));
    std::size_t next = 0;
    for (auto _ : state) {
        benchmark::DoNotOptimize(find<Case>(container, keys[next++ % keys.size()]));
    }
}

template <class Container, class Case>
void insert_all(benchmark::State& state) {
    for (auto _ : state) {
        Container container;
        for (std::int64_t i = 0; i < kEntries; ++i) put<Case>(container, i);
        benchmark::DoNotOptimize(container.size());
    }
    state.SetItemsProcessed(state.iterations() * kEntries);
}

template <class Container, class Case>
void change_one(benchmark::State& state) {
    Container container = filled<Container, Case>();
    Random random(2, "change");
    for (auto _ : state) change<Case>(container, random.between(0, kEntries - 1));
}

template <class Container, class Case>
void copy_only(benchmark::State& state) {
    const Container& container = filled<Container, Case>();
    for (auto _ : state) {
        Container copy = container;
        const void* kept = &copy;  // keeps the copy from being optimised away
        benchmark::DoNotOptimize(kept);
        benchmark::ClobberMemory();
    }
}

template <class Container, class Case>
void copy_and_change(benchmark::State& state) {
    Container container = filled<Container, Case>();
    Random random(3, "copy");
    for (auto _ : state) {
        Container checkpoint = container;
        change<Case>(container, random.between(0, kEntries - 1));
        benchmark::DoNotOptimize(checkpoint.size());
    }
}

template <class Container, class Case>
void iterate(benchmark::State& state) {
    const Container& container = filled<Container, Case>();
    for (auto _ : state) {
        const void* last = nullptr;
        for (const auto& [key, value] : container) benchmark::DoNotOptimize(last = address(&value));
    }
    state.SetItemsProcessed(state.iterations() * kEntries);
}

template <class Container, class Case>
void diff_changes(benchmark::State& state) {
    const Container before = filled<Container, Case>();
    Container after = before;
    Random random(4, "diff");
    for (int i = 0; i < kChanges; ++i) change<Case>(after, random.between(0, kEntries - 1));
    for (auto _ : state) benchmark::DoNotOptimize(count_differences<Case>(before, after));
}

// Names end in "/table" and "/map", so that the reporter can pair them.
class RatioReporter : public benchmark::ConsoleReporter {
public:
    void ReportRuns(const std::vector<Run>& runs) override {
        ConsoleReporter::ReportRuns(runs);
        for (const Run& run : runs) {
            if (run.iterations > 0) {
                times_ns_[run.benchmark_name()] = run.real_accumulated_time /
                                                  static_cast<double>(run.iterations) * 1e9;
            }
        }
    }
    void Finalize() override {
        std::printf("\n%-34s %14s %14s %12s\n", "100,000 entries", "Table", "std::map", "ratio");
        for (const auto& [name, table_ns] : times_ns_) {
            constexpr std::string_view kSuffix = "/table";
            if (!std::string_view(name).ends_with(kSuffix)) continue;
            const std::string row = name.substr(0, name.size() - kSuffix.size());
            const auto map = times_ns_.find(row + "/map");
            if (map == times_ns_.end()) continue;
            std::printf("%-34s %11.3f us %11.3f us %10.2f x\n", row.c_str(), table_ns / 1e3,
                        map->second / 1e3, map->second / table_ns);
        }
        for (const char* kind : {"numbers", "things"}) {
            const auto table = times_ns_.find(std::string(kind) + "/copy+update/table");
            const auto map = times_ns_.find(std::string(kind) + "/copy/map");
            if (table == times_ns_.end() || map == times_ns_.end()) continue;
            std::printf("%s: copy+update vs std::map copy: %.0f x\n", kind,
                        map->second / table->second);
        }
    }

private:
    std::map<std::string, double> times_ns_;
};

template <class Case>
void register_all(const std::string& kind) {
    using TheTable = TableOf<Case>;
    using TheMap = MapOf<Case>;
    const auto add = [&kind](const char* what, auto* on_table, auto* on_map) {
        const std::string row = kind + "/" + what;
        benchmark::RegisterBenchmark((row + "/table").c_str(), on_table);
        benchmark::RegisterBenchmark((row + "/map").c_str(), on_map);
    };
    add("find", find_one<TheTable, Case>, find_one<TheMap, Case>);
    add("insert 100,000", insert_all<TheTable, Case>, insert_all<TheMap, Case>);
    add("update", change_one<TheTable, Case>, change_one<TheMap, Case>);
    add("copy", copy_only<TheTable, Case>, copy_only<TheMap, Case>);
    add("copy+update", copy_and_change<TheTable, Case>, copy_and_change<TheMap, Case>);
    add("iterate 100,000", iterate<TheTable, Case>, iterate<TheMap, Case>);
    add("diff of 100 changes", diff_changes<TheTable, Case>, diff_changes<TheMap, Case>);
}

}  // namespace

int main(int argc, char** argv) {
    benchmark::Initialize(&argc, argv);
    if (benchmark::ReportUnrecognizedArguments(argc, argv)) return 1;
    register_all<Numbers>("numbers");
    register_all<Things>("things");
    RatioReporter reporter;
    benchmark::RunSpecifiedBenchmarks(&reporter);
    return 0;
}
