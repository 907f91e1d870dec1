// What files of every form become: one row of the table is a file, and the values it has.
#include <doctest/doctest.h>

#include "core/recordings/recordings_support.h"

using namespace picket;
using namespace picket::test;

namespace {

struct Case {
    const char* name;
    std::string text;
    std::string values;
    RecordingMapping mapping = {};
};

// 2026-01-01T00:00:00Z.
constexpr const char* kNarrow = "1767225600000 lamp aws:num-messages-sent 5\n"
                                "1767225600000 lamp temperature 21.5\n"
                                "1767225900000 fan aws:num-messages-sent 7\n";

const Case kCases[] = {
    {"header, commas",
     "time,thing,metric,value\n"
     "2026-01-01T00:00:00Z,lamp,aws:num-messages-sent,5\n"
     "2026-01-01T00:00:00Z,lamp,temperature,21.5\n"
     "2026-01-01T00:05:00Z,fan,aws:num-messages-sent,7\n",
     kNarrow},
    {"no header, epoch seconds, CRLF, byte order mark, no line break at the end",
     "\xEF\xBB\xBF"
     "1767225600,lamp,aws:num-messages-sent,5\r\n"
     "1767225600,lamp,temperature,21.5\r\n"
     "1767225900,fan,aws:num-messages-sent,7",
     kNarrow},
    {"semicolons, a comma for the point, milliseconds, other order of columns",
     "metric;value;device id;Timestamp\n"
     "aws:num-messages-sent;5;lamp;1767225600000\n"
     "temperature;21,5;lamp;1767225600000\n"
     "aws:num-messages-sent;7,0;fan;1767225900000\n",
     kNarrow},
    {"tabs, quotes, blanks, empty lines",
     "\"thing\"\t\"time\"\t\"metric\"\t\"value\"\n"
     "\n"
     "\"lamp\"\t 2026-01-01 00:00 \taws:num-messages-sent\t\"5\"\n"
     "lamp\t2026-01-01T01:00:00+01:00\ttemperature\t 21.5 \n\t\t\t\n"
     "fan\t2026-01-01 00:05:00\taws:num-messages-sent\t7\n",
     kNarrow},
    {"a column for each metric, empty cells, a column that is text",
     "time,thing,site,aws:num-messages-sent,temperature\n"
     "1767225600,lamp,hall,5,21.5\n"
     "1767225900,fan,roof,7,\n",
     kNarrow},
    {"columns named by the mapping",
     "when,sent,what,temp\n"
     "1767225600,5,lamp,21.5\n"
     "1767225900,7,fan,\n",
     kNarrow,
     [] {
         RecordingMapping mapping;
         mapping.time_column = "when";
         mapping.thing_column = "#3";
         mapping.metric_columns.emplace()["sent"] = "aws:num-messages-sent";
         (*mapping.metric_columns)["temp"] = "temperature";
         return mapping;
     }()},
    {"one thing, one metric", "at,reading\n1767225600,5\n1767225900,7\n",
     "1767225600000 lamp aws:all-bytes-in 5\n1767225900000 lamp aws:all-bytes-in 7\n",
     [] {
         RecordingMapping mapping;
         mapping.time_column = "at";
         mapping.thing_name = "lamp";
         mapping.metric_name = "aws:all-bytes-in";
         return mapping;
     }()},
    {"quoted line breaks, separators and quotes; rows in any order are sorted",
     "thing,time,note,temperature\n"
     "lamp,1767225900,\"a \"\"b\"\",\nc\",2\n"
     "lamp,1767225600,\"d\",1\n",
     "1767225600000 lamp temperature 1\n1767225900000 lamp temperature 2\n"},
    {"lists: JSON, and elements between other marks",
     "time,thing,metric,value\n"
     "1767225600,lamp,aws:listening-tcp-ports,\"[443, 8883]\"\n"
     "1767225600,lamp,aws:destination-ip-addresses,10.0.0.1;10.0.0.2\n"
     "1767225900,lamp,aws:listening-tcp-ports,443 22\n"
     "1767225900,lamp,loads,\"[0.5,1]\"\n"
     "1767225900,lamp,users,\"[\"\"root\"\"]\"\n",
     "1767225600000 lamp aws:listening-tcp-ports [443,8883]\n"
     "1767225600000 lamp aws:destination-ip-addresses [\"10.0.0.1\",\"10.0.0.2\"]\n"
     "1767225900000 lamp aws:listening-tcp-ports [443,22]\n"
     "1767225900000 lamp loads [0.5,1]\n"
     "1767225900000 lamp users [\"root\"]\n"},
    {"JSON Lines, one value each, in every spelling",
     R"({"thing":"lamp","time":1767225600,"metric":"aws:num-messages-sent","value":5})"
     "\n"
     R"({"time":"2026-01-01T00:00:00Z","thing":"lamp","metric":"temperature","value":"21.5"})"
     "\n\n"
     R"(  {"thing":"fan","time":1767225900.0,"metric":"aws:num-messages-sent","value":{"count":7}})",
     kNarrow},
    {"JSON Lines, a member for each metric",
     R"({"deviceId":"lamp","ts":1767225600,"aws:num-messages-sent":5,"site":"hall","temperature":21.5})"
     "\n"
     R"({"deviceId":"fan","ts":1767225900,"site":"roof","aws:num-messages-sent":7,"temperature":null})"
     "\n",
     kNarrow},
    {"objects laid out over lines, in an array",
     "[\n  {\n    \"thing\": \"lamp\",\n    \"time\": 1767225600,\n"
     "    \"aws:num-messages-sent\": 5,\n    \"temperature\": 21.5\n  },\n"
     "  {\n    \"thing\": \"fan\",\n    \"time\": 1767225900,\n"
     "    \"aws:num-messages-sent\": 7\n  }\n]\n",
     kNarrow},
    {"what ListMetricValues answers, two pages as the AWS CLI prints them",
     "{\n    \"metricDatumList\": [\n        {\n            \"timestamp\": "
     "\"2026-01-01T00:05:00+00:00\",\n            \"value\": {\n                \"count\": 7\n"
     "            }\n        }\n    ],\n    \"nextToken\": \"a}b\\\"{\"\n}\n"
     "{\n    \"metricDatumList\": [\n        {\n            \"timestamp\": 1767225600.0,\n"
     "            \"value\": {\"count\": 5}\n        }\n    ]\n}\n",
     "1767225600000 lamp aws:num-messages-sent 5\n1767225900000 lamp aws:num-messages-sent 7\n",
     [] {
         RecordingMapping mapping;
         mapping.thing_name = "lamp";
         mapping.metric_name = "aws:num-messages-sent";
         return mapping;
     }()},
    {"messages of the metrics export, a line each; the highest version counts",
     R"({"version":"1.0","metrics":[{"name":"aws:num-messages-sent","thing":"lamp","value":{"count":4},)"
     R"("version":1,"timestamp":1767225600000},{"name":"aws:num-messages-sent","thing":"fan",)"
     R"("value":{"count":7},"version":1,"timestamp":1767225900000}]})"
     "\n"
     R"({"version":"1.0","metrics":[{"name":"aws:num-messages-sent","thing":"lamp","value":{"count":5},)"
     R"("version":2,"timestamp":1767225600000},{"name":"temperature","thing":"lamp",)"
     R"("value":{"number":21.5},"version":1,"timestamp":1767225600000}]})"
     "\n",
     kNarrow},
    {"messages of the metrics export with a dimension, laid out",
     "{\n \"version\": \"1.0\",\n \"metrics\": [\n  {\"name\": \"aws:num-messages-sent\",\n"
     "   \"thing\": \"lamp\", \"value\": {\"count\": 5}, \"version\": 1,\n"
     "   \"timestamp\": 1767225600000, \"dimension\": {\"name\": \"admin\", "
     "\"operator\": \"NOT_IN\"}}]\n}\n",
     "1767225600000 lamp aws:num-messages-sent/admin/NOT_IN 5\n"},
};

}  // namespace

TEST_CASE("recordings: every format gives its values") {
    for (const Case& row : kCases) {
        CAPTURE(row.name);
        const ReadText read = read_text(row.text, row.mapping);
        CHECK(lines_of(read) == row.values);
        CHECK(read.report.bytes == static_cast<std::int64_t>(row.text.size()));
    }
}

TEST_CASE("recordings: the report says what each column was taken for, and what was empty") {
    const ReadText read = read_text("time,thing,site,temperature,load\n"
                                    "1767225600,lamp,hall,21.5,0.5\n"
                                    "1767225600,fan,roof,,\n");
    const std::vector<RecordingColumn> columns = {{"time", "time"},
                                                  {"thing", "thing"},
                                                  {"site", "ignored"},
                                                  {"temperature", "temperature"},
                                                  {"load", "load"}};
    CHECK(read.report.columns == columns);
    CHECK(read.report.rows == 2);
    CHECK(read.report.values == 2);
    CHECK(read.report.empty_cells == 2);
    CHECK(read.report.refused == 0);
}

TEST_CASE("recordings: a file whose columns cannot be told is refused with what to do") {
    struct Row {
        const char* text;
        const char* refused;
    };
    for (const Row& row : {
             Row{"when,what,much\n1767225600,lamp,5\n",
                 "No column has the names of things; the columns are 'when', 'what', 'much'. Say "
                 "which does with thingColumn, or give thingName when all rows are of one thing."},
             Row{"thing,temperature\nlamp,5\n",
                 "No column has times; the columns are 'thing', 'temperature'. Say which does with "
                 "timeColumn."},
             Row{"thing,time,site\nlamp,1767225600,hall\n",
                 "No column has values; the columns are 'thing', 'time', 'site'. Say which columns "
                 "are metrics with metricColumns, or which has the metric and which the value."},
             Row{"1767225600,lamp,5\n",
                 "No column has the names of metrics; the columns are '#1', '#2', '#3'. Say which "
                 "does with metricColumn, or give metricName when all values are of one metric."},
         }) {
        CHECK(read_text(row.text).refused == row.refused);
    }
    RecordingMapping mapping;
    mapping.value_column = "worth";
    CHECK(read_text("thing,time,metric,value\nlamp,1,a,1\n", mapping).refused ==
          "There is no column 'worth'; the columns are 'thing', 'time', 'metric', 'value'.");
}

TEST_CASE("recordings: times of every unit are told apart by their size, or by the mapping") {
    const auto time_of = [](const char* time, std::optional<TimeUnit> unit = std::nullopt) {
        RecordingMapping mapping;
        mapping.time_unit = unit;
        const std::string lines = lines_of(
            read_text("thing,time,load\nlamp," + std::string(time) + ",1\n", mapping));
        return lines.substr(0, lines.find(' '));
    };
    for (const char* time : {"1767225600.25", "1767225600250", "1767225600250000",
                             "1767225600250000000", "2026-01-01T00:00:00.25Z"}) {
        CAPTURE(time);
        CHECK(time_of(time) == "1767225600250");
    }
    CHECK(time_of("5000", TimeUnit::Milliseconds) == "5000");
    CHECK(time_of("5000", TimeUnit::Seconds) == "5000000");
}
