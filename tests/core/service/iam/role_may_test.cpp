// What roles may do: trust, permissions, managed policies, and roles that nobody defined.
#include "service/iam/role_may.h"

#include "core/service/service_support.h"
#include "service/iam/managed_policies.h"

namespace picket {
namespace {

constexpr std::string_view kRole = "arn:aws:iam::123456789012:role/Worker";

void put_role(Engine& engine, const std::string& members) {
    must(engine, "PutRole",
         "{\"roleArn\":" + json_string(kRole) + (members.empty() ? "" : ",") + members + "}");
}

bool may(const Engine& engine, std::string_view action, std::string_view resource = "*",
         const PolicyContext& context = {}) {
    return role_may(engine.world(), kRole, action, resource, context).allowed();
}

std::string managed(std::string_view name) {
    return "\"managedPolicyArns\":[\"arn:aws:iam::aws:policy/service-role/AWSIoTDeviceDefender" +
           std::string(name) + "\"]";
}

}  // namespace

TEST_CASE("roles: every managed policy is a valid document and found by its ARN") {
    for (const ManagedPolicy& policy : managed_policies()) {
        CAPTURE(policy.path);
        CHECK(read_policy(policy.document, PolicyKind::Identity).findings.empty());
        CHECK(find_managed_policy(managed_policy_arn(policy, "aws")) == &policy);
        CHECK(find_managed_policy(managed_policy_arn(policy, "aws-cn")) == &policy);
    }
    CHECK(find_managed_policy("arn:aws:iam::aws:policy/Other") == nullptr);
}

TEST_CASE("roles: managed policies allow the actions of the documentation and no others") {
    struct Row {
        const char* name;
        std::vector<const char*> actions;
    };
    const Row rows[] = {
        {"AddThingsToThingGroupMitigationAction",
         {"iot:ListPrincipalThings", "iot:AddThingToThingGroup"}},
        {"EnableIoTLoggingMitigationAction", {"iot:SetV2LoggingOptions", "iam:PassRole"}},
        {"PublishFindingsToSNSMitigationAction", {"sns:Publish"}},
        {"ReplaceDefaultPolicyMitigationAction", {"iot:CreatePolicyVersion"}},
        {"UpdateCACertMitigationAction", {"iot:UpdateCACertificate"}},
        {"UpdateDeviceCertMitigationAction", {"iot:UpdateCertificate"}},
        {"Audit",
         {"iot:ListCertificates", "iot:GetEffectivePolicies", "iot:DescribeRoleAlias",
          "cognito-identity:GetIdentityPoolRoles", "iam:GetServiceLastAccessedDetails"}},
    };
    for (const Row& row : rows) {
        CAPTURE(row.name);
        Engine engine;
        put_role(engine, managed(row.name));
        for (const Row& other : rows) {
            for (const char* action : other.actions) {
                CAPTURE(action);
                CHECK(may(engine, action) == (other.name == row.name));
            }
        }
    }
}

TEST_CASE("roles: a role that nobody defined follows the setting, and the explanation says so") {
    Engine engine;
    const RoleDecision open = role_may(engine.world(), kRole, "iot:UpdateCertificate", "*");
    CHECK(open.allowed());
    CHECK_FALSE(open.defined);
    CHECK(open.explanation.find("undefinedRoles") != std::string::npos);
    must(engine, "PutSetting", R"({"name":"undefinedRoles","value":"deny"})");
    CHECK_FALSE(may(engine, "iot:UpdateCertificate"));
    put_role(engine, managed("UpdateDeviceCertMitigationAction"));
    CHECK(may(engine, "iot:UpdateCertificate"));
    CHECK_FALSE(may(engine, "iot:UpdateCACertificate"));
    must(engine, "DeleteRole", "{\"roleName\":\"Worker\"}");
    CHECK_FALSE(may(engine, "iot:UpdateCertificate"));
}

TEST_CASE("roles: trust may ask on whose behalf, permissions never see it") {
    Engine engine;
    put_role(engine, R"("trustPolicy":{"Version":"2012-10-17","Statement":[{"Effect":"Allow",
        "Principal":{"Service":"iot.amazonaws.com"},"Action":"sts:AssumeRole","Condition":{
        "StringEquals":{"aws:SourceAccount":"123456789012"},
        "ArnLike":{"aws:SourceArn":"arn:aws:iot:us-east-1:123456789012:mitigationaction/*"}}}]},
        "permissionPolicies":{"p":{"Version":"2012-10-17","Statement":[
          {"Effect":"Allow","Action":"iot:*","Resource":"*"},
          {"Effect":"Deny","Action":"iot:DeleteThing","Resource":"*",
           "Condition":{"Null":{"aws:SourceArn":"true"}}}]}})");
    PolicyContext context;
    CHECK_FALSE(may(engine, "iot:UpdateThing", "*", context));
    context.set("aws:SourceArn",
                std::string("arn:aws:iot:us-east-1:123456789012:securityprofile/a"));
    CHECK_FALSE(may(engine, "iot:UpdateThing", "*", context));
    context.set("aws:SourceArn",
                std::string("arn:aws:iot:us-east-1:123456789012:mitigationaction/a"));
    CHECK(may(engine, "iot:UpdateThing", "*", context));
    CHECK_FALSE(may(engine, "iot:DeleteThing", "*", context));
    context.set("aws:SourceAccount", std::string("999999999999"));
    const RoleDecision refused = role_may(engine.world(), kRole, "iot:UpdateThing", "*", context);
    CHECK_FALSE(refused.assumable);
    CHECK(refused.explanation.find("cannot assume") != std::string::npos);
    CHECK(refused.explanation.find("999999999999") != std::string::npos);
}

TEST_CASE("roles: dates in conditions are those of the virtual clock") {
    Engine engine;
    put_role(engine, R"("permissionPolicies":{"p":{"Version":"2012-10-17","Statement":
        {"Effect":"Allow","Action":"iot:*","Resource":"*",
         "Condition":{"DateLessThan":{"aws:CurrentTime":"2026-01-01T01:00:00Z"},
                      "ArnEquals":{"aws:PrincipalArn":"arn:aws:iam::123456789012:role/Worker"}}}}})");
    CHECK(may(engine, "iot:UpdateThing"));
    must(engine, "AdvanceClock", R"({"seconds":3600})");
    CHECK_FALSE(may(engine, "iot:UpdateThing"));
}

TEST_CASE("roles: documents are kept compact, and mistakes in them have paths of the request") {
    Engine engine;
    const CallResult bad = engine.call("PutRole", R"({"roleName":"A","permissionPolicies":
        {"a.b":{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"x","Resource":"*"}]}}})");
    REQUIRE(!bad.ok());
    CHECK(bad.error->code == ErrorCode::MalformedPolicy);
    CHECK(bad.error->path == "permissionPolicies[\"a.b\"].Statement[0].Action");
    must(engine, "PutRole", R"({"roleName":"A","trustPolicy":
        "{ \"Version\": \"2012-10-17\",\n \"Statement\": {\"Effect\": \"Deny\", \"Principal\": \"*\", \"Action\": \"*\"} }"})");
    const Role* role = engine.world().roles.find("arn:aws:iam::123456789012:role/A");
    REQUIRE(role != nullptr);
    CHECK(role->trust_policy ==
          R"({"Version":"2012-10-17","Statement":{"Effect":"Deny","Principal":"*","Action":"*"}})");
}

}  // namespace picket
