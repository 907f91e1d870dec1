// ExplainBehavior: the numbers that decided, in alarm and out of it, now and in the past; and the
// World is as it was.
#include "core/service/detect/detect_support.h"
#include "core/service/replay_support.h"
#include "picket/replay.h"

namespace picket {
namespace {

struct Explained {
    std::string state;
    std::string reasons;
    std::string texts;
    std::string settings;
    std::size_t datapoints = 0;
};

Explained explain(Engine& engine, const std::string& more = {}) {
    const std::string before = world_hash(engine.world());
    const std::string body = must(
        engine, "ExplainBehavior",
        R"({"thingName":"lamp","securityProfileName":"p","behaviorName":"b")" + more + "}");
    CHECK(world_hash(engine.world()) == before);
    const auto tree = read_json_strict(body);
    Explained out;
    out.state = tree->node(tree->find(0, "state")).text;
    const auto reasons = tree->find(0, "reasons");
    for (auto i = tree->first(reasons); i != tree->end(reasons); i = tree->node(i).next)
        out.reasons += std::string(tree->node(i).text) + "\n";
    const auto points = tree->find(0, "datapoints");
    out.datapoints = tree->node(points).children;
    for (auto i = tree->first(points); i != tree->end(points); i = tree->node(i).next)
        out.texts += std::string(tree->node(tree->find(i, "text")).text) + "\n";
    const auto settings = tree->find(0, "settings");
    for (auto i = tree->first(settings); i != tree->end(settings); i = tree->node(i).next)
        out.settings += std::string(tree->node(tree->find(i, "name")).text) + " ";
    return out;
}

bool has(const std::string& text, std::string_view part) {
    if (text.find(part) != std::string::npos) return true;
    MESSAGE(text, " lacks ", part);
    return false;
}

}  // namespace

TEST_CASE("explain: a row of datapoints up to the alarm") {
    Detecting test;
    test.watch("aws:num-messages-sent",
               R"({"comparisonOperator":"less-than","value":{"count":10},"durationSeconds":300,)"
               R"("consecutiveDatapointsToAlarm":3})");
    test.measure(300, "sent=1");
    test.measure(600, "sent=54");
    test.measure(900, "sent=55");
    Explained found = explain(test.engine);
    CHECK(found.state == "NORMAL");
    CHECK(has(found.reasons, "55 violates less-than 10; no alarm, 2 of 3 violating"));
    test.measure(1200, "sent=56");
    found = explain(test.engine);
    CHECK(found.state == "IN_ALARM");
    CHECK(has(found.reasons, "The alarm was raised at 2026-01-01T00:20:00Z"));
    CHECK(has(found.texts, "2026-01-01T00:05:00Z: 1 conforms to less-than 10"));
    CHECK(has(found.texts, "2026-01-01T00:10:00Z: 54 violates less-than 10"));
    CHECK(has(found.settings, "windowKind"));
    CHECK(has(found.settings, "gapEffect"));
    // The same a day later, about that moment, and about the moment before.
    test.run_to(86'400);
    const std::string then = ",\"time\":" + std::to_string(test.at(1200).ms / kSecond);
    CHECK(explain(test.engine, then).state == "IN_ALARM");
    CHECK(explain(test.engine, then).texts == found.texts);
    const std::string before = ",\"time\":" + std::to_string(test.at(1199).ms / kSecond);
    CHECK(explain(test.engine, before).state == "NORMAL");
}

TEST_CASE("explain: in pieces it is the same, and the engine stays where it is") {
    Detecting test;
    test.watch("aws:num-messages-sent",
               R"({"comparisonOperator":"less-than","value":{"count":10},"durationSeconds":300,)"
               R"("consecutiveDatapointsToAlarm":2})");
    for (int i = 1; i <= 6; ++i) test.measure(300 * i, i < 4 ? "sent=1" : "sent=54");
    const std::string pair =
        R"({"thingName":"lamp","securityProfileName":"p","behaviorName":"b")";
    const std::string at = ",\"time\":" + std::to_string(test.at(900).ms / kSecond);
    const std::string bodies[] = {
        pair + "}", pair + at + "}", pair + ",\"time\":1}",
        R"({"thingName":"else","securityProfileName":"p","behaviorName":"b"})",
        R"({"thingName":"lamp","securityProfileName":"p","behaviorName":"c"})"};
    for (const std::string& body : bodies) {
        CAPTURE(body);
        const CallResult wanted = test.engine.call("ExplainBehavior", body);
        const std::string before = test.engine.save();
        for (const WorkUnits budget : {1, 7, 1'000'000}) {
            auto call = ReplayCall::begin(test.engine, "ExplainBehavior", body);
            REQUIRE(call);
            const int pieces = pieces_of(*call, budget);
            if (budget == 1 && wanted.ok() && body != bodies[3]) CHECK(pieces > 5);
            const CallResult found = call->finish(test.engine, false);
            CHECK(found.body == wanted.body);
            CHECK(found.status == wanted.status);
            CHECK(found.request == wanted.request);
            CHECK(test.engine.save() == before);
        }
    }
}

TEST_CASE("explain: the percentile and how many devices made it") {
    Detecting test;
    test.watch("n", R"({"comparisonOperator":"less-than-equals","durationSeconds":300,)"
                    R"("statisticalThreshold":{"statistic":"p50"}})");
    test.run_to(100);
    test.number("lamp", "8");
    test.number("a", "1");
    test.number("b", "3");
    test.run_to(302);
    const Explained found = explain(test.engine);
    CHECK(found.state == "IN_ALARM");
    CHECK(has(found.texts, "was added to its window, which is not judged yet"));
    CHECK(has(found.texts, "8 violates less-than-equals 3 (p50 of 3 devices)"));
    CHECK(has(found.settings, "percentileInterpolation"));
}

TEST_CASE("explain: lists and what they were compared with") {
    Detecting test;
    test.watch("aws:listening-tcp-ports",
               R"({"comparisonOperator":"in-port-set","value":{"ports":[22]}})");
    test.measure(300, "tcp=22,23");
    CHECK(has(explain(test.engine).reasons, "[22,23] violates in-port-set [22]"));
}

TEST_CASE("explain: why not") {
    Detecting test;
    SUBCASE("nothing came at all") {
        test.watch("n", R"({"comparisonOperator":"less-than","value":{"number":1}})");
        const Explained found = explain(test.engine);
        CHECK(found.state == "NOT_EVALUATED");
        CHECK(has(found.reasons, "sent no metrics"));
    }
    SUBCASE("nothing of this metric") {
        test.watch("n", R"({"comparisonOperator":"less-than","value":{"number":1}})");
        test.measure(300, "ns=1");
        CHECK(has(explain(test.engine).reasons, "No datapoint of n of this device was seen"));
    }
    SUBCASE("not monitored") {
        test.watch("n", R"({"comparisonOperator":"less-than","value":{"number":1}})");
        test.detach("all/things");
        Explained found = explain(test.engine);
        CHECK(found.state == "NOT_MONITORED");
        CHECK(has(found.reasons, "attached to nothing"));
        test.attach("all/unregistered-things");
        CHECK(has(explain(test.engine).reasons,
                  "'lamp' is a registered thing and not monitored by 'p', which is attached to "
                  "all/unregistered-things."));
    }
    SUBCASE("a learned behavior without a model") {
        test.watch("aws:num-messages-sent", R"({"mlDetectionConfig":{"confidenceLevel":"HIGH"}})");
        test.measure(300, "sent=5");
        CHECK(has(explain(test.engine).reasons, "learned model"));
    }
    SUBCASE("which is not judged yet") {
        test.watch("n", R"({"comparisonOperator":"less-than","value":{"number":1},)"
                        R"("durationSeconds":3600})");
        test.measure(300, "n=5");
        const Explained found = explain(test.engine);
        CHECK(found.state == "NOT_EVALUATED");
        CHECK(has(found.texts, "which is not judged yet"));
    }
    SUBCASE("a negative value rules the percentile out") {
        test.watch("n", R"({"comparisonOperator":"less-than","durationSeconds":300,)"
                        R"("statisticalThreshold":{"statistic":"p50"}})");
        test.measure(100, "n=-1");
        test.run_to(302);
        CHECK(has(explain(test.engine).texts, "there is no percentile"));
    }
}

}  // namespace picket
