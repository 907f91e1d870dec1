// Hostile documents: too large, too deep, too many mistakes. Each has a clear answer, and none
// costs more than its size.
#include <doctest/doctest.h>

#include "documents_support.h"

using namespace picket;

namespace {

std::string repeated(std::string_view part, std::size_t times) {
    std::string out;
    for (std::size_t i = 0; i < times; ++i) out += part;
    return out;
}

}  // namespace

TEST_CASE("documents: 16 MB and more are refused clearly") {
    const std::string text(kDocumentBytesMax + 1, ' ');
    const CheckedDocument checked = check_document(text, {.name = "big.md"});
    REQUIRE(checked.findings.size() == 1);
    CHECK(checked.findings[0].code == "document-too-large");
    CHECK(checked.findings[0].message.find("16777217 bytes") != std::string::npos);
    CHECK(!read_command(text));
}

TEST_CASE("documents: nesting is bounded everywhere") {
    const std::string deep = repeated("[", 100'000);
    CHECK(test::codes(check_document(deep, {.name = "x.json"}).findings) ==
          "json-limit json-missing-close");
    const std::string object = "{\"attributePayload\":" + repeated("{\"a\":", 5000) + "1" +
                               repeated("}", 5000) + "}";
    CHECK(test::codes(check_document(object, {.name = "x.json"}).findings).find("json-limit") !=
          std::string::npos);
    const std::string shorthand = "aws iot create-thing --thing-name t --attribute-payload "
                                  "attributes=" +
                                  repeated("{a=", 5000);
    CHECK(test::codes(check_document(shorthand, {.kind = DocumentKind::Shell}).findings) ==
          "cli-shorthand");
}

TEST_CASE("documents: at most a thousand findings, the first ones") {
    const std::string text = "[" + repeated("1,,", 3000) + "1]";
    const CheckedDocument checked = check_document(text, {.name = "x.json"});
    CHECK(checked.findings.size() <= kFindingsMax);
    CHECK(checked.findings.size() > 900);
    CHECK(checked.findings.front().begin < checked.findings.back().begin);
}

TEST_CASE("documents: texts made to cost much cost what their size does") {
    // Each took many seconds if something looked at the rest of the text again and again.
    for (const std::string& part :
         {std::string("$("), std::string("<a"), std::string("\xE2\x80\x9C"), std::string("`"),
          std::string("\\"), std::string("<pre>\n"), std::string("| <br {\n"), std::string("```\n"),
          std::string("aws iot x \\\n"), std::string("{\"a\":"), std::string("<<E\n"),
          std::string("    {\n\n"), std::string("aws iot list-things --a='\n"),
          std::string("# aaaa\n"), std::string("&"), std::string("[--a <b]")}) {
        const std::string text = repeated(part, 25'000 / part.size());
        for (std::size_t kind = 0; kind < EnumNames<DocumentKind>::values.size(); ++kind)
            CHECK(check_document(text, {.kind = static_cast<DocumentKind>(kind)}).findings.size() <=
                  kFindingsMax);
    }
}
