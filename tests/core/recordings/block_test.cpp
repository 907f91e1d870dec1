// Blocks: what goes in comes out, in few bytes; and bytes that were changed are refused.
#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <tuple>

#include "base/sha256.h"
#include "core/recordings/recordings_support.h"
#include "recordings/block.h"

using namespace picket;
using namespace picket::test;

namespace {

const char* const kSample = "time,thing,metric,value\n"
                            "1767225600,lamp,aws:all-bytes-in,1\n"
                            "1767225600,fan,temperature,-21.25\n"
                            "1767225600,fan,aws:listening-tcp-ports,443;22\n"
                            "1767225900,lamp,temperature,0.1234567890123\n"
                            "1767225900,lamp,users,\"[\"\"root\"\"]\"\n"
                            "1767225900,lamp,aws:all-bytes-in,-7\n";

}  // namespace

TEST_CASE("recordings: a block reads back as itself, report included") {
    const ReadText read = read_text(kSample);
    const auto recording = Recording::read(read.block);
    REQUIRE(recording);
    CHECK(recording->bytes() == read.block);
    CHECK(recording->name() == sha256_hex(read.block));
    CHECK(recording->values() == 5);
    CHECK(recording->moments() == 2);
    CHECK(to_iso(recording->first()) == "2026-01-01T00:00:00Z");
    CHECK(to_iso(recording->last()) == "2026-01-01T00:05:00Z");
    CHECK(recording->things().size() == 2);
    CHECK(recording->series().size() == 4);
    CHECK(refusals_of(recording->report()) == "NEGATIVE 1 (7)\n");
}

TEST_CASE("recordings: what a reader makes unchecked is what its bytes say") {
    RecordingReader reader;
    REQUIRE_FALSE(reader.add(kSample));
    const auto made = reader.finish();
    REQUIRE(made);
    const auto read = Recording::read(made->bytes());
    REQUIRE(read);
    CHECK(made->name() == read->name());
    CHECK(made->values() == read->values());
    CHECK(made->moments() == read->moments());
    CHECK(made->first() == read->first());
    CHECK(made->last() == read->last());
    CHECK(lines_of(*made) == lines_of(*read));
}

TEST_CASE("recordings: agreement with a map, for values of every size in any order") {
    for (std::uint64_t seed = 1; seed <= 60; ++seed) {
        CAPTURE(seed);
        Random random(seed, "recordings");
        std::map<std::tuple<std::int64_t, std::int64_t, std::int64_t>, double> expected;
        std::string text = "time,thing,metric,value\n";
        for (std::int64_t row = 0; row < random.between(1, 400); ++row) {
            const std::int64_t time = 1767225600 + random.between(0, 40) * 60;
            const std::int64_t thing = random.between(0, 9), metric = random.between(0, 3);
            double value = static_cast<double>(random.between(-1000, 1000));
            const std::int64_t form = random.between(0, 5);
            if (form == 1) value /= 8;
            if (form == 2) value /= 7;
            if (form == 3) value *= 1e15;
            if (form == 4) value *= 1e300;
            if (form == 5) value *= 1e-300;
            text += std::to_string(time) + ",t" + std::to_string(thing) + ",m" +
                    std::to_string(metric) + "," + format_double(value) + "\n";
            expected.try_emplace({time, thing, metric}, value);
        }
        const auto recording = Recording::read(read_text(text).block);
        REQUIRE(recording);
        CHECK(recording->values() == static_cast<std::int64_t>(expected.size()));
        Recording::Place place = recording->begin();
        std::int64_t before = 0;
        std::size_t seen = 0;
        while (recording->next_moment(place)) {
            CHECK(place.time.ms > before);
            before = place.time.ms;
            for (; place.left > 0; ++seen) {
                const RecordedValue value = recording->next_value(place);
                const std::int64_t thing = std::stoll(recording->things()[value.thing].substr(1));
                const std::int64_t metric = std::stoll(
                    recording->series()[value.series].name.substr(1));
                CHECK(value.number == expected.at({place.time.ms / 1000, thing, metric}));
            }
        }
        CHECK(seen == expected.size());
    }
}

TEST_CASE("recordings: a place can be kept and taken up again") {
    const auto recording = Recording::read(read_text(kSample).block);
    REQUIRE(recording);
    Recording::Place place = recording->begin();
    REQUIRE(recording->next_moment(place));
    recording->next_value(place);
    const Recording::Place kept = place;
    const RecordedValue next = recording->next_value(place);
    Recording::Place again = kept;
    const RecordedValue same = recording->next_value(again);
    CHECK(again == place);
    CHECK(same.thing == next.thing);
    CHECK(same.series == next.series);
}

TEST_CASE("recordings: counts of a fleet take three bytes a value") {
    std::string text = "time,thing,aws:num-messages-sent,aws:all-bytes-in\n";
    Random random(3, "recordings");
    for (int slot = 0; slot < 50; ++slot) {
        for (int thing = 0; thing < 200; ++thing) {
            text += std::to_string(1767225600 + 300 * slot) + ",thing-" + std::to_string(thing) +
                    "," + std::to_string(random.between(0, 60)) + "," +
                    std::to_string(random.between(0, 4000)) + "\n";
        }
    }
    const ReadText read = read_text(text);
    CHECK(read.report.values == 20'000);
    CHECK(read.block.size() < 3.5 * 20'000);
}

TEST_CASE("recordings: every truncation is refused, and no change is believed") {
    const std::string good = read_text(kSample).block;
    for (std::size_t size = 0; size < good.size(); ++size) {
        CAPTURE(size);
        CHECK_FALSE(Recording::read(good.substr(0, size)));
    }
    CHECK_FALSE(Recording::read(good + '\0'));
    const std::string name = sha256_hex(good);
    std::int64_t refused = 0, other = 0;
    for (std::size_t at = 0; at < good.size(); ++at) {
        for (const int change : {1, 2, 0x80, 0xFF}) {
            std::string bytes = good;
            bytes[at] = static_cast<char>(bytes[at] ^ change);
            const auto read = Recording::read(bytes);
            if (!read) {
                CHECK(read.error().message.find("at byte ") != std::string::npos);
                ++refused;
                continue;
            }
            // Another number is another recording, and can be walked like any.
            ++other;
            CHECK(read->name() != name);
            lines_of(*read);
        }
    }
    CHECK(refused > other);
}

TEST_CASE("recordings: blocks with impossible contents are refused") {
    const std::vector<std::string> things = {"lamp", "fan"};
    const std::vector<RecordedSeries> series = {{"aws:all-bytes-in", ValueKind::Count},
                                                {"ports", ValueKind::Ports}};
    const auto written = [&](auto fill, std::vector<std::string> lists = {"[443]"}) {
        BlockWriter writer(2);
        fill(writer);
        std::string bytes = writer.finish(things, series, lists, {});
        for (const std::string& part : writer.moments()) bytes += part;
        return Recording::read(bytes);
    };
    CHECK(written([](BlockWriter& out) { out.number(5, 0, 0, 5); }));
    CHECK(written([](BlockWriter& out) { out.list(5, 0, 1, 0); }));
    CHECK_FALSE(written([](BlockWriter&) {}));                                // no values
    CHECK_FALSE(written([](BlockWriter& out) { out.number(0, 0, 0, 5); }));   // before 1970
    CHECK_FALSE(written([](BlockWriter& out) { out.number(5, 2, 0, 5); }));   // no such thing
    CHECK_FALSE(written([](BlockWriter& out) { out.number(5, 0, 0, -5); }));  // no count
    CHECK_FALSE(written([](BlockWriter& out) { out.number(5, 0, 0, 0.5); }));
    CHECK_FALSE(written([](BlockWriter& out) { out.number(5, 0, 0, NAN); }));
    CHECK_FALSE(written([](BlockWriter& out) { out.list(5, 0, 1, 1); }));  // no such list
    CHECK_FALSE(written([](BlockWriter& out) { out.list(5, 0, 1, 0); }, {"[\"a\"]"}));
    CHECK_FALSE(written([](BlockWriter& out) { out.list(5, 0, 1, 0); }, {"[443"}));
    CHECK_FALSE(written([](BlockWriter& out) {
        out.number(5, 0, 0, 1);
        out.number(5, 0, 0, 2);  // twice
    }));
}
