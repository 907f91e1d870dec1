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
#include <type_traits>

#include "picket/model/common.h"
#include "picket/model/detect.h"
#include "picket/model/facet.h"
#include "picket/model/logging.h"
#include "picket/model/metric_value.h"
#include "picket/model/training.h"
#include "picket/model/work.h"
#include "picket/table.h"
#include "text/say.h"

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
    Refusal damaged_token() const;
};

// Reads the two paging members. `filters` are all other members that decide what is listed, in a
// fixed order.
Result<Page> read_page(const char* operation, std::initializer_list<std::string_view> filters,
                       std::optional<std::int64_t> max_results,
                       const std::optional<std::string>& next_token);

// The same for lists of the older kind: pageSize, marker, and isAscendingOrder, which reverses what
// lists newest first. A marker is text of the standard alphabet of base64.
Result<Page> read_marker_page(const char* operation,
                              std::initializer_list<std::string_view> filters,
                              std::optional<std::int64_t> page_size,
                              const std::optional<std::string>& marker,
                              std::optional<bool> ascending);

// A filter member as text for read_page: absent and empty differ.
std::string filter_text(const std::optional<std::string>& value);
std::string filter_text(const std::optional<bool>& value);

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

namespace paginate_detail {

// What a walk must know of the types of its table and of its caller, so that it is compiled once.
struct Calls {
    void* closure;
    bool (*within)(void* closure, const void* key);
    bool (*matches)(void* closure, const void* key, const void* value);
    void (*add)(void* closure, const void* key, const void* value);
    std::string (*text)(const void* key);
};
Result<std::optional<std::string>> walk(const Page& page, const table_detail::TreeOps& ops,
                                        table_detail::Cursor at, const Calls& calls);
Result<std::optional<std::string>> walk_places(const Page& page, const table_detail::TreeOps& ops,
                                               const table_detail::Tree& tree, std::size_t begin,
                                               std::size_t end, const Calls& calls);

template <class Key, class T, class Within, class Matches, class Add>
struct Closure {
    using Entry = typename Table<Key, T>::Entry;

    Within& within;
    Matches& matches;
    Add& add;

    Calls calls() {
        return {this,
                [](void* self, const void* key) {
                    return static_cast<bool>(
                        static_cast<Closure*>(self)->within(*static_cast<const Key*>(key)));
                },
                [](void* self, const void* key, const void* value) {
                    return static_cast<bool>(static_cast<Closure*>(self)->matches(
                        Entry{*static_cast<const Key*>(key), *static_cast<const T*>(value)}));
                },
                [](void* self, const void* key, const void* value) {
                    static_cast<Closure*>(self)->add(
                        Entry{*static_cast<const Key*>(key), *static_cast<const T*>(value)});
                },
                [](const void* key) { return page_key_text(*static_cast<const Key*>(key)); }};
    }
};

inline constexpr auto kEvery = [](const auto&) { return true; };

}  // namespace paginate_detail

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
    paginate_detail::Closure<Key, T, std::remove_reference_t<Within>,
                             std::remove_reference_t<Matches>, std::remove_reference_t<Add>>
        closure{within, matches, add};
    return paginate_detail::walk(page, table_detail::kTreeOps<Key, T>, at.cursor(),
                                 closure.calls());
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
    using Every = decltype(paginate_detail::kEvery);
    paginate_detail::Closure<Key, T, Every, Every, std::remove_reference_t<Add>> closure{
        paginate_detail::kEvery, paginate_detail::kEvery, add};
    return paginate_detail::walk_places(page, table_detail::kTreeOps<Key, T>, table.tree(), begin,
                                        end, closure.calls());
}

// The whole table, unfiltered.
template <class Key, class T, class Add>
Result<std::optional<std::string>> walk_page(const Page& page, const Table<Key, T>& table,
                                             const Key& first, Add&& add) {
    return walk_page(page, table, first, paginate_detail::kEvery, paginate_detail::kEvery, add);
}

}  // namespace picket
