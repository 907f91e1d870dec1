// The strip on top: what this is, which session it shows, and the theme.
#include "../widgets.h"
#include "views.h"

namespace picket::ui {

void draw_header(Frame& frame, const Rect& place) {
    Scope scope(frame, "Header");
    const float middle = frame.px(place.y + place.height / 2);
    const auto at = [&](float x, float height) {
        ImGui::SetCursorScreenPos(ImVec2(frame.px(x), middle - height / 2));
    };
    push_face(frame, Face::Title);
    const float title_height = ImGui::GetFontSize();
    ImGui::PopFont();
    at(20, title_height);
    text(frame, "Picket", Tone::Plain, Face::Title);
    const float after_title = 20 + text_width(frame, "Picket", Face::Title) / frame.scale + 16;
    const float body_height = ImGui::GetFontSize();
    if (place.width >= 900) {
        at(after_title, body_height);
        text(frame, "AWS IoT Device Defender, emulated in this tab", Tone::Muted);
    }
    const bool dark = frame.ui.dark();
    const float button_size = frame.touch ? 44 : 32;
    at(place.width - 16 - button_size, frame.px(button_size));
    if (icon_button(frame, dark ? Icon::Sun : Icon::Moon, "Theme",
                    dark ? "Light theme" : "Dark theme")) {
        frame.ui.theme = dark ? ThemeChoice::Light : ThemeChoice::Dark;
    }
    if (place.width >= 640) {
        const std::string session = frame.world.account + "  \xC2\xB7  " + frame.world.region +
                                    "  \xC2\xB7  seed " + std::to_string(frame.world.seed);
        const float width = text_width(frame, session, Face::Small) / frame.scale;
        at(place.width - 16 - button_size - 16 - width, frame.px(15));
        text(frame, session, Tone::Faint, Face::Small);
    }
}

}  // namespace picket::ui
