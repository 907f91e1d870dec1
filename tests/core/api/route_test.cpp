// Routing: percent-encoding, literal paths before labels, and what is said when nothing fits.
#include "api/route.h"

#include <doctest/doctest.h>

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
    for (const char* bad :
         {"", "things", "/things/%", "/things/%4", "/things/%zz", "/things/%FF", "/things?a=%C3"}) {
        CAPTURE(bad);
        const auto routed = route("GET", bad);
        REQUIRE_FALSE(routed);
        CHECK(routed.error().code == ErrorCode::InvalidRequest);
    }
    CHECK_FALSE(route("GET", "/things/" + std::string(70'000, 'a')));
}

}  // namespace picket
