// Documented responses as state. Goals: the responses of the guide on ML Detect come back value for
// value; what the World cannot answer again is refused and leaves nothing behind; every loader is
// of a reading operation, with that operation's own shapes.
#include "service/picket/documented.h"

#include <set>

#include "core/service/service_support.h"
#include "support/golden.h"

namespace picket {
namespace {

Engine engine_at(std::string_view start) {
    EngineOptions options;
    options.start = *parse_time(start);
    return Engine(options);
}

std::string load_json(const std::string& operation, const std::string& request,
                      const std::string& response) {
    return "{\"operation\":\"" + operation + "\",\"request\":" + request +
           ",\"response\":" + response + "}";
}

// Loads the response and expects the call to answer it; `answer` is the response as the service
// itself writes it.
void check_round_trip(Engine& engine, const std::string& operation, const std::string& request,
                      const std::string& response, const std::string& answer) {
    CAPTURE(operation);
    must(engine, "LoadDocumentedResponse", load_json(operation, request, response));
    CHECK(must(engine, operation, request) == compact_json(answer));
    // And a second time over the first: nothing is doubled.
    must(engine, "LoadDocumentedResponse", load_json(operation, request, response));
    CHECK(must(engine, operation, request) == compact_json(answer));
}

const std::string kEvent = R"({
    "violationId": "1448be98c09c3d4ab7cb9b6f3ece65d6",
    "thingName": "lightbulb-1",
    "securityProfileName": "security-profile-for-smart-lights",
    "behavior": {
        "name": "LowConfidence_MladBehavior_MessagesSent",
        "metric": "aws:num-messages-sent",
        "criteria": {"mlDetectionConfig": {"confidenceLevel": "MEDIUM"}},
        "suppressAlerts": false
    },
    "violationEventType": "alarm-invalidated",
    "violationEventTime": 1600780245.29
})";

}  // namespace

TEST_CASE("documented: the violation events of the guide come back, without their token") {
    const std::string second = R"({
        "violationId": "df4537569ef23efb1c029a433ae84b52",
        "thingName": "lightbulb-2",
        "securityProfileName": "security-profile-for-smart-lights",
        "behavior": {
            "name": "LowConfidence_MladBehavior_MessagesSent",
            "metric": "aws:num-messages-sent",
            "criteria": {"mlDetectionConfig": {"confidenceLevel": "MEDIUM"}},
            "suppressAlerts": false
        },
        "violationEventType": "alarm-invalidated",
        "violationEventTime": 1600780245.281
    })";
    const std::string events = "{\"violationEvents\":[" + kEvent + "," + second + "]";
    Engine engine = engine_at("2020-09-22T18:30:00Z");
    check_round_trip(engine, "ListViolationEvents",
                     R"({"startTime":1599500533,"endTime":1600796533,"maxResults":2})",
                     events +
                         R"(,"nextToken":"Amo6XIUrsOohsojuIG6TuwSR3X9iUvH2OCksBZg6bed2j21V+/"})",
                     events + "}");
}

TEST_CASE("documented: times of before the session name the start that would do") {
    Engine engine;
    const std::string hash = world_hash(engine.world());
    const CallResult result = engine.call(
        "LoadDocumentedResponse",
        load_json("ListViolationEvents", R"({"startTime":1599500533,"endTime":1600796533})",
                  "{\"violationEvents\":[" + kEvent + "]}"));
    REQUIRE_FALSE(result.ok());
    CHECK(result.error->path == "response.violationEvents");
    CHECK(result.error->message.find("--start 2020-09-22T13:10:45.290Z") != std::string::npos);
    CHECK(world_hash(engine.world()) == hash);
    // Both ends of the span that the message names will do.
    for (const char* start : {"2020-09-22T13:10:45.290Z", "2020-10-22T13:10:45.290Z"}) {
        Engine fitting = engine_at(start);
        check_round_trip(
            fitting, "ListViolationEvents", R"({"startTime":1599500533,"endTime":1600796533})",
            "{\"violationEvents\":[" + kEvent + "]}", "{\"violationEvents\":[" + kEvent + "]}");
    }
}

TEST_CASE("documented: items of one moment keep their order") {
    std::string events;
    for (const char* id : {"b", "a", "c"}) {
        if (!events.empty()) events += ",";
        events += std::string("{\"violationId\":\"") + id +
                  R"(","thingName":"lamp","securityProfileName":"p","behavior":{"name":"rule"},)"
                  R"("violationEventType":"in-alarm","violationEventTime":1767225000})";
    }
    Engine engine;
    check_round_trip(
        engine, "ListViolationEvents", R"({"startTime":1767220000,"endTime":1767225600})",
        "{\"violationEvents\":[" + events + "]}", "{\"violationEvents\":[" + events + "]}");
}

TEST_CASE("documented: a response that would come out otherwise is refused where it differs") {
    std::string events;
    for (const char* time : {"1767225000", "1767225100"}) {  // the oldest first
        if (!events.empty()) events += ",";
        events += std::string(R"({"violationId":"v)") + time +
                  R"(","thingName":"lamp","securityProfileName":"p","behavior":{"name":"rule"},)"
                  R"("violationEventType":"in-alarm","violationEventTime":)" +
                  time + "}";
    }
    Engine engine;
    const std::string hash = world_hash(engine.world());
    const CallResult result = engine.call(
        "LoadDocumentedResponse",
        load_json("ListViolationEvents", R"({"startTime":1767220000,"endTime":1767225600})",
                  "{\"violationEvents\":[" + events + "]}"));
    REQUIRE_FALSE(result.ok());
    CHECK(result.error->path == "response.violationEvents[0].violationId");
    CHECK(result.error->message.find("'response.violationEvents[0].violationId'") !=
          std::string::npos);
    CHECK(world_hash(engine.world()) == hash);
}

TEST_CASE("documented: every loader is of a reading operation, and has its shapes") {
    std::set<std::string_view> names;
    for (const Loader& loader : loaders()) {
        CAPTURE(loader.operation);
        CHECK(names.insert(loader.operation).second);
        CHECK(find_loader(loader.operation) == &loader);
        const Operation* operation = find_operation(loader.operation);
        REQUIRE(operation != nullptr);
        CHECK(operation->effect == Effect::Reads);
        CHECK(operation->input == loader.input);
        CHECK(operation->output == loader.output);
    }
    CHECK(find_loader("CreateThing") == nullptr);
}

}  // namespace picket
