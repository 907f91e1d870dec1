// Policy documents: what is read from them, and what is found wrong where.
#include "policy/document.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

using namespace picket;

namespace {

// "code@path" of each finding, "code!@path" where it is an error, one after the other.
std::string findings(std::string_view text, PolicyKind kind) {
    std::string out;
    for (const PolicyFinding& finding : read_policy(text, kind).findings) {
        if (!out.empty()) out += ' ';
        out += std::string(finding.code) + (finding.severity == PolicySeverity::Error ? "!" : "") +
               "@" + finding.path;
        CHECK(finding.span.begin <= finding.span.end);
        CHECK(finding.span.end <= text.size());
        CHECK(finding.message.ends_with('.'));
    }
    return out;
}

// A document of one statement, in which Effect, Action and Resource are as they should be unless
// the text says otherwise.
std::string statement(const std::string& members) {
    return R"({"Version":"2012-10-17","Statement":[{)" + members + "}]}";
}

constexpr std::string_view kTrust = R"({
    "Version": "2012-10-17",
    "Statement": [{
        "Sid": "",
        "Effect": "Allow",
        "Principal": {"Service": "iot.amazonaws.com"},
        "Action": "sts:AssumeRole"
    }]
})";

}  // namespace

TEST_CASE("policy document: the documented permissions of mitigation actions are valid") {
    for (const char* actions : {R"("iot:UpdateCertificate")", R"("iot:UpdateCACertificate")",
                                R"("iot:ListPrincipalThings","iot:AddThingToThingGroup")",
                                R"("iot:CreatePolicyVersion")"}) {
        const std::string text = "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\","
                                 "\"Action\":[" +
                                 std::string(actions) + "],\"Resource\":[\"*\"]}]}";
        CHECK(findings(text, PolicyKind::Identity) == "");
    }
    CHECK(findings(kTrust, PolicyKind::Trust) == "");
}

TEST_CASE("policy document: placeholders of the documentation are no ARNs") {
    const std::string text = R"({"Version":"2012-10-17","Statement":[
        {"Effect":"Allow","Action":["iot:SetV2LoggingOptions"],"Resource":["*"]},
        {"Effect":"Allow","Action":["iam:PassRole"],
         "Resource":["<IAM role ARN used for setting up logging>"]}]})";
    CHECK(findings(text, PolicyKind::Identity) == "bad-resource!@Statement[1].Resource[0]");
    CHECK(read_policy(text, PolicyKind::Identity).findings[0].message.find("placeholder") !=
          std::string::npos);
}

TEST_CASE("policy document: the trailing comma of the documented device policy is an error in its "
          "place") {
    const std::string text = "{\n  \"Version\": \"2012-10-17\",\n  \"Statement\": [\n    {\n"
                             "      \"Effect\": \"Deny\",\n      \"Action\": \"iot:*\",\n"
                             "      \"Resource\": \"*\",\n    }\n  ]\n}\n";
    const ReadPolicy read = read_policy(text, PolicyKind::Iot);
    REQUIRE(read.first_error() != nullptr);
    CHECK(read.first_error()->code == "syntax");
    CHECK(placed_message(text, *read.first_error()).find("line 7, column 22: ") !=
          std::string::npos);
    // What can be read is read all the same.
    REQUIRE(read.document.statements.size() == 1);
    CHECK_FALSE(read.document.statements[0].allows);
    CHECK(read.document.statements[0].actions[0].text == "iot:*");
}

TEST_CASE("policy document: one statement may stand without a list") {
    const ReadPolicy read = read_policy(
        R"({"Version":"2012-10-17","Id":"x","Statement":
           {"Effect":"Allow","NotAction":"iot:Delete*","NotResource":["arn:a","*"],
            "Condition":{"Bool":{"iot:Connection.Thing.IsAttached":[true]},
                         "NumericLessThan":{"n":5}}}})",
        PolicyKind::Iot);
    CHECK(read.findings.empty());
    CHECK(read.document.id == "x");
    REQUIRE(read.document.statements.size() == 1);
    const PolicyStatement& statement = read.document.statements[0];
    CHECK(statement.not_actions);
    CHECK(statement.not_resources);
    CHECK(statement.resources.size() == 2);
    REQUIRE(statement.conditions.size() == 2);
    CHECK(statement.conditions[0].values[0].text == "true");
    CHECK(statement.conditions[1].values[0].text == "5");
}

TEST_CASE("policy document: mistakes of the document") {
    const auto kIot = PolicyKind::Iot;
    CHECK(findings("", kIot) == "syntax!@");
    CHECK(findings("[]", kIot) == "not-an-object!@");
    CHECK(findings("{}", kIot) == "missing-version@Version missing-statement!@Statement");
    CHECK(findings(R"({"Version":"2012-10-18","Statement":[]})", kIot) ==
          "bad-version!@Version empty-statement!@Statement");
    CHECK(findings(R"({"Version":1,"Statement":"x"})", kIot) ==
          "not-a-string!@Version bad-statement!@Statement");
    CHECK(findings(R"({"Version":"2012-10-17","statement":[]})", kIot) ==
          "missing-statement!@Statement unknown-element!@statement");
    CHECK(findings(R"({"Version":"2012-10-17","Statement":[1]})", kIot) ==
          "bad-statement!@Statement[0]");
}

TEST_CASE("policy document: mistakes of a statement") {
    struct Row {
        const char* members;
        const char* expected;
    };
    constexpr Row kRows[] = {
        {R"("Action":"*","Resource":"*")", "missing-effect!@Statement[0].Effect"},
        {R"("Effect":"allow","Action":"*","Resource":"*")", "bad-effect!@Statement[0].Effect"},
        {R"("Effect":true,"Action":"*","Resource":"*")", "not-a-string!@Statement[0].Effect"},
        {R"("Effect":"Allow","Resource":"*")", "missing-action!@Statement[0].Action"},
        {R"("Effect":"Allow","Action":"*")", "missing-resource!@Statement[0].Resource"},
        {R"("Effect":"Allow","Action":[],"Resource":"*")", "empty-list!@Statement[0].Action"},
        {R"("Effect":"Allow","Action":[["a:b"]],"Resource":"*")",
         "not-a-string!@Statement[0].Action[0]"},
        {R"("Effect":"Allow","Action":5,"Resource":"*")", "not-a-string!@Statement[0].Action"},
        {R"("Effect":"Allow","Action":"Publish","Resource":"*")",
         "bad-action!@Statement[0].Action"},
        {R"("Effect":"Allow","Action":"iot:","Resource":"*")", "bad-action!@Statement[0].Action"},
        {R"("Effect":"Allow","Action":"*","NotAction":"a:b","Resource":"*")",
         "both-elements!@Statement[0].NotAction"},
        {R"("Effect":"Allow","Action":"*","Resource":"*","NotResource":"*")",
         "both-elements!@Statement[0].NotResource"},
        {R"("Effect":"Allow","Action":"*","Resource":["arn:aws:iot:r:a:topic/x","topic/y"])",
         "bad-resource!@Statement[0].Resource[1]"},
        {R"("Effect":"Allow","Action":"*","Resource":"*","Principal":"*")",
         "principal-not-allowed!@Statement[0].Principal"},
        {R"("Effect":"Allow","Action":"*","Resource":"*","resource":"*")",
         "unknown-element!@Statement[0].resource"},
        {R"("Effect":"Allow","Action":"*","Resource":"arn:${iot:x")",
         "unclosed-variable@Statement[0].Resource"},
        {R"("Effect":"Allow","Effect":"Deny","Action":"*","Resource":"*")", "syntax!@Statement[0]"},
    };
    for (const Row& row : kRows) {
        CAPTURE(row.members);
        CHECK(findings(statement(row.members), PolicyKind::Iot) == row.expected);
    }
}

TEST_CASE("policy document: mistakes of conditions") {
    struct Row {
        const char* condition;
        const char* expected;
    };
    constexpr Row kRows[] = {
        {R"([])", "bad-condition!@Statement[0].Condition"},
        {R"({"stringEquals":{"a":"b"}})", "unknown-operator!@Statement[0].Condition.stringEquals"},
        {R"({"NullIfExists":{"a":"true"}})",
         "unknown-operator!@Statement[0].Condition.NullIfExists"},
        {R"({"StringEquals":"a"})", "bad-condition!@Statement[0].Condition.StringEquals"},
        {R"({"StringEquals":{"a":{}}})", "not-a-string!@Statement[0].Condition.StringEquals.a"},
        {R"({"NumericEquals":{"a":"x"}})",
         "bad-condition-value!@Statement[0].Condition.NumericEquals.a"},
        {R"({"DateLessThan":{"a":"soon"}})",
         "bad-condition-value!@Statement[0].Condition.DateLessThan.a"},
        {R"({"IpAddress":{"a":["10.0.0.0/8","10.0.0.0/40"]}})",
         "bad-condition-value!@Statement[0].Condition.IpAddress.a[1]"},
        {R"({"Bool":{"a":"yes"}})", "bad-condition-value!@Statement[0].Condition.Bool.a"},
        {R"({"ForAllValues:StringLikeIfExists":{"a":"${b}"}})", ""},
    };
    for (const Row& row : kRows) {
        CAPTURE(row.condition);
        const std::string text = statement(
            R"("Effect":"Allow","Action":"*","Resource":"*","Condition":)" +
            std::string(row.condition));
        CHECK(findings(text, PolicyKind::Iot) == row.expected);
    }
}

TEST_CASE("policy document: trust policies name who, permissions name what") {
    const auto kTrustKind = PolicyKind::Trust;
    CHECK(findings(statement(R"("Effect":"Allow","Action":"sts:AssumeRole")"), kTrustKind) ==
          "missing-principal!@Statement[0].Principal");
    CHECK(findings(statement(R"("Effect":"Allow","Principal":"iot","Action":"sts:AssumeRole")"),
                   kTrustKind) == "bad-principal!@Statement[0].Principal");
    CHECK(findings(statement(R"("Effect":"Allow","Principal":{"service":"x"},"Action":"a:b")"),
                   kTrustKind) == "unknown-element!@Statement[0].Principal.service");
    CHECK(findings(statement(R"("Effect":"Allow","Principal":"*","Action":"a:b","Resource":"*")"),
                   kTrustKind) == "resource-not-allowed!@Statement[0].Resource");
    CHECK(findings(statement(R"("Effect":"Allow","NotPrincipal":"*","Action":"a:b")"),
                   kTrustKind) == "principal-not-allowed!@Statement[0].NotPrincipal");
}

TEST_CASE("policy document: IAM wants each Sid once and plain, IoT does not care") {
    const std::string text = R"({"Version":"2012-10-17","Statement":[
        {"Sid":"A","Effect":"Allow","Action":"*","Resource":"*"},
        {"Sid":"A","Effect":"Allow","Action":"*","Resource":"*"},
        {"Sid":"a b","Effect":"Allow","Action":"*","Resource":"*"}]})";
    CHECK(findings(text, PolicyKind::Identity) ==
          "duplicate-sid!@Statement[1].Sid bad-sid!@Statement[2].Sid");
    CHECK(findings(text, PolicyKind::Iot) == "");
}

TEST_CASE("policy document: variables in an old document are found to be plain text") {
    CHECK(findings(R"({"Version":"2008-10-17","Statement":
            {"Effect":"Allow","Action":"*","Resource":"arn:aws:iot:r:a:client/${iot:ClientId}"}})",
                   PolicyKind::Iot) == "variables-need-version@Statement.Resource");
}

TEST_CASE("policy document: white space does not count towards its size") {
    CHECK(policy_size(" {\n\t\"a\" :\r\n \"b c\" } ") == 10);
    CHECK(policy_size("\xC3\xA9") == 1);
}
