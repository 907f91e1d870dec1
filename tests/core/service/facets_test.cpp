// The index of facets against a plain list of items: counts, keys, walks, and what erasing leaves.
#include "service/facets.h"

#include <algorithm>

#include "base/random.h"
#include "core/service/service_support.h"

namespace picket {
namespace {

struct Item {
    NewestFirst key;
    std::vector<std::string> facets;
    bool has(const std::string& facet) const {
        return std::find(facets.begin(), facets.end(), facet) != facets.end();
    }
};

const std::vector<std::string> kFacets = {"a=1", "a=2", "b=1", "b=2", "c=1"};

std::vector<Item> random_items(Random& random, FacetIndex& index) {
    std::vector<Item> items;
    for (int i = 0; i < 80; ++i) {
        const Timestamp time = {static_cast<std::int64_t>(random.pick(20)) * 1000};
        Item item = {{time, next_id_at(index, time)}, {}};
        for (const std::string& each : kFacets) {
            if (random.pick(2) == 0) item.facets.push_back(each);
        }
        put_facets(index, item.key, item.facets);
        items.push_back(std::move(item));
    }
    for (int i = 0; i < 20; ++i) {
        const auto gone = items.begin() + static_cast<std::ptrdiff_t>(random.pick(items.size()));
        erase_facets(index, gone->key, gone->facets);
        items.erase(gone);
    }
    std::sort(items.begin(), items.end(),
              [](const Item& left, const Item& right) { return left.key < right.key; });
    return items;
}

// The whole walk, in pages of `size`.
std::vector<NewestFirst> walk(const FacetIndex& index, const std::vector<std::string>& facets,
                              const FacetWindow& window, std::int64_t size) {
    std::vector<NewestFirst> keys;
    std::optional<std::string> token;
    do {
        const auto page = read_page("Walk", {}, size, token);
        REQUIRE(page);
        const auto next = walk_facets(*page, index, facets, window, keys);
        REQUIRE(next);
        token = *next;
    } while (token);
    return keys;
}

}  // namespace

TEST_CASE("facets: walks, counts and keys are those of a look at all items") {
    for (std::uint64_t seed = 1; seed <= 5; ++seed) {
        CAPTURE(seed);
        Random random(seed, "facets");
        FacetIndex index;
        const std::vector<Item> items = random_items(random, index);
        for (int i = 0; i < 40; ++i) {
            const Timestamp from = {static_cast<std::int64_t>(random.pick(20)) * 1000};
            const FacetWindow window = {from,
                                        from + 1000 * static_cast<std::int64_t>(random.pick(10))};
            std::vector<std::string> wanted;
            for (const std::string& each : kFacets) {
                if (random.pick(4) == 0) wanted.push_back(each);
            }
            std::vector<NewestFirst> expected;
            for (const Item& item : items) {
                const bool all = std::all_of(wanted.begin(), wanted.end(),
                                             [&](const auto& each) { return item.has(each); });
                if (all && window.from <= item.key.time && item.key.time <= window.to)
                    expected.push_back(item.key);
            }
            for (const std::int64_t size : {1, 3, 250})
                CHECK(walk(index, wanted, window, size) == expected);
            if (wanted.size() == 1) {
                CHECK(facet_count(index, wanted[0], window) == expected.size());
                CHECK(facet_keys(index, wanted[0], window) == expected);
            }
        }
        for (const Item& item : items) erase_facets(index, item.key, item.facets);
        CHECK(index.empty());
    }
}

TEST_CASE("facets: ids of one moment grow, and begin anew at another") {
    FacetIndex index;
    std::string last;
    for (int i = 0; i < 12; ++i) {
        const std::string id = next_id_at(index, {5});
        CHECK(last < id);
        put_facets(index, {{5}, id}, {});
        last = id;
    }
    CHECK(last == "000000012");
    CHECK(next_id_at(index, {4}) == "000000001");
    CHECK(next_id_at(index, {6}) == "000000001");
}

}  // namespace picket
