// Routing: percent-encoding, literal paths before labels, and what is said when nothing fits.
#include "api/route.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "picket/engine.h"

namespace picket {
namespace {

std::string located(const Routed& routed, In in, std::string_view name) {
    for (const LocatedText& text : routed.located) {
        if (text.in == in && text.name == name) return text.value;
    }
    return "(absent)";
}

}  // namespace

TEST_CASE("route: each row of the table is reached by its own method and path") {
    for (const Operation& operation : operations()) {
        CAPTURE(operation.name);
        std::string target;
        bool in_label = false;
        for (char c : operation.uri) {
            if (c == '{') in_label = true;
            if (!in_label) target += c;
            if (c == '}') {
                in_label = false;
                target += "some-name";
            }
        }
        auto routed = route(method_name(operation.method), target);
        REQUIRE(routed);
        CHECK(routed->operation->name == operation.name);
    }
}

TEST_CASE("route: labels are split before they are decoded") {
    auto routed = route("GET", "/things/a%2Fb%20c%C3%A9");
    REQUIRE(routed);
    CHECK(routed->operation->name == "DescribeThing");
    CHECK(located(*routed, In::Uri, "thingName") == "a/b c\xC3\xA9");
}

TEST_CASE("route: query values are decoded, and a plus stays a plus") {
    auto routed = route("GET", "/things?nextToken=a%2Bb+c%3D%3D&maxResults=5&&flag");
    REQUIRE(routed);
    CHECK(located(*routed, In::Query, "nextToken") == "a+b+c==");
    CHECK(located(*routed, In::Query, "maxResults") == "5");
    CHECK(located(*routed, In::Query, "flag") == "");
}

TEST_CASE("route: a literal segment wins over a label") {
    CHECK(route("PUT", "/thing-groups/addThingToThingGroup")->operation->name ==
          "AddThingToThingGroup");
    CHECK(route("GET", "/thing-groups/addThingToThingGroup")->operation->name ==
          "DescribeThingGroup");
}

TEST_CASE("route: what does not fit says why") {
    const auto unknown = route("GET", "/nothing/here");
    REQUIRE_FALSE(unknown);
    CHECK(unknown.error().code == ErrorCode::UnknownOperation);
    const auto method = route("PUT", "/mitigationactions/actions/a");
    REQUIRE_FALSE(method);
    CHECK(method.error().code == ErrorCode::MethodNotAllowed);
    CHECK(method.error().message.find("it answers POST, GET, PATCH, DELETE") != std::string::npos);
    const HttpResponse answer = Engine().request({"PUT", "/mitigationactions/actions/a", {}, {}});
    CHECK(answer.status == 405);
    CHECK(std::find(answer.headers.begin(), answer.headers.end(),
                    std::pair<std::string, std::string>{"allow", "POST, GET, PATCH, DELETE"}) !=
          answer.headers.end());
    for (const char* bad :
         {"", "things", "/things/%", "/things/%4", "/things/%zz", "/things/%FF", "/things?a=%C3"}) {
        CAPTURE(bad);
        const auto routed = route("GET", bad);
        REQUIRE_FALSE(routed);
        CHECK(routed.error().code == ErrorCode::InvalidRequest);
    }
    CHECK_FALSE(route("GET", "/things/" + std::string(70'000, 'a')));
}

TEST_CASE("call: what a handler refuses has its place in the text, too") {
    Engine engine;
    const std::string body = "{\n  \"thingGroupName\": \"a\",\n  \"parentGroupName\": \"none\"\n}";
    const CallResult result = engine.call("CreateThingGroup", body);
    REQUIRE(result.error);
    CHECK(result.error->code == ErrorCode::InvalidRequest);
    CHECK(result.error->path == "parentGroupName");
    CHECK(result.error->line == 3);
    CHECK(result.error->column == 22);
    const HttpResponse over_http = engine.request(
        {"POST", "/thing-groups/a", {}, "{\"parentGroupName\": \"none\"}"});
    CHECK(over_http.status == 400);
    CHECK(std::find(over_http.headers.begin(), over_http.headers.end(),
                    std::pair<std::string, std::string>{"x-picket-column", "21"}) !=
          over_http.headers.end());
    // A name in the address has no place in the body.
    const HttpResponse in_address = engine.request({"PATCH", "/things/none", {}, "{}"});
    CHECK(in_address.status == 404);
    for (const auto& [name, value] : in_address.headers) CHECK(name != "x-picket-line");
}

}  // namespace picket
