// The calls that made this World, newest first: what each did, and how to undo it, go back to
// before it, or make it again.
#include <algorithm>

#include "../items/areas.h"
#include "../items/json_facts.h"
#include "../items/rows.h"
#include "../widgets.h"
#include "imgui_internal.h"
#include "views.h"
#include "world_parts.h"

namespace picket::ui {
namespace {

constexpr std::size_t kEffectsMax = 40;

std::string_view state_of(const Frame& frame, const JournalEntry& entry) {
    if (entry.failure) return "fails now";
    return entry.id > frame.timeline.applied ? "ahead" : "";
}

void draw_entry(Frame& frame, const JournalEntry& entry, float height) {
    WorldState& state = frame.ui.world;
    const std::string key = std::to_string(entry.id);
    const ImVec2 at = ImGui::GetCursorPos();
    const float width = ImGui::GetContentRegionAvail().x;
    const bool selected = state.item == ItemRef{"history", key};
    ImGui::PushID(static_cast<int>(entry.id));
    ImGui::SetCursorPosX(at.x + frame.px(4));
    if (list_row(frame, "Call " + key, selected, height))
        open_item(frame.ui, {"history", key}, false);
    const ImVec2 after = ImGui::GetCursorPos();
    const float small = at.y + frame.px((height - kSmallSize) / 2);
    float x = at.x + frame.px(16), end = at.x + width - frame.px(16);
    if (width > frame.px(480)) {
        ImGui::SetCursorPos(ImVec2(x, small));
        text(frame, time_text(entry.time), Tone::Faint, Face::Small);
        x += frame.px(152);
    }
    const std::string_view word = state_of(frame, entry);
    if (!word.empty()) {
        end -= frame.px(80);
        ImGui::SetCursorPos(ImVec2(end, small));
        state_mark(frame, word);
    }
    const float name = std::min(frame.px(200), end - x);
    ImGui::SetCursorPos(ImVec2(x, at.y + frame.px((height - kBodySize) / 2)));
    text_fitted(frame, entry.operation, name / frame.scale,
                word == "ahead" ? Tone::Faint : Tone::Plain);
    x += name + frame.px(8);
    if (end - x > frame.px(48)) {
        ImGui::SetCursorPos(ImVec2(x, small));
        const std::string_view detail = entry.failure ? *entry.failure : entry.body.text;
        text_fitted(frame, detail.substr(0, 400), (end - x) / frame.scale - 8,
                    entry.failure ? Tone::Danger : Tone::Muted, Face::MonoSmall);
    }
    ImGui::SetCursorPos(after);
    ImGui::PopID();
}

// What an undo did, with the calls that fail without what it took away.
void draw_undone(Frame& frame) {
    const UndoState& undone = frame.ui.undone;
    if (!undone.engine) return;
    Scope scope(frame, "Undone");
    ImGui::PushStyleColor(
        ImGuiCol_ChildBg,
        soft_colour_of(frame, undone.failing.empty() ? Tone::Accent : Tone::Warn));
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(frame.px(12), frame.px(8)));
    ImGui::SetCursorPos(ImVec2(frame.px(12), ImGui::GetCursorPosY() + frame.px(8)));
    ImGui::BeginChild("undone", ImVec2(ImGui::GetContentRegionAvail().x - frame.px(12), 0),
                      ImGuiChildFlags_NavFlattened | ImGuiChildFlags_AutoResizeY |
                          ImGuiChildFlags_AlwaysUseWindowPadding);
    const std::size_t count = undone.failing.size();
    text_wrapped(frame, undone.what + " was taken back" +
                            (count == 0 ? ", and all later calls still succeed."
                             : count == 1
                                 ? ". 1 later call fails without it:"
                                 : ". " + std::to_string(count) + " later calls fail without it:"));
    for (std::size_t i = 0; i < std::min<std::size_t>(count, 4); ++i)
        text_fitted(frame, undone.failing[i], 0, Tone::Danger, Face::Small);
    gap(frame, 4);
    if (button(frame, "Put it back", {.small = true})) frame.out.push_back(Restore{});
    ImGui::SameLine();
    if (button(frame, "Keep it so", {.kind = ButtonKind::Quiet, .small = true}))
        frame.out.push_back(KeepUndone{});
    end_child();
    ImGui::PopStyleVar();
    ImGui::PopStyleColor();
    gap(frame, 8);
}

void draw_entries(Frame& frame, float width) {
    const auto& journal = frame.timeline.journal;
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, ImVec2(0, 0));
    ImGui::BeginChild("entries", ImVec2(width, 0), ImGuiChildFlags_NavFlattened);
    gap(frame, 4);
    const float height = row_height(frame);
    ImGuiListClipper clipper;
    clipper.Begin(static_cast<int>(journal.size()), frame.px(height));
    while (clipper.Step()) {
        for (int i = clipper.DisplayStart; i < clipper.DisplayEnd; ++i)
            draw_entry(frame, journal.at(journal.size() - 1 - static_cast<std::size_t>(i))->value,
                       height);
    }
    end_child();
    ImGui::PopStyleVar();
}

// Its events lie together, near the place that its time has in the chronicle.
void add_effects(const World& world, const JournalEntry& entry, FactGroup& group) {
    std::size_t low = 0, high = world.chronicle.size();
    while (low < high) {
        const std::size_t middle = (low + high) / 2;
        if (world.chronicle.at(middle)->value.time < entry.time)
            low = middle + 1;
        else
            high = middle;
    }
    for (auto at = world.chronicle.at(low); at != world.chronicle.end(); ++at) {
        const ChronicleEvent& event = at->value;
        if (event.entry_id != entry.id) {
            if (event.time > entry.time) break;
            continue;
        }
        if (group.facts.size() == kEffectsMax) return void(++group.left_out);
        group.facts.push_back(
            {{}, event.text, Tone::Plain, {"chronicle", std::to_string(at->key)}});
    }
}

void draw_entry_panel(Frame& frame, const JournalEntry& entry) {
    Scope scope(frame, "Item");
    Dossier dossier;
    FactGroup& facts = dossier.group("");
    facts.facts.push_back({"Time", time_text(entry.time)});
    if (entry.failure) facts.facts.push_back({"Fails now", *entry.failure, Tone::Danger});
    add_json_facts(dossier.group("With"), entry.body.text);
    add_effects(frame.world, entry, dossier.group("What it did"));
    dossier.actions = {{"Edit and run again", entry.operation, entry.body.text}};
    ImGui::SetCursorPos(ImVec2(frame.px(16), frame.px(16)));
    text_fitted(frame, entry.operation, ImGui::GetWindowWidth() / frame.scale - 96, Tone::Plain,
                Face::Strong);
    ImGui::SetCursorPos(
        ImVec2(ImGui::GetWindowWidth() - frame.px(frame.touch ? 52 : 40), frame.px(12)));
    if (icon_button(frame, Icon::Close, "Close", "Close (Escape)",
                    {.kind = ButtonKind::Quiet, .small = true})) {
        close_item(frame.ui);
        focus_list(frame.ui.focus);
    }
    ImGui::SetCursorPos(ImVec2(frame.px(16), frame.px(frame.touch ? 56 : 44)));
    if (button(frame, "Undo", {.small = true, .tip = "Replay everything without this call"}))
        frame.out.push_back(Undo{entry.id});
    ImGui::SameLine();
    if (button(frame, "Go back to before it",
               {.small = true, .tip = "Rewind; this call and later ones stay ahead"}))
        frame.out.push_back(RewindBefore{entry.id});
    gap(frame, 4);
    draw_dossier(frame, dossier);
}

}  // namespace

void draw_journal(Frame& frame) {
    const auto& journal = frame.timeline.journal;
    draw_undone(frame);
    if (journal.empty()) return draw_section_empty(frame, *find_section("history"));
    const ItemRef& item = frame.ui.world.item;
    const JournalEntry* open = item.section == "history" ? journal.find(key_number(item.key))
                                                         : nullptr;
    const float width = ImGui::GetContentRegionAvail().x;
    const bool covers = open != nullptr && width < frame.px(560);
    const float panel = std::clamp(width * 0.5f, frame.px(320), frame.px(520));
    const float top = ImGui::GetCursorPosY();
    if (!covers) draw_entries(frame, open != nullptr ? width - panel : 0);
    if (open == nullptr) return;
    ImGui::SetCursorPos(ImVec2(covers ? 0 : width - panel, top));
    ImGui::BeginChild("entry", ImVec2(0, 0), ImGuiChildFlags_NavFlattened,
                      ImGuiWindowFlags_NoScrollbar | ImGuiWindowFlags_NoScrollWithMouse);
    draw_entry_panel(frame, *open);
    end_child();
}

}  // namespace picket::ui
