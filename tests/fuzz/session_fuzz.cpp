// Any bytes as a session file, and behind the first zero byte changes to its image. What opens can
// be saved and opened again; what does not leaves the engine as it was; a damaged image never
// becomes another World.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>

#include "fuzz_engine.h"
#include "model/decode.h"
#include "world/image.h"
#include "world/session.h"

namespace {

using namespace picket;

// A replay takes as long as the run did: only sessions with little to do are replayed here.
bool short_replay(std::string_view text) {
    const auto tree = read_json_strict(text);
    if (!tree) return true;  // refused before any work
    for (std::uint32_t i = 0; i < tree->size(); ++i) {
        const JsonNode& node = tree->node(i);
        if (node.key == "count" && node.kind == JsonKind::Integer && node.integer > 500)
            return false;
    }
    Session session;
    std::vector<std::string> warnings;
    if (decode(kShape<Session>, &*tree, 0, {}, &session, {}, warnings)) return true;
    std::size_t scheduled = 0;
    bool scheduled_fleet = false;
    for (const JournalEntry& entry : session.journal) {
        if (entry.operation != "ScheduleCall") continue;
        ++scheduled;
        scheduled_fleet = scheduled_fleet || entry.body.text.find("Populate") != std::string::npos;
    }
    const std::int64_t length = session.end - session.start;
    if (scheduled_fleet && length > 10 * kSecond) return false;
    return scheduled == 0 || (scheduled < 10 && length < 10 * kMinute);
}

// Bytes in threes change the image: two for the place, one for the value there.
std::string changed_image(std::string image, std::string_view changes) {
    for (std::size_t i = 0; i + 2 < changes.size(); i += 3) {
        const auto high = static_cast<unsigned char>(changes[i]);
        const auto low = static_cast<unsigned char>(changes[i + 1]);
        image[(high * 256u + low) % image.size()] = changes[i + 2];
    }
    return image;
}

void check_image(const Engine& engine, std::string_view session, std::string_view changes) {
    const std::string image = changed_image(engine.image(), changes);
    const auto world = world_from_image(image);
    if (world) PICKET_ASSERT(world_image(*world) == image);  // each World has exactly one image
    Engine loaded;
    const auto report = loaded.load(session, image);
    PICKET_ASSERT(report && report->same_world);
    PICKET_ASSERT(world_hash(loaded.world()) == world_hash(engine.world()));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    const std::size_t zero = std::min(bytes.find('\0'), bytes.size());
    const std::string_view text = bytes.substr(0, zero);
    if (!short_replay(text)) return 0;

    Engine engine({.seed = 3});
    const std::string before = engine.save(0);
    const auto report = engine.load(text);
    if (!report) {
        PICKET_ASSERT(engine.save(0) == before);
        return 0;
    }
    PICKET_ASSERT(report->actual_hash == world_hash(engine.world()));
    fuzz::check_saved(engine);
    check_image(engine, engine.save(0), bytes.substr(std::min(zero + 1, bytes.size())));
    return 0;
}
