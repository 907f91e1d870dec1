// The palettes, their way into ImGui's style, and the colours of states. Text on its background has
// a contrast of at least 4.5 to 1, and 7 to 1 in high contrast.
#include "theme.h"

#include "imgui.h"

namespace picket::ui {
namespace {

constexpr std::uint32_t rgb(std::uint32_t hex, std::uint32_t alpha = 255) {
    return IM_COL32((hex >> 16) & 255, (hex >> 8) & 255, hex & 255, alpha);
}

constexpr Palette kDark = {
    .canvas = rgb(0x0D1117),
    .surface = rgb(0x151B23),
    .raised = rgb(0x1E2630),
    .hover = rgb(0x28323E),
    .border = rgb(0x262F3A),
    .control_border = rgb(0x3B4754),
    .text = rgb(0xE6EAF0),
    .muted = rgb(0x9FABB9),
    .faint = rgb(0x7D8998),
    .accent = rgb(0x6CB0FF),
    .accent_fill = rgb(0x2769D8),
    .accent_fill_hover = rgb(0x2F74E8),
    .accent_text = rgb(0xFFFFFF),
    .accent_soft = rgb(0x17304F),
    .ok = rgb(0x56C596),
    .ok_soft = rgb(0x14342A),
    .warn = rgb(0xE3B341),
    .warn_soft = rgb(0x372C12),
    .danger = rgb(0xFF8078),
    .danger_soft = rgb(0x421D20),
    .selection = rgb(0x264F86),
    .current_line = rgb(0xFFFFFF, 10),
    .code_key = rgb(0x8CC8FF),
    .code_string = rgb(0x9AD6A4),
    .code_number = rgb(0xF2B880),
    .code_literal = rgb(0xD6B2FF),
    .code_mark = rgb(0x8E9BAA),
};

constexpr Palette kLight = {
    .canvas = rgb(0xEEF1F5),
    .surface = rgb(0xFFFFFF),
    .raised = rgb(0xF3F5F8),
    .hover = rgb(0xE7EBF0),
    .border = rgb(0xDBE1E8),
    .control_border = rgb(0xC2CBD5),
    .text = rgb(0x18202A),
    .muted = rgb(0x525F6E),
    .faint = rgb(0x697685),
    .accent = rgb(0x1A5BC7),
    .accent_fill = rgb(0x1F66DC),
    .accent_fill_hover = rgb(0x1857C2),
    .accent_text = rgb(0xFFFFFF),
    .accent_soft = rgb(0xE3EDFC),
    .ok = rgb(0x17734F),
    .ok_soft = rgb(0xDDF3E8),
    .warn = rgb(0x855800),
    .warn_soft = rgb(0xFBEFD3),
    .danger = rgb(0xBF2A26),
    .danger_soft = rgb(0xFCE4E2),
    .selection = rgb(0xBBD5FB),
    .current_line = rgb(0x18202A, 9),
    .code_key = rgb(0x0B57A4),
    .code_string = rgb(0x1F7039),
    .code_number = rgb(0x9A4A08),
    .code_literal = rgb(0x7438B8),
    .code_mark = rgb(0x5F6C7B),
};

constexpr Palette kHighContrast = {
    .canvas = rgb(0x000000),
    .surface = rgb(0x000000),
    .raised = rgb(0x141414),
    .hover = rgb(0x333333),
    .border = rgb(0x8A8A8A),
    .control_border = rgb(0xFFFFFF),
    .text = rgb(0xFFFFFF),
    .muted = rgb(0xE0E0E0),
    .faint = rgb(0xC4C4C4),
    .accent = rgb(0x8CC8FF),
    .accent_fill = rgb(0xFFE14D),
    .accent_fill_hover = rgb(0xFFEE99),
    .accent_text = rgb(0x000000),
    .accent_soft = rgb(0x003A70),
    .ok = rgb(0x6DF0A9),
    .ok_soft = rgb(0x00381F),
    .warn = rgb(0xFFD34D),
    .warn_soft = rgb(0x3D2E00),
    .danger = rgb(0xFF9C94),
    .danger_soft = rgb(0x55090A),
    .selection = rgb(0x0050A0),
    .current_line = rgb(0xFFFFFF, 24),
    .code_key = rgb(0x9AD4FF),
    .code_string = rgb(0xA8F0B4),
    .code_number = rgb(0xFFC98A),
    .code_literal = rgb(0xE2C8FF),
    .code_mark = rgb(0xD0D0D0),
};

constexpr std::string_view kThemeNames[kThemeChoices] = {"system", "light", "dark", "contrast"};

struct State {
    std::string_view word;
    Tone tone;
};
constexpr State kStates[] = {
    // certificates
    {"ACTIVE", Tone::Ok},
    {"INACTIVE", Tone::Muted},
    {"REVOKED", Tone::Danger},
    {"PENDING_TRANSFER", Tone::Warn},
    {"REGISTER_INACTIVE", Tone::Muted},
    {"PENDING_ACTIVATION", Tone::Warn},
    // thing types, dynamic groups
    {"DEPRECATED", Tone::Muted},
    {"BUILDING", Tone::Accent},
    {"REBUILDING", Tone::Accent},
    // tasks and their executions
    {"PENDING", Tone::Warn},
    {"IN_PROGRESS", Tone::Accent},
    {"SUCCESSFUL", Tone::Ok},
    {"COMPLETED", Tone::Ok},
    {"FAILED", Tone::Danger},
    {"CANCELED", Tone::Muted},
    {"SKIPPED", Tone::Muted},
    // checks of an audit
    {"WAITING_FOR_DATA_COLLECTION", Tone::Warn},
    {"COMPLETED_COMPLIANT", Tone::Ok},
    {"COMPLETED_NON_COMPLIANT", Tone::Danger},
    {"ENABLED", Tone::Ok},
    {"DISABLED", Tone::Muted},
    // severities of findings
    {"CRITICAL", Tone::Danger},
    {"HIGH", Tone::Danger},
    {"MEDIUM", Tone::Warn},
    {"LOW", Tone::Accent},
    {"SUPPRESSED", Tone::Muted},
    // alarms, and what people found out about them
    {"in-alarm", Tone::Danger},
    {"alarm-cleared", Tone::Ok},
    {"alarm-invalidated", Tone::Muted},
    {"TRUE_POSITIVE", Tone::Danger},
    {"BENIGN_POSITIVE", Tone::Warn},
    {"FALSE_POSITIVE", Tone::Ok},
    {"UNKNOWN", Tone::Muted},
    // models
    {"PENDING_BUILD", Tone::Warn},
    {"EXPIRED", Tone::Muted},
    // calls of the session
    {"delivered", Tone::Ok},
    {"not delivered", Tone::Danger},
    {"FEEDING", Tone::Ok},
    {"FINISHED", Tone::Muted},
    {"MISSING", Tone::Danger},
    {"living", Tone::Ok},
    {"stopped", Tone::Muted},
    {"under way", Tone::Danger},
    {"begins later", Tone::Warn},
    {"ended", Tone::Muted},
    {"ahead", Tone::Accent},
    {"fails now", Tone::Danger},
    {"changed", Tone::Accent},
    {"default", Tone::Muted},
};

void apply_sizes(ImGuiStyle& style, bool touch) {
    style.FontSizeBase = kBodySize;
    style.WindowPadding = {0, 0};
    style.WindowRounding = 8;
    style.WindowBorderSize = 0;
    style.ChildRounding = 8;
    style.ChildBorderSize = 1;
    style.PopupRounding = 8;
    style.PopupBorderSize = 1;
    style.FramePadding = {12, touch ? 12.0f : 7.0f};
    style.FrameRounding = 6;
    style.FrameBorderSize = 0;
    style.ItemSpacing = {8, 8};
    style.ItemInnerSpacing = {8, 4};
    style.CellPadding = {12, touch ? 10.0f : 5.0f};
    style.ScrollbarSize = touch ? 8.0f : 12.0f;
    style.ScrollbarRounding = 6;
    style.GrabRounding = 6;
    style.GrabMinSize = 24;
    style.SelectableTextAlign = {0, 0.5f};
    style.HoverDelayNormal = 0.4f;
}

void apply_colours(ImGuiStyle& style, const Palette& colours) {
    const auto set = [&](ImGuiCol at, std::uint32_t colour) {
        style.Colors[at] = ImGui::ColorConvertU32ToFloat4(colour);
    };
    for (ImVec4& colour : style.Colors) colour = ImGui::ColorConvertU32ToFloat4(colours.raised);
    set(ImGuiCol_Text, colours.text);
    set(ImGuiCol_TextDisabled, colours.faint);
    set(ImGuiCol_WindowBg, colours.canvas);
    set(ImGuiCol_ChildBg, 0);
    set(ImGuiCol_PopupBg, colours.surface);
    set(ImGuiCol_Border, colours.border);
    set(ImGuiCol_BorderShadow, 0);
    set(ImGuiCol_FrameBg, colours.raised);
    set(ImGuiCol_FrameBgHovered, colours.hover);
    set(ImGuiCol_FrameBgActive, colours.hover);
    set(ImGuiCol_Button, colours.raised);
    set(ImGuiCol_ButtonHovered, colours.hover);
    set(ImGuiCol_ButtonActive, colours.border);
    set(ImGuiCol_Header, colours.accent_soft);
    set(ImGuiCol_HeaderHovered, colours.hover);
    set(ImGuiCol_HeaderActive, colours.accent_soft);
    set(ImGuiCol_Separator, colours.border);
    set(ImGuiCol_SeparatorHovered, colours.accent);
    set(ImGuiCol_SeparatorActive, colours.accent);
    set(ImGuiCol_ScrollbarBg, 0);
    set(ImGuiCol_ScrollbarGrab, colours.control_border);
    set(ImGuiCol_ScrollbarGrabHovered, colours.faint);
    set(ImGuiCol_ScrollbarGrabActive, colours.muted);
    set(ImGuiCol_TextSelectedBg, colours.selection);
    set(ImGuiCol_NavCursor, colours.accent);
    set(ImGuiCol_InputTextCursor, colours.text);
    set(ImGuiCol_TableHeaderBg, colours.surface);
    set(ImGuiCol_TableBorderStrong, colours.border);
    set(ImGuiCol_TableBorderLight, colours.border);
    set(ImGuiCol_TableRowBg, 0);
    set(ImGuiCol_TableRowBgAlt, 0);
    set(ImGuiCol_ResizeGrip, 0);
    set(ImGuiCol_PlotHistogram, colours.accent);
}

}  // namespace

const Palette& palette(Scheme scheme) {
    switch (scheme) {
    case Scheme::Light:
        return kLight;
    case Scheme::HighContrast:
        return kHighContrast;
    case Scheme::Dark:
        return kDark;
    }
    return kDark;
}

std::string_view theme_name(ThemeChoice choice) {
    return kThemeNames[static_cast<std::size_t>(choice)];
}

Tone tone_of_state(std::string_view state) {
    for (const State& row : kStates) {
        if (row.word == state) return row.tone;
    }
    return Tone::Plain;
}

void apply_theme(const Palette& colours, float scale, bool touch) {
    ImGuiStyle& style = ImGui::GetStyle();
    style = ImGuiStyle();
    apply_sizes(style, touch);
    apply_colours(style, colours);
    style.ScaleAllSizes(scale);
    style.FontScaleDpi = scale;
    // Hair lines stay hair lines: whole pixels, at least one.
    const float line = scale < 1.5f ? 1.0f : static_cast<float>(static_cast<int>(scale + 0.25f));
    style.ChildBorderSize = style.PopupBorderSize = line;
}

}  // namespace picket::ui
