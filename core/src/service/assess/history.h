// What devices measured in a period, told to Detect of another World in the order of time: what
// fleets simulate, what recordings hold and what is stored.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "picket/metric_history.h"
#include "picket/recording.h"
#include "service/fleet/fleet_step.h"
#include "service/recordings/feed.h"

namespace picket {

class History {
public:
    // `devices` have numbers in `into` already. Values of (from, to].
    History(const World& of, World& into, std::span<const std::string> devices, Timestamp from,
            Timestamp to);

    // Goes on to the next moment that has values: the clock of the World moves there, and what is
    // due on the way happens. Returns the work it took, 0 when nothing is left and the clock stands
    // at the end.
    std::int64_t step();

    bool has_stored() const { return !stored_.empty(); }

    static Timestamp end_of(const World& world);  // now, or the end of what is recorded

private:
    struct FleetPart {
        Fleet fleet;
        std::int64_t slot = 0;
        std::int64_t behind = 0;
        std::vector<FleetDevice> devices;
    };
    struct RecordingPart {
        const Recording* recording = nullptr;
        RecordingFeed feed;
        Recording::Place place;
        FeedSome some;
        bool done = false;
    };
    struct StoredValue {
        Timestamp time;
        std::size_t series = 0;  // of stored_
        MetricValue value;
    };

    void add_fleets(const World& of, std::span<const std::string> devices);
    void add_recordings(const World& of, std::span<const std::string> devices);
    void add_stored(std::span<const std::string> devices);
    void skip_before(RecordingPart& part);
    std::int64_t read_stored();
    std::int64_t feed_recordings(Timestamp time);
    std::int64_t feed_stored(Timestamp time);
    Timestamp next() const;
    std::int64_t run_until(Timestamp time);

    World stored_world_;  // without fleets, so that what is stored is all it has
    World& into_;
    Timestamp from_, to_;
    std::vector<FleetPart> fleets_;
    std::vector<RecordingPart> recordings_;
    std::vector<MeasuredSeries> stored_;
    Timestamp read_to_;                // of what is stored
    std::vector<StoredValue> values_;  // up to there, in order
    std::size_t value_ = 0;            // the next of them
};

}  // namespace picket
