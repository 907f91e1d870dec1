// Encoding: table order, absent members, and the exact form of every kind of value.
#include "model/encode.h"

#include <doctest/doctest.h>

#include "support/builders.h"

using namespace picket;

TEST_CASE("encode: members come in table order, absent ones not at all") {
    Sample sample;
    sample.name = "n";
    CHECK(to_json(sample) ==
          R"({"name":"n","count":0,"ratio":0,"time":0,"colour":"RED","numbers":{},)"
          R"("choices":[],"choiceByName":{},"nothing":{}})");
}

TEST_CASE("encode: every kind in its own form") {
    Sample sample;
    sample.name = "a\"b";
    sample.flag = false;
    sample.count = -9'007'199'254'740'993;
    sample.limit = INT64_MIN;
    sample.ratio = 32.891999999999996;
    sample.time = {1'600'780'245'290};
    sample.colour = SampleColour::Blue;
    sample.names = {"x", "y"};
    sample.numbers["b"] = 2;
    sample.numbers["a"] = 1;
    sample.choice = SampleChoice{.text = "t", .number = std::nullopt};
    sample.choices.push_back({.text = std::nullopt, .number = 3});
    sample.choice_by_name["k"].number = 4;
    sample.anything = JsonText{R"({"as":["it",{"is":1e2}]})"};
    CHECK(to_json(sample) ==
          R"({"name":"a\"b","flag":false,"count":-9007199254740993,"limit":-9223372036854775808,)"
          R"("ratio":32.891999999999996,"time":1600780245.29,"colour":"BLUE","names":["x","y"],)"
          R"("numbers":{"a":1,"b":2},"choice":{"text":"t"},"choices":[{"number":3}],)"
          R"("choiceByName":{"k":{"number":4}},"anything":{"as":["it",{"is":1e2}]},"nothing":{}})");
}

TEST_CASE("encode: indented text") {
    SampleChoice choice = {.text = "t", .number = std::nullopt};
    CHECK(to_json(choice, 2) == "{\n  \"text\": \"t\"\n}");
}

TEST_CASE("times: plain decimals of seconds without zeros at the end") {
    CHECK(epoch_seconds({0}) == "0");
    CHECK(epoch_seconds({1'600'780'245'000}) == "1600780245");
    CHECK(epoch_seconds({1'600'780'245'290}) == "1600780245.29");
    CHECK(epoch_seconds({1'600'780'245'001}) == "1600780245.001");
    CHECK(epoch_seconds({1'600'780'245'100}) == "1600780245.1");
    CHECK(epoch_seconds({5}) == "0.005");
    CHECK(epoch_seconds({-5}) == "-0.005");
    CHECK(epoch_seconds({-500}) == "-0.5");
    CHECK(epoch_seconds({-1'000}) == "-1");
    CHECK(epoch_seconds({-1'500}) == "-1.5");
    CHECK(epoch_seconds(kTimestampMax) == "253402300799.999");
    CHECK(epoch_seconds({INT64_MIN}) == "-9223372036854775.808");
}
