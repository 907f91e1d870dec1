// Tokens of list pages and the text of their keys.
#include "service/paginate.h"

#include "base/base64.h"
#include "base/hash.h"
#include "service/refuse.h"
#include "text/say.h"

namespace picket {
namespace {

constexpr std::size_t kScopeDigits = 16;
constexpr char kSeparator = '\n';  // in no name, id or number

bool read_number(std::string_view text, std::int64_t& value) {
    const bool negative = text.starts_with('-');
    if (negative) text.remove_prefix(1);
    if (text.empty() || text.size() > 18) return false;
    value = 0;
    for (const char c : text) {
        if (c < '0' || c > '9') return false;
        value = value * 10 + (c - '0');
    }
    if (negative) value = -value;
    return true;
}

bool split(std::string_view text, std::string_view& left, std::string_view& right) {
    const std::size_t at = text.find(kSeparator);
    if (at == std::string_view::npos) return false;
    left = text.substr(0, at);
    right = text.substr(at + 1);
    return true;
}

std::string joined(std::string_view left, std::string_view right) {
    std::string text(left);
    text += kSeparator;
    text += right;
    return text;
}

}  // namespace

std::string Page::token(std::string_view key) const {
    const std::string text = scope + std::string(key);
    return by_marker ? base64_encode(text) : base64url_encode(text);
}

Refusal Page::damaged_token() const {
    const std::string member = by_marker ? "marker" : "nextToken";
    return invalid(say("{} is not a token of {}. Pass on the {} of the previous page unchanged, or "
                       "leave it out to start from the beginning.",
                       member, operation, by_marker ? "nextMarker" : member),
                   member);
}

namespace {

std::string scope_of(std::string_view operation, std::initializer_list<std::string_view> filters) {
    Hasher hasher;
    hasher.add_string(operation);
    for (const std::string_view filter : filters) hasher.add_string(filter);
    return hasher.finish().hex().substr(0, kScopeDigits);
}

Refusal token_problem(Page& page, const std::optional<std::string>& token) {
    if (!token) return std::nullopt;
    std::optional<std::string> text = page.by_marker ? base64_decode(*token)
                                                     : base64url_decode(*token);
    if (!text || text->size() < kScopeDigits) return page.damaged_token();
    for (const char c : text->substr(0, kScopeDigits)) {
        if ((c < '0' || c > '9') && (c < 'a' || c > 'f')) return page.damaged_token();
    }
    if (!text->starts_with(page.scope)) {
        const std::string member = page.by_marker ? "marker" : "nextToken";
        return invalid(
            say("{} belongs to another list, or to {} with other filters. Repeat the filters of "
                "the first page with each token, or leave {} out to start from the beginning.",
                member, page.operation, member),
            member);
    }
    page.after = text->substr(kScopeDigits);
    return std::nullopt;
}

}  // namespace

Result<Page> read_page(const char* operation, std::initializer_list<std::string_view> filters,
                       std::optional<std::int64_t> max_results,
                       const std::optional<std::string>& next_token) {
    Page page;
    page.operation = operation;
    page.scope = scope_of(operation, filters);
    page.size = static_cast<std::size_t>(max_results.value_or(kPageDefault));
    if (auto problem = token_problem(page, next_token)) return problem;
    return page;
}

Result<Page> read_marker_page(const char* operation,
                              std::initializer_list<std::string_view> filters,
                              std::optional<std::int64_t> page_size,
                              const std::optional<std::string>& marker,
                              std::optional<bool> ascending) {
    Page page;
    page.operation = operation;
    page.by_marker = true;
    page.backward = ascending.value_or(false);
    page.scope = scope_of(page.backward ? say("{} ascending", page.operation) : page.operation,
                          filters);
    page.size = static_cast<std::size_t>(page_size.value_or(kPageDefault));
    if (auto problem = token_problem(page, marker)) return problem;
    return page;
}

std::string filter_text(const std::optional<std::string>& value) {
    return value ? say("={}", *value) : std::string();
}
std::string filter_text(const std::optional<bool>& value) {
    return !value ? std::string() : *value ? "=true" : "=false";
}

std::string page_key_text(const std::string& key) { return key; }
std::string page_key_text(std::int64_t key) { return std::to_string(key); }
std::string page_key_text(const PairKey& key) { return joined(key.first, key.second); }
std::string page_key_text(const NewestFirst& key) {
    return joined(std::to_string(key.time.ms), key.id);
}
std::string page_key_text(const NewestWithin& key) {
    return joined(key.owner, page_key_text(NewestFirst{key.time, key.id}));
}
std::string page_key_text(const DueKey& key) {
    return joined(std::to_string(key.time.ms), std::to_string(key.sequence));
}
std::string page_key_text(const FacetKey& key) {
    return joined(std::to_string(key.time.ms), key.id);
}
std::string page_key_text(const BehaviorPlace& key) {
    return joined(std::to_string(key.place), key.profile);
}
// Thing and series are filters of their list, so its token leaves them out.
std::string page_key_text(const MetricDatumKey& key) { return std::to_string(key.time.ms); }
std::string page_key_text(const LogTargetKey& key) {
    return joined(std::to_string(static_cast<int>(key.type)), key.name);
}
std::string page_key_text(const AlarmCountKey& key) {
    return joined(std::to_string(key.end.ms), joined(key.profile, key.behavior));
}

bool read_page_key(std::string_view text, std::string& key) {
    key = text;
    return true;
}
bool read_page_key(std::string_view text, std::int64_t& key) { return read_number(text, key); }
bool read_page_key(std::string_view text, PairKey& key) {
    std::string_view first, second;
    if (!split(text, first, second)) return false;
    key = {std::string(first), std::string(second)};
    return true;
}
bool read_page_key(std::string_view text, NewestFirst& key) {
    std::string_view time, id;
    if (!split(text, time, id) || !read_number(time, key.time.ms)) return false;
    key.id = id;
    return true;
}
bool read_page_key(std::string_view text, NewestWithin& key) {
    std::string_view owner, rest;
    NewestFirst newest;
    if (!split(text, owner, rest) || !read_page_key(rest, newest)) return false;
    key = {std::string(owner), newest.time, newest.id};
    return true;
}
bool read_page_key(std::string_view text, DueKey& key) {
    std::string_view time, sequence;
    return split(text, time, sequence) && read_number(time, key.time.ms) &&
           read_number(sequence, key.sequence);
}
bool read_page_key(std::string_view text, FacetKey& key) {
    NewestFirst place;
    if (!read_page_key(text, place)) return false;
    key.time = place.time;
    key.id = std::move(place.id);
    return true;
}
bool read_page_key(std::string_view text, BehaviorPlace& key) {
    std::string_view place, profile;
    if (!split(text, place, profile) || !read_number(place, key.place)) return false;
    key.profile = profile;
    return true;
}
bool read_page_key(std::string_view text, MetricDatumKey& key) {
    return read_number(text, key.time.ms);
}
bool read_page_key(std::string_view text, LogTargetKey& key) {
    std::string_view type, name;
    std::int64_t number = 0;
    if (!split(text, type, name) || !read_number(type, number)) return false;
    if (number < 0 || number >= static_cast<std::int64_t>(EnumNames<LogTargetType>::values.size()))
        return false;
    key = {static_cast<LogTargetType>(number), std::string(name)};
    return true;
}
bool read_page_key(std::string_view text, AlarmCountKey& key) {
    std::string_view end, rest, profile, behavior;
    if (!split(text, end, rest) || !read_number(end, key.end.ms)) return false;
    if (!split(rest, profile, behavior)) return false;
    key.profile = profile;
    key.behavior = behavior;
    return true;
}

namespace paginate_detail {
namespace {

const void* key_at(const table_detail::TreeOps& ops, const table_detail::Place& place) {
    return place.leaf->keys->bytes() + place.offset * ops.key->size;
}
const void* value_at(const table_detail::TreeOps& ops, const table_detail::Place& place) {
    return table_detail::slot_value(*ops.slot, place.leaf->slots() + place.offset * ops.slot->size);
}

}  // namespace

Result<std::optional<std::string>> walk(const Page& page, const table_detail::TreeOps& ops,
                                        table_detail::Cursor at, const Calls& calls) {
    const void* last = nullptr;
    std::size_t taken = 0;
    std::size_t scanned = 0;
    for (; at.index < at.size; at.next()) {
        const void* key = key_at(ops, at.place);
        if (!calls.within(calls.closure, key)) break;
        const void* value = value_at(ops, at.place);
        const bool match = calls.matches(calls.closure, key, value);
        if (scanned == kScanMax || (match && taken == page.size)) {
            return std::optional<std::string>(page.token(calls.text(last)));
        }
        if (match) {
            calls.add(calls.closure, key, value);
            ++taken;
        }
        ++scanned;
        last = key;
    }
    return std::optional<std::string>();
}

Result<std::optional<std::string>> walk_places(const Page& page, const table_detail::TreeOps& ops,
                                               const table_detail::Tree& tree, std::size_t begin,
                                               std::size_t end, const Calls& calls) {
    if (begin >= end) return std::optional<std::string>();
    const std::size_t taken = std::min(end - begin, page.size);
    table_detail::Cursor at(tree, page.backward ? end : begin);
    for (std::size_t i = 0; i < taken; ++i) {
        if (page.backward) at.previous();
        const void* key = key_at(ops, at.place);
        calls.add(calls.closure, key, value_at(ops, at.place));
        if (i + 1 == taken && taken < end - begin)
            return std::optional<std::string>(page.token(calls.text(key)));
        if (!page.backward) at.next();
    }
    return std::optional<std::string>();
}

}  // namespace paginate_detail

}  // namespace picket
