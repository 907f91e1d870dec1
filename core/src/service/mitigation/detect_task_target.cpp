// See detect_task_target.h.
#include "service/mitigation/detect_task_target.h"

#include <algorithm>

#include "service/detect/violation_tables.h"
#include "service/facets.h"
#include "service/list_window.h"

namespace picket {
namespace {

void add_once(std::vector<std::string>& ids, const std::string& id) {
    if (std::find(ids.begin(), ids.end(), id) == ids.end()) ids.push_back(id);
}

class Resolver {
public:
    Resolver(const World& world, const StartDetectMitigationActionsTaskRequest& in)
        : world_(world), in_(in) {
        retained_.from = retained_from(world, Setting::ViolationRetentionDays);
        range_ = retained_;
        if (!in.violation_event_occurrence_range) return;
        range_.from = std::max(range_.from, in.violation_event_occurrence_range->start_time);
        range_.to = in.violation_event_occurrence_range->end_time;
    }

    bool known(const std::string& id) const {
        return find_active_violation(world_, id) ||
               facet_count(world_.violation_events_by, violation_id_facet(id), retained_) > 0;
    }

    bool wanted(const std::string& id) const {
        const auto active = find_active_violation(world_, id);
        if (in_.include_only_active_violations == true && !active) return false;
        const auto events = facet_keys(world_.violation_events_by, violation_id_facet(id), range_);
        // An alarm may be on for longer than its event is retained.
        const bool began_in_range = active && active->time >= range_from_of_active() &&
                                    active->time <= range_.to;
        if (events.empty() && !began_in_range) return false;
        if (in_.include_suppressed_alerts == true) return true;
        const Behavior& behavior = active ? world_.active_violations.find(*active)->behavior
                                          : world_.violation_events.find(events.front())->behavior;
        return !behavior.suppress_alerts.value_or(false);
    }

    // All violations of the behavior, active ones first, before wanted() decides.
    std::vector<std::string> of_behavior() const {
        const std::string facet = violation_behavior_facet(*in_.target.security_profile_name,
                                                           *in_.target.behavior_name);
        std::vector<std::string> ids;
        for (const NewestFirst& key : facet_keys(world_.active_violations_by, facet))
            ids.push_back(world_.active_violations.find(key)->violation_id);
        for (const NewestFirst& key : facet_keys(world_.violation_events_by, facet, range_)) {
            const std::string& id = world_.violation_events.find(key)->violation_id;
            // Each comes once: not when it is active, and only with its newest event.
            const auto events = facet_keys(world_.violation_events_by, violation_id_facet(id),
                                           range_);
            if (events.front() == key && !find_active_violation(world_, id)) ids.push_back(id);
        }
        return ids;
    }

private:
    Timestamp range_from_of_active() const {
        return in_.violation_event_occurrence_range
                   ? in_.violation_event_occurrence_range->start_time
                   : kTimestampMin;
    }

    const World& world_;
    const StartDetectMitigationActionsTaskRequest& in_;
    FacetWindow retained_;
    FacetWindow range_;
};

}  // namespace

ResolvedTarget resolve_target(const World& world,
                              const StartDetectMitigationActionsTaskRequest& in) {
    const Resolver resolver(world, in);
    ResolvedTarget out;
    if (!in.target.violation_ids) {
        for (std::string& id : resolver.of_behavior()) {
            if (resolver.wanted(id)) out.violation_ids.push_back(std::move(id));
        }
        return out;
    }
    for (const std::string& id : *in.target.violation_ids) {
        if (!resolver.known(id)) {
            add_once(out.unknown_ids, id);
        } else if (resolver.wanted(id)) {
            add_once(out.violation_ids, id);
        }
    }
    return out;
}

}  // namespace picket
