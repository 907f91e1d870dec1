// A file of the user's own: dropped anywhere, chosen, pasted, or the example; read with its
// progress in sight; then looked at and added.
#include <algorithm>

#include "../items/areas.h"
#include "../samples.h"
#include "imgui_internal.h"
#include "import_parts.h"
#include "views.h"
#include "world_parts.h"

namespace picket::ui {
namespace {

constexpr std::string_view kWhatIsRead =
    "CSV with commas, semicolons or tabs, JSON Lines, what `aws iot list-metric-values` prints, "
    "and "
    "messages of the metrics export; 20 million values at most. Columns are found by their names "
    "and by what is in them. A session file is opened.";

void paste(Frame& frame) {
    if (frame.ui.importing.has_files) {  // only the page may ask for its clipboard
        frame.ui.importing.wish = ImportWish::Paste;
        return;
    }
    const char* text = ImGui::GetClipboardText();
    if (text != nullptr && *text != 0)
        import_text(frame.ui, "Pasted rows", text);
    else
        frame.ui.toast("The clipboard has no text. Copy some rows first.", Tone::Warn);
}

// One after the other, and in the next line where there is no room.
bool next_button(Frame& frame, std::string_view label, ButtonLook look, float left) {
    if (look.kind != ButtonKind::Primary) {
        ImGui::SameLine(0, frame.px(8));
        if (ImGui::GetCursorPosX() + button_width(frame, label) >
            left + frame.px(page_width(frame))) {
            ImGui::NewLine();
            gap(frame, 8);
            ImGui::SetCursorPosX(left);
        }
    }
    return button(frame, label, look);
}

void draw_waiting(Frame& frame) {
    const float left = ImGui::GetCursorPosX();
    const std::size_t there = frame.world.recordings.size();
    text(frame, "Bring your own metrics", Tone::Plain, Face::Title);
    gap(frame, 8);
    const bool files = frame.ui.importing.has_files;
    paragraph(frame,
              files
                  ? "Drop a file anywhere on this page, choose one, or paste rows. Its rows become "
                    "datapoints as the clock passes them, and behaviors judge them. Nothing "
                    "leaves this tab."
                  : "Drop a file on this window, or paste rows. Its rows become datapoints as the "
                    "clock passes them, and behaviors judge them.",
              Tone::Muted, Face::Body);
    gap(frame, 16);
    if (files) {
        if (next_button(frame, "Choose a file", {.kind = ButtonKind::Primary}, left))
            frame.ui.importing.wish = ImportWish::Choose;
    } else if (next_button(frame, "Paste", {.kind = ButtonKind::Primary}, left)) {
        paste(frame);
    }
    if (files && next_button(frame, "Paste", {.tip = "The rows in the clipboard"}, left))
        paste(frame);
    if (next_button(frame, "Try the example",
                    {.tip = "Two gateways of the demo, one of which goes wrong"}, left))
        import_text(frame.ui, "two-gateways.csv", std::string(example_recording()));
    gap(frame, 20);
    text(frame, "What it may look like", Tone::Plain, Face::SmallStrong);
    gap(frame, 8);
    const std::string_view example = example_recording();
    std::size_t end = 0;
    for (int line = 0; line < 4; ++line) end = example.find('\n', end) + 1;
    std::string_view rest = example.substr(0, end);
    while (!rest.empty()) {
        const std::size_t size = std::min(rest.find('\n'), rest.size());
        text_fitted(frame, rest.substr(0, size), page_width(frame), Tone::Plain, Face::MonoSmall);
        rest.remove_prefix(std::min(size + 1, rest.size()));
        gap(frame, 2);
    }
    gap(frame, 12);
    paragraph(frame, kWhatIsRead, Tone::Muted, Face::Small);
    if (there == 0) return;
    gap(frame, 16);
    ImGui::PushID("recordings");
    if (link(frame,
             count_text(there) + (there == 1 ? " recording is" : " recordings are") +
                 " in this session",
             page_width(frame), Tone::Accent))
        open_section(frame.ui, "recordings");
    ImGui::PopID();
}

void draw_reading(Frame& frame) {
    const ImportState& state = frame.ui.importing;
    frame.ui.wake_in(100);
    text_fitted(frame, state.name, page_width(frame), Tone::Plain, Face::Title);
    gap(frame, 12);
    const float finished = state.ended && state.reader ? state.reader->finished() : 0;
    const auto read = static_cast<float>(state.bytes > 0 ? state.read / state.bytes : 1);
    progress_bar(frame, 0.85f * read + 0.15f * finished, page_width(frame));
    gap(frame, 8);
    std::string how_far = bytes_text(state.read) + " of " + bytes_text(state.bytes);
    const double seconds = (frame.ui.now_ms - state.began_ms) / 1000;
    if (!state.ended && seconds > 0.3)
        how_far += ", " + bytes_text(state.read / seconds) + " a second";
    if (state.ended) how_far += ", all read. Putting the rows in order";
    text(frame, how_far);
    if (state.reader) {
        const ReadReport& report = state.reader->report();
        std::string rows = count_text(static_cast<std::size_t>(report.rows)) + " rows, " +
                           count_text(static_cast<std::size_t>(report.values)) + " values";
        if (report.refused > 0)
            rows += ", " + count_text(static_cast<std::size_t>(report.refused)) + " refused";
        gap(frame, 2);
        text(frame, rows, Tone::Muted);
    }
    gap(frame, 16);
    if (button(frame, "Cancel", {.tip = "Nothing has changed so far"})) {
        frame.ui.toast(state.name + " is not read further. Nothing has changed.");
        drop_import(frame.ui);
    }
}

void draw_refused(Frame& frame) {
    const ImportState& state = frame.ui.importing;
    chip(frame, "Cannot be used as it is", Tone::Danger);
    gap(frame, 8);
    text_fitted(frame, state.name, page_width(frame), Tone::Plain, Face::Title);
    gap(frame, 8);
    paragraph(frame, state.refused, Tone::Plain, Face::Body);
    gap(frame, 16);
    if (button(frame, "Take another file", {.kind = ButtonKind::Primary}))
        return drop_import(frame.ui);
    draw_refusals(frame);
    draw_head(frame);
    draw_columns(frame);
}

}  // namespace

void paragraph(Frame& frame, std::string_view shown, Tone tone, Face face) {
    ImGui::PushTextWrapPos(ImGui::GetCursorPosX() + frame.px(page_width(frame)));
    text(frame, shown, tone, face);
    ImGui::PopTextWrapPos();
}

float page_width(const Frame& frame) {
    return std::min(ImGui::GetContentRegionAvail().x / frame.scale - 16, 720.0f);
}

void fact_line(Frame& frame, std::string_view label, std::string_view shown, Tone tone) {
    constexpr float kLabel = 112;
    const float left = ImGui::GetCursorPosX(), width = page_width(frame);
    text(frame, label, Tone::Faint, Face::Small);
    ImGui::SameLine(left + frame.px(kLabel));
    ImGui::PushTextWrapPos(left + frame.px(width));
    text(frame, shown, tone);
    ImGui::PopTextWrapPos();
    gap(frame, 4);
}

void draw_import(Frame& frame) {
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, ImVec2(frame.px(8), 0));
    ImGui::BeginChild("import", ImVec2(0, 0), ImGuiChildFlags_NavFlattened);
    ImGui::Indent(frame.px(16));
    gap(frame, 16);
    switch (frame.ui.importing.step) {
    case ImportStep::Waiting:
        draw_waiting(frame);
        break;
    case ImportStep::Reading:
        draw_reading(frame);
        break;
    case ImportStep::Review:
        draw_review(frame);
        break;
    case ImportStep::Refused:
        draw_refused(frame);
        break;
    }
    gap(frame, 24);
    ImGui::Unindent(frame.px(16));
    end_child();
    ImGui::PopStyleVar();
}

// While a file is held over the page, all of it says where it may go.
void draw_drop_target(Frame& frame) {
    if (!frame.ui.importing.dragged) return;
    Scope scope(frame, "Drop");
    const ImVec2 screen = ImGui::GetIO().DisplaySize;
    ImDrawList& list = *ImGui::GetForegroundDrawList();
    const float inset = frame.px(8);
    list.AddRectFilled(ImVec2(0, 0), screen,
                       (frame.colours.canvas & ~IM_COL32_A_MASK) | 0xD8000000u);
    list.AddRect(ImVec2(inset, inset), ImVec2(screen.x - inset, screen.y - inset),
                 frame.colours.accent, frame.px(8), 0, frame.px(2));
    constexpr std::string_view kSaid = "Drop it to read its rows";
    push_face(frame, Face::Title);
    const ImVec2 size = ImGui::CalcTextSize(kSaid.data(), kSaid.data() + kSaid.size());
    const ImVec2 at((screen.x - size.x) / 2, (screen.y - size.y) / 2);
    list.AddText(at, frame.colours.text, kSaid.data(), kSaid.data() + kSaid.size());
    ImGui::PopFont();
    note_at(frame, at, ImVec2(at.x + size.x, at.y + size.y), {}, kSaid);
}

}  // namespace picket::ui
