// What tests of Detect share: an account with one profile, devices that measure, and rows of text
// that say what is measured when, and what is the case then:
//
//     t+300  sent=54      -> alarm
//     t+600  report tcp=22,80 -> normal
//
// A row runs the clock to its time, lets the device measure, and looks at the active violations and
// the last value in them. Things that the service counts happen just before, so that a row at a
// multiple of 300 seconds is the datapoint of the five minutes that end there.
#pragma once

#include <doctest/doctest.h>

#include <sstream>
#include <string>
#include <vector>

#include "core/service/service_support.h"

namespace picket {

inline constexpr std::int64_t kHours = 3600;  // in seconds

inline std::string quote_list(const std::string& list) {
    std::string out;
    std::istringstream items(list);
    for (std::string item; std::getline(items, item, ',');)
        out += (out.empty() ? "\"" : ",\"") + item + "\"";
    return "[" + out + "]";
}

class Detecting {
public:
    Engine engine;

    // Times of reports and their ids are the test's own business, unless it is about them.
    explicit Detecting(StringMap<std::string> settings = {})
        : engine(options(std::move(settings))) {
        must(engine, "CreateThing", R"({"thingName":"lamp"})");
        const std::pair<const char*, const char*> customs[] = {{"n", "number"},
                                                               {"ns", "number-list"},
                                                               {"ss", "string-list"},
                                                               {"ips", "ip-address-list"}};
        for (const auto& [name, type] : customs) {
            must(engine, "CreateCustomMetric",
                 std::string(R"({"metricName":")") + name + R"(","metricType":")" + type + "\"}");
        }
    }

    void set(const char* setting, const std::string& value) {
        must(engine, "PutSetting",
             std::string(R"({"name":")") + setting + R"(","value":")" + value + "\"}");
    }

    static EngineOptions options(StringMap<std::string> settings) {
        EngineOptions options;
        options.settings = std::move(settings);
        if (options.settings.find("reportSpacingSeconds") == nullptr)
            options.settings["reportSpacingSeconds"] = "0";
        return options;
    }

    // A profile named "p" of all things, with one behavior "b".
    void watch(const std::string& metric, const std::string& criteria,
               const std::string& more = {}) {
        profile("[{\"name\":\"b\",\"metric\":\"" + metric + "\",\"criteria\":" + criteria + more +
                "}]");
    }
    void profile(const std::string& behaviors) {
        must(engine, "CreateSecurityProfile",
             "{\"securityProfileName\":\"p\",\"behaviors\":" + behaviors + "}");
        attach("all/things");
    }
    void attach(const std::string& target) {
        must(engine, "AttachSecurityProfile", target_json(target));
    }
    void detach(const std::string& target) {
        must(engine, "DetachSecurityProfile", target_json(target));
    }
    static std::string target_json(const std::string& target) {
        return "{\"securityProfileName\":\"p\",\"securityProfileTargetArn\":"
               "\"arn:aws:iot:us-east-1:123456789012:" +
               target + "\"}";
    }

    Timestamp at(std::int64_t seconds) const { return engine.options().start + seconds * kSecond; }
    void run_to(std::int64_t seconds) { engine.advance(at(seconds)); }

    // Publishes a report; `members` are those of metrics and custom_metrics.
    void report(const std::string& device, const std::string& members) {
        must(engine, "Publish",
             "{\"topic\":\"$aws/things/" + device +
                 "/defender/metrics/json\",\"payload\":{\"header\":{\"report_id\":" +
                 std::to_string(++report_id_) + ",\"version\":\"1.0\"}," + members + "}}");
    }
    void number(const std::string& device, const std::string& value) {
        report(device, R"("custom_metrics":{"n":[{"number":)" + value + "}]}");
    }
    void activity(const std::string& device, const std::string& members) {
        must(engine, "PutDeviceActivity", "{\"thingName\":\"" + device + "\"," + members + "}");
    }

    bool in_alarm(const std::string& filter = {}) {
        return !list_all(engine, "ListActiveViolations", "activeViolations", "violationId", filter,
                         250)
                    .empty();
    }
    // "in-alarm@300 alarm-cleared@600": all events, the oldest first, seconds after the start.
    std::string events(const std::string& filter = {}) {
        const std::string body = must(
            engine, "ListViolationEvents",
            "{" + filter + (filter.empty() ? "" : ",") + "\"maxResults\":250,\"startTime\":0," +
                "\"endTime\":" + std::to_string((engine.world().now.ms / kSecond) + 1) + "}");
        const auto tree = read_json_strict(body);
        std::string out;
        const auto list = tree->find(0, "violationEvents");
        for (auto i = tree->first(list); i != tree->end(list); i = tree->node(i).next) {
            const double time = tree->node(tree->find(i, "violationEventTime")).number;
            const auto seconds = static_cast<std::int64_t>(time) -
                                 engine.options().start.ms / kSecond;
            std::string event(tree->node(tree->find(i, "violationEventType")).text);
            event += "@" + std::to_string(seconds);
            out = out.empty() ? event : event + " " + out;
        }
        return out;
    }
    std::string last_value() {
        if (engine.world().active_violations.empty()) return "";
        const auto& value = engine.world().active_violations.begin()->value.last_violation_value;
        return value ? to_json(*value) : "";
    }

    void measure(std::int64_t seconds, const std::string& what) {
        if (what == "-") return run_to(seconds);
        const std::size_t equals = what.find('=');
        const std::string name = what.substr(0, equals);
        const std::string value = what.substr(equals + 1);
        const bool cloud = name == "sent" || name == "received" || name == "size" ||
                           name == "failures" || name == "connects" || name == "disconnects" ||
                           name == "from";
        run_to(cloud ? seconds - 1 : seconds);
        if (cloud) {
            act(name, value);
            run_to(seconds);
        } else {
            tell(name, value);
        }
    }

    void check_rows(const std::string& rows) {
        std::istringstream lines(rows);
        for (std::string line; std::getline(lines, line);) {
            std::istringstream row(line);
            std::string time, what, arrow, state, value;
            if (!(row >> time >> what >> arrow >> state)) continue;
            row >> value;
            CAPTURE(line);
            measure(std::stoll(time.substr(2)), what);
            CHECK((in_alarm() ? "alarm" : "normal") == state);
            if (!value.empty()) CHECK(last_value() == value);
        }
    }

private:
    void act(const std::string& name, const std::string& value) {
        if (name == "sent") {
            activity("lamp", R"("messagesSent":[{"topic":"t","bytes":10,"count":)" + value + "}]");
        } else if (name == "received") {
            activity("lamp",
                     R"("messagesReceived":[{"topic":"t","bytes":10,"count":)" + value + "}]");
        } else if (name == "failures") {
            activity("lamp", R"("authorizationFailures":[{"count":)" + value + "}]");
        } else if (name == "connects") {
            activity("lamp", "\"connectionAttempts\":" + value);
        } else if (name == "disconnects") {
            activity("lamp", "\"disconnects\":" + value);
        } else if (name == "from") {
            activity("lamp", "\"sourceIpAddresses\":" + quote_list(value));
        } else {
            std::string sizes;
            std::istringstream items(value);
            for (std::string item; std::getline(items, item, ',');)
                sizes += (sizes.empty() ? "" : ",") + ("{\"topic\":\"t\",\"bytes\":" + item + "}");
            activity("lamp", "\"messagesSent\":[" + sizes + "]");
        }
    }
    void tell(const std::string& name, const std::string& value) {
        if (name == "n") return number("lamp", value);
        if (name == "ns")
            return report("lamp", R"("custom_metrics":{"ns":[{"number_list":[)" + value + "]}]}");
        if (name == "ss") {
            return report("lamp",
                          R"("custom_metrics":{"ss":[{"string_list":)" + quote_list(value) + "}]}");
        }
        if (name == "ips") {
            return report("lamp",
                          R"("custom_metrics":{"ips":[{"ip_list":)" + quote_list(value) + "}]}");
        }
        if (name == "tcp" || name == "udp") {
            std::string ports;
            std::istringstream items(value);
            for (std::string item; std::getline(items, item, ',');)
                ports += (ports.empty() ? "{\"port\":" : ",{\"port\":") + item + "}";
            return report("lamp", "\"metrics\":{\"listening_" + name + "_ports\":{\"ports\":[" +
                                      ports + "]}}");
        }
        if (name == "remote") {
            std::string list;
            std::istringstream items(value);
            for (std::string item; std::getline(items, item, ',');)
                list += (list.empty() ? "" : ",") + ("{\"remote_addr\":\"" + item + ":443\"}");
            return report("lamp", "\"metrics\":{\"tcp_connections\":{\"established_connections\":"
                                  "{\"connections\":[" +
                                      list + "]}}}");
        }
        report("lamp", "\"metrics\":{\"network_stats\":{\"" + name + "\":" + value + "}}");
    }

    std::int64_t report_id_ = 0;
};

}  // namespace picket
