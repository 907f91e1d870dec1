// The user's own data: files that were added, and how far the clock has come in each.
#include <algorithm>

#include "frame.h"
#include "items/areas.h"
#include "items/rows.h"
#include "items/simulator.h"
#include "picket/json_tree.h"

namespace picket::ui {
namespace {

using Row = TableInfo::Row;
using Text = std::string;

std::int64_t percent_fed(const RecordingFeed& feed) {
    return feed.values > 0 ? feed.fed * 100 / feed.values : 0;
}

constexpr GridColumn kRecordingColumns[] = {
    {"Recording", 192, Look::Strong, false,
     [](const World&, const Row& row, Cell& cell) { put_text(cell, key_as<Text>(row)); }},
    {"State", 104, Look::State, false,
     [](const World&, const Row& row, Cell& cell) {
         put_state(cell, value_as<RecordingFeed>(row).state);
     }},
    {"Values", 96, Look::Text, true,
     [](const World&, const Row& row, Cell& cell) {
         put_number(cell, value_as<RecordingFeed>(row).values);
     }},
    {"Happened", 88, Look::Text, true,
     [](const World&, const Row& row, Cell& cell) {
         cell.rank = percent_fed(value_as<RecordingFeed>(row));
         cell.text = std::to_string(cell.rank) + " %";
     }},
    {"Next row", 168, Look::Quiet, true,
     [](const World&, const Row& row, Cell& cell) {
         const auto& feed = value_as<RecordingFeed>(row);
         if (feed.state == RecordingState::Feeding) put_time(cell, feed.next);
     }},
    {"Last row", 168, Look::Quiet, true,
     [](const World&, const Row& row, Cell& cell) {
         put_time(cell, value_as<RecordingFeed>(row).last);
     }},
};

void describe_recording_row(const World& world, const Row& row, Dossier& dossier) {
    const auto& feed = value_as<RecordingFeed>(row);
    dossier.title = dossier.mentions = key_as<Text>(row);
    dossier.state = Text(enum_word(feed.state));
    dossier.subtitle = feed.sha256;
    FactGroup& facts = dossier.group("");
    facts.facts.push_back({"Values", count_text(static_cast<std::size_t>(feed.values))});
    facts.facts.push_back({"Happened", count_text(static_cast<std::size_t>(feed.fed)) + ", " +
                                           std::to_string(percent_fed(feed)) + " %"});
    if (feed.state == RecordingState::Feeding)
        facts.facts.push_back(
            {"Next row", time_text(feed.next) +
                             (feed.next > world.now ? ", in " + duration_text(feed.next - world.now)
                                                    : Text())});
    facts.facts.push_back({"Last row", time_text(feed.last)});
    if (feed.late > 0)
        facts.facts.push_back({"Too late",
                               count_text(static_cast<std::size_t>(feed.late)) +
                                   " came after the window of a behavior had closed",
                               Tone::Warn});
    if (feed.misfits > 0)
        facts.facts.push_back({"Misfits",
                               count_text(static_cast<std::size_t>(feed.misfits)) +
                                   " are not of the type that the custom metric here has",
                               Tone::Warn});
    if (feed.state == RecordingState::Missing)
        facts.facts.push_back({"Missing",
                               "The data of it is not at hand. Import the same file again, then go "
                               "back to before it and run on.",
                               Tone::Danger});
    dossier.actions = {{"Remove", "RemoveRecording",
                        json_object({{"recordingName", dossier.title}}),
                        "Rows to come will not happen; what was measured stays"}};
}

std::string text_at(const JsonTree& tree, std::uint32_t object, std::string_view key) {
    const std::uint32_t at = tree.find(object, key);
    return at == JsonTree::kNone ? Text() : Text(tree.node(at).text);
}

// The members of the list that `take` makes facts of.
template <class F>
void each_row_of(const JsonTree& tree, std::string_view path, F&& take) {
    const std::uint32_t list = tree.resolve(path);
    if (list == JsonTree::kNone) return;
    for (auto at = tree.first(list); at != tree.end(list); at = tree.node(at).next) take(at);
}

void add_report(const JsonTree& tree, Dossier& dossier) {
    FactGroup& file = dossier.group("The file");
    const std::uint32_t report = tree.resolve("report");
    if (report == JsonTree::kNone) return;
    const auto number = [&](std::string_view label, std::string_view key) {
        const std::uint32_t at = tree.find(report, key);
        const std::int64_t value = at == JsonTree::kNone ? 0 : tree.node(at).integer;
        file.facts.push_back({Text(label), count_text(static_cast<std::size_t>(value))});
    };
    file.facts.push_back({"Format", format_words(text_at(tree, report, "format"))});
    number("Rows", "rows");
    number("Refused", "refused");
    FactGroup& refused = dossier.group("Rows that were refused");
    each_row_of(tree, "report.refusals", [&](std::uint32_t at) {
        const std::uint32_t first = tree.first(tree.find(at, "examples"));
        refused.facts.push_back({shouted_words(text_at(tree, at, "reason")),
                                 text_at(tree, at, "count") + ". Line " +
                                     text_at(tree, first, "line") + ": " +
                                     text_at(tree, first, "message"),
                                 Tone::Warn});
    });
}

// Which things and metrics it has, and what was refused: only the block knows.
void add_block(Frame& frame, const Row& row, Dossier& dossier) {
    const auto& feed = value_as<RecordingFeed>(row);
    const Text key = "DescribeRecording " + dossier.title + feed.sha256 +
                     Text(enum_word(feed.state));
    const auto answer = frame.ui.answers.find(key);
    if (answer == frame.ui.answers.end()) {
        frame.out.push_back(
            Ask{key, "DescribeRecording", json_object({{"recordingName", dossier.title}})});
        return;
    }
    const auto tree = read_json_strict(answer->second.body);
    if (!tree) return;
    FactGroup& metrics = dossier.group("Metrics");
    each_row_of(*tree, "metrics", [&](std::uint32_t at) {
        if (metrics.facts.size() == kRelatedMax) return void(++metrics.left_out);
        const std::uint32_t dimension = tree->find(at, "dimension");
        const Text of = dimension == JsonTree::kNone
                            ? Text()
                            : ", " + text_at(*tree, dimension, "dimensionName");
        metrics.facts.push_back({{}, text_at(*tree, at, "metric") + of});
    });
    FactGroup& things = dossier.group("Things");
    each_row_of(*tree, "things", [&](std::uint32_t at) {
        if (things.facts.size() == kRelatedMax) return;
        const Text name(tree->node(at).text);
        const bool known = frame.world.things.contains(name);
        things.facts.push_back(
            {{}, name, Tone::Plain, known ? ItemRef{"things", name} : ItemRef{}});
    });
    const std::uint32_t count = tree->find(0, "thingCount");
    if (count != JsonTree::kNone)
        things.left_out = static_cast<std::size_t>(tree->node(count).integer) - things.facts.size();
    add_report(*tree, dossier);
}

constexpr Section kRecordings[] = {
    {.area = Area::Session,
     .id = "recordings",
     .title = "Recordings",
     .table = "recordings",
     .columns = kRecordingColumns,
     .key = row_key<Text>,
     .place = row_place<Text, &World::recordings>,
     .describe = describe_recording_row,
     .empty = {"No recording yet",
               "A recording is a file of your own metrics. Each of its rows becomes a datapoint "
               "when the clock comes to its time.",
               "Import a file"},
     .create_label = "Import a file",
     .extend = add_block,
     .leads_to = "import"},
    {.area = Area::Session,
     .id = "import",
     .title = "Import",
     .empty = {"", "A file of your own metrics: CSV, JSON Lines, and what the service exports"},
     .draw = draw_import},
};

}  // namespace

std::string format_words(std::string_view format) {
    if (format == "CSV") return "CSV";
    return format == "JSON_LINES" ? "JSON Lines" : shouted_words(format);
}

std::span<const Section> recording_sections() { return kRecordings; }

}  // namespace picket::ui
