// The code of a page, without its indentation and its markup, and where it came from.
#include "documents/markdown.h"

#include <doctest/doctest.h>

#include "documents_support.h"

using namespace picket;

namespace {

std::string blocks_of(const std::string& page) {
    const MappedText mapped = MappedText::of_document(page);
    std::string out;
    for (const CodeBlock& block : read_markdown(mapped))
        out += "<" + block.language + ">" + block.text.text() + "|";
    return out;
}

}  // namespace

TEST_CASE("markdown: blocks by fence, indentation, <pre> and cells") {
    CHECK(blocks_of("```json\n{}\n```\n") == "<json>{}\n|");
    CHECK(blocks_of("~~~~ JSON title\n```\n~~~~") == "<json>```\n|");
    CHECK(blocks_of("1. x\n\n   ```\n   {\n     \"a\": 1\n   }\n   ```\n") ==
          "<>{\n  \"a\": 1\n}\n|");
    CHECK(blocks_of("```sh\nnever closed") == "<sh>never closed|");
    CHECK(blocks_of("text\n\n    aws iot list-things\n    more\n\ntext\n") ==
          "<>aws iot list-things\nmore\n|");
    CHECK(blocks_of("* item\n\n    prose of the item\n") == "");
    CHECK(blocks_of("<pre><code>{&quot;a&quot;: <em>1</em>}</code></pre>") == "<>{\"a\": 1}|");
    CHECK(blocks_of("| a | {<br />  \"b\": 1<br>} |\n") == "<> {\n  \"b\": 1\n} |");
    CHECK(blocks_of("| a | b |\n|---|---|\n") == "");
}

TEST_CASE("markdown: findings and fixes land in the page") {
    const std::string page =
        "# Profiles\n\n1. Create it:\n\n   ```\n   aws iot create-thing-group \xE2\x80\x94"
        "thing-group-name g\n   ```\n\n2. The answer:\n\n   ```json\n   {\n     "
        "\"thingGroupName\": \"g\",\n   }\n   ```\n";
    const CheckedDocument checked = check_document(page, {.name = "page.md"});
    CHECK(test::codes(checked.findings) == "shell-dash json-trailing-comma");
    REQUIRE(checked.calls.size() == 2);
    CHECK(checked.calls[0].input.text == R"({"thingGroupName":"g"})");
    CHECK(checked.calls[1].role == CallRole::Response);
    CHECK(checked.calls[1].operation == "CreateThingGroup");
    const std::string fixed = fix_document(page, {.name = "page.md"}).text;
    CHECK(fixed.find("create-thing-group --thing-group-name g\n") != std::string::npos);
    CHECK(fixed.find("\"g\"\n   }\n") != std::string::npos);
    CHECK(fixed.size() + 2 == page.size());
}

TEST_CASE("markdown: a table cell is mended where it stands") {
    const std::string page = "| x | {<br />\"thingGroupName\": \"g\",<br />} |\n";
    const std::string fixed = fix_document(page, {.name = "page.md"}).text;
    CHECK(fixed == "| x | {<br />\"thingGroupName\": \"g\"<br />} |\n");
}
