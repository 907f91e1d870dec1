// What the data says of the profile in the editor: a line under the text, and a panel of figures,
// costs and what they rest on in its place.
#include <algorithm>

#include "../assessing.h"
#include "../shape_text.h"
#include "../widgets.h"
#include "views.h"
#include "world_parts.h"

namespace picket::ui {
namespace {

constexpr const char* kNoData = "On your data: there is none. Simulate a fleet, or import a "
                                "recording.";

std::string count_of(std::int64_t count) { return count_text(static_cast<std::size_t>(count)); }

bool has_data(const AssessmentState& state) { return state.shown && state.shown->datapoints > 0; }

std::string line_text(const AssessmentState& state) {
    if (state.work) {
        const int part = static_cast<int>(100 * state.work->progress());
        return "Looking at your data: " + std::to_string(part) + " %";
    }
    if (!state.problem.empty()) return "Your data is looked at once the problems are mended.";
    if (!state.shown) return "On your data: write a behavior to see what it makes of it.";
    if (!has_data(state)) return kNoData;
    return "On your data: " + alarms_text(state.shown->expected_alarms_per_day) + ", " +
           money_text(state.shown->usd_per_month) + " a month";
}

void draw_wrapped(Frame& frame, std::string_view shown, Tone tone) {
    ImGui::PushTextWrapPos(ImGui::GetCursorPosX() + ImGui::GetContentRegionAvail().x -
                           frame.px(16));
    text(frame, shown, tone, Face::Small);
    ImGui::PopTextWrapPos();
    gap(frame, 4);
}

// Words at the left and a number at the right end of a line.
void draw_figure(Frame& frame, std::string_view label, std::string_view figure, Face face) {
    const float width = ImGui::GetContentRegionAvail().x / frame.scale - 16;
    const float right = text_width(frame, figure, face) / frame.scale;
    const float left = ImGui::GetCursorPosX();
    const float top = ImGui::GetCursorPosY();
    text_fitted(frame, label, width - right - 12, Tone::Muted, Face::Small);
    const float below = ImGui::GetCursorPosY();
    ImGui::SetCursorPos(ImVec2(left + frame.px(width - right), top));
    text(frame, figure, Tone::Plain, face);
    ImGui::SetCursorPos(ImVec2(left, below));
    gap(frame, 4);
}

void draw_head(Frame& frame, const AssessSecurityProfileResponse& shown) {
    const std::string devices = shown.devices_looked_at == shown.devices_measured
                                    ? count_of(shown.devices_measured)
                                    : count_of(shown.devices_looked_at) + " of " +
                                          count_of(shown.devices_measured);
    draw_wrapped(frame,
                 devices + " devices, " + count_of(shown.datapoints) + " datapoints, from " +
                     time_text(*shown.start_time) + " to " + time_text(*shown.end_time) + ".",
                 Tone::Muted);
    gap(frame, 8);
}

void draw_behavior(Frame& frame, const AssessSecurityProfileResponse& shown,
                   const AssessedBehavior& behavior) {
    Scope scope(frame, behavior.name);
    text_fitted(frame, behavior.name, ImGui::GetContentRegionAvail().x / frame.scale - 16,
                Tone::Plain, Face::SmallStrong);
    gap(frame, 4);
    draw_wrapped(frame, behavior.text, Tone::Muted);
    if (behavior.observed) {
        const ObservedValues& seen = *behavior.observed;
        const std::pair<const char*, double> figures[] = {
            {"Half of the values are at most", seen.p50},
            {"90 % are at most", seen.p90},
            {"99 % are at most", seen.p99},
            {"The largest", seen.largest}};
        for (const auto& [label, figure] : figures)
            draw_figure(frame, label, value_label(figure), Face::SmallStrong);
    }
    draw_figure(frame, "To be expected of all devices",
                alarms_text(behavior.expected_alarms_per_day), Face::SmallStrong);
    for (const AssessmentFinding& finding : shown.findings) {
        if (finding.behavior == behavior.name)
            draw_wrapped(frame, finding.message,
                         finding.severity == FindingSeverity::Note ? Tone::Accent : Tone::Warn);
    }
    gap(frame, 12);
}

std::string_view cost_words(CostItem item) {
    switch (item) {
    case CostItem::RulesDatapoints:
        return "datapoints of rules";
    case CostItem::MlDatapoints:
        return "datapoints of models";
    case CostItem::AuditedDevices:
        return "audited devices";
    }
    return {};
}

void draw_costs(Frame& frame, const AssessSecurityProfileResponse& shown) {
    Scope scope(frame, "Costs");
    text(frame, "Costs in a month", Tone::Plain, Face::SmallStrong);
    gap(frame, 4);
    for (const CostLine& line : shown.costs) {
        const std::string what(cost_words(line.item));
        const std::string label = count_of(line.quantity) + " " + what + ", " +
                                  value_label(line.price_usd) + " USD for " +
                                  count_of(line.price_for);
        draw_figure(frame, label, money_text(line.usd_per_month), Face::Small);
    }
    draw_figure(frame, "Together", money_text(shown.usd_per_month), Face::SmallStrong);
    draw_figure(frame, "In an account's first month", money_text(shown.first_month_usd),
                Face::Small);
    gap(frame, 12);
}

void draw_rest(Frame& frame, const AssessSecurityProfileResponse& shown) {
    Scope scope(frame, "Assumptions");
    const std::size_t count = shown.assumptions.size() + shown.settings.size();
    chip(frame, "Rests on " + std::to_string(count) + " assumptions", Tone::Warn);
    tip(frame, "What is not known, and settings that you can change.");
    gap(frame, 8);
    for (const std::string& sentence : shown.assumptions)
        draw_wrapped(frame, sentence, Tone::Muted);
    for (const ExplainedSetting& setting : shown.settings) {
        ImGui::PushID(setting.name.c_str());
        const float width = ImGui::GetContentRegionAvail().x / frame.scale - 16;
        if (link(frame, setting.name + " = " + setting.value, width, Tone::Accent))
            open_setting(frame, setting.name);
        ImGui::PopID();
        gap(frame, 4);
    }
}

void draw_panel(Frame& frame) {
    const AssessmentState& state = frame.ui.assessment;
    gap(frame, 8);
    if (button(frame, "Back to the payload", {.small = true})) frame.ui.assessment.open = false;
    gap(frame, 12);
    if (!state.shown) return draw_wrapped(frame, line_text(state), Tone::Muted);
    if (!has_data(state)) {
        draw_wrapped(frame, kNoData, Tone::Muted);
    } else {
        draw_head(frame, *state.shown);
    }
    for (const AssessmentFinding& finding : state.shown->findings) {
        if (!finding.behavior) draw_wrapped(frame, finding.message, Tone::Warn);
    }
    for (const AssessedBehavior& behavior : state.shown->behaviors)
        draw_behavior(frame, *state.shown, behavior);
    draw_costs(frame, *state.shown);
    draw_rest(frame, *state.shown);
}

void mark_findings(Frame& frame) {
    AssessmentState& state = frame.ui.assessment;
    RequestState& request = frame.ui.request;
    if (!state.fresh || request.analysis.pending || state.asked != state.wanted) return;
    state.fresh = false;
    std::vector<Finding> found;
    if (state.shown) found = findings_in(request.payload.document.text(), *state.shown);
    set_data_findings(request.analysis, request.payload.document, std::move(found));
}

}  // namespace

void follow_assessment(Frame& frame) {
    AssessmentState& state = frame.ui.assessment;
    const RequestState& request = frame.ui.request;
    if (!is_assessable(request.operation)) {
        if (state.operation != nullptr) state = {};
        return;
    }
    const Document& document = request.payload.document;
    if (state.operation != request.operation) state = {.operation = request.operation};
    if (state.revision != document.revision()) {
        state.revision = document.revision();
        std::string wanted = assessment_request(request.operation, document.text());
        // What is no profile yet is waited for, and what was known of the text before stays.
        if (wanted != state.wanted && !wanted.empty()) {
            state.wanted = std::move(wanted);
            state.work.reset();
            state.due_ms.reset();
        }
    }
    const bool runs = frame.ui.clock.playing || frame.ui.clock.until;
    const bool old = state.asked != state.wanted ||
                     (!state.asked.empty() && !runs && !still_assessed(state, frame.world));
    if (!old) {
        state.due_ms.reset();
    } else if (!state.due_ms) {
        state.due_ms = frame.ui.now_ms + (state.asked.empty() ? 0 : kAssessmentPauseMs);
    }
    if (state.due_ms && frame.ui.now_ms >= *state.due_ms) {
        state.due_ms.reset();
        frame.out.push_back(Assess{state.wanted});
    } else if (state.due_ms) {
        frame.ui.wake_in(*state.due_ms - frame.ui.now_ms);
    }
    mark_findings(frame);
}

float assessment_height(const Frame& frame) {
    if (!is_assessable(frame.ui.request.operation)) return 0;
    return frame.touch ? 52 : 40;
}

void draw_assessment_line(Frame& frame, float width) {
    AssessmentState& state = frame.ui.assessment;
    const float height = assessment_height(frame);
    if (height == 0) return;
    Scope scope(frame, "On your data");
    const float top = ImGui::GetCursorPosY();
    const std::string_view label = state.open ? "Payload" : "Figures";
    const float right = button_width(frame, label, true) / frame.scale;
    ImGui::SetCursorPos(ImVec2(frame.px(16), top + frame.px((height - 16) / 2)));
    text_fitted(frame, line_text(state), width - 32 - right - 8, Tone::Muted, Face::Small);
    const float control = frame.touch ? 40 : 28;
    ImGui::SetCursorPos(
        ImVec2(frame.px(width - 8 - right), top + frame.px((height - control) / 2)));
    if (button(frame, label,
               {.kind = ButtonKind::Quiet,
                .small = true,
                .tip = state.open ? "Back to what is written"
                                  : "What each behavior makes of your data, and what it costs"}))
        state.open = !state.open;
}

void draw_assessment(Frame& frame, float width, float height) {
    Scope scope(frame, "On your data");
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, ImVec2(frame.px(8), 0));
    ImGui::BeginChild("assessment", ImVec2(frame.px(width), frame.px(height)),
                      ImGuiChildFlags_NavFlattened);
    ImGui::Indent(frame.px(16));
    draw_panel(frame);
    gap(frame, 24);
    ImGui::Unindent(frame.px(16));
    end_child();
    ImGui::PopStyleVar();
}

}  // namespace picket::ui
