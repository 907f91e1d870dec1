// SetV2LoggingLevel, ListV2LoggingLevels, DeleteV2LoggingLevel: levels of single targets, by the
// side of the default one. Targets need not exist: a client id may connect later.
#include "service/facts.h"
#include "service/logging/logging_tables.h"
#include "service/op.h"
#include "service/paginate.h"
#include "service/refuse.h"
#include "service/tables.h"
#include "text/cidr.h"
#include "text/say.h"
#include "world/context.h"
#include "world/settings.h"

namespace picket {
namespace {

struct LogTarget {
    LogTargetType target_type = LogTargetType::Default;
    std::optional<std::string> target_name;
};
struct LogTargetConfiguration {
    LogTarget log_target;
    LogLevel log_level = LogLevel::Info;
};
struct SetV2LoggingLevelRequest {
    LogTarget log_target;
    LogLevel log_level = LogLevel::Info;
};
struct SetV2LoggingLevelResponse {};
struct ListV2LoggingLevelsRequest {
    std::optional<LogTargetType> target_type;
    std::optional<std::string> next_token;
    std::optional<std::int64_t> max_results;
};
struct ListV2LoggingLevelsResponse {
    std::vector<LogTargetConfiguration> log_target_configurations;
    std::optional<std::string> next_token;
};
struct DeleteV2LoggingLevelRequest {
    LogTargetType target_type = LogTargetType::Default;
    std::string target_name;
};
struct DeleteV2LoggingLevelResponse {};

}  // namespace

template <>
struct Shape<LogTarget> {
    using S = LogTarget;
    static constexpr std::string_view name = "LogTarget";
    static constexpr MemberInfo members[] = {
        member("targetType", PICKET_FIELD(S, target_type),
               {.required = true, .doc = "What kind of target it is."}),
        member("targetName", PICKET_FIELD(S, target_name),
               {.doc = "Its name; the default target has none."}),
    };
};
template <>
struct Shape<LogTargetConfiguration> {
    using S = LogTargetConfiguration;
    static constexpr std::string_view name = "LogTargetConfiguration";
    static constexpr MemberInfo members[] = {
        member("logTarget", PICKET_FIELD(S, log_target), {.doc = "The target."}),
        member("logLevel", PICKET_FIELD(S, log_level), {.doc = "Its level."}),
    };
};
template <>
struct Shape<SetV2LoggingLevelRequest> {
    using S = SetV2LoggingLevelRequest;
    static constexpr std::string_view name = "SetV2LoggingLevelRequest";
    static constexpr MemberInfo members[] = {
        member("logTarget", PICKET_FIELD(S, log_target),
               {.required = true, .doc = "What gets the level."}),
        member("logLevel", PICKET_FIELD(S, log_level), {.required = true, .doc = "The level."}),
    };
};
template <>
struct Shape<SetV2LoggingLevelResponse> {
    static constexpr std::string_view name = "SetV2LoggingLevelResponse";
    static constexpr std::span<const MemberInfo> members = {};
};
template <>
struct Shape<ListV2LoggingLevelsRequest> {
    using S = ListV2LoggingLevelsRequest;
    static constexpr std::string_view name = "ListV2LoggingLevelsRequest";
    static constexpr MemberInfo members[] = {
        member("targetType", PICKET_FIELD(S, target_type),
               {.in = In::Query, .doc = "Only targets of this kind."}),
        member("nextToken", PICKET_FIELD(S, next_token),
               {.in = In::Query, .doc = "Where the previous page ended."}),
        member("maxResults", PICKET_FIELD(S, max_results),
               with(kMaxResultsRule,
                    {.in = In::Query, .doc = "Items of a page at most; 25 when absent."})),
    };
};
template <>
struct Shape<ListV2LoggingLevelsResponse> {
    using S = ListV2LoggingLevelsResponse;
    static constexpr std::string_view name = "ListV2LoggingLevelsResponse";
    static constexpr MemberInfo members[] = {
        member("logTargetConfigurations", PICKET_FIELD(S, log_target_configurations),
               {.doc = "The targets, by kind and name."}),
        member("nextToken", PICKET_FIELD(S, next_token), {.doc = "Absent on the last page."}),
    };
};
template <>
struct Shape<DeleteV2LoggingLevelRequest> {
    using S = DeleteV2LoggingLevelRequest;
    static constexpr std::string_view name = "DeleteV2LoggingLevelRequest";
    static constexpr MemberInfo members[] = {
        member("targetType", PICKET_FIELD(S, target_type),
               {.required = true, .in = In::Query, .doc = "What kind of target it is."}),
        member("targetName", PICKET_FIELD(S, target_name),
               {.required = true, .in = In::Query, .doc = "Its name."}),
    };
};
template <>
struct Shape<DeleteV2LoggingLevelResponse> {
    static constexpr std::string_view name = "DeleteV2LoggingLevelResponse";
    static constexpr std::span<const MemberInfo> members = {};
};

namespace {

Refusal target_problem(const LogTarget& target) {
    const std::string path = "logTarget.targetName";
    const bool named = target.target_name && !target.target_name->empty();
    if (target.target_type == LogTargetType::Default) {
        if (!named) return std::nullopt;
        return invalid("The default target has no name. Leave targetName out.", path);
    }
    if (!named) {
        return invalid(say("A target of the type {} needs a name.", enum_name(target.target_type)),
                       path);
    }
    if (target.target_type != LogTargetType::SourceIp) return std::nullopt;
    const bool address = target.target_name->find('/') == std::string::npos &&
                         parse_cidr(*target.target_name);
    if (address) return std::nullopt;
    return invalid(say("'{}' is not an IP address. Name a single one.", *target.target_name), path);
}

std::string target_text(const LogTargetKey& key) {
    const std::string type(enum_name(key.type));
    return key.name.empty() ? type : say("{} '{}'", type, key.name);
}

Result<SetV2LoggingLevelResponse> set_v2_logging_level(World& world, Context& context,
                                                       const SetV2LoggingLevelRequest& in) {
    if (auto problem = target_problem(in.log_target)) return problem;
    if (auto problem = not_configured(world)) return problem;
    const LogTargetKey key = {in.log_target.target_type,
                              in.log_target.target_name.value_or(std::string())};
    // The default target is always there.
    const bool is_new = !(key == default_log_target()) && !world.log_levels.contains(key);
    const auto count = static_cast<std::int64_t>(
        world.log_levels.size() - (world.log_levels.contains(default_log_target()) ? 1 : 0));
    const std::int64_t max = setting_number(world, Setting::LogTargetsMax);
    if (is_new && count >= max) {
        return refuse(ErrorCode::LimitExceeded,
                      say("The account has log levels for {}, and it can have them for {}. Remove "
                          "one with DeleteV2LoggingLevel first.",
                          counted(count, "target"), max),
                      "logTarget");
    }
    Facts facts;
    facts.text("targetType", enum_name(key.type)).text("logLevel", enum_name(in.log_level));
    if (!key.name.empty()) facts.text("targetName", key.name);
    context.note(
        "logging.level_set", key.name,
        say("The log level of {} was set to {}.", target_text(key), enum_name(in.log_level)),
        facts.json());
    world.log_levels.put(key, {in.log_level});
    return SetV2LoggingLevelResponse{};
}

Result<ListV2LoggingLevelsResponse> list_v2_logging_levels(const World& world,
                                                           const ListV2LoggingLevelsRequest& in) {
    const std::string type = in.target_type ? std::string(enum_name(*in.target_type))
                                            : std::string();
    PICKET_TRY(const Page page,
               read_page("ListV2LoggingLevels", {type}, in.max_results, in.next_token));
    if (auto problem = not_configured(world)) return problem;
    ListV2LoggingLevelsResponse out;
    PICKET_TRY(
        out.next_token,
        walk_page(
            page, world.log_levels,
            LogTargetKey{in.target_type.value_or(LogTargetType::Default), {}},
            [&](const LogTargetKey& key) { return !in.target_type || key.type == *in.target_type; },
            [](const auto&) { return true; },
            [&](const auto& entry) {
                LogTarget target = {entry.key.type, std::nullopt};
                if (!entry.key.name.empty()) target.target_name = entry.key.name;
                out.log_target_configurations.push_back({std::move(target), entry.value.level});
            }));
    return out;
}

// A target without a level is no mistake: the level is gone either way.
Result<DeleteV2LoggingLevelResponse>
delete_v2_logging_level(World& world, Context& context, const DeleteV2LoggingLevelRequest& in) {
    if (in.target_type == LogTargetType::Default) {
        return invalid("The default level cannot be removed. Change it with SetV2LoggingOptions.",
                       "targetType");
    }
    const LogTargetKey key = {in.target_type, in.target_name};
    if (!world.log_levels.erase(key)) return DeleteV2LoggingLevelResponse{};
    Facts facts;
    facts.text("targetType", enum_name(key.type)).text("targetName", key.name);
    context.note("logging.level_removed", key.name,
                 say("The log level of {} was removed.", target_text(key)), facts.json());
    return DeleteV2LoggingLevelResponse{};
}

using enum ErrorCode;

constexpr Operation kLogLevelOperations[] = {
    op<&set_v2_logging_level>(
        "SetV2LoggingLevel", "Logging", Method::Post, "/v2LoggingLevel",
        errors<Internal, NotConfigured, InvalidRequest, ServiceUnavailable, LimitExceeded>(),
        "Gives a group, client, address or principal a log level of its own."),
    op<&list_v2_logging_levels>(
        "ListV2LoggingLevels", "Logging", Method::Get, "/v2LoggingLevel",
        errors<Internal, NotConfigured, InvalidRequest, ServiceUnavailable>(),
        "Lists the targets with log levels of their own, and the default level."),
    op<&delete_v2_logging_level>("DeleteV2LoggingLevel", "Logging", Method::Delete,
                                 "/v2LoggingLevel",
                                 errors<Internal, InvalidRequest, ServiceUnavailable>(),
                                 "Removes the log level of a target."),
};

}  // namespace

std::span<const Operation> log_level_operations() { return kLogLevelOperations; }

}  // namespace picket
