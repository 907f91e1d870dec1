// See focus.h. Stops are noted as they are drawn, so that the neighbours of one that is gone are
// known.
#include "focus.h"

#include <algorithm>

#include "frame.h"
#include "imgui.h"
#include "imgui_internal.h"
#include "widgets.h"

namespace picket::ui {
namespace {

constexpr ImGuiKey kOwnKeys[] = {ImGuiKey_UpArrow,    ImGuiKey_DownArrow, ImGuiKey_LeftArrow,
                                 ImGuiKey_RightArrow, ImGuiKey_PageUp,    ImGuiKey_PageDown,
                                 ImGuiKey_Home,       ImGuiKey_End};

const FocusStop* find_stop(const std::vector<FocusStop>& stops, std::uint32_t id) {
    const auto at = std::find(stops.begin(), stops.end(), id);
    return at == stops.end() ? nullptr : &*at;
}

// What follows in the same window, as the next row does; or what comes before, as a list does
// before a panel; or anything.
std::uint32_t beside(const FocusState& state, std::uint32_t gone) {
    const std::vector<FocusStop>& before = state.before;
    const FocusStop* at = find_stop(before, gone);
    if (at == nullptr) return 0;
    const FocusStop* const end = before.data() + before.size();
    const auto there = [&](const FocusStop* stop) {
        return stop->root == at->root && find_stop(state.stops, stop->id) != nullptr;
    };
    if (at + 1 < end && (at + 1)->window == at->window && there(at + 1)) return (at + 1)->id;
    for (const FocusStop* stop = at; stop-- > before.data();) {
        if (there(stop)) return stop->id;
    }
    for (const FocusStop* stop = at + 1; stop < end; ++stop) {
        if (there(stop)) return stop->id;
    }
    return 0;
}

std::uint32_t entrance_of(const FocusState& state, Pane pane) {
    if (pane == Pane::World && state.list_first && state.list != 0) return state.list;
    const std::uint32_t last = state.last[static_cast<std::size_t>(pane)];
    if (find_stop(state.stops, last) != nullptr) return last;
    std::uint32_t first = 0;
    for (const FocusStop& stop : state.stops) {
        if (stop.pane != pane) continue;
        if (stop.list) return stop.id;
        if (first == 0) first = stop.id;
    }
    return first;
}

}  // namespace

void offer_focus(Frame& frame, std::uint32_t id, ImGuiWindow* window, bool list) {
    FocusState& state = frame.ui.focus;
    if (!state.stops.empty() && state.stops.back() == id) return;
    state.stops.push_back({id, window->ID, window->RootWindowForNav->ID, state.pane, list});
    if (id != state.wanted) return;
    state.wanted = 0;
    const bool shown = state.shown;
    const ImGuiID active = ImGui::GetActiveID();
    if (active != 0 && ImGui::IsAnyMouseDown()) return;  // the next press has begun
    if (active != 0 && active != id) ImGui::ClearActiveID();
    ImGui::SetFocusID(id, window);
    ImGui::SetNavCursorVisible(shown);
    if (window == ImGui::GetCurrentWindow()) ImGui::ScrollToItem();
    frame.ui.wake_in(0);
}

void offer_focus(Frame& frame) {
    const ImGuiLastItemData& item = ImGui::GetCurrentContext()->LastItemData;
    constexpr ImGuiItemFlags kPassed = ImGuiItemFlags_NoNav | ImGuiItemFlags_NoTabStop |
                                       ImGuiItemFlags_Disabled;
    if (item.ID == 0 || (item.ItemFlags & kPassed) != 0) return;
    offer_focus(frame, item.ID, ImGui::GetCurrentWindow());
}

void focus_list(FocusState& state) {
    state.to = Pane::World;
    state.list_first = true;
}

void begin_focus(FocusState& state) {
    state.stops.clear();
    state.list = 0;
    if (state.to) state.due = state.to;
    state.to.reset();
}

void follow_focus(FocusState& state) {
    ImGuiContext& context = *ImGui::GetCurrentContext();
    const bool popup = context.OpenPopupStack.Size > 0;
    if (state.due && !popup) {
        state.wanted = entrance_of(state, *state.due);
        state.shown = true;
    }
    state.due.reset();
    if (const FocusStop* at = find_stop(state.stops, context.NavId)) {
        if (at->pane) state.last[static_cast<std::size_t>(*at->pane)] = at->id;
        state.before = state.stops;
    } else if (context.NavId != 0 && !context.NavIdIsAlive && context.ActiveId == 0 &&
               state.wanted == 0) {
        state.wanted = beside(state, context.NavId);
        state.shown = context.NavCursorVisible;  // after a press of the mouse it is not
        // Nothing is left of what stood there: the Tab key begins anew.
        if (state.wanted == 0) {
            context.NavId = 0;
            context.NavCursorVisible = false;
        }
    }
    if (find_stop(state.stops, state.wanted) == nullptr) state.wanted = 0;
    if (!state.to) state.list_first = false;
}

void focus_field(const char* name) {
    ImGuiContext& context = *ImGui::GetCurrentContext();
    ImGuiWindow* const window = ImGui::GetCurrentWindow();
    const ImGuiID id = window->GetID(name);
    if (context.ActiveId != id) ImGui::ClearActiveID();
    ImGui::SetFocusID(id, window);
    context.NavNextActivateId = id;
    context.NavNextActivateFlags = ImGuiActivateFlags_PreferInput |
                                   ImGuiActivateFlags_TryToPreserveState |
                                   ImGuiActivateFlags_FromTabbing;
}

void own_keys(std::uint32_t id) {
    for (const ImGuiKey key : kOwnKeys) ImGui::SetKeyOwner(key, id);
}

bool has_keys(const Frame&) {
    const ImGuiContext& context = *ImGui::GetCurrentContext();
    const ImGuiID id = context.LastItemData.ID;
    return id != 0 && context.NavId == id && context.NavCursorVisible &&
           (context.ActiveId == 0 || context.ActiveId == id);
}

bool key_area(Frame& frame, std::string_view label, const ImRect& place, bool list) {
    ImGuiContext& context = *ImGui::GetCurrentContext();
    ImGuiWindow* const window = ImGui::GetCurrentWindow();
    const ImGuiID id = window->GetID("keys");
    window->DC.NavLayerCurrent = ImGuiNavLayer_Main;  // ImGui counts titles of a table as menus
    ImGui::ItemAdd(place, id);
    {
        Scope scope(frame, "Keys");
        note(frame, label, {});
    }
    offer_focus(frame, id, window, list);
    if (list) frame.ui.focus.list = id;
    if (context.NavId != id || context.NavWindow != window || context.ActiveId != 0) return false;
    own_keys(id);
    for (const ImGuiKey key : kOwnKeys) {
        if (ImGui::IsKeyPressed(key)) ImGui::SetNavCursorVisible(true);
    }
    const float inset = frame.px(2);
    ImGui::PushClipRect(place.Min, place.Max, false);  // a cell of a table is narrower
    ImGui::RenderNavCursor(
        ImRect(place.Min.x + inset, place.Min.y + inset, place.Max.x - inset, place.Max.y - inset),
        id, ImGuiNavRenderCursorFlags_Compact);
    ImGui::PopClipRect();
    return true;
}

void scroll_by_keys(Frame& frame, std::string_view label) {
    ImGuiWindow& window = *ImGui::GetCurrentWindow();
    if (window.ScrollMax.y <= 0 || !key_area(frame, label, window.InnerRect)) return;
    const float line = frame.px(40), page = window.InnerRect.GetHeight() - line;
    const auto pressed = [](ImGuiKey key) { return ImGui::IsKeyPressed(key); };
    float y = window.Scroll.y;
    if (pressed(ImGuiKey_DownArrow)) y += line;
    if (pressed(ImGuiKey_UpArrow)) y -= line;
    if (pressed(ImGuiKey_PageDown)) y += page;
    if (pressed(ImGuiKey_PageUp)) y -= page;
    if (pressed(ImGuiKey_Home)) y = 0;
    if (pressed(ImGuiKey_End)) y = window.ScrollMax.y;
    if (y != window.Scroll.y) ImGui::SetScrollY(std::clamp(y, 0.0f, window.ScrollMax.y));
}

std::size_t moved_by_keys(std::size_t at, std::size_t size, std::size_t rows_per_page) {
    const auto pressed = [](ImGuiKey key) { return ImGui::IsKeyPressed(key); };
    const auto rows = static_cast<std::int64_t>(size);
    const bool none = at >= size;
    const std::int64_t before = none ? -1 : static_cast<std::int64_t>(at);
    const std::int64_t page = std::max<std::int64_t>(1,
                                                     static_cast<std::int64_t>(rows_per_page) - 1);
    std::int64_t next = before;
    if (pressed(ImGuiKey_DownArrow)) ++next;
    if (pressed(ImGuiKey_UpArrow)) next = none ? 0 : next - 1;
    if (pressed(ImGuiKey_PageDown)) next += page;
    if (pressed(ImGuiKey_PageUp)) next -= page;
    if (pressed(ImGuiKey_Home)) next = 0;
    if (pressed(ImGuiKey_End)) next = rows - 1;
    if (next == before || size == 0) return at;
    return static_cast<std::size_t>(std::clamp<std::int64_t>(next, 0, rows - 1));
}

}  // namespace picket::ui
