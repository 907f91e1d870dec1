// Goal: what views are told was measured is what ListMetricValues answers, stored and simulated.
#include <doctest/doctest.h>

#include "core/service/service_support.h"
#include "picket/metric_history.h"

using namespace picket;

namespace {

constexpr std::string_view kSent = "aws:num-messages-sent";
constexpr std::string_view kBytes = "aws:all-bytes-out";

// Trackers that live for a day, one of which also sends a report of its own, and a lamp that only
// reports.
Engine measured_day() {
    Engine engine;
    must(engine, "CreateThing", R"({"thingName":"lamp"})");
    must(engine, "CreateFleet", R"({"fleetName":"vans","archetype":"ASSET_TRACKER","count":12})");
    must(engine, "CreateSecurityProfile",
         R"({"securityProfileName":"p","behaviors":[{"name":"sent","metric":)"
         R"("aws:num-messages-sent","criteria":{"comparisonOperator":"less-than","value":)"
         R"({"count":100000},"durationSeconds":300}}],"additionalMetricsToRetainV2":[{"metric":)"
         R"("aws:all-bytes-out"}]})");
    must(engine, "AttachSecurityProfile",
         R"({"securityProfileName":"p","securityProfileTargetArn":)"
         R"("arn:aws:iot:us-east-1:123456789012:all/things"})");
    engine.advance(kDefaultStart + 12 * kHour + 100 * kSecond);
    for (const char* const device : {"lamp", "vans-03"}) {
        must(engine, "Publish",
             std::string(R"({"topic":"$aws/things/)") + device +
                 R"(/defender/metrics/json","payload":{"header":{"report_id":1,"version":"1.0"},)"
                 R"("metrics":{"network_stats":{"bytes_out":7}}}})");
    }
    engine.advance(kDefaultStart + kDay);
    return engine;
}

std::vector<MetricPoint> all(const Engine& engine, const char* thing, std::string_view series) {
    return metric_history(engine.world(), {thing, std::string(series)}, kDefaultStart,
                          engine.world().now, 10'000);
}

}  // namespace

TEST_CASE("metric history: simulated values and reports of one device, the newest first") {
    const Engine engine = measured_day();
    const auto points = all(engine, "vans-03", kBytes);
    REQUIRE(points.size() > 20);
    std::size_t reports = 0;
    for (std::size_t i = 0; i < points.size(); ++i) {
        if (i > 0) CHECK(points[i].time < points[i - 1].time);
        reports += points[i].time == kDefaultStart + 12 * kHour + 100 * kSecond &&
                   points[i].value.count == 7;
    }
    CHECK(reports == 1);
    // A part of it is a part of it, and no more than is asked for.
    const Timestamp middle = points[points.size() / 2].time;
    const auto newer = metric_history(engine.world(), {"vans-03", std::string(kBytes)}, middle,
                                      engine.world().now, 10'000);
    CHECK(newer ==
          std::vector<MetricPoint>(
              points.begin(), points.begin() + static_cast<std::ptrdiff_t>(points.size() / 2 + 1)));
    CHECK(metric_history(engine.world(), {"vans-03", std::string(kBytes)}, kDefaultStart,
                         engine.world().now, 3)
              .size() == 3);
}

TEST_CASE("metric history: what is not asked for has none, and what is not retained is left out") {
    Engine engine = measured_day();
    CHECK(all(engine, "vans-03", "aws:all-bytes-in").empty());
    CHECK(all(engine, "lamp", kSent).empty());
    CHECK(all(engine, "lamp", kBytes).size() == 1);
    must(engine, "PutSetting", R"({"name":"metricRetentionDays","value":"1"})");
    engine.advance(kDefaultStart + 2 * kDay);
    CHECK(all(engine, "lamp", kBytes).empty());
    CHECK(all(engine, "vans-03", kSent).back().time >= kDefaultStart + kDay);
}

TEST_CASE("metric history: the series there are, of names with one beginning") {
    const Engine engine = measured_day();
    const auto of_lamp = measured_series(engine.world(), "lamp", 100);
    CHECK(of_lamp == std::vector<MeasuredSeries>{{"lamp", std::string(kBytes)}});
    const auto of_van = measured_series(engine.world(), "vans-03", 100);
    CHECK(of_van == std::vector<MeasuredSeries>{{"vans-03", std::string(kBytes)},
                                                {"vans-03", std::string(kSent)}});
    CHECK(measured_series(engine.world(), "", 100).size() == 1 + 12 * 2);
    const auto first = measured_series(engine.world(), "", 4);
    REQUIRE(first.size() == 4);
    CHECK(first.front() == of_lamp.front());
    CHECK(first.back().thing == "vans-02");
    CHECK(measured_series(engine.world(), "truck", 100).empty());
}
