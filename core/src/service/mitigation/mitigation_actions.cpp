// CreateMitigationAction, DescribeMitigationAction, UpdateMitigationAction, DeleteMitigationAction,
// ListMitigationActions.
//
// An action is a definition only: applying it is the business of mitigation tasks. So nothing it
// names - role, groups, topic - needs to exist yet, as in the service. Not modelled: whether the
// role may do what the action needs; that shows when a task applies it.
#include "service/mitigation/mitigation_actions.h"

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

// The model lists DISABLED among the log levels; the guide says that an action cannot have it.
Refusal params_problem(const MitigationActionParams& params) {
    if (!params.enable_iot_logging || params.enable_iot_logging->log_level != LogLevel::Disabled)
        return std::nullopt;
    return invalid("A mitigation action turns logging on, so its logLevel cannot be DISABLED. Use "
                   "DEBUG, INFO, ERROR or WARN.",
                   "actionParams.enableIoTLoggingParams.logLevel");
}

void put_action(World& world, MitigationAction action) {
    world.mitigation_actions_by_time.put({action.created, action.id}, action.name);
    std::string name = action.name;
    world.mitigation_actions.put(std::move(name), std::move(action));
}

std::string facts_of(const MitigationAction& action) {
    Facts facts;
    facts.text("actionId", action.id).text("actionType", enum_name(type_of(action.params)));
    facts.text("roleArn", action.role_arn).json("actionParams", to_json(action.params));
    return facts.json();
}

Result<CreateMitigationActionResponse>
create_mitigation_action(World& world, Context& context, const CreateMitigationActionRequest& in) {
    if (auto problem = params_problem(in.action_params)) return problem;
    const std::string arn = mitigation_action_arn(world, in.action_name);
    if (const MitigationAction* existing = world.mitigation_actions.find(in.action_name)) {
        // The guide: the error occurs only if the parameters differ. Tags are no part of the
        // definition.
        if (existing->role_arn == in.role_arn && existing->params == in.action_params) {
            return CreateMitigationActionResponse{arn, existing->id};
        }
        return already_exists("mitigation action", in.action_name, "UpdateMitigationAction",
                              existing->id, arn);
    }
    if (auto problem = tags_problem(world, in.tags)) return problem;
    const std::int64_t max = setting_number(world, Setting::MitigationActionsMax);
    if (static_cast<std::int64_t>(world.mitigation_actions.size()) >= max) {
        return refuse(ErrorCode::LimitExceeded,
                      say("The account has {} mitigation actions, and it can have {}. Delete one "
                          "that is no longer used.",
                          world.mitigation_actions.size(), max));
    }
    MitigationAction action;
    action.name = in.action_name;
    action.id = id_uuid(context.new_id("mitigationaction"));
    action.role_arn = in.role_arn;
    action.params = in.action_params;
    action.created = context.now();
    action.modified = context.now();
    context.note("mitigationAction.created", action.name,
                 say("The mitigation action '{}' was created ({}).", action.name,
                     enum_name(type_of(action.params))),
                 facts_of(action));
    put_tags(world, arn, in.tags);
    CreateMitigationActionResponse out = {arn, action.id};
    put_action(world, std::move(action));
    return out;
}

Result<DescribeMitigationActionResponse>
describe_mitigation_action(const World& world, const DescribeMitigationActionRequest& in) {
    const MitigationAction* action = world.mitigation_actions.find(in.action_name);
    if (action == nullptr) {
        return not_found("mitigation action", in.action_name, "CreateMitigationAction",
                         "actionName");
    }
    return DescribeMitigationActionResponse{
        action->name,    type_of(action->params), mitigation_action_arn(world, action->name),
        action->id,      action->role_arn,        action->params,
        action->created, action->modified};
}

Result<UpdateMitigationActionResponse>
update_mitigation_action(World& world, Context& context, const UpdateMitigationActionRequest& in) {
    if (in.action_params) {
        if (auto problem = params_problem(*in.action_params)) return problem;
    }
    const MitigationAction* before = world.mitigation_actions.find(in.action_name);
    if (before == nullptr) {
        return not_found("mitigation action", in.action_name, "CreateMitigationAction",
                         "actionName");
    }
    MitigationAction action = *before;
    if (in.role_arn) action.role_arn = *in.role_arn;
    if (in.action_params) {
        const MitigationActionType was = type_of(before->params);
        const MitigationActionType becomes = type_of(*in.action_params);
        if (was != becomes && setting_is(world, Setting::MitigationActionTypeChange, "refuse")) {
            return invalid(
                say("The mitigation action '{}' is of type {}, and the parameters are those of {}. "
                    "The setting mitigationActionTypeChange refuses that: create another action.",
                    in.action_name, enum_name(was), enum_name(becomes)),
                "actionParams");
        }
        action.params = *in.action_params;
    }
    action.modified = context.now();
    context.note("mitigationAction.updated", action.name,
                 say("The mitigation action '{}' was updated.", action.name), facts_of(action));
    UpdateMitigationActionResponse out = {mitigation_action_arn(world, action.name), action.id};
    put_action(world, std::move(action));
    return out;
}

// An absent name succeeds: the guide calls the operation idempotent for that reason.
Result<DeleteMitigationActionResponse>
delete_mitigation_action(World& world, Context& context, const DeleteMitigationActionRequest& in) {
    const MitigationAction* action = world.mitigation_actions.find(in.action_name);
    if (action == nullptr) return DeleteMitigationActionResponse{};
    context.note("mitigationAction.deleted", in.action_name,
                 say("The mitigation action '{}' was deleted.", in.action_name), facts_of(*action));
    world.mitigation_actions_by_time.erase(NewestFirst{action->created, action->id});
    world.mitigation_actions.erase(in.action_name);
    erase_tags(world, mitigation_action_arn(world, in.action_name));
    return DeleteMitigationActionResponse{};
}

Result<ListMitigationActionsResponse>
list_mitigation_actions(const World& world, const ListMitigationActionsRequest& in) {
    const std::string_view type = in.action_type ? enum_name(*in.action_type) : std::string_view();
    PICKET_TRY(const Page page,
               read_page("ListMitigationActions", {type}, in.max_results, in.next_token));
    ListMitigationActionsResponse out;
    PICKET_TRY(out.next_token,
               walk_page(
                   page, world.mitigation_actions_by_time, NewestFirst{kTimestampMax, {}},
                   [](const NewestFirst&) { return true; },
                   [&](const auto& entry) {
                       return !in.action_type ||
                              type_of(world.mitigation_actions.find(entry.value)->params) ==
                                  *in.action_type;
                   },
                   [&](const auto& entry) {
                       out.action_identifiers.push_back({entry.value,
                                                         mitigation_action_arn(world, entry.value),
                                                         entry.key.time});
                   }));
    return out;
}

using enum ErrorCode;

constexpr std::string_view kGroup = "Mitigation actions";
constexpr std::string_view kActionUri = "/mitigationactions/actions/{actionName}";

constexpr Operation kMitigationActionOperations[] = {
    op<&create_mitigation_action>(
        "CreateMitigationAction", kGroup, Method::Post, kActionUri,
        errors<InvalidRequest, ResourceAlreadyExists, LimitExceeded, Throttling, InternalFailure>(),
        "Defines an action that mitigation tasks can apply. The same definition again succeeds."),
    op<&describe_mitigation_action>(
        "DescribeMitigationAction", kGroup, Method::Get, kActionUri,
        errors<InvalidRequest, ResourceNotFound, Throttling, InternalFailure>(),
        "Tells what a mitigation action does, and since when."),
    op<&update_mitigation_action>(
        "UpdateMitigationAction", kGroup, Method::Patch, kActionUri,
        errors<InvalidRequest, ResourceNotFound, Throttling, InternalFailure>(),
        "Changes a mitigation action's role or parameters."),
    op<&delete_mitigation_action>("DeleteMitigationAction", kGroup, Method::Delete, kActionUri,
                                  errors<InvalidRequest, Throttling, InternalFailure>(),
                                  "Deletes a mitigation action; a name that is absent succeeds."),
    op<&list_mitigation_actions>(
        "ListMitigationActions", kGroup, Method::Get, "/mitigationactions/actions",
        errors<InvalidRequest, Throttling, InternalFailure>(),
        "Lists mitigation actions, the newest first, optionally of one kind."),
};

}  // namespace

std::span<const Operation> mitigation_action_operations() { return kMitigationActionOperations; }

}  // namespace picket
