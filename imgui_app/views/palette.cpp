// One field that reaches everything: operations, views, things and other rows by name, settings,
// and commands of the workbench. A few letters are enough.
#include <algorithm>

#include "../fuzzy.h"
#include "../items/rows.h"
#include "../widgets.h"
#include "heard.h"
#include "imgui_internal.h"
#include "picket/settings.h"
#include "views.h"
#include "world_parts.h"

namespace picket::ui {
namespace {

constexpr const char* kPalettePopup = "Commands";
constexpr std::size_t kShown = 50;

struct Deed {
    std::string_view label;
    std::string_view keys;
    void (*run)(Frame& frame);
};
constexpr Deed kDeeds[] = {
    {"Run the payload", "Ctrl+Enter", [](Frame& frame) { send_payload(frame, false); }},
    {"Dry run", "Ctrl+Shift+Enter", [](Frame& frame) { send_payload(frame, true); }},
    {"Play", "", [](Frame& frame) { frame.out.push_back(Play{}); }},
    {"Pause", "", [](Frame& frame) { frame.out.push_back(Pause{}); }},
    {"Next event", "",
     [](Frame& frame) {
         if (frame.timeline.next_due) frame.out.push_back(AdvanceTo{*frame.timeline.next_due});
     }},
    {"One hour on", "",
     [](Frame& frame) { frame.out.push_back(AdvanceTo{frame.world.now + kHour}); }},
    {"One day on", "",
     [](Frame& frame) { frame.out.push_back(AdvanceTo{frame.world.now + kDay}); }},
    {"Rewind to the start", "",
     [](Frame& frame) { frame.out.push_back(Rewind{frame.timeline.start}); }},
    {"Branch from here", "", [](Frame& frame) { frame.out.push_back(MakeBranch{}); }},
    {"Light theme", "", [](Frame& frame) { frame.ui.theme = ThemeChoice::Light; }},
    {"Dark theme", "", [](Frame& frame) { frame.ui.theme = ThemeChoice::Dark; }},
    {"High contrast theme", "", [](Frame& frame) { frame.ui.theme = ThemeChoice::HighContrast; }},
    {"Theme of the system", "", [](Frame& frame) { frame.ui.theme = ThemeChoice::System; }},
    {"Larger", "Ctrl +", [](Frame& frame) { zoom_by(frame.ui, 1); }},
    {"Smaller", "Ctrl -", [](Frame& frame) { zoom_by(frame.ui, -1); }},
    {"Normal size", "Ctrl 0", [](Frame& frame) { frame.ui.zoom = 1; }},
    {"Layout as at first", "", [](Frame& frame) { frame.ui.layout = {}; }},
    {"Shortcuts", "?", [](Frame& frame) { frame.ui.sheet_opens = true; }},
};

struct Hit {
    int score = 0;
    std::string label;
    std::string kind;
    const Deed* deed = nullptr;
    const Operation* operation = nullptr;
    const SettingInfo* setting = nullptr;
    ItemRef item;
    std::string section;
};

class Search {
public:
    Search(Frame& frame, std::string_view typed) : frame_(frame), typed_(typed) {}

    std::vector<Hit> run() {
        for (const Deed& deed : kDeeds)
            offer(deed.label, deed.keys, [&](Hit& hit) { hit.deed = &deed; });
        for (const Section& section : sections()) {
            const std::string_view area = areas()[static_cast<std::size_t>(section.area)].title;
            offer(std::string(area) + ": " + std::string(section.title), "view",
                  [&](Hit& hit) { hit.section = section.id; });
        }
        for (const Operation& operation : operations())
            offer(operation.name, operation.group, [&](Hit& hit) { hit.operation = &operation; });
        for (const SettingInfo& setting : settings())
            offer(setting.name, "setting", [&](Hit& hit) { hit.setting = &setting; });
        if (!typed_.empty()) add_rows();
        std::stable_sort(hits_.begin(), hits_.end(), [](const Hit& left, const Hit& right) {
            return left.score > right.score;
        });
        if (hits_.size() > kShown) hits_.resize(kShown);
        return std::move(hits_);
    }

private:
    template <class F>
    void offer(std::string_view label, std::string_view kind, F&& fill) {
        const int score = fuzzy_score(typed_, label);
        if (score == 0) return;
        Hit hit;
        hit.score = score;
        hit.label = label;
        hit.kind = kind;
        fill(hit);
        hits_.push_back(std::move(hit));
    }
    // Rows whose names begin so: found by look-up, however many there are.
    template <class T>
    void rows_of(const Table<std::string, T>& table, std::string_view section,
                 std::string_view kind) {
        std::size_t found = 0;
        for (auto at = table.lower_bound(typed_); at != table.end() && found < 8; ++at, ++found) {
            if (std::string_view(at->key).substr(0, typed_.size()) != typed_) break;
            const std::string& name = at->key;
            offer(name, kind, [&](Hit& hit) {
                hit.item = {std::string(section), name};
                hit.score += 40;
            });
        }
    }
    void add_rows() {
        const World& world = frame_.world;
        rows_of(world.things, "things", "thing");
        rows_of(world.thing_groups, "groups", "group");
        rows_of(world.security_profiles, "profiles", "security profile");
        rows_of(world.mitigation_actions, "actions", "mitigation action");
        rows_of(world.policies, "policies", "policy");
        rows_of(world.certificates, "certificates", "certificate");
        rows_of(world.scheduled_audits, "scheduled-audits", "scheduled audit");
        rows_of(world.role_aliases, "role-aliases", "role alias");
        rows_of(world.detect_tasks, "detect-tasks", "task");
    }

    Frame& frame_;
    std::string_view typed_;
    std::vector<Hit> hits_;
};

void run(Frame& frame, const Hit& hit) {
    if (hit.deed != nullptr) hit.deed->run(frame);
    if (hit.operation != nullptr) edit_call(frame, hit.operation->name);
    if (hit.setting != nullptr) {
        open_section(frame.ui, "settings");
        frame.ui.world.grids["settings"].order.filter = hit.setting->name;
        frame.ui.layout.pane = Pane::World;
    }
    if (!hit.section.empty()) {
        open_section(frame.ui, hit.section);
        frame.ui.layout.pane = Pane::World;
    }
    if (!hit.item.empty()) open_item(frame.ui, hit.item);
    // The keys go where one wanted to.
    if (hit.setting != nullptr || !hit.section.empty() || !hit.item.empty())
        focus_list(frame.ui.focus);
    ImGui::CloseCurrentPopup();
}

void draw_hits(Frame& frame, const std::vector<Hit>& hits, bool moved) {
    PaletteState& state = frame.ui.palette;
    if (hits.empty()) return text(frame, "Nothing is called so", Tone::Muted);
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, ImVec2(0, 0));
    for (std::size_t i = 0; i < hits.size(); ++i) {
        ImGui::PushID(static_cast<int>(i));
        if (menu_row(frame, hits[i].label, hits[i].kind, i == state.highlighted))
            run(frame, hits[i]);
        if (moved && i == state.highlighted) ImGui::SetScrollHereY(0.5f);
        ImGui::PopID();
    }
    ImGui::PopStyleVar();
}

}  // namespace

void zoom_by(UiState& ui, int steps) {
    constexpr float kSizes[] = {0.6f, 0.7f, 0.8f, 0.9f, 1, 1.1f, 1.25f, 1.5f, 1.75f, 2, 2.5f};
    const auto nearest = std::min_element(
        std::begin(kSizes), std::end(kSizes), [&](float left, float right) {
            return std::abs(left - ui.zoom) < std::abs(right - ui.zoom);
        });
    const auto at = std::clamp<std::ptrdiff_t>(nearest - std::begin(kSizes) + steps, 0,
                                               std::ssize(kSizes) - 1);
    ui.zoom = kSizes[at];
    ui.toast("Zoom " + std::to_string(static_cast<int>(ui.zoom * 100 + 0.5f)) + " %");
}

void draw_palette(Frame& frame) {
    PaletteState& state = frame.ui.palette;
    if (state.opens) {
        state = {};
        ImGui::OpenPopup(kPalettePopup);
    }
    const ImVec2 screen = ImGui::GetIO().DisplaySize;
    const float width = std::min(frame.px(640), screen.x - frame.px(16));
    const float height = std::min(frame.px(440), screen.y - frame.px(32));
    ImGui::SetNextWindowPos(ImVec2(std::round((screen.x - width) / 2),
                                   std::max(frame.px(8), std::round(screen.y * 0.12f))));
    if (!begin_tool_popup(frame, kPalettePopup, width, std::min(height, screen.y - frame.px(16))))
        return;
    Scope scope(frame, kPalettePopup);
    bool moved = search_field(frame, "Search everything",
                              "Operations, views, things, settings, commands", state.search,
                              ImGui::IsWindowAppearing());
    if (moved) state.highlighted = 0;
    const auto hits = Search(frame, state.search).run();
    const auto pressed = [](ImGuiKey key) { return ImGui::IsKeyPressed(key); };
    if (pressed(ImGuiKey_DownArrow) && state.highlighted + 1 < hits.size())
        moved = true, ++state.highlighted;
    if (pressed(ImGuiKey_UpArrow) && state.highlighted > 0) moved = true, --state.highlighted;
    if (pressed(ImGuiKey_Enter) && state.highlighted < hits.size())
        run(frame, hits[state.highlighted]);
    if (pressed(ImGuiKey_Escape)) ImGui::CloseCurrentPopup();
    hear_list(frame, "Search everything", hits.size(), state.highlighted, [&](std::size_t i) {
        return std::string(hits[i].label) + ", " + std::string(hits[i].kind);
    });
    ImGui::BeginChild("list", ImVec2(0, 0), ImGuiChildFlags_NavFlattened, ImGuiWindowFlags_NoNav);
    draw_hits(frame, hits, moved);
    end_child();
    hold_cursor();
    ImGui::EndPopup();
}

}  // namespace picket::ui
