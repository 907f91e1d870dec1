// Reading settings out of a World. Only values that differ from the default are stored there.
#include "world/settings.h"

#include <iterator>
#include <optional>

#include "text/decimal.h"
#include "text/say.h"

namespace picket {
namespace {

constexpr SettingInfo kSettings[] = {
#define PICKET_SETTING(id, name, fallback, choices, doc)                                           \
    {Setting::id, name, fallback, choices, doc},
#include "world/settings.def"
#undef PICKET_SETTING
};

const SettingInfo& info_of(Setting setting) {
    const auto at = static_cast<std::size_t>(setting);
    PICKET_ASSERT(at < std::size(kSettings));
    return kSettings[at];
}

struct WholeRange {
    std::int64_t low;
    std::int64_t high;
};
std::optional<WholeRange> range_of(const SettingInfo& info) {
    const std::size_t dots = info.choices.find("..");
    if (dots == std::string_view::npos) return std::nullopt;
    const auto low = parse_int64(info.choices.substr(0, dots));
    const auto high = parse_int64(info.choices.substr(dots + 2));
    PICKET_ASSERT(low && high && *low <= *high);
    return WholeRange{*low, *high};
}

std::string known_choices(std::string_view choices) {
    std::string out;
    while (!choices.empty()) {
        const std::size_t bar = choices.find('|');
        const bool last = bar == std::string_view::npos;
        if (!out.empty()) out += last ? " or " : ", ";
        out += choices.substr(0, bar);
        choices = last ? std::string_view() : choices.substr(bar + 1);
    }
    return out;
}

bool has_choice(std::string_view choices, std::string_view text) {
    while (true) {
        const std::size_t bar = choices.find('|');
        if (choices.substr(0, bar) == text) return true;
        if (bar == std::string_view::npos) return false;
        choices.remove_prefix(bar + 1);
    }
}

}  // namespace

std::span<const SettingInfo> settings() { return kSettings; }

const SettingInfo* find_setting(std::string_view name) {
    for (const SettingInfo& info : kSettings) {
        if (info.name == name) return &info;
    }
    return nullptr;
}

std::string_view setting_name(Setting setting) { return info_of(setting).name; }

std::string_view setting_text(const World& world, Setting setting) {
    const SettingInfo& info = info_of(setting);
    const std::string* chosen = world.settings.find(info.name);
    return chosen != nullptr ? std::string_view(*chosen) : info.fallback;
}

bool setting_is(const World& world, Setting setting, const char* text) {
    return setting_text(world, setting) == text;
}

std::int64_t setting_number(const World& world, Setting setting) {
    const SettingInfo& info = info_of(setting);
    const std::string* chosen = world.settings.find(info.name);
    // An image could hold any text; whatever is not allowed counts as not set.
    const bool allowed = chosen != nullptr && setting_problem(info, *chosen).empty();
    const auto number = parse_int64(allowed ? std::string_view(*chosen) : info.fallback);
    PICKET_ASSERT(number.has_value());
    return *number;
}

std::string setting_problem(const SettingInfo& info, std::string_view text) {
    const auto range = range_of(info);
    if (!range) {
        if (!text.empty() && has_choice(info.choices, text)) return {};
        return say("{} must be {}.", info.name, known_choices(info.choices));
    }
    const auto number = parse_int64(text);
    // One spelling for each number, so that equal settings make equal Worlds.
    if (number && *number >= range->low && *number <= range->high &&
        std::to_string(*number) == text)
        return {};
    return say("{} must be a whole number from {} to {}.", info.name, range->low, range->high);
}

}  // namespace picket
