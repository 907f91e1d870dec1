// See subject.h.
#include "service/assess/subject.h"

#include "service/assess/history.h"
#include "service/detect/behaviors_check.h"
#include "service/detect/security_profile_targets.h"
#include "service/pair_range.h"
#include "service/refuse.h"
#include "text/say.h"

namespace picket {
namespace {

constexpr std::int64_t kDaysBack = 14;
constexpr const char* kUnnamed = "Draft";

Refusal read_behaviors(const World& world, const AssessSecurityProfileRequest& in,
                       AssessmentSubject& out) {
    if (!in.security_profile_name && !in.behaviors) {
        return invalid("Name a profile, or give the behaviors that are to be assessed.",
                       "securityProfileName");
    }
    out.profile = in.security_profile_name.value_or(kUnnamed);
    const SecurityProfile* known = in.security_profile_name
                                       ? world.security_profiles.find(*in.security_profile_name)
                                       : nullptr;
    out.draft = known == nullptr;
    if (in.behaviors) {
        out.behaviors = *in.behaviors;
        return profile_problem(world, in.behaviors, std::nullopt, std::nullopt);
    }
    if (known == nullptr) {
        return not_found("security profile", out.profile, "CreateSecurityProfile",
                         "securityProfileName");
    }
    if (known->behaviors) out.behaviors = *known->behaviors;
    return std::nullopt;
}

Refusal read_targets(const World& world, const AssessSecurityProfileRequest& in,
                     AssessmentSubject& out) {
    out.targets_given = in.security_profile_target_arns.has_value();
    if (!out.targets_given) {
        out.targets = pair_seconds(world.profile_targets, out.profile);
    } else {
        for (std::size_t i = 0; i < in.security_profile_target_arns->size(); ++i) {
            const std::string path = say("securityProfileTargetArns[{}]", i);
            auto target = read_profile_target(world, (*in.security_profile_target_arns)[i],
                                              path.c_str());
            if (!target) return std::move(target).refusal();
            out.targets.push_back(*std::move(target));
        }
    }
    out.attached = !out.targets.empty();
    if (!out.attached) out.targets.emplace_back("all/things");
    return std::nullopt;
}

Refusal read_period(const World& world, const AssessSecurityProfileRequest& in,
                    AssessmentSubject& out) {
    out.to = in.end_time.value_or(History::end_of(world));
    out.from = in.start_time.value_or(out.to - kDaysBack * kDay);
    if (out.from < out.to && out.to - out.from <= kDaysBack * kDay) return std::nullopt;
    return invalid(
        say("startTime has to be before endTime, by {} days at most, and they are {} and "
            "{}.",
            kDaysBack, to_iso(out.from), to_iso(out.to)),
        in.start_time ? "startTime" : "endTime");
}

}  // namespace

Refusal read_subject(const World& world, const AssessSecurityProfileRequest& in,
                     AssessmentSubject& out) {
    if (auto problem = read_behaviors(world, in, out)) return problem;
    if (auto problem = read_targets(world, in, out)) return problem;
    return read_period(world, in, out);
}

}  // namespace picket
