// Request rates. Goal: a bucket passes what the quota says and not one more, on the virtual clock,
// for each operation alone; and nothing happens while the setting is off.
#include "picket/request_rates.h"

#include <doctest/doctest.h>

#include "base/random.h"

namespace picket {
namespace {

const HttpRequest kList = {"GET", "/things", {}, ""};

Engine limited(const char* burst_seconds = "1") {
    StringMap<std::string> settings;
    settings["requestRateLimits"] = "on";
    settings["requestBurstSeconds"] = burst_seconds;
    return Engine({.settings = settings});
}

int passed(RequestRates& rates, const Engine& engine, const HttpRequest& request, int count) {
    int through = 0;
    for (int i = 0; i < count; ++i) through += rates.refuse(engine, request) ? 0 : 1;
    return through;
}

}  // namespace

TEST_CASE("request rates: off lets everything through") {
    RequestRates rates;
    CHECK(passed(rates, Engine(), kList, 1000) == 1000);
}

TEST_CASE("request rates: a burst passes, then one for each part of a second") {
    Engine engine = limited();
    RequestRates rates;
    CHECK(passed(rates, engine, kList, 50) == 10);
    engine.advance(engine.world().now + 99);
    CHECK(passed(rates, engine, kList, 5) == 0);
    engine.advance(engine.world().now + 1);
    CHECK(passed(rates, engine, kList, 5) == 1);
    engine.advance(engine.world().now + kHour);
    CHECK(passed(rates, engine, kList, 50) == 10);

    Engine patient = limited("3");
    RequestRates others;
    CHECK(passed(others, patient, kList, 50) == 30);
}

TEST_CASE("request rates: the refusal says rate, burst and the moment to try again") {
    Engine engine = limited();
    RequestRates rates;
    passed(rates, engine, {"GET", "/mitigationactions/actions/a", {}, ""}, 25);
    const auto refused = rates.refuse(engine, {"GET", "/mitigationactions/actions/a", {}, ""});
    REQUIRE(refused);
    CHECK(refused->status == 400);
    CHECK(refused->body ==
          R"({"message":"Rate exceeded: DescribeMitigationAction takes 25 requests per second, )"
          R"(and 25 at once. Try again at 2026-01-01T00:00:00.040Z of the virtual clock, or set )"
          R"(requestRateLimits to off."})");
    bool typed = false;
    for (const auto& [name, value] : refused->headers)
        typed = typed || (name == "x-amzn-errortype" && value == "ThrottlingException");
    CHECK(typed);
    // It was the right moment.
    engine.advance(engine.world().now + 39);
    CHECK(rates.refuse(engine, {"GET", "/mitigationactions/actions/a", {}, ""}));
    engine.advance(engine.world().now + 1);
    CHECK_FALSE(rates.refuse(engine, {"GET", "/mitigationactions/actions/a", {}, ""}));
}

TEST_CASE("request rates: operations do not share, and some are not limited") {
    Engine engine = limited();
    RequestRates rates;
    CHECK(passed(rates, engine, kList, 50) == 10);
    CHECK(passed(rates, engine, {"GET", "/thing-groups", {}, ""}, 50) == 10);
    CHECK(passed(rates, engine, {"POST", "/_picket/DescribeAccount", {}, "{}"}, 50) == 50);
    CHECK(passed(rates, engine, {"GET", "/v2LoggingOptions", {}, ""}, 50) == 50);
    CHECK(passed(rates, engine, {"GET", "/nowhere", {}, ""}, 50) == 50);
    CHECK(requests_per_second("ListMetricValues") == 15);
    CHECK(requests_per_second("UpdateScheduledAudit") == 5);
}

TEST_CASE("request rates: in any stretch no more than the burst and the rate pass") {
    for (std::uint64_t seed = 1; seed <= 20; ++seed) {
        CAPTURE(seed);
        Random random(seed, "rates");
        Engine engine = limited();
        RequestRates rates;
        const Timestamp start = engine.world().now;
        std::int64_t through = 0;
        for (int i = 0; i < 400; ++i) {
            engine.advance(engine.world().now + static_cast<std::int64_t>(random.pick(120)));
            if (!rates.refuse(engine, kList)) ++through;
            const std::int64_t passed_ms = engine.world().now - start;
            CHECK(through <= 10 + passed_ms * 10 / 1000);
        }
        CHECK(through >= (engine.world().now - start) * 10 / 1000 * 9 / 10);
    }
}

}  // namespace picket
