// Longest common subsequence of lines between the common head and tail; rows of a World are short,
// so the square is small.
#include "diff_lines.h"

#include <algorithm>
#include <cstdint>

namespace picket::ui {
namespace {

using Lines = std::vector<std::string_view>;
constexpr std::size_t kCellsMax = 1u << 20;  // beyond this the middle is shown as replaced as a
                                             // whole

Lines split(std::string_view text) {
    Lines lines;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        lines.push_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return lines;
}

void add(std::vector<DiffLine>& out, char sign, const Lines& lines, std::size_t begin,
         std::size_t end) {
    for (std::size_t i = begin; i < end; ++i) out.push_back({sign, std::string(lines[i])});
}

// lengths[i * width + j]: the longest common subsequence of left[i..] and right[j..].
std::vector<std::uint32_t> common_lengths(const Lines& left, const Lines& right) {
    const std::size_t width = right.size() + 1;
    std::vector<std::uint32_t> lengths((left.size() + 1) * width, 0);
    for (std::size_t i = left.size(); i-- > 0;) {
        for (std::size_t j = right.size(); j-- > 0;) {
            lengths[i * width + j] = left[i] == right[j] ? lengths[(i + 1) * width + j + 1] + 1
                                                         : std::max(lengths[(i + 1) * width + j],
                                                                    lengths[i * width + j + 1]);
        }
    }
    return lengths;
}

void diff_middle(std::vector<DiffLine>& out, const Lines& left, const Lines& right) {
    if (left.size() * right.size() > kCellsMax) {
        add(out, '-', left, 0, left.size());
        add(out, '+', right, 0, right.size());
        return;
    }
    const auto lengths = common_lengths(left, right);
    const std::size_t width = right.size() + 1;
    std::size_t i = 0, j = 0;
    while (i < left.size() && j < right.size()) {
        if (left[i] == right[j]) {
            add(out, ' ', left, i, i + 1);
            ++i, ++j;
        } else if (lengths[(i + 1) * width + j] >= lengths[i * width + j + 1]) {
            add(out, '-', left, i, i + 1);
            ++i;
        } else {
            add(out, '+', right, j, j + 1);
            ++j;
        }
    }
    add(out, '-', left, i, left.size());
    add(out, '+', right, j, right.size());
}

}  // namespace

std::vector<DiffLine> diff_lines(std::string_view before, std::string_view after) {
    Lines left = split(before), right = split(after);
    const std::size_t least = std::min(left.size(), right.size());
    std::size_t head = 0, tail = 0;
    while (head < least && left[head] == right[head]) ++head;
    while (tail < least - head && left[left.size() - 1 - tail] == right[right.size() - 1 - tail])
        ++tail;
    std::vector<DiffLine> out;
    add(out, ' ', left, 0, head);
    diff_middle(out,
                Lines(left.begin() + static_cast<std::ptrdiff_t>(head),
                      left.end() - static_cast<std::ptrdiff_t>(tail)),
                Lines(right.begin() + static_cast<std::ptrdiff_t>(head),
                      right.end() - static_cast<std::ptrdiff_t>(tail)));
    add(out, ' ', left, left.size() - tail, left.size());
    return out;
}

}  // namespace picket::ui
