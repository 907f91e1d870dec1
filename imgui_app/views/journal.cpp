// The calls that made this World, newest first, each of which can be taken back.
#include "../shape_text.h"
#include "../widgets.h"
#include "views.h"

namespace picket::ui {
namespace {

constexpr float kRowHeight = 40;

void draw_entry(Frame& frame, const JournalEntry& entry) {
    const ImVec2 at = ImGui::GetCursorPos();
    const float width = ImGui::GetContentRegionAvail().x;
    const bool ahead = entry.time > frame.world.now;
    const bool narrow = width < frame.px(560);
    ImGui::PushID(static_cast<int>(entry.id));
    float x = at.x + frame.px(16);
    const float y = at.y + frame.px(11);
    if (!narrow) {
        ImGui::SetCursorPos(ImVec2(x, y + frame.px(1)));
        text(frame, time_text(entry.time), Tone::Faint, Face::MonoSmall);
        x += frame.px(184);
    }
    const float undo_width = button_width(frame, "Undo", true) + frame.px(16);
    const float name_width = std::min(frame.px(232), at.x + width - undo_width - x);
    ImGui::SetCursorPos(ImVec2(x, y));
    text_fitted(frame, entry.operation, name_width / frame.scale, ahead ? Tone::Faint : Tone::Plain,
                Face::Strong);
    x += name_width + frame.px(8);
    const float room = at.x + width - undo_width - x - frame.px(8);
    if (room > frame.px(48)) {
        ImGui::SetCursorPos(ImVec2(x, y + frame.px(1)));
        const std::string_view detail = entry.failure ? *entry.failure : entry.body.text;
        text_fitted(frame, detail.substr(0, 400), room / frame.scale,
                    entry.failure ? Tone::Danger : Tone::Muted, Face::MonoSmall);
    }
    ImGui::SetCursorPos(ImVec2(at.x + width - undo_width, at.y + frame.px(6)));
    Scope scope(frame, "Entry " + std::to_string(entry.id));
    if (button(frame, "Undo",
               {.kind = ButtonKind::Quiet,
                .small = true,
                .tip = "Replay everything without this call"})) {
        frame.out.push_back(Undo{entry.id});
    }
    ImGui::PopID();
    ImGui::SetCursorPos(ImVec2(at.x, at.y + frame.px(kRowHeight)));
}

}  // namespace

void draw_journal(Frame& frame) {
    const auto& journal = frame.timeline.journal;
    if (journal.empty()) {
        empty_state(frame, "The journal is empty",
                    "Every call that changes something is kept here, in order.");
        return;
    }
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, ImVec2(0, 0));
    ImGui::BeginChild("entries", ImVec2(0, 0));
    gap(frame, 4);
    ImGuiListClipper clipper;
    clipper.Begin(static_cast<int>(journal.size()), frame.px(kRowHeight));
    while (clipper.Step()) {
        for (int i = clipper.DisplayStart; i < clipper.DisplayEnd; ++i) {
            draw_entry(frame, journal.at(journal.size() - 1 - static_cast<std::size_t>(i))->value);
        }
    }
    end_child();
    ImGui::PopStyleVar();
}

}  // namespace picket::ui
