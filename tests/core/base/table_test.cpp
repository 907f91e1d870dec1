// Table against std::map: the same operations must give the same contents, in every snapshot, for
// ever.
#include "picket/table.h"

#include <doctest/doctest.h>

#include <cstdint>
#include <iterator>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/random.h"

using picket::Random;
using picket::Ratio;
using picket::Table;

namespace {

template <class Key, class T>
using Model = std::map<Key, T, std::less<>>;

// Everything the table can tell about its entries agrees with the map. One assertion for a whole
// walk keeps this fast.
template <class Key, class T>
bool same_contents(const Table<Key, T>& table, const Model<Key, T>& model) {
    if (table.size() != model.size() || table.empty() != model.empty()) return false;
    auto expected = model.begin();
    std::size_t index = 0;
    for (const auto& [key, value] : table) {
        if (expected == model.end() || key != expected->first || value != expected->second)
            return false;
        const auto nth = table.at(index);
        if (nth == table.end() || nth->key != key || nth.index() != index) return false;
        if (table.rank(key) != index++) return false;
        ++expected;
    }
    auto backward = table.end();
    for (auto wanted = model.rbegin(); wanted != model.rend(); ++wanted) {
        --backward;
        if (backward->key != wanted->first || backward->value != wanted->second) return false;
    }
    return index == model.size() && backward == table.begin() && table.at(index) == table.end();
}

template <class Key, class T, class K>
bool same_answers(const Table<Key, T>& table, const Model<Key, T>& model, const K& key) {
    const auto found = model.find(key);
    const T* value = table.find(key);
    if ((value != nullptr) != (found != model.end()) || table.contains(key) != (value != nullptr))
        return false;
    if (value != nullptr && *value != found->second) return false;
    const auto lower = static_cast<std::size_t>(
        std::distance(model.begin(), model.lower_bound(key)));
    const auto upper = static_cast<std::size_t>(
        std::distance(model.begin(), model.upper_bound(key)));
    return table.rank(key) == lower && table.lower_bound(key) == table.at(lower) &&
           table.upper_bound(key) == table.at(upper);
}

struct NumberCase {
    using Key = std::int64_t;
    using T = std::uint32_t;
    static Key key(Random& random) { return random.between(-900, 900); }
    static T value(Random& random) { return static_cast<T>(random.next()); }
    static void change(T& value) { value = value * 3 + 1; }
    static Key as_lookup(const Key& key) { return key; }
};

struct TextCase {
    using Key = std::string;
    using T = std::vector<std::string>;
    static Key key(Random& random) {
        // Some keys are long enough to live on the heap, many share a prefix.
        const bool is_long = random.chance({1, 3});
        return (is_long ? "a-thing-with-a-rather-long-name-" : "t") +
               std::to_string(random.below(600));
    }
    static T value(Random& random) {
        const std::size_t count = random.pick(3);
        return T(count, std::string(random.pick(40), 'x'));
    }
    static void change(T& value) { value.push_back("changed"); }
    static std::string_view as_lookup(const Key& key) { return key; }
};

template <class Case>
struct Twins {
    Table<typename Case::Key, typename Case::T> table;
    Model<typename Case::Key, typename Case::T> model;
};

// One random write on both; true when both said the same about it.
template <class Case>
bool write_both(Twins<Case>& twins, Random& random, std::uint64_t growth_percent) {
    auto key = Case::key(random);
    const auto lookup = Case::as_lookup(key);
    const auto old = twins.model.find(lookup);
    const bool present = old != twins.model.end();
    if (random.chance({1, 4})) {
        if (present) Case::change(old->second);
        return twins.table.update(lookup, [](auto& value) { Case::change(value); }) == present;
    }
    if (!random.chance({growth_percent, 100})) {
        const bool erased = twins.table.erase(lookup);
        if (present) twins.model.erase(old);
        return erased == present;
    }
    auto value = Case::value(random);
    if (random.chance({1, 2})) {
        twins.model.insert_or_assign(key, value);
        twins.table.put(std::move(key), std::move(value));
        return true;
    }
    return twins.table.insert(key, value) == twins.model.emplace(key, value).second;
}

template <class Case>
void check_random_writes(std::uint64_t seed, int writes) {
    CAPTURE(seed);
    Random random(seed, "table");
    Twins<Case> twins;
    std::vector<Twins<Case>> snapshots;
    for (int i = 0; i < writes; ++i) {
        // Long growing and shrinking stretches, so that nodes split, merge, level out, and the tree
        // empties.
        const std::uint64_t growth_percent = i / 700 % 2 == 0 ? 85 : 12;
        REQUIRE(write_both(twins, random, growth_percent));
        if (random.chance({1, 60})) snapshots.push_back(twins);
        if (random.chance({1, 300}) && !snapshots.empty()) {
            twins = snapshots[random.pick(snapshots.size())];  // go on from the past
        }
        if (random.chance({1, 400}) && !snapshots.empty()) {
            snapshots.erase(snapshots.begin() +
                            random.between(0, std::int64_t(snapshots.size()) - 1));
        }
        if (i % 250 == 0) {
            REQUIRE(same_contents(twins.table, twins.model));
            REQUIRE(same_answers(twins.table, twins.model, Case::as_lookup(Case::key(random))));
        }
    }
    REQUIRE(same_contents(twins.table, twins.model));
    for (const Twins<Case>& held : snapshots) REQUIRE(same_contents(held.table, held.model));
}

// Counts copies and living objects, to see how much work is shared and that nothing is lost or
// freed twice.
struct Counted {
    static inline int alive = 0;
    static inline int copies = 0;
    int number = 0;

    Counted(int n) : number(n) { ++alive; }
    Counted(const Counted& other) : number(other.number) {
        ++alive;
        ++copies;
    }
    Counted(Counted&& other) noexcept : number(other.number) { ++alive; }
    Counted& operator=(const Counted& other) {
        number = other.number;
        ++copies;
        return *this;
    }
    Counted& operator=(Counted&& other) noexcept {
        number = other.number;
        return *this;
    }
    ~Counted() { --alive; }
    friend bool operator<(const Counted& l, const Counted& r) { return l.number < r.number; }
};

}  // namespace

TEST_CASE("table: random writes on numbers agree with std::map") {
    for (std::uint64_t seed = 1; seed <= 40; ++seed) check_random_writes<NumberCase>(seed, 4200);
}

TEST_CASE("table: random writes on strings and vectors agree with std::map") {
    for (std::uint64_t seed = 1; seed <= 20; ++seed) check_random_writes<TextCase>(seed, 4200);
}

TEST_CASE("table: keys in any order build and unbuild the same contents") {
    constexpr int kCount = 6000;
    std::vector<std::vector<int>> orders(4);
    for (int i = 0; i < kCount; ++i) {
        orders[0].push_back(i);
        orders[1].push_back(kCount - i);
        orders[2].push_back(i % 2 == 0 ? i : 2 * kCount - i);  // closing in on the middle
        orders[3].push_back(i);
    }
    Random random(5, "order");
    random.shuffle(orders[3]);
    for (const auto& build : orders) {
        for (const auto& unbuild : orders) {
            Table<int, int> table;
            Model<int, int> model;
            for (const int key : build)
                REQUIRE(table.insert(key, -key) == model.emplace(key, -key).second);
            REQUIRE(same_contents(table, model));
            for (std::size_t i = 0; i < unbuild.size(); ++i) {
                REQUIRE(table.erase(unbuild[i]) == (model.erase(unbuild[i]) == 1));
                if (i % 1000 == 999) REQUIRE(same_contents(table, model));
            }
            for (const int key : build) table.erase(key);
            REQUIRE(table.empty());
            REQUIRE(table.begin() == table.end());
        }
    }
}

TEST_CASE("table: works as a queue, added behind and taken in front") {
    Table<std::pair<int, int>, int> queue;
    Model<std::pair<int, int>, int> model;
    Random random(9, "queue");
    int sequence = 0;
    for (int i = 0; i < 20000; ++i) {
        const int time = i + static_cast<int>(random.below(50));
        queue.insert({time, ++sequence}, i);
        model.insert({{time, sequence}, i});
        if (model.size() > 300) {
            const auto first = queue.begin()->key;
            REQUIRE(first == model.begin()->first);
            REQUIRE(queue.erase(first));
            model.erase(model.begin());
        }
    }
    CHECK(same_contents(queue, model));
}

TEST_CASE("table: insert leaves a present key alone, put replaces it") {
    Table<std::string, std::string> table;
    CHECK(table.insert("a", "first"));
    CHECK_FALSE(table.insert("a", "second"));
    CHECK(*table.find("a") == "first");
    table.put("a", "third");
    table.put("b", "fourth");
    CHECK(*table.find(std::string_view("a")) == "third");
    CHECK(table.size() == 2);
}

TEST_CASE("table: writes that find nothing leave the tree shared") {
    Table<int, std::string> table;
    for (int i = 0; i < 1000; ++i) table.insert(2 * i, "x");
    Table<int, std::string> copy = table;
    CHECK(copy.shares_with(table));
    CHECK_FALSE(copy.insert(4, "y"));
    CHECK_FALSE(copy.erase(5));
    CHECK_FALSE(copy.update(5, [](std::string& value) { value = "y"; }));
    CHECK(copy.shares_with(table));
    CHECK(copy.update(4, [](std::string& value) { value = "y"; }));
    CHECK_FALSE(copy.shares_with(table));
    CHECK(*table.find(4) == "x");
}

TEST_CASE("table: the empty table answers everything") {
    const Table<std::string, int> table;
    CHECK(table.find("a") == nullptr);
    CHECK(table.rank("a") == 0);
    CHECK(table.lower_bound("a") == table.end());
    CHECK(table.upper_bound("a") == table.end());
    CHECK(table.last() == table.end());
    CHECK(table.at(3) == table.end());
    CHECK(table == Table<std::string, int>());
}

TEST_CASE("table: clear, move and assignment leave the others alone") {
    Table<int, std::string> table;
    for (int i = 0; i < 100; ++i) table.put(i, std::to_string(i));
    Table<int, std::string> copy = table;
    Table<int, std::string> moved = std::move(table);
    CHECK(moved.shares_with(copy));
    table = copy;
    copy.clear();
    CHECK(copy.empty());
    CHECK(copy.find(3) == nullptr);
    CHECK(table.size() == 100);
    table = *&table;
    CHECK(*table.find(99) == "99");
    CHECK(table.last()->key == 99);
    CHECK(table == moved);
    moved.put(7, "other");
    CHECK_FALSE(table == moved);
}

TEST_CASE("table: a key that lies in the table itself may be given to a write") {
    Table<std::string, std::string> table;
    for (int i = 0; i < 500; ++i)
        table.put("a name that does not fit inside " + std::to_string(i), "v");
    while (!table.empty()) {
        REQUIRE(table.update(table.begin()->key, [](std::string& value) { value += "!"; }));
        REQUIRE(table.erase(table.begin()->key));
    }
}

TEST_CASE("table: every object is destroyed once") {
    REQUIRE(Counted::alive == 0);
    {
        Random random(3, "counted");
        std::vector<Table<Counted, Counted>> held(5);
        for (int i = 0; i < 30000; ++i) {
            auto& table = held[random.pick(held.size())];
            const int key = static_cast<int>(random.below(700));
            if (random.chance({1, 500})) {
                table = held[random.pick(held.size())];
            } else if (random.chance({1, 2})) {
                table.put(key, i);
            } else if (random.chance({1, 2})) {
                table.update(Counted(key), [](Counted& value) { ++value.number; });
            } else {
                table.erase(Counted(key));
            }
        }
        CHECK(Counted::alive > 0);
    }
    CHECK(Counted::alive == 0);
}

TEST_CASE("table: a write copies what is shared on its path, and nothing twice") {
    Table<Counted, Counted> table;
    for (int i = 0; i < 20000; ++i) table.insert(i, i);
    Table<Counted, Counted> copy = table;
    const auto copies_of = [](auto&& write) {
        Counted::copies = 0;
        write();
        return Counted::copies;
    };
    const auto update = [&copy](int key) {
        copy.update(Counted(key), [](Counted& value) { value.number = -1; });
    };
    CHECK(copies_of([&] { Table<Counted, Counted> another = table; }) == 0);
    CHECK(copies_of([&] { update(12345); }) == 1);  // the value alone: no key changes
    CHECK(copies_of([&] { update(12345); }) == 0);
    CHECK(copies_of([&] { update(12346); }) == 1);
    CHECK(copies_of([&] { copy.put(12347, -1); }) == 0);  // what is replaced is not copied first
    const int copied_keys = copies_of([&] { copy.erase(Counted(12348)); });
    CHECK(copied_keys > 0);
    CHECK(copied_keys <= 32);
    CHECK(copies_of([&] { copy.erase(Counted(12349)); }) == 0);
    CHECK(copies_of([&] { copy.insert(12349, 1); }) == 0);
    for (int key = 12345; key < 12350; ++key) CHECK(table.find(Counted(key))->number == key);
}

namespace {

struct Compared {
    int number = 0;
    bool operator==(const Compared&) const = default;
    bool operator<(const Compared& other) const {
        ++comparisons;
        return number < other.number;
    }
    static inline int comparisons = 0;
};

}  // namespace

TEST_CASE("table: a finger finds what a search finds, whatever happens in between") {
    Random random(7, "finger");
    Table<int, int> table;
    Table<int, int>::Finger finger;
    for (int i = 0; i < 20'000; ++i) {
        const int key = static_cast<int>(random.below(3000));
        if (random.chance({1, 3})) {
            table.put(key, i);
        } else if (random.chance({1, 4})) {
            table.erase(key);
        } else if (random.chance({1, 2000})) {
            table.clear();
        } else {
            // A run of neighbours, there or not.
            for (int next = key; next < key + 5; ++next) {
                const bool found = table.update(next, finger, [&](int& value) { value = -i; });
                REQUIRE(found == table.contains(next));
                if (found) REQUIRE(*table.find(next) == -i);
            }
        }
    }
}

TEST_CASE("table: updates in key order search once") {
    Table<Compared, int> table;
    for (int i = 0; i < 20'000; ++i) table.put({i}, 0);
    Table<Compared, int>::Finger finger;
    REQUIRE(table.update({0}, finger, [](int& value) { ++value; }));
    Compared::comparisons = 0;
    for (int i = 1; i < 20'000; ++i)
        REQUIRE(table.update({i}, finger, [](int& value) { ++value; }));
    CHECK(Compared::comparisons == 0);
    for (const auto entry : table) REQUIRE(entry.value == 1);
}
