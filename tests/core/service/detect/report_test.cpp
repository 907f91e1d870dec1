// Metrics reports: long and short names, JSON and CBOR, everything the guide's table has; and
// reports that are rejected or dropped, each with its reason, and nothing of them kept.
#include "core/service/detect/detect_support.h"

#include <cstring>

#include "base/base64.h"
#include "picket/metric_history.h"

namespace picket {
namespace {

constexpr std::string_view kLong = R"({"header":{"report_id":1530304554,"version":"1.0"},
    "metrics":{
        "listening_tcp_ports":{"ports":[{"interface":"eth0","port":24800},{"port":22},
            {"interface":"eth1","port":22}],"total":3},
        "listening_udp_ports":{"ports":[{"interface":"eth0","port":5353}],"total":1},
        "network_stats":{"bytes_in":29358693495,"bytes_out":26485035,"packets_in":10013573555,
            "packets_out":11382615},
        "tcp_connections":{"established_connections":{"connections":[
            {"local_interface":"eth0","local_port":80,"remote_addr":"192.168.0.1:8000"},
            {"remote_addr":"[2001:db8::1]:443"},{"remote_addr":"2001:db8::2:443"},
            {"remote_addr":"192.168.0.1:8001"}]}}},
    "custom_metrics":{"n":[{"number":-4.5}],"ns":[{"number_list":[1,2.5]}],
        "ss":[{"string_list":["a",""]}],"ips":[{"ip_list":["192.0.2.1","2001:db8::1"]}]}})";
constexpr std::string_view kShort = R"({"hed":{"rid":1530304554,"v":"1.0"},
    "met":{"tp":{"pts":[{"if":"eth0","pt":24800},{"pt":22},{"if":"eth1","pt":22}],"t":3},
        "up":{"pts":[{"if":"eth0","pt":5353}],"t":1},
        "ns":{"bi":29358693495,"bo":26485035,"pi":10013573555,"po":11382615},
        "tc":{"ec":{"cs":[{"li":"eth0","lp":80,"rad":"192.168.0.1:8000"},
            {"rad":"[2001:db8::1]:443"},{"rad":"2001:db8::2:443"},{"rad":"192.168.0.1:8001"}]}}},
    "cmet":{"n":[{"number":-4.5}],"ns":[{"number_list":[1,2.5]}],
        "ss":[{"string_list":["a",""]}],"ips":[{"ip_list":["192.0.2.1","2001:db8::1"]}]}})";

// A profile that keeps every metric a device can report.
struct Reporting : Detecting {
    explicit Reporting(StringMap<std::string> settings = {}) : Detecting(std::move(settings)) {
        must(engine, "CreateSecurityProfile",
             R"({"securityProfileName":"p","additionalMetricsToRetainV2":[)"
             R"({"metric":"aws:listening-tcp-ports"},{"metric":"aws:num-listening-tcp-ports"},)"
             R"({"metric":"aws:listening-udp-ports"},{"metric":"aws:num-listening-udp-ports"},)"
             R"({"metric":"aws:all-bytes-in"},{"metric":"aws:all-bytes-out"},)"
             R"({"metric":"aws:all-packets-in"},{"metric":"aws:all-packets-out"},)"
             R"({"metric":"aws:destination-ip-addresses"},)"
             R"({"metric":"aws:num-established-tcp-connections"},)"
             R"({"metric":"n"},{"metric":"ns"},{"metric":"ss"},{"metric":"ips"}]})");
        attach("all/things");
    }
    std::string publish(const std::string& payload, const std::string& format = "json") {
        return engine
            .call("Publish", "{\"topic\":\"$aws/things/lamp/defender/metrics/" + format +
                                 "\",\"payload\":" + payload + "}")
            .body;
    }
    // The newest message: its topic's end, and why it was rejected.
    std::string answer() {
        if (engine.world().messages.empty()) return "none";
        const Message& message = engine.world().messages.begin()->value;
        const std::string end = message.destination.substr(message.destination.rfind('/') + 1);
        return end + (message.remark ? ": " + *message.remark : std::string());
    }
    std::string values() {
        std::string out;
        for (const MeasuredSeries& series : measured_series(engine.world(), {}, 100)) {
            for (const MetricPoint& point :
                 metric_history(engine.world(), series, kTimestampMin, engine.world().now, 100))
                out += series.series + "=" + to_json(point.value) + "\n";
        }
        return out;
    }
};

constexpr std::string_view kValues = R"(aws:all-bytes-in={"count":29358693495}
aws:all-bytes-out={"count":26485035}
aws:all-packets-in={"count":10013573555}
aws:all-packets-out={"count":11382615}
aws:destination-ip-addresses={"cidrs":["192.168.0.1","2001:db8::1","2001:db8::2"]}
aws:listening-tcp-ports={"ports":[24800,22]}
aws:listening-udp-ports={"ports":[5353]}
aws:num-established-tcp-connections={"count":4}
aws:num-listening-tcp-ports={"count":3}
aws:num-listening-udp-ports={"count":1}
ips={"cidrs":["192.0.2.1","2001:db8::1"]}
n={"number":-4.5}
ns={"numbers":[1,2.5]}
ss={"strings":["a",""]}
)";

// A small CBOR writer, apart from the reader: enough to turn any JSON into it.
void head(std::string& out, int major, std::uint64_t value) {
    if (value < 24) {
        out += static_cast<char>(major << 5 | static_cast<int>(value));
        return;
    }
    out += static_cast<char>(major << 5 | 27);
    for (int shift = 56; shift >= 0; shift -= 8) out += static_cast<char>(value >> shift & 0xFF);
}
void text(std::string& out, std::string_view value) {
    head(out, 3, value.size());
    out += value;
}
void to_cbor(const JsonTree& tree, std::uint32_t node, std::string& out) {
    const JsonNode& value = tree.node(node);
    switch (value.kind) {
    case JsonKind::Null:
        out += '\xF6';
        return;
    case JsonKind::Bool:
        out += value.boolean ? '\xF5' : '\xF4';
        return;
    case JsonKind::Integer:
        if (value.integer >= 0) return head(out, 0, static_cast<std::uint64_t>(value.integer));
        return head(out, 1, static_cast<std::uint64_t>(-1 - value.integer));
    case JsonKind::Double: {
        std::uint64_t bits = 0;
        std::memcpy(&bits, &value.number, sizeof bits);
        out += '\xFB';
        for (int shift = 56; shift >= 0; shift -= 8) out += static_cast<char>(bits >> shift & 0xFF);
        return;
    }
    case JsonKind::String:
        return text(out, value.text);
    case JsonKind::Array:
    case JsonKind::Object:
        break;
    }
    const bool object = value.kind == JsonKind::Object;
    head(out, object ? 5 : 4, value.children);
    for (auto i = tree.first(node); i != tree.end(node); i = tree.node(i).next) {
        if (object) text(out, tree.node(i).key);
        to_cbor(tree, i, out);
    }
}
std::string cbor_of(std::string_view json) {
    const auto tree = read_json_strict(json);
    REQUIRE(static_cast<bool>(tree));
    std::string out;
    to_cbor(*tree, 0, out);
    return out;
}

std::string with(std::string text, std::string_view from, std::string_view to) {
    const std::size_t at = text.find(from);
    REQUIRE(at != std::string::npos);
    return text.replace(at, from.size(), to);
}

}  // namespace

TEST_CASE("report: long names, short names and CBOR say the same") {
    Reporting test;
    test.run_to(300);
    SUBCASE("long") { test.publish(std::string(kLong)); }
    SUBCASE("short") { test.publish(std::string(kShort)); }
    SUBCASE("base64 of JSON") { test.publish('"' + base64_encode(kLong) + '"'); }
    SUBCASE("CBOR") { test.publish('"' + base64_encode(cbor_of(kShort)) + '"', "cbor"); }
    SUBCASE("CBOR over HTTP") {
        const HttpResponse response = test.engine.request(
            {"POST",
             "/topics/%24aws%2Fthings%2Flamp%2Fdefender%2Fmetrics%2Fcbor",
             {},
             cbor_of(kLong)});
        CHECK(response.status == 200);
        CHECK(response.body.empty());
    }
    SUBCASE("JSON over HTTP") {
        CHECK(test.engine
                  .request({"POST",
                            "/topics/%24aws%2Fthings%2Flamp%2Fdefender%2Fmetrics%2Fjson",
                            {},
                            std::string(kLong)})
                  .status == 200);
    }
    CHECK(test.answer() == "accepted");
    CHECK(test.values() == kValues);
    const Message& message = test.engine.world().messages.begin()->value;
    CHECK(message.destination ==
          "$aws/things/lamp/defender/metrics/" +
              std::string(message.destination.find("cbor") != std::string::npos ? "cbor" : "json") +
              "/accepted");
    CHECK(message.body.text ==
          R"({"thingName":"lamp","reportId":1530304554,"status":"ACCEPTED","timestamp":)" +
              std::to_string(test.at(300).ms) + "}");
}

TEST_CASE("report: mistakes are rejected with their place, and nothing is kept") {
    struct Row {
        const char* from;
        const char* to;
        const char* reason;
    };
    const Row rows[] = {
        {R"("report_id":1530304554,)", "", "header: report_id is missing"},
        {"1530304554", "\"1\"", "header.report_id: a whole number is needed"},
        {"1530304554", "1.5", "header.report_id: a whole number is needed"},
        {R"("1.0")", "1.0", "header.version: a text of the form Major.Minor"},
        {R"("1.0")", R"("1")", "header.version: a text of the form Major.Minor"},
        {R"(,"version":"1.0")", "", "header: version is missing"},
        {R"("header")", R"("head")", "header is missing"},
        {"29358693495", "-1", "metrics.network_stats.bytes_in: the number is negative"},
        {"29358693495", "1.5", "bytes_in: a whole number is needed"},
        {"29358693495", "1e300", "larger than 9007199254740992"},
        {"29358693495", "null", "bytes_in: a number is needed"},
        {R"("port":24800)", R"("port":0)", "ports[0].port: a port is a number from 1 to 65535"},
        {R"("port":24800)", R"("port":65536)", "a port is a number from 1 to 65535"},
        {R"("interface":"eth0","port":24800)", R"("interface":"eth0")",
         "ports[0]: port is missing"},
        {R"("interface":"eth0")", R"("interface":7)", "interface: a text is needed"},
        {R"("remote_addr":"192.168.0.1:8000")", R"("x":1)", "remote_addr is missing"},
        {"192.168.0.1:8000", "192.168.0.1", "ADDRESS:PORT"},
        {"192.168.0.1:8000", "192.168.0.1:x", "ADDRESS:PORT"},
        {"192.168.0.1:8000", "host:80", "ADDRESS:PORT"},
        {R"([{"number":-4.5}])", R"({"number":-4.5})", "custom_metrics.n: a list is needed"},
        {R"([{"number":-4.5}])", R"([{"number":1},{"number":2}])", "exactly one object"},
        {R"([{"number":-4.5}])", "[]", "exactly one object"},
        {R"({"number":-4.5})", R"({"number_list":[1]})", "so exactly number is needed"},
        {R"({"number":-4.5})", R"({"number":"1"})", "number: a number is needed"},
        {R"("192.0.2.1")", R"("192.0.2.0/24")", "an address is needed"},
        {R"("192.0.2.1")", "1", "a text is needed"},
        {R"("metrics":{)", R"("met":{"ns":{"bi":1}},"metrics":{)", "its long and by its short"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.reason);
        CAPTURE(row.to);
        Reporting test;
        test.run_to(300);
        const std::string report = with(std::string(kLong), row.from, row.to);
        CHECK(test.publish(report) == "{}");
        CHECK_MESSAGE(test.answer().find(row.reason) != std::string::npos, test.answer());
        CHECK(test.answer().starts_with("rejected"));
        CHECK(test.values().empty());
        CHECK(test.engine.world().device_reports.empty());
    }
}

TEST_CASE("report: texts that are no report at all are rejected, in the documented form") {
    Reporting test;
    test.run_to(300);
    for (const std::string bytes :
         {"", "x", "{}", "[]", "null", "{\"header\":{\"report_id\":1,\"version\":\"1.0\"}}",
          "{\"header\":{\"report_id\":1,\"report_id\":2}}", "{\"header\":NaN}"}) {
        CAPTURE(bytes);
        test.publish('"' + base64_encode(bytes) + '"');
        CHECK(test.answer().starts_with("rejected"));
        test.publish('"' + base64_encode(bytes) + '"', "cbor");
        CHECK(test.answer().starts_with("rejected"));
    }
    const Message& message = test.engine.world().messages.begin()->value;
    CHECK(message.body.text.find(R"("status":"REJECTED","statusDetails":{"ErrorCode":)"
                                 R"("InvalidPayload","ErrorMessage":"Malformed metrics report"},)"
                                 R"("timestamp":)") != std::string::npos);
}

TEST_CASE("report: every truncated CBOR report is rejected") {
    const std::string whole = cbor_of(kShort);
    Reporting test;
    test.run_to(300);
    for (std::size_t size = 0; size < whole.size(); ++size) {
        CAPTURE(size);
        test.publish('"' + base64_encode(whole.substr(0, size)) + '"', "cbor");
        CHECK(test.answer().starts_with("rejected"));
    }
    CHECK(test.values().empty());
}

TEST_CASE("report: a payload that is a text, and not base64, is a mistake of the call") {
    Reporting test;
    CHECK(test.publish("\"not base64\"").find("base64") != std::string::npos);
    CHECK(test.answer() == "none");
}

TEST_CASE("report: ids must increase, unless they need not") {
    const auto second = [](const char* setting, const char* id) {
        Reporting test;
        test.set("reportIds", setting);
        test.run_to(300);
        test.publish(std::string(kLong));
        test.run_to(600);
        test.publish(with(std::string(kLong), "1530304554", id));
        return test.answer();
    };
    CHECK(second("increasing", "1530304555") == "accepted");
    CHECK(second("increasing", "1530304554").starts_with("rejected: report_id is 1530304554"));
    CHECK(second("increasing", "1").starts_with("rejected"));
    CHECK(second("any", "1530304554") == "accepted");
}

TEST_CASE("report: one that comes too soon is dropped without an answer") {
    StringMap<std::string> settings;
    settings["reportSpacingSeconds"] = "300";
    Reporting test(settings);
    test.run_to(300);
    test.publish(std::string(kLong));
    test.run_to(599);
    test.publish(with(std::string(kLong), "1530304554", "1530304555"));
    CHECK(test.engine.world().messages.size() == 1);
    CHECK(test.values() == kValues);
    CHECK(test.engine.world().chronicle.last()->value.kind == "report.dropped");
    test.run_to(600);
    test.publish(with(std::string(kLong), "1530304554", "1530304556"));
    CHECK(test.engine.world().messages.size() == 2);
}

TEST_CASE("report: mixed names are taken, unless they are not") {
    for (const auto& [value, answer] : {std::pair{"mixed", "accepted"}, {"uniform", "rejected"}}) {
        Reporting test;
        test.set("reportNames", value);
        test.run_to(300);
        test.publish(with(std::string(kLong), "bytes_in", "bi"));
        CHECK(test.answer().starts_with(answer));
    }
}

TEST_CASE("report: custom metrics that nobody defined are left out, or rejected") {
    for (const auto& [value, answer] : {std::pair{"ignore", "accepted"}, {"reject", "rejected"}}) {
        Reporting test;
        test.set("unknownReportMetrics", value);
        test.run_to(300);
        test.publish(with(std::string(kLong), "\"n\":", "\"other\":"));
        CHECK(test.answer().starts_with(answer));
        CHECK(test.values().find("other") == std::string::npos);
    }
}

TEST_CASE("report: other topics are only kept, and reserved ones are refused") {
    Reporting test;
    must(test.engine, "Publish", R"({"topic":"home/lamp","payload":{"on":true}})");
    const Message& message = test.engine.world().messages.begin()->value;
    CHECK(message.destination == "home/lamp");
    CHECK(message.body.text == R"({"on":true})");
    for (const auto topic :
         {"$aws/things/lamp/shadow/update", "$aws/things/a/b/defender/metrics/json",
          "$aws/things/lamp/defender/metrics/xml", "a/#", "a/+"}) {
        CAPTURE(topic);
        CHECK_FALSE(test.engine.call("Publish", std::string(R"({"topic":")") + topic + "\"}").ok());
    }
}

}  // namespace picket
