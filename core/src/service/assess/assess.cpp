// AssessSecurityProfile: what behaviors would have made of the data that is there.
//
// Nothing is judged a second time here. Another World has the registry, the devices of the sample
// and one profile; it lives through the period, and Detect in it counts its verdicts (tally.h) and
// its alarms (alarm_counts) as it does for CloudWatch.
#include "picket/assessment.h"

#include <algorithm>

#include "service/arn.h"
#include "service/assess/cost.h"
#include "service/assess/data_rules.h"
#include "service/assess/figures.h"
#include "service/assess/history.h"
#include "service/assess/sample.h"
#include "service/assess/subject.h"
#include "service/detect/assumptions.h"
#include "service/detect/profile_tables.h"
#include "service/detect/rules.h"
#include "service/op.h"
#include "service/picket/replays.h"
#include "service/tables.h"
#include "sim/rhythm.h"
#include "text/say.h"
#include "world/settings.h"

namespace picket {
namespace {

constexpr double kDaysPerMonth = 30;  // as in AWS's own examples

// What devices and profiles are, without anything that happened.
World without_past(const World& of) {
    World world;
    world.seed = of.seed;
    world.region = of.region;
    world.account = of.account;
    world.settings = of.settings;
    world.things = of.things;
    world.thing_groups = of.thing_groups;
    world.group_children = of.group_children;
    world.group_things = of.group_things;
    world.thing_groups_of = of.thing_groups_of;
    world.dynamic_groups = of.dynamic_groups;
    world.custom_metrics = of.custom_metrics;
    world.dimensions = of.dimensions;
    world.attacks = of.attacks;
    world.attacks_by_time = of.attacks_by_time;
    world.attacks_by_fleet = of.attacks_by_fleet;
    return world;
}

double days_between(Timestamp from, Timestamp to) {
    return static_cast<double>(to - from) / static_cast<double>(kDay);
}

std::string thousands(std::int64_t number) { return number_words(static_cast<double>(number)); }

}  // namespace

struct Assessment::Work {
    enum class Step : std::uint8_t { Sample, Live, Done };

    explicit Work(const World& world)
        : of(world), past(without_past(world)),
          datapoints_max(setting_number(world, Setting::AssessedDatapointsMax)) {}

    void take_subject();
    void begin_sample();
    void begin_life();
    std::int64_t live();
    void conclude();
    void measure_period();
    void assess(std::size_t place);
    void add_costs();
    void add_assumptions();
    std::int64_t datapoints() const;
    bool seen_before(std::size_t place, bool of_its_kind) const;
    const DetectRule& rule_of(std::size_t place) const {
        return *past.detect_rules.find(rules[place]);
    }
    const VerdictTally& tally_of(std::size_t place) const {
        return *past.detect_tallies.find(rules[place]);
    }

    World of, past;
    std::int64_t datapoints_max;
    AssessmentSubject subject;
    Step step = Step::Sample;
    std::optional<DeviceSample> sample;
    std::optional<History> history;
    std::vector<std::int64_t> rules;  // by behavior
    std::vector<AlarmCounts> counts;  // by behavior
    bool cut_short = false;
    AssessSecurityProfileResponse out;
};

void Assessment::Work::take_subject() {
    if (!subject.draft || subject.targets_given) {
        const std::vector<std::string> none;
        find_by_targets(of, subject.attached ? subject.targets : none, subject.targets_given,
                        out.findings);
    }
    for (const std::string& target : subject.targets)
        out.security_profile_target_arns.push_back(resource_arn(of, target));
}

// More values than the setting allows are not read of fewer days, but of fewer devices.
void Assessment::Work::begin_sample() {
    const std::int64_t slots = (subject.to - subject.from) / sim::kSlotMs + 1;
    const auto series = static_cast<std::int64_t>(
        std::max<std::size_t>(subject.behaviors.size(), 1));
    const std::int64_t affordable = datapoints_max / (slots * series);
    const std::int64_t most = std::clamp<std::int64_t>(
        affordable, 1, setting_number(of, Setting::AssessedDevicesMax));
    sample.emplace(of, subject.targets, static_cast<std::size_t>(most));
}

void Assessment::Work::begin_life() {
    past.now = subject.from;
    SecurityProfile row;
    row.name = subject.profile;
    row.behaviors = subject.behaviors;
    put_profile(past, std::move(row));
    for (const std::string& target : subject.targets) attach(past, subject.profile, target);
    wake_detect(past);
    for (const Behavior& behavior : subject.behaviors) {
        rules.push_back(*rule_number(past, subject.profile, behavior.name));
        past.detect_tallies.put(rules.back(), {});
    }
    counts.resize(subject.behaviors.size());
    const std::vector<std::string> devices = sample->chosen();
    out.devices_targeted = sample->targeted();
    out.devices_measured = sample->measured();
    out.devices_looked_at = static_cast<std::int64_t>(devices.size());
    for (const std::string& device : devices) device_number(past, device);
    history.emplace(of, past, devices, subject.from, subject.to);
}

std::int64_t Assessment::Work::datapoints() const {
    std::int64_t sum = 0;
    for (const auto entry : past.detect_tallies) sum += entry.value.datapoints;
    return sum;
}

// What happened is counted and forgotten, so that the World stays small.
std::int64_t Assessment::Work::live() {
    const std::int64_t units = history->step();
    for (const auto entry : past.alarm_counts) {
        for (std::size_t i = 0; i < subject.behaviors.size(); ++i) {
            if (subject.behaviors[i].name != entry.key.behavior) continue;
            counts[i].violations += entry.value.violations;
            counts[i].cleared += entry.value.cleared;
            counts[i].invalidated += entry.value.invalidated;
        }
    }
    past.alarm_counts.clear();
    past.violation_events.clear();
    past.violation_events_by.clear();
    past.chronicle.clear();
    cut_short = units > 0 && datapoints() >= datapoints_max;
    return cut_short ? 0 : units;
}

// Another behavior looks at the same values; with `of_its_kind`, a rule if this is one, or a model.
bool Assessment::Work::seen_before(std::size_t place, bool of_its_kind) const {
    const DetectRule& rule = rule_of(place);
    for (std::size_t i = 0; i < place; ++i) {
        const bool same_kind = (rule_of(i).kind == RuleKind::Learned) ==
                               (rule.kind == RuleKind::Learned);
        if (rule_of(i).series == rule.series && (same_kind || !of_its_kind)) return true;
    }
    return false;
}

// Values come at the ends of five minutes, so that one of them is as long as that.
void Assessment::Work::measure_period() {
    Timestamp first = kTimestampMax;
    Timestamp last = kTimestampMin;
    for (const auto entry : past.detect_tallies) {
        if (entry.value.datapoints == 0) continue;
        first = std::min(first, entry.value.first);
        last = std::max(last, entry.value.last);
    }
    if (first > last) return;
    out.start_time = first;
    out.end_time = last;
    out.days = days_between(first - sim::kSlotMs, last);
    for (std::size_t i = 0; i < subject.behaviors.size(); ++i)
        out.datapoints += seen_before(i, false) ? 0 : tally_of(i).datapoints;
}

void Assessment::Work::assess(std::size_t place) {
    const Behavior& behavior = subject.behaviors[place];
    const VerdictTally& tally = tally_of(place);
    out.behaviors.push_back(assessed_behavior(behavior, tally, counts[place]));
    AssessedBehavior& row = out.behaviors.back();
    const Figures figures = {of, past, behavior, place, rule_of(place), tally, row, out};
    if (out.days > 0) {
        row.expected_alarms_per_day = rounded(
            static_cast<double>(row.alarms_raised) * figures.fleet_factor() / out.days, 1e3);
    }
    row.text = words_of_behavior(figures);
    out.expected_alarms_per_day = rounded(out.expected_alarms_per_day + row.expected_alarms_per_day,
                                          1e3);
    find_by_data(figures, out.findings);
    add_settings(of, rule_of(place), out.settings);
}

void Assessment::Work::add_costs() {
    MonthlyDatapoints month;
    const double looked_at = static_cast<double>(std::max<std::int64_t>(out.devices_looked_at, 1));
    const double factor = static_cast<double>(out.devices_measured) / looked_at;
    for (std::size_t i = 0; i < subject.behaviors.size() && out.days > 0; ++i) {
        const bool learned = rule_of(i).kind == RuleKind::Learned;
        if (seen_before(i, true)) continue;
        const double datapoints = static_cast<double>(tally_of(i).datapoints) * factor / out.days *
                                  kDaysPerMonth;
        (learned ? month.learned : month.rules) += datapoints;
    }
    out.costs = cost_lines(of, month);
    for (const CostLine& line : out.costs) {
        out.usd_per_month = rounded(out.usd_per_month + line.usd_per_month, 1e6);
        out.first_month_usd = rounded(out.first_month_usd + line.first_month_usd, 1e6);
        const bool rules_line = line.item == CostItem::RulesDatapoints;
        if (rules_line) rest_on(of, Setting::RulesPrice, out.settings);
        if (rules_line) rest_on(of, Setting::RulesFreeDatapoints, out.settings);
        if (line.item == CostItem::AuditedDevices) rest_on(of, Setting::AuditPrice, out.settings);
    }
    if (month.learned > 0) {
        rest_on(of, Setting::ModelDatapointsMin, out.settings);
        rest_on(of, Setting::ModelDaysMin, out.settings);
        for (const Setting setting : {Setting::MlPriceTier1, Setting::MlPriceTier2,
                                      Setting::MlPriceTier3, Setting::MlPriceTier4})
            rest_on(of, setting, out.settings);
    }
}

void Assessment::Work::add_assumptions() {
    const auto assume = [&](std::string sentence) {
        out.assumptions.push_back(std::move(sentence));
    };
    if (!subject.attached)
        assume("The profile is attached to nothing: all things were looked at in its place.");
    if (out.devices_looked_at < out.devices_measured) {
        assume(say("{} of the {} that send metrics were looked at; figures of the whole fleet are "
                   "theirs times {}.",
                   thousands(out.devices_looked_at), counted_words(out.devices_measured, "device"),
                   number_words(static_cast<double>(out.devices_measured) /
                                static_cast<double>(out.devices_looked_at))));
    }
    if (cut_short) {
        assume(say("The setting assessedDatapointsMax ended it at {}: what came later was not "
                   "looked at.",
                   to_iso(past.now)));
    }
    if (out.days > 0 && out.days < 1)
        assume(say("There are {} of a day of data: figures per day and month are guesses.",
                   number_words(out.days)));
    assume("Devices, groups, metrics and settings are taken as they are now, and alarms begin with "
           "the period.");
    if (history->has_stored())
        assume(
            "Of what devices reported, those values are known that a profile asked for then, and "
            "of message sizes the largest of five minutes.");
    for (std::size_t i = 0; i < subject.behaviors.size(); ++i) {
        if (rule_of(i).kind != RuleKind::Statistic) continue;
        assume("Percentiles are of the devices that were looked at.");
        break;
    }
    assume("A month has 30 days. A metric is paid for once, however many behaviors look at it; SNS "
           "and what other profiles cost come on top.");
}

void Assessment::Work::conclude() {
    measure_period();
    for (std::size_t i = 0; i < subject.behaviors.size(); ++i) assess(i);
    add_costs();
    add_assumptions();
    step = Step::Done;
}

Assessment::Assessment(std::unique_ptr<Work> work) : work_(std::move(work)) {}
Assessment::Assessment(Assessment&&) noexcept = default;
Assessment& Assessment::operator=(Assessment&&) noexcept = default;
Assessment::~Assessment() = default;

Result<Assessment> Assessment::begin(const World& world, const AssessSecurityProfileRequest& in) {
    auto work = std::make_unique<Work>(world);
    if (auto problem = read_subject(world, in, work->subject)) return problem;
    work->take_subject();
    work->begin_sample();
    return Assessment(std::move(work));
}

bool Assessment::step(WorkUnits budget) {
    constexpr std::int64_t kNamesAtOnce = 100;
    while (budget > 0 && work_->step != Work::Step::Done) {
        std::int64_t spent = 0;
        if (work_->step == Work::Step::Sample) {
            spent = work_->sample->step(kNamesAtOnce);
            if (spent > 0) {
                budget -= spent;
                continue;
            }
            work_->begin_life();
            work_->step = Work::Step::Live;
            budget -= work_->out.devices_looked_at;
            continue;
        }
        spent = work_->live();
        if (spent == 0) work_->conclude();
        budget -= spent;
    }
    return work_->step == Work::Step::Done;
}

float Assessment::progress() const {
    const Work& work = *work_;
    if (work.step == Work::Step::Done) return 1;
    if (work.step == Work::Step::Sample) return 0;
    return static_cast<float>(0.99 * static_cast<double>(work.past.now - work.subject.from) /
                              static_cast<double>(work.subject.to - work.subject.from));
}

AssessSecurityProfileResponse& Assessment::result() { return work_->out; }

namespace {

Result<AssessSecurityProfileResponse>
assess_security_profile(const World& world, const AssessSecurityProfileRequest& in) {
    PICKET_TRY(Assessment assessment, Assessment::begin(world, in));
    while (!assessment.step(kNoBudget)) {}
    return std::move(assessment.result());
}

constexpr ReplayParts kAssessParts[] = {
    {"AssessSecurityProfile", true, 1,
     [](const Engine& engine, const void* in) -> Result<Pieces> {
         PICKET_TRY(Assessment assessment,
                    Assessment::begin(engine.world(),
                                      *static_cast<const AssessSecurityProfileRequest*>(in)));
         return Pieces(std::move(assessment));
     },
     nullptr,
     [](Pieces& done, const void*, void* result) {
         ::new (result) Result<AssessSecurityProfileResponse>(
             std::move(std::get<Assessment>(done).result()));
     }},
};

using enum ErrorCode;

constexpr Operation kAssessOperations[] = {
    verb<&assess_security_profile>("AssessSecurityProfile", "Security profiles",
                                   "/_picket/AssessSecurityProfile",
                                   errors<InvalidRequest, ResourceNotFound, InternalFailure>(),
                                   "Tells what a profile, or a draft of one, would have "
                                   "made of the data that is there: "
                                   "verdicts, alarms, mistakes and costs."),
};

}  // namespace

std::span<const Operation> assess_operations() { return kAssessOperations; }
std::span<const ReplayParts> assess_parts() { return kAssessParts; }

}  // namespace picket
