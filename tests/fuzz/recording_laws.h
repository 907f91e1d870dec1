// What holds for any file that is read as a recording: it is kept or refused row by row, all rows
// are accounted for, however it is cut into chunks and finished in pieces; and a block that was
// made reads back.
#pragma once

#include <algorithm>
#include <cmath>
#include <string_view>

#include "picket/recording.h"

namespace picket::fuzz {

struct FileRead {
    Refusal problem;
    std::string block;
    ReadReport report;
};

inline FileRead read_file(std::string_view text, const RecordingMapping& mapping,
                          std::size_t chunk) {
    RecordingReader reader(mapping);
    FileRead out;
    while (!text.empty() && !out.problem) {
        const std::size_t size = std::min(chunk, text.size());
        out.problem = reader.add(text.substr(0, size));
        text.remove_prefix(size);
    }
    if (!out.problem) {
        while (!reader.finish_some(static_cast<std::int64_t>(chunk) + 1)) {}
        auto recording = reader.finish();
        if (recording) {
            out.block = recording->bytes();
        } else {
            out.problem = std::move(recording).refusal();
        }
    }
    out.report = reader.report();
    return out;
}

// Every value is in order, and one that its metric can have.
inline void walk(const Recording& recording) {
    Recording::Place place = recording.begin();
    std::int64_t values = 0;
    Timestamp before;
    while (recording.next_moment(place)) {
        PICKET_ASSERT(place.time > before);
        before = place.time;
        while (place.left > 0) {
            const RecordedValue value = recording.next_value(place);
            PICKET_ASSERT(value.thing < recording.things().size());
            const RecordedSeries& series = recording.series()[value.series];
            if (is_list(series.kind)) {
                PICKET_ASSERT(value.list < recording.lists().size());
            } else {
                PICKET_ASSERT(std::isfinite(value.number));
                PICKET_ASSERT(series.kind != ValueKind::Count || value.number >= 0);
            }
            ++values;
        }
    }
    PICKET_ASSERT(values == recording.values());
    PICKET_ASSERT(before == recording.last());
}

inline void check_file(std::string_view text, const RecordingMapping& mapping) {
    const FileRead whole = read_file(text, mapping, text.size());
    const FileRead pieces = read_file(text, mapping, 1 + text.size() % 13);
    PICKET_ASSERT(whole.block == pieces.block);
    PICKET_ASSERT(whole.report == pieces.report);
    PICKET_ASSERT(static_cast<bool>(whole.problem) == static_cast<bool>(pieces.problem));
    std::int64_t refused = 0;
    for (const RefusedRows& rows : whole.report.refusals) refused += rows.count;
    PICKET_ASSERT(refused == whole.report.refused);
    if (whole.problem) {
        PICKET_ASSERT(!whole.problem->message.empty());
        return;
    }
    const auto recording = Recording::read(whole.block);
    PICKET_ASSERT(recording);
    PICKET_ASSERT(recording->values() == whole.report.values);
    walk(*recording);
}

}  // namespace picket::fuzz
