// See chance.h.
#include "sim/chance.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace picket::sim {
namespace {

constexpr int kTrials = 32;

// From one binomial term to the next, without the odds.
constexpr auto kSteps = [] {
    std::array<double, kTrials> steps{};
    for (int k = 0; k < kTrials; ++k)
        steps[static_cast<std::size_t>(k)] = (kTrials - k) / (k + 1.0);
    return steps;
}();

std::optional<Spell> spell_of_block(Key key, const Spells& spells, std::int64_t block) {
    const std::uint64_t bits = bits_at(key, spells.stream, block);
    if (static_cast<std::int64_t>(bits % 1000) >= spells.per_mille) return std::nullopt;
    const std::uint64_t more = mixed(bits);
    const auto begins = static_cast<std::uint64_t>(spells.begin_to - spells.begin_from);
    const std::int64_t begin = block * spells.block + spells.begin_from +
                               static_cast<std::int64_t>((more & 0xffff) * begins >> 16);
    const double longest = static_cast<double>(spells.length_max) /
                           static_cast<double>(spells.length_min);
    const double length = static_cast<double>(spells.length_min) * heavy(more, longest);
    return Spell{begin, begin + static_cast<std::int64_t>(length), more};
}

}  // namespace

double level(std::uint64_t bits, int roots) {
    const double u = unit(bits);
    double odds = (u + 0.005) / (1.005 - u);
    for (int i = 0; i < roots; ++i) odds = std::sqrt(odds);
    return odds;
}

double heavy(std::uint64_t bits, double most) {
    return std::min(most, 1.0 / std::sqrt(1.0 - unit(bits)));
}

double smooth(Key key, Stream stream, std::int64_t slot, std::int64_t period) {
    const std::int64_t knot = floor_div(slot, period);
    const double t = static_cast<double>(slot - knot * period) / static_cast<double>(period);
    const double here = unit_at(key, stream, knot) * 2.0 - 1.0;
    const double next = unit_at(key, stream, knot + 1) * 2.0 - 1.0;
    return here + (next - here) * (t * t * (3.0 - 2.0 * t));
}

std::int64_t count_of(double mean, std::uint64_t bits) {
    if (mean <= 0) return 0;
    if (mean >= 8) {
        const double drawn = mean + std::sqrt(mean) * bell(bits);
        return drawn > 0 ? static_cast<std::int64_t>(drawn + 0.5) : 0;
    }
    const double p = mean / kTrials;
    double term = 1.0 - p;
    for (int i = 0; i < 5; ++i) term = term * term;  // the chance of none of 2^5
    const double odds = p / (1.0 - p);
    double left = unit(bits);
    std::int64_t count = 0;
    while (left >= term && count < kTrials) {
        left -= term;
        term = term * odds * kSteps[static_cast<std::size_t>(count)];
        ++count;
    }
    return count;
}

std::optional<Spell> spell_at(Key key, const Spells& spells, std::int64_t slot) {
    const std::int64_t block = floor_div(slot, spells.block);
    for (const std::int64_t candidate : {block, block - 1}) {
        const auto spell = spell_of_block(key, spells, candidate);
        if (spell && spell->begin <= slot && slot < spell->end) return spell;
    }
    return std::nullopt;
}

}  // namespace picket::sim
