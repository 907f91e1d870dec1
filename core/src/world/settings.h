// Named settings for those who act on them. See picket/settings.h for what each one is.
#pragma once

#include <cstdint>
#include <string_view>

#include "picket/settings.h"

namespace picket {

enum class Setting : std::uint8_t {
#define PICKET_SETTING(id, name, fallback, choices, doc) id,
#include "world/settings.def"
#undef PICKET_SETTING
};

std::string_view setting_name(Setting setting);

// The value in force: compared, or as a number for settings with a range.
bool setting_is(const World& world, Setting setting, const char* text);
std::int64_t setting_number(const World& world, Setting setting);

}  // namespace picket
