// What is wrong with the payload and how to mend it: the line below the editor, the words at a mark
// below the mouse, and the offer to open a pasted command as a call.
#include <algorithm>

#include "../editor/json_tokens.h"
#include "../payload.h"
#include "../widgets.h"
#include "views.h"

namespace picket::ui {
namespace {

MarkTone mark_tone(FindingSeverity severity) {
    return severity == FindingSeverity::Error     ? MarkTone::Error
           : severity == FindingSeverity::Warning ? MarkTone::Warning
                                                  : MarkTone::Note;
}

Tone tone_of(FindingSeverity severity) {
    return severity == FindingSeverity::Error     ? Tone::Danger
           : severity == FindingSeverity::Warning ? Tone::Warn
                                                  : Tone::Accent;
}

const char* word_of(FindingSeverity severity) {
    return severity == FindingSeverity::Note ? "Hint" : "Problem";
}

void set_marks(RequestState& request) {
    CodePane& pane = request.payload;
    const Analysis& analysis = request.analysis;
    if (pane.marks_hold() && request.marked == analysis.changes) return;
    request.marked = analysis.changes;
    pane.marks_revision = pane.document.revision();
    pane.marks.clear();
    for (const Finding& finding : analysis.findings) {
        const auto begin = static_cast<std::size_t>(finding.begin);
        pane.marks.push_back({{begin, static_cast<std::size_t>(finding.end)},
                              pane.document.line_of(begin),
                              mark_tone(finding.severity)});
    }
}

// What the line speaks of: the finding at the caret, else the first.
std::size_t spoken_finding(const RequestState& request, bool& here) {
    const auto at = finding_at(request.analysis, request.payload.document.caret());
    here = at.has_value();
    return at.value_or(0);
}

std::string status_text(const Analysis& analysis, std::size_t index, bool here) {
    const Finding& finding = analysis.findings[index];
    if (!here) return findings_count(analysis) + ": " + finding.message;
    return std::string(word_of(finding.severity)) + " " + std::to_string(index + 1) + " of " +
           std::to_string(analysis.findings.size()) + ": " + finding.message;
}

// A fix is made of the text as it stands, never of what was found before the last key.
void look_again(Frame& frame) {
    RequestState& request = frame.ui.request;
    follow_payload(frame);
    if (request.analysis.pending)
        analyse_now(request.analysis, request.payload.document, *request.operation);
}

void fix_all_problems(Frame& frame) {
    look_again(frame);
    const auto change = fix_of_all(frame.ui.request.analysis);
    if (change) frame.ui.request.payload.edit(change->range, change->with);
}

void draw_fixes(Frame& frame) {
    const RequestState& request = frame.ui.request;
    const bool fixable = fixable_finding(request.analysis, request.payload.document).has_value();
    const auto look = [](std::string_view hint, bool enabled) {
        return ButtonLook{
            .kind = ButtonKind::Quiet, .enabled = enabled, .small = true, .tip = hint};
    };
    if (button(frame, "Next", look("Go to the next one (F8)", true))) next_problem(frame);
    ImGui::SameLine(0, frame.px(4));
    if (button(frame, "Fix", look("Mend the one at the caret, or the first (Ctrl+.)", fixable)))
        fix_problem(frame);
    ImGui::SameLine(0, frame.px(4));
    if (button(frame, "Fix all", look("Mend all that can be mended for sure", fixable)))
        fix_all_problems(frame);
}

float fixes_width(const Frame& frame) {
    return button_width(frame, "Next", true) + button_width(frame, "Fix", true) +
           button_width(frame, "Fix all", true) + frame.px(8);
}

void open_command(Frame& frame) {
    const CommandReading reading = *frame.ui.request.analysis.command;
    const Operation* operation = find_operation(reading.operation);
    if (operation == nullptr) return;
    open_call(frame.ui, *operation, format_json(reading.input.text) + '\n', frame.world);
    std::string said = "Opened as a call of " + reading.operation + ".";
    for (const std::string& sentence : reading.ignored) said += " " + sentence;
    frame.ui.announce(std::move(said));
}

}  // namespace

void follow_payload(Frame& frame) {
    RequestState& request = frame.ui.request;
    if (request.operation == nullptr) return;
    const double again = follow(request.analysis, request.payload.document, *request.operation,
                                frame.ui.now_ms);
    if (again >= 0) frame.ui.wake_in(again);
    set_marks(request);
}

void next_problem(Frame& frame) {
    RequestState& request = frame.ui.request;
    follow_payload(frame);
    const auto next = next_finding(request.analysis, request.payload.document);
    if (!next) return;
    request.form.open = frame.ui.assessment.open = false;
    request.payload.select(request.payload.marks[*next].span);
    frame.ui.announce(status_text(request.analysis, *next, true));
}

void fix_problem(Frame& frame) {
    look_again(frame);
    RequestState& request = frame.ui.request;
    const auto which = fixable_finding(request.analysis, request.payload.document);
    if (!which) return;
    const TextChange change = fix_of(request.analysis, *which);
    request.payload.edit(change.range, change.with);
}

float problems_height(const Frame& frame, float width) {
    const float row = frame.touch ? 52 : 40;
    return width < 440 && !frame.ui.request.analysis.findings.empty() ? 2 * row - 12 : row;
}

void draw_problems(Frame& frame, float width) {
    Scope scope(frame, "Problems");
    const RequestState& request = frame.ui.request;
    const Analysis& analysis = request.analysis;
    const float top = ImGui::GetCursorPosY();
    const float row = frame.touch ? 52 : 40;
    ImGui::SetCursorPos(ImVec2(frame.px(16), top + frame.px((row - 16) / 2)));
    if (analysis.findings.empty()) {
        text(frame,
             analysis.skipped ? "Larger than 1 MB: looked at when it is run" : "No problems found",
             Tone::Faint, Face::Small);
        return;
    }
    bool here = false;
    const std::size_t index = spoken_finding(request, here);
    const bool stacked = problems_height(frame, width) > row;
    const float buttons = fixes_width(frame) / frame.scale;
    text_fitted(frame, status_text(analysis, index, here), width - 32 - (stacked ? 0 : buttons + 8),
                tone_of(analysis.findings[index].severity), Face::Small);
    const float below = stacked ? row - 12 : 0;
    const float left = stacked ? 6 : width - 8 - buttons;
    const float height = frame.touch ? 40 : 28;
    ImGui::SetCursorPos(ImVec2(frame.px(left), top + frame.px(below + (row - height) / 2)));
    draw_fixes(frame);
}

void draw_mark_tip(Frame& frame) {
    const RequestState& request = frame.ui.request;
    const auto& pointed = request.payload.pointed;
    if (!pointed || *pointed >= request.analysis.findings.size()) return;
    const Finding& finding = request.analysis.findings[*pointed];
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(frame.px(12), frame.px(10)));
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, ImVec2(frame.px(8), frame.px(6)));
    if (ImGui::BeginTooltip()) {
        Scope scope(frame, "Finding");
        ImGui::PushTextWrapPos(frame.px(400));
        text(frame, finding.message, tone_of(finding.severity));
        text(frame, finding.explanation, Tone::Plain, Face::Small);
        if (!finding.section.empty()) text(frame, finding.section, Tone::Muted, Face::Small);
        if (finding.fix && !finding.fix->empty())
            text(frame, "Ctrl+. at this place mends it", Tone::Muted, Face::Small);
        ImGui::PopTextWrapPos();
        ImGui::EndTooltip();
    }
    ImGui::PopStyleVar(2);
}

void draw_command_offer(Frame& frame, float width) {
    if (!frame.ui.request.analysis.command) return;
    const std::string operation = frame.ui.request.analysis.command->operation;
    const float height = frame.touch ? 56 : 44;
    ImGui::SetCursorPosX(frame.px(8));
    ImGui::PushStyleColor(ImGuiCol_ChildBg, frame.colours.accent_soft);
    ImGui::BeginChild("offer", ImVec2(frame.px(width - 16), frame.px(height)),
                      ImGuiChildFlags_NavFlattened, ImGuiWindowFlags_NoScrollbar);
    constexpr std::string_view kOpen = "Open it as a call";
    const float open = button_width(frame, kOpen, true);
    ImGui::SetCursorPos(ImVec2(frame.px(12), frame.px((height - 16) / 2)));
    text_fitted(frame, "This is a command for " + operation, width - 16 - 32 - open / frame.scale,
                Tone::Plain, Face::Small);
    const float control = frame.touch ? 40 : 28;
    ImGui::SetCursorPos(ImVec2(frame.px(width - 24) - open, frame.px((height - control) / 2)));
    const bool pressed = button(
        frame, kOpen,
        {.kind = ButtonKind::Primary,
         .small = true,
         .tip = "Switches to its operation, and writes its options as JSON"});
    end_child();
    ImGui::PopStyleColor();
    gap(frame, 4);
    if (pressed) open_command(frame);
}

}  // namespace picket::ui
