// Feeds rows of recordings as the clock passes them: one item of due work is one moment, or a part
// of one that has many values. So an import, a rewind and a replay are one mechanism.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "picket/recording.h"
#include "service/detect/ingest.h"

namespace picket {

// The feed stands before the first value: queues the first item.
void start_feed(World& world, const std::string& name, RecordingFeed feed,
                const Recording& recording);
// Takes the next item out of the queue.
void stop_feed(World& world, const std::string& name, const RecordingFeed& feed);
std::int64_t feed_recording(World& world, const std::string& name);

// Some values of the moment `feed.next`, from `place` on, go to Detect; how many were read.
struct FeedSome {
    std::vector<bool> things = {};  // by their places in the recording; empty: all
    Keep keep = Keep::Values;
};
std::int64_t feed_some(World& world, Context& context, const Recording& recording,
                       RecordingFeed& feed, Recording::Place& place, const FeedSome& some = {});

}  // namespace picket
