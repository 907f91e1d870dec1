// The vocabulary of the views: about fifteen widgets in the workbench's look, each of which tells
// the probe what it shows.
#pragma once

#include <string>
#include <string_view>

#include "frame.h"
#include "imgui.h"

namespace picket::ui {

enum class Face : std::uint8_t {
    Body,
    Small,
    Strong,
    SmallStrong,
    Title,
    Mono,
    MonoSmall,
    MonoLarge
};

std::uint32_t colour_of(const Frame& frame, Tone tone);
std::uint32_t soft_colour_of(const Frame& frame, Tone tone);
void push_face(const Frame& frame, Face face);  // ImGui::PopFont() ends it

// Text. `fitted` ends in an ellipsis when it is wider than `width` (0: the room that is left) and
// then shows all on hover.
void text(Frame& frame, std::string_view shown, Tone tone = Tone::Plain, Face face = Face::Body);
void text_wrapped(Frame& frame, std::string_view shown, Tone tone = Tone::Plain,
                  Face face = Face::Body);
void text_fitted(Frame& frame, std::string_view shown, float width = 0, Tone tone = Tone::Plain,
                 Face face = Face::Body);
float text_width(const Frame& frame, std::string_view shown, Face face);
void chip(Frame& frame, std::string_view shown, Tone tone);

// Buttons. The label is the visible text, and the name for the probe.
enum class ButtonKind : std::uint8_t { Primary, Plain, Quiet };
struct ButtonLook {
    ButtonKind kind = ButtonKind::Plain;
    bool enabled = true;
    float width = 0;  // CSS pixels; 0: as wide as the text
    bool small = false;
    std::string_view tip = {};
};
bool button(Frame& frame, std::string_view label, ButtonLook look = {});
float button_width(const Frame& frame, std::string_view label, bool small = false);

enum class Icon : std::uint8_t {
    Play,
    Pause,
    ToStart,
    Next,
    Search,
    Sun,
    Moon,
    Chevron,
    ChevronUp,
    ChevronRight,
    Close,
    Back,
    Contrast,
    Branch,
    Help,
    Prompt,
    Plus
};
bool icon_button(Frame& frame, Icon icon, std::string_view label, std::string_view tip,
                 bool enabled = true);
bool icon_button(Frame& frame, Icon icon, std::string_view label, std::string_view tip,
                 ButtonLook look);
// A square without a border, as high as a small button.
bool quiet_icon_button(Frame& frame, Icon icon, std::string_view label, std::string_view tip,
                       bool enabled = true);
float small_control_height(const Frame& frame);  // CSS pixels
void draw_icon(Icon icon, ImVec2 centre, float size, std::uint32_t colour);

// One of several, side by side; true when another one was chosen. Every part is a widget of its own
// to the probe.
struct Choice {
    std::string_view label;
    std::string_view badge = {};
};
bool segmented(Frame& frame, std::string_view name, const Choice* choices, std::size_t count,
               std::size_t& current, float width = 0);

// A row of a list that can be chosen. Draw its contents after it, at the cursor.
bool list_row(Frame& frame, std::string_view label, bool selected, float height);

// A row of a popup: what is chosen by it, and a hint at its right.
bool menu_row(Frame& frame, std::string_view label, std::string_view hint, bool selected);

// One of a row of tabs. `underlined` ones stand over a rule, others are pills.
struct TabLook {
    bool underlined = false;
    float height = 28;
    std::string_view tip = {};
};
bool tab(Frame& frame, std::string_view label, std::string_view badge, bool on, TabLook look);
float tab_width(const Frame& frame, std::string_view label, std::string_view badge);

// The popup of a tool, of a size of its own, where SetNextWindowPos put it; ImGui::EndPopup() ends
// it when this is true.
bool begin_tool_popup(const Frame& frame, const char* id, float width, float height);
// `width` in CSS pixels; 0: the room that is left.
bool search_field(Frame& frame, std::string_view label, std::string_view hint, std::string& value,
                  bool focus, float width = 0);
// A field of text. `entered`: Enter was pressed; `left`: it was changed and lost the focus.
struct FieldLook {
    float width = 0;  // CSS pixels; 0: the room that is left
    std::string_view hint = {};
    bool focus = false;
    bool mono = false;
    bool wrong = false;  // framed as a mistake
};
struct FieldEvents {
    bool changed = false;
    bool entered = false;
    bool left = false;
    bool active = false;
};
FieldEvents text_field(Frame& frame, std::string_view label, std::string& value,
                       FieldLook look = {});
// Opens a popup by that name.
bool dropdown(Frame& frame, std::string_view label, std::string_view shown, float width);

// A state's word with a dot in its colour.
void state_mark(Frame& frame, std::string_view state);

// How far something is, from 0 to 1.
void progress_bar(Frame& frame, float part, float width);

// A surface with a border. Every begin has its end, whatever it returned.
void begin_panel(Frame& frame, std::string_view name, const Rect& place);
void end_panel(Frame& frame);
void panel_title(Frame& frame, std::string_view title);

// A divider to drag; true while `share` changes. `room` is what the share is of, in CSS pixels.
bool divider(Frame& frame, std::string_view name, const Rect& place, bool upright, float room,
             float& share);

// What to do when there is nothing to show; true when its button was pressed.
bool empty_state(Frame& frame, std::string_view title, std::string_view body,
                 std::string_view action = {});

void tip(Frame& frame, std::string_view shown);  // for the widget just drawn
void rule(const Frame& frame);                   // a hair line across the panel
void gap(const Frame& frame, float css);
void end_child();    // ImGui::EndChild for children whose last act was to move the cursor
void hold_cursor();  // the same for windows and popups: what lies above the cursor belongs to the
                     // contents

// Tells the probe about the widget just drawn.
void note(Frame& frame, std::string_view label, std::string_view shown, bool enabled = true);

// The same about a part of it.
void note_at(Frame& frame, ImVec2 min, ImVec2 max, std::string_view label, std::string_view shown);

// Names a part of the screen in the probe.
class Scope {
public:
    Scope(Frame& frame, std::string_view name) : probe_(frame.probe) {
        if (probe_ != nullptr) probe_->scopes.emplace_back(name);
    }
    ~Scope() {
        if (probe_ != nullptr) probe_->scopes.pop_back();
    }
    Scope(const Scope&) = delete;
    Scope& operator=(const Scope&) = delete;

private:
    Probe* probe_;
};

}  // namespace picket::ui
