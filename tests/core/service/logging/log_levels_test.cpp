// Logging. Goal: levels are listed by kind and page by page, the two generations do not touch each
// other, and the default level is one wherever it is set.
#include "core/service/service_support.h"

namespace picket {
namespace {

constexpr const char* kRole = "\"roleArn\":\"arn:aws:iam::123456789012:role/logs\"";

Engine configured() {
    Engine engine;
    must(engine, "SetV2LoggingOptions", std::string("{") + kRole + "}");
    return engine;
}

std::string level_json(const std::string& type, const std::string& name, const std::string& level) {
    return R"({"logTarget":{"targetType":")" + type + "\"" +
           (name.empty() ? "" : ",\"targetName\":\"" + name + "\"") + R"(},"logLevel":")" + level +
           "\"}";
}

}  // namespace

TEST_CASE("logging: levels are listed by kind, whatever the page") {
    Engine engine = configured();
    for (int i = 0; i < 7; ++i) {
        const std::string name = "client" + std::to_string(i);
        must(engine, "SetV2LoggingLevel", level_json("CLIENT_ID", name, "DEBUG"));
        must(engine, "SetV2LoggingLevel", level_json("THING_GROUP", "group" + name, "WARN"));
    }
    must(engine, "SetV2LoggingLevel", level_json("DEFAULT", "", "ERROR"));
    const std::string all = must(engine, "ListV2LoggingLevels", "{}");
    for (int size = 1; size <= 20; ++size) {
        std::string token;
        std::size_t count = 0;
        do {
            const std::string body = must(
                engine, "ListV2LoggingLevels",
                "{\"maxResults\":" + std::to_string(size) +
                    (token.empty() ? "" : ",\"nextToken\":" + json_string(token)) + "}");
            const auto tree = read_json_strict(body);
            const auto items = tree->find(0, "logTargetConfigurations");
            for (auto i = tree->first(items); i != tree->end(items); i = tree->node(i).next)
                ++count;
            const auto next = tree->find(0, "nextToken");
            token = next == JsonTree::kNone ? "" : std::string(tree->node(next).text);
        } while (!token.empty());
        CHECK(count == 15);
    }
    CHECK(all.find("DEFAULT") < all.find("THING_GROUP"));
    CHECK(all.find("THING_GROUP") < all.find("CLIENT_ID"));
    const std::string groups = must(engine, "ListV2LoggingLevels",
                                    R"({"targetType":"THING_GROUP"})");
    CHECK(groups.find("CLIENT_ID") == std::string::npos);
    CHECK(groups.find("DEFAULT") == std::string::npos);
}

TEST_CASE("logging: the default level is the level of the default target") {
    Engine engine = configured();
    must(engine, "SetV2LoggingLevel", level_json("DEFAULT", "", "ERROR"));
    CHECK(must(engine, "GetV2LoggingOptions", "{}").find(R"("defaultLogLevel":"ERROR")") !=
          std::string::npos);
    must(engine, "SetV2LoggingOptions", R"({"defaultLogLevel":"WARN"})");
    CHECK(must(engine, "ListV2LoggingLevels", "{}").find("WARN") != std::string::npos);
}

TEST_CASE("logging: the older options leave the newer ones unset") {
    Engine engine;
    must(engine, "SetLoggingOptions",
         std::string("{\"loggingOptionsPayload\":{") + kRole + ",\"logLevel\":\"DEBUG\"}}");
    CHECK(must(engine, "GetLoggingOptions", "{}").find("DEBUG") != std::string::npos);
    const CallResult newer = engine.call("GetV2LoggingOptions", "{}");
    REQUIRE(newer.error);
    CHECK(newer.error->code == ErrorCode::NotConfigured);
}

TEST_CASE("logging: verbose lists every kind of event once, those that are set as they are set") {
    Engine engine = configured();
    must(engine, "SetV2LoggingOptions",
         R"({"defaultLogLevel":"INFO","eventConfigurations":[{"eventType":"Connect",)"
         R"("logLevel":"DISABLED"},{"eventType":"Custom","logDestination":"my/group"}]})");
    CHECK(must(engine, "GetV2LoggingOptions", "{}").find("Publish-In") == std::string::npos);
    const std::string body = must(engine, "GetV2LoggingOptions", R"({"verbose":true})");
    for (const char* type : {"Connect", "Custom", "Publish-In", "Unsubscribe"}) {
        const std::string wanted = std::string("\"eventType\":\"") + type + "\"";
        const std::size_t first = body.find(wanted);
        CHECK(first != std::string::npos);
        CHECK(body.find(wanted, first + 1) == std::string::npos);
    }
    CHECK(body.find(R"({"eventType":"Connect","logLevel":"DISABLED"})") != std::string::npos);
    CHECK(body.find(R"({"eventType":"Queued","logLevel":"INFO"})") != std::string::npos);
}

}  // namespace picket
