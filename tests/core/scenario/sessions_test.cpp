// Sessions live long: the committed files of every format since the first open with the World they
// were saved with.
#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include "picket/engine.h"

using namespace picket;
namespace fs = std::filesystem;

TEST_CASE("sessions: committed files of every format load with their hash") {
    int files = 0;
    for (const auto& entry :
         fs::directory_iterator(fs::path(PICKET_SOURCE_DIR) / "tests/sessions")) {
        CAPTURE(entry.path().string());
        std::ifstream stream(entry.path(), std::ios::binary);
        const std::string text{std::istreambuf_iterator<char>(stream),
                               std::istreambuf_iterator<char>()};
        Engine engine;
        const auto report = engine.load(text);
        REQUIRE(report);
        CHECK(report->expected_hash.size() == 32);
        CHECK(report->same_world);
        CHECK(report->failed_entries == 0);
        CHECK(report->entries > 0);
        ++files;
    }
    CHECK(files >= 1);
}
