// See feed.h.
#include "service/recordings/feed.h"

#include <algorithm>
#include <tuple>
#include <utility>

#include "picket/json_tree.h"
#include "picket/recording.h"
#include "service/detect/ingest.h"
#include "service/facts.h"
#include "text/say.h"
#include "world/context.h"

namespace picket {
namespace {

constexpr std::int64_t kValuesPerItem = 2000;
constexpr std::int64_t kUnitsPerValue = 5;

// The kind that the account has for a series now, when it has one that the values fit.
std::optional<ValueKind> kind_in_account(const World& world, const RecordedSeries& series) {
    const std::string metric = series.name.substr(0, series.name.find('\n'));
    if (find_builtin_metric(metric) != nullptr) return series.kind;
    const CustomMetric* custom = world.custom_metrics.find(metric);
    if (custom == nullptr) return series.kind;  // nothing asks for it
    const ValueKind wanted = custom_metric_info(custom->type).value;
    if (wanted == series.kind) return wanted;
    // A file does not say whether texts are addresses.
    const bool texts = wanted == ValueKind::Cidrs && series.kind == ValueKind::Strings;
    return texts ? std::optional(wanted) : std::nullopt;
}

MetricValue list_value(ValueKind kind, const std::string& json) {
    MetricValue value;
    const auto tree = read_json_strict(json);
    if (!tree) return value;
    std::vector<std::string>* texts = nullptr;
    if (kind == ValueKind::Cidrs) texts = &value.cidrs.emplace();
    if (kind == ValueKind::Strings) texts = &value.strings.emplace();
    std::vector<double>* numbers = kind == ValueKind::Numbers ? &value.numbers.emplace() : nullptr;
    std::vector<std::int64_t>* ports = kind == ValueKind::Ports ? &value.ports.emplace() : nullptr;
    for (auto child = tree->first(0); child != tree->end(0); child = tree->node(child).next) {
        const JsonNode& node = tree->node(child);
        if (texts != nullptr) texts->emplace_back(node.text);
        if (numbers != nullptr) numbers->push_back(node.number);
        if (ports != nullptr) ports->push_back(node.integer);
    }
    return value;
}

// The values of one item, a column for each series. Files whose times are jittered have one value
// a moment: what costs an allocation is made once for all columns.
class Batch {
public:
    Batch(World& world, Context& context, const Recording& recording, RecordingFeed& feed,
          const FeedSome& some)
        : world_(world), context_(context), recording_(recording), feed_(feed), some_(some) {}

    void add(const RecordedValue& value) {
        ++feed_.fed;
        if (!some_.things.empty() && !some_.things[value.thing]) return;
        if (value.thing != thing_) {
            thing_ = value.thing;
            device_ = device_number(world_, recording_.things()[thing_]);
        }
        const RecordedSeries& series = recording_.series()[value.series];
        if (!is_list(series.kind)) return add_number(value);
        const auto kind = kind_in_account(world_, series);
        if (!kind) {
            ++feed_.misfits;
            return;
        }
        const MetricSample sample = {series.name,
                                     list_value(*kind, recording_.lists()[value.list])};
        count(ingest(world_, context_, feed_.next, recording_.things()[thing_], {&sample, 1},
                     some_.keep));
    }

    void finish() {
        for (Numbers& numbers : numbers_) {
            const RecordedSeries& series = recording_.series()[numbers.series];
            if (kind_in_account(world_, series)) {
                numbers.sort();
                const Column column = {series.name, numbers.devices, numbers.values};
                count(ingest(world_, context_, feed_.next, column, some_.keep));
            } else {
                feed_.misfits += static_cast<std::int64_t>(numbers.values.size());
            }
        }
    }

private:
    // A column to be, as Column wants it once it is sorted.
    struct Numbers {
        std::uint32_t series = 0;
        std::vector<std::int64_t> devices;
        std::vector<double> values;

        void sort() {
            if (std::is_sorted(devices.begin(), devices.end())) return;
            std::vector<std::pair<std::int64_t, double>> cells;
            for (std::size_t i = 0; i < devices.size(); ++i)
                cells.emplace_back(devices[i], values[i]);
            std::sort(cells.begin(), cells.end());
            for (std::size_t i = 0; i < cells.size(); ++i)
                std::tie(devices[i], values[i]) = cells[i];
        }
    };

    void add_number(const RecordedValue& value) {
        auto numbers = std::lower_bound(
            numbers_.begin(), numbers_.end(), value.series,
            [](const Numbers& some, std::uint32_t series) { return some.series < series; });
        if (numbers == numbers_.end() || numbers->series != value.series)
            numbers = numbers_.insert(numbers, {value.series, {}, {}});
        numbers->devices.push_back(device_);
        numbers->values.push_back(value.number);
    }
    void count(const Ingested& ingested) {
        feed_.late += ingested.late;
        feed_.misfits += ingested.refused;
    }

    World& world_;
    Context& context_;
    const Recording& recording_;
    RecordingFeed& feed_;
    const FeedSome& some_;
    std::uint32_t thing_ = UINT32_MAX;
    std::int64_t device_ = 0;
    std::vector<Numbers> numbers_;  // in order of series
};

void note_end(World& world, const std::string& name, const RecordingFeed& feed) {
    Facts facts;
    facts.text("sha256", feed.sha256).number("values", feed.fed);
    facts.number("late", feed.late).number("misfits", feed.misfits);
    const bool finished = feed.state == RecordingState::Finished;
    Context(world, feed.entry_id)
        .note(finished ? "recording.finished" : "recording.missing", name,
              finished ? say("The last of the {} values of the recording '{}' was measured.",
                             feed.fed, name)
                       : say("The recording '{}' stops after {} of {} values: its block is not at "
                             "hand. Import the file again, then go back and run on.",
                             name, feed.fed, feed.values),
              facts.json());
}

}  // namespace

void start_feed(World& world, const std::string& name, RecordingFeed feed,
                const Recording& recording) {
    Recording::Place place = recording.begin();
    recording.next_moment(place);
    feed.offset = place.offset;
    feed.left = place.left;
    feed.key = place.key;
    feed.moment = place.time;
    feed.next = place.time + feed.shift_ms;
    Context(world, feed.entry_id).due(feed.next, {DueKind::Recording, name});
    world.recordings.put(name, std::move(feed));
}

void stop_feed(World& world, const std::string& name, const RecordingFeed& feed) {
    const DueItem wanted = {DueKind::Recording, name};
    for (auto at = world.due.lower_bound({feed.next, 0});
         at != world.due.end() && (*at).key.time == feed.next; ++at) {
        if ((*at).value != wanted) continue;
        world.due.erase(DueKey{(*at).key});
        return;
    }
}

std::int64_t feed_some(World& world, Context& context, const Recording& recording,
                       RecordingFeed& feed, Recording::Place& place, const FeedSome& some) {
    const std::int64_t values = std::min(place.left, kValuesPerItem);
    Batch batch(world, context, recording, feed, some);
    for (std::int64_t i = 0; i < values; ++i) batch.add(recording.next_value(place));
    batch.finish();
    return values;
}

std::int64_t feed_recording(World& world, const std::string& name) {
    const RecordingFeed* found = world.recordings.find(name);
    if (found == nullptr) return 1;
    RecordingFeed feed = *found;
    const auto store = world.recording_store;
    const Recording* recording = store ? store->find(feed.sha256) : nullptr;
    if (recording == nullptr) {
        feed.state = RecordingState::Missing;
        note_end(world, name, feed);
        world.recordings.put(name, std::move(feed));
        return 1;
    }
    Context context(world, feed.entry_id);
    Recording::Place place = {feed.offset, feed.left, feed.key, feed.moment};
    const std::int64_t values = feed_some(world, context, *recording, feed, place);
    if (place.left == 0 && !recording->next_moment(place)) {
        feed.state = RecordingState::Finished;
        note_end(world, name, feed);
    } else {
        feed.next = place.time + feed.shift_ms;
        context.due(feed.next, {DueKind::Recording, name});
    }
    feed.offset = place.offset;
    feed.left = place.left;
    feed.key = place.key;
    feed.moment = place.time;
    world.recordings.put(name, std::move(feed));
    return values * kUnitsPerValue;
}

}  // namespace picket
