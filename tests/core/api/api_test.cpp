// Golden cases: every file below tests/api, and that together they cover every operation and every
// error it declares.
#include <doctest/doctest.h>

#include <cstdlib>
#include <map>
#include <set>

#include "picket/json_tree.h"
#include "support/golden.h"

namespace picket {
namespace {

const std::string kFolder = std::string(PICKET_SOURCE_DIR) + "/tests/api";

const std::vector<GoldenCase>& cases() {
    static const std::vector<GoldenCase> all = read_golden_cases(kFolder);
    return all;
}

using ErrorsByOperation = std::map<std::string, std::set<std::string>>;

// Stands for a good case in unreached.json when an operation's answer cannot be written down.
const std::string kGoodCase = "(a good case)";

// Operation -> names of errors that no case produces, each with a reason; "*" stands for every
// operation that declares them.
ErrorsByOperation read_unreached() {
    const std::string text = read_file(kFolder + "/unreached.json");
    const TolerantJson json = read_json_tolerant(text);
    REQUIRE(json.problems.empty());
    ErrorsByOperation unreached;
    const JsonTree& tree = json.tree;
    for (auto i = tree.first(0); i != tree.end(0); i = tree.node(i).next) {
        for (auto j = tree.first(i); j != tree.end(i); j = tree.node(j).next) {
            unreached[std::string(tree.node(i).key)].insert(std::string(tree.node(j).key));
            CHECK_MESSAGE(tree.node(j).text.size() > 10, "a reason is missing: ", tree.node(j).key);
        }
    }
    return unreached;
}

void check_outcome(const GoldenCase& golden, const GoldenOutcome& outcome) {
    CHECK((outcome.status >= 400) == golden.bad);
    CHECK(outcome.body == compact_json(outcome.body));
    if (std::getenv("PICKET_REBASE") != nullptr) {
        rebase(golden, outcome);
        return;
    }
    CHECK_MESSAGE(golden.expect.has_value(),
                  "no expectation; run with PICKET_REBASE=1 and read what it writes");
    if (!golden.expect) return;
    CHECK(outcome.status == golden.expect->status);
    CHECK(outcome.error == golden.expect->error);
    CHECK(outcome.body == golden.expect->body);
}

}  // namespace

TEST_CASE("golden: every case gives its status, its error and its exact body") {
    REQUIRE(cases().size() > 0);
    for (const GoldenCase& golden : cases()) {
        CAPTURE(golden.name);
        std::string problem = golden.problem;
        Engine engine;
        const bool ready = problem.empty() && set_up(golden, engine, problem);
        CHECK_MESSAGE(ready, problem);
        if (!ready) continue;
        const Engine prepared = engine;
        const std::string hash = world_hash(engine.world());
        std::optional<GoldenOutcome> called;
        if (golden.input) {
            called = run_call(golden, engine);
            check_outcome(golden, *called);
            if (golden.bad) CHECK(world_hash(engine.world()) == hash);
        }
        if (golden.http) {
            engine = prepared;
            GoldenOutcome outcome = run_http(golden, engine);
            // Over HTTP an operation without output members answers with an empty body.
            if (called && outcome.body.empty()) outcome.body = "{}";
            if (called) {
                CHECK(outcome == *called);
            } else {
                check_outcome(golden, outcome);
            }
            if (golden.bad) CHECK(world_hash(engine.world()) == hash);
        }
    }
}

TEST_CASE("golden: every operation has a good and a bad case") {
    std::set<std::string> good, bad;
    for (const GoldenCase& golden : cases()) {
        (golden.bad ? bad : good).insert(golden.operation);
        CHECK_MESSAGE(find_operation(golden.operation) != nullptr, golden.name);
    }
    const ErrorsByOperation unreached = read_unreached();
    for (const Operation& operation : operations()) {
        CAPTURE(operation.name);
        const std::string name(operation.name);
        const auto excuses = unreached.find(name);
        const bool excused = excuses != unreached.end() && excuses->second.count(kGoodCase) == 1;
        CHECK((good.count(name) == 1) != excused);
        CHECK(bad.count(name) == 1);
    }
}

TEST_CASE("golden: the cases produce every declared error, and only declared ones") {
    if (std::getenv("PICKET_REBASE") != nullptr) return;
    ErrorsByOperation produced;
    for (const GoldenCase& golden : cases()) {
        if (golden.expect && !golden.expect->error.empty()) {
            produced[golden.operation].insert(golden.expect->error);
        }
    }
    const ErrorsByOperation unreached = read_unreached();
    auto excused = [&](const std::string& operation, const std::string& error) {
        const auto row = unreached.find(operation);
        return row != unreached.end() && row->second.count(error) == 1;
    };
    std::set<std::string> declared_somewhere;
    for (const Operation& operation : operations()) {
        for (const ErrorCode code : operation.errors)
            declared_somewhere.insert(std::string(error_info(code).name));
    }
    for (const auto& [name, errors] : unreached) {
        CHECK((name == "*" || find_operation(name) != nullptr));
        if (name != "*") continue;
        for (const std::string& error : errors)
            CHECK_MESSAGE(declared_somewhere.count(error) == 1, "stale: ", error);
    }
    for (const Operation& operation : operations()) {
        const std::string name(operation.name);
        std::set<std::string> declared;
        for (const ErrorCode code : operation.errors)
            declared.insert(std::string(error_info(code).name));
        for (const std::string& error : declared) {
            CAPTURE(name);
            CAPTURE(error);
            const bool reached = produced[name].count(error) == 1;
            CHECK(reached != (excused(name, error) || excused("*", error)));
        }
        // Decoding can refuse the input of any operation, whatever its row declares.
        declared.insert(std::string(error_info(ErrorCode::InvalidRequest).name));
        for (const std::string& error : produced[name]) {
            CHECK_MESSAGE(declared.count(error) == 1, name, " gave ", error,
                          ", which its row does not declare");
        }
        if (unreached.count(name) == 0) continue;
        for (const std::string& error : unreached.at(name)) {
            if (error == kGoodCase) continue;
            CHECK_MESSAGE(declared.count(error) == 1, name, " does not declare ", error);
        }
    }
}

}  // namespace picket
