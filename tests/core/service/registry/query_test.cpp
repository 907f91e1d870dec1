// The query language of the fleet index. Rows of text: what a query is read as, whether it matches
// a small document, and where a broken one stops making sense.
#include "service/registry/query.h"

#include <doctest/doctest.h>

#include "service/registry/query_match.h"

namespace picket {
namespace {

struct Reading {
    std::string_view query;
    std::string_view printed;
};
constexpr Reading kReadings[] = {
    {"abc", "abc"},
    {"thingName:abc thingTypeName:xyz", "thingName:abc AND thingTypeName:xyz"},
    {"a OR b AND c", "a OR (b AND c)"},
    {"a b OR c", "(a AND b) OR c"},
    {"NOT a b", "NOT a AND b"},
    {"NOT (a b)", "NOT (a AND b)"},
    {"thingName:(tv* AND -plasma)", "thingName:tv* AND NOT thingName:plasma"},
    {"f : [75 TO 80]", "f:[\"75\" TO \"80\"]"},
    {"f:{75 TO 80]", "f:{\"75\" TO \"80\"]"},
    {"f:[\"a b\" TO *]", "f>=\"a b\""},
    {"f:{* TO 5}", "f<\"5\""},
    {"f:[* TO *]", "f:[* TO *]"},
    {"f>5 AND f <= -2", "f>\"5\" AND f<=\"-2\""},
    {"f:(>5 OR [1 TO 2])", "f>\"5\" OR f:[\"1\" TO \"2\"]"},
    {"\"two words\"", "\"two words\""},
    {"f:\"say \\\"hi\\\" * \\\\\"", "f:\"say \\\"hi\\\" * \\\\\""},
    {"attributes.a\\:b:c\\*d*", "attributes.a\\:b:c\\*d*"},
    {"\"AND\" \\OR f:\\-x", "\"AND\" AND \\OR AND f:\\-x"},
    {"ORDER ANDROID", "ORDER AND ANDROID"},
    {"f:-x", "f:\\-x"},
    {"((a))", "a"},
    {"f:(a OR (b c))", "f:a OR (f:b AND f:c)"},
    {"*", "*"},
};

// The guide's example queries and more, on one document.
struct Match {
    std::string_view query;
    bool matches;
};
constexpr Match kMatches[] = {
    {"*", true},
    {"thingName:pump-7", true},
    {"thingName:PUMP-7", true},
    {"THINGNAME:pump-7", false},
    {"thingName:pump", false},
    {"thingName:pump*", true},
    {"thingName:*-7", true},
    {"thingName:pump-?", true},
    {"thingName:pump??", true},
    {"thingName:pump-??", false},
    {"thingName:p*p*7", true},
    {"thingName:p*x*7", false},
    {"pump-7", true},
    {"V1", true},
    {"v3", false},
    {"thingTypeName:pump", true},
    {"registry.thingTypeName:pump", true},
    {"registry.version:1", false},
    {"thingGroupNames:roof", true},
    {"thingGroupNames:cellar", true},
    {"thingGroupNames:(roof AND cellar)", true},
    {"attributes.model:v1", true},
    {"attributes.model:*", true},
    {"attributes.colour:*", false},
    {"NOT attributes.model:legacy", true},
    {"-attributes.model:v1", false},
    {"attributes.bar:75", true},
    {"attributes.bar:[75 TO 80]", true},
    {"attributes.bar:{75 TO 80]", false},
    {"attributes.bar:[9 TO 80]", true},
    {"attributes.bar:[\"9\" TO \"80\"]", true},
    {"attributes.bar>74.9", true},
    {"attributes.bar>75", false},
    {"attributes.bar>=75 attributes.bar<76", true},
    {"attributes.bar<0.75e2", false},
    {"attributes.bar<=0.75e2", true},
    {"attributes.serial:[abcd TO abcf]", true},
    {"attributes.serial:[abcd TO abce}", false},
    {"attributes.serial>5", false},
    {"attributes.serial:[* TO *]", true},
    {"attributes.none>5", false},
    {"attributes.model:v1 AND attributes.bar<80 NOT attributes.bar>100", true},
    {"attributes.model:v2 OR attributes.model:v1", true},
    {"attributes.model:v2 OR thingName:x AND thingName:pump-7", false},
    {"shadow.reported.stats.battery:*", false},
    {"connectivity.connected:true", false},
    {"deviceDefender.violationCount>0", false},
    {"note:roof", true},
    {"note:\"the old roof\"", true},
    {"note:\"old the\"", false},
    {"note:(roo* AND wa?er)", true},
    {"note:ro", false},
};

struct Broken {
    std::string_view query;
    int at;  // the character named
    std::string_view why;
};
constexpr Broken kBroken[] = {
    {"", 1, "term is missing"},
    {"   ", 4, "term is missing"},
    {"a AND", 6, "term is missing"},
    {"AND a", 1, "AND has no term before it"},
    {"a OR OR b", 6, "OR has no term before it"},
    {"(a", 1, "parenthesis is not closed"},
    {"a)", 2, "nothing opened"},
    {"()", 2, "value is missing"},
    {"f:", 3, "value is missing"},
    {"f:g:h", 4, "value is missing"},
    {"f:(a OR g:b)", 9, "belongs to the field 'f'"},
    {"f*:a", 1, "no wildcards"},
    {"[1 TO 2]", 1, "needs a field"},
    {">5", 1, "needs a field"},
    {"f:[1 2]", 6, "TO is missing"},
    {"f:[1 TO 2", 10, "ends with ]"},
    {"f:[1* TO 2]", 4, "no wildcards"},
    {"f>*", 4, "* is none"},
    {"\"a", 1, "quotes are not closed"},
    {"\"\"", 1, "phrase is empty"},
    {"a\\", 2, "backslash needs"},
    {"f=5", 2, "'=' has no meaning"},
    {"f:a/b", 4, "'/' has no meaning"},
    {"a~1", 2, "'~' has no meaning"},
    {"f:*a g:*b", 10, "second"},
    {"deviceDefender.p.b.inViolation:false", 37, "true only"},
    {"a b c d e f g h i j k l m", 26, "12 terms"},
    {"\xC3\xA9\xC3\xA9)", 3, "nothing opened"},
};

IndexDocument pump() {
    IndexDocument document;
    document.add({}, "thingName", "pump-7");
    document.add({}, "thingTypeName", "Pump");
    document.add({}, "thingGroupNames", "roof");
    document.add({}, "thingGroupNames", "cellar");
    document.add("attributes.", "model", "v1");
    document.add("attributes.", "bar", "75");
    document.add("attributes.", "serial", "abcE");
    document.add({}, "note", "water on the  old roof");
    return document;
}

}  // namespace

TEST_CASE("query: precedence, groups, ranges and escapes are read as the grammar says") {
    for (const Reading& row : kReadings) {
        CAPTURE(row.query);
        const auto query = parse_query(row.query);
        REQUIRE(query);
        CHECK(print_query(*query) == row.printed);
        const auto again = parse_query(print_query(*query));
        REQUIRE(again);
        CHECK(*again == *query);
    }
}

TEST_CASE("query: each row matches the document or does not") {
    const IndexDocument document = pump();
    for (const Match& row : kMatches) {
        CAPTURE(row.query);
        const auto query = parse_query(row.query);
        REQUIRE(query);
        CHECK(matches(*query, document) == row.matches);
    }
}

TEST_CASE("query: a broken query is refused at the character where it breaks") {
    for (const Broken& row : kBroken) {
        CAPTURE(row.query);
        const auto query = parse_query(row.query);
        REQUIRE(!query);
        CHECK(query.error().code == ErrorCode::InvalidQuery);
        CHECK(query.error().path == "queryString");
        CAPTURE(query.error().message);
        CHECK(query.error().message.starts_with("The query is not valid at character " +
                                                std::to_string(row.at) + ": "));
        CHECK(query.error().message.find(row.why) != std::string::npos);
    }
}

TEST_CASE("query: length, nesting and leading wildcards have limits") {
    CHECK(parse_query(std::string(1000, 'a')));
    CHECK(!parse_query(std::string(1001, 'a')));
    CHECK(parse_query(std::string(64, '(') + "a" + std::string(64, ')')));
    CHECK(!parse_query(std::string(65, '(') + "a" + std::string(65, ')')));
    CHECK(!parse_query(std::string(900, '-') + "a"));
    CHECK(parse_query("*" + std::string(99, 'a')));
    CHECK(!parse_query("*" + std::string(100, 'a')));
    CHECK(parse_query("a b c", {.terms_max = 3}));
    CHECK(!parse_query("a b c", {.terms_max = 2}));
}

TEST_CASE("query: a declared type decides how values are compared") {
    IndexDocument document;
    document.add("attributes.", "n", "5.0");
    document.add("attributes.", "b", "TRUE");
    const std::vector<IndexField> numbers = {{"attributes.n", IndexFieldType::Number},
                                             {"attributes.b", IndexFieldType::Number}};
    const std::vector<IndexField> texts = {{"attributes.n", IndexFieldType::String},
                                           {"attributes.b", IndexFieldType::Boolean}};
    auto holds = [&](std::string_view text, FieldTypes types) {
        return matches(*parse_query(text), document, types);
    };
    CHECK_FALSE(holds("attributes.n:5", {}));
    CHECK(holds("attributes.n:5", numbers));
    CHECK(holds("attributes.n<10", {}));
    CHECK_FALSE(holds("attributes.n<10", texts));  // as text, "5.0" comes after "10"
    CHECK(holds("attributes.b:true", texts));
    CHECK_FALSE(holds("attributes.b:true", numbers));  // no number, so not in the index
    CHECK_FALSE(holds("attributes.b:*", numbers));
}

TEST_CASE("query: an explanation names each term, its outcome and the values") {
    const auto query = parse_query("attributes.bar>80 OR thingGroupNames:roof");
    REQUIRE(query);
    CHECK(explain_match(*query, pump()) ==
          "[{\"term\":\"attributes.bar>\\\"80\\\"\",\"matches\":false,\"values\":[\"75\"]},"
          "{\"term\":\"thingGroupNames:roof\",\"matches\":true,\"values\":[\"roof\",\"cellar\"]}]");
}

}  // namespace picket
