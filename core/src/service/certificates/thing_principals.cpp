// AttachThingPrincipal, DetachThingPrincipal, ListThingPrincipals, ListPrincipalThings.
//
// A principal is a certificate of the account, which must be registered, or a Cognito identity,
// which is text here: identities are not modelled. A certificate of any status can be attached.
// Not modelled: that the service takes some seconds to detach.
#include "service/certificates/thing_principals.h"

#include "service/arn.h"
#include "service/certificates/certificate_tables.h"
#include "service/facts.h"
#include "service/op.h"
#include "service/paginate.h"
#include "service/pair_range.h"
#include "service/policies/policy_tables.h"
#include "service/refuse.h"
#include "service/tables.h"
#include "text/say.h"
#include "world/settings.h"

namespace picket {
namespace {

constexpr std::string_view kCertificateKind = "cert/";

Refusal principal_problem(const World& world, const std::string& principal) {
    if (is_cognito_identity(principal)) return std::nullopt;
    const auto resource = resource_of_arn(world, principal);
    if (!resource || !resource->starts_with(kCertificateKind)) {
        return invalid(say("'{}' is no principal: neither the ARN of a certificate of this "
                           "account, {}, nor a Cognito identity id, REGION:UUID.",
                           principal, certificate_arn(world, "ID")),
                       "principal");
    }
    const auto row = find_certificate(world, resource->substr(kCertificateKind.size()),
                                      "principal");
    if (row) return std::nullopt;
    return row.error();
}

Refusal thing_problem(const World& world, const std::string& thing) {
    if (world.things.contains(thing)) return std::nullopt;
    return not_found("thing", thing, "CreateThing", "thingName");
}

// An exclusive principal has one thing; so the first of its things tells whether it is exclusive.
Refusal exclusive_problem(const World& world, const AttachThingPrincipalRequest& in) {
    for (const std::string& thing : pair_seconds(world.principal_things, in.principal)) {
        if (thing == in.thing_name) continue;
        const PrincipalLink* link = world.principal_things.find(PairKey{in.principal, thing});
        const bool was = link->type == ThingPrincipalType::ExclusiveThing;
        if (!was && in.thing_principal_type != ThingPrincipalType::ExclusiveThing)
            return std::nullopt;
        return invalid(say("The principal is attached to the thing '{}'{}", thing,
                           was ? " exclusively, so that it can have no other. Detach it there "
                                 "first."
                               : say(", so that it cannot become exclusive to '{}'. Detach it "
                                     "there first, or attach it as NON_EXCLUSIVE_THING.",
                                     in.thing_name)),
                       was ? "principal" : "thingPrincipalType");
    }
    return std::nullopt;
}

Result<Empty> attach_thing_principal(World& world, Context& context,
                                     const AttachThingPrincipalRequest& in) {
    if (auto problem = thing_problem(world, in.thing_name)) return problem;
    if (auto problem = principal_problem(world, in.principal)) return problem;
    if (auto problem = exclusive_problem(world, in)) return problem;
    const ThingPrincipalType type = in.thing_principal_type.value_or(
        ThingPrincipalType::NonExclusiveThing);
    const PrincipalLink* link = world.thing_principals.find(PairKey{in.thing_name, in.principal});
    if (link != nullptr && link->type == type) return Empty{};
    attach_principal(world, in.thing_name, in.principal, type);
    Facts facts;
    facts.text("thing", in.thing_name).text("principal", in.principal);
    facts.text("thingPrincipalType", enum_name(type));
    context.note(
        "principal.attached", in.thing_name,
        say("The principal {} was attached to the thing '{}'.", in.principal, in.thing_name),
        facts.json());
    return Empty{};
}

Result<Empty> detach_thing_principal(World& world, Context& context,
                                     const DetachThingPrincipalRequest& in) {
    if (auto problem = thing_problem(world, in.thing_name)) return problem;
    if (auto problem = principal_problem(world, in.principal)) return problem;
    if (!detach_principal(world, in.thing_name, in.principal)) {
        if (setting_is(world, Setting::DetachUnattachedPrincipal, "accept")) return Empty{};
        return refuse(ErrorCode::ResourceNotFound,
                      say("The principal '{}' is not attached to the thing '{}'. "
                          "ListThingPrincipals lists those that are.",
                          in.principal, in.thing_name),
                      "principal");
    }
    Facts facts;
    facts.text("thing", in.thing_name).text("principal", in.principal);
    context.note(
        "principal.detached", in.thing_name,
        say("The principal {} was detached from the thing '{}'.", in.principal, in.thing_name),
        facts.json());
    return Empty{};
}

// The second halves of the keys that begin with `first`.
Result<std::optional<std::string>> list_seconds(const Page& page,
                                                const Table<PairKey, PrincipalLink>& table,
                                                const std::string& first,
                                                std::vector<std::string>& out) {
    return walk_places(page, table, table.rank(pair_begin(first)), table.rank(pair_end(first)),
                       [&](const auto& entry) { out.push_back(entry.key.second); });
}

Result<ListThingPrincipalsResponse> list_thing_principals(const World& world,
                                                          const ListThingPrincipalsRequest& in) {
    PICKET_TRY(const Page page,
               read_page("ListThingPrincipals", {in.thing_name}, in.max_results, in.next_token));
    if (auto problem = thing_problem(world, in.thing_name)) return problem;
    ListThingPrincipalsResponse out;
    PICKET_TRY(out.next_token,
               list_seconds(page, world.thing_principals, in.thing_name, out.principals));
    return out;
}

Result<ListPrincipalThingsResponse> list_principal_things(const World& world,
                                                          const ListPrincipalThingsRequest& in) {
    PICKET_TRY(const Page page,
               read_page("ListPrincipalThings", {in.principal}, in.max_results, in.next_token));
    if (auto problem = principal_problem(world, in.principal)) return problem;
    ListPrincipalThingsResponse out;
    PICKET_TRY(out.next_token,
               list_seconds(page, world.principal_things, in.principal, out.things));
    return out;
}

using enum ErrorCode;

constexpr std::string_view kGroup = "Things";
constexpr std::string_view kUri = "/things/{thingName}/principals";

constexpr Operation kThingPrincipalOperations[] = {
    op<&attach_thing_principal>("AttachThingPrincipal", kGroup, Method::Put, kUri,
                                errors<ResourceNotFound, InvalidRequest, Throttling, Unauthorized,
                                       ServiceUnavailable, InternalFailure>(),
                                "Attaches a certificate or a Cognito identity to a thing."),
    op<&detach_thing_principal>("DetachThingPrincipal", kGroup, Method::Delete, kUri,
                                errors<ResourceNotFound, InvalidRequest, Throttling, Unauthorized,
                                       ServiceUnavailable, InternalFailure>(),
                                "Detaches a principal from a thing."),
    op<&list_thing_principals>("ListThingPrincipals", kGroup, Method::Get, kUri,
                               errors<InvalidRequest, Throttling, Unauthorized, ServiceUnavailable,
                                      InternalFailure, ResourceNotFound>(),
                               "Lists the principals of a thing."),
    op<&list_principal_things>("ListPrincipalThings", kGroup, Method::Get, "/principals/things",
                               errors<InvalidRequest, Throttling, Unauthorized, ServiceUnavailable,
                                      InternalFailure, ResourceNotFound>(),
                               "Lists the things of a principal."),
};

}  // namespace

std::span<const Operation> thing_principal_operations() { return kThingPrincipalOperations; }

}  // namespace picket
