// What the files of the import share.
#pragma once

#include "../widgets.h"

namespace picket::ui {

// Text over the width of the page, in lines.
void paragraph(Frame& frame, std::string_view shown, Tone tone, Face face);
// A name and what it says, side by side where there is room.
void fact_line(Frame& frame, std::string_view label, std::string_view shown,
               Tone tone = Tone::Plain);
float page_width(const Frame& frame);  // CSS pixels

// How the file was read, to be mended: what each column is, and what is said of all rows.
void draw_columns(Frame& frame);
// What came of it: the way to add it, what it has, which rows were refused and why.
void draw_review(Frame& frame);
void draw_refusals(Frame& frame);
void draw_head(Frame& frame);  // its first lines

}  // namespace picket::ui
