// The documents on mitigating audit findings. Goal: what they show comes back value for value, and
// what they get wrong is refused with a hint.
#include "core/service/audit/audit_support.h"
#include "support/golden.h"

namespace picket {
namespace {

const std::string kAudit = "aef320b958891041e0c60c088afac64c";

// An account as the example of StartAuditMitigationActionsTask finds it.
Engine account_of_the_example() {
    Engine engine = engine_at("2019-06-10T13:00:00Z");
    must(engine, "LoadDocumentedResponse",
         load_json("DescribeAuditTask", "{\"taskId\":\"" + kAudit + "\"}",
                   R"({"taskStatus":"COMPLETED","taskType":"ON_DEMAND_AUDIT_TASK",)"
                   R"("taskStartTime":1560161017.172})"));
    must(engine, "CreateMitigationAction",
         R"({"actionName":"UpdateCACertAction",)"
         R"("roleArn":"arn:aws:iam::123456789012:role/MitigationActionsValidRole",)"
         R"("actionParams":{"updateCACertificateParams":{"action":"DEACTIVATE"}}})");
    return engine;
}

std::string start_json(const std::string& check) {
    return "{\"taskId\":\"myActionsTaskId\",\"target\":{\"auditTaskId\":\"" + kAudit +
           "\"},\"auditCheckToActionsMapping\":{\"" + check +
           "\":[\"UpdateCACertAction\"]},\"clientRequestToken\":\"adhadhahda\"}";
}

}  // namespace

TEST_CASE("audit documents: the list of mitigation tasks comes back, newest first") {
    const std::string tasks = R"({
    "tasks": [
        {
            "taskId": "actionsTaskId",
            "startTime": 1560174232.07,
            "taskStatus": "CANCELED"
        },
        {
            "taskId": "4e8acaf8-b7f0-4484-9b0d-01b979e61d8d",
            "startTime": 1560060994.965,
            "taskStatus": "COMPLETED"
        },
        {
            "taskId": "0e8f5a95-e43f-43fa-9aa4-57ff3efb946d",
            "startTime": 1560060860.243,
            "taskStatus": "COMPLETED"
        },
        {
            "taskId": "92d60009-33a1-45a7-a3c6-b28e938ec68a",
            "startTime": 1560060707.653,
            "taskStatus": "COMPLETED"
        },
        {
            "taskId": "bdea63c8-58bd-4798-9cb3-e949c7f1969a",
            "startTime": 1560060531.123,
            "taskStatus": "COMPLETED"
        },
        {
            "taskId": "61e146ef-69f4-41bf-9d37-5d667f72ef3d",
            "startTime": 1560060388.035,
            "taskStatus": "COMPLETED"
        },
        {
            "taskId": "2ef289dc-9bbd-422b-95ba-d96b7e626a60",
            "startTime": 1560060256.695,
            "taskStatus": "COMPLETED"
        },
        {
            "taskId": "a6cdc16b-6be3-4800-bafa-2b86d3f5d639",
            "startTime": 1560060097.613,
            "taskStatus": "COMPLETED"
        },
        {
            "taskId": "7ccf351b-e560-4eb2-8796-1dc1bcb25396",
            "startTime": 1560059925.477,
            "taskStatus": "COMPLETED"
        },
        {
            "taskId": "8f69ee5d-3e35-4c91-88e8-3c5f84c96fde",
            "startTime": 1560059345.473,
            "taskStatus": "COMPLETED"
        }
    ]
})";
    const std::string request = R"({"startTime":1560001663,"endTime":1560174463})";
    Engine engine = engine_at("2019-06-10T13:47:43Z");
    must(engine, "LoadDocumentedResponse",
         load_json("ListAuditMitigationActionsTasks", request, tasks));
    CHECK(must(engine, "ListAuditMitigationActionsTasks", request) == compact_json(tasks));
}

TEST_CASE("audit documents: the example task starts, with the check's name and without its full "
          "stop") {
    Engine engine = account_of_the_example();
    CHECK(must(engine, "StartAuditMitigationActionsTask",
               start_json("CA_CERTIFICATE_EXPIRING_CHECK")) == R"({"taskId":"myActionsTaskId"})");
    Engine other = account_of_the_example();
    const CallResult result = other.call("StartAuditMitigationActionsTask",
                                         start_json("CA_CERTIFICATE_EXPIRING_CHECK."));
    REQUIRE_FALSE(result.ok());
    CHECK(result.error->code == ErrorCode::InvalidRequest);
}

TEST_CASE("audit documents: names of the guide's table are refused, naming the right ones") {
    struct Row {
        const char* printed;
        const char* right;
    };
    for (const Row& row :
         {Row{"REVOKED_CA_CERT_CHECK", "REVOKED_CA_CERTIFICATE_STILL_ACTIVE_CHECK"},
          Row{"CA_CERT_APPROACHING_EXPIRATION_CHECK", "CA_CERTIFICATE_EXPIRING_CHECK"},
          Row{"DEVICE_CERT_APPROACHING_EXPIRATION_CHECK", "DEVICE_CERTIFICATE_EXPIRING_CHECK"},
          Row{"REVOKED_DEVICE_CERT_CHECK", "REVOKED_DEVICE_CERTIFICATE_STILL_ACTIVE_CHECK"}}) {
        CAPTURE(row.printed);
        Engine engine = account_of_the_example();
        const CallResult result = engine.call("StartAuditMitigationActionsTask",
                                              start_json(row.printed));
        REQUIRE_FALSE(result.ok());
        CHECK(result.error->path == "auditCheckToActionsMapping." + std::string(row.printed));
        CHECK(result.error->message.find(row.right) != std::string::npos);
    }
}

TEST_CASE("audit documents: a list of audits without times keeps its order over known audits") {
    Engine engine = engine_at("2019-06-13T00:00:00Z");
    const std::string known = R"({"taskId":"a3aea009955e501a31b764abe1bebd3d"})";
    must(engine, "LoadDocumentedResponse",
         load_json("DescribeAuditTask", known,
                   R"({"taskStatus":"COMPLETED","taskType":"ON_DEMAND_AUDIT_TASK",)"
                   R"("taskStartTime":1560356923.434})"));
    const std::string request = R"({"startTime":1559747125,"endTime":1560357228})";
    const std::string tasks =
        R"({"tasks":[{"taskId":"a3aea009955e501a31b764abe1bebd3d","taskStatus":"COMPLETED",)"
        R"("taskType":"ON_DEMAND_AUDIT_TASK"},{"taskId":"f76b4b5102b632cd9ae38a279c266da1",)"
        R"("taskStatus":"COMPLETED","taskType":"SCHEDULED_AUDIT_TASK"}]})";
    must(engine, "LoadDocumentedResponse", load_json("ListAuditTasks", request, tasks));
    CHECK(must(engine, "ListAuditTasks", request) == tasks);
    CHECK(must(engine, "DescribeAuditTask", known).find("1560356923.434") != std::string::npos);
}

TEST_CASE("audit documents: a suppression that has ended cannot be loaded, and nothing changes") {
    Engine engine;
    const std::string hash = world_hash(engine.world());
    const CallResult result = engine.call(
        "LoadDocumentedResponse",
        load_json("ListAuditSuppressions", "{}",
                  R"({"suppressions":[{"checkName":"DEVICE_CERTIFICATE_EXPIRING_CHECK",)"
                  R"("resourceIdentifier":{"deviceCertificateId":")" +
                      certificate(1) +
                      R"("},"expirationDate":1597881600.0,"suppressIndefinitely":false}]})"));
    REQUIRE_FALSE(result.ok());
    CHECK(result.error->path == "response.suppressions[0].expirationDate");
    CHECK(world_hash(engine.world()) == hash);
}

}  // namespace picket
