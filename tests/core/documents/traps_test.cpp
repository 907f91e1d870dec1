// The traps of the documentation, one row each: what stands there, what is said about it, and what
// fixing makes of it. Whole payloads are in examples/payloads; here is what each is about.
#include <doctest/doctest.h>

#include "documents_support.h"

using namespace picket;

namespace {

struct Trap {
    const char* where;
    const char* name;  // a file name: tells the kind, hints at the operation
    const char* text;
    const char* codes;
    const char* fixed = nullptr;  // nullptr: there is nothing sure to be done
    const char* needs = nullptr;  // the operation it is about, where it comes with another area
};

// ML Detect guide.
const Trap kMlGuide[] = {
    {"L131 comma after the last member of a policy", "p.json",
     R"({"Version": "2012-10-17", "Statement": [{"Effect": "Deny", "Action": "iot:*", "Resource": "*",}]})",
     "policy-deny-all json-trailing-comma",
     R"({"Version": "2012-10-17", "Statement": [{"Effect": "Deny", "Action": "iot:*", "Resource": "*"}]})"},
    {"L280 ISO times where the wire has numbers", "DescribeMitigationAction-response.json",
     R"({"actionName": "a", "creationDate": "2020-12-07T14:35:19.237000-08:00"})",
     "shape-printed-time", R"({"actionName": "a", "creationDate": 1607380519.237})"},
    {"L352 blank behind the backslash", "x.sh", "aws iot list-things \\ \n    --max-results 2",
     "shell-blank-after-continuation", "aws iot list-things \\\n    --max-results 2"},
    {"L409 no backslash before the value on the next line", "x.sh",
     "aws iot update-security-profile \\\n    --security-profile-name p \\\n    --behaviors \n     "
     "'[{\"name\": \"a\", \"metric\": \"aws:num-disconnects\",\n \"criteria\": "
     "{\"mlDetectionConfig\": {\"confidenceLevel\" : \"HIGH\"}},\n }]'",
     "shell-missing-continuation json-trailing-comma",
     "aws iot update-security-profile \\\n    --security-profile-name p \\\n    --behaviors \\\n   "
     " "
     " '[{\"name\": \"a\", \"metric\": \"aws:num-disconnects\",\n \"criteria\": "
     "{\"mlDetectionConfig\": {\"confidenceLevel\" : \"HIGH\"}}\n }]'"},
    {"L404 suppressAlerts of some behaviors only", "UpdateSecurityProfile-behaviors.json",
     R"([{"name": "a", "metric": "aws:num-disconnects", "criteria": {"mlDetectionConfig": {"confidenceLevel": "LOW"}}}, {"name": "b", "metric": "aws:num-messages-sent", "criteria": {"mlDetectionConfig": {"confidenceLevel": "LOW"}}, "suppressAlerts": true}])",
     "behavior-suppress-mixed"},
    {"L446 an empty line inside the quotes is fine", "x.sh",
     "aws iot create-thing --thing-name a --attribute-payload '{\n\n\"merge\": true}'", ""},
    {"L454 a blank in front of the answer is fine", "CreateThingGroup-response.json",
     " {\"thingGroupName\": \"g\"}", ""},
    {"L508 a dash instead of two hyphens", "x.sh",
     "aws iot create-thing-group \xE2\x80\x94thing-group-name ThingGroupForDetectMitigationAction",
     "shell-dash",
     "aws iot create-thing-group --thing-group-name ThingGroupForDetectMitigationAction"},
    {"L526 no backslash before the quotes of the next line", "x.sh",
     "aws iot create-mitigation-action --action-name a \\\n--role-arn "
     "arn:aws:iam::123456789012:role/r \\\n--action-params  \n'{\"enableIoTLoggingParams\": "
     "{\"roleArnForLogging\": \"arn:aws:iam::123456789012:role/l\", \"logLevel\": \"INFO\"}}'",
     "shell-missing-continuation",
     "aws iot create-mitigation-action --action-name a \\\n--role-arn "
     "arn:aws:iam::123456789012:role/r \\\n--action-params \\\n'{\"enableIoTLoggingParams\": "
     "{\"roleArnForLogging\": \"arn:aws:iam::123456789012:role/l\", \"logLevel\": \"INFO\"}}'"},
    {"L552 a backslash with nothing behind it", "x.sh",
     "aws iot list-thing-groups \\\n    --recursive \\", "shell-dangling-backslash",
     "aws iot list-thing-groups \\\n    --recursive "},
    {"L552 a flag of the task, and a dangling backslash", "x.sh",
     "aws iot start-detect-mitigation-actions-task --task-id t --target violationIds=violationId-1 "
     "--actions a --include-only-active-violations \\",
     "shell-dangling-backslash", nullptr, "StartDetectMitigationActionsTask"},
    {"L587 a name of the answer used in the request", "x.sh",
     "aws iot start-detect-mitigation-actions-task --task-id t --target violationIds=violationId-1 "
     "--actions a --only-active-violations-included",
     "cli-response-member", nullptr, "StartDetectMitigationActionsTask"},
    {"L617 paging on the client's side", "x.sh", "aws iot list-things --max-items 5 --page-size 4",
     "cli-client-paging cli-client-paging"},
    {"L628 an id torn by a formatter", "CreateThingGroup-response.json",
     R"({"thingGroupName": "g", "thingGroupId": "e56ee95e - f4e7 - 459 c - b60a - 2701784290 af"})",
     "shape-torn-id",
     R"({"thingGroupName": "g", "thingGroupId": "e56ee95e-f4e7-459c-b60a-2701784290af"})"},
    {"L632 a date of Java", "DescribeMitigationAction-response.json",
     R"({"actionName": "a", "creationDate": "Thu Jan 07 18: 35: 21 UTC 2021"})", "shape-bad-time"},
};

// Mitigation guide, reference page, mitigation commands.
const Trap kOtherSeeds[] = {
    {"001 L18 names of checks that the API does not know", "x.sh",
     "aws iot start-audit-mitigation-actions-task --task-id t --target auditTaskId=a "
     "--audit-check-to-actions-mapping REVOKED_CA_CERT_CHECK=a",
     "shape-check-alias", nullptr, "StartAuditMitigationActionsTask"},
    {"001 L271 a placeholder that is no ARN", "p.json",
     R"({"Statement": [{"Effect": "Allow", "Action": "iam:PassRole", "Resource": "<role ARN>"}]})",
     "shape-placeholder"},
    {"001 L275 a trust policy with an empty Sid is fine", "p.json",
     R"({"Statement": [{"Sid": "", "Effect": "Allow", "Principal": {"Service": "iot.amazonaws.com"}, "Action": "sts:AssumeRole"}]})",
     ""},
    {"002 L11 a request on one line, with a label and types", "x.txt",
     "PUT /detect/mitigationactions/tasks/taskId HTTP/1.1 Content-type: application/json { "
     "\"includeSuppressedAlerts\": boolean }",
     "http-label json-skeleton", nullptr, "StartDetectMitigationActionsTask"},
    {"002 a request line of what is there", "x.txt",
     "POST /things/thingName HTTP/1.1\nContent-type: application/json\n\n{\n   "
     "\"thingTypeName\": \"string\"\n}",
     "http-label json-skeleton"},
    {"003 L26 a placeholder closed by the wrong bracket", "x.sh",
     "aws iot  create-mitigation-action \\\n    --action-name <value] \\\n    --role-arn <value> "
     "\\\n    [--tags <value>] \\\n    --action-params <value>",
     "shell-synopsis shell-synopsis-bracket",
     "aws iot  create-mitigation-action \\\n    --action-name <value> \\\n    --role-arn <value> "
     "\\\n    [--tags <value>] \\\n    --action-params <value>"},
    {"003 L29 a bracket that is closed and not open", "x.sh",
     "aws iot create-mitigation-action --action-name <value> --role-arn <value> --action-params "
     "<value>] [--tags <value>]",
     "shell-synopsis shell-synopsis-bracket",
     "aws iot create-mitigation-action --action-name <value> --role-arn <value> --action-params "
     "<value> [--tags <value>]"},
    {"003 L161 shorthand, a prompt, blanks at the end", "x.sh",
     "$ aws iot create-mitigation-action --action-name \"UpdateCACertName\" --role-arn "
     "arn:aws:iam::123456789012:role/MitigationActionsValidRole --action-params "
     "\"updateDeviceCertificateParams={action=DEACTIVATE}\" ",
     "shell-prompt",
     "aws iot create-mitigation-action --action-name \"UpdateCACertName\" --role-arn "
     "arn:aws:iam::123456789012:role/MitigationActionsValidRole --action-params "
     "\"updateDeviceCertificateParams={action=DEACTIVATE}\" "},
    {"003 L215 a stray bracket in a skeleton", "UpdateMitigationAction.json",
     "{\n   \"actionParams\": {\n      \"updateCACertificateParams\": {\n         \"action\": "
     "\"string\"\n      }\n   },\n   \"roleArn\": \"string\"\n   ]\n}",
     "json-skeleton json-stray-close",
     "{\n   \"actionParams\": {\n      \"updateCACertificateParams\": {\n         \"action\": "
     "\"string\"\n      }\n   },\n   \"roleArn\": \"string\"\n   \n}"},
    {"003 L543 options that do not exist", "x.sh",
     "aws iot start-audit-mitigation-actions-task --task-id <value> --audit-task-id <value> "
     "--audit-checks-to-action-mapping <value>",
     "shell-synopsis cli-unknown-option cli-option-spelling", nullptr,
     "StartAuditMitigationActionsTask"},
    {"003 L677 a blank inside of an enumerator", "x.json",
     R"([{"name": "b", "metric": "aws:num-disconnects", "criteria": {"mlDetectionConfig": {"confidenceLevel": "LOW "}}}])",
     "shape-enum-spelling",
     R"([{"name": "b", "metric": "aws:num-disconnects", "criteria": {"mlDetectionConfig": {"confidenceLevel": "LOW"}}}])"},
    {"003 L761 the first line of a synopsis lacks its backslash", "x.sh",
     "aws iot list-mitigation-actions\n    [--action-type <value>] \\\n    [--max-results "
     "<value>] \\ \n    [--next-token <value>]",
     "shell-synopsis shell-missing-continuation shell-blank-after-continuation",
     "aws iot list-mitigation-actions \\\n    [--action-type <value>] \\\n    [--max-results "
     "<value>] \\\n    [--next-token <value>]"},
    {"003 L897 the member's name as an option", "x.sh",
     "aws iot describe-mitigation-action --actionName <value>",
     "shell-synopsis cli-option-spelling",
     "aws iot describe-mitigation-action --action-name <value>"},
    {"003 L972 a member without its s", "x.json",
     R"({"addThingsToThingGroupParam": {"thingGroupNames": ["g"]}})", ""},
    {"003 L972 the same inside of a request", "CreateMitigationAction.json",
     R"({"roleArn": "arn:aws:iam::123456789012:role/r", "actionParams": {"addThingsToThingGroupParam": {"thingGroupNames": ["g"]}}})",
     "shape-misspelt-member",
     R"({"roleArn": "arn:aws:iam::123456789012:role/r", "actionParams": {"addThingsToThingGroupParams": {"thingGroupNames": ["g"]}}})"},
};

// The wider guide.
const Trap kWiderGuide[] = {
    {"names with blanks", "x.json",
     R"([{"name": "Max Message Size", "metric": "aws:message-byte-size", "criteria": {"comparisonOperator": "less-than-equals", "value": {"count": 1024}}}])",
     "shape-name-blank",
     R"([{"name": "Max_Message_Size", "metric": "aws:message-byte-size", "criteria": {"comparisonOperator": "less-than-equals", "value": {"count": 1024}}}])"},
    {"a colon inside of the quotes of a key", "CreateSecurityProfile.json",
     R"({"behaviors": [{"name": "b", "metric": "aws:num-messages-sent", "metricDimension": {"dimensionName:": "d"}, "criteria": {"comparisonOperator": "less-than", "value": {"count": 5}, "durationSeconds": 300}}]})",
     "shape-misspelt-member",
     R"({"behaviors": [{"name": "b", "metric": "aws:num-messages-sent", "metricDimension": {"dimensionName": "d"}, "criteria": {"comparisonOperator": "less-than", "value": {"count": 5}, "durationSeconds": 300}}]})"},
    {"curly quotes", "CreateThingGroup-response.json",
     "{\xE2\x80\x9CthingGroupName\xE2\x80\x9D: \"g\"}", "json-quotes",
     "{\"thingGroupName\": \"g\"}"},
    {"an ISO date without quotes", "DescribeMitigationAction-response.json",
     R"({"actionName": "a", "creationDate": 2020-12-07T14:35:19Z})",
     "json-unquoted shape-printed-time", R"({"actionName": "a", "creationDate": 1607351719})"},
    {"an account id of 13 digits", "x.sh",
     "aws iot create-mitigation-action --action-name a --role-arn "
     "arn:aws:iam::1234564789012:role/r --action-params "
     "updateCACertificateParams={action=DEACTIVATE}",
     "shape-account-id"},
    {"an id shortened", "DescribeThing.sh", "aws iot describe-thing --thing-name '<shortened>'",
     "shape-placeholder"},
    {"a word twice in the operation", "x.sh",
     "aws iot detach-security-security-profile --security-profile-name p "
     "--security-profile-target-arn arn:aws:iot:us-east-1:123456789012:all/things",
     "cli-unknown-operation",
     "aws iot detach-security-profile --security-profile-name p "
     "--security-profile-target-arn arn:aws:iot:us-east-1:123456789012:all/things"},
    {"a policy in a command, with a comma too many", "x.sh",
     "aws iot create-policy --policy-name p --policy-document '{\"Version\": \"2012-10-17\", "
     "\"Statement\": [{\"Effect\": \"Deny\", \"Action\": \"iot:*\", \"Resource\": \"*\",}]}'",
     "policy-syntax policy-deny-all", nullptr, "CreatePolicy"},
    {"an action of KMS on a topic", "p.json",
     R"({"Statement": [{"Effect": "Allow", "Action": ["kms:Decrypt", "kms:GenerateDataKey"], "Resource": "arn:aws:sns:us-east-1:123456789012:t"}]})",
     "policy-key-on-topic"},
    {"the condition of the alarm where the normal one belongs", "x.json",
     R"([{"name": "b", "metric": "aws:message-byte-size", "criteria": {"comparisonOperator": "greater-than", "value": {"count": 5000}}}])",
     "behavior-alarm-condition"},
    {"below nothing", "x.json",
     R"([{"name": "b", "metric": "aws:num-disconnects", "criteria": {"comparisonOperator": "less-than", "value": {"count": 0}, "durationSeconds": 300}}])",
     "behavior-always-alarm"},
    {"at least nothing", "x.json",
     R"([{"name": "b", "metric": "aws:num-messages-sent", "criteria": {"comparisonOperator": "greater-than-equals", "value": {"count": 0}, "durationSeconds": 300}}])",
     "behavior-never-alarm"},
    {"no duration", "x.json",
     R"([{"name": "b", "metric": "aws:num-messages-sent", "criteria": {"comparisonOperator": "less-than", "value": {"count": 5}}}])",
     "behavior-missing-duration"},
    {"a model of addresses", "x.json",
     R"([{"name": "b", "metric": "aws:source-ip-address", "criteria": {"mlDetectionConfig": {"confidenceLevel": "LOW"}}}])",
     "behavior-ml-unsupported"},
    {"a model and a rule at once", "x.json",
     R"([{"name": "b", "metric": "aws:num-disconnects", "criteria": {"mlDetectionConfig": {"confidenceLevel": "LOW"}, "durationSeconds": 300}}])",
     "behavior-ml-with-rules"},
    {"numbers in quotes", "x.json",
     R"([{"name": "b", "metric": "aws:num-disconnects", "criteria": {"comparisonOperator": "less-than", "value": {"count": "5"}, "durationSeconds": "300"}}])",
     "shape-quoted-number shape-quoted-number",
     R"([{"name": "b", "metric": "aws:num-disconnects", "criteria": {"comparisonOperator": "less-than", "value": {"count": 5}, "durationSeconds": 300}}])"},
};

void run(std::span<const Trap> traps) {
    for (const Trap& trap : traps) {
        if (trap.needs != nullptr && find_operation(trap.needs) == nullptr) continue;
        const DocumentHints hints = {.name = trap.name};
        const CheckedDocument checked = check_document(trap.text, hints);
        CHECK_MESSAGE(test::codes(checked.findings) == trap.codes, trap.where, "\n",
                      test::all_messages(checked.findings));
        if (trap.fixed != nullptr) {
            CHECK_MESSAGE(fix_document(trap.text, hints).text == trap.fixed, trap.where);
        }
        CHECK_MESSAGE(test::broken_law(trap.text, hints) == "", trap.where);
    }
}

}  // namespace

TEST_CASE("documents: traps of the ML Detect guide") { run(kMlGuide); }

TEST_CASE("documents: traps of the pages on mitigation") { run(kOtherSeeds); }

TEST_CASE("documents: traps of the wider guide, and of behaviors") { run(kWiderGuide); }
