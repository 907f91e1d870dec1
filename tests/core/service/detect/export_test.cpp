// Goal: values that are exported together come in few messages, and each is in one of them.
#include "core/service/detect/detect_support.h"

namespace picket {
namespace {

std::size_t exported_in(const std::string& body) {
    std::size_t count = 0;
    for (std::size_t at = body.find("\"thing\":"); at != std::string::npos;
         at = body.find("\"thing\":", at + 1))
        ++count;
    return count;
}

std::vector<std::size_t> exported_values(const Engine& engine) {
    std::vector<std::size_t> counts;
    for (const auto entry : engine.world().messages) {
        if (entry.value.destination == "export/all")
            counts.push_back(exported_in(entry.value.body.text));
    }
    return counts;
}

void export_all(Detecting& test, const std::string& behaviors) {
    test.profile(behaviors);
    must(test.engine, "UpdateSecurityProfile",
         R"({"securityProfileName":"p","metricsExportConfig":{"mqttTopic":"export/all",)"
         R"("roleArn":"arn:aws:iam::123456789012:role/export"}})");
}

}  // namespace

TEST_CASE("export: the metrics of one report are one message") {
    Detecting test;
    export_all(test, R"([{"name":"b","metric":"n","exportMetric":true,"criteria":)"
                     R"({"comparisonOperator":"less-than","value":{"number":10}}},)"
                     R"({"name":"c","metric":"aws:all-bytes-in","exportMetric":true,"criteria":)"
                     R"({"comparisonOperator":"less-than","value":{"count":10},)"
                     R"("durationSeconds":300}}])");
    test.run_to(300);
    test.report("lamp", R"("metrics":{"network_stats":{"bytes_in":5}},)"
                        R"("custom_metrics":{"n":[{"number":2.5}]})");
    CHECK(exported_values(test.engine) == std::vector<std::size_t>{2});
}

TEST_CASE("export: values of many devices come 256 in a message, none twice") {
    Detecting test;
    export_all(test, R"([{"name":"b","metric":"aws:num-messages-sent","exportMetric":true,)"
                     R"("criteria":{"comparisonOperator":"less-than","value":{"count":100000},)"
                     R"("durationSeconds":300}}])");
    must(test.engine, "CreateFleet",
         R"({"fleetName":"f","archetype":"INDUSTRIAL_SENSOR","count":600})");
    test.run_to(300);
    const auto counts = exported_values(test.engine);
    std::size_t all = 0;
    for (const std::size_t count : counts) all += count;
    CHECK(all > 512);
    CHECK(counts.size() == 3);
    for (const std::size_t count : counts) CHECK(count <= 256);
}

}  // namespace picket
