// Columns follow the members of a table's key and value shapes, so a new table or member shows up
// by itself.
#include "shape_text.h"

#include <picket/ascii.h>

#include <cstdio>

namespace picket::ui {
namespace {

float width_of(const ShapeInfo& shape, std::string_view name) {
    switch (shape.kind) {
    case Kind::Bool:
        return 88;
    case Kind::Integer:
    case Kind::Double:
        return 96;
    case Kind::Time:
        return 184;
    case Kind::Enum:
        return 240;
    case Kind::String:
        return name == "id" || name == "roleArn" ? 336 : name == "text" ? 420 : 208;
    default:
        return 280;
    }
}

bool is_mono(const ShapeInfo& shape, std::string_view name) {
    switch (shape.kind) {
    case Kind::String:
        return name == "id" || name.find("Arn") != std::string_view::npos;
    case Kind::Bool:
    case Kind::Enum:
        return false;
    default:
        return true;
    }
}

void add_members(std::vector<Column>& columns, const ShapeInfo& shape, bool in_key) {
    for (const MemberInfo& member : shape.members) {
        if (member.rule.packed) continue;
        columns.push_back({words_of(member.name), in_key, &member, member.shape,
                           width_of(*member.shape, member.name),
                           is_mono(*member.shape, member.name)});
    }
}

// A text key that the value repeats under "name" or "id" needs no column of its own.
bool value_holds_key(const TableInfo& table) {
    if (table.key->kind != Kind::String || table.value->kind != Kind::Structure) return false;
    for (const MemberInfo& member : table.value->members) {
        const bool names = member.name == "name" || member.name == "id";
        if (names && member.shape->kind == Kind::String && member.optional == nullptr) return true;
    }
    return false;
}

struct Unit {
    std::int64_t ms;
    const char* name;
};
constexpr Unit kUnits[] = {
    {kDay, "d"}, {kHour, "h"}, {kMinute, "min"}, {kSecond, "s"}, {kMillisecond, "ms"}};

}  // namespace

std::string words_of(std::string_view name) {
    std::string words;
    for (std::size_t i = 0; i < name.size(); ++i) {
        const char c = name[i];
        if (c == '_')
            words += ' ';
        else if (i > 0 && ascii::is_upper(c) && !ascii::is_upper(name[i - 1]))
            words += ' ', words += ascii::lower(c);
        else
            words += i == 0 ? ascii::upper(c) : ascii::lower(c);
    }
    return words;
}

std::string count_text(std::size_t count) {
    std::string digits = std::to_string(count);
    for (std::size_t at = digits.size(); at > 3;) digits.insert(at -= 3, 1, ',');
    return digits;
}

std::string time_text(Timestamp time) {
    std::string text = to_iso(time);
    if (text.size() > 10) text[10] = ' ';
    if (!text.empty() && text.back() == 'Z') text.pop_back();
    return text;
}

std::string seconds_text(Timestamp time) {
    const std::int64_t size = time.ms < 0 ? -time.ms : time.ms;
    const std::string ms = std::to_string(size % kSecond);
    return (time.ms < 0 ? "-" : "") + std::to_string(size / kSecond) + '.' +
           std::string(3 - ms.size(), '0') + ms;
}

std::string duration_text(std::int64_t ms) {
    std::string text;
    int parts = 0;
    for (const Unit& unit : kUnits) {
        const std::int64_t whole = ms / unit.ms;
        ms %= unit.ms;
        if (whole == 0) {
            if (parts > 0) break;
            continue;
        }
        text += (parts > 0 ? " " : "") + std::to_string(whole) + " " + unit.name;
        if (++parts == 2) break;
    }
    return text.empty() ? "0 s" : text;
}

std::vector<Column> columns_of(const TableInfo& table) {
    std::vector<Column> columns;
    if (table.key->kind == Kind::Structure) {
        add_members(columns, *table.key, true);
    } else if (!value_holds_key(table)) {
        const char* title = table.key->kind == Kind::Integer ? "Number" : "Name";
        columns.push_back({title, true, nullptr, table.key, width_of(*table.key, "key"),
                           is_mono(*table.key, "key")});
    }
    if (table.value->kind == Kind::Structure) {
        add_members(columns, *table.value, false);
    } else {
        columns.push_back({"Value", false, nullptr, table.value, width_of(*table.value, "value"),
                           is_mono(*table.value, "value")});
    }
    return columns;
}

std::string value_text(const ShapeInfo& shape, const void* value) {
    switch (shape.kind) {
    case Kind::String:
        return *static_cast<const std::string*>(value);
    case Kind::Time:
        return time_text(*static_cast<const Timestamp*>(value));
    case Kind::Bool:
        return *static_cast<const bool*>(value) ? "yes" : "no";
    case Kind::Enum:
        return std::string(shape.enumerators[*static_cast<const std::uint8_t*>(value)]);
    case Kind::List:
        return shape.list->size(value) == 0 ? "" : to_json(shape, value);
    case Kind::Map:
        return shape.map->size(value) == 0 ? "" : to_json(shape, value);
    default:
        return to_json(shape, value);
    }
}

std::string cell_text(const Column& column, const TableInfo::Row& row) {
    const void* whole = column.in_key ? row.key : row.value;
    const void* value = column.member != nullptr ? column.member->get(whole) : whole;
    return value == nullptr ? std::string() : value_text(*column.shape, value);
}

std::string key_text(const TableInfo& table, const void* key) {
    if (table.key->kind == Kind::String) return *static_cast<const std::string*>(key);
    if (table.key->kind == Kind::Structure) {
        std::string text;
        for (const MemberInfo& member : table.key->members) {
            const void* value = member.get(key);
            if (value == nullptr) continue;
            text += (text.empty() ? "" : " / ") + value_text(*member.shape, value);
        }
        return text;
    }
    return to_json(*table.key, key);
}

}  // namespace picket::ui
