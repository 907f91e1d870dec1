// Files of metrics that come in chunks, for the functions of bindings.cpp: one file at a time.
#pragma once

#include "values.h"

namespace picket {

class Imports {
public:
    // The first chunk of a file begins it, with a mapping as JSON text.
    val chunk(const std::string& bytes, const std::string& mapping_json) {
        if (!reader_) {
            Result<RecordingMapping> mapping = read_mapping(mapping_json);
            if (!mapping) return object({{"error", error_value(mapping.error())}});
            reader_.emplace(std::move(mapping).value());
        }
        if (auto problem = reader_->add(bytes)) {
            reader_.reset();
            return object({{"error", error_value(*problem)}});
        }
        const ReadReport& report = reader_->report();
        return object({{"error", val::null()},
                       {"rows", number(report.rows)},
                       {"values", number(report.values)},
                       {"refused", number(report.refused)}});
    }

    // Ends the file: AddRecording can name its block now.
    val end(Engine& engine) {
        if (!reader_) reader_.emplace();
        Result<Recording> recording = reader_->finish();
        const std::string report = to_json(reader_->report());
        reader_.reset();
        if (!recording) {
            return object({{"error", error_value(recording.error())}, {"report", val(report)}});
        }
        return object({{"error", val::null()},
                       {"sha256", val(engine.keep_recording(std::move(recording).value()))},
                       {"report", val(report)}});
    }

private:
    std::optional<RecordingReader> reader_;
};

}  // namespace picket
