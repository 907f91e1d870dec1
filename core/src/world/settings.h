// Named settings: every choice the service's documentation leaves open, and every limit, with a
// default and the reason it matters.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>

#include "picket/world.h"

namespace picket {

enum class Setting : std::uint8_t {
#define PICKET_SETTING(id, name, fallback, choices, doc) id,
#include "world/settings.def"
#undef PICKET_SETTING
};

struct SettingInfo {
    Setting id;
    std::string_view name;      // "unknownMembers"
    std::string_view fallback;  // the default, as text
    std::string_view choices;   // "ignore|reject"; "1..1000" for a whole number
    std::string_view doc;       // what it decides, and why one would change it
};
std::span<const SettingInfo> settings();
const SettingInfo* find_setting(std::string_view name);
std::string_view setting_name(Setting setting);

// The value in force: as text, or as a number for settings with a range.
std::string_view setting_text(const World& world, Setting setting);
bool setting_is(const World& world, Setting setting, const char* text);
std::int64_t setting_number(const World& world, Setting setting);

// Empty when `text` is allowed; otherwise a sentence that says what is.
std::string setting_problem(const SettingInfo& info, std::string_view text);

}  // namespace picket
