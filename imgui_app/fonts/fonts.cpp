// Hands the packed fonts to ImGui. Glyphs are rasterised when they are first drawn, at the size of
// the screen's real pixels.
#include "fonts.h"

#include <cstdio>

#include "imgui.h"
#include "imgui_internal.h"

namespace picket::ui {
namespace {

ImFont* add(const EmbeddedFont& font, const char* name, const ImFontLoader* fallback) {
    ImFontAtlas& atlas = *ImGui::GetIO().Fonts;
    ImFontConfig config;
    std::snprintf(config.Name, sizeof config.Name, "%s", name);
    ImFont* added = atlas.AddFontFromMemoryCompressedTTF(font.bytes, static_cast<int>(font.size),
                                                         0.0f, &config);
    if (fallback == nullptr) return added;
    // A merged source that has no file: its loader ignores the bytes, but the atlas insists on
    // some.
    static unsigned char no_file[4] = {};
    ImFontConfig merged;
    merged.MergeMode = true;
    merged.FontLoader = fallback;
    merged.FontData = no_file;
    merged.FontDataSize = sizeof no_file;
    merged.FontDataOwnedByAtlas = false;
    std::snprintf(merged.Name, sizeof merged.Name, "%s", name);  // tells the loader whose metrics
                                                                 // to match
    atlas.AddFont(&merged);
    return added;
}

}  // namespace

Fonts load_fonts(const ImFontLoader* fallback) {
    Fonts fonts;
    fonts.sans = add(kSansFont, "Inter", fallback);
    fonts.strong = add(kSansStrongFont, "Inter SemiBold", fallback);
    fonts.mono = add(kMonoFont, "JetBrains Mono", fallback);
    ImGui::GetIO().FontDefault = fonts.sans;
    return fonts;
}

FontFile font_file(const ImFont* font) {
    const ImFontConfig& source = *font->Sources[0];
    return {source.FontData, static_cast<std::size_t>(source.FontDataSize)};
}

}  // namespace picket::ui
