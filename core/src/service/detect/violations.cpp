// ListActiveViolations, ListViolationEvents, PutVerificationStateOnViolation.
//
// Violations come from the evaluation of metrics (alarms.h), and from documented responses.
#include "service/detect/violations.h"

#include "service/detect/devices.h"
#include "service/detect/violation_tables.h"
#include "service/facts.h"
#include "service/list_window.h"
#include "service/op.h"
#include "service/picket/documented.h"
#include "service/refuse.h"
#include "service/tables.h"
#include "text/say.h"
#include "world/context.h"

namespace picket {
namespace {

// The facets that an item must have; both lists have the same five filters.
template <class In>
std::vector<std::string> wanted_facets(const World& world, const In& in) {
    std::vector<std::string> facets;
    if (in.thing_name) facets.push_back(violation_thing_facet(*in.thing_name));
    if (in.security_profile_name)
        facets.push_back(violation_profile_facet(*in.security_profile_name));
    if (in.behavior_criteria_type)
        facets.push_back(violation_kind_facet(*in.behavior_criteria_type));
    if (in.verification_state) facets.push_back(violation_state_facet(*in.verification_state));
    const bool all = in.list_suppressed_alerts == true &&
                     setting_is(world, Setting::SuppressedAlertsFilter, "with");
    if (in.list_suppressed_alerts && !all)
        facets.push_back(violation_suppressed_facet(*in.list_suppressed_alerts));
    return facets;
}

// Active violations are listed for as long as they are on; whether the service drops old ones is
// not documented. The profile may be deleted and still have violations, but a name that never was
// is a mistake. A device need not be registered, so its name is not looked up.
Result<ListActiveViolationsResponse> list_active_violations(const World& world,
                                                            const ListActiveViolationsRequest& in) {
    const std::vector<std::string> facets = wanted_facets(world, in);
    PICKET_TRY(const Page page,
               read_page("ListActiveViolations", {to_json(facets)}, in.max_results, in.next_token));
    if (in.security_profile_name && !world.security_profiles.contains(*in.security_profile_name) &&
        facet_count(world.active_violations_by,
                    violation_profile_facet(*in.security_profile_name)) == 0) {
        return not_found("security profile", *in.security_profile_name, "CreateSecurityProfile",
                         "securityProfileName");
    }
    ListActiveViolationsResponse out;
    std::vector<NewestFirst> keys;
    PICKET_TRY(out.next_token, walk_facets(page, world.active_violations_by, facets, {}, keys));
    for (const NewestFirst& key : keys)
        out.active_violations.push_back(*world.active_violations.find(key));
    return out;
}

Result<ListViolationEventsResponse> list_violation_events(const World& world,
                                                          const ListViolationEventsRequest& in) {
    const std::vector<std::string> facets = wanted_facets(world, in);
    PICKET_TRY(const Page page,
               read_page("ListViolationEvents",
                         {to_json(facets), to_iso(in.start_time), to_iso(in.end_time)},
                         in.max_results, in.next_token));
    PICKET_TRY(const FacetWindow window, read_list_window(world, Setting::ViolationRetentionDays,
                                                          in.start_time, in.end_time));
    ListViolationEventsResponse out;
    std::vector<NewestFirst> keys;
    PICKET_TRY(out.next_token, walk_facets(page, world.violation_events_by, facets, window, keys));
    for (const NewestFirst& key : keys)
        out.violation_events.push_back(*world.violation_events.find(key));
    return out;
}

// The operation declares no ResourceNotFoundException, so an id that no retained violation has is
// an invalid request.
Result<PutVerificationStateOnViolationResponse>
put_verification_state_on_violation(World& world, Context& context,
                                    const PutVerificationStateOnViolationRequest& in) {
    const FacetWindow retained = {retained_from(world, Setting::ViolationRetentionDays)};
    if (!find_active_violation(world, in.violation_id) &&
        facet_count(world.violation_events_by, violation_id_facet(in.violation_id), retained) ==
            0) {
        return invalid(say("No violation has the id '{}'. ListActiveViolations and "
                           "ListViolationEvents show those there are.",
                           in.violation_id),
                       "violationId");
    }
    const std::size_t rows = put_verification_state(world, in.violation_id, in.verification_state,
                                                    in.verification_state_description);
    const std::string state(enum_name(in.verification_state));
    Facts facts;
    facts.text("verificationState", state).number("rows", static_cast<std::int64_t>(rows));
    if (in.verification_state_description)
        facts.text("description", *in.verification_state_description);
    context.note("violation.verified", in.violation_id,
                 say("The violation '{}' was marked as {}.", in.violation_id, state), facts.json());
    return PutVerificationStateOnViolationResponse{};
}

Refusal load_active_violations(World& world, Context&, const ListActiveViolationsRequest&,
                               const ListActiveViolationsResponse& response) {
    for (const ActiveViolation& violation : response.active_violations) {
        put_active_violation(world, violation);
        adopt_alarm(world, violation);
    }
    return std::nullopt;
}

Refusal load_violation_events(World& world, Context&, const ListViolationEventsRequest&,
                              const ListViolationEventsResponse& response) {
    DocumentedTimes times;
    for (const ViolationEvent& event : response.violation_events)
        times.add(event.violation_event_time);
    if (auto problem = times.problem(world, Setting::ViolationRetentionDays,
                                     "response.violationEvents"))
        return problem;
    for (const ViolationEvent& event : response.violation_events) put_violation_event(world, event);
    return std::nullopt;
}

using enum ErrorCode;

constexpr std::string_view kViolationsGroup = "Violations";

constexpr Operation kViolationOperations[] = {
    op<&list_active_violations>(
        "ListActiveViolations", kViolationsGroup, Method::Get, "/active-violations",
        errors<InvalidRequest, ResourceNotFound, Throttling, InternalFailure>(),
        "Lists the alarms that are on, the newest first."),
    op<&list_violation_events>("ListViolationEvents", kViolationsGroup, Method::Get,
                               "/violation-events",
                               errors<InvalidRequest, Throttling, InternalFailure>(),
                               "Lists how alarms went on and off, the newest first."),
    op<&put_verification_state_on_violation>(
        "PutVerificationStateOnViolation", kViolationsGroup, Method::Post,
        "/violations/verification-state/{violationId}",
        errors<InvalidRequest, Throttling, InternalFailure>(),
        "Marks a violation, with all its events, as what it turned out to be."),
};

constexpr Loader kViolationLoaders[] = {
    loads<&load_active_violations>("ListActiveViolations"),
    loads<&load_violation_events>("ListViolationEvents"),
};

}  // namespace

std::span<const Operation> violation_operations() { return kViolationOperations; }
std::span<const Loader> violation_loaders() { return kViolationLoaders; }

}  // namespace picket
