// Any bytes as a metrics report, in JSON and in CBOR: values that are measurements, or a reason;
// and a call of Publish with them that is answered, and leaves rows that can be read again.
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <string>

#include "base/base64.h"
#include "picket/engine.h"
#include "service/detect/report.h"
#include "text/cidr.h"

namespace {

using namespace picket;

Engine start() {
    Engine engine;
    engine.call("CreateCustomMetric", R"({"metricName":"n","metricType":"number"})");
    engine.call("CreateCustomMetric", R"({"metricName":"ns","metricType":"number-list"})");
    engine.call("CreateCustomMetric", R"({"metricName":"ss","metricType":"string-list"})");
    engine.call("CreateCustomMetric", R"({"metricName":"ips","metricType":"ip-address-list"})");
    engine.call("CreateSecurityProfile",
                R"({"securityProfileName":"p","behaviors":[{"name":"b","metric":"n","criteria":)"
                R"({"comparisonOperator":"less-than","value":{"number":1}}},{"name":"c",)"
                R"("metric":"aws:all-bytes-in","criteria":{"comparisonOperator":"less-than",)"
                R"("durationSeconds":300,"statisticalThreshold":{"statistic":"p50"}}}]})");
    engine.call("AttachSecurityProfile", R"({"securityProfileName":"p","securityProfileTargetArn":)"
                                         R"("arn:aws:iot:us-east-1:123456789012:all/things"})");
    return engine;
}

void check(const Report& report) {
    if (!report.problem.empty()) return;
    PICKET_ASSERT(report.report_id.has_value());
    for (const ReportedValue& value : report.values) {
        PICKET_ASSERT(!value.series.empty());
        if (value.value.count) PICKET_ASSERT(*value.value.count >= 0);
        if (value.value.number) PICKET_ASSERT(std::isfinite(*value.value.number));
        if (value.value.ports) {
            for (const std::int64_t port : *value.value.ports)
                PICKET_ASSERT(port >= 1 && port <= 65535);
        }
        if (value.value.cidrs) {
            for (const std::string& address : *value.value.cidrs)
                PICKET_ASSERT(parse_cidr(address).has_value());
        }
    }
}

// One answer, besides what an alarm sends.
void check_answer(const World& world, const Report& report) {
    int answers = 0;
    for (const auto entry : world.messages) {
        const Message& message = entry.value;
        if (message.channel != MessageChannel::Mqtt) continue;
        ++answers;
        PICKET_ASSERT(message.destination.ends_with("/rejected") == !report.problem.empty());
    }
    PICKET_ASSERT(answers == 1);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const Engine kStart = start();
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    for (const auto& [format, name] :
         {std::pair{ReportFormat::Json, "json"}, {ReportFormat::Cbor, "cbor"}}) {
        const Report report = read_report(kStart.world(), bytes, format);
        check(report);
        Engine engine = kStart;
        const CallResult result = engine.call(
            "Publish", std::string(R"({"topic":"$aws/things/lamp/defender/metrics/)") + name +
                           R"(","payload":")" + base64_encode(bytes) + "\"}");
        PICKET_ASSERT(result.ok() || size > 128 * 1024);
        if (!result.ok()) continue;
        check_answer(engine.world(), report);
        engine.advance(engine.world().now + 400 * kSecond);
    }
    return 0;
}
