// Find and replace over a text, without ImGui.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "document.h"

namespace picket::ui {

inline constexpr std::size_t kMatchesMax = 10'000;

enum class FindMode : std::uint8_t { Closed, Find, Replace, Line };

struct FindState {
    FindMode mode = FindMode::Closed;
    bool wants_focus = false;
    bool goes_on = false;  // a replacement is under way; then to the next match
    bool case_matters = false;
    std::string what;
    std::string with;
    std::string line;  // of "go to line", as typed
    std::vector<Range> matches;
    // What `matches` were found for.
    std::uint64_t revision = 0;
    std::string found;
    bool found_case = false;
};

// Places that do not overlap, in text order, at most kMatchesMax. Letters of ASCII are compared
// without their case unless it matters.
std::vector<Range> find_all(std::string_view text, std::string_view what, bool case_matters);
// Looks again when the text or the wish is another.
void update_matches(FindState& find, const Document& document);
// The match that is selected.
std::optional<std::size_t> current_match(const FindState& find, const Document& document);
// The match after the selection, or before it, round the end.
std::optional<std::size_t> next_match(const FindState& find, const Document& document,
                                      bool backward);
// All matches replaced, as one edit from the first to the last of them.
struct Replacement {
    Range range;
    std::string with;
};
Replacement replaced_all(const FindState& find, const Document& document);
// "2 of 14", "14 found", "not found".
std::string matches_text(const FindState& find, const Document& document);

}  // namespace picket::ui
