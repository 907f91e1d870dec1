// The text under edit: lines, places in two encodings, edits and undo.
#include "editor/document.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <iterator>
#include <random>

using picket::ui::Document;
using picket::ui::Range;
using picket::ui::Step;

namespace {

Document document_of(std::string text, std::size_t caret = 0) {
    Document document;
    document.set_text(std::move(text));
    document.select(caret, caret);
    return document;
}

// UTF-16 length by another way than the line table's.
std::size_t units(std::string_view text) {
    std::size_t count = 0;
    for (const char c : text) {
        const auto u = static_cast<unsigned char>(c);
        count += u < 0x80 || (u >= 0xC0 && u < 0xF0) ? 1 : u >= 0xF0 ? 2 : 0;
    }
    return count;
}

}  // namespace

TEST_CASE("document: lines end before their newline and the last may be empty") {
    const Document document = document_of("ab\n\ncd\n");
    REQUIRE(document.line_count() == 4);
    CHECK(document.line_text(0) == "ab");
    CHECK(document.line_text(1).empty());
    CHECK(document.line_text(2) == "cd");
    CHECK(document.line_text(3).empty());
    CHECK(document.line_of(2) == 0);
    CHECK(document.line_of(3) == 1);
    CHECK(document.line_of(7) == 3);
    CHECK(document.columns_max() == 2);
}

TEST_CASE("document: an empty text has one line") {
    Document document;
    CHECK(document.line_count() == 1);
    CHECK(document.line(0) == Range{0, 0});
    document.erase(Step::Left);
    document.move(Step::Up, false);
    CHECK_FALSE(document.undo());
}

TEST_CASE("document: places translate between bytes and UTF-16 units") {
    const Document document = document_of("a\xC3\xA9\n\xE6\xBC\xA2\xF0\x9F\x98\x80z");  // a é / 漢
                                                                                        // 😀 z
    CHECK(document.size_utf16() == 7);
    CHECK(document.to_utf16(3) == 2);
    CHECK(document.to_utf16(7) == 4);
    CHECK(document.to_utf16(11) == 6);
    CHECK(document.from_utf16(2) == 3);
    CHECK(document.from_utf16(4) == 7);
    CHECK(document.from_utf16(6) == 11);
    CHECK(document.from_utf16(99) == document.text().size());
}

TEST_CASE("document: letters typed in a row are undone together, a new line starts another step") {
    Document document = document_of("");
    for (const char* letter : {"a", "b", "c"}) document.type(letter);
    document.type("\n");
    document.type("d");
    CHECK(document.text() == "abc\nd");
    CHECK(document.undo());
    CHECK(document.text() == "abc\n");
    CHECK(document.undo());
    CHECK(document.text() == "abc");
    CHECK(document.undo());
    CHECK(document.text().empty());
    CHECK_FALSE(document.undo());
    CHECK(document.redo());
    CHECK(document.text() == "abc");
}

TEST_CASE("document: moving the caret ends a run of typing") {
    Document document = document_of("");
    document.type("a");
    document.move(Step::Left, false);
    document.type("b");
    CHECK(document.text() == "ba");
    document.undo();
    CHECK(document.text() == "a");
}

TEST_CASE("document: typing replaces the selection and undo brings it back selected") {
    Document document = document_of("one two");
    document.select(4, 7);
    document.type("2");
    CHECK(document.text() == "one 2");
    document.undo();
    CHECK(document.text() == "one two");
    CHECK(document.selected_text() == "two");
}

TEST_CASE("document: an edit after undo drops what could be redone") {
    Document document = document_of("");
    document.type("a");
    document.undo();
    document.type("b");
    CHECK_FALSE(document.redo());
    CHECK(document.text() == "b");
}

TEST_CASE("document: erasing takes whole code points and whole words") {
    Document document = document_of("x\xF0\x9F\x98\x80");
    document.move(Step::End, false);
    document.erase(Step::Left);
    CHECK(document.text() == "x");
    document = document_of("one two  ", 9);
    document.erase(Step::WordLeft);
    CHECK(document.text() == "one ");
    document = document_of("one two");
    document.erase(Step::WordRight);
    CHECK(document.text() == "two");
}

TEST_CASE("document: moving up and down keeps the column over shorter lines") {
    Document document = document_of("abcdef\nx\nabcdef", 5);
    document.move(Step::Down, false);
    CHECK(document.caret() == 8);
    document.move(Step::Down, false);
    CHECK(document.caret() == 9 + 5);
    document.move(Step::Up, false);
    document.move(Step::Up, false);
    CHECK(document.caret() == 5);
}

TEST_CASE("document: home goes to the text first and to the margin second") {
    Document document = document_of("  ab", 4);
    document.move(Step::LineStart, false);
    CHECK(document.caret() == 2);
    document.move(Step::LineStart, false);
    CHECK(document.caret() == 0);
}

TEST_CASE("document: an arrow without shift collapses the selection to its side") {
    Document document = document_of("abcd");
    document.select(1, 3);
    document.move(Step::Left, false);
    CHECK(document.caret() == 1);
    document.select(1, 3);
    document.move(Step::Right, false);
    CHECK(document.caret() == 3);
    document.move(Step::Left, true);
    CHECK(document.selection() == Range{2, 3});
}

TEST_CASE("document: a double click selects a word, a blank run or marks") {
    Document document = document_of("\"key\": 12");
    document.select_word(2);
    CHECK(document.selected_text() == "key");
    document.select_word(8);
    CHECK(document.selected_text() == "12");
    document.select_word(document.text().size());
    CHECK(document.selected_text() == "12");
}

TEST_CASE("document: a mirrored edit moves the selection with the text") {
    Document document = document_of("hello world", 8);
    document.replace({0, 5}, "bye");
    CHECK(document.text() == "bye world");
    CHECK(document.caret() == 6);
}

TEST_CASE("document: what was typed elsewhere can be undone here too, in the same steps") {
    Document document = document_of("{}", 1);
    for (const char* letter : {"a", "b"})
        document.replace({document.caret(), document.caret()}, letter);
    CHECK(document.caret() == 3);
    document.replace({0, 1}, "[");
    CHECK(document.text() == "[ab}");
    CHECK(document.undo());
    CHECK(document.text() == "{ab}");
    CHECK(document.undo());
    CHECK(document.text() == "{}");
    CHECK_FALSE(document.undo());
}

TEST_CASE(
    "document: the oldest edits are forgotten when all of them are too long, the last never") {
    const std::string large(20'000'000, 'x');
    Document document = document_of("a");
    document.edit({0, 1}, large);
    CHECK(document.undo());
    CHECK(document.text() == "a");
    CHECK(document.redo());
    document.edit({0, large.size()}, "b");
    CHECK(document.undo());
    CHECK(document.text().size() == large.size());
    CHECK_FALSE(document.undo());
}

TEST_CASE("document: random mirrored edits keep the line table and both encodings right") {
    const char* pieces[] = {"a", "\n", "\xC3\xA9", "\xF0\x9F\x98\x80", "\"k\": 1", "\n\n", ""};
    for (unsigned seed = 1; seed <= 20; ++seed) {
        CAPTURE(seed);
        std::mt19937 random(seed);
        Document document;
        std::string model;
        for (int step = 0; step < 60; ++step) {
            std::vector<std::size_t> places = {model.size()};
            for (std::size_t i = 0; i < model.size(); ++i) {
                if ((static_cast<unsigned char>(model[i]) & 0xC0) != 0x80) places.push_back(i);
            }
            std::size_t begin = places[random() % places.size()],
                        end = places[random() % places.size()];
            if (begin > end) std::swap(begin, end);
            if (random() % 3 != 0) end = begin;
            const std::string piece = pieces[random() % std::size(pieces)];
            model.replace(begin, end - begin, piece);
            document.replace({begin, end}, piece);
            REQUIRE(document.text() == model);
            REQUIRE(document.size_utf16() == units(model));
            const std::size_t lines = static_cast<std::size_t>(
                                          std::count(model.begin(), model.end(), '\n')) +
                                      1;
            REQUIRE(document.line_count() == lines);
            for (const std::size_t place : places) {
                if (place > model.size()) continue;
                if (place < model.size() &&
                    (static_cast<unsigned char>(model[place]) & 0xC0) == 0x80)
                    continue;
                REQUIRE(document.to_utf16(place) ==
                        units(std::string_view(model).substr(0, place)));
                REQUIRE(document.from_utf16(document.to_utf16(place)) == place);
            }
        }
    }
}
