// Saving and opening sessions. Sessions live long: every format since the first opens, a World that
// differs after replay is opened with a report, and only a newer format is refused.
#include <algorithm>

#include "api/dispatch.h"
#include "model/decode.h"
#include "model/encode.h"
#include "picket/engine.h"
#include "text/json_write.h"
#include "text/say.h"
#include "world/image.h"
#include "world/session.h"
#include "world/settings.h"

namespace picket {
namespace {

Refusal check(const Session& session) {
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

}  // namespace

std::string Engine::save(int indent) const {
    Session session;
    session.build = build_stamp().hex();
    session.seed = options_.seed;
    session.start = options_.start;
    session.region = options_.region;
    session.account = options_.account;
    const World& begin = checkpoints_.front().world;
    for (const SettingInfo& setting : settings()) {
        session.settings[std::string(setting.name)] = std::string(setting_text(begin, setting.id));
    }
    for (const auto& [id, entry] : journal_) session.journal.push_back(entry);
    session.end = world_.now;
    session.end_item = world_.instant_items;
    session.applied = applied_;
    session.next_entry = next_entry_;
    session.world_hash = world_hash(world_);
    return to_json(session, indent) + (indent > 0 ? "\n" : "");
}

std::string Engine::image() const { return world_image(world_); }

Result<LoadReport> Engine::load(std::string_view text, std::string_view image) {
    PICKET_TRY(const JsonTree tree, read_json_strict(text, kSessionLimits));
    Session session;
    LoadReport report;
    if (auto error = decode(kShape<Session>, &tree, 0, {}, &session, {}, report.notes))
        return std::move(*error);
    if (auto error = check(session)) return std::move(*error);
    for (const auto& [name, value] : session.settings) {
        const SettingInfo* setting = find_setting(name);
        const std::string problem = setting == nullptr ? "This build does not have it."
                                                       : setting_problem(*setting, value);
        if (!problem.empty())
            report.notes.push_back(say("Setting '{}' was left at its default. {}", name, problem));
    }

    Engine opened({.seed = session.seed,
                   .start = session.start,
                   .region = session.region,
                   .account = session.account,
                   .settings = session.settings});
    for (JournalEntry& entry : session.journal) {
        opened.next_entry_ = entry.id + 1;
        const std::int64_t id = entry.id;
        opened.journal_.put(id, std::move(entry));
    }
    opened.next_entry_ = std::max(opened.next_entry_, session.next_entry.value_or(1));
    const Moment end = {session.end, session.applied, session.end_item};
    if (!image.empty()) {
        auto world = world_from_image(image);
        if (world && world->now.ms == session.end.ms && world_hash(*world) == session.world_hash) {
            opened.world_ = std::move(world).value();
            opened.applied_ = session.applied;
            report.from_image = true;
        }
    }
    if (!report.from_image) {
        PICKET_TRY([[maybe_unused]] auto done, opened.replay_to(end));
    }
    report.entries = static_cast<std::int64_t>(opened.journal_.size());
    for (const auto& [id, entry] : opened.journal_) report.failed_entries += entry.failure ? 1 : 0;
    report.expected_hash = session.world_hash;
    report.actual_hash = world_hash(opened.world_);
    report.same_world = report.expected_hash.empty() || report.expected_hash == report.actual_hash;
    if (!report.same_world) {
        report.notes.push_back(
            say("The replay gives another World than the one saved ({}, now {}): the session was "
                "saved by a build that behaves differently.",
                report.expected_hash, report.actual_hash));
    }
    if (report.failed_entries > 0) {
        report.notes.push_back(
            say("{} journal entries no longer succeed; ListJournal shows which, and why.",
                report.failed_entries));
    }
    *this = std::move(opened);
    return report;
}

}  // namespace picket
