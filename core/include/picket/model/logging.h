// Logging options of both generations, and log levels of single targets.
#pragma once

#include "picket/model/mitigation_action.h"

namespace picket {

enum class LogTargetType : std::uint8_t { Default, ThingGroup, ClientId, SourceIp, PrincipalId };
template <>
struct EnumNames<LogTargetType> {
    static constexpr std::string_view name = "LogTargetType";
    static constexpr std::array<std::string_view, 5> values = {
        "DEFAULT", "THING_GROUP", "CLIENT_ID", "SOURCE_IP", "PRINCIPAL_ID"};
};

struct LogEventConfiguration {
    std::string event_type;
    std::optional<LogLevel> log_level;
    std::optional<std::string> log_destination;
    bool operator==(const LogEventConfiguration&) const = default;
};
template <>
struct Shape<LogEventConfiguration> {
    using S = LogEventConfiguration;
    static constexpr std::string_view name = "LogEventConfiguration";
    static constexpr MemberInfo members[] = {
        member("eventType", PICKET_FIELD(S, event_type),
               {.required = true,
                .min = 1,
                .max = 512,
                .doc = "The kind of event: Connect, Publish-In, Disconnect and the like."}),
        member("logLevel", PICKET_FIELD(S, log_level),
               {.doc = "The level for events of this kind."}),
        member("logDestination", PICKET_FIELD(S, log_destination),
               {.min = 1,
                .max = 512,
                .pattern = Pattern::LogDestination,
                .doc = "The log group for events of this kind."}),
    };
};

// Version 2 of the options, and version 1 as far as it differs.
struct LoggingOptions {
    std::optional<std::string> role_arn;
    std::optional<LogLevel> default_log_level;
    bool disable_all_logs = false;
    std::vector<LogEventConfiguration> event_configurations;
    bool operator==(const LoggingOptions&) const = default;
};
template <>
struct Shape<LoggingOptions> {
    using S = LoggingOptions;
    static constexpr std::string_view name = "LoggingOptions";
    static constexpr MemberInfo members[] = {
        member("roleArn", PICKET_FIELD(S, role_arn)),
        member("defaultLogLevel", PICKET_FIELD(S, default_log_level)),
        member("disableAllLogs", PICKET_FIELD(S, disable_all_logs)),
        member("eventConfigurations", PICKET_FIELD(S, event_configurations)),
    };
};

// Key of log levels: by type of the target, then by its name; the default target has none.
struct LogTargetKey {
    LogTargetType type = LogTargetType::Default;
    std::string name;
    bool operator==(const LogTargetKey&) const = default;
    bool operator<(const LogTargetKey& other) const {
        return type != other.type ? type < other.type : name < other.name;
    }
};
template <>
struct Shape<LogTargetKey> {
    using S = LogTargetKey;
    static constexpr std::string_view name = "LogTargetKey";
    static constexpr MemberInfo members[] = {member("type", PICKET_FIELD(S, type)),
                                             member("name", PICKET_FIELD(S, name))};
};

struct TargetLogLevel {
    LogLevel level = LogLevel::Info;
    bool operator==(const TargetLogLevel&) const = default;
};
template <>
struct Shape<TargetLogLevel> {
    using S = TargetLogLevel;
    static constexpr std::string_view name = "TargetLogLevel";
    static constexpr MemberInfo members[] = {member("level", PICKET_FIELD(S, level))};
};

}  // namespace picket
