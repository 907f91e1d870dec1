// Decoding: every kind of value, every constraint, and the one fixed order of errors.
#include "model/decode.h"

#include <doctest/doctest.h>

#include "picket/model/common.h"

namespace picket {

enum class Colour : std::uint8_t { Red, Green };
template <>
struct EnumNames<Colour> {
    static constexpr std::string_view name = "Colour";
    static constexpr std::array<std::string_view, 2> values = {"RED", "GREEN"};
};

struct Choice {
    std::optional<std::string> left;
    std::optional<std::int64_t> right;
};
template <>
struct Shape<Choice> {
    using S = Choice;
    static constexpr std::string_view name = "Choice";
    static constexpr bool exactly_one = true;
    static constexpr MemberInfo members[] = {member("left", PICKET_FIELD(S, left)),
                                             member("right", PICKET_FIELD(S, right))};
};

inline constexpr Rule kShortName = {.min = 1, .max = 4, .pattern = Pattern::Name};
struct Everything {
    std::string name;
    std::optional<bool> flag;
    std::optional<std::int64_t> count;
    std::optional<double> ratio;
    std::optional<Timestamp> time;
    std::optional<Timestamp> since;
    std::optional<Colour> colour;
    std::optional<std::vector<std::string>> names;
    std::optional<StringMap<std::int64_t>> numbers;
    std::optional<Choice> choice;
    std::optional<JsonText> anything;
};
template <>
struct Shape<Everything> {
    using S = Everything;
    static constexpr std::string_view name = "Everything";
    static constexpr MemberInfo members[] = {
        member("name", PICKET_FIELD(S, name), with(kShortName, {.required = true, .in = In::Uri})),
        member("flag", PICKET_FIELD(S, flag), {.in = In::Query}),
        member("count", PICKET_FIELD(S, count), {.in = In::Query, .min = 0, .max = 10}),
        member("ratio", PICKET_FIELD(S, ratio)),
        member("time", PICKET_FIELD(S, time)),
        member("since", PICKET_FIELD(S, since), {.in = In::Query}),
        member("colour", PICKET_FIELD(S, colour)),
        member("names", PICKET_FIELD(S, names), {.max = 2, .element = &kShortName}),
        member("numbers", PICKET_FIELD(S, numbers), {.key = &kShortName}),
        member("choice", PICKET_FIELD(S, choice)),
        member("anything", PICKET_FIELD(S, anything)),
    };
};

namespace {

struct Decoded {
    Everything value;
    Refusal error;
    std::vector<std::string> warnings;
};

Decoded decode_text(std::string_view text, DecodeOptions options = {},
                    std::vector<LocatedText> located = {}) {
    auto tree = read_json_strict(text);
    REQUIRE(tree);
    Decoded out;
    out.error = decode(kShape<Everything>, &*tree, 0, located, &out.value, options, out.warnings);
    return out;
}

struct Bad {
    std::string_view text, path, message;
};

}  // namespace

TEST_CASE("decode: every kind of value arrives") {
    const Decoded d = decode_text(
        R"({"name":"a:b","flag":true,"count":10,"ratio":0.5,"time":1600780245.281,"since":"2020-09-07T17:42:13Z",)"
        R"("colour":"GREEN","names":["x","y"],"numbers":{"b":2,"a":1},"choice":{"right":7},"anything":{"k":[1,null]}})");
    REQUIRE_FALSE(d.error);
    CHECK(d.value.name == "a:b");
    CHECK(d.value.flag == true);
    CHECK(d.value.count == 10);
    CHECK(d.value.ratio == 0.5);
    CHECK(d.value.time->ms == 1600780245281);
    CHECK(d.value.since->ms == 1599500533000);
    CHECK(d.value.colour == Colour::Green);
    CHECK(d.value.names->size() == 2);
    CHECK(*d.value.numbers->find("a") == 1);
    CHECK(d.value.choice->right == 7);
    CHECK(d.value.anything->text == R"({"k":[1,null]})");
}

TEST_CASE("decode: absent and null members stay absent") {
    const Decoded d = decode_text(R"({"name":"a","flag":null})");
    REQUIRE_FALSE(d.error);
    CHECK_FALSE(d.value.flag);
    CHECK_FALSE(d.value.choice);
}

TEST_CASE("decode: each constraint is refused at its path, in the service's words") {
    const Bad table[] = {
        {R"({})", "name",
         "Value null at 'name' failed to satisfy constraint: Member must not be null"},
        {R"({"name":null})", "name", "Member must not be null"},
        {R"({"name":5})", "name",
         "Value '5' at 'name' failed to satisfy constraint: Member must be a string"},
        {R"({"name":""})", "name", "Member must have length greater than or equal to 1"},
        {R"({"name":"abcde"})", "name",
         "Value 'abcde' at 'name' failed to satisfy constraint: Member must have length "
         "less than or equal to 4"},
        {R"({"name":"a b"})", "name",
         "Member must satisfy regular expression pattern: [a-zA-Z0-9:_-]+"},
        {R"({"name":"a","flag":"true"})", "flag", "Member must be a boolean"},
        {R"({"name":"a","count":11})", "count", "Member must have value less than or equal to 10"},
        {R"({"name":"a","count":-1})", "count",
         "Member must have value greater than or equal to 0"},
        {R"({"name":"a","count":1.5})", "count", "Member must be a whole number"},
        {R"({"name":"a","count":99999999999999999999})", "count", "Member must be a whole number"},
        {R"({"name":"a","time":"2020-09-07T17:42:13Z"})", "time", "this one is 1599500533"},
        {R"({"name":"a","time":1e300})", "time", "up to the year 9999"},
        {R"({"name":"a","colour":"BLUE"})", "colour",
         "Member must satisfy enum value set: [RED, GREEN]"},
        {R"({"name":"a","names":["x","y","z"]})", "names",
         "Member must have length less than or equal to 2"},
        {R"({"name":"a","names":["x",""]})", "names[1]", "greater than or equal to 1"},
        {R"({"name":"a","names":["x",null]})", "names[1]", "must not be null"},
        {R"({"name":"a","names":"x"})", "names", "Member must be a list"},
        {R"({"name":"a","numbers":{"toolong":1}})", "numbers.toolong", "less than or equal to 4"},
        {R"({"name":"a","numbers":{"k":"1"}})", "numbers.k", "Member must be a whole number"},
        {R"({"name":"a","choice":{}})", "choice",
         "Exactly one member of 'choice' must be set, found 0"},
        {R"({"name":"a","choice":{"left":"l","right":1}})", "choice",
         "found 2; choose one of left, right"},
        {R"([])", "", "must be a JSON object"},
    };
    for (const Bad& bad : table) {
        CAPTURE(bad.text);
        const Decoded d = decode_text(bad.text);
        REQUIRE(d.error);
        CHECK(d.error->code == ErrorCode::InvalidRequest);
        CHECK(d.error->path == bad.path);
        CAPTURE(d.error->message);
        CHECK(d.error->message.find(bad.message) != std::string::npos);
    }
}

TEST_CASE("decode: errors come in one order: missing, type, range, pattern, union") {
    const Decoded d = decode_text(R"({"choice":{},"colour":"BLUE","count":11,"flag":1})");
    REQUIRE(d.error);
    CHECK(d.error->path == "name");
    const std::string& m = d.error->message;
    CHECK(m.rfind("5 validation errors detected: Value null at 'name'", 0) == 0);
    CHECK(m.find("'flag'") < m.find("'count'"));
    CHECK(m.find("'count'") < m.find("'colour'"));
    CHECK(m.find("'colour'") < m.find("'choice'"));
}

TEST_CASE("decode: lengths count code points, and long values are cut at a code point") {
    const Decoded ok = decode_text("{\"name\":\"a\",\"numbers\":{}}");
    CHECK_FALSE(ok.error);
    std::string longest = "{\"name\":\"";
    for (int i = 0; i < 100; ++i) longest += "\xC3\xA9";
    const Decoded d = decode_text(longest + "\"}");
    REQUIRE(d.error);
    CHECK(d.error->message.find("\xC3\xA9...") != std::string::npos);
    CHECK(d.error->message.size() < 500);
}

TEST_CASE("decode: unknown members are a warning, or an error when the setting says so") {
    const Decoded d = decode_text(R"({"name":"a","nmae":1})");
    CHECK_FALSE(d.error);
    REQUIRE(d.warnings.size() == 1);
    CHECK(d.warnings[0] == "'nmae' is not a member of Everything and was ignored.");
    const Decoded strict = decode_text(R"({"name":"a","nmae":1})", {.reject_unknown = true});
    REQUIRE(strict.error);
    CHECK(strict.error->path == "nmae");
}

TEST_CASE("decode: a documented answer may have ISO times, and has all that is always there") {
    const DecodeOptions documented = {.iso_times = true, .complete = true, .root = "response"};
    const std::string text = R"({"name":"a","time":"2020-12-07T14:35:19.237000-08:00"})";
    CHECK(decode_text(text, documented).value.time->ms == 1607380519237);
    CHECK(decode_text(text).error->path == "time");
    const Decoded d = decode_text(R"({"time":"Thu Jan 07 18:35:21 UTC 2021"})", documented);
    REQUIRE(d.error);
    CHECK(d.error->path == "response.name");
    CHECK(d.error->message.find("at 'response.time'") != std::string::npos);
}

TEST_CASE("decode: over HTTP each member comes from its own place only") {
    const DecodeOptions http = {.over_http = true};
    Decoded d = decode_text(
        R"({"name":"b","count":3,"ratio":2})", http,
        {{In::Uri, "name", "a"}, {In::Query, "flag", "false"}, {In::Query, "since", "1599500533"}});
    REQUIRE_FALSE(d.error);
    CHECK(d.value.name == "a");
    CHECK(d.value.flag == false);
    CHECK(d.value.since->ms == 1599500533000);
    CHECK_FALSE(d.value.count);
    CHECK(d.value.ratio == 2);
    for (const char* value : {"yes", "TRUE", ""}) {
        CHECK(decode_text("{}", http, {{In::Uri, "name", "a"}, {In::Query, "flag", value}}).error);
    }
    CHECK(
        decode_text("{}", http, {{In::Uri, "name", "a"}, {In::Query, "count", "1x"}}).error->path ==
        "count");
    CHECK(decode_text("{}", http, {{In::Uri, "name", "a"}, {In::Query, "since", "yesterday"}})
              .error->path == "since");
}

}  // namespace picket
