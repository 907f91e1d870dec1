// Every example scenario: its recorded expectations hold, and its outcome is the committed text
// byte for byte. The same texts are compared in the WebAssembly build by
// tests/web/scenario.test.mjs.
#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "picket/scenario.h"

using namespace picket;
namespace fs = std::filesystem;

namespace {

const fs::path kRoot = PICKET_SOURCE_DIR;

std::string read(const fs::path& path) {
    std::ifstream stream(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
}

std::vector<fs::path> scenario_files() {
    std::vector<fs::path> files;
    for (const auto& entry : fs::directory_iterator(kRoot / "examples/scenarios")) {
        const std::string name = entry.path().filename().string();
        if (entry.path().extension() == ".json" && name != "scenario.schema.json")
            files.push_back(entry.path());
    }
    std::sort(files.begin(), files.end());
    return files;
}

// PICKET_REBASE=1 writes what came instead of comparing.
void check_text(const fs::path& path, const std::string& text) {
    const char* rebase = std::getenv("PICKET_REBASE");
    if (rebase != nullptr && *rebase == '1') std::ofstream(path, std::ios::binary) << text;
    CHECK_MESSAGE(read(path) == text, path.string(), " differs; PICKET_REBASE=1 rewrites it");
}

}  // namespace

TEST_CASE("examples: there are scenarios, and each says what it is and what to see") {
    const auto files = scenario_files();
    CHECK(files.size() >= 5);
    for (const fs::path& path : files) {
        CAPTURE(path.string());
        const auto file = parse_scenario(read(path));
        REQUIRE(file);
        CHECK(file->scenario.description.has_value());
        CHECK(file->scenario.what_to_see.has_value());
        CHECK(file->scenario.schema == "scenario.schema.json");
        REQUIRE(file->scenario.expect);
        CHECK(file->scenario.expect->world_hash.has_value());
        for (const ScenarioStep& step : file->scenario.steps)
            CHECK((!step.call || step.call->expect));
    }
}

TEST_CASE("examples: expectations hold and outcomes are the committed texts") {
    for (const fs::path& path : scenario_files()) {
        CAPTURE(path.string());
        const auto outcome = play_scenario(read(path));
        REQUIRE(outcome);
        for (const ScenarioFailure& failure : outcome->failures) FAIL_CHECK(failure_text(failure));
        check_text(kRoot / "tests/scenarios" / (path.stem().string() + ".expected.txt"),
                   outcome->text);
    }
}

TEST_CASE("examples: every expected text belongs to a scenario") {
    for (const auto& entry : fs::directory_iterator(kRoot / "tests/scenarios")) {
        const std::string name = entry.path().filename().string();
        CAPTURE(name);
        REQUIRE(name.ends_with(".expected.txt"));
        const std::string stem = name.substr(0, name.size() - std::string(".expected.txt").size());
        CHECK(fs::exists(kRoot / "examples/scenarios" / (stem + ".json")));
    }
}

TEST_CASE("examples: the committed schema is the one the shapes give") {
    const auto schema = describe("scenario-schema");
    REQUIRE(schema);
    check_text(kRoot / "examples/scenarios/scenario.schema.json", *schema);
}
