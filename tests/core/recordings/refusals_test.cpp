// Rows that are refused: each for its reason, with its line, and everything else of the file stays.
#include <doctest/doctest.h>

#include "core/recordings/recordings_support.h"

using namespace picket;
using namespace picket::test;

namespace {

// A file with a good row before and after the bad ones.
constexpr const char* kHeader = "time,thing,metric,value\n";
constexpr const char* kBefore = "1767225600,good,aws:all-bytes-in,1\n";
constexpr const char* kAfter = "1767225900,good,aws:all-bytes-in,2\n";
constexpr const char* kGood = "1767225600000 good aws:all-bytes-in 1\n"
                              "1767225900000 good aws:all-bytes-in 2\n";

struct BadRow {
    const char* row;
    const char* refusals;
};

const BadRow kBadRows[] = {
    {"1767225601,lamp,temperature,\"1\"x\n", "MALFORMED 1 (3)\n"},
    {"1767225601,\"lamp,temperature,1\n", "MALFORMED 1 (3)\n"},
    {"1767225601,lamp,temperature\n", "COLUMN_COUNT 1 (3)\n"},
    {"1767225601,lamp,temperature,1,2\n", "COLUMN_COUNT 1 (3)\n"},
    {"1767225601,la\xFFmp,temperature,1\n", "BAD_UTF8 1 (3)\n"},
    {"1767225601,,temperature,1\n1767225601,a lamp,temperature,1\n", "NO_THING 2 (3, 4)\n"},
    {",lamp,temperature,1\nnoon,lamp,temperature,1\n-5,lamp,temperature,1\n"
     "2026-13-01T00:00:00Z,lamp,temperature,1\n1e40,lamp,temperature,1\n",
     "BAD_TIME 5 (3, 4, 5, 6, 7)\n"},
    {"1767225601,lamp,aws:no-such-metric,1\n1767225601,lamp,,1\n1767225601,lamp,a b,1\n",
     "UNKNOWN_METRIC 3 (3, 4, 5)\n"},
    {"1767225601,lamp,temperature,\n1767225601,lamp,temperature, \n", "NO_VALUE 2 (3, 4)\n"},
    {"1767225601,lamp,temperature,warm\n1767225601,lamp,aws:listening-tcp-ports,70000\n"
     "1767225601,lamp,aws:all-bytes-in,\"[1]\"\n1767225601,lamp,x,\"[1,\"\"a\"\"]\"\n"
     "1767225601,lamp,temperature,1_0\n",
     "WRONG_TYPE 5 (3, 4, 5, 6, 7)\n"},
    {"1767225601,lamp,temperature,NaN\n1767225601,lamp,temperature,-Infinity\n"
     "1767225601,lamp,temperature,inf\n",
     "NOT_FINITE 3 (3, 4, 5)\n"},
    {"1767225601,lamp,aws:all-bytes-in,-1\n", "NEGATIVE 1 (3)\n"},
    {"1767225601,lamp,aws:all-bytes-in,1.5\n", "NOT_WHOLE 1 (3)\n"},
    {"1767225601,lamp,aws:all-bytes-in,9007199254740994\n1767225601,lamp,temperature,1e999\n",
     "HUGE 2 (3, 4)\n"},
    {"1767225600,good,aws:all-bytes-in,9\n", "DUPLICATE 1 (3)\n"},
};

}  // namespace

TEST_CASE("recordings: a bad row is refused for its reason, and all others are kept") {
    for (const BadRow& bad : kBadRows) {
        CAPTURE(bad.row);
        const ReadText read = read_text(std::string(kHeader) + kBefore + bad.row + kAfter);
        CHECK(lines_of(read) == kGood);
        CHECK(refusals_of(read.report) == bad.refusals);
        for (const RefusedRows& rows : read.report.refusals) {
            CHECK(!rows.advice.empty());
            CHECK(!rows.examples.front().message.empty());
            CHECK(!rows.examples.front().text.empty());
        }
    }
}

TEST_CASE("recordings: a value refused in a row of many metrics leaves the others") {
    const ReadText read = read_text("time,thing,aws:all-bytes-in,temperature\n"
                                    "1767225600,lamp,-5,21.5\n"
                                    "1767225600,fan,5,none\n");
    CHECK(lines_of(read) == "1767225600000 lamp temperature 21.5\n"
                            "1767225600000 fan aws:all-bytes-in 5\n");
    CHECK(refusals_of(read.report) == "WRONG_TYPE 1 (3)\nNEGATIVE 1 (2)\n");
    CHECK(read.report.refusals[1].examples[0].message ==
          "A count is negative. There is '-5' in 'aws:all-bytes-in'.");
}

TEST_CASE("recordings: more metrics than a recording holds are refused, and the rest is kept") {
    std::string text = kHeader;
    for (std::uint32_t i = 0; i < kRecordingSeriesMax + 2; ++i)
        text += "1767225600,lamp,m" + std::to_string(i) + ",1\n";
    const ReadText read = read_text(text);
    CHECK(refusals_of(read.report) == "TOO_MANY 2 (4098, 4099)\n");
    CHECK(read.report.values == kRecordingSeriesMax);
}

TEST_CASE("recordings: a last line of JSON that was cut is cut, and not malformed") {
    constexpr const char* kRow = "{\"time\":1767225600,\"thing\":\"good\",\"load\":1}\n";
    for (const char* rest : {"{\"time\":176", "{\"time\":1767225601,\"thing\":\"a}",
                             "{\"time\":1767225601,\"value\":{\"count\":1}"}) {
        CAPTURE(rest);
        const ReadText cut = read_text(std::string(kRow) + rest);
        CHECK(refusals_of(cut.report) == "TRUNCATED 1 (2)\n");
        // In the midst of a file, or with its line break, the row is just wrong.
        CHECK(refusals_of(read_text(std::string(kRow) + rest + "\n" + kRow).report)
                  .find("MALFORMED 1 (2)\n") == 0);
    }
    CHECK(refusals_of(read_text(std::string(kRow) + "{\"time\":1]}").report) ==
          "MALFORMED 1 (2)\n");
}

TEST_CASE("recordings: columns are told also when they cannot be used") {
    const ReadText read = read_text("when,who,load\nnoon,lamp,1\n");
    CHECK(read.refused.find("No column has") == 0);
    REQUIRE(read.report.columns.size() == 3);
    CHECK(read.report.columns[1] == RecordingColumn{"who", "ignored"});
    CHECK(read_text("{\"when\":1}\n").report.columns.size() == 1);
    CHECK(read_text("time,thing,metric,value\n1,lamp,a b,1\n").refused.find("The only row has") ==
          0);
}

TEST_CASE("recordings: a file that was cut loses its last row alone") {
    const ReadText csv = read_text(std::string(kHeader) + kBefore + kAfter + "1767226200,good,aws");
    CHECK(lines_of(csv) == kGood);
    CHECK(refusals_of(csv.report) == "TRUNCATED 1 (4)\n");

    const ReadText json = read_text("[{\"time\":1767225600,\"thing\":\"good\",\n"
                                    "\"aws:all-bytes-in\":1},\n{\"time\":17672259");
    CHECK(lines_of(json) == "1767225600000 good aws:all-bytes-in 1\n");
    CHECK(refusals_of(json.report) == "TRUNCATED 1 (3)\n");
}

TEST_CASE("recordings: JSON rows are refused one by one") {
    const std::string good = R"({"time":1767225600,"thing":"good","aws:all-bytes-in":1})";
    struct Row {
        const char* text;
        const char* refusals;
    };
    for (const Row& bad : {
             Row{R"({"time":1767225601,"thing":"lamp","temperature":NaN})", "NOT_FINITE 1 (2)\n"},
             Row{R"({"time":1767225601,"thing":"lamp","temperature":1e999})", "HUGE 1 (2)\n"},
             Row{R"({"time":1767225601,"thing":"lamp","temperature":1)", "MALFORMED 1 (2)\n"},
             Row{R"({"time":1767225601,"thing":"lamp","temperature":"1"},)", "MALFORMED 1 (2)\n"},
             Row{R"([1,2])", "MALFORMED 1 (2)\n"},
             Row{"lamp is on", "MALFORMED 1 (2)\n"},
             Row{R"({"thing":"lamp","aws:all-bytes-in":1})", "BAD_TIME 1 (2)\n"},
             Row{R"({"time":1767225601,"aws:all-bytes-in":1})", "NO_THING 1 (2)\n"},
             Row{R"({"time":1767225601,"thing":"lamp","aws:all-bytes-in":{"number":1}})",
                 "WRONG_TYPE 1 (2)\n"},
             Row{R"({"time":1767225601,"thing":"lamp","aws:all-bytes-in":true})",
                 "WRONG_TYPE 1 (2)\n"},
             Row{R"({"time":1767225601,"thing":"lamp","aws:all-bytes-in":-1})", "NEGATIVE 1 (2)\n"},
         }) {
        CAPTURE(bad.text);
        const ReadText read = read_text(
            good + "\n" + bad.text + "\n" +
            R"({"time":1767225900,"thing":"good","aws:all-bytes-in":2})");
        CHECK(lines_of(read) == kGood);
        CHECK(refusals_of(read.report) == bad.refusals);
    }
}

TEST_CASE("recordings: an object that is never closed costs its own lines") {
    std::string text = "[\n";
    for (int i = 0; i < 5; ++i) {
        text += "  {\n    \"thing\": \"lamp\",\n    \"load\": 1,\n    \"time\": " +
                std::to_string(1767225600 + i) + (i == 2 ? "\n" : "\n  },\n");
    }
    const ReadText read = read_text(text + "]\n");
    CHECK(read.report.values == 4);
    CHECK(refusals_of(read.report) == "MALFORMED 1 (12)\n");
}

TEST_CASE("recordings: what the mapping refuses: times in the future, rows out of order") {
    const std::string text = std::string(kHeader) + kAfter + kBefore +
                             "1767229200,good,aws:all-bytes-in,3\n";
    ReadText read = read_text(text);
    CHECK(read.report.values == 3);
    CHECK(read.report.unordered_rows == 1);
    CHECK(read.report.refused == 0);

    RecordingMapping mapping;
    mapping.refuse_unordered = true;
    mapping.latest_time = Timestamp{1767225900000};
    read = read_text(text, mapping);
    CHECK(lines_of(read) == "1767225900000 good aws:all-bytes-in 2\n");
    CHECK(refusals_of(read.report) == "FUTURE 1 (4)\nOUT_OF_ORDER 1 (3)\n");
}

TEST_CASE("recordings: a line longer than a row may be is left out") {
    const std::string text = std::string(kHeader) + kBefore + "1767225601,lamp,temperature," +
                             std::string(kRecordBytesMax, '1') + "\n" + kAfter;
    const ReadText read = read_text(text);
    CHECK(lines_of(read) == kGood);
    CHECK(refusals_of(read.report) == "TOO_LONG 1 (3)\n");
    CHECK(read.report.refusals[0].examples[0].text.size() < 500);
}

TEST_CASE("recordings: five examples of each reason are kept, and all are counted") {
    std::string text = std::string(kHeader) + kBefore;
    for (int i = 0; i < 1000; ++i) text += "1767225601,lamp,aws:all-bytes-in,-1\n";
    const ReadText read = read_text(text);
    CHECK(refusals_of(read.report) == "NEGATIVE 1000 (3, 4, 5, 6, 7)\n");
}

TEST_CASE("recordings: a file without one good row says what is wrong with most of them") {
    const ReadText read = read_text(std::string(kHeader) + "noon,lamp,temperature,1\n");
    CHECK(read.block.empty());
    CHECK(read.refused == "The only row has no value that can be kept. No time, or none that "
                          "can be read. There is 'noon' in 'time'.");
    CHECK(read_text("").refused == "There are no rows in the file.");
    CHECK(read_text("time,thing,load\n").refused == "There are no rows in the file.");
}

TEST_CASE("recordings: a packed file, or one in UTF-16, is no text") {
    const std::string text = std::string(kHeader) + kBefore + '\0';
    CHECK(read_text(text).refused.starts_with("The file is no text in UTF-8"));
    CHECK(read_in_chunks(text, {}, [] { return 7; }).refused == read_text(text).refused);
}
