// The three fonts of the workbench, packed into the program: Inter for the interface, JetBrains
// Mono for code and times.
#pragma once

#include <cstddef>

struct ImFont;
struct ImFontLoader;

namespace picket::ui {

struct EmbeddedFont {
    const unsigned char* bytes;  // as Dear ImGui's own unpacker reads them
    std::size_t size;
};
extern const EmbeddedFont kSansFont;
extern const EmbeddedFont kSansStrongFont;
extern const EmbeddedFont kMonoFont;

struct Fonts {
    ImFont* sans = nullptr;
    ImFont* strong = nullptr;
    ImFont* mono = nullptr;
};

// Adds the fonts to the current ImGui context. `fallback` draws what they lack (the browser has
// every script); may be null.
Fonts load_fonts(const ImFontLoader* fallback);

// The unpacked font file of the code font, for a page that must measure text exactly as we draw it.
struct FontFile {
    const void* bytes = nullptr;
    std::size_t size = 0;
};
FontFile font_file(const ImFont* font);

}  // namespace picket::ui
