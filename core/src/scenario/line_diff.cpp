// The longest common subsequence between the common beginning and end. Texts that differ in too
// many lines for its table are shown as one block removed and one added.
#include "scenario/line_diff.h"
#include "text/say.h"

#include <algorithm>
#include <cstdint>
#include <vector>

namespace picket {
namespace {

constexpr std::size_t kContext = 2;
constexpr std::uint64_t kCellsMax = 4'000'000;

using Lines = std::vector<std::string_view>;

Lines lines_of(std::string_view text) {
    Lines lines;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        lines.push_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return lines;
}

struct Line {
    char mark;  // ' ', '-' or '+'
    std::string_view text;
};

// The part between the common ends.
void middle(const Lines& before, std::size_t b_begin, std::size_t b_end, const Lines& after,
            std::size_t a_begin, std::size_t a_end, std::vector<Line>& out) {
    const std::size_t rows = b_end - b_begin;
    const std::size_t columns = a_end - a_begin;
    if ((std::uint64_t{rows} + 1) * (columns + 1) > kCellsMax) {
        for (std::size_t i = b_begin; i < b_end; ++i) out.push_back({'-', before[i]});
        for (std::size_t j = a_begin; j < a_end; ++j) out.push_back({'+', after[j]});
        return;
    }
    // common[i][j]: length of the longest common subsequence of the rests from i and j.
    const std::size_t width = columns + 1;
    std::vector<std::uint32_t> common((rows + 1) * width);
    for (std::size_t i = rows; i-- > 0;) {
        for (std::size_t j = columns; j-- > 0;) {
            common[i * width + j] = before[b_begin + i] == after[a_begin + j]
                                        ? common[(i + 1) * width + j + 1] + 1
                                        : std::max(common[(i + 1) * width + j],
                                                   common[i * width + j + 1]);
        }
    }
    std::size_t i = 0;
    std::size_t j = 0;
    while (i < rows || j < columns) {
        if (i < rows && j < columns && before[b_begin + i] == after[a_begin + j]) {
            out.push_back({' ', before[b_begin + i]});
            ++i;
            ++j;
        } else if (i < rows &&
                   (j == columns || common[(i + 1) * width + j] >= common[i * width + j + 1])) {
            out.push_back({'-', before[b_begin + i++]});
        } else {
            out.push_back({'+', after[a_begin + j++]});
        }
    }
}

}  // namespace

std::string line_diff(std::string_view before_text, std::string_view after_text,
                      std::size_t lines_max) {
    if (before_text == after_text) return {};
    const Lines before = lines_of(before_text);
    const Lines after = lines_of(after_text);
    std::size_t head = 0;
    while (head < before.size() && head < after.size() && before[head] == after[head]) ++head;
    std::size_t tail = 0;
    while (tail < before.size() - head && tail < after.size() - head &&
           before[before.size() - 1 - tail] == after[after.size() - 1 - tail]) {
        ++tail;
    }
    std::vector<Line> all;
    for (std::size_t i = 0; i < head; ++i) all.push_back({' ', before[i]});
    middle(before, head, before.size() - tail, after, head, after.size() - tail, all);
    for (std::size_t i = before.size() - tail; i < before.size(); ++i)
        all.push_back({' ', before[i]});

    std::vector<bool> shown(all.size(), false);
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (all[i].mark == ' ') continue;
        const std::size_t begin = i - std::min(i, kContext);
        const std::size_t end = std::min(i + kContext + 1, all.size());
        std::fill(shown.begin() + static_cast<std::ptrdiff_t>(begin),
                  shown.begin() + static_cast<std::ptrdiff_t>(end), true);
    }
    std::string out;
    std::size_t count = 0;
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (!shown[i]) {
            if (i == 0 || shown[i - 1]) out += "  ...\n";
            continue;
        }
        if (count++ == lines_max) return say("{}  ... and more\n", out);
        out += all[i].mark;
        out += ' ';
        out.append(all[i].text).append("\n");
    }
    return out;
}

}  // namespace picket
