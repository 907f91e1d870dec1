// Blocks of recordings beside the World: kept for calls and sessions that name them, attached to a
// session, and found again when one is opened.

#include <algorithm>

#include "api/dispatch.h"
#include "base/base64.h"
#include "picket/engine.h"
#include "picket/json_tree.h"
#include "text/say.h"
#include "world/session.h"

namespace picket {

void take_attachments(const Session& session, RecordingStore& store,
                      std::vector<std::string>& notes) {
    for (const auto& [name, text] : session.attachments) {
        const auto bytes = base64_decode(text);
        auto recording = bytes ? Recording::read(*bytes)
                               : Result<Recording>(refuse(ErrorCode::InvalidRequest, "No Base64."));
        if (recording && recording->name() == name) {
            store.add(std::move(recording).value());
        } else {
            notes.push_back(
                say("The attached recording {} was left out. {}", name,
                    recording ? "Its bytes are another recording." : recording.error().message));
        }
    }
}

void Engine::restart(EngineOptions options) {
    const auto store = world_.recording_store;
    options.checkpoint_bytes = options_.checkpoint_bytes;
    *this = Engine(std::move(options));
    use_store(store);
}

std::string Engine::keep_recording(Recording recording) {
    std::string name = recording.name();
    world_.recording_store->add(std::move(recording));
    return name;
}

Result<std::string> Engine::keep_recording(std::string_view bytes) {
    PICKET_TRY(Recording recording, Recording::read(std::string(bytes)));
    return keep_recording(std::move(recording));
}

const Recording* Engine::recording(std::string_view name) const {
    return world_.recording_store->find(name);
}

void Engine::use_store(std::shared_ptr<RecordingStore> store) {
    world_.recording_store = std::move(store);
    checkpoints_ = Checkpoints(options_.checkpoint_bytes);
    keep_checkpoint();
}

// Names of blocks that calls of the journal give; those of inline texts are made by the call.
std::vector<std::string> Engine::recordings_in_journal() const {
    std::vector<std::string> names;
    for (const auto& [id, entry] : journal_) {
        if (entry.operation != "AddRecording") continue;
        const auto tree = read_json_strict(entry.body.text);
        const std::uint32_t name = tree ? tree->find(0, "sha256") : JsonTree::kNone;
        if (name != JsonTree::kNone) names.emplace_back(tree->node(name).text);
    }
    std::sort(names.begin(), names.end());
    names.erase(std::unique(names.begin(), names.end()), names.end());
    return names;
}

std::vector<std::string> Engine::missing_recordings() const {
    std::vector<std::string> names = recordings_in_journal();
    std::erase_if(names, [this](const std::string& name) { return recording(name) != nullptr; });
    return names;
}

// A World from an image names blocks that its calls made of texts, and those calls do not run.
void Engine::read_inline_recordings() {
    const Operation* operation = find_operation("AddRecording");
    for (const auto& [id, entry] : journal_) {
        if (entry.operation != operation->name || id > applied_) continue;
        World draft = *checkpoints_.start().world;
        Context context(draft, id);
        (void)invoke_on_world(draft, context, *operation, entry.body.text);
    }
}

}  // namespace picket
