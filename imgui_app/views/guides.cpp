// Guides: what happens in them is told chapter by chapter, and each step is a press. Calls go
// through the editor, so that what was sent stays in sight.
#include "../items/guides.h"

#include <algorithm>

#include "../editor/json_tokens.h"
#include "../items/areas.h"
#include "../payload.h"
#include "../widgets.h"
#include "picket/ascii.h"
#include "views.h"
#include "world_parts.h"

namespace picket::ui {
namespace {

const std::vector<Guide>& all_guides(GuideState& state) {
    if (state.guides.empty()) {
        for (const std::string_view text : guide_texts()) state.guides.push_back(read_guide(text));
    }
    return state.guides;
}

const GuideStep* step_at(const Guide& guide, std::size_t number) {
    for (const GuideChapter& chapter : guide.chapters) {
        if (number < chapter.steps.size()) return &chapter.steps[number];
        number -= chapter.steps.size();
    }
    return nullptr;
}

// What a step has begun goes on between frames.
bool works(const Frame& frame) { return frame.ui.clock.until || frame.ui.replaying; }

// The session that is shown stays as a branch; the guide has an empty one of its own.
void start_guide(Frame& frame, std::size_t number) {
    GuideState& state = frame.ui.world.guide;
    state.open = number;
    state.next = state.run_to = 0;
    state.stays = true;
    frame.out.push_back(MakeBranch{});
    frame.out.push_back(StartOver{false, state.guides[number].session});
}

void run_step(Frame& frame, const GuideStep& step) {
    GuideState& state = frame.ui.world.guide;
    ++state.next;
    if (step.operation.empty()) {
        const Timestamp now = frame.world.now;
        if (step.before_entry > 0) return frame.out.push_back(RewindBefore{step.before_entry});
        const Timestamp to = step.next_event ? frame.timeline.next_due.value_or(now)
                                             : step.until.value_or(now + step.seconds * kSecond);
        if (to < now) return frame.out.push_back(Rewind{to});
        return frame.out.push_back(AdvanceTo{to});
    }
    const Operation* operation = find_operation(step.operation);
    if (operation == nullptr) return;
    const std::string body = format_json(step.body) + '\n';
    open_call(frame.ui, *operation, body, frame.world);
    frame.out.push_back(Call{step.operation, body, step.dry_run});
    frame.ui.world.guide.stays = true;
}

// Steps up to `run_to` follow one another as soon as the clock rests.
void follow_guide(Frame& frame, const Guide& guide) {
    GuideState& state = frame.ui.world.guide;
    if (state.stays) {  // a phone shows one pane: the guide, and not the answer
        state.stays = false;
        frame.ui.layout.pane = Pane::World;
    }
    if (state.next >= state.run_to || works(frame)) return;
    if (const GuideStep* step = step_at(guide, state.next)) run_step(frame, *step);
    frame.ui.wake_in(0);
}

// A paragraph over the width of the pane.
void told(Frame& frame, std::string_view shown, Tone tone) {
    ImGui::PushTextWrapPos(ImGui::GetCursorPosX() + ImGui::GetContentRegionAvail().x -
                           frame.px(16));
    text(frame, shown, tone);
    ImGui::PopTextWrapPos();
}

bool matches(const Guide& guide, std::string_view filter) {
    return ascii::contains(guide.name, filter) || ascii::contains(guide.description, filter) ||
           ascii::contains(guide.group, filter) || ascii::contains(guide.what_to_see, filter);
}

void draw_card(Frame& frame, const Guide& guide, std::size_t number) {
    ImGui::PushID(static_cast<int>(number));
    gap(frame, 16);
    Scope scope(frame, guide.name);
    text(frame, guide.name, Tone::Plain, Face::Strong);
    gap(frame, 2);
    told(frame, guide.description, Tone::Muted);
    gap(frame, 8);
    if (button(frame, "Begin",
               {.kind = number == 0 ? ButtonKind::Primary : ButtonKind::Plain, .small = true}))
        start_guide(frame, number);
    ImGui::SameLine(0, frame.px(12));
    text(frame, std::to_string(guide.steps) + " steps", Tone::Faint, Face::Small);
    ImGui::PopID();
}

void draw_cards(Frame& frame, GuideState& state) {
    const auto& guides = all_guides(state);
    text(frame, "Walk through it", Tone::Plain, Face::Title);
    gap(frame, 4);
    told(frame,
         "Each guide plays in a session of its own, step by step. What is open now stays as a "
         "branch.",
         Tone::Muted);
    gap(frame, 12);
    const float width = ImGui::GetContentRegionAvail().x / frame.scale - 16;
    search_field(frame, "Filter guides", "Attack, alarm, setting", state.filter, false,
                 std::min(width, 320.0f));
    std::string_view group;
    bool any = false;
    for (std::size_t i = 0; i < guides.size(); ++i) {
        if (!matches(guides[i], state.filter)) continue;
        if (guides[i].group != group) {
            group = guides[i].group;
            gap(frame, 24);
            text(frame, group, Tone::Faint, Face::SmallStrong);
        }
        draw_card(frame, guides[i], i);
        any = true;
    }
    if (any) return;
    gap(frame, 24);
    text(frame, "No guide tells of that.", Tone::Muted);
}

void draw_step(Frame& frame, const GuideStep& step, std::size_t number) {
    GuideState& state = frame.ui.world.guide;
    Scope scope(frame, "Step " + std::to_string(number + 1));
    const bool done = number < state.next, current = number == state.next;
    const Tone tone = done ? Tone::Muted : current ? Tone::Plain : Tone::Faint;
    const std::string words = step.operation.empty() ? step.words
                              : step.words.empty()   ? step.operation
                                                     : step.operation + "  \xC2\xB7  " + step.words;
    const ImVec2 at = ImGui::GetCursorScreenPos();
    ImGui::GetWindowDrawList()->AddCircleFilled(ImVec2(at.x + frame.px(5), at.y + frame.px(9)),
                                                frame.px(4),
                                                colour_of(frame, done      ? Tone::Ok
                                                                 : current ? Tone::Accent
                                                                           : Tone::Faint));
    ImGui::Indent(frame.px(20));
    const bool looks = done && !step.look_at.empty();
    const float room = ImGui::GetContentRegionAvail().x / frame.scale - (looks ? 96 : 16);
    text_fitted(frame, words, room, tone);
    if (looks) {
        ImGui::SameLine(0, frame.px(12));
        ImGui::PushID(static_cast<int>(number));
        if (link(frame, "Look at it", 80, Tone::Accent)) open_section(frame.ui, step.look_at);
        ImGui::PopID();
    }
    if (current) {
        gap(frame, 6);
        if (button(frame, "Run this step",
                   {.kind = ButtonKind::Primary, .enabled = !works(frame), .small = true}))
            run_step(frame, step);
    }
    ImGui::Unindent(frame.px(20));
    gap(frame, 6);
}

void draw_chapter(Frame& frame, const GuideChapter& chapter, std::size_t first) {
    const GuideState& state = frame.ui.world.guide;
    const std::size_t end = first + chapter.steps.size();
    const bool open = state.next >= first && state.next < end;
    if (!chapter.text.empty()) {
        gap(frame, 12);
        told(frame, chapter.text, state.next >= first ? Tone::Plain : Tone::Faint);
        gap(frame, 8);
    }
    for (std::size_t i = 0; i < chapter.steps.size(); ++i)
        draw_step(frame, chapter.steps[i], first + i);
    if (!open || end - state.next < 2) return;
    ImGui::Indent(frame.px(20));
    if (button(frame, "Run the rest of it",
               {.small = true, .tip = "All steps up to the next text"}))
        frame.ui.world.guide.run_to = end;
    ImGui::Unindent(frame.px(20));
}

void draw_guide(Frame& frame, const Guide& guide) {
    GuideState& state = frame.ui.world.guide;
    follow_guide(frame, guide);
    if (button(frame, "All guides", {.kind = ButtonKind::Quiet, .small = true})) {
        state.open.reset();
        return;
    }
    gap(frame, 8);
    text(frame, guide.name, Tone::Plain, Face::Title);
    gap(frame, 4);
    told(frame, guide.description, Tone::Muted);
    if (!guide.what_to_see.empty()) {
        gap(frame, 4);
        told(frame, "What to see: " + guide.what_to_see, Tone::Muted);
    }
    gap(frame, 8);
    for (const auto& [name, value] : guide.session.settings) {
        ImGui::PushID(name.c_str());
        if (link(frame, "Set: " + name + " is " + value,
                 ImGui::GetContentRegionAvail().x / frame.scale - 16, Tone::Accent))
            open_setting(frame, name);
        ImGui::PopID();
        gap(frame, 4);
    }
    std::size_t first = 0;
    for (const GuideChapter& chapter : guide.chapters) {
        draw_chapter(frame, chapter, first);
        first += chapter.steps.size();
    }
    if (state.next < guide.steps) return;
    gap(frame, 12);
    chip(frame, "That was all", Tone::Ok);
}

}  // namespace

void draw_guides(Frame& frame) {
    GuideState& state = frame.ui.world.guide;
    const auto& guides = all_guides(state);
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, ImVec2(frame.px(8), 0));
    ImGui::BeginChild("guides", ImVec2(0, 0), ImGuiChildFlags_NavFlattened);
    ImGui::Indent(frame.px(16));
    gap(frame, 16);
    if (state.open && *state.open < guides.size())
        draw_guide(frame, guides[*state.open]);
    else
        draw_cards(frame, state);
    gap(frame, 24);
    ImGui::Unindent(frame.px(16));
    end_child();
    ImGui::PopStyleVar();
}

}  // namespace picket::ui
