// The few icons of the workbench, drawn as shapes so that they are sharp at every size.
#include <cmath>

#include "widgets.h"

namespace picket::ui {
namespace {

void draw_triangle(ImDrawList& list, ImVec2 c, float r, std::uint32_t colour, float shift) {
    list.AddTriangleFilled(ImVec2(c.x - r * 0.55f + shift, c.y - r * 0.8f),
                           ImVec2(c.x + r * 0.75f + shift, c.y),
                           ImVec2(c.x - r * 0.55f + shift, c.y + r * 0.8f), colour);
}

void draw_sun(ImDrawList& list, ImVec2 c, float r, std::uint32_t colour, float line) {
    list.AddCircle(c, r * 0.42f, colour, 0, line);
    for (int i = 0; i < 8; ++i) {
        const float angle = 0.7853982f * static_cast<float>(i);
        const ImVec2 way(std::cos(angle), std::sin(angle));
        list.AddLine(ImVec2(c.x + way.x * r * 0.68f, c.y + way.y * r * 0.68f),
                     ImVec2(c.x + way.x * r, c.y + way.y * r), colour, line);
    }
}

void draw_moon(ImDrawList& list, ImVec2 c, float r, std::uint32_t colour) {
    constexpr float kTurn = 6.2831853f;
    // Two circles: radius 0.85 here, and radius 0.7 half a radius away; they meet at these angles
    // of each.
    constexpr float kOuter = 0.154f * kTurn, kInner = 0.254f * kTurn, kTilt = -0.1f * kTurn;
    const ImVec2 inner(c.x + r * 0.5f * std::cos(kTilt), c.y + r * 0.5f * std::sin(kTilt));
    list.PathArcTo(c, r * 0.85f, kTilt + kOuter, kTilt + kTurn - kOuter, 24);
    list.PathArcTo(inner, r * 0.7f, kTilt + kTurn - kInner, kTilt + kInner, 20);
    list.PathFillConcave(colour);
}

// Signs that are made of a few strokes.
void draw_sign(ImDrawList& list, Icon icon, ImVec2 c, float r, std::uint32_t colour, float line) {
    switch (icon) {
    case Icon::Back:
        list.AddLine(ImVec2(c.x - r * 0.7f, c.y), ImVec2(c.x + r * 0.75f, c.y), colour,
                     line * 1.2f);
        list.PathLineTo(ImVec2(c.x - r * 0.1f, c.y - r * 0.6f));
        list.PathLineTo(ImVec2(c.x - r * 0.75f, c.y));
        list.PathLineTo(ImVec2(c.x - r * 0.1f, c.y + r * 0.6f));
        return list.PathStroke(colour, 0, line * 1.2f);
    case Icon::Contrast:
        list.AddCircle(c, r * 0.8f, colour, 0, line);
        list.PathArcTo(c, r * 0.8f, -1.5707963f, 1.5707963f, 20);
        return list.PathFillConvex(colour);
    case Icon::Branch:
        list.AddCircleFilled(ImVec2(c.x - r * 0.5f, c.y - r * 0.6f), r * 0.25f, colour);
        list.AddCircleFilled(ImVec2(c.x - r * 0.5f, c.y + r * 0.6f), r * 0.25f, colour);
        list.AddCircleFilled(ImVec2(c.x + r * 0.55f, c.y - r * 0.3f), r * 0.25f, colour);
        list.AddLine(ImVec2(c.x - r * 0.5f, c.y - r * 0.6f), ImVec2(c.x - r * 0.5f, c.y + r * 0.6f),
                     colour, line);
        list.PathLineTo(ImVec2(c.x - r * 0.5f, c.y + r * 0.35f));
        list.PathBezierQuadraticCurveTo(ImVec2(c.x + r * 0.55f, c.y + r * 0.35f),
                                        ImVec2(c.x + r * 0.55f, c.y - r * 0.3f), 12);
        return list.PathStroke(colour, 0, line);
    case Icon::Help:
        list.PathArcTo(ImVec2(c.x, c.y - r * 0.35f), r * 0.42f, -3.1415927f, 1.2f, 16);
        list.PathLineTo(ImVec2(c.x, c.y + r * 0.3f));
        list.PathStroke(colour, 0, line * 1.2f);
        return list.AddCircleFilled(ImVec2(c.x, c.y + r * 0.72f), line * 0.9f, colour);
    case Icon::Prompt:
        list.PathLineTo(ImVec2(c.x - r * 0.75f, c.y - r * 0.5f));
        list.PathLineTo(ImVec2(c.x - r * 0.15f, c.y));
        list.PathLineTo(ImVec2(c.x - r * 0.75f, c.y + r * 0.5f));
        list.PathStroke(colour, 0, line * 1.3f);
        return list.AddLine(ImVec2(c.x + r * 0.05f, c.y + r * 0.55f),
                            ImVec2(c.x + r * 0.75f, c.y + r * 0.55f), colour, line * 1.3f);
    default:
        return;
    }
}

}  // namespace

void draw_icon(Icon icon, ImVec2 c, float size, std::uint32_t colour) {
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const float r = size * 0.5f;
    const float line = std::fmax(1.0f, size * 0.1f);
    switch (icon) {
    case Icon::Play:
        return draw_triangle(list, c, r, colour, 0);
    case Icon::Pause:
        list.AddRectFilled(ImVec2(c.x - r * 0.6f, c.y - r * 0.75f),
                           ImVec2(c.x - r * 0.15f, c.y + r * 0.75f), colour);
        list.AddRectFilled(ImVec2(c.x + r * 0.15f, c.y - r * 0.75f),
                           ImVec2(c.x + r * 0.6f, c.y + r * 0.75f), colour);
        return;
    case Icon::ToStart:
        list.AddRectFilled(ImVec2(c.x - r * 0.7f, c.y - r * 0.7f),
                           ImVec2(c.x - r * 0.5f, c.y + r * 0.7f), colour);
        list.AddTriangleFilled(ImVec2(c.x + r * 0.65f, c.y - r * 0.7f),
                               ImVec2(c.x + r * 0.65f, c.y + r * 0.7f),
                               ImVec2(c.x - r * 0.45f, c.y), colour);
        return;
    case Icon::Next:
        draw_triangle(list, c, r * 0.85f, colour, -r * 0.15f);
        list.AddRectFilled(ImVec2(c.x + r * 0.5f, c.y - r * 0.7f),
                           ImVec2(c.x + r * 0.7f, c.y + r * 0.7f), colour);
        return;
    case Icon::Search:
        list.AddCircle(ImVec2(c.x - r * 0.15f, c.y - r * 0.15f), r * 0.6f, colour, 0, line * 1.2f);
        list.AddLine(ImVec2(c.x + r * 0.3f, c.y + r * 0.3f),
                     ImVec2(c.x + r * 0.85f, c.y + r * 0.85f), colour, line * 1.2f);
        return;
    case Icon::Sun:
        return draw_sun(list, c, r, colour, line);
    case Icon::Moon:
        return draw_moon(list, c, r, colour);
    case Icon::Chevron:
        list.PathLineTo(ImVec2(c.x - r * 0.8f, c.y - r * 0.4f));
        list.PathLineTo(ImVec2(c.x, c.y + r * 0.4f));
        list.PathLineTo(ImVec2(c.x + r * 0.8f, c.y - r * 0.4f));
        return list.PathStroke(colour, 0, line * 1.5f);
    case Icon::ChevronUp:
        list.PathLineTo(ImVec2(c.x - r * 0.8f, c.y + r * 0.4f));
        list.PathLineTo(ImVec2(c.x, c.y - r * 0.4f));
        list.PathLineTo(ImVec2(c.x + r * 0.8f, c.y + r * 0.4f));
        return list.PathStroke(colour, 0, line * 1.5f);
    case Icon::ChevronRight:
        list.PathLineTo(ImVec2(c.x - r * 0.4f, c.y - r * 0.8f));
        list.PathLineTo(ImVec2(c.x + r * 0.4f, c.y));
        list.PathLineTo(ImVec2(c.x - r * 0.4f, c.y + r * 0.8f));
        return list.PathStroke(colour, 0, line * 1.5f);
    case Icon::Back:
    case Icon::Contrast:
    case Icon::Branch:
    case Icon::Help:
    case Icon::Prompt:
        return draw_sign(list, icon, c, r, colour, line);
    case Icon::Plus:
        list.AddLine(ImVec2(c.x - r * 0.7f, c.y), ImVec2(c.x + r * 0.7f, c.y), colour, line * 1.5f);
        list.AddLine(ImVec2(c.x, c.y - r * 0.7f), ImVec2(c.x, c.y + r * 0.7f), colour, line * 1.5f);
        return;
    case Icon::Close:
        list.AddLine(ImVec2(c.x - r * 0.6f, c.y - r * 0.6f), ImVec2(c.x + r * 0.6f, c.y + r * 0.6f),
                     colour, line);
        list.AddLine(ImVec2(c.x - r * 0.6f, c.y + r * 0.6f), ImVec2(c.x + r * 0.6f, c.y - r * 0.6f),
                     colour, line);
        return;
    }
}

}  // namespace picket::ui
