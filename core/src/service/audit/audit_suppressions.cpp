// CreateAuditSuppression, DescribeAuditSuppression, UpdateAuditSuppression, DeleteAuditSuppression,
// ListAuditSuppressions.
//
// A suppression works on what audits find from now on: findings that exist keep their isSuppressed.
// One whose end has come is gone, as the guide's list of "active" suppressions has it.
// Not modelled yet: audits that look at suppressions.
#include "service/audit/audit_suppressions.h"

#include "service/audit/check_names.h"
#include "service/audit/resource_names.h"
#include "service/audit/suppression_tables.h"
#include "service/facets.h"
#include "service/facts.h"
#include "service/op.h"
#include "service/refuse.h"
#include "service/tables.h"
#include "text/say.h"
#include "world/context.h"
#include "world/settings.h"

namespace picket {
namespace {

Result<const AuditCheckInfo*> read_place(const std::string& check_name,
                                         const ResourceIdentifier& resource) {
    PICKET_TRY(const AuditCheckInfo* check, read_check_name(check_name, "checkName"));
    if (auto problem = resource_problem(resource)) return problem;
    if (auto problem = resource_kind_problem(*check, resource)) return problem;
    return check;
}

Refusal no_suppression(const std::string& check, const ResourceIdentifier& resource) {
    return refuse(
        ErrorCode::ResourceNotFound,
        say("No suppression of {} is about the resource {}. Create it with CreateAuditSuppression.",
            check, resource_text(resource)),
        "resourceIdentifier");
}

// An end and no end at once, or neither; or an end that has passed.
Refusal end_problem(const std::optional<Timestamp>& date, const std::optional<bool>& indefinitely,
                    Timestamp now) {
    if (date && indefinitely.value_or(false)) {
        return invalid("expirationDate and suppressIndefinitely true cannot be used together. "
                       "Leave one out.",
                       "suppressIndefinitely");
    }
    if (!date && !indefinitely.value_or(false)) {
        return invalid("A suppression needs an end, expirationDate, or suppressIndefinitely true.",
                       "expirationDate");
    }
    if (date && *date <= now) {
        return invalid(
            say("expirationDate is {}, and it is {}. A suppression must end in the future.",
                to_iso(*date), to_iso(now)),
            "expirationDate");
    }
    return std::nullopt;
}

std::string facts_of(const AuditSuppression& suppression) {
    Facts facts;
    facts.json("suppression", to_json(suppression));
    return facts.json();
}

void note(Context& context, std::string_view what, const AuditSuppression& suppression) {
    std::string text = say("A suppression of findings of {} was {}", suppression.check_name, what);
    if (what != "deleted") {
        text += suppression.expiration_date
                    ? say("; it ends at {}", to_iso(*suppression.expiration_date))
                    : "; it does not end by itself";
    }
    context.note(say("auditSuppression.{}", what).c_str(), suppression.check_name, say("{}.", text),
                 facts_of(suppression));
}

void put_with_end(World& world, Context& context, AuditSuppressionRow row) {
    const auto date = row.suppression.expiration_date;
    const std::string key = suppression_key(row.suppression.check_name,
                                            row.suppression.resource_identifier);
    put_suppression(world, std::move(row));
    if (date) context.due(*date, {DueKind::AuditSuppression, key});
}

Refusal creation_problem(const World& world, const std::string& key,
                         const CreateAuditSuppressionRequest& in) {
    if (world.audit_suppressions.contains(key)) {
        return refuse(ErrorCode::ResourceAlreadyExists,
                      say("A suppression of {} is about the resource {} already. Change it with "
                          "UpdateAuditSuppression.",
                          in.check_name, resource_text(in.resource_identifier)));
    }
    if (in.client_request_token) {
        if (const std::string* other = world.audit_suppression_tokens.find(
                *in.client_request_token)) {
            return refuse(ErrorCode::ResourceAlreadyExists,
                          say("The clientRequestToken '{}' created another suppression already, "
                              "{}. Each suppression needs a token of its own.",
                              *in.client_request_token, *other),
                          "clientRequestToken");
        }
    }
    if (!check_enabled(world, in.check_name) &&
        setting_is(world, Setting::SuppressionOfDisabledCheck, "refuse")) {
        return invalid(say("The audit check {} is not enabled. Enable it with "
                           "UpdateAccountAuditConfiguration; the setting "
                           "suppressionOfDisabledCheck refuses suppressions before that.",
                           in.check_name),
                       "checkName");
    }
    const auto count = static_cast<std::int64_t>(world.audit_suppressions.size());
    const std::int64_t max = setting_number(world, Setting::AuditSuppressionsMax);
    if (count < max) return std::nullopt;
    return refuse(
        ErrorCode::LimitExceeded,
        say("The account has {}, and it can have {}. Delete one that is no longer needed.",
            counted(count, "audit suppression"), max));
}

Result<CreateAuditSuppressionResponse>
create_audit_suppression(World& world, Context& context, const CreateAuditSuppressionRequest& in) {
    if (auto check = read_place(in.check_name, in.resource_identifier); !check)
        return std::move(check).error();
    AuditSuppressionRow row;
    row.suppression = {in.check_name, in.resource_identifier, in.expiration_date,
                       in.suppress_indefinitely, in.description};
    row.client_request_token = in.client_request_token.value_or(std::string());
    row.entry_id = context.entry_id();
    const std::string key = suppression_key(in.check_name, in.resource_identifier);
    if (const AuditSuppressionRow* existing = world.audit_suppressions.find(key)) {
        // The same request again, as its token says, and its definition, too.
        if (existing->client_request_token == row.client_request_token &&
            existing->suppression == row.suppression)
            return CreateAuditSuppressionResponse{};
    }
    if (auto problem = end_problem(in.expiration_date, in.suppress_indefinitely, context.now()))
        return problem;
    if (auto problem = creation_problem(world, key, in)) return problem;
    note(context, "created", row.suppression);
    put_with_end(world, context, std::move(row));
    return CreateAuditSuppressionResponse{};
}

Result<AuditSuppression> describe_audit_suppression(const World& world,
                                                    const DescribeAuditSuppressionRequest& in) {
    if (auto check = read_place(in.check_name, in.resource_identifier); !check)
        return std::move(check).error();
    const AuditSuppressionRow* row = world.audit_suppressions.find(
        suppression_key(in.check_name, in.resource_identifier));
    if (row == nullptr) return no_suppression(in.check_name, in.resource_identifier);
    return row->suppression;
}

// A new end replaces the former one, whichever kind it was; without one, what is there stays.
Result<UpdateAuditSuppressionResponse>
update_audit_suppression(World& world, Context& context, const UpdateAuditSuppressionRequest& in) {
    if (auto check = read_place(in.check_name, in.resource_identifier); !check)
        return std::move(check).error();
    const AuditSuppressionRow* before = world.audit_suppressions.find(
        suppression_key(in.check_name, in.resource_identifier));
    if (before == nullptr) return no_suppression(in.check_name, in.resource_identifier);
    AuditSuppressionRow row = *before;
    AuditSuppression& suppression = row.suppression;
    const auto former_end = suppression.expiration_date;
    if (in.expiration_date || in.suppress_indefinitely) {
        if (in.expiration_date || *in.suppress_indefinitely)
            suppression.expiration_date = in.expiration_date;
        // Said to be false, it contradicts no date, and stays when the next date comes alone.
        if (in.suppress_indefinitely || suppression.suppress_indefinitely.value_or(false))
            suppression.suppress_indefinitely = in.suppress_indefinitely;
        if (auto problem = end_problem(suppression.expiration_date,
                                       suppression.suppress_indefinitely, context.now()))
            return problem;
    }
    if (in.description) suppression.description = in.description;
    note(context, "updated", suppression);
    if (suppression.expiration_date == former_end) {
        put_suppression(world, std::move(row));
    } else {
        put_with_end(world, context, std::move(row));
    }
    return UpdateAuditSuppressionResponse{};
}

// An absent one succeeds: the operation declares no ResourceNotFoundException.
Result<DeleteAuditSuppressionResponse>
delete_audit_suppression(World& world, Context& context, const DeleteAuditSuppressionRequest& in) {
    if (auto check = read_place(in.check_name, in.resource_identifier); !check)
        return std::move(check).error();
    const std::string key = suppression_key(in.check_name, in.resource_identifier);
    const AuditSuppressionRow* row = world.audit_suppressions.find(key);
    if (row == nullptr) return DeleteAuditSuppressionResponse{};
    note(context, "deleted", row->suppression);
    erase_suppression(world, key);
    return DeleteAuditSuppressionResponse{};
}

Result<ListAuditSuppressionsResponse>
list_audit_suppressions(const World& world, const ListAuditSuppressionsRequest& in) {
    const bool ascending = in.ascending_order.value_or(true);
    const std::string resource = in.resource_identifier ? resource_text(*in.resource_identifier)
                                                        : std::string();
    PICKET_TRY(const Page page,
               read_page("ListAuditSuppressions",
                         {filter_text(in.check_name), resource, ascending ? "up" : "down"},
                         in.max_results, in.next_token));
    std::vector<std::string> facets;
    if (in.check_name) {
        if (auto check = read_check_name(*in.check_name, "checkName"); !check)
            return std::move(check).error();
        facets.push_back(facet("check", *in.check_name));
    }
    if (in.resource_identifier) {
        if (auto problem = resource_problem(*in.resource_identifier)) return problem;
        facets.push_back(facet("resource", resource));
    }
    const FacetIndex& index = ascending ? world.audit_suppressions_soonest
                                        : world.audit_suppressions_latest;
    // Mirrored times reach further back than any time there is.
    const FacetWindow all = {{-kTimestampMax.ms}, kTimestampMax};
    ListAuditSuppressionsResponse out;
    std::vector<NewestFirst> keys;
    PICKET_TRY(out.next_token, walk_facets(page, index, facets, all, keys));
    for (const NewestFirst& key : keys)
        out.suppressions.push_back(world.audit_suppressions.find(key.id)->suppression);
    return out;
}

using enum ErrorCode;

constexpr std::string_view kGroup = "Audit suppressions";

constexpr Operation kAuditSuppressionOperations[] = {
    op<&create_audit_suppression>(
        "CreateAuditSuppression", kGroup, Method::Post, "/audit/suppressions/create",
        errors<InvalidRequest, ResourceAlreadyExists, Throttling, InternalFailure, LimitExceeded>(),
        "Has audits report a resource as suppressed, for a time or without an end."),
    op<&describe_audit_suppression>(
        "DescribeAuditSuppression", kGroup, Method::Post, "/audit/suppressions/describe",
        errors<InvalidRequest, ResourceNotFound, Throttling, InternalFailure>(),
        "Tells when a suppression ends, and why it is there."),
    op<&update_audit_suppression>(
        "UpdateAuditSuppression", kGroup, Method::Patch, "/audit/suppressions/update",
        errors<InvalidRequest, ResourceNotFound, Throttling, InternalFailure>(),
        "Changes the end or the description of a suppression."),
    op<&delete_audit_suppression>("DeleteAuditSuppression", kGroup, Method::Post,
                                  "/audit/suppressions/delete",
                                  errors<InvalidRequest, Throttling, InternalFailure>(),
                                  "Deletes a suppression; one that is absent succeeds."),
    op<&list_audit_suppressions>("ListAuditSuppressions", kGroup, Method::Post,
                                 "/audit/suppressions/list",
                                 errors<InvalidRequest, Throttling, InternalFailure>(),
                                 "Lists suppressions by when they end."),
};

}  // namespace

std::span<const Operation> audit_suppression_operations() { return kAuditSuppressionOperations; }

}  // namespace picket
