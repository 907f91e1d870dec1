// WebGL 2 through ImGui's own renderer, fonts through a 2D canvas, the clipboard through the page.
#include "platform_web.h"

#include <GLES3/gl3.h>
#include <emscripten.h>
#include <emscripten/html5.h>

#include <cmath>
#include <cstring>
#include <string>

#include "imgui.h"
#include "imgui_impl_opengl3.h"
#include "imgui_internal.h"
#include "picture.h"
#include "theme.h"

// clang-format off
EM_JS(int, page_glyph,
      (unsigned int code, float size, int mono, float* metrics, unsigned char* pixels, int room), {
    const numbers = HEAPF32.subarray(metrics >> 2, (metrics >> 2) + 5);
    const coverage = HEAPU8.subarray(pixels, pixels + room);
    return Module['page'].glyph(code, size, mono, numbers, coverage);
});
EM_JS(void, page_set_clipboard, (const char* text), {
    Module['page'].setClipboard(UTF8ToString(text));
});
// clang-format on

// ImGui's renderer saves and restores GL state in every frame, and each read of it is a round trip
// to the GPU process. Nobody else draws here, so its reads are answered with the state it restores
// to (see the definitions in web.cmake).
extern "C" void picket_glGetIntegerv(GLenum name, GLint* value) {
    switch (name) {
    case GL_MAJOR_VERSION:
        *value = 3;
        return;
    case GL_MINOR_VERSION:
        *value = 0;
        return;
    case GL_MAX_TEXTURE_SIZE:
        glGetIntegerv(name, value);
        return;
    case GL_VIEWPORT:
    case GL_SCISSOR_BOX:
        value[0] = value[1] = 0;
        value[2] = value[3] = 1;
        return;
    case GL_ACTIVE_TEXTURE:
        *value = GL_TEXTURE0;
        return;
    case GL_BLEND_SRC_RGB:
    case GL_BLEND_SRC_ALPHA:
        *value = GL_ONE;
        return;
    case GL_BLEND_EQUATION_RGB:
    case GL_BLEND_EQUATION_ALPHA:
        *value = GL_FUNC_ADD;
        return;
    default:
        *value = 0;
        return;
    }
}
extern "C" GLboolean picket_glIsEnabled(GLenum) { return GL_FALSE; }

namespace picket::ui {
namespace {

bool lost = false;
Picture picture;  // in the canvas
std::string clipboard;

EM_BOOL on_lost(int, const void*, void*) {
    lost = true;
    ImGui_ImplOpenGL3_DestroyDeviceObjects();  // now: after the restore the old names belong to
                                               // nobody
    return EM_TRUE;                            // asks the browser to restore the context
}

EM_BOOL on_restored(int, const void*, void*) {
    lost = false;
    picture.forget();
    ImGui_ImplOpenGL3_CreateDeviceObjects();
    return EM_TRUE;
}

bool contains_glyph(ImFontAtlas*, ImFontConfig*, ImWchar code) { return code >= 0x80; }

bool load_glyph(ImFontAtlas* atlas, ImFontConfig* source, ImFontBaked* baked, void*, ImWchar code,
                ImFontGlyph* glyph, float* advance_only) {
    constexpr int kPixelsMax = 256 * 256;
    static unsigned char pixels[kPixelsMax];
    const float density = source->RasterizerDensity * baked->RasterizerDensity;
    // ImGui sizes fonts from ascent to descent, a canvas by the em: the ratios of our two families.
    const bool mono = std::strstr(source->Name, "Mono") != nullptr;
    const float em = baked->Size / (mono ? 1.32f : 1.21f);
    float metrics[5] = {};  // advance, left, top, width, height
    if (page_glyph(code, em * density, mono, metrics, pixels, kPixelsMax) == 0) return false;
    if (advance_only != nullptr) {
        *advance_only = metrics[0] / density;
        return true;
    }
    glyph->Codepoint = code;
    glyph->AdvanceX = metrics[0] / density;
    const int width = static_cast<int>(metrics[3]), height = static_cast<int>(metrics[4]);
    if (width <= 0 || height <= 0) return true;
    const ImFontAtlasRectId pack = ImFontAtlasPackAddRect(atlas, width, height);
    if (pack == ImFontAtlasRectId_Invalid) return false;
    ImTextureRect* rect = ImFontAtlasPackGetRect(atlas, pack);
    const float baseline = std::round(baked->Ascent);
    glyph->PackId = pack;
    glyph->X0 = metrics[1] / density;
    glyph->Y0 = metrics[2] / density + baseline;
    glyph->X1 = (metrics[1] + metrics[3]) / density;
    glyph->Y1 = (metrics[2] + metrics[4]) / density + baseline;
    glyph->Visible = true;
    ImFontAtlasBakedSetFontGlyphBitmap(atlas, baked, source, glyph, rect, pixels,
                                       ImTextureFormat_Alpha8, width);
    return true;
}

}  // namespace

bool start_graphics() {
    EmscriptenWebGLContextAttributes attributes;
    emscripten_webgl_init_context_attributes(&attributes);
    attributes.majorVersion = 2;
    attributes.alpha = attributes.depth = attributes.stencil = attributes.antialias = EM_FALSE;
    const EMSCRIPTEN_WEBGL_CONTEXT_HANDLE context = emscripten_webgl_create_context("#canvas",
                                                                                    &attributes);
    if (context <= 0) return false;
    emscripten_webgl_make_context_current(context);
    emscripten_set_webglcontextlost_callback("#canvas", nullptr, EM_FALSE, on_lost);
    emscripten_set_webglcontextrestored_callback("#canvas", nullptr, EM_FALSE, on_restored);
    return ImGui_ImplOpenGL3_Init("#version 300 es");
}

bool graphics_lost() { return lost; }
void draw_anew() { picture.forget(); }

void draw_graphics(int width, int height, Scheme scheme) {
    if (!picture.changed(*ImGui::GetDrawData(), palette(scheme).canvas)) return;
    const ImVec4 back = ImGui::ColorConvertU32ToFloat4(palette(scheme).canvas);
    glViewport(0, 0, width, height);
    glClearColor(back.x, back.y, back.z, 1);
    glClear(GL_COLOR_BUFFER_BIT);
    ImGui_ImplOpenGL3_RenderDrawData(ImGui::GetDrawData());
}

void start_clipboard() {
    ImGuiPlatformIO& platform = ImGui::GetPlatformIO();
    platform.Platform_SetClipboardTextFn = [](ImGuiContext*, const char* text) {
        clipboard = text;
        page_set_clipboard(text);
    };
    platform.Platform_GetClipboardTextFn = [](ImGuiContext*) { return clipboard.c_str(); };
}

void set_clipboard_from_page(const char* text) { clipboard = text; }

const ImFontLoader* system_font_loader() {
    static ImFontLoader loader;
    loader.Name = "Canvas 2D";
    loader.FontSrcContainsGlyph = contains_glyph;
    loader.FontBakedLoadGlyph = load_glyph;
    return &loader;
}

}  // namespace picket::ui
