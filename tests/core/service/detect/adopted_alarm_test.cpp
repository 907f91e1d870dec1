// Goal: an alarm that came with a documented response lives on where a behavior watches its device,
// and stays as it was printed where none does.
#include "core/service/detect/detect_support.h"

namespace picket {
namespace {

// The lamp is in alarm since the start, by the guide's word.
struct Documented : Detecting {
    void load() {
        const std::string start = std::to_string(engine.options().start.ms / kSecond);
        must(engine, "LoadDocumentedResponse",
             R"({"operation":"ListActiveViolations","request":{},"response":{"activeViolations":[{)"
             R"("violationId":"a1","thingName":"lamp","securityProfileName":"p","behavior":{)"
             R"("name":"b","metric":"aws:num-messages-sent","criteria":{"comparisonOperator":)"
             R"("less-than","value":{"count":10},"durationSeconds":300}},)"
             R"("lastViolationValue":{"count":54},"lastViolationTime":)" +
                 start + ",\"violationStartTime\":" + start + "}]}}");
    }
    void watch_lamp() {
        watch("aws:num-messages-sent",
              R"({"comparisonOperator":"less-than","value":{"count":10},"durationSeconds":300})");
    }
};

}  // namespace

TEST_CASE("adopted alarm: datapoints go on with it, or clear it, under the id it came with") {
    Documented test;
    SUBCASE("the profile was there before") {
        test.watch_lamp();
        test.load();
    }
    SUBCASE("the profile came afterwards") {
        test.load();
        test.watch_lamp();
    }
    test.measure(300, "sent=60");
    CHECK(test.last_value() == R"({"count":60})");
    CHECK(test.events().empty());
    test.measure(600, "sent=1");
    CHECK(test.events() == "alarm-cleared@600");
    CHECK(test.engine.world().violation_events.begin()->value.violation_id == "a1");
    CHECK_FALSE(test.in_alarm());
    test.measure(900, "sent=60");
    CHECK(test.events() == "alarm-cleared@600 in-alarm@900");
}

TEST_CASE("adopted alarm: silence, detaching and deletion invalidate it") {
    Documented test;
    test.watch_lamp();
    test.load();
    test.run_to(100);
    SUBCASE("silence, since the time it was last violated") {
        test.run_to(48 * kHours);
        CHECK(test.in_alarm());
        test.run_to(49 * kHours);
        CHECK(test.events() == "alarm-invalidated@" + std::to_string(49 * kHours));
    }
    SUBCASE("the profile is detached") {
        test.detach("all/things");
        CHECK(test.events() == "alarm-invalidated@100");
        // It is told as what this call did.
        const std::int64_t entry = test.engine.journal().last()->key;
        std::size_t told = 0;
        for (const auto line : test.engine.world().chronicle)
            told += line.value.kind == "alarm.invalidated" && line.value.entry_id == entry;
        CHECK(told == 1);
        for (const auto message : test.engine.world().messages)
            CHECK(message.value.entry_id == entry);
    }
    SUBCASE("the thing is deleted") {
        must(test.engine, "DeleteThing", R"({"thingName":"lamp"})");
        CHECK(test.events() == "alarm-invalidated@100");
    }
    CHECK_FALSE(test.in_alarm());
}

TEST_CASE("adopted alarm: without a behavior that watches the device it stays as printed") {
    Documented test;
    test.load();
    CHECK(test.engine.world().detect_counters.empty());
    test.run_to(100 * kHours);
    CHECK(test.in_alarm());
}

}  // namespace picket
