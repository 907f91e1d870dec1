// See find.h.
#include "find.h"

#include <algorithm>

namespace picket::ui {
namespace {

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

bool same_at(std::string_view text, std::size_t at, std::string_view what) {
    for (std::size_t i = 0; i < what.size(); ++i) {
        if (lower(text[at + i]) != lower(what[i])) return false;
    }
    return true;
}

std::size_t next_place(std::string_view text, std::size_t at, std::string_view what,
                       bool case_matters) {
    if (case_matters) return text.find(what, at);
    const char first = lower(what[0]);
    for (; at + what.size() <= text.size(); ++at) {
        if (lower(text[at]) == first && same_at(text, at, what)) return at;
    }
    return std::string_view::npos;
}

}  // namespace

std::vector<Range> find_all(std::string_view text, std::string_view what, bool case_matters) {
    std::vector<Range> found;
    if (what.empty()) return found;
    std::size_t at = next_place(text, 0, what, case_matters);
    while (at != std::string_view::npos && found.size() < kMatchesMax) {
        found.push_back({at, at + what.size()});
        at = next_place(text, at + what.size(), what, case_matters);
    }
    return found;
}

void update_matches(FindState& find, const Document& document) {
    const bool same = find.revision == document.revision() && find.found == find.what &&
                      find.found_case == find.case_matters;
    if (same) return;
    find.revision = document.revision();
    find.found = find.what;
    find.found_case = find.case_matters;
    find.matches = find_all(document.text(), find.what, find.case_matters);
}

std::optional<std::size_t> current_match(const FindState& find, const Document& document) {
    const Range selected = document.selection();
    const auto at = std::lower_bound(
        find.matches.begin(), find.matches.end(), selected.begin,
        [](const Range& match, std::size_t begin) { return match.begin < begin; });
    if (at == find.matches.end() || !(*at == selected)) return std::nullopt;
    return static_cast<std::size_t>(at - find.matches.begin());
}

std::optional<std::size_t> next_match(const FindState& find, const Document& document,
                                      bool backward) {
    const std::size_t count = find.matches.size();
    if (count == 0) return std::nullopt;
    const Range selected = document.selection();
    if (backward) {
        for (std::size_t i = count; i-- > 0;) {
            if (find.matches[i].end <= selected.begin) return i;
        }
        return count - 1;
    }
    const std::size_t from = current_match(find, document) ? selected.end : selected.begin;
    for (std::size_t i = 0; i < count; ++i) {
        if (find.matches[i].begin >= from) return i;
    }
    return 0;
}

Replacement replaced_all(const FindState& find, const Document& document) {
    if (find.matches.empty()) return {};
    const std::string& text = document.text();
    Replacement out;
    out.range = {find.matches.front().begin, find.matches.back().end};
    std::size_t at = out.range.begin;
    for (const Range& match : find.matches) {
        out.with.append(text, at, match.begin - at);
        out.with += find.with;
        at = match.end;
    }
    return out;
}

std::string matches_text(const FindState& find, const Document& document) {
    if (find.what.empty()) return {};
    if (find.matches.empty()) return "not found";
    const std::string count = std::to_string(find.matches.size()) +
                              (find.matches.size() == kMatchesMax ? "+" : "");
    const auto current = current_match(find, document);
    return current ? std::to_string(*current + 1) + " of " + count : count + " found";
}

}  // namespace picket::ui
