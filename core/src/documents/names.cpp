// See names.h.
#include "documents/names.h"

#include <algorithm>
#include <vector>

#include "picket/ascii.h"

namespace picket {
namespace {

// A plural of capitals at the end, as in "roleARNs", is one word.
std::string plural_split(std::string_view name, char separator) {
    if (name.size() < 3 || name.back() != 's') return std::string(name);
    std::size_t begin = name.size() - 1;
    while (begin > 0 && ascii::is_upper(name[begin - 1])) --begin;
    if (name.size() - 1 - begin < 2) return std::string(name);
    return std::string(name.substr(0, begin)) + separator + ascii::lowered(name.substr(begin));
}

// A capital that lower case letters follow begins a word.
std::string split_words(const std::string& name, char separator) {
    std::string out;
    for (std::size_t i = 0; i < name.size();) {
        out += name[i++];
        if (i + 1 >= name.size() || !ascii::is_upper(name[i]) || !ascii::is_lower(name[i + 1]))
            continue;
        out += separator;
        out += name[i++];
        while (i < name.size() && ascii::is_lower(name[i])) out += name[i++];
    }
    return out;
}

std::string folded(std::string_view text) {
    std::string out;
    for (const char c : text) {
        if (c != '-' && c != '_') out += ascii::lower(c);
    }
    return out;
}

}  // namespace

std::string separated_name(std::string_view camel, char separator) {
    if (camel.find(separator) != std::string_view::npos) return std::string(camel);
    const std::string words = split_words(plural_split(camel, separator), separator);
    std::string out;
    for (std::size_t i = 0; i < words.size(); ++i) {
        const bool ends = i > 0 && ascii::is_upper(words[i]) &&
                          (ascii::is_lower(words[i - 1]) || ascii::is_digit(words[i - 1]));
        if (ends) out += separator;
        out += ascii::lower(words[i]);
    }
    return out;
}

const Operation* operation_by_cli_name(std::string_view name) {
    for (const Operation& operation : operations()) {
        if (operation.service == Service::Iot && option_name(operation.name) == name)
            return &operation;
    }
    return nullptr;
}

const MemberInfo* member_by_option(const ShapeInfo& shape, std::string_view option) {
    for (const MemberInfo& member : shape.members) {
        if (option_name(member.name) == option) return &member;
    }
    return nullptr;
}

std::size_t edit_distance(std::string_view left_text, std::string_view right_text) {
    constexpr std::size_t kNameMax = 128;
    if (left_text.size() > kNameMax || right_text.size() > kNameMax) return kNameMax;
    const std::string left = folded(left_text);
    const std::string right = folded(right_text);
    std::vector<std::size_t> row(right.size() + 1);
    for (std::size_t j = 0; j <= right.size(); ++j) row[j] = j;
    for (std::size_t i = 0; i < left.size(); ++i) {
        std::size_t diagonal = row[0];
        row[0] = i + 1;
        for (std::size_t j = 0; j < right.size(); ++j) {
            const std::size_t changed = diagonal + (left[i] == right[j] ? 0 : 1);
            diagonal = row[j + 1];
            row[j + 1] = std::min({changed, row[j] + 1, row[j + 1] + 1});
        }
    }
    return row[right.size()];
}

void Nearest::offer(std::string_view name) {
    const std::size_t distance = edit_distance(wanted_, name);
    if (distance >= distance_) return;
    distance_ = distance;
    name_ = name;
    found_ = true;
}

}  // namespace picket
