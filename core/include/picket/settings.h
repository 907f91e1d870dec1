// Named settings as a reader sees them: every choice the service's documentation leaves open, and
// every limit, with its default and the reason it matters.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "picket/world.h"

namespace picket {

enum class Setting : std::uint8_t;

struct SettingInfo {
    Setting id;
    std::string_view name;      // "unknownMembers"
    std::string_view fallback;  // the default, as text
    std::string_view choices;   // "ignore|reject"; "1..1000" for a whole number
    std::string_view doc;       // what it decides, and why one would change it
};
std::span<const SettingInfo> settings();
const SettingInfo* find_setting(std::string_view name);

// The value in force, as text.
std::string_view setting_text(const World& world, Setting setting);

// Empty when `text` is allowed; otherwise a sentence that says what is.
std::string setting_problem(const SettingInfo& info, std::string_view text);

}  // namespace picket
