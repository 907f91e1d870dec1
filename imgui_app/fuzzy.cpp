// Greedy from each place where the first letter fits: names are short, so all of them are tried.
#include "fuzzy.h"

#include <algorithm>

namespace picket::ui {
namespace {

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }
bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }

bool begins_word(std::string_view name, std::size_t at) {
    if (at == 0) return true;
    const char before = name[at - 1];
    const bool between = before == ' ' || before == '-' || before == '_' || before == ':' ||
                         before == '/' || before == '.';
    return between || (is_upper(name[at]) && !is_upper(before));
}

int score_from(std::string_view typed, std::string_view name, std::size_t at) {
    int score = 0;
    bool beside = false;
    for (const char c : typed) {
        if (c == ' ') {
            beside = false;
            continue;
        }
        std::size_t found = at;
        // The next letter of a word's beginning is preferred to a letter in between.
        if (!(beside && found < name.size() && lower(name[found]) == lower(c))) {
            std::size_t any = std::string_view::npos, word = std::string_view::npos;
            for (std::size_t i = at; i < name.size(); ++i) {
                if (lower(name[i]) != lower(c)) continue;
                if (any == std::string_view::npos) any = i;
                if (begins_word(name, i)) {
                    word = i;
                    break;
                }
            }
            found = word != std::string_view::npos ? word : any;
        }
        if (found >= name.size()) return 0;
        score += 10;
        if (begins_word(name, found)) score += 12;
        if (found == at && beside) score += 16;
        at = found + 1;
        beside = true;
    }
    return score;
}

}  // namespace

int fuzzy_score(std::string_view typed, std::string_view name) {
    if (typed.find_first_not_of(' ') == std::string_view::npos) return 1;
    int best = 0;
    for (std::size_t at = 0; at < name.size(); ++at)
        best = std::max(best, score_from(typed, name, at));
    if (best == 0) return 0;
    return best * 4 - std::min<int>(static_cast<int>(name.size()), 100) + 100;
}

}  // namespace picket::ui
