// What the files of the World pane share.
#pragma once

#include <string>

#include "../frame.h"
#include "../items/section.h"
#include "../shape_text.h"

namespace picket::ui {

inline std::string quoted(std::string_view text) { return '"' + std::string(text) + '"'; }

inline constexpr float kListIndent = 8;      // of the first column, CSS pixels
float row_height(const Frame& frame);        // CSS pixels
std::string key_name(std::string_view key);  // one line, for the probe
GridState& grid_of(Frame& frame, const Section& section);

// Shows a section, or a row in it. With `remember` the row shown before can be come back to.
void open_section(UiState& ui, std::string_view section);
void open_item(UiState& ui, const ItemRef& item, bool remember = true);
void close_item(UiState& ui);

// Opens the editor with a call; an empty body is the operation's own start.
void edit_call(Frame& frame, std::string_view operation, std::string body = {});

// At the start of a session in which something is due: the one thing to press. CSS pixels; 0: there
// is none.
float invitation_height(const Frame& frame, const Rect& place);
void draw_invitation(Frame& frame, float top, const Rect& place);

// Returns its height, CSS pixels.
float draw_navigation(Frame& frame, const Section& shown, float width);
void draw_list(Frame& frame, const Section& section);
// The Tab key goes through the table that is begun next as through all else; ImGui makes a room of
// its own of one that scrolls.
void flatten_table();
// The row that the keys go on from: the chosen one, or that whose panel was closed.
const ItemRef& last_item(const WorldState& state);
// The titles of a list, which sort it; between TableSetupScrollFreeze and the rows.
void draw_titles(Frame& frame, GridState& grid, std::span<const GridColumn> columns, float height);
// The section's filters, over its list.
void draw_filters(Frame& frame, const Section& section, GridState& grid);
// How far a long order is, and the way out of it; meanwhile the order before is shown.
void draw_ordering(Frame& frame, GridState& grid, std::size_t rows);
void draw_section_empty(Frame& frame, const Section& section);
// The numbers of the newest events about a subject, as far as they have been looked for.
const std::vector<std::int64_t>& mentions_of(Frame& frame, const std::string& subject);
// Text that goes somewhere when it is pressed; needs an ID of its own.
bool link(Frame& frame, std::string_view shown, float width, Tone tone);
void draw_item_choice(Frame& frame, const ItemChoice& choice);
// What a device of a simulated fleet measures.
void draw_simulated(Frame& frame, const std::string& fleet_name);
void draw_document(Frame& frame, const std::string& document);
// Why the behavior is in alarm on the device at a moment, or why not, as ExplainBehavior says.
void draw_explanation(Frame& frame, const Pair& pair, std::span<const Moment> moments);
// Brings `state` up to date with what the service says of the pair at its moment.
void follow_explanation(Frame& frame, ExplainState& state, const Pair& pair,
                        std::span<const Moment> moments);
// Shows one setting among all of them.
void open_setting(Frame& frame, std::string_view name);
void draw_dossier(Frame& frame, const Dossier& dossier);
void draw_item_panel(Frame& frame);

}  // namespace picket::ui
