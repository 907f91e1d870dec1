// What benchmarks of one file took, in times what the first of them took: the baseline, measured in
// the same run.
#pragma once

#include <benchmark/benchmark.h>

#include <cstdio>
#include <string>
#include <utility>
#include <vector>

namespace picket::bench {

// Keeps what the console prints, and adds the ratios at the end.
class Ratios : public benchmark::ConsoleReporter {
public:
    void ReportRuns(const std::vector<Run>& runs) override {
        ConsoleReporter::ReportRuns(runs);
        for (const Run& run : runs)
            results_.emplace_back(run.benchmark_name(), run.GetAdjustedCPUTime());
    }
    void print(const char* baseline_of) const {
        if (results_.empty()) return;  // a filter may have left nothing to compare
        std::printf("\nBaseline: %s%s\n", results_.front().first.c_str(), baseline_of);
        for (const auto& [name, time] : results_)
            std::printf("%-32s %10.3f x\n", name.c_str(), time / results_.front().second);
    }

private:
    std::vector<std::pair<std::string, double>> results_;
};

inline int run_with_ratios(int argc, char** argv, const char* baseline_of) {
    benchmark::Initialize(&argc, argv);
    Ratios reporter;
    benchmark::RunSpecifiedBenchmarks(&reporter);
    reporter.print(baseline_of);
    return 0;
}

}  // namespace picket::bench
