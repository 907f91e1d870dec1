// Every metric, operator, value kind, duration and dimension through the doors: reports and
// activity go in, active violations come out. Rows are explained in detect_support.h.
#include "core/service/detect/detect_support.h"

namespace picket {

TEST_CASE("rules: the published sample of messages sent") {
    Detecting test;
    test.watch("aws:num-messages-sent",
               R"({"comparisonOperator":"less-than","value":{"count":10},"durationSeconds":300})");
    test.check_rows(R"(
        t+300  sent=9  -> normal
        t+600  sent=10 -> alarm  {"count":10}
        t+900  sent=54 -> alarm  {"count":54}
        t+1200 sent=1  -> normal
        t+1500 sent=54 -> alarm  {"count":54})");
    CHECK(test.events() == "in-alarm@600 alarm-cleared@1200 in-alarm@1500");
}

TEST_CASE("rules: each count that the service makes, and zeros while the device is active") {
    const std::pair<const char*, const char*> metrics[] = {
        {"aws:num-messages-sent", "sent"},
        {"aws:num-messages-received", "received"},
        {"aws:num-authorization-failures", "failures"},
        {"aws:num-connection-attempts", "connects"},
        {"aws:num-disconnects", "disconnects"}};
    for (const auto& [metric, name] : metrics) {
        CAPTURE(metric);
        Detecting test;
        test.watch(metric, R"({"comparisonOperator":"greater-than","value":{"count":3},)"
                           R"("durationSeconds":300})");
        const std::string what(name);
        const std::string other = what == "received" ? "sent" : "received";
        test.check_rows("t+300 " + what + "=4 -> normal\n" +  //
                        "t+600 " + what + "=3 -> alarm {\"count\":3}\n" + "t+900 " + what +
                        "=5 -> normal\n" + "t+1200 " + other + "=1 -> alarm {\"count\":0}\n" +
                        "t+1500 - -> alarm {\"count\":0}");
    }
}

TEST_CASE("rules: each count that a device reports") {
    const std::pair<const char*, const char*> metrics[] = {{"aws:all-bytes-out", "bytes_out"},
                                                           {"aws:all-bytes-in", "bytes_in"},
                                                           {"aws:all-packets-out", "packets_out"},
                                                           {"aws:all-packets-in", "packets_in"}};
    for (const auto& [metric, name] : metrics) {
        CAPTURE(metric);
        Detecting test;
        test.watch(metric, R"({"comparisonOperator":"less-than-equals","value":{"count":100},)"
                           R"("durationSeconds":600})");
        const std::string what(name);
        // The window is over at 600 s, and closes a second later.
        test.check_rows("t+100 " + what + "=60 -> normal\n" +  //
                        "t+400 " + what + "=60 -> normal\n" +  //
                        "t+600 - -> normal\n" +                //
                        "t+602 - -> alarm {\"count\":120}\n" + "t+700 " + what +
                        "=100 -> alarm\n" +  //
                        "t+1202 - -> normal");
        CHECK(test.events() == "in-alarm@600 alarm-cleared@1200");
    }
}

TEST_CASE("rules: states need no window, and with one the last value counts") {
    Detecting test;
    SUBCASE("established connections") {
        test.watch("aws:num-established-tcp-connections",
                   R"({"comparisonOperator":"less-than","value":{"count":2}})");
        test.check_rows(R"(
            t+300 remote=192.0.2.1,192.0.2.2 -> alarm {"count":2}
            t+600 remote=192.0.2.1 -> normal)");
    }
    SUBCASE("listening ports") {
        test.watch(
            "aws:num-listening-tcp-ports",
            R"({"comparisonOperator":"less-than","value":{"count":2},"durationSeconds":300})");
        test.check_rows(R"(
            t+100 tcp=22,80,443 -> normal
            t+200 tcp=22 -> normal
            t+302 - -> normal
            t+400 tcp=22 -> normal
            t+500 tcp=22,80,443 -> normal
            t+602 - -> alarm {"count":3})");
    }
}

TEST_CASE("rules: what counts of a state in a window is a setting") {
    const auto run = [](const char* value) {
        Detecting test;
        test.set("gaugeValue", value);
        test.watch(
            "aws:num-listening-tcp-ports",
            R"({"comparisonOperator":"less-than","value":{"count":4},"durationSeconds":300})");
        test.measure(100, "tcp=1,2,3,4,5");
        test.measure(200, "tcp=1");
        test.run_to(302);
        return test.in_alarm();
    };
    CHECK_FALSE(run("last"));
    CHECK(run("largest"));
    CHECK(run("sum"));
}

TEST_CASE("rules: message sizes, every message") {
    Detecting test;
    SUBCASE("the largest for less-than") {
        test.watch("aws:message-byte-size",
                   R"({"comparisonOperator":"less-than","value":{"count":100}})");
        test.check_rows(R"(
            t+300 size=10,99  -> normal
            t+600 size=10,100 -> alarm {"count":100})");
    }
    SUBCASE("the smallest for greater-than") {
        test.watch("aws:message-byte-size",
                   R"({"comparisonOperator":"greater-than","value":{"count":26}})");
        test.check_rows(R"(
            t+300 size=27,5000 -> normal
            t+600 size=26,5000 -> alarm {"count":26}
            t+900 received=1   -> alarm {"count":26})");
    }
}

TEST_CASE("rules: what is seen of message sizes is a setting") {
    const auto run = [](const char* value) {
        Detecting test;
        test.set("messageSizeValue", value);
        test.watch("aws:message-byte-size",
                   R"({"comparisonOperator":"greater-than","value":{"count":50}})");
        test.measure(300, "size=10,80");
        return test.last_value();
    };
    CHECK(run("extreme") == R"({"count":10})");
    CHECK(run("largest") == "");
    CHECK(run("mean") == R"({"count":45})");
}

TEST_CASE("rules: lists of ports, addresses, numbers and texts") {
    Detecting test;
    SUBCASE("ports in a set") {
        test.watch("aws:listening-tcp-ports",
                   R"({"comparisonOperator":"in-port-set","value":{"ports":[22,443]}})");
        test.check_rows(R"(
            t+300 tcp=22,443 -> normal
            t+600 tcp=22,23  -> alarm {"ports":[22,23]}
            t+900 tcp=       -> normal)");
    }
    SUBCASE("ports not in a set") {
        test.watch("aws:listening-udp-ports",
                   R"({"comparisonOperator":"not-in-port-set","value":{"ports":[69]}})");
        test.check_rows(R"(
            t+300 udp=53    -> normal
            t+600 udp=53,69 -> alarm {"ports":[53,69]})");
    }
    SUBCASE("destination addresses") {
        test.watch("aws:destination-ip-addresses",
                   R"({"comparisonOperator":"in-cidr-set","value":{"cidrs":["192.0.2.0/24"]}})");
        test.check_rows(R"(
            t+300 remote=192.0.2.9 -> normal
            t+600 remote=192.0.2.9,203.0.113.1 -> alarm {"cidrs":["192.0.2.9","203.0.113.1"]})");
    }
    SUBCASE("source addresses") {
        test.watch("aws:source-ip-address",
                   R"({"comparisonOperator":"not-in-cidr-set","value":{"cidrs":["10.0.0.0/8"]}})");
        test.check_rows(R"(
            t+300 from=192.0.2.9 -> normal
            t+600 from=192.0.2.9,10.1.2.3 -> alarm {"cidrs":["192.0.2.9","10.1.2.3"]})");
    }
    SUBCASE("custom texts") {
        test.watch("ss", R"({"comparisonOperator":"in-set","value":{"strings":["ok","low"]}})");
        test.check_rows(R"(
            t+300 ss=ok,low -> normal
            t+600 ss=ok,bad -> alarm {"strings":["ok","bad"]})");
    }
    SUBCASE("custom numbers") {
        test.watch("ns", R"({"comparisonOperator":"not-in-set","value":{"numbers":[1.5]}})");
        test.check_rows(R"(
            t+300 ns=1,2   -> normal
            t+600 ns=2,1.5 -> alarm {"numbers":[2,1.5]})");
    }
    SUBCASE("custom addresses") {
        test.watch("ips",
                   R"({"comparisonOperator":"in-cidr-set","value":{"cidrs":["2001:db8::/32"]}})");
        test.check_rows(R"(
            t+300 ips=2001:db8::1 -> normal
            t+600 ips=2001:db9::1 -> alarm {"cidrs":["2001:db9::1"]})");
    }
}

TEST_CASE("rules: whether every element counts, or any one, is a setting") {
    Detecting test;
    test.set("listQuantifier", "any");
    test.watch("aws:listening-tcp-ports",
               R"({"comparisonOperator":"in-port-set","value":{"ports":[22]}})");
    test.check_rows(R"(
        t+300 tcp=22,23 -> normal
        t+600 tcp=23    -> alarm)");
}

TEST_CASE("rules: custom numbers of any sign, with and without a window") {
    Detecting test;
    SUBCASE("each datapoint") {
        test.watch("n", R"({"comparisonOperator":"greater-than-equals","value":{"number":-1.5}})");
        test.check_rows(R"(
            t+10 n=-1.5 -> normal
            t+20 n=-1.6 -> alarm {"number":-1.6}
            t+30 n=1e300 -> normal)");
    }
    SUBCASE("summed up") {
        test.watch("n", R"({"comparisonOperator":"less-than","value":{"number":2.5},)"
                        R"("durationSeconds":300})");
        test.check_rows(R"(
            t+10  n=1.25 -> normal
            t+300 n=1.25 -> alarm {"number":2.5}
            t+600 n=1 -> normal)");
    }
}

TEST_CASE("rules: how numbers of a window become one is a setting") {
    const auto run = [](const char* value) {
        Detecting test;
        test.set("numberValue", value);
        test.watch("n", R"({"comparisonOperator":"greater-than","value":{"number":100},)"
                        R"("durationSeconds":300})");
        test.measure(10, "n=9");
        test.measure(300, "n=1");
        return test.last_value();
    };
    CHECK(run("sum") == R"({"number":10})");
    CHECK(run("last") == R"({"number":1})");
    CHECK(run("mean") == R"({"number":5})");
}

TEST_CASE("rules: all five durations add up, tumbling") {
    for (const int duration : {300, 600, 900, 1800, 3600}) {
        CAPTURE(duration);
        Detecting test;
        test.watch("aws:num-messages-sent",
                   R"({"comparisonOperator":"less-than","value":{"count":)" +
                       std::to_string(duration / 300) + R"(},"durationSeconds":)" +
                       std::to_string(duration) + "}");
        for (int seconds = 300; seconds < duration; seconds += 300) {
            test.measure(seconds, "sent=1");
            CHECK_FALSE(test.in_alarm());
        }
        test.measure(duration, "sent=1");
        CHECK(test.last_value() == "{\"count\":" + std::to_string(duration / 300) + "}");
        CHECK(test.events() == "in-alarm@" + std::to_string(duration));
        // A device that falls silent closes its window all the same.
        test.measure(duration + 300, "received=1");
        test.run_to(2 * duration + 2);
        CHECK_FALSE(test.in_alarm());
    }
}

TEST_CASE("rules: windows may slide") {
    const auto run = [](const char* kind) {
        Detecting test;
        test.set("windowKind", kind);
        test.watch("aws:num-messages-sent",
                   R"({"comparisonOperator":"less-than","value":{"count":10},)"
                   R"("durationSeconds":600})");
        for (const auto& [seconds, count] :
             {std::pair{300, 1}, {600, 6}, {900, 6}, {1200, 1}, {1500, 1}, {1800, 1}})
            test.measure(seconds, "sent=" + std::to_string(count));
        return test.events();
    };
    CHECK(run("tumbling") == "");
    CHECK(run("sliding") == "in-alarm@900 alarm-cleared@1200");
}

TEST_CASE("rules: the end of a window, or its start, may be the time of a datapoint") {
    const auto run = [](const char* value) {
        Detecting test;
        test.set("datapointTime", value);
        test.watch("aws:num-messages-sent",
                   R"({"comparisonOperator":"less-than","value":{"count":1},)"
                   R"("durationSeconds":600})");
        test.measure(600, "sent=1");
        return test.events();
    };
    CHECK(run("end") == "in-alarm@600");
    CHECK(run("start") == "in-alarm@0");
}

TEST_CASE("rules: dimensions count what matches, or all else") {
    Detecting test;
    must(
        test.engine, "CreateDimension",
        R"({"name":"d","type":"TOPIC_FILTER","stringValues":["home/${iot:ClientId}/#","alarm/+"]})");
    const auto behavior = [](const char* name, const char* metric, const char* more) {
        return std::string("{\"name\":\"") + name + "\",\"metric\":\"" + metric +
               "\",\"criteria\":{\"comparisonOperator\":\"less-than\",\"value\":{\"count\":5},"
               "\"durationSeconds\":300}" +
               more + "}";
    };
    test.profile(
        "[" + behavior("all", "aws:num-messages-sent", "") + "," +
        behavior("in", "aws:num-messages-sent", R"(,"metricDimension":{"dimensionName":"d"})") +
        "," +
        behavior("not", "aws:num-messages-sent",
                 R"(,"metricDimension":{"dimensionName":"d","operator":"NOT_IN"})") +
        "]");
    const auto alarmed = [&] {
        std::string names;
        for (const auto entry : test.engine.world().active_violations)
            names += entry.value.behavior.name + " ";
        return names;
    };
    test.run_to(299);
    test.activity("lamp", R"("messagesSent":[{"topic":"home/lamp/a","bytes":1,"count":3},)"
                          R"({"topic":"alarm/x","bytes":1,"count":2},{"topic":"x","count":4}])");
    test.run_to(300);
    CHECK(alarmed() == "all in ");
    test.run_to(599);
    test.activity("lamp", R"("messagesSent":[{"topic":"home/plug/a","count":5}])");
    test.run_to(600);
    CHECK(alarmed().find("not") != std::string::npos);
    CHECK(alarmed().find("in ") == std::string::npos);
    const std::string values = must(
        test.engine, "ListMetricValues",
        R"({"thingName":"lamp","metricName":"aws:num-messages-sent","dimensionName":"d",)"
        R"("dimensionValueOperator":"NOT_IN","startTime":0,"endTime":1767300000})");
    CHECK(values.find(R"("value":{"count":5})") != std::string::npos);
    CHECK(values.find(R"("value":{"count":4})") != std::string::npos);
}

TEST_CASE("rules: zeros of a device that does nothing are a setting") {
    const auto run = [](const char* value) {
        Detecting test;
        test.set("offlineZeros", value);
        test.watch("aws:num-messages-sent",
                   R"({"comparisonOperator":"greater-than","value":{"count":0},)"
                   R"("durationSeconds":300})");
        test.measure(300, "sent=1");
        test.run_to(900);
        return test.events();
    };
    CHECK(run("no") == "");
    CHECK(run("yes") == "in-alarm@600");
}

TEST_CASE("rules: how long a device is disconnected, every hour and when it returns") {
    const auto run = [](const char* unit) {
        Detecting test;
        test.set("disconnectDurationUnit", unit);
        test.watch("aws:disconnect-duration",
                   R"({"comparisonOperator":"less-than","value":{"count":100}})");
        test.activity("lamp", R"("connected":true)");
        test.run_to(600);
        test.activity("lamp", R"("connected":false,"disconnects":1)");
        test.run_to(600 + 3 * 3600 + 60);
        test.activity("lamp", R"("connected":true)");
        return test.last_value() + " " + test.events();
    };
    CHECK(run("minutes") == R"({"count":181} in-alarm@7800)");
    CHECK(run("seconds") == R"({"count":10860} in-alarm@4200)");
}

TEST_CASE("rules: how long a window waits for its datapoints is a setting") {
    const auto late = [](const char* grace) {
        Detecting test;
        test.set("windowGraceSeconds", grace);
        test.watch("n", R"({"comparisonOperator":"less-than","durationSeconds":300,)"
                        R"("value":{"number":5}})");
        test.measure(100, "n=6");
        test.run_to(301);
        return test.in_alarm();
    };
    CHECK(late("1"));
    CHECK_FALSE(late("60"));
}

}  // namespace picket
