// One row per preference: its name, and how it becomes text and comes back.
#include "preferences.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>

namespace picket::ui {
namespace {

std::string share_text(float share) {
    char text[16];
    std::snprintf(text, sizeof text, "%.3f", static_cast<double>(share));
    return text;
}

// A number between two others; nothing else is believed.
void read_share(std::string_view text, float least, float most, float& share) {
    const std::string terminated(text);
    char* end = nullptr;
    const float value = std::strtof(terminated.c_str(), &end);
    if (end != terminated.c_str() && value >= least && value <= most) share = value;
}

template <float LayoutState::*Share>
std::string write_share(const UiState& ui) {
    return share_text(ui.layout.*Share);
}
template <float LayoutState::*Share>
void take_share(UiState& ui, std::string_view text) {
    read_share(text, 0.1f, 0.9f, ui.layout.*Share);
}

struct Preference {
    std::string_view name;
    std::string (*write)(const UiState& ui);
    void (*read)(UiState& ui, std::string_view text);
};
constexpr Preference kPreferences[] = {
    {"theme", [](const UiState& ui) { return std::string(theme_name(ui.theme)); },
     [](UiState& ui, std::string_view text) {
         for (std::size_t i = 0; i < kThemeChoices; ++i) {
             const auto choice = static_cast<ThemeChoice>(i);
             if (theme_name(choice) == text) ui.theme = choice;
         }
     }},
    {"zoom", [](const UiState& ui) { return share_text(ui.zoom); },
     [](UiState& ui, std::string_view text) { read_share(text, kZoomLeast, kZoomMost, ui.zoom); }},
    {"request", write_share<&LayoutState::request_share>, take_share<&LayoutState::request_share>},
    {"response", write_share<&LayoutState::response_share>,
     take_share<&LayoutState::response_share>},
    {"left", write_share<&LayoutState::left_share>, take_share<&LayoutState::left_share>},
    {"top", write_share<&LayoutState::top_share>, take_share<&LayoutState::top_share>},
    {"list", write_share<&LayoutState::list_share>, take_share<&LayoutState::list_share>},
    {"section", [](const UiState& ui) { return ui.world.section; },
     [](UiState& ui, std::string_view text) {
         if (find_section(text) != nullptr) ui.world.section = text;
     }},
    {"timeline",
     [](const UiState& ui) { return std::string(ui.timeline.open ? "open" : "closed"); },
     [](UiState& ui, std::string_view text) { ui.timeline.open = text != "closed"; }},
    {"speed", [](const UiState& ui) { return std::string(kSpeeds[ui.clock.speed].label); },
     [](UiState& ui, std::string_view text) {
         for (std::size_t i = 0; i < std::size(kSpeeds); ++i) {
             if (kSpeeds[i].label == text) ui.clock.speed = i;
         }
     }},
};

}  // namespace

std::string write_preferences(const UiState& ui) {
    std::string text;
    for (const Preference& each : kPreferences)
        text += std::string(each.name) + '=' + each.write(ui) + '\n';
    return text;
}

void read_preferences(UiState& ui, std::string_view text) {
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        const std::string_view line = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        const std::size_t is = line.find('=');
        if (is == std::string_view::npos) continue;
        for (const Preference& each : kPreferences) {
            if (each.name == line.substr(0, is)) each.read(ui, line.substr(is + 1));
        }
    }
}

}  // namespace picket::ui
