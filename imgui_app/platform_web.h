// What the browser gives the workbench: WebGL 2, glyphs of scripts our fonts lack, a clipboard. The
// other half, and all events, are in platform_web.js and textarea_web.js, which call the functions
// exported by main_web.cpp.
#pragma once

#include "theme.h"

struct ImFontLoader;

namespace picket::ui {

// Makes the context of the canvas current and sets ImGui's renderer up; false when the browser has
// no WebGL 2.
bool start_graphics();
bool graphics_lost();
// Nothing is drawn when it would be what stands there; after draw_anew() it is.
void draw_graphics(int width, int height, Scheme scheme);
void draw_anew();

void start_clipboard();
void set_clipboard_from_page(const char* text);  // what a paste event brought

// Rasterises by the page's own 2D canvas, with whatever fonts the system has.
const ImFontLoader* system_font_loader();

}  // namespace picket::ui
