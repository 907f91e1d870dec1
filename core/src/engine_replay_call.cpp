// Calls of operations that replay, in pieces: reading a long text and understanding it are pieces
// of their own, the replay brings the rest.
#include <utility>

#include "api/dispatch.h"
#include "engine_answer.h"
#include "model/encode.h"
#include "picket/replay.h"
#include "service/picket/replays.h"

namespace picket {
namespace {

constexpr std::size_t kLongText = 32'000;  // read with something else in one step, below that

}  // namespace

struct ReplayCall::Work {
    const Operation* operation = nullptr;
    const ReplayHalves* halves = nullptr;
    Engine start;  // what it replays from
    std::string json;
    std::optional<JsonTree> tree;
    std::optional<Replay> replay;
    CallResult result;  // as far as it is known

    void read();
    void begin();
    bool refused() const { return result.error.has_value(); }
};

void ReplayCall::Work::read() {
    if (json.empty()) return begin();
    auto read = read_json_strict(json);
    if (!read) return put_error(result, std::move(read).error());
    tree = std::move(read).value();
}

void ReplayCall::Work::begin() {
    auto prepared = json.empty() ? prepare(*operation, start.world(), json, true)
                                 : prepare_read(*operation, start.world(), *tree, json);
    tree.reset();
    if (!prepared) return put_error(result, std::move(prepared).error());
    result.warnings = std::move(prepared->warnings);
    result.request = to_json(*operation->input, prepared->input.get());
    auto begun = halves->begin(start, prepared->input.get());
    if (!begun) return put_error(result, as_declared(*operation, std::move(begun).error()));
    replay = std::move(begun).value();
}

ReplayCall::ReplayCall(std::unique_ptr<Work> work) : work_(std::move(work)) {}
ReplayCall::ReplayCall(ReplayCall&&) noexcept = default;
ReplayCall& ReplayCall::operator=(ReplayCall&&) noexcept = default;
ReplayCall::~ReplayCall() = default;

std::optional<ReplayCall> ReplayCall::begin(const Engine& engine, std::string_view name,
                                            std::string_view json) {
    const ReplayHalves* halves = find_replay_halves(name);
    const Operation* operation = find_operation(name);
    if (halves == nullptr || operation == nullptr) return std::nullopt;
    auto work = std::make_unique<Work>();
    work->operation = operation;
    work->halves = halves;
    work->start = engine;
    work->json = json;
    return ReplayCall(std::move(work));
}

bool ReplayCall::step(WorkUnits budget) {
    Work& work = *work_;
    const bool in_pieces = budget != kNoBudget && work.json.size() >= kLongText;
    if (!work.tree && !work.replay && !work.refused()) {
        work.read();
        if (in_pieces) return work.refused();
    }
    if (work.tree) {
        work.begin();
        if (in_pieces) return work.refused();
    }
    return work.refused() || work.replay->step(budget);
}

float ReplayCall::progress() const { return work_->replay ? work_->replay->progress() : 0; }

CallResult ReplayCall::finish(Engine& engine, bool dry_run) {
    CallResult result = std::move(work_->result);
    result.after = engine.world();
    if (!result.error) {
        Replay& replay = *work_->replay;
        Answer answer(*work_->operation);
        work_->halves->finish(replay, answer.place());
        put_answer(result, *work_->operation, answer);
        if (result.ok()) result.after = replay.engine().world();
        if (result.ok() && !dry_run) engine = std::move(replay.engine());
    }
    if (result.error && !result.error->path.empty() && !work_->json.empty())
        locate(*result.error, work_->json);
    return result;
}

}  // namespace picket
