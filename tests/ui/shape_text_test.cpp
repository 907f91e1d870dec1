// Names, numbers, times and table cells as words.
#include "shape_text.h"

#include <doctest/doctest.h>

#include <set>

#include "picket/engine.h"

using namespace picket;
using namespace picket::ui;

TEST_CASE("words: names of tables and members read as words") {
    CHECK(words_of("thing_groups_of") == "Thing groups of");
    CHECK(words_of("typeName") == "Type name");
    CHECK(words_of("name") == "Name");
    CHECK(words_of("") == "");
}

TEST_CASE("words: counts are grouped, times and durations are short") {
    CHECK(count_text(0) == "0");
    CHECK(count_text(999) == "999");
    CHECK(count_text(1000) == "1,000");
    CHECK(count_text(1234567) == "1,234,567");
    CHECK(time_text(kDefaultStart) == "2026-01-01 00:00:00");
    CHECK(time_text(kDefaultStart + 250) == "2026-01-01 00:00:00.250");
    CHECK(duration_text(30 * kSecond) == "30 s");
    CHECK(duration_text(2 * kHour + 5 * kMinute + 7 * kSecond) == "2 h 5 min");
    CHECK(duration_text(3 * kDay) == "3 d");
    CHECK(duration_text(kDay + kSecond) == "1 d");
    CHECK(duration_text(0) == "0 s");
}

TEST_CASE("columns: every table of the World has some, with titles of their own") {
    for (const TableInfo& table : world_tables()) {
        CAPTURE(table.name);
        const auto columns = columns_of(table);
        CHECK_FALSE(columns.empty());
        std::set<std::pair<bool, std::string>> titles;
        for (const Column& column : columns) {
            CHECK(titles.emplace(column.in_key, column.title).second);
            CHECK(column.width > 0);
        }
    }
}

TEST_CASE("columns: a text key that the value repeats has no column of its own") {
    const auto things = columns_of(*find_table("things"));
    CHECK(things.front().title == "Name");
    CHECK_FALSE(things.front().in_key);
    const auto settings = columns_of(*find_table("settings"));
    CHECK(settings.front().in_key);
    CHECK(settings.back().title == "Value");
}

TEST_CASE("cells: absent members are empty, others read as text") {
    Thing thing;
    thing.name = "meter-1";
    thing.version = 3;
    thing.created = kDefaultStart;
    const TableInfo::Row row = {&thing.name, &thing};
    std::string all;
    for (const Column& column : columns_of(*find_table("things")))
        all += column.title + "=" + cell_text(column, row) + ";";
    CHECK(all.find("Name=meter-1;") != std::string::npos);
    CHECK(all.find("Version=3;") != std::string::npos);
    CHECK(all.find("Type name=;") != std::string::npos);
    CHECK(all.find("Attributes=;") != std::string::npos);
    CHECK(all.find("Created=2026-01-01 00:00:00;") != std::string::npos);
}
