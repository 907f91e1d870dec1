// The workbench in a page: the functions that platform_web.js and textarea_web.js call. One App,
// made by app_start.
#include <emscripten.h>

#include <algorithm>
#include <memory>

#include "app.h"
#include "debug_json.h"
#include "imgui.h"
#include "imgui_impl_opengl3.h"
#include "imgui_internal.h"
#include "page.h"
#include "platform_web.h"

using namespace picket::ui;

namespace picket::ui {
std::unique_ptr<App> app;
}

namespace {

Fonts fonts;
std::string answer;  // of the functions that return text; lasts until the next one

CodePane& payload() { return app->ui().request.payload; }

// Read by the page after every frame, as 32-bit floats.
struct Report {
    float editor_visible, editor_x, editor_y, editor_width, editor_height;  // real pixels
    float cell, line_height, scroll_x, scroll_y;
    float editor_open;  // nothing lies over the editor
    float wants_text, caret_x, caret_y;
    float cursor, dark, announcements, requests, work;
    float preferences;  // grows when they have changed
    float list_open;    // a list over the editor has some keys first
    float heard;        // grows when the list that has the keys is another
    float wish;         // of the import, in the order of ImportWish
    float takes_rows;   // a paste that no field takes is a file
    float session;      // grows when there is more to keep of it
    float drafts;       // and of what is being written
    float visit;        // one of another visit is to be opened
};
Report report;

void fill_report() {
    const ImGuiContext& context = *ImGui::GetCurrentContext();
    const TextareaPlace& place = payload().place;
    const auto number = [](auto value) { return static_cast<float>(value); };
    report = {number(place.visible),
              place.x,
              place.y,
              place.width,
              place.height,
              place.cell,
              place.line_height,
              place.scroll_x,
              place.scroll_y,
              number(context.OpenPopupStack.Size == 0 && !app->ui().request.completion.covered),
              number(context.IO.WantTextInput),
              context.PlatformImeData.InputPos.x,
              context.PlatformImeData.InputPos.y,
              number(ImGui::GetMouseCursor()),
              number(app->ui().dark()),
              number(app->ui().announcements),
              number(payload().requests.size()),
              number(app->work_wanted()),
              number(app->preferences_version()),
              number(payload().list_open),
              number(app->heard_version()),
              number(app->ui().importing.wish),
              number(app->ui().world.section == "import"),
              number(session_version()),
              number(drafts_version()),
              number(!app->ui().visits.wish.empty())};
}

// In the order of KEYS in host_web.js.
constexpr ImGuiKey kKeys[] = {
    ImGuiKey_Tab,        ImGuiKey_LeftArrow, ImGuiKey_RightArrow, ImGuiKey_UpArrow,
    ImGuiKey_DownArrow,  ImGuiKey_PageUp,    ImGuiKey_PageDown,   ImGuiKey_Home,
    ImGuiKey_End,        ImGuiKey_Insert,    ImGuiKey_Delete,     ImGuiKey_Backspace,
    ImGuiKey_Space,      ImGuiKey_Enter,     ImGuiKey_Escape,     ImGuiKey_LeftCtrl,
    ImGuiKey_LeftShift,  ImGuiKey_LeftAlt,   ImGuiKey_LeftSuper,  ImGuiKey_RightCtrl,
    ImGuiKey_RightShift, ImGuiKey_RightAlt,  ImGuiKey_RightSuper, ImGuiKey_A,
    ImGuiKey_C,          ImGuiKey_F,         ImGuiKey_V,          ImGuiKey_X,
    ImGuiKey_Y,          ImGuiKey_Z,         ImGuiKey_F8,         ImGuiKey_Period,
    ImGuiKey_F3,         ImGuiKey_G,         ImGuiKey_H,          ImGuiKey_K,
    ImGuiKey_Equal,      ImGuiKey_Equal,     ImGuiKey_Minus,      ImGuiKey_0,
    ImGuiKey_F6,
};

}  // namespace

// --- life ---

// `preferences`: what the page kept of the last visit, or nothing.
PICKET_EXPORT int app_start(const char* preferences) {
    IMGUI_CHECKVERSION();
    ImGui::CreateContext();
    if (!start_graphics()) return 0;
    start_clipboard();
    ImGui::GetIO().BackendPlatformName = "picket_web";
    ImGui::GetIO().BackendFlags |= ImGuiBackendFlags_HasMouseCursors;
    fonts = load_fonts(system_font_loader());
    app = std::make_unique<App>(picket::EngineOptions{}, fonts);
    app->restore(preferences);
    payload().give_to_textarea();
    return 1;
}

// Draws one frame; returns in how many milliseconds the next is wanted, negative: when something
// happens.
PICKET_EXPORT double app_frame(double now_ms, int width, int height, float scale, int touch,
                               int dark) {
    if (graphics_lost()) return -1;
    ImGui_ImplOpenGL3_NewFrame();
    FrameInput input;
    input.now_ms = now_ms;
    input.width = static_cast<float>(width);
    input.height = static_cast<float>(height);
    input.scale = scale;
    input.touch = touch != 0;
    input.system_dark = dark != 0;
    const double next = app->frame(input);
    draw_graphics(width, height, app->ui().scheme());
    fill_report();
    return next;
}

PICKET_EXPORT const char* app_preferences() { return app->preferences().c_str(); }
PICKET_EXPORT const Report* app_report() { return &report; }
// What stands in the canvas may be gone.
PICKET_EXPORT void app_poke() {
    draw_anew();
    app->poke();
}
PICKET_EXPORT int app_pump(int budget) { return app->pump(budget); }
PICKET_EXPORT const char* app_announcement() { return app->ui().announcement.c_str(); }
// The list that has the keys, in lines: see heard_web.js.
PICKET_EXPORT const char* app_heard() {
    const HeardList& heard = app->ui().heard;
    answer.clear();
    if (heard.name.empty()) return answer.c_str();
    answer = heard.name + '\n' + std::to_string(heard.first) + '\n' + std::to_string(heard.total) +
             '\n' + std::to_string(heard.chosen);
    for (std::string row : heard.rows) {
        std::replace(row.begin(), row.end(), '\n', ' ');
        answer += '\n' + row;
    }
    return answer.c_str();
}
PICKET_EXPORT void app_run(int dry_run) {
    const RequestState& request = app->ui().request;
    apply(
        app->engine(), app->ui(),
        Call{std::string(request.operation->name), request.payload.document.text(), dry_run != 0});
    app->poke();
}

PICKET_EXPORT const void* app_font() { return font_file(fonts.mono).bytes; }
PICKET_EXPORT int app_font_size() { return static_cast<int>(font_file(fonts.mono).size); }

PICKET_EXPORT const char* app_state() {
    answer = state_json(*app);
    return answer.c_str();
}
// What the last frame put on the screen; the first call starts the recording.
PICKET_EXPORT const char* app_widgets() {
    app->record(true);
    answer = widgets_json(app->probe());
    return answer.c_str();
}

// --- pointer, keys, text for ImGui's own widgets; places are real pixels ---

PICKET_EXPORT void in_move(float x, float y, int touch) {
    ImGuiIO& io = ImGui::GetIO();
    io.AddMouseSourceEvent(touch != 0 ? ImGuiMouseSource_TouchScreen : ImGuiMouseSource_Mouse);
    io.AddMousePosEvent(x, y);
    app->poke();
}
PICKET_EXPORT void in_leave() {
    ImGui::GetIO().AddMousePosEvent(-FLT_MAX, -FLT_MAX);
    app->poke();
}
PICKET_EXPORT void in_button(int button, int down) {
    ImGui::GetIO().AddMouseButtonEvent(button, down != 0);
    app->poke();
}
// ImGui scrolls five lines per unit of the wheel; this makes content follow the finger or the
// wheel's own pixels.
PICKET_EXPORT void in_scroll(float x, float y) {
    const float unit = 5 * kBodySize * ImGui::GetStyle().FontScaleDpi;
    ImGui::GetIO().AddMouseWheelEvent(x / unit, y / unit);
    app->poke();
}
PICKET_EXPORT void in_key(int key, int down, int modifiers) {
    ImGuiIO& io = ImGui::GetIO();
    io.AddKeyEvent(ImGuiMod_Ctrl, (modifiers & 1) != 0);
    io.AddKeyEvent(ImGuiMod_Shift, (modifiers & 2) != 0);
    io.AddKeyEvent(ImGuiMod_Alt, (modifiers & 4) != 0);
    io.AddKeyEvent(ImGuiMod_Super, (modifiers & 8) != 0);
    if (key >= 0 && key < static_cast<int>(std::size(kKeys))) io.AddKeyEvent(kKeys[key], down != 0);
    app->poke();
}
PICKET_EXPORT void in_text(const char* text) {
    ImGui::GetIO().AddInputCharactersUTF8(text);
    app->poke();
}
PICKET_EXPORT void in_clipboard(const char* text) { set_clipboard_from_page(text); }
PICKET_EXPORT void in_focus(int focused) {
    ImGui::GetIO().AddFocusEvent(focused != 0);
    app->poke();
}

// --- the textarea; places are UTF-16 units. One that has just lost the text may still speak ---

PICKET_EXPORT void ed_replace(int begin, int end, const char* text) {
    if (!payload().textarea) return;
    const Document& document = payload().document;
    payload().mirror({document.from_utf16(static_cast<std::size_t>(begin)),
                      document.from_utf16(static_cast<std::size_t>(end))},
                     text);
    app->poke();
}
// A paste into the textarea; 0: it may take it itself.
PICKET_EXPORT int ed_paste(const char* text) {
    if (!payload().textarea) return 0;
    const std::string_view pasted = text;
    const Document& document = payload().document;
    const std::size_t kept = document.text().size() - document.selected_text().size();
    if (kept + pasted.size() <= kTextareaBytesMax) return 0;
    payload().take_over(pasted);
    app->poke();
    return 1;
}
PICKET_EXPORT void ed_select(int anchor, int caret) {
    if (!payload().textarea) return;
    Document& document = payload().document;
    const std::size_t from = document.from_utf16(static_cast<std::size_t>(anchor));
    const std::size_t to = document.from_utf16(static_cast<std::size_t>(caret));
    if (from == document.anchor() && to == document.caret()) return;
    document.select(from, to);
    payload().follow_caret = true;
    app->poke();
}
PICKET_EXPORT void ed_compose(int begin, int end) {
    if (!payload().textarea) return;
    const Document& document = payload().document;
    payload().preedit = {document.from_utf16(static_cast<std::size_t>(begin)),
                         document.from_utf16(static_cast<std::size_t>(end))};
    app->poke();
}
PICKET_EXPORT void ed_focus(int focused) {
    if (!payload().textarea) return;
    payload().focused = focused != 0;
    if (focused != 0) ImGui::ClearActiveID();  // two carets would be one too many
    app->poke();
}
PICKET_EXPORT void ed_extent(float width, float height) {
    payload().extent_x = width;
    payload().extent_y = height;
    app->poke();
}
PICKET_EXPORT void ed_scrolled(float x, float y) {
    if (!payload().textarea) return;
    payload().scroll_taken = true;
    payload().scroll_x = x;
    payload().scroll_y = y;
    app->poke();
}
// Takes the oldest wish about the text: its new text, and in `out` which wish it is (in the order
// of TextareaWish) and its range.
PICKET_EXPORT const char* ed_request(int* out) {
    auto& requests = payload().requests;
    if (requests.empty()) return nullptr;
    TextareaRequest request = std::move(requests.front());
    requests.erase(requests.begin());
    out[0] = static_cast<int>(request.wish);
    out[1] = static_cast<int>(request.range_utf16.begin);
    out[2] = static_cast<int>(request.range_utf16.end);
    answer = std::move(request.text);
    return answer.c_str();
}
