// What happened, newest first: when, what kind, and one sentence.
#include "../shape_text.h"
#include "../widgets.h"
#include "views.h"

namespace picket::ui {
namespace {

void draw_event(Frame& frame, std::int64_t number, const ChronicleEvent& event, std::size_t place,
                float height) {
    WorldState& state = frame.ui.world;
    const ImVec2 at = ImGui::GetCursorPos();
    const std::string key = to_json(number);
    ImGui::SetCursorPosX(at.x + frame.px(8));
    ImGui::PushID(static_cast<int>(number));
    if (list_row(frame, "Event " + std::to_string(number), state.selected_key == key, height)) {
        state.selected_key = state.selected_key == key ? std::string() : key;
        state.selected_place = place;
    }
    ImGui::PopID();
    const ImVec2 after = ImGui::GetCursorPos();
    const bool narrow = ImGui::GetContentRegionAvail().x < frame.px(560);
    float x = at.x + frame.px(16);
    const auto put = [&](float dy) { ImGui::SetCursorPos(ImVec2(x, at.y + frame.px(dy))); };
    put(7);
    text(frame, time_text(event.time), Tone::Faint, Face::MonoSmall);
    if (narrow) {
        put(27);
        text_fitted(frame, event.text);
    } else {
        x += frame.px(184);
        put(6);
        text_fitted(frame, event.kind, 176, Tone::Muted);
        x += frame.px(192);
        put(6);
        text_fitted(frame, event.text);
    }
    ImGui::SetCursorPos(after);
}

}  // namespace

void draw_chronicle(Frame& frame) {
    const auto& chronicle = frame.world.chronicle;
    if (chronicle.empty()) {
        empty_state(frame, "Nothing has happened yet",
                    "Run an operation or let time pass; every event is listed here.");
        return;
    }
    const float height = ImGui::GetContentRegionAvail().x < frame.px(560) ? 52 : 30;
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, ImVec2(0, 0));
    ImGui::BeginChild("events", ImVec2(0, 0));
    gap(frame, 8);
    ImGuiListClipper clipper;
    clipper.Begin(static_cast<int>(chronicle.size()), frame.px(height));
    while (clipper.Step()) {
        for (int i = clipper.DisplayStart; i < clipper.DisplayEnd; ++i) {
            const std::size_t place = chronicle.size() - 1 - static_cast<std::size_t>(i);
            const auto event = chronicle.at(place);
            draw_event(frame, event->key, event->value, place, height);
        }
    }
    end_child();
    ImGui::PopStyleVar();
}

}  // namespace picket::ui
