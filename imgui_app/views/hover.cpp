// What the shape tables say of the word below the mouse: type, constraint, and what it is for.
#include "../widgets.h"
#include "imgui_internal.h"
#include "views.h"

namespace picket::ui {

void draw_description(Frame& frame) {
    RequestState& request = frame.ui.request;
    const auto& at = request.payload.hovered_at;
    if (!at || request.payload.pointed || request.completion.open || frame.touch) return;
    const float still = ImGui::GetCurrentContext()->MouseStationaryTimer;
    if (still < 0.4f) return frame.ui.wake_in(60);
    HoverState& hover = request.hover;
    const Document& document = request.payload.document;
    const bool known = hover.revision == document.revision() && hover.at == *at &&
                       hover.operation == request.operation;
    if (!known)
        hover = {document.revision(), request.operation, *at,
                 description_at(*request.operation, document.text(), *at)};
    const Description& shown = hover.description;
    if (shown.empty()) return;
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(frame.px(12), frame.px(10)));
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, ImVec2(frame.px(8), frame.px(6)));
    if (ImGui::BeginTooltip()) {
        Scope scope(frame, "Description");
        ImGui::PushTextWrapPos(frame.px(400));
        text(frame, shown.title, Tone::Plain, Face::MonoSmall);
        text(frame, shown.type + (shown.required ? ", required" : ""), Tone::Accent, Face::Small);
        if (!shown.doc.empty()) text(frame, shown.doc, Tone::Plain, Face::Small);
        if (!shown.constraint.empty()) text(frame, shown.constraint, Tone::Muted, Face::MonoSmall);
        ImGui::PopTextWrapPos();
        ImGui::EndTooltip();
    }
    ImGui::PopStyleVar(2);
}

}  // namespace picket::ui
