// Ranges of tables about pairs: all keys with the same first half.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "picket/model/common.h"
#include "picket/table.h"

namespace picket {

inline PairKey pair_begin(std::string_view first) { return {std::string(first), std::string()}; }

// The least key after all of them: no text lies between "a" and "a\0".
inline PairKey pair_end(std::string_view first) {
    return {std::string(first) + '\0', std::string()};
}

template <class T>
std::size_t pair_count(const Table<PairKey, T>& table, std::string_view first) {
    return table.rank(pair_end(first)) - table.rank(pair_begin(first));
}

// The second halves, in order; a copy, so that the table may be written afterwards.
template <class T>
std::vector<std::string> pair_seconds(const Table<PairKey, T>& table, std::string_view first) {
    std::vector<std::string> seconds;
    for (auto at = table.lower_bound(pair_begin(first));
         at != table.end() && at->key.first == first; ++at) {
        seconds.push_back(at->key.second);
    }
    return seconds;
}

}  // namespace picket
