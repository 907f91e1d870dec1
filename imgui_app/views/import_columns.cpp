// What each column of a file was taken for, and what is said of all its rows. A change reads the
// file again.
#include <algorithm>

#include "../items/column_roles.h"
#include "import_parts.h"
#include "world_parts.h"

namespace picket::ui {
namespace {

constexpr const char* kRolesPopup = "Roles";
constexpr std::size_t kColumnsShown = 60;

struct Role {
    ColumnRole role;
    std::string_view label, hint;
};
constexpr Role kRoles[] = {
    {ColumnRole::Thing, "Thing", "names of things"},
    {ColumnRole::Time, "Time", "when it was measured"},
    {ColumnRole::OwnMetric, "A metric", "its values, one a row"},
    {ColumnRole::Metric, "Name of the metric", "one value a row"},
    {ColumnRole::Value, "Value", "of the metric that is named"},
    {ColumnRole::Ignored, "Ignored", ""},
};

std::string_view label_of(ColumnRole role) {
    for (const Role& each : kRoles) {
        if (each.role == role) return each.label;
    }
    return {};
}

void change(Frame& frame, const std::vector<ColumnUse>& uses) {
    const ImportState& state = frame.ui.importing;
    read_again(frame.ui, mapping_of(uses, state.mapping));
}

// True when another role was chosen; then the file is read again.
bool choose_role(Frame& frame, std::vector<ColumnUse>& uses, std::size_t at, float width) {
    if (dropdown(frame, "Role", label_of(uses[at].role), width)) ImGui::OpenPopup(kRolesPopup);
    bool chosen = false;
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(frame.px(8), frame.px(8)));
    if (ImGui::BeginPopup(kRolesPopup, ImGuiWindowFlags_NoMove)) {
        Scope scope(frame, kRolesPopup);
        for (const Role& each : kRoles) {
            if (!menu_row(frame, each.label, each.hint, each.role == uses[at].role)) continue;
            chosen = each.role != uses[at].role;
            if (chosen) give_role(uses, at, each.role);
            ImGui::CloseCurrentPopup();
        }
        ImGui::EndPopup();
    }
    ImGui::PopStyleVar();
    return chosen;
}

// The name of the metric that a column is.
bool name_metric(Frame& frame, std::vector<ColumnUse>& uses, std::size_t at, float width) {
    ImportState& state = frame.ui.importing;
    std::string draft = state.metric_draft_of == at ? state.metric_draft : uses[at].metric;
    const FieldEvents events = text_field(frame, "Metric", draft, {.width = width, .mono = true});
    if (events.active || events.changed) {
        state.metric_draft_of = at;
        state.metric_draft = draft;
    }
    if (!events.entered && !events.left) return false;
    state.metric_draft_of = SIZE_MAX;
    if (draft.empty() || draft == uses[at].metric) return false;
    uses[at].metric = draft;
    return true;
}

bool draw_column(Frame& frame, std::vector<ColumnUse>& uses, std::size_t at) {
    Scope scope(frame, uses[at].column);
    ImGui::PushID(static_cast<int>(at));
    const float left = ImGui::GetCursorPosX(), width = page_width(frame);
    const bool beside = width >= 480;
    const float role_width = 176, name_width = beside ? width - 2 * (role_width + 8) : width;
    text_fitted(frame, uses[at].column, name_width,
                uses[at].role == ColumnRole::Ignored ? Tone::Faint : Tone::Plain, Face::MonoSmall);
    if (beside)
        ImGui::SameLine(left + frame.px(name_width + 8));
    else
        gap(frame, 2);
    bool changed = choose_role(frame, uses, at, role_width);
    if (!changed && uses[at].role == ColumnRole::OwnMetric) {
        ImGui::SameLine(0, frame.px(8));
        changed = name_metric(frame, uses, at, beside ? role_width : width - role_width - 8);
    }
    gap(frame, beside ? 4 : 12);
    ImGui::PopID();
    return changed;
}

// A text that all rows share; empty: what the columns say.
bool say_of_all(Frame& frame, std::string_view label, std::string_view hint, std::string& draft,
                std::optional<std::string>& said) {
    text(frame, label, Tone::Faint, Face::Small);
    gap(frame, 4);
    ImGui::PushID(label.data());
    const FieldEvents events = text_field(
        frame, label, draft, {.width = std::min(page_width(frame), 320.0f), .hint = hint});
    ImGui::PopID();
    gap(frame, 8);
    if ((!events.entered && !events.left) || draft == said.value_or("")) return false;
    said = draft.empty() ? std::nullopt : std::optional(draft);
    return true;
}

template <class E>
bool say_one_of(Frame& frame, std::string_view label, const Choice* choices, std::size_t count,
                std::optional<E>& said) {
    text(frame, label, Tone::Faint, Face::Small);
    gap(frame, 4);
    std::size_t current = said ? static_cast<std::size_t>(*said) + 1 : 0;
    const bool changed = segmented(frame, label, choices, count, current,
                                   std::min(page_width(frame), 400.0f));
    gap(frame, 8);
    if (changed) said = current == 0 ? std::nullopt : std::optional(static_cast<E>(current - 1));
    return changed;
}

void draw_common(Frame& frame, bool is_csv) {
    ImportState& state = frame.ui.importing;
    RecordingMapping mapping = state.mapping;
    constexpr Choice kUnits[] = {{"As they look"}, {"Seconds"}, {"Milliseconds"}};
    constexpr Choice kSeparators[] = {{"As it looks"}, {"Comma"}, {"Semicolon"}, {"Tab"}};
    constexpr Choice kHeaders[] = {{"As it looks"}, {"Data"}, {"Names"}};
    bool changed = say_of_all(frame, "All rows are of the thing", "as the column says",
                              state.thing_draft, mapping.thing_name);
    changed |= say_of_all(frame, "All values are of the metric", "as the columns say",
                          state.metric_name_draft, mapping.metric_name);
    changed |= say_one_of(frame, "Times that are numbers", kUnits, std::size(kUnits),
                          mapping.time_unit);
    if (is_csv) {
        changed |= say_one_of(frame, "Between cells", kSeparators, std::size(kSeparators),
                              mapping.separator);
        changed |= say_one_of(frame, "First row", kHeaders, std::size(kHeaders),
                              mapping.has_header);
    }
    if (changed) read_again(frame.ui, std::move(mapping));
}

}  // namespace

void draw_columns(Frame& frame) {
    const ImportState& state = frame.ui.importing;
    const ReadReport report = state.report;
    if (report.rows == 0 && report.columns.empty()) return;
    Scope scope(frame, "Columns");
    gap(frame, 20);
    text(frame, "How it was read", Tone::Plain, Face::SmallStrong);
    gap(frame, 4);
    paragraph(frame, "A change reads the file again.", Tone::Muted, Face::Small);
    gap(frame, 8);
    std::vector<ColumnUse> uses = column_uses(report, state.mapping);
    for (std::size_t i = 0; i < std::min(uses.size(), kColumnsShown); ++i) {
        if (draw_column(frame, uses, i)) return change(frame, uses);
    }
    if (uses.size() > kColumnsShown)
        text(frame, "and " + count_text(uses.size() - kColumnsShown) + " more", Tone::Faint,
             Face::Small);
    gap(frame, 8);
    draw_common(frame, report.format == RecordingFormat::Csv);
}

}  // namespace picket::ui
