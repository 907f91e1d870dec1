// Seeded random numbers with an integer-only interface, so that every host draws the same ones. One
// stream per (seed, name): a subsystem that draws more does not shift what others see. The state is
// plain data and belongs to the World.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <utility>

namespace picket {

struct Ratio {
    std::uint64_t numerator = 0;
    std::uint64_t denominator = 1;
};

// One step of splitmix64: the next state and a well mixed output. It turns any seed, zero too, into
// good state.
std::uint64_t splitmix64(std::uint64_t& state);

// xoshiro256** (public domain, Blackman and Vigna).
class Random {
public:
    using State = std::array<std::uint64_t, 4>;

    Random(std::uint64_t seed, std::string_view name);
    explicit Random(const State& state)
        : state_(state) {}  // continue where state() was taken; not all zero

    const State& state() const { return state_; }

    std::uint64_t next();
    // Uniform in [0, n), n >= 1. Exactly uniform: it keeps the fewest bits that can hold n - 1 and
    // draws again while the result is too large, on average at most once more.
    std::uint64_t below(std::uint64_t n);
    // Uniform in [low, high], both ends included, low <= high.
    std::int64_t between(std::int64_t low, std::int64_t high);
    // True with the probability numerator / denominator; always when that is 1 or more. The
    // denominator is not 0.
    bool chance(Ratio probability);
    // An index into something that has `count` >= 1 items.
    std::size_t pick(std::size_t count) { return static_cast<std::size_t>(below(count)); }
    // Every order equally likely (Fisher-Yates). Items: anything with size() and operator[].
    template <class Items>
    void shuffle(Items& items) {
        for (std::size_t left = items.size(); left > 1; --left) {
            std::swap(items[left - 1], items[pick(left)]);
        }
    }

    friend bool operator==(const Random&, const Random&) = default;

private:
    State state_;
};

}  // namespace picket
