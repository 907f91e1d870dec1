// The laws of fixes, on documents that were damaged at random: edits stay in their spans, and what
// claims to be fixable is gone after fixing.
#include <doctest/doctest.h>

#include <algorithm>

#include "base/random.h"
#include "documents/rules.h"
#include "documents_support.h"

using namespace picket;

namespace {

constexpr int kDocuments = 400;

const char* const kSeeds[] = {
    R"({"thingName": "a b", "attributePayload": {"attributes": {"k": "v"}, "merge": "true"}})",
    R"([{"name": "Max size", "metric": "aws:message-byte-size", "criteria": {"comparisonOperator": "less-than", "value": {"count": 5}, "durationSeconds": "300"}, "suppressAlerts": True}])",
    "aws iot create-thing --thing-name t --attribute-payload '{\"attributes\": {\"a\": \"b\"}}'\n",
    "aws iot create-mitigation-action \\\n  --action-name a \\\n  --role-arn r --action-params "
    "\"updateDeviceCertificateParams={action=DEACTIVATE}\"\n",
    "# x\n\n```json\n{\"thingGroupName\": \"g\"}\n```\n\n```\n$ aws iot list-things\n```\n",
    "| a | {<br />\"thingName\": \"g\"<br />} |\n",
};

const char* const kDamage[] = {",",
                               ",,",
                               "]",
                               "}",
                               "{",
                               "[",
                               "\"",
                               "'",
                               "\\",
                               " \\ \n",
                               "\n",
                               "\xE2\x80\x94",
                               "\xE2\x80\x9C",
                               "\xE2\x80\x9D",
                               "\xC2\xA0",
                               "// x\n",
                               "/* y */",
                               "--",
                               "=",
                               ":",
                               "<",
                               ">",
                               "$",
                               "`",
                               "|",
                               "boolean",
                               "007",
                               "True",
                               ";",
                               "&amp;",
                               "<br>",
                               "```\n",
                               "\xFF"};

std::string damaged(Random& random) {
    std::string text = kSeeds[random.pick(std::size(kSeeds))];
    const auto times = static_cast<int>(random.between(0, 4));
    for (int i = 0; i < times; ++i) {
        const std::size_t at = random.pick(text.size() + 1);
        if (random.chance({1, 3})) {
            text.erase(at, random.pick(4));
        } else {
            text.insert(at, kDamage[random.pick(std::size(kDamage))]);
        }
    }
    return text;
}

}  // namespace

TEST_CASE("documents: fixes stay in their spans and leave nothing fixable") {
    Random random(21, "damage");
    for (int i = 0; i < kDocuments; ++i) {
        const std::string text = damaged(random);
        for (std::size_t kind = 0; kind < EnumNames<DocumentKind>::values.size(); ++kind) {
            const std::string broken = test::broken_law(text,
                                                        {.kind = static_cast<DocumentKind>(kind)});
            CHECK_MESSAGE(broken.empty(), broken, "\nof\n", text);
            if (!broken.empty()) return;
        }
    }
}

TEST_CASE("documents: a fix changes nothing outside of the spans of findings") {
    const std::string text =
        "{\n  \"thingName\": \"a\",   // keep   this layout\n  \"attributePayload\":   {},\n}\n";
    const std::string fixed = fix_document(text, {.name = "x.json"}).text;
    CHECK(fixed == "{\n  \"thingName\": \"a\",   \n  \"attributePayload\":   {}\n}\n");
}

TEST_CASE("documents: every rule has a code of its own and explains itself") {
    std::vector<std::string_view> seen;
    for (const RuleInfo& rule : document_rules()) {
        CHECK(&rule == &rule_info(rule.id));
        CHECK_MESSAGE(std::find(seen.begin(), seen.end(), rule.code) == seen.end(), rule.code);
        seen.push_back(rule.code);
        CHECK_MESSAGE(rule.explanation.ends_with("."), rule.code);
        CHECK_MESSAGE(!rule.section.empty(), rule.code);
    }
    const CheckedDocument checked = check_document("{\"a\": 1,}", {.name = "x.json"});
    REQUIRE(checked.findings.size() == 1);
    CHECK(checked.findings[0].line == 1);
    CHECK(checked.findings[0].column == 8);
}
