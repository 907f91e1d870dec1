// Reads texts as recordings, in one piece or in many, and shows recordings as text.
#pragma once

#include <string>
#include <string_view>

#include "base/random.h"
#include "picket/recording.h"
#include "text/json_write.h"

namespace picket::test {

struct ReadText {
    std::string block;    // empty when refused
    std::string refused;  // what is wrong with the whole file
    ReadReport report;
};

// `size_of_chunk` says how much comes next.
template <class SizeOfChunk>
ReadText read_in_chunks(std::string_view text, const RecordingMapping& mapping,
                        SizeOfChunk size_of_chunk) {
    RecordingReader reader(mapping);
    ReadText out;
    Refusal problem;
    for (std::size_t at = 0; at < text.size() && !problem;) {
        const std::size_t size = std::min<std::size_t>(size_of_chunk(), text.size() - at);
        problem = reader.add(text.substr(at, size));
        at += size;
    }
    if (!problem) {
        auto recording = reader.finish();
        if (recording) {
            out.block = recording->bytes();
        } else {
            problem = std::move(recording).refusal();
        }
    }
    if (problem) out.refused = problem->message;
    out.report = reader.report();
    return out;
}

inline ReadText read_text(std::string_view text, const RecordingMapping& mapping = {}) {
    return read_in_chunks(text, mapping, [&] { return text.size(); });
}

// One line a value: "1767225600000 lamp aws:num-messages-sent 5".
inline std::string lines_of(const Recording& recording) {
    std::string out;
    Recording::Place place = recording.begin();
    while (recording.next_moment(place)) {
        while (place.left > 0) {
            const RecordedValue value = recording.next_value(place);
            const RecordedSeries& series = recording.series()[value.series];
            std::string name = series.name;
            for (char& letter : name) letter = letter == '\n' ? '/' : letter;
            out += std::to_string(place.time.ms) + ' ' +
                   std::string(recording.things()[value.thing]) + ' ' + name + ' ' +
                   (is_list(series.kind) ? recording.lists()[value.list]
                                         : format_double(value.number)) +
                   '\n';
        }
    }
    return out;
}

inline std::string lines_of(const ReadText& read) {
    if (!read.refused.empty()) return "refused: " + read.refused;
    auto recording = Recording::read(read.block);
    return recording ? lines_of(*recording) : "broken: " + recording.error().message;
}

// "NEGATIVE 2 (3, 7)": reasons, counts, lines of the examples.
inline std::string refusals_of(const ReadReport& report) {
    std::string out;
    for (const RefusedRows& rows : report.refusals) {
        out += std::string(enum_name(rows.reason)) + ' ' + std::to_string(rows.count) + " (";
        for (std::size_t i = 0; i < rows.examples.size(); ++i)
            out += (i > 0 ? ", " : "") + std::to_string(rows.examples[i].line);
        out += ")\n";
    }
    return out;
}

}  // namespace picket::test
