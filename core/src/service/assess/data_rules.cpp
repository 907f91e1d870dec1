// See data_rules.h.
#include "service/assess/data_rules.h"

#include <algorithm>
#include <cmath>

#include "service/assess/sample.h"
#include "service/detect/metric_values.h"
#include "text/say.h"
#include "world/settings.h"

namespace picket {
namespace {

enum class DataRule : std::uint8_t {
#define PICKET_DATA_RULE(id, name, severity, kind, why) id,
#include "service/assess/data_rules.def"
#undef PICKET_DATA_RULE
};
// Of one kind, one rule is told: the first.
enum class DataRuleKind : std::uint8_t { Values, Row, Clear, Alarms, Target };

constexpr double kAlways = 0.9;         // of verdicts that violate: hardly any device is normal
constexpr double kMostly = 0.5;         // less than that, and the other way round fits better
constexpr double kOtherUnit = 100;      // times off all that was measured
constexpr double kFar = 3;              // times, and still far
constexpr std::int64_t kJudgedMin = 3;  // too few to say always or never

// The member below the behavior that a finding is about, and its sentence; none when it is empty.
struct Said {
    const char* member = "";
    std::string message;
};

bool at_least(ComparisonOperator comparison) {
    return comparison == ComparisonOperator::GreaterThan ||
           comparison == ComparisonOperator::GreaterThanEquals;
}
std::string criteria_words(const DetectRule& rule) {
    return say("{} {}", enum_name(rule.comparison), number_words(rule.bound));
}
std::string metric_of(const Figures& figures) {
    return figures.behavior.metric.value_or(std::string());
}
// What is enough of, to speak of always and never.
bool enough(const Figures& figures) { return figures.out.judged >= kJudgedMin; }

Said check_NoDatapoints(const Figures& figures) {
    if (figures.out.datapoints > 0 || figures.rule.series.find('\n') != std::string::npos)
        return {};
    const std::string metric = metric_of(figures);
    if (figures.all.devices_measured == 0) {
        return {"metric", say("Of {} that the targets have none sends metrics, so there is no data "
                              "of {}. Simulate a fleet, import a recording, or let devices report.",
                              counted_words(figures.all.devices_targeted, "device"), metric)};
    }
    return {"metric",
            say("None of the {} that were looked at reported {}. Values are kept only while a "
                "profile of the device asks for them: let devices report it, and name it in "
                "additionalMetricsToRetainV2 of an attached profile to have data of it.",
                counted_words(figures.all.devices_looked_at, "device"), metric)};
}

Said check_DimensionEmpty(const Figures& figures) {
    if (!figures.behavior.metric_dimension) return {};
    const bool zeros = figures.out.observed && figures.out.observed->largest == 0;
    if (figures.out.datapoints > 0 && !zeros) return {};
    const std::string& name = figures.behavior.metric_dimension->dimension_name;
    const Dimension* dimension = figures.of.dimensions.find(name);
    std::string topics;
    if (dimension != nullptr) {
        for (const std::string& value : dimension->string_values)
            topics += (topics.empty() ? "" : ", ") + value;
    }
    return {"metricDimension",
            say("The dimension '{}' ({}) matches no traffic of the {} that were looked at: {}. "
                "Compare its filters with the topics that devices use.",
                name, topics, counted_words(figures.all.devices_looked_at, "device"),
                figures.out.datapoints > 0
                    ? say("all {} are 0", counted_words(figures.out.datapoints, "datapoint"))
                    : std::string("there is no datapoint"))};
}

Said check_AlarmCondition(const Figures& figures) {
    const DetectRule& rule = figures.rule;
    if (rule.kind != RuleKind::Threshold || !at_least(rule.comparison) || !enough(figures) ||
        figures.share() < kMostly)
        return {};
    const bool equals = rule.comparison == ComparisonOperator::GreaterThanEquals;
    return {"criteria.comparisonOperator",
            say("{} of {} violate {}: devices are called normal only above that. The other way "
                "round, {} {}, {} would. Criteria say what is normal.",
                share_words(figures.share()), counted_words(figures.out.judged, "verdict"),
                criteria_words(rule), equals ? "less-than" : "less-than-equals",
                number_words(rule.bound), share_words(1 - figures.share()))};
}

Said check_UnitSuspected(const Figures& figures) {
    const DetectRule& rule = figures.rule;
    if (rule.kind != RuleKind::Threshold || !figures.out.observed || !enough(figures)) return {};
    const ObservedValues& seen = *figures.out.observed;
    if (rule.bound <= 0 || seen.largest <= 0) return {};
    const bool above = rule.bound >= kOtherUnit * seen.largest;
    const bool below = seen.p50 >= kOtherUnit * rule.bound;
    if (!above && !below) return {};
    const std::string counted_in = say(
        "Is it in another unit? {} is looked at in {}.", metric_of(figures),
        rule.duration_seconds > 0 ? say("windows of {} seconds", rule.duration_seconds)
                                  : std::string("single datapoints"));
    if (above) {
        return {"criteria.value",
                say("{} is {} times the largest value that was measured, {}. {}",
                    number_words(rule.bound), number_words(rule.bound / seen.largest),
                    number_words(seen.largest), counted_in)};
    }
    return {"criteria.value",
            say("Half of the values are {} or more, {} times the threshold of {}. {}",
                number_words(seen.p50), number_words(seen.p50 / rule.bound),
                number_words(rule.bound), counted_in)};
}

Said check_AlwaysFires(const Figures& figures) {
    if (!enough(figures) || figures.share() < kAlways) return {};
    if (figures.rule.kind == RuleKind::Members) {
        return {"criteria.value",
                say("{} of {} violate the set. Compare it with what devices "
                    "report: ListMetricValues tells.",
                    share_words(figures.share()), counted_words(figures.out.judged, "verdict"))};
    }
    if (!figures.out.observed) return {};
    const ObservedValues& seen = *figures.out.observed;
    return {"criteria.value",
            say("{} of {} violate {}, since values go from {} to {}. {} of them are {}: write what "
                "is normal.",
                share_words(figures.share()), counted_words(figures.out.judged, "verdict"),
                figures.rule.kind == RuleKind::Statistic ? std::string("the percentile")
                                                         : criteria_words(figures.rule),
                number_words(seen.smallest), number_words(seen.largest), share_words(0.99),
                at_least(figures.rule.comparison) ? say("{} or more", number_words(seen.p1))
                                                  : say("{} or less", number_words(seen.p99)))};
}

// How many devices a percentile needs so that some can be beyond it.
std::int64_t devices_for(std::int64_t percentile, bool above) {
    const std::int64_t beyond = above ? 10'000 - percentile : percentile;
    return beyond <= 0 ? 0 : (10'000 + beyond - 1) / beyond;
}

Said check_TinyFleet(const Figures& figures) {
    const DetectRule& rule = figures.rule;
    if (rule.kind != RuleKind::Statistic || figures.out.datapoints == 0) return {};
    const bool above = !at_least(rule.comparison);  // values above it violate
    const std::int64_t needed = devices_for(rule.percentile, above);
    const std::int64_t devices = figures.fleet_devices();
    if (needed > 0 && devices >= needed) return {};
    const std::string name = rule.criteria.statistical_threshold->statistic.value_or(std::string());
    if (needed == 0) {
        return {"criteria.statisticalThreshold.statistic",
                say("{} is the {} value of all devices, and {} it is everyone: this never fires. "
                    "Choose a percentile between.",
                    name, above ? "largest" : "smallest", enum_name(rule.comparison))};
    }
    return {"criteria.statisticalThreshold.statistic",
            say("{} of {} is the {} value itself, so that {} can be beyond it{}. It needs {} "
                "devices that report; use a percentile nearer to p50, or a value.",
                name, counted_words(devices, "device"), above ? "largest" : "smallest",
                figures.out.violating == 0 ? "nothing" : "hardly any",
                figures.out.violating == 0 ? std::string()
                                           : say(" ({} of {})", figures.out.violating,
                                                 counted_words(figures.out.judged, "verdict")),
                number_words(static_cast<double>(needed)))};
}

Said check_NeverFires(const Figures& figures) {
    const DetectRule& rule = figures.rule;
    if (rule.kind != RuleKind::Threshold || !figures.out.observed || !enough(figures) ||
        figures.out.violating > 0)
        return {};
    const ObservedValues& seen = *figures.out.observed;
    const bool far = at_least(rule.comparison) ? seen.smallest >= kFar * rule.bound
                                               : rule.bound >= kFar * seen.largest;
    if (!far) return {};
    return {"criteria.value",
            say("None of {} violates {}: values go from {} to {}, and half are at most {}. To hear "
                "of the unusual, take a value nearer to {}.",
                counted_words(figures.out.judged, "verdict"), criteria_words(rule),
                number_words(seen.smallest), number_words(seen.largest), number_words(seen.p50),
                number_words(at_least(rule.comparison) ? seen.p1 : seen.p99))};
}

// Whether a pause between verdicts of a device ends every row.
bool gaps_end_rows(const Figures& figures) {
    if (!setting_is(figures.of, Setting::GapEffect, "reset")) return false;
    const DetectRule& rule = figures.rule;
    const std::int64_t length = rule.step_seconds > 0 ? rule.step_seconds : 300;
    const double verdicts = static_cast<double>(figures.judged_most());
    const double seconds = figures.all.days * static_cast<double>(kDay / kSecond);
    return verdicts > 0 && seconds / verdicts >= 2 * static_cast<double>(length);
}

std::string how_often(const Figures& figures) {
    return say("the busiest of {} has {} in {} days", counted_words(figures.out.devices, "device"),
               counted_words(figures.judged_most(), "verdict"), number_words(figures.all.days));
}

Said check_RowOutOfReach(const Figures& figures) {
    const std::int64_t wanted = figures.rule.datapoints_to_alarm;
    if (wanted < 2 || figures.out.judged == 0) return {};
    constexpr const char* kMember = "criteria.consecutiveDatapointsToAlarm";
    if (figures.judged_most() < wanted) {
        return {kMember, say("An alarm takes {} datapoints in a row, and {}. Ask for fewer, or let "
                             "devices report more often.",
                             wanted, how_often(figures))};
    }
    if (!gaps_end_rows(figures)) return {};
    return {kMember, say("An alarm takes {} datapoints in a row, and {}: each pause ends a row "
                         "(setting gapEffect). Ask for 1, or let devices report more often.",
                         wanted, how_often(figures))};
}

Said check_RowNeverFull(const Figures& figures) {
    const AssessedBehavior& out = figures.out;
    const std::int64_t wanted = figures.rule.datapoints_to_alarm;
    if (out.violating == 0 || out.alarms_raised > 0 || wanted < 2) return {};
    return {"criteria.consecutiveDatapointsToAlarm",
            say("{} of {} violate, and none raises an alarm: the longest row is {}, and {} are "
                "asked for. With {} the row would have been long enough.",
                out.violating, counted_words(out.judged, "verdict"), figures.tally.violating_row,
                wanted, figures.tally.violating_row)};
}

Said check_NeverClears(const Figures& figures) {
    const AssessedBehavior& out = figures.out;
    const std::int64_t wanted = figures.rule.datapoints_to_clear;
    if (out.alarms_raised == 0 || out.alarms_cleared > 0 || wanted < 2) return {};
    if (figures.share() >= kAlways) return {};  // nothing is normal: another rule says so
    return {"criteria.consecutiveDatapointsToClear",
            say("None of {} ends: {} normal datapoints in a row are asked for, and the longest row "
                "is {}. Ask for fewer.",
                counted_words(out.alarms_raised, "alarm"), wanted, figures.tally.conforming_row)};
}

Said check_ManyAlarms(const Figures& figures) {
    const std::int64_t most = setting_number(figures.of, Setting::ExpectedAlarmsPerDayMax);
    const AssessedBehavior& out = figures.out;
    // Less than a day of data is no day: what is left of it may be quiet.
    const double seen = static_cast<double>(out.alarms_raised) * figures.fleet_factor();
    const double per_day = std::min(out.expected_alarms_per_day, seen);
    if (per_day <= static_cast<double>(most)) return {};
    if (figures.share() >= kMostly) return {};  // the threshold is wrong, and another rule says so
    return {"criteria",
            say("About {} alarms a day are to be expected of {}, and {} are what the setting "
                "expectedAlarmsPerDayMax calls many. Move the threshold, or ask for more "
                "datapoints in a row.",
                number_words(out.expected_alarms_per_day),
                counted_words(figures.fleet_devices(), "device"), most)};
}

// Datapoints of the whole fleet in as many days as a model needs.
double datapoints_to_learn(const Figures& figures) {
    const std::int64_t days = setting_number(figures.of, Setting::ModelDaysMin);
    return static_cast<double>(figures.out.datapoints) * figures.fleet_factor() / figures.all.days *
           static_cast<double>(days);
}

Said check_Learning(const Figures& figures) {
    if (figures.rule.kind != RuleKind::Learned || figures.out.datapoints == 0) return {};
    const std::int64_t needed = setting_number(figures.of, Setting::ModelDatapointsMin);
    const double there = datapoints_to_learn(figures);
    if (there >= static_cast<double>(needed)) return {};
    return {"criteria.mlDetectionConfig",
            say("In {} days {} come to about {} datapoints, and a model needs {}: it stays "
                "PENDING_BUILD. Attach the profile to more devices, or let them report more "
                "often.",
                setting_number(figures.of, Setting::ModelDaysMin),
                counted_words(figures.fleet_devices(), "device"), number_words(there),
                number_words(static_cast<double>(needed)))};
}

Said check_StillLearning(const Figures& figures) {
    if (figures.rule.kind != RuleKind::Learned || figures.out.datapoints == 0) return {};
    const std::int64_t days = setting_number(figures.of, Setting::ModelDaysMin);
    if (figures.all.days >= static_cast<double>(days)) return {};
    return {"criteria.mlDetectionConfig",
            say("There are {} days of data, and a model needs {}. At this rate it has about {} "
                "datapoints then, which is enough.",
                number_words(figures.all.days), days, number_words(datapoints_to_learn(figures)))};
}

// These two are about targets: find_by_targets.
Said check_NoTarget(const Figures&) { return {}; }
Said check_EmptyTarget(const Figures&) { return {}; }

struct DataRuleRow {
    const char* name;
    FindingSeverity severity;
    DataRuleKind kind;
    const char* why;
    Said (*check)(const Figures&);
};
constexpr DataRuleRow kRules[] = {
#define PICKET_DATA_RULE(id, name, severity, kind, why)                                            \
    {name, FindingSeverity::severity, DataRuleKind::kind, why, check_##id},
#include "service/assess/data_rules.def"
#undef PICKET_DATA_RULE
};

AssessmentFinding finding(const DataRuleRow& row, std::string path, std::string message) {
    return {row.name, row.severity, std::move(path), std::nullopt, std::move(message), row.why};
}
AssessmentFinding finding(DataRule rule, std::string path, std::string message) {
    return finding(kRules[static_cast<std::size_t>(rule)], std::move(path), std::move(message));
}

}  // namespace

void find_by_data(const Figures& figures, std::vector<AssessmentFinding>& findings) {
    std::uint32_t told = 0;
    for (const DataRuleRow& row : kRules) {
        const std::uint32_t kind = 1u << static_cast<unsigned>(row.kind);
        if ((told & kind) != 0) continue;
        Said said = row.check(figures);
        if (said.message.empty()) continue;
        told |= kind;
        findings.push_back(finding(row, say("behaviors[{}].{}", figures.place, said.member),
                                   std::move(said.message)));
        findings.back().behavior = figures.behavior.name;
    }
}

void find_by_targets(const World& world, const std::vector<std::string>& targets, bool given,
                     std::vector<AssessmentFinding>& findings) {
    if (targets.empty()) {
        findings.push_back(finding(DataRule::NoTarget,
                                   given ? "securityProfileTargetArns" : "securityProfileName",
                                   "The profile is attached to nothing, so that it watches no "
                                   "device. AttachSecurityProfile changes that."));
        return;
    }
    for (std::size_t i = 0; i < targets.size(); ++i) {
        if (!target_is_empty(world, targets[i])) continue;
        findings.push_back(finding(
            DataRule::EmptyTarget,
            given ? say("securityProfileTargetArns[{}]", i) : std::string("securityProfileName"),
            say("The target {} has no things, and neither have the groups below it. "
                "AddThingToThingGroup changes that.",
                targets[i])));
    }
}

}  // namespace picket
