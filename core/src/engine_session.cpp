// Saving sessions, and what is looked at before one is opened (engine_replay.cpp does that).
// Sessions live long: every format since the first opens, a World that differs after replay is
// opened with a report, and only a newer format is refused.

#include "base/base64.h"
#include "model/encode.h"
#include "picket/engine.h"
#include "text/json_write.h"
#include "text/say.h"
#include "world/image.h"
#include "world/session.h"
#include "world/settings.h"

namespace picket {

Refusal check_session(const Session& session) {
    const auto wrong = [](std::string path, std::string message) {
        return refuse(ErrorCode::InvalidRequest, std::move(message), std::move(path));
    };
    if (session.picket_session > kSessionFormat) {
        return wrong("picketSession", say("This session has format {}; this build reads formats up "
                                          "to {}. Open it with the newer Picket that saved it.",
                                          session.picket_session, kSessionFormat));
    }
    if (session.end.ms < session.start.ms) {
        return wrong("end", say("The session ends at {}, before it starts at {}.",
                                to_iso(session.end), to_iso(session.start)));
    }
    std::int64_t id = 0;
    Timestamp time = session.start;
    for (std::size_t i = 0; i < session.journal.size(); ++i) {
        const JournalEntry& entry = session.journal[i];
        const std::string path = say("journal[{}]", i);
        if (entry.id <= id)
            return wrong(say("{}.id", path),
                         say("Journal entries must have rising ids; {} follows {}.", entry.id, id));
        if (entry.time.ms < time.ms)
            return wrong(say("{}.time", path), "Journal entries must be in order of time.");
        id = entry.id;
        time = entry.time;
    }
    return std::nullopt;
}

std::string Engine::save(int indent, Blocks blocks) const {
    return save(indent, blocks, world_hash(world_));
}

std::string Engine::save(int indent, Blocks blocks, std::string hash) const {
    Session session;
    session.build = build_stamp().hex();
    session.seed = options_.seed;
    session.start = options_.start;
    session.region = options_.region;
    session.account = options_.account;
    const World& begin = *checkpoints_.start().world;
    for (const SettingInfo& setting : settings()) {
        session.settings[std::string(setting.name)] = std::string(setting_text(begin, setting.id));
    }
    for (const auto& [id, entry] : journal_) session.journal.push_back(entry);
    session.end = world_.now;
    session.end_item = world_.instant_items;
    session.applied = applied_;
    session.next_entry = next_entry_;
    session.world_hash = std::move(hash);
    if (blocks == Blocks::Attached) {
        for (const std::string& name : recordings_in_journal()) {
            if (const Recording* block = recording(name))
                session.attachments[name] = base64_encode(block->bytes());
        }
    }
    return to_json(session, indent) + (indent > 0 ? "\n" : "");
}

std::string Engine::image() const { return world_image(world_); }

}  // namespace picket
