// Any bytes as JSON: lines, documents, answers, messages.
#include <cstddef>
#include <cstdint>

#include "recording_laws.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    picket::RecordingMapping mapping;
    mapping.format = static_cast<picket::RecordingFormat>(1 + size % 3);
    picket::fuzz::check_file(text, mapping);
    mapping.format.reset();
    mapping.thing_name = "lamp";
    mapping.metric_name = "load";
    mapping.value_column = "value";
    mapping.refuse_unordered = true;
    picket::fuzz::check_file(text, mapping);
    return 0;
}
