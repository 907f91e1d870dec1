// Tokens of list pages and the text of their keys.
#include "service/paginate.h"

#include "base/base64.h"
#include "base/hash.h"
#include "service/refuse.h"

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

Error Page::damaged_token() const {
    const std::string member = by_marker ? "marker" : "nextToken";
    return invalid(member + " is not a token of " + operation + ". Pass on the " +
                       (by_marker ? "nextMarker" : member) +
                       " of the previous page unchanged, or leave it out to start from the "
                       "beginning.",
                   member);
}

namespace {

std::string scope_of(std::string_view operation, std::initializer_list<std::string_view> filters) {
    Hasher hasher;
    hasher.add_string(operation);
    for (const std::string_view filter : filters) hasher.add_string(filter);
    return hasher.finish().hex().substr(0, kScopeDigits);
}

std::optional<Error> token_problem(Page& page, const std::optional<std::string>& token) {
    if (!token) return std::nullopt;
    std::optional<std::string> text = page.by_marker ? base64_decode(*token)
                                                     : base64url_decode(*token);
    if (!text || text->size() < kScopeDigits) return page.damaged_token();
    for (const char c : text->substr(0, kScopeDigits)) {
        if ((c < '0' || c > '9') && (c < 'a' || c > 'f')) return page.damaged_token();
    }
    if (!text->starts_with(page.scope)) {
        const std::string member = page.by_marker ? "marker" : "nextToken";
        return invalid(member + " belongs to another list, or to " + page.operation +
                           " with other filters. Repeat the filters of the first page with each "
                           "token, or leave " +
                           member + " out to start from the beginning.",
                       member);
    }
    page.after = text->substr(kScopeDigits);
    return std::nullopt;
}

}  // namespace

Result<Page> read_page(std::string_view operation, std::initializer_list<std::string_view> filters,
                       std::optional<std::int64_t> max_results,
                       const std::optional<std::string>& next_token) {
    Page page;
    page.operation = operation;
    page.scope = scope_of(operation, filters);
    page.size = static_cast<std::size_t>(max_results.value_or(kPageDefault));
    if (auto problem = token_problem(page, next_token)) return *std::move(problem);
    return page;
}

Result<Page> read_marker_page(std::string_view operation,
                              std::initializer_list<std::string_view> filters,
                              std::optional<std::int64_t> page_size,
                              const std::optional<std::string>& marker,
                              std::optional<bool> ascending) {
    Page page;
    page.operation = operation;
    page.by_marker = true;
    page.backward = ascending.value_or(false);
    page.scope = scope_of(page.backward ? page.operation + " ascending" : page.operation, filters);
    page.size = static_cast<std::size_t>(page_size.value_or(kPageDefault));
    if (auto problem = token_problem(page, marker)) return *std::move(problem);
    return page;
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

}  // namespace picket
