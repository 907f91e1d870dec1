// Lays a code pane out and paints it: line numbers, selection, coloured text, caret, composed text
// and the error's underline.
#include <algorithm>
#include <cmath>
#include <cstdio>

#include "code_view.h"
#include "json_tokens.h"

namespace picket::ui {
namespace {

std::uint32_t colour_of(TokenKind kind, const Palette& colours) {
    switch (kind) {
    case TokenKind::Key:
        return colours.code_key;
    case TokenKind::String:
        return colours.code_string;
    case TokenKind::Number:
        return colours.code_number;
    case TokenKind::Literal:
        return colours.code_literal;
    case TokenKind::Mark:
        return colours.code_mark;
    case TokenKind::Space:
        break;
    }
    return colours.text;
}

void paint_text(const CodeView& view, std::size_t row) {
    const std::string_view text = view.pane.document.line_text(row);
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const float y = view.y_of(row) + std::floor((view.line_height - ImGui::GetFontSize()) * 0.5f);
    float x = view.origin.x;
    for (std::size_t at = 0; at < text.size() && x < view.inner.Max.x;) {
        const Token token = next_token(text, at);
        const std::string_view word = text.substr(token.begin, token.end - token.begin);
        const float width = view.width(word);
        if (token.kind != TokenKind::Space && x + width >= view.inner.Min.x) {
            list.AddText(ImVec2(x, y), colour_of(token.kind, view.look.colours), word.data(),
                         word.data() + word.size());
        }
        x += width;
        at = token.end;
    }
}

void paint_selection(const CodeView& view, std::size_t row) {
    const Document& document = view.pane.document;
    const Range selected = document.selection();
    const Range line = document.line(row);
    if (selected.empty() || selected.end < line.begin || selected.begin > line.end) return;
    const float left = view.x_of(row, std::max(selected.begin, line.begin));
    float right = view.x_of(row, std::min(selected.end, line.end));
    if (selected.end > line.end) right += view.cell * 0.5f;  // the newline itself
    const float y = view.y_of(row);
    ImGui::GetWindowDrawList()->AddRectFilled(ImVec2(left, y), ImVec2(right, y + view.line_height),
                                              view.look.colours.selection);
}

// Grounds of the matches of a search.
void paint_highlights(const CodeView& view, std::size_t row) {
    const CodePane& pane = view.pane;
    if (pane.highlights_revision != pane.document.revision()) return;
    const Range line = pane.document.line(row);
    auto at = std::lower_bound(
        pane.highlights.begin(), pane.highlights.end(), line.begin,
        [](const Range& range, std::size_t begin) { return range.end <= begin; });
    for (; at != pane.highlights.end() && at->begin < line.end; ++at) {
        const float left = view.x_of(row, std::max(at->begin, line.begin));
        const float right = view.x_of(row, std::min(at->end, line.end));
        const float y = view.y_of(row);
        ImGui::GetWindowDrawList()->AddRectFilled(
            ImVec2(left, y + view.look.scale),
            ImVec2(right, y + view.line_height - view.look.scale), view.look.colours.warn_soft,
            std::round(2 * view.look.scale));
    }
}

void paint_brackets(const CodeView& view) {
    CodePane& pane = view.pane;
    BracketsAtCaret& known = pane.brackets;
    if (!pane.focused || pane.read_only) return;
    if (known.revision != pane.document.revision() || known.caret != pane.document.caret())
        known = {pane.document.revision(), pane.document.caret(), bracket_pair(pane.document)};
    if (!known.pair) return;
    for (const std::size_t at : {known.pair->here, known.pair->there}) {
        const std::size_t row = pane.document.line_of(at);
        const ImVec2 low(view.x_of(row, at), view.y_of(row));
        if (low.y + view.line_height < view.inner.Min.y || low.y > view.inner.Max.y) continue;
        ImGui::GetWindowDrawList()->AddRect(
            ImVec2(low.x, low.y + view.look.scale),
            ImVec2(low.x + view.cell, low.y + view.line_height - view.look.scale),
            view.look.colours.muted, std::round(2 * view.look.scale), 0,
            std::max(1.0f, view.look.scale));
    }
}

std::uint32_t colour_of(MarkTone tone, const Palette& colours) {
    return tone == MarkTone::Error     ? colours.danger
           : tone == MarkTone::Warning ? colours.warn
                                       : colours.accent;
}

// Problems have waves, hints have dots: the colour alone says nothing to some.
void paint_underline(const CodeView& view, MarkTone tone, float left, float right, float y) {
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const std::uint32_t colour = colour_of(tone, view.look.colours);
    const float step = std::round(2.0f * view.look.scale);
    const float from = std::max(left, view.inner.Min.x - 2 * step);
    const float to = std::min(right, view.inner.Max.x);
    if (tone == MarkTone::Note) {
        for (float x = from; x < to; x += 2 * step)
            list.AddRectFilled({x, y}, {x + step * 0.75f, y + step * 0.75f}, colour);
        return;
    }
    for (float x = from; x < to + step; x += 2 * step)
        list.PathLineTo({x, y + step}), list.PathLineTo({x + step, y});
    list.PathStroke(colour, 0, std::max(1.0f, 1.25f * view.look.scale));
}

void paint_mark(const CodeView& view, std::size_t index) {
    const CodeMark& mark = view.pane.marks[index];
    const Document& document = view.pane.document;
    const Range line = document.line(mark.line);
    const float left = view.x_of(mark.line, std::clamp(mark.span.begin, line.begin, line.end));
    const float end = view.x_of(mark.line, std::clamp(mark.span.end, line.begin, line.end));
    const float right = std::max(left + view.cell, end);
    const float top = view.y_of(mark.line);
    const float under = top + view.line_height - std::round(2.0f * view.look.scale) -
                        view.look.scale;
    paint_underline(view, mark.tone, left, right, under);
    const ImRect place({left - view.cell / 2, top},
                       {right + view.cell / 2, top + view.line_height});
    if (!view.hovered || !place.Contains(ImGui::GetIO().MousePos)) return;
    auto& pointed = view.pane.pointed;
    if (!pointed || mark.tone <= view.pane.marks[*pointed].tone) pointed = index;
}

void paint_marks(const CodeView& view, std::size_t first, std::size_t last) {
    view.pane.pointed.reset();
    if (!view.pane.marks_hold()) return;
    for (std::size_t i = 0; i < view.pane.marks.size(); ++i) {
        const std::size_t line = view.pane.marks[i].line;
        if (line >= first && line < last) paint_mark(view, i);
    }
}

void paint_line(const CodeView& view, std::size_t row) {
    const CodePane& pane = view.pane;
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const float y = view.y_of(row);
    const bool caret_here = pane.document.line_of(pane.document.caret()) == row;
    if (caret_here && pane.focused && pane.document.selection().empty() && !pane.read_only) {
        list.AddRectFilled(ImVec2(view.inner.Min.x, y),
                           ImVec2(view.inner.Max.x, y + view.line_height),
                           view.look.colours.current_line);
    }
    paint_highlights(view, row);
    paint_selection(view, row);
    paint_text(view, row);
    const Range line = pane.document.line(row);
    if (!pane.preedit.empty() && pane.preedit.begin >= line.begin &&
        pane.preedit.begin <= line.end) {
        const float under = y + view.line_height - std::max(1.0f, view.look.scale);
        const std::size_t end = std::min(pane.preedit.end, line.end);
        list.AddLine(ImVec2(view.x_of(row, pane.preedit.begin), under),
                     ImVec2(view.x_of(row, end), under), view.look.colours.accent,
                     std::max(1.0f, view.look.scale));
    }
    if (caret_here && pane.focused && !pane.read_only) {
        const float x = std::floor(view.x_of(row, pane.document.caret()));
        const float thickness = std::max(1.0f, std::round(1.5f * view.look.scale));
        list.AddRectFilled(ImVec2(x, y), ImVec2(x + thickness, y + view.line_height),
                           view.look.colours.text);
    }
}

// The gravest mark of each line.
std::vector<std::optional<MarkTone>> tones_of_lines(const CodeView& view, std::size_t first,
                                                    std::size_t last) {
    std::vector<std::optional<MarkTone>> tones(last - first);
    if (!view.pane.marks_hold()) return tones;
    for (const CodeMark& mark : view.pane.marks) {
        if (mark.line < first || mark.line >= last) continue;
        auto& tone = tones[mark.line - first];
        tone = tone ? std::min(*tone, mark.tone) : mark.tone;
    }
    return tones;
}

void paint_gutter(const CodeView& view, std::size_t first, std::size_t last) {
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const std::size_t current = view.pane.document.line_of(view.pane.document.caret());
    const auto tones = tones_of_lines(view, first, last);
    const float middle = std::floor(view.line_height * 0.5f);
    for (std::size_t row = first; row < last; ++row) {
        char number[24];
        const int size = std::snprintf(number, sizeof number, "%zu", row + 1);
        const std::string_view text(number, static_cast<std::size_t>(size));
        const auto tone = tones[row - first];
        const bool here = view.pane.focused && row == current;
        const Palette& colours = view.look.colours;
        const std::uint32_t colour = tone   ? colour_of(*tone, colours)
                                     : here ? colours.text
                                            : colours.faint;
        if (tone) {
            const float radius = std::round(3 * view.look.scale);
            const ImVec2 centre(view.inner.Min.x + 2 * radius, view.y_of(row) + middle);
            if (*tone == MarkTone::Note)
                list.AddCircle(centre, radius, colour, 0, std::max(1.0f, view.look.scale));
            else
                list.AddCircleFilled(centre, radius, colour);
        }
        const ImVec2 at(view.inner.Min.x + view.gutter - 2 * view.cell - view.width(text),
                        view.y_of(row) +
                            std::floor((view.line_height - ImGui::GetFontSize()) * 0.5f));
        list.AddText(at, colour, text.data(), text.data() + text.size());
    }
}

// Scrolls so that the caret is seen; takes effect in the next frame.
void follow_caret(const CodeView& view, ImGuiWindow& window) {
    CodePane& pane = view.pane;
    if (!pane.follow_caret || pane.scroll_taken) return;
    pane.follow_caret = false;
    const std::size_t row = pane.document.line_of(pane.document.caret());
    const float x = view.x_of(row, pane.document.caret()) - view.origin.x;
    const float y = static_cast<float>(row) * view.line_height;
    const float room_x = view.inner.GetWidth() - view.gutter, room_y = view.inner.GetHeight();
    if (y < window.Scroll.y) ImGui::SetScrollY(y);
    if (y + view.line_height > window.Scroll.y + room_y)
        ImGui::SetScrollY(y + view.line_height - room_y);
    if (x < window.Scroll.x) ImGui::SetScrollX(std::max(0.0f, x - room_x * 0.25f));
    if (x > window.Scroll.x + room_x - 2 * view.cell) ImGui::SetScrollX(x - room_x * 0.75f);
}

ImVec2 content_size(const CodePane& pane, float gutter, float cell, float line_height) {
    if (pane.textarea) return {pane.extent_x > 0 ? gutter + pane.extent_x : 0, pane.extent_y};
    return {gutter + cell * static_cast<float>(pane.document.columns_max() + 2),
            line_height * static_cast<float>(pane.document.line_count())};
}

// Letters are measured from the begin of their line; where lines are this long, not in each frame.
constexpr std::size_t kHoverColumnsMax = 10'000;

void report_caret(const CodeView& view) {
    CodePane& pane = view.pane;
    const std::size_t row = pane.document.line_of(pane.document.caret());
    pane.caret_y = view.y_of(row);
    const bool seen = pane.caret_y + view.line_height > view.inner.Min.y &&
                      pane.caret_y < view.inner.Max.y;
    if (seen) pane.caret_x = view.x_of(row, pane.document.caret());
    pane.cell = view.cell;
    pane.line_height = view.line_height;
    pane.hovered_at.reset();
    const ImVec2 mouse = ImGui::GetIO().MousePos;
    if (!view.hovered || mouse.x < view.origin.x) return;
    if (pane.document.columns_max() > kHoverColumnsMax) return;
    // offset_at goes to the nearest gap between letters; here the letter itself is meant.
    const std::size_t at = view.offset_at(ImVec2(mouse.x - view.cell * 0.5f, mouse.y));
    const Range line = pane.document.line(pane.document.line_of(at));
    const float bottom = view.origin.y +
                         view.line_height * static_cast<float>(pane.document.line_count());
    if (at < line.end && mouse.y < bottom) pane.hovered_at = at;
}

void report_place(const CodeView& view, const ImGuiWindow& window) {
    TextareaPlace& place = view.pane.place;
    place = {true,
             view.inner.Min.x + view.gutter,
             view.inner.Min.y,
             view.inner.GetWidth() - view.gutter,
             view.inner.GetHeight(),
             view.cell,
             view.line_height,
             window.Scroll.x,
             window.Scroll.y};
}

}  // namespace

std::size_t CodeView::offset_at(const ImVec2& point) const {
    const Document& document = pane.document;
    const float last = static_cast<float>(document.line_count() - 1);
    const auto row = static_cast<std::size_t>(
        std::clamp(std::floor((point.y - origin.y) / line_height), 0.0f, last));
    const std::string_view text = document.line_text(row);
    const char* at = text.data();
    const char* end = at + text.size();
    for (float x = origin.x; at < end;) {
        unsigned int code = 0;
        const int size = ImTextCharFromUtf8(&code, at, end);
        const float advance = width({at, static_cast<std::size_t>(size)});
        if (point.x < x + advance * 0.5f) break;
        x += advance;
        at += size;
    }
    return document.line(row).begin + static_cast<std::size_t>(at - text.data());
}

ImGuiID code_stop(ImGuiWindow& window) { return window.GetID("text"); }

void paint_code(const CodeView& view) {
    const Document& document = view.pane.document;
    const float above = std::max(0.0f, (view.inner.Min.y - view.origin.y) / view.line_height);
    const std::size_t first = std::min(static_cast<std::size_t>(above), document.line_count());
    const std::size_t last = std::min(document.line_count(), first + view.lines_visible() + 2);
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const float text_left = view.inner.Min.x + std::max(0.0f, view.gutter - view.cell);
    list.PushClipRect(ImVec2(text_left, view.inner.Min.y), view.inner.Max, true);
    for (std::size_t row = first; row < last; ++row) paint_line(view, row);
    paint_brackets(view);
    paint_marks(view, first, last);
    list.PopClipRect();
    if (view.pane.numbers) paint_gutter(view, first, last);
}

ImGuiWindow* draw_code(const char* id, CodePane& pane, const CodeLook& look, const ImVec2& size) {
    ImGui::PushFont(look.mono, kCodeSize);
    const float cell = look.mono->CalcTextSizeA(ImGui::GetFontSize(), FLT_MAX, 0, "0", nullptr).x;
    const float line_height = std::round(ImGui::GetFontSize() * 1.2f);
    int digits = 2;
    for (std::size_t lines = pane.document.line_count(); lines >= 100; lines /= 10) ++digits;
    const float gutter = pane.numbers ? std::round(cell * static_cast<float>(digits + 3))
                                      : std::round(cell * 2);
    ImGui::SetNextWindowContentSize(content_size(pane, gutter, cell, line_height));
    if (pane.scroll_taken) ImGui::SetNextWindowScroll(ImVec2(pane.scroll_x, pane.scroll_y));
    const ImGuiWindowFlags flags = ImGuiWindowFlags_HorizontalScrollbar | ImGuiWindowFlags_NoMove;
    const bool visible = ImGui::BeginChild(id, size, ImGuiChildFlags_NavFlattened, flags);
    ImGuiWindow& window = *ImGui::GetCurrentWindow();
    if (visible) {
        const ImRect inner = window.InnerRect;
        const ImVec2 origin(inner.Min.x - window.Scroll.x + gutter, inner.Min.y - window.Scroll.y);
        CodeView view{pane, look, inner, origin, gutter, cell, line_height, false};
        view.hovered = ImGui::IsWindowHovered(ImGuiHoveredFlags_AllowWhenBlockedByActiveItem) &&
                       inner.Contains(ImGui::GetIO().MousePos);
        const ImGuiID text = code_stop(window);
        take_code_stop(view, text);
        if (!pane.textarea)
            take_code_input(view, text);
        else if (pane.focused)
            claim_keys(view, text);
        follow_caret(view, window);
        paint_code(view);
        report_caret(view);
        pane.place.visible = false;
        if (pane.textarea) report_place(view, window);
        pane.scroll_taken = false;
    }
    ImGui::EndChild();
    ImGui::PopFont();
    return &window;
}

}  // namespace picket::ui
