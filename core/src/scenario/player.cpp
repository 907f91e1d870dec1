// Plays a scenario step by step. A step is opened (where does the clock go?), the clock runs there
// in bounded slices, and the step is closed (the call is made, the rewind done).
#include <algorithm>

#include "picket/scenario.h"
#include "scenario/expectation.h"
#include "scenario/line_diff.h"
#include "text/say.h"

namespace picket {
namespace {

EngineOptions engine_options(const Scenario& scenario, const PlayOptions& play) {
    EngineOptions options;
    options.seed = play.seed.value_or(scenario.seed.value_or(options.seed));
    options.start = scenario.start.value_or(options.start);
    options.region = scenario.region.value_or(options.region);
    options.account = scenario.account.value_or(options.account);
    options.settings = scenario.settings;
    return options;
}

Timestamp moved(Timestamp time, std::int64_t seconds) {
    return {std::min(kTimestampMax.ms, time.ms + seconds * kSecond)};
}

}  // namespace

ScenarioPlayer::ScenarioPlayer(ScenarioFile file, PlayOptions options)
    : file_(std::move(file)), options_(std::move(options)),
      engine_(engine_options(file_.scenario, options_)), start_(engine_.options().start) {
    file_.steps.resize(file_.scenario.steps.size());
}

Timestamp ScenarioPlayer::after_start(std::int64_t seconds) const { return moved(start_, seconds); }

void ScenarioPlayer::fail(std::string what, std::string expected, std::string actual) {
    const bool at_end = index_ == file_.scenario.steps.size();
    ScenarioFailure failure;
    failure.step = at_end ? 0 : index_ + 1;
    failure.place = at_end ? file_.expect : file_.steps[index_];
    failure.what = std::move(what);
    failure.diff = line_diff(expected, actual);
    failure.expected = std::move(expected);
    failure.actual = std::move(actual);
    failures_.push_back(std::move(failure));
}

// Time only runs on: a moment that has passed is a failure of the step, which is then left out.
void ScenarioPlayer::go_to(Timestamp moment) {
    if (moment < engine_.world().now) {
        fail("its moment has passed when its turn comes; time only runs on, and a rewind goes back",
             to_iso(moment), to_iso(engine_.world().now));
        impossible_ = true;
        return;
    }
    target_ = moment;
    if (options_.until && *options_.until < target_) {
        target_ = std::max(*options_.until, engine_.world().now);
        stopping_ = true;
    }
}

void ScenarioPlayer::open_step() {
    const ScenarioStep& step = file_.scenario.steps[index_];
    const Timestamp now = engine_.world().now;
    opened_ = true;
    impossible_ = false;
    from_ = target_ = now;
    if (step.call) {
        if (step.call->at) go_to(*step.call->at);
        if (step.call->at_seconds) go_to(after_start(*step.call->at_seconds));
    }
    if (!step.advance) return;
    if (step.advance->seconds) go_to(moved(now, *step.advance->seconds));
    if (step.advance->until_time) go_to(*step.advance->until_time);
    if (step.advance->next_event.value_or(false))
        go_to(std::max(now, engine_.next_due().value_or(now)));
}

bool ScenarioPlayer::run_clock(WorkUnits budget) {
    const ScenarioStep& step = file_.scenario.steps[index_];
    // A call without a moment of its own comes before work that is due now and has not been run.
    const bool runs = step.advance || (step.call && (step.call->at || step.call->at_seconds));
    return !runs || impossible_ || engine_.advance(target_, budget).done;
}

void ScenarioPlayer::call(const ScenarioCall& call) {
    const std::string input = call.input_text ? *call.input_text
                              : call.input    ? call.input->text
                                              : "{}";
    result_ = engine_.call(call.operation, input, {.dry_run = call.dry_run.value_or(false)});
    for (Difference& difference : differences(call.expect, *result_)) {
        fail(say("{}: {}", call.operation, difference.what), std::move(difference.expected),
             std::move(difference.actual));
    }
}

void ScenarioPlayer::rewind(const ScenarioRewind& rewind) {
    Result<Done> done = Done{};
    if (rewind.time) done = engine_.rewind(*rewind.time);
    if (rewind.at_seconds) done = engine_.rewind(after_start(*rewind.at_seconds));
    if (rewind.before_entry_id) done = engine_.rewind_before(*rewind.before_entry_id);
    if (!done) fail("the rewind fails", "success", done.error().message);
}

void ScenarioPlayer::close_step() {
    const ScenarioStep& step = file_.scenario.steps[index_];
    if (step.call && !impossible_) call(*step.call);
    if (step.rewind) rewind(*step.rewind);
    opened_ = false;
    ++index_;
}

void ScenarioPlayer::finish() {
    done_ = true;
    if (options_.until || !file_.scenario.expect) return;
    for (Difference& difference : differences(*file_.scenario.expect, engine_.world())) {
        fail(std::move(difference.what), std::move(difference.expected),
             std::move(difference.actual));
    }
}

void ScenarioPlayer::step(WorkUnits budget) {
    if (done_) return;
    if (index_ == file_.scenario.steps.size()) {
        const bool runs_on = options_.until && engine_.world().now < *options_.until;
        if (runs_on && !engine_.advance(*options_.until, budget).done) return;
        finish();
        return;
    }
    if (!opened_) open_step();
    if (!run_clock(budget)) return;
    if (stopping_) {
        done_ = true;
        return;
    }
    close_step();
}

double ScenarioPlayer::progress() const {
    if (done_) return 1;
    const double steps = static_cast<double>(file_.scenario.steps.size()) + 1;
    double within = 0;
    if (opened_ && target_.ms > from_.ms) {
        within = static_cast<double>(engine_.world().now.ms - from_.ms) /
                 static_cast<double>(target_.ms - from_.ms);
    }
    return (static_cast<double>(index_) + std::clamp(within, 0.0, 1.0)) / steps;
}

Result<ScenarioOutcome> play_scenario(std::string_view text, PlayOptions options) {
    PICKET_TRY(ScenarioFile file, parse_scenario(text));
    ScenarioPlayer player(std::move(file), options);
    while (!player.done()) player.step(kNoBudget);
    return ScenarioOutcome{outcome_text(player.engine().world()), player.failures()};
}

}  // namespace picket
