// What watching costs. The first two are the examples of AWS's page of prices.
#include "core/service/assess/assess_support.h"
#include "service/assess/cost.h"

namespace picket {
namespace {

TEST_CASE("cost: a hundred devices with four metrics twice an hour") {
    const auto lines = cost_lines(World(), {100.0 * 4 * 2 * 24 * 30, 0});
    REQUIRE(lines.size() == 1);
    CHECK(lines[0].item == CostItem::RulesDatapoints);
    CHECK(lines[0].quantity == 576'000);
    CHECK(lines[0].usd_per_month == 0.144);
    CHECK(lines[0].first_month_usd == 0);  // a million are free
}

TEST_CASE("cost: twenty devices with six learned metrics twice an hour") {
    const auto lines = cost_lines(World(), {0, 20.0 * 6 * 2 * 24 * 30});
    REQUIRE(lines.size() == 1);
    CHECK(lines[0].item == CostItem::MlDatapoints);
    CHECK(lines[0].usd_per_month == 3.456);
    CHECK(lines[0].first_month_usd == 3.456);  // paid for while the model learns, too
}

TEST_CASE("cost: datapoints of models are paid for tier by tier") {
    Engine engine = engine_with({{"mlPriceTier3", "500000"}, {"mlPriceTier4", "250000"}});
    const auto lines = cost_lines(engine.world(), {0, 150e6});
    REQUIRE(lines.size() == 4);
    CHECK(lines[0].quantity == 300'000);
    CHECK(lines[0].usd_per_month == 6);
    CHECK(lines[1].quantity == 9'700'000);
    CHECK(lines[1].usd_per_month == 72.75);
    CHECK(lines[2].quantity == 90'000'000);
    CHECK(lines[2].usd_per_month == 450);
    CHECK(lines[3].quantity == 50'000'000);
    CHECK(lines[3].usd_per_month == 125);
}

TEST_CASE("cost: things are paid for when checks of the audit are enabled") {
    Engine engine = engine_with({{"auditPrice", "2000"}});
    must(engine, "CreateThing", R"({"thingName":"a"})");
    must(engine, "CreateThing", R"({"thingName":"b"})");
    CHECK(cost_lines(engine.world(), {}).empty());
    must(engine, "UpdateAccountAuditConfiguration",
         R"({"roleArn":"arn:aws:iam::123456789012:role/a","auditCheckConfigurations":
        {"LOGGING_DISABLED_CHECK":{"enabled":true}}})");
    const auto lines = cost_lines(engine.world(), {});
    REQUIRE(lines.size() == 1);
    CHECK(lines[0].item == CostItem::AuditedDevices);
    CHECK(lines[0].quantity == 2);
    CHECK(lines[0].usd_per_month == 0.004);
    CHECK(lines[0].first_month_usd == 0);
}

TEST_CASE("cost: a price and what is free are settings") {
    Engine engine = engine_with({{"rulesPrice", "50000"}, {"rulesFreeDatapoints", "100000"}});
    const auto lines = cost_lines(engine.world(), {200'000, 0});
    CHECK(lines.at(0).usd_per_month == 0.1);
    CHECK(lines.at(0).first_month_usd == 0.05);
}

TEST_CASE("cost: two behaviors on a metric pay for it once, a model on it again") {
    Engine engine = engine_with({{"mlPriceTier1", "1000000"}});
    record(engine, {.things = 2, .count = 144});
    const std::string rule = R"("comparisonOperator":"less-than","value":{"count":1000},)"
                             R"("durationSeconds":300)";
    const auto answer = assess(
        engine, R"({"behaviors":[)" + behavior("aws:all-bytes-out", rule, "one") + "," +
                    behavior("aws:all-bytes-out", rule, "two") + "," +
                    behavior("aws:all-bytes-out",
                             R"("mlDetectionConfig":{"confidenceLevel":"LOW"})", "three") +
                    "]}");
    REQUIRE(answer.costs.size() == 2);
    CHECK(answer.costs[0].quantity == 2 * 288 * 30);
    CHECK(answer.costs[1].quantity == 2 * 288 * 30);
    CHECK(answer.usd_per_month == answer.costs[0].usd_per_month + answer.costs[1].usd_per_month);
}

}  // namespace
}  // namespace picket
