// See facets.h.
#include "service/facets.h"

#include "text/decimal.h"

namespace picket {
namespace {

constexpr std::size_t kIdDigits = 9;
constexpr std::string_view kAfterAnyId = "\x7f";

FacetKey first_key(const std::string& facet, const FacetWindow& window) {
    return {facet, window.to, {}};
}

}  // namespace

std::string facet(std::string_view name, std::string_view value) {
    return std::string(name) + '=' + std::string(value);
}

void put_facets(FacetIndex& index, const NewestFirst& key, std::span<const std::string> facets) {
    index.put({{}, key.time, key.id}, {});
    for (const std::string& each : facets) index.put({each, key.time, key.id}, {});
}

void erase_facets(FacetIndex& index, const NewestFirst& key, std::span<const std::string> facets) {
    index.erase(FacetKey{{}, key.time, key.id});
    for (const std::string& each : facets) index.erase(FacetKey{each, key.time, key.id});
}

std::string next_id_at(const FacetIndex& index, Timestamp time) {
    std::int64_t number = 1;
    auto at = index.upper_bound(FacetKey{{}, time, std::string(kAfterAnyId)});
    if (at != index.begin()) {
        --at;
        if (at->key.facet.empty() && at->key.time == time) {
            std::string_view last = at->key.id;
            while (last.size() > 1 && last.front() == '0') last.remove_prefix(1);
            number = parse_int64(last).value_or(0) + 1;
        }
    }
    std::string id = std::to_string(number);
    return std::string(kIdDigits - std::min(kIdDigits, id.size()), '0') + id;
}

std::size_t facet_count(const FacetIndex& index, const std::string& facet,
                        const FacetWindow& window) {
    if (window.to < window.from) return 0;
    return index.rank({facet, window.from - kMillisecond, {}}) -
           index.rank(first_key(facet, window));
}

std::vector<NewestFirst> facet_keys(const FacetIndex& index, const std::string& facet,
                                    const FacetWindow& window) {
    std::vector<NewestFirst> keys;
    for (auto at = index.lower_bound(first_key(facet, window));
         at != index.end() && at->key.facet == facet && at->key.time >= window.from; ++at) {
        keys.push_back({at->key.time, at->key.id});
    }
    return keys;
}

Result<std::optional<std::string>> walk_facets(const Page& page, const FacetIndex& index,
                                               std::span<const std::string> facets,
                                               const FacetWindow& window,
                                               std::vector<NewestFirst>& keys) {
    std::string rarest;
    std::size_t fewest = facet_count(index, rarest, window);
    for (const std::string& each : facets) {
        const std::size_t count = facet_count(index, each, window);
        if (count < fewest) {
            fewest = count;
            rarest = each;
        }
    }
    return walk_page(
        page, index, first_key(rarest, window),
        [&](const FacetKey& key) { return key.facet == rarest && key.time >= window.from; },
        [&](const auto& entry) {
            for (const std::string& each : facets) {
                if (each != rarest && !index.contains(FacetKey{each, entry.key.time, entry.key.id}))
                    return false;
            }
            return true;
        },
        [&](const auto& entry) {
            keys.push_back({entry.key.time, entry.key.id});
        });
}

}  // namespace picket
