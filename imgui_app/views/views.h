// The panes of the workbench. A view shows a const World and puts what the user wants on the
// frame's list of commands.
#pragma once

#include <span>

#include "../frame.h"

namespace picket::ui {

struct View {
    std::string_view name;
    Pane pane;
    void (*draw)(Frame& frame, const Rect& place);
};
std::span<const View> views();

void draw_workbench(Frame& frame);

void draw_header(Frame& frame, const Rect& place);
void draw_request(Frame& frame, const Rect& place);
void draw_response(Frame& frame, const Rect& place);
void draw_world(Frame& frame, const Rect& place);
void draw_timeline(Frame& frame, const Rect& place);
void draw_clock(Frame& frame, const Rect& place);
void draw_palette(Frame& frame);
void draw_sheet(Frame& frame);
void draw_drop_target(Frame& frame);  // over all of it, while a file is held there
void draw_toasts(Frame& frame, float bottom);  // they stand above that line

// Parts of those, each in a file of its own.
void draw_operation_picker(Frame& frame, float width);
void draw_copy_as(Frame& frame);
void draw_body(Frame& frame);
void draw_changes(Frame& frame);
void draw_next_work(Frame& frame);
void draw_history(Frame& frame);
void draw_table(Frame& frame, const TableInfo& table);

// What is wrong with the payload. follow_payload comes first in a frame; heights and widths are CSS
// pixels.
void follow_payload(Frame& frame);
void draw_command_offer(Frame& frame, float width);
void draw_mark_tip(Frame& frame);
float problems_height(const Frame& frame, float width);
void draw_problems(Frame& frame, float width);
void next_problem(Frame& frame);
void fix_problem(Frame& frame);

// What the data says of a profile that is being written. follow_assessment comes after
// follow_payload; the line is as high as it says, 0 while no profile is written.
void follow_assessment(Frame& frame);
float assessment_height(const Frame& frame);
void draw_assessment_line(Frame& frame, float width);
void draw_assessment(Frame& frame, float width, float height);  // in place of the payload

// The list of what may be written at the caret: its keys and presses before the text is drawn, the
// list itself after.
void follow_completion(Frame& frame);
void draw_completion(Frame& frame);
void ask_completion(Frame& frame);
void draw_description(Frame& frame);

// The bar for find, replace and go to line; nothing while it is closed.
void draw_find(Frame& frame, float width);
void open_find(Frame& frame, FindMode mode);
void find_next(Frame& frame, bool backward);

// The payload as a form, in place of its text.
void draw_form(Frame& frame, float width, float height);

void zoom_by(UiState& ui, int steps);

// Sends what the editor holds.
void send_payload(Frame& frame, bool dry_run);
// A read-only pane over the rest of the panel, or `height` CSS pixels of it.
void draw_code_area(Frame& frame, std::string_view name, CodePane& pane, float height = 0);

}  // namespace picket::ui
