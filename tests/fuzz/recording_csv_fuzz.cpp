// Any bytes as CSV: as the guesses have it, and with every separator and a mapping.
#include <cstddef>
#include <cstdint>

#include "recording_laws.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    picket::RecordingMapping mapping;
    picket::fuzz::check_file(text, mapping);
    mapping.format = picket::RecordingFormat::Csv;
    mapping.separator = static_cast<picket::CsvSeparator>(size % 3);
    mapping.has_header = size % 2 == 0;
    mapping.time_column = "#1";
    mapping.thing_name = "lamp";
    mapping.metric_name = "load";
    mapping.value_column = "#2";
    picket::fuzz::check_file(text, mapping);
    return 0;
}
