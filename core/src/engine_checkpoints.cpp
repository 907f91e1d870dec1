// See picket/checkpoints.h. A checkpoint's worth is the work that it saves, less the longer ago it
// is; its price is what would be freed without it.
#include <algorithm>
#include <cmath>

#include "picket/checkpoints.h"
#include "world/world_bytes.h"

namespace picket {

std::size_t Checkpoints::count_until(const Place& place) const {
    const auto behind = std::upper_bound(
        all_.begin() + 1, all_.end(), place,
        [](const Place& left, const Checkpoint& right) { return left < right.place; });
    return static_cast<std::size_t>(behind - all_.begin());
}

bool Checkpoints::keep(const World& world, std::int64_t applied, std::int64_t units) {
    const Place place = {world.now, world.instant_items, applied};
    std::size_t at = 0;
    if (!all_.empty()) {
        at = count_until(place);
        if (all_[at - 1].place == place) return false;
    }
    all_.insert(all_.begin() + static_cast<std::ptrdiff_t>(at),
                {place, std::make_shared<const World>(world), units});
    if (at + 1 < all_.size())
        all_[at + 1].units = std::max<std::int64_t>(0, all_[at + 1].units - units);
    if (at > 0) measure(at - 1);
    measure(at);
    while (all_.size() > 2 && (bytes_ > bytes_max_ || all_.size() > kCountMax))
        drop(least_useful());
    return true;
}

void Checkpoints::drop_behind(const Place& place) {
    all_.resize(count_until(place));
    bytes_ = 0;
    for (const Checkpoint& each : all_) bytes_ += each.bytes;
    measure(all_.size() - 1);
}

// What it holds beyond the next, and with that what it and its neighbours would free.
void Checkpoints::measure(std::size_t at) {
    const auto has_next = [this](std::size_t i) { return i + 1 < all_.size(); };
    Checkpoint& self = all_[at];
    bytes_ -= self.bytes;
    self.bytes = has_next(at) ? bytes_alone(*self.world, *all_[at + 1].world) : 0;
    bytes_ += self.bytes;
    for (std::size_t i = std::max<std::size_t>(at, 1); i <= at + 1 && has_next(i); ++i) {
        const std::size_t both = all_[i - 1].bytes + all_[i].bytes;
        const std::size_t left = bytes_alone(*all_[i - 1].world, *all_[i + 1].world);
        all_[i].freed = both - std::min(both, left);
    }
}

void Checkpoints::drop(std::size_t at) {
    all_[at + 1].units += all_[at].units;
    bytes_ -= all_[at].bytes;
    all_.erase(all_.begin() + static_cast<std::ptrdiff_t>(at));
    measure(at - 1);
}

// Neither the start nor the latest.
std::size_t Checkpoints::least_useful() const {
    const bool heavy = bytes_ > bytes_max_;
    std::size_t found = 0;
    double least = 0;
    double age = 1;  // in work, from the latest on
    for (std::size_t i = all_.size() - 1; i-- > 1;) {
        age += static_cast<double>(all_[i + 1].units);
        const auto saved = static_cast<double>(all_[i].units + all_[i + 1].units + 1);
        const double price = heavy ? static_cast<double>(all_[i].freed + sizeof(World)) : 1;
        const double worth = saved / (std::sqrt(age) * price);
        if (found > 0 && worth >= least) continue;
        found = i;
        least = worth;
    }
    return found;
}

}  // namespace picket
