// CreateRoleAlias, DescribeRoleAlias, ListRoleAliases, UpdateRoleAlias, DeleteRoleAlias.
//
// An alias is a name under which devices ask for credentials of a role. The role need not be one
// that the session defined. Not modelled: the credentials themselves.
#include "service/policies/role_aliases.h"

#include "service/arn.h"
#include "service/facts.h"
#include "service/op.h"
#include "service/paginate.h"
#include "service/refuse.h"
#include "service/registry/tags.h"
#include "service/tables.h"
#include "text/say.h"
#include "world/context.h"
#include "world/settings.h"

namespace picket {
namespace {

std::string role_alias_arn(const World& world, const std::string& name) {
    return resource_arn(world, say("rolealias/{}", name));
}

Refusal alias_missing(const std::string& name) {
    return not_found("role alias", name, "CreateRoleAlias", "roleAlias");
}

void put_alias(World& world, RoleAlias alias) {
    world.role_aliases_by_time.put({alias.created, alias.name}, {});
    std::string name = alias.name;
    world.role_aliases.put(std::move(name), std::move(alias));
}

std::string facts_of(const RoleAlias& alias) {
    Facts facts;
    facts.text("roleArn", alias.role_arn);
    facts.number("credentialDurationSeconds", alias.credential_duration_seconds);
    return facts.json();
}

Result<CreateRoleAliasResponse> create_role_alias(World& world, Context& context,
                                                  const CreateRoleAliasRequest& in) {
    const std::string arn = role_alias_arn(world, in.role_alias);
    if (world.role_aliases.contains(in.role_alias)) {
        return already_exists("role alias", in.role_alias, "UpdateRoleAlias", in.role_alias, arn);
    }
    if (auto problem = tags_problem(world, in.tags)) return problem;
    const auto count = static_cast<std::int64_t>(world.role_aliases.size());
    const std::int64_t max = setting_number(world, Setting::RoleAliasesMax);
    if (count >= max) {
        return refuse(ErrorCode::LimitExceeded, say("The account has {} role aliases, and it can "
                                                    "have {}. Delete one that is no longer used.",
                                                    count, max));
    }
    RoleAlias alias;
    alias.name = in.role_alias;
    alias.role_arn = in.role_arn;
    alias.credential_duration_seconds = in.credential_duration_seconds.value_or(3600);
    alias.created = context.now();
    alias.modified = context.now();
    context.note("roleAlias.created", alias.name,
                 say("The role alias '{}' was created for {}.", alias.name, alias.role_arn),
                 facts_of(alias));
    put_tags(world, arn, in.tags);
    put_alias(world, std::move(alias));
    return CreateRoleAliasResponse{in.role_alias, arn};
}

Result<DescribeRoleAliasResponse> describe_role_alias(const World& world,
                                                      const DescribeRoleAliasRequest& in) {
    const RoleAlias* alias = world.role_aliases.find(in.role_alias);
    if (alias == nullptr) return alias_missing(in.role_alias);
    return DescribeRoleAliasResponse{
        {alias->name, role_alias_arn(world, alias->name), alias->role_arn, world.account,
         alias->credential_duration_seconds, alias->created, alias->modified}};
}

Result<ListRoleAliasesResponse> list_role_aliases(const World& world,
                                                  const ListRoleAliasesRequest& in) {
    PICKET_TRY(const Page page, read_marker_page("ListRoleAliases", {}, in.page_size, in.marker,
                                                 in.ascending_order));
    ListRoleAliasesResponse out;
    const auto& aliases = world.role_aliases_by_time;
    PICKET_TRY(out.next_marker,
               walk_places(page, aliases, 0, aliases.size(),
                           [&](const auto& entry) { out.role_aliases.push_back(entry.key.id); }));
    return out;
}

Result<UpdateRoleAliasResponse> update_role_alias(World& world, Context& context,
                                                  const UpdateRoleAliasRequest& in) {
    const RoleAlias* before = world.role_aliases.find(in.role_alias);
    if (before == nullptr) return alias_missing(in.role_alias);
    RoleAlias alias = *before;
    if (in.role_arn) alias.role_arn = *in.role_arn;
    if (in.credential_duration_seconds)
        alias.credential_duration_seconds = *in.credential_duration_seconds;
    alias.modified = context.now();
    context.note("roleAlias.updated", alias.name,
                 say("The role alias '{}' was updated.", alias.name), facts_of(alias));
    put_alias(world, std::move(alias));
    return UpdateRoleAliasResponse{in.role_alias, role_alias_arn(world, in.role_alias)};
}

Result<DeleteRoleAliasResponse> delete_role_alias(World& world, Context& context,
                                                  const DeleteRoleAliasRequest& in) {
    const RoleAlias* alias = world.role_aliases.find(in.role_alias);
    if (alias == nullptr) return alias_missing(in.role_alias);
    world.role_aliases_by_time.erase({alias->created, in.role_alias});
    world.role_aliases.erase(in.role_alias);
    erase_tags(world, role_alias_arn(world, in.role_alias));
    context.note("roleAlias.deleted", in.role_alias,
                 say("The role alias '{}' was deleted.", in.role_alias));
    return DeleteRoleAliasResponse{};
}

using enum ErrorCode;

constexpr std::string_view kGroup = "Role aliases";
constexpr std::string_view kUri = "/role-aliases/{roleAlias}";
constexpr auto kLookUp = errors<ResourceNotFound, InvalidRequest, Throttling, Unauthorized,
                                ServiceUnavailable, InternalFailure>();

constexpr Operation kRoleAliasOperations[] = {
    op<&create_role_alias>("CreateRoleAlias", kGroup, Method::Post, kUri,
                           errors<ResourceAlreadyExists, InvalidRequest, LimitExceeded, Throttling,
                                  Unauthorized, ServiceUnavailable, InternalFailure>(),
                           "Creates a name under which devices get credentials of a role."),
    op<&describe_role_alias>("DescribeRoleAlias", kGroup, Method::Get, kUri, kLookUp,
                             "Tells of a role alias."),
    op<&list_role_aliases>(
        "ListRoleAliases", kGroup, Method::Get, "/role-aliases",
        errors<InvalidRequest, Throttling, Unauthorized, ServiceUnavailable, InternalFailure>(),
        "Lists role aliases, the newest first."),
    op<&update_role_alias>("UpdateRoleAlias", kGroup, Method::Put, kUri, kLookUp,
                           "Changes the role of an alias, or how long credentials last."),
    op<&delete_role_alias>("DeleteRoleAlias", kGroup, Method::Delete, kUri,
                           errors<DeleteConflict, InvalidRequest, Throttling, Unauthorized,
                                  ServiceUnavailable, InternalFailure, ResourceNotFound>(),
                           "Deletes a role alias."),
};

}  // namespace

std::span<const Operation> role_alias_operations() { return kRoleAliasOperations; }

}  // namespace picket
