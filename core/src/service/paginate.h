// Pages of lists. A token is a key-after: the page goes on behind the last key seen, whatever came
// and went meanwhile, so an item that is there for the whole walk is seen exactly once. Tokens are
// opaque URL-safe text, survive save and load, and are bound to the operation and its filters:
// another list's token is refused, never misread.
//
// Cost: O(log n + page) without a filter. A filtered walk looks at kScanMax items per call at most
// and then hands out a token, so a page may hold fewer items than asked for, or none, before the
// last one. Clients that follow nextToken see no difference.
#pragma once

#include <algorithm>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>

#include "picket/model/common.h"
#include "picket/model/detect.h"
#include "picket/model/facet.h"
#include "picket/model/metric_value.h"
#include "picket/model/training.h"
#include "picket/model/logging.h"
#include "picket/model/work.h"
#include "picket/table.h"

namespace picket {

inline constexpr std::int64_t kPageDefault = 25;
inline constexpr std::size_t kScanMax = 10'000;

struct Page {
    std::string operation;
    bool by_marker = false;  // pageSize and marker instead of maxResults and nextToken
    bool backward = false;   // walk_places goes from the end to the beginning
    std::string scope;       // 16 hex digits that stand for the operation and its filters
    std::size_t size = 0;
    std::optional<std::string> after;  // the key-after as text; absent on the first page

    std::string token(std::string_view key) const;
    Error damaged_token() const;
};

// Reads the two paging members. `filters` are all other members that decide what is listed, in a
// fixed order.
Result<Page> read_page(std::string_view operation, std::initializer_list<std::string_view> filters,
                       std::optional<std::int64_t> max_results,
                       const std::optional<std::string>& next_token);

// The same for lists of the older kind: pageSize, marker, and isAscendingOrder, which reverses what
// lists newest first. A marker is text of the standard alphabet of base64.
Result<Page> read_marker_page(std::string_view operation,
                              std::initializer_list<std::string_view> filters,
                              std::optional<std::int64_t> page_size,
                              const std::optional<std::string>& marker,
                              std::optional<bool> ascending);

// A filter member as text for read_page: absent and empty differ.
inline std::string filter_text(const std::optional<std::string>& value) {
    return value ? "=" + *value : std::string();
}
inline std::string filter_text(const std::optional<bool>& value) {
    return !value ? std::string() : *value ? "=true" : "=false";
}

// Keys as text and back; false for what no key looks like. A key of an index of facets is told by
// time and id alone: the next page may walk another facet.
std::string page_key_text(const std::string& key);
std::string page_key_text(std::int64_t key);
std::string page_key_text(const PairKey& key);
std::string page_key_text(const NewestFirst& key);
std::string page_key_text(const NewestWithin& key);
std::string page_key_text(const DueKey& key);
std::string page_key_text(const FacetKey& key);
std::string page_key_text(const BehaviorPlace& key);
std::string page_key_text(const MetricDatumKey& key);
std::string page_key_text(const LogTargetKey& key);
std::string page_key_text(const AlarmCountKey& key);
bool read_page_key(std::string_view text, std::string& key);
bool read_page_key(std::string_view text, std::int64_t& key);
bool read_page_key(std::string_view text, PairKey& key);
bool read_page_key(std::string_view text, NewestFirst& key);
bool read_page_key(std::string_view text, NewestWithin& key);
bool read_page_key(std::string_view text, DueKey& key);
bool read_page_key(std::string_view text, FacetKey& key);
bool read_page_key(std::string_view text, BehaviorPlace& key);
bool read_page_key(std::string_view text, MetricDatumKey& key);
bool read_page_key(std::string_view text, LogTargetKey& key);
bool read_page_key(std::string_view text, AlarmCountKey& key);

// One page of the entries from key `first` on for as long as within(key): matches(entry) picks,
// add(entry) takes one. Returns the token of the next page, absent when this is the last.
template <class Key, class T, class Within, class Matches, class Add>
Result<std::optional<std::string>> walk_page(const Page& page, const Table<Key, T>& table,
                                             const Key& first, Within&& within, Matches&& matches,
                                             Add&& add) {
    auto at = table.lower_bound(first);
    if (page.after) {
        Key after = first;  // what a token leaves out is as in the first key
        if (!read_page_key(*page.after, after)) return page.damaged_token();
        if (!(after < first)) at = table.upper_bound(after);
    }
    const Key* last = nullptr;
    std::size_t taken = 0;
    std::size_t scanned = 0;
    for (; at != table.end() && within(at->key); ++at) {
        const auto entry = *at;
        const bool match = matches(entry);
        if (scanned == kScanMax || (match && taken == page.size)) {
            return std::optional<std::string>(page.token(page_key_text(*last)));
        }
        if (match) {
            add(entry);
            ++taken;
        }
        ++scanned;
        last = &entry.key;
    }
    return std::optional<std::string>();
}

// One page of the entries at the places [begin, end) of the table, in the direction that the page
// asks for, without a filter: add(entry) takes one. Returns what walk_page does.
template <class Key, class T, class Add>
Result<std::optional<std::string>> walk_places(const Page& page, const Table<Key, T>& table,
                                               std::size_t begin, std::size_t end, Add&& add) {
    if (page.after) {
        Key after{};
        if (!read_page_key(*page.after, after)) return page.damaged_token();
        if (page.backward) {
            end = std::min(end, table.rank(after));
        } else {
            begin = std::max(begin, table.upper_bound(after).index());
        }
    }
    if (begin >= end) return std::optional<std::string>();
    const std::size_t taken = std::min(end - begin, page.size);
    auto at = table.at(page.backward ? end : begin);
    for (std::size_t i = 0; i < taken; ++i) {
        if (page.backward) --at;
        add(*at);
        if (i + 1 == taken && taken < end - begin)
            return std::optional<std::string>(page.token(page_key_text(at->key)));
        if (!page.backward) ++at;
    }
    return std::optional<std::string>();
}

// The whole table, unfiltered.
template <class Key, class T, class Add>
Result<std::optional<std::string>> walk_page(const Page& page, const Table<Key, T>& table,
                                             const Key& first, Add&& add) {
    return walk_page(
        page, table, first, [](const Key&) { return true; }, [](const auto&) { return true; }, add);
}

}  // namespace picket
