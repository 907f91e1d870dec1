// Values of described shapes as words for tables: columns of a World table, and the text of a cell.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "picket/world.h"

namespace picket::ui {

// "thing_groups_of" and "thingGroupsOf" both read "Thing groups of".
std::string words_of(std::string_view name);
// 100000 reads "100,000".
std::string count_text(std::size_t count);
// "2026-01-01 00:00:00", with milliseconds only when there are any.
std::string time_text(Timestamp time);
// "1767225600.000", as payloads have times.
std::string seconds_text(Timestamp time);
// "2 h 5 min", "3 days", "45 s": at most two units.
std::string duration_text(std::int64_t ms);

struct Column {
    std::string title;
    bool in_key = false;
    const MemberInfo* member = nullptr;  // nullptr: the whole key or value
    const ShapeInfo* shape = nullptr;
    float width = 0;  // CSS pixels
    bool mono = false;
};
std::vector<Column> columns_of(const TableInfo& table);
std::string cell_text(const Column& column, const TableInfo::Row& row);
std::string value_text(const ShapeInfo& shape, const void* value);

// A row's key as one line: text as it is, anything else as JSON.
std::string key_text(const TableInfo& table, const void* key);

}  // namespace picket::ui
