// Colours and sizes of the workbench. Views name roles ("muted text", "danger"), never colours.
//
// Lengths in views are in CSS pixels and go through px(); the screen is drawn in real pixels, so
// that lines and glyphs are sharp at every pixel ratio. Spacing is a multiple of 8, or of 4 inside
// a control.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace picket::ui {

enum class ThemeChoice : std::uint8_t { System, Light, Dark, HighContrast };
inline constexpr std::size_t kThemeChoices = 4;
std::string_view theme_name(ThemeChoice choice);  // "system", as preferences keep it

// What a text or a mark means; the palette gives it its colour, the same everywhere.
enum class Tone : std::uint8_t { Plain, Muted, Faint, Accent, Ok, Warn, Danger };

// The one table of states: "ACTIVE", "IN_PROGRESS", "in-alarm" and all others of the service.
// Plain for words that are no state.
Tone tone_of_state(std::string_view state);

struct Palette {
    std::uint32_t canvas, surface, raised, hover, border, control_border;
    std::uint32_t text, muted, faint;
    std::uint32_t accent, accent_fill, accent_fill_hover, accent_text, accent_soft;
    std::uint32_t ok, ok_soft, warn, warn_soft, danger, danger_soft;
    std::uint32_t selection, current_line;
    std::uint32_t code_key, code_string, code_number, code_literal, code_mark;
};
enum class Scheme : std::uint8_t { Light, Dark, HighContrast };
const Palette& palette(Scheme scheme);

// Font sizes as ImGui counts them (ascent to descent): 17 is 14 px of Inter and 13 px of JetBrains
// Mono.
inline constexpr float kBodySize = 17.0f;
inline constexpr float kSmallSize = 15.0f;
inline constexpr float kTitleSize = 20.0f;
inline constexpr float kCodeSize = 17.0f;

// Sets the current context's style. `touch` makes room for fingers.
void apply_theme(const Palette& colours, float scale, bool touch);

}  // namespace picket::ui
