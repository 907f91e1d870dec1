// However a file is cut into chunks, the block and the report are the same, to the byte.
#include <doctest/doctest.h>

#include "core/recordings/recordings_support.h"

using namespace picket;
using namespace picket::test;

namespace {

// Rows of every kind, good and bad, put together by chance.
std::string random_csv(Random& random) {
    static constexpr const char* kCells[] = {"1767225600",
                                             "1767225601.5",
                                             "2026-01-01T00:00:00Z",
                                             "lamp",
                                             "fan",
                                             "a b",
                                             "aws:all-bytes-in",
                                             "temperature",
                                             "aws:listening-tcp-ports",
                                             "5",
                                             "-1",
                                             "21.5",
                                             "NaN",
                                             "\"1\"",
                                             "\"a\nb\"",
                                             "\"x\"\"y\"",
                                             "\"open",
                                             "[443]",
                                             "443;22",
                                             "",
                                             "\xC3\xA9",
                                             "\xFF",
                                             "1e999",
                                             "\"\"x"};
    static constexpr const char* kBreaks[] = {"\n", "\r\n", "\n\n", "\n"};
    std::string text = random.below(3) == 0 ? "" : "time,thing,metric,value\n";
    for (std::int64_t row = 0; row < random.between(1, 30); ++row) {
        if (random.below(2) == 0) {
            text += "17672256" + std::to_string(random.between(10, 99)) + ",lamp,temperature," +
                    std::to_string(random.between(-5, 5));
        } else {
            const std::int64_t cells = random.between(3, 5);
            for (std::int64_t i = 0; i < cells; ++i)
                text += std::string(i > 0 ? "," : "") + kCells[random.below(std::size(kCells))];
        }
        text += kBreaks[random.below(std::size(kBreaks))];
    }
    if (random.below(3) == 0) text.pop_back();
    return text;
}

std::string random_json(Random& random) {
    static constexpr const char* kPieces[] = {
        R"({"time":1767225600,"thing":"lamp","load":1})",
        R"({"time":1767225601,"thing":"lamp","load":2,"text":"a}\"{"})",
        R"({"metricDatumList":[{"timestamp":1767225600,"value":{"count":5}},)"
        R"({"timestamp":1767225601,"value":{"number":5}}],"nextToken":"]}"})",
        R"({"version":"1.0","metrics":[{"name":"load","thing":"fan","value":{"number":5},)"
        R"("version":2,"timestamp":1767225600000},{"name":"load"}]})",
        "{\n  \"time\": 1767225602,\n  \"thing\": \"fan\",\n  \"load\": [1, 2]\n}",
        R"({"time":1767225603,"thing":"lamp","load":NaN})",
        R"({"time":1)",
        "}",
        "[",
        "]",
        "nonsense",
        R"({"a":{"b":[{}]}})",
        "\"",
        R"({"thing":"\ud83d\ude00"})"};
    static constexpr const char* kBetween[] = {"\n", ",\n", "\n", " "};
    std::string text;
    for (std::int64_t i = 0; i < random.between(1, 12); ++i) {
        text += kPieces[i == 0 ? random.below(5) : random.below(std::size(kPieces))];
        text += kBetween[random.below(std::size(kBetween))];
    }
    return text;
}

void check_cuts(const std::string& text, const RecordingMapping& mapping, Random& random) {
    CAPTURE(text);
    const ReadText whole = read_text(text, mapping);
    const auto same = [&](const ReadText& read) {
        CHECK(read.refused == whole.refused);
        CHECK(read.block == whole.block);
        CHECK(read.report == whole.report);
    };
    same(read_in_chunks(text, mapping, [] { return std::size_t{1}; }));
    for (int round = 0; round < 4; ++round) {
        const auto most = static_cast<std::uint64_t>(random.between(2, 60));
        same(read_in_chunks(text, mapping,
                            [&] { return static_cast<std::size_t>(1 + random.below(most)); }));
    }
}

}  // namespace

TEST_CASE("recordings: any chunks give the same block and report, CSV") {
    for (std::uint64_t seed = 1; seed <= 150; ++seed) {
        CAPTURE(seed);
        Random random(seed, "recordings");
        check_cuts(random_csv(random), {}, random);
    }
}

TEST_CASE("recordings: any chunks give the same block and report, JSON") {
    RecordingMapping mapping;
    mapping.thing_name = "lamp";
    mapping.metric_name = "load";
    mapping.value_column = "load";
    for (std::uint64_t seed = 1; seed <= 150; ++seed) {
        CAPTURE(seed);
        Random random(seed, "recordings");
        const std::string text = random_json(random);
        check_cuts(text, {}, random);
        check_cuts(text, mapping, random);
    }
}

TEST_CASE("recordings: long files too: beyond what is looked at first, rows over chunk borders") {
    std::string csv = "time,thing,note,load\n", json;
    for (int i = 0; i < 6000; ++i) {
        const std::string time = std::to_string(1767225600 + i / 3);
        const std::string thing = "thing-" + std::to_string(i % 7);
        csv += time + "," + thing + ",\"line\nbreak\"," + std::to_string(i) +
               (i % 500 == 0 ? ",\"\n" : "\n");
        json += R"({"time":)" + time + R"(,"thing":")" + thing + R"(","load":)" +
                std::to_string(i) + (i % 500 == 0 ? "\n" : "}\n");
    }
    std::string open = csv;  // a quote that is never closed, longer than one may be
    open.insert(open.size() / 3, "\n\"" + std::string(3 * kGuessBytes, 'x') + "\n");
    for (const std::string* text : {&csv, &json, &open}) {
        const ReadText whole = read_text(*text);
        CHECK(whole.report.values > 2000);
        CHECK(whole.report.refused >= 1);
        Random random(7, "recordings");
        for (const std::uint64_t most : {100u, 5000u, 200'000u}) {
            const ReadText read = read_in_chunks(
                *text, {}, [&] { return static_cast<std::size_t>(1 + random.below(most)); });
            CHECK(read.block == whole.block);
            CHECK(read.report == whole.report);
        }
    }
}

TEST_CASE("recordings: finished in pieces, the block is the same, and how far it is only grows") {
    for (std::int64_t seed = 1; seed <= 60; ++seed) {
        CAPTURE(seed);
        Random random(seed, "finished in pieces");
        const std::string text = random_csv(random);
        RecordingReader whole, pieces;
        if (whole.add(text) || pieces.add(text)) continue;
        float before = 0;
        while (!pieces.finish_some(random.between(1, 3))) {
            CHECK(pieces.finished() >= before);
            CHECK(pieces.finished() <= 1);
            before = pieces.finished();
        }
        const auto left = whole.finish(), right = pieces.finish();
        REQUIRE(static_cast<bool>(left) == static_cast<bool>(right));
        if (left)
            CHECK(left->bytes() == right->bytes());
        else
            CHECK(left.error().message == right.error().message);
        CHECK(whole.report() == pieces.report());
        if (left) CHECK(Recording::read(right->bytes())->name() == right->name());
    }
}

TEST_CASE("recordings: rows of many runs in any order come out in order of time") {
    std::string text = "time,thing,load\n";
    constexpr int kRows = 200'000;  // three runs and a bit
    for (int i = 0; i < kRows; ++i)
        text += std::to_string(1767225600 + (i * 7919LL) % kRows) + ",lamp," + std::to_string(i) +
                '\n';
    RecordingReader reader;
    REQUIRE_FALSE(reader.add(text));
    const auto recording = reader.finish();
    REQUIRE(recording);
    CHECK(recording->values() == kRows);
    Recording::Place place = recording->begin();
    std::int64_t moments = 0;
    bool right = true;
    while (recording->next_moment(place)) {
        const auto number = static_cast<std::int64_t>(recording->next_value(place).number);
        right = right && place.time.ms / 1000 - 1767225600 == (number * 7919) % kRows;
        ++moments;
    }
    CHECK(right);
    CHECK(moments == kRows);
}
