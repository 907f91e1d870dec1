// The shapes of AttachThingPrincipal, DetachThingPrincipal, ListThingPrincipals and
// ListPrincipalThings.
#pragma once

#include "picket/model/certificate.h"

namespace picket {

inline constexpr Rule kPrincipalThing = with(
    kNameRule, {.required = true, .in = In::Uri, .doc = "The thing's name."});
inline constexpr Rule kPrincipalHeader = {
    .required = true,
    .in = In::Header,
    .wire = "x-amzn-principal",
    .doc = "The ARN of a certificate, or a Cognito identity id as REGION:UUID."};
inline constexpr Rule kPrincipalNextToken = {.in = In::Query,
                                             .doc = "Where the previous page ended."};
inline constexpr Rule kPrincipalMaxResults = with(
    kMaxResultsRule, {.in = In::Query, .doc = "Items of a page at most; 25 when absent."});

struct AttachThingPrincipalRequest {
    std::string thing_name;
    std::string principal;
    std::optional<ThingPrincipalType> thing_principal_type;
};
template <>
struct Shape<AttachThingPrincipalRequest> {
    using S = AttachThingPrincipalRequest;
    static constexpr std::string_view name = "AttachThingPrincipalRequest";
    static constexpr MemberInfo members[] = {
        member("thingName", PICKET_FIELD(S, thing_name), kPrincipalThing),
        member("principal", PICKET_FIELD(S, principal), kPrincipalHeader),
        member("thingPrincipalType", PICKET_FIELD(S, thing_principal_type),
               {.in = In::Query,
                .doc = "EXCLUSIVE_THING: the principal belongs to no other thing. "
                       "NON_EXCLUSIVE_THING when absent."}),
    };
};

struct DetachThingPrincipalRequest {
    std::string thing_name;
    std::string principal;
};
template <>
struct Shape<DetachThingPrincipalRequest> {
    using S = DetachThingPrincipalRequest;
    static constexpr std::string_view name = "DetachThingPrincipalRequest";
    static constexpr MemberInfo members[] = {
        member("thingName", PICKET_FIELD(S, thing_name), kPrincipalThing),
        member("principal", PICKET_FIELD(S, principal), kPrincipalHeader),
    };
};

struct ListThingPrincipalsRequest {
    std::optional<std::string> next_token;
    std::optional<std::int64_t> max_results;
    std::string thing_name;
};
template <>
struct Shape<ListThingPrincipalsRequest> {
    using S = ListThingPrincipalsRequest;
    static constexpr std::string_view name = "ListThingPrincipalsRequest";
    static constexpr MemberInfo members[] = {
        member("nextToken", PICKET_FIELD(S, next_token), kPrincipalNextToken),
        member("maxResults", PICKET_FIELD(S, max_results), kPrincipalMaxResults),
        member("thingName", PICKET_FIELD(S, thing_name), kPrincipalThing),
    };
};

struct ListThingPrincipalsResponse {
    std::vector<std::string> principals;
    std::optional<std::string> next_token;
};
template <>
struct Shape<ListThingPrincipalsResponse> {
    using S = ListThingPrincipalsResponse;
    static constexpr std::string_view name = "ListThingPrincipalsResponse";
    static constexpr MemberInfo members[] = {
        member("principals", PICKET_FIELD(S, principals), {.doc = "The principals, in order."}),
        member("nextToken", PICKET_FIELD(S, next_token), {.doc = "Absent on the last page."}),
    };
};

struct ListPrincipalThingsRequest {
    std::optional<std::string> next_token;
    std::optional<std::int64_t> max_results;
    std::string principal;
};
template <>
struct Shape<ListPrincipalThingsRequest> {
    using S = ListPrincipalThingsRequest;
    static constexpr std::string_view name = "ListPrincipalThingsRequest";
    static constexpr MemberInfo members[] = {
        member("nextToken", PICKET_FIELD(S, next_token), kPrincipalNextToken),
        member("maxResults", PICKET_FIELD(S, max_results), kPrincipalMaxResults),
        member("principal", PICKET_FIELD(S, principal), kPrincipalHeader),
    };
};

struct ListPrincipalThingsResponse {
    std::vector<std::string> things;
    std::optional<std::string> next_token;
};
template <>
struct Shape<ListPrincipalThingsResponse> {
    using S = ListPrincipalThingsResponse;
    static constexpr std::string_view name = "ListPrincipalThingsResponse";
    static constexpr MemberInfo members[] = {
        member("things", PICKET_FIELD(S, things), {.doc = "The things' names."}),
        member("nextToken", PICKET_FIELD(S, next_token), {.doc = "Absent on the last page."}),
    };
};

}  // namespace picket
