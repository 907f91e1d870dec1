// The numbers of an assessment: what the tallies of its rules come to, per behavior and for the
// whole fleet.
#pragma once

#include <string>
#include <vector>

#include "picket/model/assessment.h"
#include "picket/world.h"

namespace picket {

// One behavior after the period has been lived through.
struct Figures {
    const World& of;    // the account
    const World& past;  // the World that lived through it
    const Behavior& behavior;
    std::size_t place = 0;  // among the behaviors
    const DetectRule& rule;
    const VerdictTally& tally;
    const AssessedBehavior& out;
    const AssessSecurityProfileResponse& all;

    double share() const;                // of verdicts that violate
    double fleet_factor() const;         // from the devices looked at to all of them
    std::int64_t fleet_devices() const;  // that report the metric, in the whole fleet
    std::int64_t judged_most() const;    // verdicts of the device that has the most of them
};

// `open` alarms, raised, cleared and so on are in `counts` by the names of behaviors.
AssessedBehavior assessed_behavior(const Behavior& behavior, const VerdictTally& tally,
                                   const AlarmCounts& counts);
// The sentence of a behavior; the rest of `all` is there.
std::string words_of_behavior(const Figures& figures);

double rounded(double number, double scale);  // to whole parts of 1 / scale
// A number for sentences: three digits, thousands with commas.
std::string number_words(double number);
std::string share_words(double share);                            // "2.1 %"
std::string counted_words(std::int64_t count, const char* noun);  // "1,200 devices"

}  // namespace picket
