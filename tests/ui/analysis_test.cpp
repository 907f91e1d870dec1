// Findings of the payload while it is edited: when it is looked at, what moves along, what mends.
#include "editor/analysis.h"

#include <doctest/doctest.h>

using namespace picket;
using namespace picket::ui;

namespace {

struct Bench {
    Document document;
    Analysis analysis;
    const Operation& operation = *find_operation("CreateThing");
    double now = 1000;

    explicit Bench(std::string text) {
        document.set_text(std::move(text));
        look();
    }
    double look() { return follow(analysis, document, operation, now); }
    void wait() {
        look();
        now += kAnalysisPauseMs;
        CHECK(look() < 0);
    }
    std::string_view underlined(std::size_t index) {
        const Finding& finding = analysis.findings.at(index);
        return std::string_view(document.text())
            .substr(static_cast<std::size_t>(finding.begin),
                    static_cast<std::size_t>(finding.end - finding.begin));
    }
    void apply(const TextChange& change) { document.edit(change.range, change.with); }
};

}  // namespace

TEST_CASE("analysis: what was opened is looked at once, without a pause") {
    Bench bench("{\"thingName\": 7}");
    REQUIRE(bench.analysis.findings.size() == 1);
    CHECK(bench.underlined(0) == "7");
    CHECK(bench.look() < 0);
}

TEST_CASE("analysis: the payload is judged by the chosen operation, not by a guess") {
    Bench bench("{\"thingGroupName\": \"g\"}");
    REQUIRE_FALSE(bench.analysis.findings.empty());
    CHECK(bench.analysis.findings[0].message.find("thingName") != std::string::npos);
    const Operation& other = *find_operation("CreateThingGroup");
    CHECK(follow(bench.analysis, bench.document, other, bench.now) < 0);
    CHECK(bench.analysis.findings.empty());
}

TEST_CASE("analysis: edits are looked at when typing pauses, and every key puts it off") {
    Bench bench("{\"thingName\": \"a\"}");
    CHECK(bench.analysis.findings.empty());
    bench.document.edit({14, 17}, "7");
    CHECK(bench.look() == kAnalysisPauseMs);
    bench.now += kAnalysisPauseMs - 1;
    CHECK(bench.look() == 1);
    bench.document.edit({15, 15}, "8");
    CHECK(bench.look() == kAnalysisPauseMs);
    bench.now += kAnalysisPauseMs - 1;
    CHECK(bench.look() > 0);
    CHECK(bench.analysis.findings.empty());
    bench.now += 1;
    CHECK(bench.look() < 0);
    REQUIRE(bench.analysis.findings.size() == 1);
    CHECK(bench.underlined(0) == "78");
}

TEST_CASE("analysis: findings move with the text around them until it is looked at again") {
    Bench bench("{\"thingName\": 7}");
    bench.document.edit({0, 0}, "\n\n");
    bench.look();
    CHECK(bench.analysis.pending);
    REQUIRE(bench.analysis.findings.size() == 1);
    CHECK(bench.underlined(0) == "7");
    bench.document.edit({bench.document.text().size(), bench.document.text().size()}, "\n");
    bench.look();
    CHECK(bench.underlined(0) == "7");
    SUBCASE("a fix moves too") {
        bench.apply(fix_of(bench.analysis, 0));
        CHECK(bench.document.text() == "\n\n{\"thingName\": \"7\"}\n");
    }
    SUBCASE("one inside an edit goes") {
        bench.document.edit({16, 17}, "\"x\"");
        bench.look();
        CHECK(bench.analysis.findings.empty());
    }
}

TEST_CASE("analysis: a fix is one edit that one undo takes back") {
    const std::string wrong =
        "{\"thingName\": \"a\", \"attributePayload\": {\"attributes\": {},}, }";
    Bench bench(wrong);
    REQUIRE(bench.analysis.findings.size() == 2);
    bench.apply(fix_of(bench.analysis, 0));
    bench.wait();
    CHECK(bench.analysis.findings.size() == 1);
    CHECK(bench.document.undo());
    CHECK(bench.document.text() == wrong);
}

TEST_CASE("analysis: fix all mends what can be mended, in the smallest edit that covers it") {
    Bench bench("{\"thingName\": 7, \"attributePayload\": {\"attributes\": {\"a\": 1}},}");
    const auto change = fix_of_all(bench.analysis);
    REQUIRE(change);
    CHECK(change->range.begin >= 14);
    bench.apply(*change);
    bench.wait();
    CHECK(bench.analysis.findings.empty());
    CHECK_FALSE(fix_of_all(bench.analysis));
    CHECK(bench.document.undo());
    CHECK(bench.document.text().find("7,") != std::string::npos);
}

TEST_CASE("analysis: a very large text is left alone until it is run") {
    Bench bench("{\"thingName\": 7}" + std::string(kAnalysisBytesMax, ' '));
    CHECK(bench.analysis.skipped);
    CHECK(bench.analysis.findings.empty());
    analyse_now(bench.analysis, bench.document, bench.operation);
    CHECK(bench.analysis.findings.size() == 1);
    CHECK(bench.look() < 0);
    CHECK(bench.analysis.findings.size() == 1);
}

TEST_CASE("analysis: a command is recognised, JSON that speaks of commands is not") {
    Bench bench("$ aws iot create-thing \\\n    --thing-name pump\n");
    REQUIRE(bench.analysis.command);
    CHECK(bench.analysis.command->operation == "CreateThing");
    CHECK(bench.analysis.command->input.text == "{\"thingName\":\"pump\"}");
    bench.document.set_text("{\"thingName\": \"aws iot create-thing\"}");
    bench.wait();
    CHECK_FALSE(bench.analysis.command);
    bench.document.set_text("aws iot no-such-thing");
    bench.wait();
    CHECK_FALSE(bench.analysis.command);
    REQUIRE_FALSE(bench.analysis.findings.empty());
    CHECK(bench.analysis.findings[0].code == "cli-unknown-operation");
}

TEST_CASE("analysis: the next finding is the one after the selection, round the end") {
    Bench bench("{\"thingName\": 7, \"thingTypeName\": 8}");
    REQUIRE(bench.analysis.findings.size() == 2);
    std::vector<std::string> visited;
    for (int i = 0; i < 3; ++i) {
        const auto next = next_finding(bench.analysis, bench.document);
        REQUIRE(next);
        const Finding& finding = bench.analysis.findings[*next];
        bench.document.select(static_cast<std::size_t>(finding.end),
                              static_cast<std::size_t>(finding.begin));
        visited.push_back(std::string(bench.document.selected_text()));
    }
    CHECK(visited == std::vector<std::string>{"7", "8", "7"});
}

TEST_CASE("analysis: a refusal is added unless the place is underlined as wrong already") {
    Bench bench("{\"thingName\": \"a\", \"thingTypeName\": 8}");
    REQUIRE(bench.analysis.findings.size() == 1);
    add_refusal(bench.analysis, bench.document, 36, "InvalidRequestException", "No.");
    CHECK(bench.analysis.findings.size() == 1);
    add_refusal(bench.analysis, bench.document, 14, "InvalidRequestException", "No such place.");
    REQUIRE(bench.analysis.findings.size() == 2);
    CHECK(bench.underlined(0) == "\"a\"");
    CHECK(findings_count(bench.analysis) == "2 problems");
}
