// Table::diff against a diff of two std::maps, and that it does not look at what is shared.
#include <doctest/doctest.h>

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/random.h"
#include "picket/table.h"

using picket::Random;
using picket::Table;

namespace {

struct Difference {
    std::string key;
    std::optional<std::string> before;
    std::optional<std::string> after;
    friend bool operator==(const Difference&, const Difference&) = default;
};

using Texts = Table<std::string, std::string>;

std::vector<Difference> differences(const Texts& before, const Texts& after) {
    std::vector<Difference> found;
    Texts::diff(before, after,
                [&](const std::string& key, const std::string* left, const std::string* right) {
                    found.push_back({key, left ? std::optional(*left) : std::nullopt,
                                     right ? std::optional(*right) : std::nullopt});
                });
    return found;
}

std::vector<Difference> brute_force(const Texts& before, const Texts& after) {
    std::map<std::string, Difference> merged;
    for (const auto& [key, value] : before) merged[key] = {key, value, std::nullopt};
    for (const auto& [key, value] : after) {
        merged[key].key = key;
        merged[key].after = value;
    }
    std::vector<Difference> found;
    for (const auto& [key, entry] : merged) {
        if (entry.before != entry.after) found.push_back(entry);
    }
    return found;
}

std::string name(std::uint64_t number) { return "n" + std::to_string(number); }

void write_some(Texts& table, Random& random, std::uint64_t writes, std::uint64_t names) {
    for (std::uint64_t i = 0; i < writes; ++i) {
        const std::string key = name(random.below(names));
        if (random.chance({1, 3})) {
            table.erase(key);
        } else {
            table.put(key, std::to_string(random.below(3)));  // often the value it had
        }
    }
}

}  // namespace

TEST_CASE("table diff: finds what a comparison entry by entry finds") {
    for (std::uint64_t seed = 1; seed <= 25; ++seed) {
        CAPTURE(seed);
        Random random(seed, "diff");
        std::vector<Texts> versions(1);
        write_some(versions[0], random, random.below(6000), 4000);
        for (int i = 0; i < 8; ++i) {
            Texts next = versions[random.pick(versions.size())];
            write_some(next, random, random.below(random.chance({1, 4}) ? 3000 : 20), 4000);
            versions.push_back(next);
        }
        Texts unrelated;
        write_some(unrelated, random, random.below(5000), 4000);
        versions.push_back(unrelated);
        versions.push_back(Texts());
        for (int i = 0; i < 20; ++i) {
            const Texts& before = versions[random.pick(versions.size())];
            const Texts& after = versions[random.pick(versions.size())];
            const std::vector<Difference> expected = brute_force(before, after);
            REQUIRE(differences(before, after) == expected);
            REQUIRE((before == after) == expected.empty());
        }
    }
}

TEST_CASE("table diff: copes with trees of different height") {
    Texts before;
    for (std::uint64_t i = 0; i < 40; ++i) before.put(name(i), "v");
    Texts after = before;
    for (std::uint64_t i = 0; i < 5000; ++i) after.put(name(i), "v");
    CHECK(differences(before, after).size() == 4960);
    CHECK(differences(before, after) == brute_force(before, after));
    CHECK(differences(after, before) == brute_force(after, before));
}

TEST_CASE("table diff: compares only the chunks that are not shared") {
    Table<int, int> before;
    for (int i = 0; i < 100000; ++i) before.put(i * 7919 % 100003, i);
    Table<int, int> after = before;
    constexpr int kChanges = 10;
    for (int i = 0; i < kChanges; ++i)
        after.update(7919 * (i * 9000 + 1) % 100003, [](int& v) { v = -1; });
    int compared = 0;
    int reported = 0;
    Table<int, int>::diff(
        before, after, [&reported](int, const int*, const int*) { ++reported; },
        [&compared](int left, int right) {
            ++compared;
            return left == right;
        });
    CHECK(reported == kChanges);
    CHECK(compared <= kChanges * 32);
}

TEST_CASE("table diff: chunks stay recognised beside insertions, removals and a new root") {
    Table<int, int> before;
    for (int i = 0; i < 32 * 32; ++i)
        before.put(2 * i, i);  // exactly full: the next one grows a new root
    Table<int, int> after = before;
    after.put(-1, 0);
    after.put(1001, 0);
    after.erase(1500);
    int compared = 0;
    std::vector<int> reported;
    Table<int, int>::diff(
        before, after, [&reported](int key, const int*, const int*) { reported.push_back(key); },
        [&compared](int left, int right) {
            ++compared;
            return left == right;
        });
    CHECK(reported == std::vector<int>{-1, 1001, 1500});
    CHECK(compared <= 3 * 32);
}

TEST_CASE("table diff: a value that was copied but not changed is no difference") {
    Texts before;
    for (std::uint64_t i = 0; i < 100; ++i) before.put(name(i), "v");
    Texts after = before;
    after.update("n5", [](std::string&) {});
    CHECK_FALSE(after.shares_with(before));
    CHECK(differences(before, after).empty());
    CHECK(before == after);
}

TEST_CASE("table diff: values in one cell are not compared at all") {
    Texts before;
    for (std::uint64_t i = 0; i < 1000; ++i) before.put(name(i), "v");
    Texts after = before;
    after.put("n500", "w");
    int compared = 0;
    Texts::diff(
        before, after, [](const std::string&, const std::string*, const std::string*) {},
        [&compared](const std::string& left, const std::string& right) {
            ++compared;
            return left == right;
        });
    CHECK(compared == 1);
}

TEST_CASE("table diff: stops when the caller returns false") {
    Texts before;
    Texts after;
    for (std::uint64_t i = 0; i < 100; ++i) after.put(name(i), "v");
    for (const bool forward : {true, false}) {
        int calls = 0;
        Texts::diff(forward ? before : after, forward ? after : before,
                    [&calls](const std::string&, const std::string*, const std::string*) {
                        return ++calls < 3;
                    });
        CHECK(calls == 3);
    }
}
