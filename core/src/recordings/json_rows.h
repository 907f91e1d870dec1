// Rows that are JSON: plain objects, data of ListMetricValues, and metrics of export messages.
#pragma once

#include "picket/json_tree.h"
#include "recordings/columns.h"
#include "recordings/intake.h"
#include "recordings/json_split.h"

namespace picket {

class JsonRows {
public:
    JsonRows(const RecordingMapping& mapping, Intake& intake, bool lines)
        : mapping_(mapping), intake_(intake), splitter_(lines) {}

    // As CsvRows::take.
    Result<std::size_t> take(std::string_view text, bool last, std::int64_t line);

private:
    Refusal record(std::string_view text, std::int64_t line, bool cut);
    Refusal object(const JsonTree& tree, std::uint32_t node, std::int64_t line,
                   std::string_view text, JsonSplitter::Within within);
    Refusal list(const JsonTree& tree, std::uint32_t node, std::int64_t line, std::string_view text,
                 JsonSplitter::Within within);
    Refusal row(const JsonTree& tree, std::uint32_t node);
    void datum(const JsonTree& tree, std::uint32_t node);
    void exported(const JsonTree& tree, std::uint32_t node);
    Refusal settle(const JsonTree& tree, std::uint32_t node);
    bool thing_and_time(const JsonTree& tree, std::uint32_t node, std::string_view thing_member,
                        std::string_view time_member);
    void value(const JsonTree& tree, std::uint32_t node, std::uint32_t series,
               std::string_view where);
    void metric_members(const JsonTree& tree, std::uint32_t node);
    bool is_form(RecordingFormat format);

    const RecordingMapping& mapping_;
    Intake& intake_;
    JsonSplitter splitter_;
    bool has_form_ = false;  // the first row has told what the file is
    // Plain objects: members by what they are, settled by the first.
    bool settled_ = false;
    std::string thing_, time_, metric_, value_;
    Names members_;  // all others that came so far
    std::vector<std::uint32_t> member_series_;
    std::vector<bool> member_is_metric_;
};

}  // namespace picket
