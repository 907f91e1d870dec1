// What the World pane can show: areas, their sections, and what a row of each has to say. Data and
// plain functions over a const World; views draw them.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "chart/plot_math.h"
#include "picket/world.h"
#include "theme.h"

namespace picket::ui {

struct Frame;

enum class Area : std::uint8_t { Fleet, Detect, Audit, Mitigation, Access, Session };
struct AreaInfo {
    Area area;
    std::string_view title;
    std::string_view doc;
};
std::span<const AreaInfo> areas();

// A row of a section, by a name that lasts: {"things", "pump"}.
struct ItemRef {
    std::string section;
    std::string key;
    bool empty() const { return section.empty(); }
    bool operator==(const ItemRef&) const = default;
};

enum class Look : std::uint8_t { Text, Strong, Mono, State, Quiet };
struct Cell {
    std::string text;
    std::int64_t rank = 0;  // what columns that sort by rank sort by
};
struct GridColumn {
    std::string_view title;
    float width = 160;  // CSS pixels
    Look look = Look::Text;
    bool by_rank = false;  // numbers and times; else by text
    void (*fill)(const World& world, const TableInfo::Row& row, Cell& cell) = nullptr;

    // Takes what room is left, as texts do.
    bool stretches() const {
        return !by_rank && (look == Look::Text || look == Look::Strong || look == Look::Mono);
    }
};

// What the panel beside a list says of one row.
struct Fact {
    std::string label;
    std::string text;
    Tone tone = Tone::Plain;
    ItemRef link = {};
};
struct FactGroup {
    std::string title;
    std::vector<Fact> facts = {};
    std::size_t left_out = 0;  // facts that were too many to list
};
// A call about the row, for the editor.
struct ItemAction {
    std::string_view label;
    std::string_view operation;
    std::string body;
    std::string_view tip = {};
    bool runs = false;  // at once, without the editor
};
// One of several values that a press sets at once, by a call with the option's body.
struct ItemChoice {
    struct Option {
        std::string_view label;
        std::string body;
        std::string_view tip = {};
    };
    std::string_view label;
    std::string_view operation;
    std::vector<Option> options = {};
    std::size_t current = 0;
};
// A behavior on a device, and when ExplainBehavior is to tell what was the case.
struct Pair {
    std::string thing, profile, behavior;
    bool empty() const { return thing.empty() || behavior.empty(); }
    bool operator==(const Pair&) const = default;
};
struct Moment {
    std::string_view label;
    std::optional<Timestamp> time = {};  // absent: now
};
struct Dossier {
    std::string title;
    std::string state;     // a word of tone_of_state, or empty
    std::string subtitle;  // an ARN or an id, to be copied
    std::string mentions;  // the subject of chronicle lines about it
    std::vector<FactGroup> groups = {};
    std::vector<ItemAction> actions = {};
    // Executions over time, and where each of them leads.
    std::vector<ChartBar> bars = {};
    std::vector<ItemRef> bar_links = {};
    std::vector<ItemChoice> choices = {};
    std::vector<ItemAction> at_once = {};
    std::string_view at_once_title = {};
    std::string simulated = {};  // the fleet whose values are shown
    std::string document = {};   // JSON, laid out
    Pair pair = {};
    std::vector<Moment> moments = {};  // at which the pair can be explained, the first at first
    std::size_t bars_left_out = 0;

    FactGroup& group(std::string title_text) {
        groups.push_back({std::move(title_text)});
        return groups.back();
    }
};
inline constexpr std::size_t kRelatedMax = 12;  // links per group

inline constexpr std::size_t kBarsMax = 500;  // executions of a task

// What to do about an empty list.
struct EmptyText {
    std::string_view title;
    std::string_view body;
    std::string_view action = {};  // label of the button
    std::string_view operation = {};
    std::string (*payload)(const World& world) = nullptr;  // null: the operation's own start
};

// Rows of one value of a column, to be chosen over the list. With a facet, the values that there
// are and their counts come from the section's index of facets; without one the column is a time.
struct ListFilter {
    std::string_view label;
    int column = 0;
    std::string_view facet = {};
    int column_before = -1;  // of facets such as "profile/behavior": the column of what comes
                             // before the slash
    bool counted = false;    // the most frequent values stand over the list with their counts
};

inline constexpr int kTableOrder = -1, kReversed = -2;  // how a list starts

struct Section {
    Area area;
    std::string_view id;     // "things"
    std::string_view title;  // "Things"
    std::string_view table;  // of the World; empty: it lists something else
    std::span<const GridColumn> columns;
    std::string (*key)(const TableInfo::Row& row);
    std::size_t (*place)(const World& world, std::string_view key);  // table size when absent
    void (*describe)(const World& world, const TableInfo::Row& row, Dossier& dossier);
    EmptyText empty;
    std::string_view create = {};          // operation behind the button over the list
    std::string_view create_label = {};    // "New thing"
    void (*draw)(Frame& frame) = nullptr;  // instead of the list
    int sorted = kTableOrder;              // or a column, with its greatest value first
    // Adds what only the engine can say.
    void (*extend)(Frame& frame, const TableInfo::Row& row, Dossier& dossier) = nullptr;
    std::span<const ListFilter> filters = {};
    Table<FacetKey, Empty> World::*facets = nullptr;
    // The section that makes rows of this one, instead of an operation.
    std::string_view leads_to = {};
};
std::span<const Section> sections();
const Section* find_section(std::string_view id);

// The row a reference names; row.key is null when there is none.
struct FoundRow {
    const Section* section = nullptr;
    const TableInfo* table = nullptr;
    std::size_t place = 0;
    TableInfo::Row row;
};
FoundRow find_row(const World& world, const ItemRef& item);

Dossier dossier_of(const World& world, const FoundRow& found);

}  // namespace picket::ui
