// Decisions. Method: rows of text
//
//     STATEMENTS | REQUEST | VERDICT
//
// where a statement is `Allow ACTION on RESOURCE if OPERATOR KEY VALUE`, more of them follow after
// a semicolon, and a request is `ACTION RESOURCE KEY=VALUE ...`. `Action!` stands for NotAction and
// `on!` for NotResource.
#include "policy/decide.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

#include "base/random.h"

using namespace picket;

namespace {

std::vector<std::string> split(std::string_view text, char separator) {
    std::vector<std::string> parts;
    while (true) {
        const std::size_t at = text.find(separator);
        std::string_view part = text.substr(0, at);
        while (part.starts_with(' ')) part.remove_prefix(1);
        while (part.ends_with(' ')) part.remove_suffix(1);
        if (!part.empty() || separator != ' ') parts.emplace_back(part);
        if (at == std::string_view::npos) return parts;
        text.remove_prefix(at + 1);
    }
}

// A comma makes a list.
std::string json_list(const std::string& text) {
    std::string out = "[";
    for (const std::string& part : split(text, ','))
        out += (out.size() > 1 ? ",\"" : "\"") + part + "\"";
    return out + "]";
}

std::string statement_json(std::string_view text) {
    const std::vector<std::string> words = split(text, ' ');
    REQUIRE_MESSAGE((words.size() == 4 || words.size() == 8), text);
    const bool not_action = words[1].starts_with('!');
    std::string out = "{\"Effect\":\"" + words[0] + "\",";
    out += not_action ? "\"NotAction\":" + json_list(words[1].substr(1))
                      : "\"Action\":" + json_list(words[1]);
    out += words[2] == "on!" ? ",\"NotResource\":" : ",\"Resource\":";
    out += json_list(words[3]);
    if (words.size() == 8) {
        out += ",\"Condition\":{\"" + words[5] + "\":{\"" + words[6] + "\":" + json_list(words[7]) +
               "}}";
    }
    return out + "}";
}

PolicyDocument document_of(std::string_view statements, std::string_view version = "2012-10-17") {
    std::string json = "{\"Version\":\"" + std::string(version) + "\",\"Statement\":[";
    bool first = true;
    for (const std::string& statement : split(statements, ';')) {
        json += (first ? "" : ",") + statement_json(statement);
        first = false;
    }
    const ReadPolicy read = read_policy(json + "]}", PolicyKind::Identity);
    for (const PolicyFinding& finding : read.findings) {
        REQUIRE_MESSAGE(
            (finding.severity != PolicySeverity::Error || finding.code == "bad-resource"),
            finding.message);
    }
    return read.document;
}

PolicyRequest request_of(std::string_view text) {
    const std::vector<std::string> words = split(text, ' ');
    PolicyRequest request = {words.at(0), words.at(1), {}, {}};
    for (std::size_t i = 2; i < words.size(); ++i) {
        const std::size_t equals = words[i].find('=');
        request.context.set(words[i].substr(0, equals),
                            split(std::string_view(words[i]).substr(equals + 1), ','));
    }
    return request;
}

PolicyDecision decision_of(const PolicyDocument& document, const PolicyRequest& request) {
    const PolicyToDecide policies[] = {{"'p'", &document}};
    return decide(policies, request);
}

std::string_view name_of(Verdict verdict) {
    switch (verdict) {
    case Verdict::Allow:
        return "Allow";
    case Verdict::ExplicitDeny:
        return "ExplicitDeny";
    case Verdict::ImplicitDeny:
        return "ImplicitDeny";
    }
    return "";
}

void check_rows(const std::vector<std::string_view>& rows) {
    for (const std::string_view row : rows) {
        CAPTURE(row);
        const std::vector<std::string> parts = split(row, '|');
        REQUIRE(parts.size() == 3);
        const PolicyDocument document = document_of(parts[0]);
        const PolicyDecision decision = decision_of(document, request_of(parts[1]));
        CHECK(name_of(decision.verdict) == parts[2]);
    }
}

}  // namespace

TEST_CASE("decide: effects, actions and resources") {
    check_rows({
        "Allow * on *                           | iot:Publish topic/a     | Allow",
        "Allow iot:Publish on topic/a           | iot:Publish topic/a     | Allow",
        "Allow iot:Publish on topic/a           | iot:Publish topic/b     | ImplicitDeny",
        "Allow iot:Publish on topic/a           | iot:Receive topic/a     | ImplicitDeny",
        "Allow IOT:publish on topic/a           | iot:Publish topic/a     | Allow",
        "Allow iot:Publish on Topic/a           | iot:Publish topic/a     | ImplicitDeny",
        "Allow iot:Pub* on topic/?              | iot:Publish topic/a     | Allow",
        "Allow iot:Publish,iot:Receive on *     | iot:Receive topic/a     | Allow",
        "Allow iot:Publish on topic/b,topic/a   | iot:Publish topic/a     | Allow",
        "Deny iot:Publish on *                  | iot:Publish topic/a     | ExplicitDeny",
        "Deny iot:Publish on *                  | iot:Receive topic/a     | ImplicitDeny",
        "Allow * on *; Deny iot:* on topic/a    | iot:Publish topic/a     | ExplicitDeny",
        "Deny iot:* on topic/a; Allow * on *    | iot:Publish topic/a     | ExplicitDeny",
        "Deny iot:* on topic/a; Allow * on *    | iot:Publish topic/b     | Allow",
        "Allow !iot:Delete* on *                | iot:Publish topic/a     | Allow",
        "Allow !iot:Delete* on *                | iot:DeleteThing thing/a | ImplicitDeny",
        "Allow iot:* on! topic/a,topic/b        | iot:Publish topic/b     | ImplicitDeny",
        "Allow iot:* on! topic/a,topic/b        | iot:Publish topic/c     | Allow",
    });
}

TEST_CASE("decide: variables") {
    check_rows({
        "Allow iot:* on client/${iot:ClientId}  | iot:Connect client/a iot:ClientId=a | Allow",
        "Allow iot:* on client/${iot:ClientId}  | iot:Connect client/b iot:ClientId=a | "
        "ImplicitDeny",
        "Allow iot:* on client/${iot:ClientId}  | iot:Connect client/a               | "
        "ImplicitDeny",
        "Deny iot:* on! client/${iot:ClientId}; Allow * on * | iot:Connect client/a  | Allow",
        "Allow * on * if StringEquals a ${b}    | x:Y r a=1 b=1                      | Allow",
        "Allow * on * if StringEquals a ${b}    | x:Y r a=1                          | "
        "ImplicitDeny",
        "Allow * on * if StringNotEquals a ${b} | x:Y r a=1                          | "
        "ImplicitDeny",
        "Allow * on client/${iot:Connection.Thing.ThingName} | "
        "iot:Connect client/p iot:Connection.Thing.ThingName=p | Allow",
    });
    const PolicyDocument old = document_of("Allow * on client/${iot:ClientId}", "2008-10-17");
    CHECK_FALSE(decision_of(old, request_of("x:Y client/a iot:ClientId=a")).allowed());
    CHECK(decision_of(old, request_of("x:Y client/${iot:ClientId}")).allowed());
}

TEST_CASE("decide: conditions on text") {
    check_rows({
        "Allow * on * if StringEquals k a,b              | x:Y r k=b      | Allow",
        "Allow * on * if StringEquals k a,b              | x:Y r k=c      | ImplicitDeny",
        "Allow * on * if StringEquals k A                | x:Y r k=a      | ImplicitDeny",
        "Allow * on * if StringEquals K a                | x:Y r k=a      | Allow",
        "Allow * on * if StringEquals k a                | x:Y r          | ImplicitDeny",
        "Allow * on * if StringEquals k a*               | x:Y r k=ab     | ImplicitDeny",
        "Allow * on * if StringEqualsIgnoreCase k AB     | x:Y r k=ab     | Allow",
        "Allow * on * if StringNotEqualsIgnoreCase k AB  | x:Y r k=ab     | ImplicitDeny",
        "Allow * on * if StringLike k a*                 | x:Y r k=ab     | Allow",
        "Allow * on * if StringNotLike k a*              | x:Y r k=ab     | ImplicitDeny",
        "Allow * on * if StringNotEquals k a,b           | x:Y r k=c      | Allow",
        "Allow * on * if StringNotEquals k a,b           | x:Y r k=b      | ImplicitDeny",
        "Allow * on * if StringNotEquals k a             | x:Y r          | Allow",
        "Allow * on * if StringEqualsIfExists k a        | x:Y r          | Allow",
        "Allow * on * if StringEqualsIfExists k a        | x:Y r k=b      | ImplicitDeny",
        "Allow * on * if BinaryEquals k YQ==             | x:Y r k=YQ==   | Allow",
    });
}

TEST_CASE("decide: conditions on numbers, dates, addresses, ARNs and presence") {
    check_rows({
        "Allow * on * if NumericEquals k 10              | x:Y r k=10.0   | Allow",
        "Allow * on * if NumericNotEquals k 10           | x:Y r k=10.0   | ImplicitDeny",
        "Allow * on * if NumericLessThan k 10            | x:Y r k=9      | Allow",
        "Allow * on * if NumericLessThan k 10            | x:Y r k=10     | ImplicitDeny",
        "Allow * on * if NumericLessThanEquals k 10      | x:Y r k=10     | Allow",
        "Allow * on * if NumericGreaterThan k 10         | x:Y r k=10     | ImplicitDeny",
        "Allow * on * if NumericGreaterThanEquals k 10   | x:Y r k=10     | Allow",
        "Allow * on * if NumericLessThan k 10            | x:Y r k=many   | ImplicitDeny",
        "Allow * on * if DateLessThan k 2026-01-02T00:00:00Z | x:Y r k=2026-01-01T00:00:00Z | "
        "Allow",
        "Allow * on * if DateGreaterThan k 2026-01-02T00:00:00Z | x:Y r k=1767225600 | "
        "ImplicitDeny",
        "Allow * on * if DateEquals k 1767225600         | x:Y r k=2026-01-01T00:00:00Z | Allow",
        "Allow * on * if Bool k true                     | x:Y r k=TRUE   | Allow",
        "Allow * on * if Bool k true                     | x:Y r k=false  | ImplicitDeny",
        "Allow * on * if Bool k false                    | x:Y r          | ImplicitDeny",
        "Allow * on * if IpAddress k 10.0.0.0/8          | x:Y r k=10.1.2.3    | Allow",
        "Allow * on * if IpAddress k 10.0.0.0/8          | x:Y r k=11.1.2.3    | ImplicitDeny",
        "Allow * on * if IpAddress k 2001:db8::/33       | x:Y r k=2001:db8:7fff:: | Allow",
        "Allow * on * if IpAddress k 2001:db8::/33       | x:Y r k=2001:db8:8000:: | ImplicitDeny",
        "Allow * on * if NotIpAddress k 10.0.0.0/8       | x:Y r k=11.1.2.3    | Allow",
        "Allow * on * if ArnLike k arn:aws:iot:*:1:x/*   | x:Y r k=arn:aws:iot:us:1:x/y   | Allow",
        "Allow * on * if ArnEquals k arn:aws:iot:*:1:x/* | x:Y r k=arn:aws:iot:us:2:x/y   | "
        "ImplicitDeny",
        "Allow * on * if ArnNotLike k arn:aws:iot:*:1:x/* | x:Y r k=arn:aws:iot:us:2:x/y  | Allow",
        "Allow * on * if Null k true                     | x:Y r          | Allow",
        "Allow * on * if Null k true                     | x:Y r k=a      | ImplicitDeny",
        "Allow * on * if Null k false                    | x:Y r k=a      | Allow",
    });
}

TEST_CASE("decide: conditions on keys with several values") {
    check_rows({
        "Allow * on * if ForAnyValue:StringEquals k a,b     | x:Y r k=a,z  | Allow",
        "Allow * on * if ForAnyValue:StringEquals k a,b     | x:Y r k=y,z  | ImplicitDeny",
        "Allow * on * if ForAnyValue:StringEquals k a       | x:Y r        | ImplicitDeny",
        "Allow * on * if ForAnyValue:StringNotEquals k a    | x:Y r k=a,z  | Allow",
        "Allow * on * if ForAnyValue:StringNotEquals k a    | x:Y r        | ImplicitDeny",
        "Allow * on * if ForAllValues:StringEquals k a,b    | x:Y r k=a,b  | Allow",
        "Allow * on * if ForAllValues:StringEquals k a,b    | x:Y r k=a,z  | ImplicitDeny",
        "Allow * on * if ForAllValues:StringEquals k a      | x:Y r        | Allow",
        "Allow * on * if ForAllValues:StringNotEquals k a   | x:Y r k=a,z  | ImplicitDeny",
        "Allow * on * if StringNotEquals k a                | x:Y r k=a,z  | ImplicitDeny",
    });
}

TEST_CASE("decide: trust policies ask who the caller is") {
    const ReadPolicy trust = read_policy(
        R"({"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"sts:AssumeRole",
            "Principal":{"Service":["iot.amazonaws.com"],"AWS":"*"}}})",
        PolicyKind::Trust);
    REQUIRE(trust.findings.empty());
    auto may = [&](const char* type, const char* value) {
        PolicyRequest request = {"sts:AssumeRole", {}, {}, RequestPrincipal{type, value}};
        return decision_of(trust.document, request).allowed();
    };
    CHECK(may("Service", "iot.amazonaws.com"));
    CHECK_FALSE(may("Service", "lambda.amazonaws.com"));
    CHECK(may("AWS", "arn:aws:iam::123456789012:root"));
    CHECK_FALSE(may("AWS2", "iot.amazonaws.com"));
}

TEST_CASE("decide: every statement says why it applies or not") {
    const PolicyDocument document = document_of(
        "Allow iot:Publish on topic/a; Allow iot:* on topic/b; "
        "Allow iot:* on topic/${x}; Allow iot:* on * if StringEquals k v; Deny s3:* on *");
    const PolicyRequest request = request_of("iot:Receive topic/c");
    const PolicyDecision decision = decision_of(document, request);
    std::string all;
    for (const StatementVerdict& statement : decision.statements) all += explain(statement) + "\n";
    CHECK(all ==
          "Statement[0] of 'p' (Allow) does not apply: it is about iot:Publish, and the action is "
          "iot:Receive.\n"
          "Statement[1] of 'p' (Allow) does not apply: its resource is topic/b, and the request is "
          "about topic/c.\n"
          "Statement[2] of 'p' (Allow) does not apply: its resource is topic/${x}, and the request "
          "has no value for ${x}.\n"
          "Statement[3] of 'p' (Allow) does not apply: it asks for StringEquals k: v, and the "
          "request "
          "has no value for k.\n"
          "Statement[4] of 'p' (Deny) does not apply: it is about s3:*, and the action is "
          "iot:Receive.\n");
    CHECK(
        explain(decision, request) ==
        "iot:Receive on topic/c is denied, because no statement allows it. The nearest is "
        "Statement[3] of 'p': it asks for StringEquals k: v, and the request has no value for k.");
    const PolicyRequest other = request_of("iot:Receive topic/b");
    CHECK(explain(decision_of(document, other), other) ==
          "iot:Receive on topic/b is allowed: Statement[1] of 'p' allows iot:* on topic/b.");
    const PolicyRequest denied = request_of("s3:GetObject b");
    CHECK(
        explain(decision_of(document, denied), denied) ==
        "s3:GetObject on b is denied explicitly: Statement[4] of 'p' denies s3:* on *. A deny wins "
        "over every allow.");
    CHECK(explain(PolicyDecision{}, denied) ==
          "s3:GetObject on b is denied, because no statement allows it. There is no statement at "
          "all.");
}

namespace {

// Statements over so few names that they often meet the request.
std::string random_statement(Random& random, std::string_view effect) {
    constexpr const char* kActions[] = {"*", "iot:*", "iot:A", "!iot:A", "iot:A,iot:B"};
    constexpr const char* kResources[] = {"on *", "on r/a", "on! r/a", "on r/${v}", "on r/?"};
    constexpr const char* kConditions[] = {"", "", " if StringEquals k 1", " if StringNotLike k 1*",
                                           " if Null k true"};
    return std::string(effect) + " " + kActions[random.below(5)] + " " +
           kResources[random.below(5)] + kConditions[random.below(5)];
}

PolicyRequest random_request(Random& random) {
    std::string text = random.below(2) == 0 ? "iot:A" : "iot:B";
    text += random.below(2) == 0 ? " r/a" : " r/b";
    if (random.below(2) == 0) text += " k=1";
    if (random.below(2) == 0) text += " v=b";
    return request_of(text);
}

}  // namespace

TEST_CASE("decide: a deny that applies wins, and an added allow takes nothing away") {
    std::size_t allowed = 0;
    std::size_t denied = 0;
    for (std::uint64_t seed = 1; seed <= 400; ++seed) {
        CAPTURE(seed);
        Random random(seed, "decide");
        std::string text = random_statement(random, "Allow");
        for (std::size_t i = random.below(3); i > 0; --i)
            text += "; " + random_statement(random, random.below(3) == 0 ? "Deny" : "Allow");
        CAPTURE(text);
        const PolicyRequest request = random_request(random);
        const PolicyDocument document = document_of(text);
        const PolicyDecision decision = decision_of(document, request);

        bool deny_applies = false;
        bool allow_applies = false;
        for (const StatementVerdict& statement : decision.statements)
            (statement.allows ? allow_applies : deny_applies) |= statement.applies();
        CHECK(decision.allowed() == (allow_applies && !deny_applies));
        CHECK((decision.verdict == Verdict::ExplicitDeny) == deny_applies);

        const PolicyDocument wider = document_of(text + "; " + random_statement(random, "Allow"));
        if (decision.allowed()) CHECK(decision_of(wider, request).allowed());
        if (deny_applies) CHECK(decision_of(wider, request).verdict == Verdict::ExplicitDeny);
        const PolicyDocument narrower = document_of(text + "; Deny * on *");
        CHECK(decision_of(narrower, request).verdict == Verdict::ExplicitDeny);
        ++(decision.allowed() ? allowed : denied);
    }
    CHECK(allowed > 50);
    CHECK(denied > 50);
}
