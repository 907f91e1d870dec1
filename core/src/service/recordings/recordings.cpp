// The user's own data in the account. A request holds the name of a block that a host has made of a
// file (RecordingReader) and given to the engine, or a small file itself; either way the journal
// has all that it takes to have the same rows again.
#include "service/recordings/recordings.h"

#include <algorithm>

#include "service/facts.h"
#include "service/op.h"
#include "service/paginate.h"
#include "service/recordings/feed.h"
#include "service/refuse.h"
#include "service/tables.h"
#include "text/say.h"
#include "world/context.h"

namespace picket {
namespace {

constexpr std::size_t kThingsShown = 100;

const Recording* block_of_recording(const World& world, std::string_view name) {
    return world.recording_store ? world.recording_store->find(name) : nullptr;
}

// Reading a text again gives the same block, so that keeping it beside the World changes nothing.
Result<const Recording*> read_inline(const World& world, const AddRecordingRequest& in) {
    RecordingReader reader(in.mapping.value_or(RecordingMapping{}));
    if (auto problem = reader.add(*in.text)) {
        if (problem->path.empty()) problem->path = "text";
        return problem;
    }
    auto recording = reader.finish();
    if (!recording) {
        Error error = recording.error();
        if (error.path.empty()) error.path = "text";
        return error;
    }
    const std::string name = recording->name();
    PICKET_ASSERT(world.recording_store != nullptr);
    world.recording_store->add(std::move(recording).value());
    return block_of_recording(world, name);
}

Result<const Recording*> wanted_block(const World& world, const AddRecordingRequest& in) {
    if (in.sha256.has_value() == in.text.has_value()) {
        return invalid("A recording is a block or a text: give exactly one of sha256 and text.",
                       in.text ? "text" : "sha256");
    }
    if (in.text) return read_inline(world, in);
    if (in.mapping) {
        return invalid("The mapping belongs to a text; a block was made with its own.", "mapping");
    }
    const Recording* block = block_of_recording(world, *in.sha256);
    if (block == nullptr) {
        return refuse(ErrorCode::ResourceNotFound,
                      say("The block {} is not at hand. Import the file that it was made of; the "
                          "same file with the same mapping gives the same block.",
                          *in.sha256),
                      "sha256");
    }
    return block;
}

Result<AddRecordingResponse> add_recording(World& world, Context& context,
                                           const AddRecordingRequest& in) {
    PICKET_TRY(const Recording* block, wanted_block(world, in));
    if (world.recordings.contains(in.recording_name)) {
        return refuse(ErrorCode::ResourceAlreadyExists,
                      say("A recording is named '{}' already. Choose another name, or remove it "
                          "with RemoveRecording.",
                          in.recording_name),
                      "recordingName");
    }
    const Timestamp first = in.first_row_time.value_or(context.now());
    if (first < context.now()) {
        return invalid(say("It is {} already, and rows cannot happen in the past. Give a later "
                           "firstRowTime, or none for now.",
                           to_iso(context.now())),
                       "firstRowTime");
    }
    RecordingFeed feed;
    feed.sha256 = block->name();
    feed.entry_id = context.entry_id();
    feed.shift_ms = first - block->first();
    feed.values = block->values();
    feed.last = block->last() + feed.shift_ms;
    if (feed.last > kTimestampMax) {
        return invalid("The last row would be after the year 9999. Give an earlier firstRowTime.",
                       "firstRowTime");
    }
    AddRecordingResponse out = {in.recording_name, feed.sha256,    feed.values, first,
                                feed.last,         block->report()};
    Facts facts;
    facts.text("sha256", feed.sha256).number("values", feed.values);
    facts.text("firstRow", to_iso(first)).text("lastRow", to_iso(feed.last));
    facts.number("refused", block->report().refused);
    context.note("recording.added", in.recording_name,
                 say("The recording '{}' has {} of {} from {} on.", in.recording_name,
                     counted(feed.values, "value"),
                     counted(static_cast<std::int64_t>(block->things().size()), "thing"),
                     to_iso(first)),
                 facts.json());
    start_feed(world, in.recording_name, std::move(feed), *block);
    return out;
}

RecordingSummary summary_of(const std::string& name, const RecordingFeed& feed) {
    RecordingSummary out = {name,     feed.sha256,  feed.state, feed.values,
                            feed.fed, std::nullopt, feed.last};
    if (feed.state == RecordingState::Feeding) out.next_row_time = feed.next;
    return out;
}

RecordedMetric metric_of_series(const RecordedSeries& series) {
    RecordedMetric out = {series.name, std::nullopt, series.kind};
    const std::size_t cut = series.name.find('\n');
    if (cut == std::string::npos) return out;
    const std::size_t second = series.name.find('\n', cut + 1);
    out.metric = series.name.substr(0, cut);
    out.dimension = MetricDimension{series.name.substr(cut + 1, second - cut - 1),
                                    series.name.ends_with("NOT_IN") ? DimensionValueOperator::NotIn
                                                                    : DimensionValueOperator::In};
    return out;
}

Result<DescribeRecordingResponse> describe_recording(const World& world,
                                                     const RecordingNameRequest& in) {
    const RecordingFeed* feed = world.recordings.find(in.recording_name);
    if (feed == nullptr)
        return not_found("recording", in.recording_name, "AddRecording", "recordingName");
    DescribeRecordingResponse out;
    out.summary = summary_of(in.recording_name, *feed);
    out.values_late = feed->late;
    out.values_misfit = feed->misfits;
    const Recording* block = block_of_recording(world, feed->sha256);
    out.at_hand = block != nullptr;
    if (block == nullptr) return out;
    out.thing_count = static_cast<std::int64_t>(block->things().size());
    const auto things = block->things().first(std::min(block->things().size(), kThingsShown));
    out.things.assign(things.begin(), things.end());
    for (const RecordedSeries& series : block->series())
        out.metrics.push_back(metric_of_series(series));
    out.recorded_from = block->first();
    out.recorded_to = block->last();
    out.report = block->report();
    return out;
}

Result<ListRecordingsResponse> list_recordings(const World& world,
                                               const ListRecordingsRequest& in) {
    PICKET_TRY(const Page page, read_page("ListRecordings", {}, in.max_results, in.next_token));
    ListRecordingsResponse out;
    PICKET_TRY(out.next_token,
               walk_page(page, world.recordings, std::string(), [&](const auto& entry) {
                   out.recordings.push_back(summary_of(entry.key, entry.value));
               }));
    return out;
}

Result<RemoveRecordingResponse> remove_recording(World& world, Context& context,
                                                 const RecordingNameRequest& in) {
    const RecordingFeed* feed = world.recordings.find(in.recording_name);
    if (feed == nullptr)
        return not_found("recording", in.recording_name, "AddRecording", "recordingName");
    const RemoveRecordingResponse out = {feed->values - feed->fed};
    Facts facts;
    facts.text("sha256", feed->sha256).number("valuesFed", feed->fed);
    facts.number("valuesLeft", out.values_left);
    context.note("recording.removed", in.recording_name,
                 say("The recording '{}' was removed; {} of its {} will not happen.",
                     in.recording_name, out.values_left, counted(feed->values, "value")),
                 facts.json());
    stop_feed(world, in.recording_name, *feed);
    world.recordings.erase(in.recording_name);
    return out;
}

using enum ErrorCode;

constexpr Operation kRecordingOperations[] = {
    verb<&add_recording>(
        "AddRecording", "Recordings", "/_picket/AddRecording",
        errors<InvalidRequest, ResourceAlreadyExists, ResourceNotFound>(),
        "Lets the rows of a file happen: each becomes a datapoint when the clock comes to it."),
    verb<&describe_recording>("DescribeRecording", "Recordings", "/_picket/DescribeRecording",
                              errors<InvalidRequest, ResourceNotFound>(),
                              "Tells what a recording has, how far the clock has come in it, and "
                              "which rows of the file were refused and why."),
    verb<&list_recordings>("ListRecordings", "Recordings", "/_picket/ListRecordings",
                           errors<InvalidRequest>(), "Lists the recordings of the session."),
    verb<&remove_recording>("RemoveRecording", "Recordings", "/_picket/RemoveRecording",
                            errors<InvalidRequest, ResourceNotFound>(),
                            "Takes a recording out; datapoints that were fed stay."),
};

}  // namespace

std::span<const Operation> recording_operations() { return kRecordingOperations; }

}  // namespace picket
