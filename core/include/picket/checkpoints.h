// Where an Engine has been, so that it can be there again: copies of the World on the way from the
// start, behind the present and, after a rewind, ahead of it. They share what they have in common;
// what they hold beyond that is counted, and bounded by thinning them out.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

#include "picket/world.h"

namespace picket {

// A place on the way: so many items of due work into a moment, so many entries applied. The way
// passes through places in this order, and a journal leads through each at most once.
struct Place {
    Timestamp time;
    std::int64_t instant_items = 0;
    std::int64_t applied = 0;
    bool operator==(const Place&) const = default;
    bool operator<(const Place& other) const {
        if (time != other.time) return time < other.time;
        if (instant_items != other.instant_items) return instant_items < other.instant_items;
        return applied < other.applied;
    }
};

struct Checkpoint {
    Place place;
    std::shared_ptr<const World> world;
    std::int64_t units = 0;  // of work that led here from the one before
    std::size_t bytes = 0;   // that the next one does not hold
    std::size_t freed = 0;   // of these and those before, when this one alone goes
};

class Checkpoints {
public:
    // What they may hold together. The latest is not counted: it is what the session has become.
    static constexpr std::size_t kBytesMax = 256U << 20;
    static constexpr std::size_t kCountMax = 512;

    explicit Checkpoints(std::size_t bytes_max = kBytesMax) : bytes_max_(bytes_max) {}

    // Keeps the World of a place that `units` of work behind the checkpoint before it lies. False,
    // and nothing changes, when there is one. The start, the first, stays for good.
    bool keep(const World& world, std::int64_t applied, std::int64_t units);
    // The latest that is not behind the place: at least the start.
    const Checkpoint& until(const Place& place) const { return all_[count_until(place) - 1]; }
    void drop_behind(const Place& place);

    const Checkpoint& start() const { return all_.front(); }
    std::size_t size() const { return all_.size(); }
    std::size_t bytes() const { return bytes_; }

private:
    std::size_t count_until(const Place& place) const;
    void measure(std::size_t at);
    void drop(std::size_t at);
    std::size_t least_useful() const;

    std::size_t bytes_max_;
    std::vector<Checkpoint> all_;  // in order of places
    std::size_t bytes_ = 0;
};

}  // namespace picket
