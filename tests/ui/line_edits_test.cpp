// Whole lines moved and copied, and brackets that belong together.
#include "editor/line_edits.h"

#include <doctest/doctest.h>

using namespace picket::ui;

namespace {

Document document_of(std::string text, std::size_t anchor, std::size_t caret) {
    Document document;
    document.set_text(std::move(text));
    document.select(anchor, caret);
    return document;
}

std::string after(Document& document, const LineEdit& edit) {
    document.edit(edit.range, edit.with);
    document.select(edit.selected.begin, edit.selected.end);
    return document.text();
}

std::string partner_of(std::string text, std::size_t caret) {
    const auto pair = bracket_pair(document_of(std::move(text), caret, caret));
    return pair ? std::to_string(pair->here) + "-" + std::to_string(pair->there) : "";
}

}  // namespace

TEST_CASE("line edits: a line moves past its neighbour and the caret goes with it") {
    Document document = document_of("one\ntwo\nthree", 5, 5);
    CHECK(after(document, *moved_lines(document, true)) == "one\nthree\ntwo");
    CHECK(document.caret() == 11);
    CHECK_FALSE(moved_lines(document, true));
    CHECK(after(document, *moved_lines(document, false)) == "one\ntwo\nthree");
    CHECK(document.caret() == 5);
    CHECK(document.undo());
    CHECK(document.text() == "one\nthree\ntwo");
}

TEST_CASE("line edits: a selection moves all its lines") {
    Document document = document_of("a\nb\nc\nd", 2, 5);
    CHECK(after(document, *moved_lines(document, false)) == "b\nc\na\nd");
    CHECK(document.selected_text() == "b\nc");
    CHECK_FALSE(moved_lines(document, false));
}

TEST_CASE("line edits: a selection that ends at a line's begin leaves that line out") {
    Document document = document_of("a\nb\nc", 0, 2);
    CHECK(after(document, *moved_lines(document, true)) == "b\na\nc");
}

TEST_CASE("line edits: copies stand below; the caret is in the one asked for") {
    Document document = document_of("one\ntwo", 1, 1);
    CHECK(after(document, copied_lines(document, true)) == "one\none\ntwo");
    CHECK(document.caret() == 5);
    CHECK(after(document, copied_lines(document, false)) == "one\none\none\ntwo");
    CHECK(document.caret() == 5);
}

TEST_CASE("brackets: the one beside the caret finds its partner, across lines and strings") {
    CHECK(partner_of("{\"a\": [1]}", 0) == "0-9");
    CHECK(partner_of("{\"a\": [1]}", 10) == "9-0");
    CHECK(partner_of("{\"a\": [1]}", 7) == "6-8");
    CHECK(partner_of("{\n \"a\": \"}\",\n \"b\": []\n}", 1) == "0-22");
    CHECK(partner_of("{\n \"a\": \"}\",\n \"b\": []\n}", 23) == "22-0");
    CHECK(partner_of("{\"a\": \"{\"}", 8).empty());
    CHECK(partner_of("{", 1).empty());
    CHECK(partner_of("", 0).empty());
}
