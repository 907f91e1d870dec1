// Why a behavior is in alarm on a device at a moment, or why not. The service looks again at what
// it did then (ExplainBehavior); the view shows what it answered: the verdict in words, the values
// against the threshold, the counters, the steps, and the settings it rests on.
#include <algorithm>

#include "../chart/chart.h"
#include "../items/explanation.h"
#include "../items/rows.h"
#include "../shape_text.h"
#include "../widgets.h"
#include "imgui_internal.h"
#include "views.h"
#include "world_parts.h"

namespace picket::ui {
namespace {

constexpr std::size_t kStepsShown = 6;

// The past is what it was, unless it is told anew. The present follows what is evaluated.
bool still_true(const Frame& frame, const World& then, bool past) {
    const World& now = frame.world;
    if (!then.security_profiles.shares_with(now.security_profiles) ||
        !then.settings.shares_with(now.settings))
        return false;
    return past ||
           (then.detect_blocks.shares_with(now.detect_blocks) &&
            then.profile_targets.shares_with(now.profile_targets) &&
            then.things.shares_with(now.things) && then.group_things.shares_with(now.group_things));
}

std::string question(const Frame& frame, const Pair& pair, const Moment& moment) {
    std::string key = "ExplainBehavior " + pair.thing + '\n' + pair.profile + '\n' + pair.behavior;
    if (moment.time)
        key += '\n' + std::to_string(moment.time->ms) + '\n' +
               std::to_string(frame.timeline.journal.size());
    return key;
}

// The answer about the moment; while the clock runs an older one about now will do.
const Answer* explained_at(Frame& frame, const Pair& pair, const Moment& moment) {
    const bool past = moment.time.has_value();
    const std::string key = question(frame, pair, moment);
    const auto at = frame.ui.answers.find(key);
    const bool known = at != frame.ui.answers.end();
    const bool runs = frame.ui.clock.playing || frame.ui.clock.until.has_value();
    if (!known || (!still_true(frame, at->second.world, past) && (past || !runs))) {
        std::string body = json_object({{"thingName", pair.thing},
                                        {"securityProfileName", pair.profile},
                                        {"behaviorName", pair.behavior}});
        if (past) body.insert(body.size() - 1, ",\"time\":" + seconds_text(*moment.time));
        frame.out.push_back(Ask{key, "ExplainBehavior", body});
    }
    return known ? &at->second : nullptr;
}

// A bound that never changes is a line, one of the fleet moves with it.
void draw_values(Frame& frame, ExplainState& state) {
    const Explanation& shown = state.shown;
    if (shown.values.empty()) return;
    std::vector<ChartSeries> series = {
        {"Value", Tone::Accent, points_data(shown.values, shown.gap, state.version)}};
    std::vector<ChartLine> lines;
    if (shown.bound_moves)
        series.push_back({"Percentile of the fleet", Tone::Warn,
                          points_data(shown.bounds, shown.gap, state.version)});
    else if (!shown.bounds.empty())
        lines.push_back({shown.bounds.front().y, "threshold " + value_label(shown.bounds.front().y),
                         Tone::Warn});
    ImGui::SetCursorPosX(ImGui::GetCursorPosX() - frame.px(16));
    draw_chart(frame,
               {.name = "Values",
                .series = series,
                .lines = lines,
                .bands = shown.windows,
                .dots = shown.violations},
               state.view, 176);
    gap(frame, 8);
}

// How much of a row of datapoints is together: a square for each.
void draw_counter(Frame& frame, std::string_view label, std::int64_t count, std::int64_t of,
                  Tone tone) {
    const std::string shown = std::to_string(count) + " of " + std::to_string(of);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    ImGui::Dummy(ImVec2(frame.px(16 * static_cast<float>(of)), frame.px(16)));
    for (std::int64_t i = 0; i < of; ++i) {
        const ImVec2 low(at.x + frame.px(16 * static_cast<float>(i)), at.y + frame.px(2));
        ImGui::GetWindowDrawList()->AddRectFilled(
            low, ImVec2(low.x + frame.px(12), low.y + frame.px(12)),
            i < count ? colour_of(frame, tone) : frame.colours.border, frame.px(3));
    }
    ImGui::SameLine(0, frame.px(8));
    text(frame, shown, Tone::Plain, Face::SmallStrong);
    ImGui::SameLine(0, frame.px(8));
    text(frame, label, Tone::Muted, Face::Small);
    note(frame, label, shown);
    gap(frame, 4);
}

void draw_counters(Frame& frame, const Pair& pair, const Explanation& shown) {
    const SecurityProfile* profile = frame.world.security_profiles.find(pair.profile);
    if (profile == nullptr || !profile->behaviors || shown.steps.empty()) return;
    for (const Behavior& behavior : *profile->behaviors) {
        if (behavior.name != pair.behavior || !behavior.criteria) continue;
        const ExplainedStep& last = shown.steps.back();
        draw_counter(frame, "violating in a row raise it",
                     last.in_alarm ? behavior.criteria->consecutive_datapoints_to_alarm.value_or(1)
                                   : last.violating,
                     behavior.criteria->consecutive_datapoints_to_alarm.value_or(1), Tone::Danger);
        draw_counter(frame, "conforming in a row clear it", last.conforming,
                     behavior.criteria->consecutive_datapoints_to_clear.value_or(1), Tone::Ok);
    }
    gap(frame, 4);
}

void draw_evaluated(Frame& frame, ExplainState& state) {
    const auto& steps = state.shown.steps;
    if (steps.empty()) return;
    Scope scope(frame, "Steps");
    text(frame, "What was evaluated, the newest first", Tone::Plain, Face::SmallStrong);
    gap(frame, 8);
    const std::size_t count = state.all_steps ? steps.size() : std::min(steps.size(), kStepsShown);
    for (std::size_t i = 0; i < count; ++i) {
        const ExplainedStep& step = steps[steps.size() - 1 - i];
        const Tone tone = !step.conforms ? Tone::Faint : *step.conforms ? Tone::Ok : Tone::Danger;
        const ImVec2 at = ImGui::GetCursorScreenPos();
        ImGui::GetWindowDrawList()->AddCircleFilled(ImVec2(at.x + frame.px(4), at.y + frame.px(8)),
                                                    frame.px(3.5f), colour_of(frame, tone));
        ImGui::Indent(frame.px(16));
        ImGui::PushTextWrapPos(ImGui::GetCursorPosX() + ImGui::GetContentRegionAvail().x -
                               frame.px(16));
        text(frame, step.text, Tone::Muted, Face::Small);
        ImGui::PopTextWrapPos();
        ImGui::Unindent(frame.px(16));
        gap(frame, 4);
    }
    if (steps.size() <= kStepsShown) return;
    const std::string label = state.all_steps ? "Fewer steps"
                                              : "All " + std::to_string(steps.size()) + " steps";
    if (button(frame, label, {.kind = ButtonKind::Quiet, .small = true}))
        state.all_steps = !state.all_steps;
}

// A moment long past, or of a large fleet, takes a while.
void draw_waiting(Frame& frame, float part) {
    text(frame,
         "Evaluating this stretch of time once more, " +
             std::to_string(static_cast<int>(part * 100)) + " %",
         Tone::Muted, Face::Small);
    gap(frame, 4);
    progress_bar(frame, part, std::min(240.0f, ImGui::GetContentRegionAvail().x / frame.scale));
    gap(frame, 8);
}

void draw_assumptions(Frame& frame, const Explanation& shown) {
    if (shown.settings.empty()) return;
    Scope scope(frame, "Assumptions");
    gap(frame, 8);
    const std::size_t count = shown.settings.size();
    chip(frame, "Rests on " + std::to_string(count) + (count == 1 ? " assumption" : " assumptions"),
         Tone::Warn);
    tip(frame, "AWS does not document these points. Each is a setting that you can change.");
    gap(frame, 8);
    for (const auto& [name, value] : shown.settings) {
        ImGui::PushID(name.c_str());
        const float width = ImGui::GetContentRegionAvail().x / frame.scale - 16;
        if (link(frame, name + " = " + value, width, Tone::Accent)) open_setting(frame, name);
        ImGui::PopID();
        gap(frame, 4);
    }
}

}  // namespace

void open_setting(Frame& frame, std::string_view name) {
    open_section(frame.ui, "settings");
    grid_of(frame, *find_section("settings")).order.filter = name;
}

void follow_explanation(Frame& frame, ExplainState& state, const Pair& pair,
                        std::span<const Moment> moments) {
    if (!(state.pair == pair)) state = {.pair = pair, .version = state.version};
    state.moment = std::min(state.moment, moments.size() - 1);
    const Moment& moment = moments[state.moment];
    const Answer* answer = explained_at(frame, pair, moment);
    state.part.reset();
    if (answer == nullptr) {
        for (const Asking& each : frame.ui.asking) {
            if (each.key == question(frame, pair, moment)) state.part = each.call.progress();
        }
    }
    if (answer == nullptr || answer->body == state.of) return;
    state.of = answer->body;
    state.shown = read_explanation(answer->body);
    state.view = {};
    ++state.version;
}

void draw_explanation(Frame& frame, const Pair& pair, std::span<const Moment> moments) {
    if (moments.empty()) return;
    ExplainState& state = frame.ui.world.explained;
    follow_explanation(frame, state, pair, moments);
    const Explanation& shown = state.shown;
    Scope scope(frame, "Verdict");
    if (moments.size() > 1) {
        std::vector<Choice> choices;
        for (const Moment& moment : moments) choices.push_back({moment.label});
        segmented(frame, "Moments", choices.data(), choices.size(), state.moment);
        gap(frame, 12);
    }
    if (state.part) return draw_waiting(frame, *state.part);
    ImGui::PushTextWrapPos(ImGui::GetCursorPosX() + ImGui::GetContentRegionAvail().x -
                           frame.px(16));
    if (!shown.problem.empty()) {
        text(frame, shown.problem, Tone::Danger);
    } else if (!shown.state.empty()) {
        chip(frame, verdict_words(shown.state), verdict_tone(shown.state));
        gap(frame, 8);
        for (const std::string& reason : shown.reasons) {
            text(frame, reason);
            gap(frame, 4);
        }
    }
    ImGui::PopTextWrapPos();
    gap(frame, 8);
    draw_values(frame, state);
    draw_counters(frame, pair, shown);
    draw_evaluated(frame, state);
    draw_assumptions(frame, shown);
    gap(frame, 8);
}

}  // namespace picket::ui
