// Calls of operations that replay or assess, in pieces: a long text is read in some, understanding
// it is one of its own, the replay or the assessment brings the rest.
#include <utility>

#include "api/dispatch.h"
#include "engine_answer.h"
#include "model/encode.h"
#include "picket/replay.h"
#include "service/picket/replays.h"
#include "text/json_pieces.h"

namespace picket {
namespace {

constexpr std::size_t kLongText = 32'000;  // understood with something else in one step, below it

}  // namespace

struct ReplayCall::Work {
    Work(const Operation& called, const ReplayParts& its_parts)
        : operation(&called), parts(&its_parts), input(*called.input) {}

    const Operation* operation;
    const ReplayParts* parts;
    Engine start;  // what it replays from
    std::string json;
    std::optional<JsonPieces> reading;
    std::optional<JsonTree> tree;
    AnyValue input;
    std::optional<Pieces> pieces;
    int leg = 0;        // of those that the call takes
    CallResult result;  // as far as it is known

    void read(WorkUnits budget);
    void begin();
    bool go_on(WorkUnits budget);
    bool refused() const { return result.error.has_value(); }
};

void ReplayCall::Work::read(WorkUnits budget) {
    if (json.empty()) return begin();
    if (!reading) reading.emplace(json);
    if (!reading->step(budget)) return;
    auto read = reading->finish();
    reading.reset();
    if (!read) return put_error(result, std::move(read).error());
    tree = std::move(read).value();
}

void ReplayCall::Work::begin() {
    auto prepared = json.empty() ? prepare(*operation, start.world(), json, true)
                                 : prepare_read(*operation, start.world(), *tree, json);
    tree.reset();
    if (!prepared) return put_error(result, std::move(prepared).error());
    result.warnings = std::move(prepared->warnings);
    input = std::move(prepared->input);
    result.request = to_json(*operation->input, input.get());
    auto begun = parts->begin(start, input.get());
    if (!begun) return put_error(result, as_declared(*operation, std::move(begun).error()));
    pieces = std::move(begun).value();
}

// True when nothing is left.
bool ReplayCall::Work::go_on(WorkUnits budget) {
    do {
        if (!std::visit([&](auto& each) { return each.step(budget); }, *pieces)) return false;
        Replay* const replay = std::get_if<Replay>(&*pieces);
        if (replay == nullptr || replay->refusal()) return true;
        auto next = parts->next(*replay, input.get());
        if (!next) put_error(result, as_declared(*operation, std::move(next).error()));
        if (!next || !*next) return true;
        pieces = std::move(**next);
        ++leg;
    } while (budget == kNoBudget);
    return false;
}

ReplayCall::ReplayCall(std::unique_ptr<Work> work) : work_(std::move(work)) {}
ReplayCall::ReplayCall(ReplayCall&&) noexcept = default;
ReplayCall& ReplayCall::operator=(ReplayCall&&) noexcept = default;
ReplayCall::~ReplayCall() = default;

bool ReplayCall::is_one(std::string_view operation) {
    return find_replay_parts(operation) != nullptr;
}

std::optional<ReplayCall> ReplayCall::begin(const Engine& engine, std::string_view name,
                                            std::string_view json) {
    const ReplayParts* parts = find_replay_parts(name);
    const Operation* operation = find_operation(name);
    if (parts == nullptr || operation == nullptr) return std::nullopt;
    auto work = std::make_unique<Work>(*operation, *parts);
    work->start = engine;
    work->json = json;
    return ReplayCall(std::move(work));
}

bool ReplayCall::step(WorkUnits budget) {
    Work& work = *work_;
    const bool in_pieces = budget != kNoBudget && work.json.size() >= kLongText;
    if (!work.tree && !work.pieces && !work.refused()) {
        work.read(budget);
        if (in_pieces || work.reading) return work.refused();
    }
    if (work.tree) {
        work.begin();
        if (in_pieces) return work.refused();
    }
    return work.refused() || work.go_on(budget);
}

float ReplayCall::progress() const {
    if (!work_->pieces) return 0;
    const float legs = static_cast<float>(work_->parts->legs);
    const float now = std::visit([](const auto& each) { return each.progress(); }, *work_->pieces);
    return (static_cast<float>(work_->leg) + now) / legs;
}

bool ReplayCall::only_looks() const { return work_->parts->only_looks; }

CallResult ReplayCall::finish(Engine& engine, bool dry_run) {
    CallResult result = std::move(work_->result);
    result.after = engine.world();
    if (!result.error) {
        Answer answer(*work_->operation);
        work_->parts->finish(*work_->pieces, work_->input.get(), answer.place());
        put_answer(result, *work_->operation, answer);
        if (result.ok() && !work_->parts->only_looks) {
            Engine& moved = std::get<Replay>(*work_->pieces).engine();
            result.after = moved.world();
            if (!dry_run) engine = std::move(moved);
        }
    }
    if (result.error && !result.error->path.empty() && !work_->json.empty())
        locate(*result.error, work_->json);
    return result;
}

}  // namespace picket
