// Rules that compare a device with a percentile of the fleet. Rows are explained in
// detect_support.h.
#include "core/service/detect/detect_support.h"

namespace picket {

TEST_CASE("rules: a device against the percentile of its fleet") {
    const auto run = [](const char* statistic, const char* comparison, const char* population) {
        Detecting test;
        test.set("percentilePopulation", population);
        for (int i = 0; i < 10; ++i)
            must(test.engine, "CreateThing", R"({"thingName":"d)" + std::to_string(i) + "\"}");
        must(test.engine, "CreateThingGroup", R"({"thingGroupName":"g"})");
        must(test.engine, "CreateSecurityProfile",
             std::string(R"({"securityProfileName":"p","behaviors":[{"name":"b",)") +
                 R"("metric":"aws:num-messages-sent","criteria":{"comparisonOperator":")" +
                 comparison + R"(","durationSeconds":300,"statisticalThreshold":{"statistic":")" +
                 statistic + "\"}}}]}");
        test.attach("thinggroup/g");
        for (int i = 0; i < 5; ++i)
            must(test.engine, "AddThingToThingGroup", member_json("g", "d" + std::to_string(i)));
        test.run_to(299);
        for (int i = 0; i < 10; ++i) {
            test.activity("d" + std::to_string(i), R"("messagesSent":[{"topic":"t","count":)" +
                                                       std::to_string(i + 1) + "}]");
        }
        test.run_to(301);
        std::string alarmed;
        for (const auto entry : test.engine.world().active_violations)
            alarmed = entry.value.thing_name + " " + alarmed;
        return alarmed;
    };
    // Of 1 2 3 4 5: the p50 is 3, and the p100 is never passed.
    CHECK(run("p50", "less-than-equals", "profile") == "d4 d3 ");
    CHECK(run("p100", "less-than-equals", "profile") == "");
    CHECK(run("p10", "greater-than", "profile") == "d0 ");
    CHECK(run("p0", "greater-than-equals", "profile") == "");
    // Of 1 to 10 the p50 is 5; the others are measured, and not monitored.
    CHECK(run("p50", "less-than-equals", "account") == "");
    CHECK(run("p10", "less-than-equals", "account") == "d4 d3 d2 d1 ");
}

TEST_CASE("rules: a percentile between two devices is a setting") {
    const auto run = [](const char* value) {
        Detecting test;
        test.set("percentileInterpolation", value);
        test.watch("n", R"({"comparisonOperator":"less-than-equals","durationSeconds":300,)"
                        R"("statisticalThreshold":{"statistic":"p50"}})");
        test.run_to(100);
        for (const auto& [device, value_text] :
             {std::pair{"a", "1"}, {"b", "3"}, {"c", "4"}, {"e", "8"}})
            test.number(device, value_text);
        test.run_to(301);
        return test.engine.world().active_violations.size();
    };
    CHECK(run("nearestRank") == 2);  // 4 and 8 are above 3
    CHECK(run("linear") == 2);       // and above 3.5
    Detecting few;
    must(few.engine, "PutSetting", R"({"name":"percentileInterpolation","value":"linear"})");
    few.watch("n", R"({"comparisonOperator":"less-than","durationSeconds":300,)"
                   R"("statisticalThreshold":{"statistic":"p90"}})");
    few.run_to(100);
    few.number("a", "1");
    few.number("b", "2");
    few.run_to(301);
    CHECK(few.engine.world().active_violations.size() == 1);  // 2 is not less than 1.9
}

TEST_CASE("rules: no percentile of a window with a negative value") {
    Detecting test;
    test.watch("n", R"({"comparisonOperator":"less-than","durationSeconds":300,)"
                    R"("statisticalThreshold":{"statistic":"p50"}})");
    test.run_to(100);
    test.number("a", "5");
    test.number("b", "-1");
    test.run_to(301);
    CHECK(test.events() == "");
    test.run_to(400);
    test.number("a", "5");
    test.number("b", "1");
    test.run_to(601);
    CHECK(test.events() == "in-alarm@600 in-alarm@600");
}

}  // namespace picket
