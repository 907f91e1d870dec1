// Any bytes as a block: refused, or a recording that can be walked to its end.
#include <cstddef>
#include <cstdint>

#include "recording_laws.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    std::string bytes(reinterpret_cast<const char*>(data), size);
    const auto recording = picket::Recording::read(bytes);
    if (!recording) return 0;
    PICKET_ASSERT(recording->bytes() == bytes);
    picket::fuzz::walk(*recording);
    return 0;
}
