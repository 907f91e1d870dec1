// A file that was read: how it is added, what it has, and which rows were refused and why.
#include <algorithm>

#include "../editor/json_tokens.h"
#include "../items/areas.h"
#include "../items/rows.h"
#include "../items/simulator.h"
#include "../payload.h"
#include "import_parts.h"
#include "views.h"
#include "world_parts.h"

namespace picket::ui {
namespace {

std::string counted(std::int64_t count, std::string_view one, std::string_view many) {
    return count_text(static_cast<std::size_t>(count)) + ' ' + std::string(count == 1 ? one : many);
}

std::string name_problem(const Frame& frame) {
    const std::string& name = frame.ui.importing.recording_name;
    if (!pattern_matches(Pattern::Name, name) || name.empty() || name.size() > 128)
        return "A name has 1 to 128 letters, digits, ':', '_' and '-'.";
    if (frame.world.recordings.contains(name))
        return "A recording of this session has the name already.";
    return {};
}

// The call is in the editor as well, so that what was sent stays in sight.
void add_recording(Frame& frame, bool runs) {
    const Operation* operation = find_operation("AddRecording");
    const std::string body = format_json(add_recording_body(frame.ui.importing, frame.world)) +
                             '\n';
    frame.out.push_back(KeepBlock{});
    if (!runs) return edit_call(frame, "AddRecording", body);
    const std::string name = frame.ui.importing.recording_name;
    open_call(frame.ui, *operation, body, frame.world);
    frame.out.push_back(Call{"AddRecording", body, false});
    frame.out.push_back(ShowAdded{name});
}

void draw_when(Frame& frame) {
    ImportState& state = frame.ui.importing;
    const Recording& recording = *state.recording;
    const bool may_keep = recording.first() >= frame.world.now;
    constexpr Choice kWhen[] = {{"First row now"}, {"At their own times"}};
    std::size_t chosen = state.keeps_times ? 1 : 0;
    if (segmented(frame, "When", kWhen, std::size(kWhen), chosen,
                  std::min(page_width(frame), 320.0f))) {
        state.keeps_times = chosen == 1 && may_keep;
        if (chosen == 1 && !may_keep)
            frame.ui.toast("The clock is past the first row, " + time_text(recording.first()) +
                               ". Start a session before it to keep the times.",
                           Tone::Warn);
    }
    gap(frame, 8);
    const Timestamp first = state.keeps_times ? recording.first() : frame.world.now;
    const Timestamp last = first + (recording.last() - recording.first());
    paragraph(frame,
              recording.moments() == 1
                  ? "All of it happens at " + time_text(first) + "."
                  : "Happens from " + time_text(first) + " to " + time_text(last) + ", " +
                        duration_text(last - first) + " of it.",
              Tone::Muted, Face::Body);
}

void draw_adding(Frame& frame) {
    ImportState& state = frame.ui.importing;
    Scope scope(frame, "Add");
    const std::string problem = name_problem(frame);
    text(frame, "Call it", Tone::Faint, Face::Small);
    gap(frame, 4);
    text_field(frame, "Name", state.recording_name,
               {.width = std::min(page_width(frame), 320.0f), .wrong = !problem.empty()});
    if (!problem.empty()) {
        gap(frame, 4);
        paragraph(frame, problem, Tone::Danger, Face::Small);
    }
    gap(frame, 12);
    text(frame, "When its rows happen", Tone::Faint, Face::Small);
    gap(frame, 4);
    draw_when(frame);
    gap(frame, 12);
    if (button(frame, "Add to the session",
               {.kind = ButtonKind::Primary, .enabled = problem.empty()}))
        add_recording(frame, true);
    ImGui::SameLine(0, frame.px(8));
    const bool narrow = page_width(frame) < 420;
    if (narrow) {
        ImGui::NewLine();
        gap(frame, 8);
    }
    if (button(frame, "Open the call",
               {.enabled = problem.empty(), .tip = "AddRecording in the editor, to be changed"}))
        add_recording(frame, false);
    ImGui::SameLine(0, frame.px(8));
    if (button(frame, "Discard", {.kind = ButtonKind::Quiet})) drop_import(frame.ui);
}

void draw_summary(Frame& frame) {
    const ImportState& state = frame.ui.importing;
    const ReadReport& report = state.report;
    const Recording& recording = *state.recording;
    Scope scope(frame, "Read");
    gap(frame, 20);
    text(frame, "What it has", Tone::Plain, Face::SmallStrong);
    gap(frame, 8);
    fact_line(frame, "Format",
              format_words(enum_word(report.format)) + ", " +
                  bytes_text(static_cast<double>(report.bytes)));
    fact_line(frame, "Rows", count_text(static_cast<std::size_t>(report.rows)));
    fact_line(frame, "Kept", counted(report.values, "value", "values"), Tone::Ok);
    if (report.empty_cells > 0)
        fact_line(frame, "Empty",
                  counted(report.empty_cells, "cell", "cells") + ": nothing was measured");
    fact_line(frame, "Refused", counted(report.refused, "row or value", "rows and values"),
              report.refused > 0 ? Tone::Warn : Tone::Plain);
    fact_line(frame, "Recorded",
              time_text(recording.first()) + " to " + time_text(recording.last()));
    const auto things = static_cast<std::int64_t>(recording.things().size());
    std::string known = counted(things, "thing", "things");
    if (state.registered == state.counted)
        known += things == 1 ? ", registered here" : ", all registered here";
    else
        known += ", " + count_text(state.registered) +
                 " registered here. Behaviors that watch "
                 "registered things or groups judge no other";
    fact_line(frame, "Things", known, state.registered == state.counted ? Tone::Plain : Tone::Warn);
    std::string metrics;
    std::size_t shown = 0;
    for (const RecordedSeries& series : recording.series()) {
        if (++shown > 8) break;
        metrics += (metrics.empty() ? "" : ", ") + series.name.substr(0, series.name.find('\n'));
    }
    if (recording.series().size() > 8)
        metrics += " and " + count_text(recording.series().size() - 8) + " more";
    fact_line(frame, "Metrics", metrics);
    if (report.unordered_rows > 0)
        fact_line(frame, "Order",
                  counted(report.unordered_rows, "row was", "rows were") +
                      " older than an earlier one, and put in order");
}

}  // namespace

void draw_refusals(Frame& frame) {
    const ReadReport& report = frame.ui.importing.report;
    if (report.refusals.empty()) return;
    Scope scope(frame, "Refused");
    gap(frame, 20);
    text(frame, "Refused, and why", Tone::Plain, Face::SmallStrong);
    for (const RefusedRows& rows : report.refusals) {
        gap(frame, 12);
        chip(frame, shouted_words(enum_word(rows.reason)), Tone::Warn);
        ImGui::SameLine(0, frame.px(8));
        text(frame, count_text(static_cast<std::size_t>(rows.count)), Tone::Plain, Face::Strong);
        gap(frame, 4);
        paragraph(frame, rows.advice, Tone::Muted, Face::Body);
        for (const RefusedExample& example : rows.examples) {
            gap(frame, 6);
            const float left = ImGui::GetCursorPosX();
            text(frame, "Line " + std::to_string(example.line), Tone::Faint, Face::Small);
            ImGui::SameLine(left + frame.px(88));
            text_fitted(frame, example.text, page_width(frame), Tone::Plain, Face::MonoSmall);
            ImGui::SetCursorPosX(left + frame.px(88));
            paragraph(frame, example.message, Tone::Muted, Face::Small);
        }
        const auto left_out = static_cast<std::size_t>(rows.count) - rows.examples.size();
        if (left_out == 0) continue;
        gap(frame, 4);
        text(frame, "and " + count_text(left_out) + " more", Tone::Faint, Face::Small);
    }
}

void draw_head(Frame& frame) {
    std::string_view rest = frame.ui.importing.head;
    if (rest.empty()) return;
    Scope scope(frame, "Head");
    gap(frame, 20);
    text(frame, "Its first lines", Tone::Plain, Face::SmallStrong);
    gap(frame, 8);
    while (!rest.empty()) {
        const std::size_t size = std::min(rest.find('\n'), rest.size());
        if (size > 0)
            text_fitted(frame, rest.substr(0, size), page_width(frame), Tone::Muted,
                        Face::MonoSmall);
        rest.remove_prefix(std::min(size + 1, rest.size()));
        gap(frame, 2);
    }
}

void draw_review(Frame& frame) {
    text_fitted(frame, frame.ui.importing.name, page_width(frame), Tone::Plain, Face::Title);
    gap(frame, 12);
    draw_adding(frame);
    if (frame.ui.importing.step != ImportStep::Review) return;  // it was discarded
    draw_summary(frame);
    draw_refusals(frame);
    draw_head(frame);
    draw_columns(frame);
}

}  // namespace picket::ui
