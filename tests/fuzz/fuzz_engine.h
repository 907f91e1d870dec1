// What the engine's fuzz targets share: facts that hold after any input, and which operations do
// unbounded work in one call, so that a target leaves them to others.
#pragma once

#include <string_view>

#include "picket/engine.h"

namespace picket::fuzz {

// LoadSession replays whatever it is given, and AdvanceClock spends a second's work: the targets
// `session` and `call` do both under bounds of their own.
inline bool unbounded(std::string_view operation) {
    return operation == "LoadSession" || operation == "AdvanceClock";
}

// A saved session opens, with and without its image, as the World it was saved with.
inline void check_saved(const Engine& engine) {
    const std::string session = engine.save(0);
    const std::string hash = world_hash(engine.world());
    for (const bool with_image : {false, true}) {
        Engine loaded;
        const auto report = loaded.load(session, with_image ? engine.image() : std::string());
        if (!report) std::fprintf(stderr, "%s\n", report.error().message.c_str());
        PICKET_ASSERT(report);
        PICKET_ASSERT(report->same_world);
        PICKET_ASSERT(report->from_image == with_image);
        PICKET_ASSERT(world_hash(loaded.world()) == hash);
        PICKET_ASSERT(loaded.save(0) == session);
    }
}

}  // namespace picket::fuzz
