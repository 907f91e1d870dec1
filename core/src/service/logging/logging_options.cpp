// GetV2LoggingOptions, SetV2LoggingOptions, and the older GetLoggingOptions and SetLoggingOptions.
// The two generations are kept apart, as the audit check of logging looks at both.
//
// An update leaves the role, the default level and the event configurations as they were when it
// does not name them; disableAllLogs is false then, which is what the reference calls its default.
// Not modelled: log entries, and whether the role may write any.
#include <algorithm>

#include "service/facts.h"
#include "service/logging/logging_tables.h"
#include "service/op.h"
#include "service/refuse.h"
#include "service/tables.h"
#include "text/say.h"
#include "world/context.h"

namespace picket {
namespace {

// Events that have settings of their own: those of the message broker.
constexpr std::string_view kEventTypes[] = {
    "Connect",    "DeleteConnection", "Disconnect", "GetRetainedMessage", "ListRetainedMessages",
    "Publish-In", "Publish-Out",      "Queued",     "Subscribe",          "Unsubscribe",
};

struct GetV2LoggingOptionsRequest {
    std::optional<bool> verbose;
};
struct GetV2LoggingOptionsResponse {
    std::optional<std::string> role_arn;
    std::optional<LogLevel> default_log_level;
    bool disable_all_logs = false;
    std::optional<std::vector<LogEventConfiguration>> event_configurations;
};
struct SetV2LoggingOptionsRequest {
    std::optional<std::string> role_arn;
    std::optional<LogLevel> default_log_level;
    std::optional<bool> disable_all_logs;
    std::optional<std::vector<LogEventConfiguration>> event_configurations;
};
struct SetV2LoggingOptionsResponse {};
struct GetLoggingOptionsRequest {};
struct GetLoggingOptionsResponse {
    std::optional<std::string> role_arn;
    std::optional<LogLevel> log_level;
};
struct LoggingOptionsPayload {
    std::string role_arn;
    std::optional<LogLevel> log_level;
};
struct SetLoggingOptionsRequest {
    LoggingOptionsPayload logging_options_payload;
};
struct SetLoggingOptionsResponse {};

}  // namespace

template <>
struct Shape<GetV2LoggingOptionsRequest> {
    using S = GetV2LoggingOptionsRequest;
    static constexpr std::string_view name = "GetV2LoggingOptionsRequest";
    static constexpr MemberInfo members[] = {
        member("verbose", PICKET_FIELD(S, verbose),
               {.in = In::Query,
                .doc = "Whether all kinds of events are listed, also those that "
                       "have the default level."})};
};
template <>
struct Shape<GetV2LoggingOptionsResponse> {
    using S = GetV2LoggingOptionsResponse;
    static constexpr std::string_view name = "GetV2LoggingOptionsResponse";
    static constexpr MemberInfo members[] = {
        member("roleArn", PICKET_FIELD(S, role_arn), {.doc = "The role that writes the logs."}),
        member("defaultLogLevel", PICKET_FIELD(S, default_log_level),
               {.doc = "The level for what has none of its own."}),
        member("disableAllLogs", PICKET_FIELD(S, disable_all_logs),
               {.doc = "Whether nothing is logged."}),
        member("eventConfigurations", PICKET_FIELD(S, event_configurations),
               {.doc = "Settings of single kinds of events."}),
    };
};
template <>
struct Shape<SetV2LoggingOptionsRequest> {
    using S = SetV2LoggingOptionsRequest;
    static constexpr std::string_view name = "SetV2LoggingOptionsRequest";
    static constexpr MemberInfo members[] = {
        member("roleArn", PICKET_FIELD(S, role_arn),
               {.doc = "The role that writes the logs. Needed the first time."}),
        member("defaultLogLevel", PICKET_FIELD(S, default_log_level),
               {.doc = "The level for what has none of its own."}),
        member("disableAllLogs", PICKET_FIELD(S, disable_all_logs),
               {.doc = "Whether nothing is logged; false when absent."}),
        member("eventConfigurations", PICKET_FIELD(S, event_configurations),
               {.doc = "Settings of single kinds of events; they replace all there are."}),
    };
};
template <>
struct Shape<SetV2LoggingOptionsResponse> {
    static constexpr std::string_view name = "SetV2LoggingOptionsResponse";
    static constexpr std::span<const MemberInfo> members = {};
};
template <>
struct Shape<GetLoggingOptionsRequest> {
    static constexpr std::string_view name = "GetLoggingOptionsRequest";
    static constexpr std::span<const MemberInfo> members = {};
};
template <>
struct Shape<GetLoggingOptionsResponse> {
    using S = GetLoggingOptionsResponse;
    static constexpr std::string_view name = "GetLoggingOptionsResponse";
    static constexpr MemberInfo members[] = {
        member("roleArn", PICKET_FIELD(S, role_arn), {.doc = "The role that writes the logs."}),
        member("logLevel", PICKET_FIELD(S, log_level), {.doc = "The level of what is logged."}),
    };
};
template <>
struct Shape<LoggingOptionsPayload> {
    using S = LoggingOptionsPayload;
    static constexpr std::string_view name = "LoggingOptionsPayload";
    static constexpr MemberInfo members[] = {
        member("roleArn", PICKET_FIELD(S, role_arn),
               {.required = true, .doc = "The role that writes the logs."}),
        member("logLevel", PICKET_FIELD(S, log_level), {.doc = "The level of what is logged."}),
    };
};
template <>
struct Shape<SetLoggingOptionsRequest> {
    using S = SetLoggingOptionsRequest;
    static constexpr std::string_view name = "SetLoggingOptionsRequest";
    static constexpr MemberInfo members[] = {
        member("loggingOptionsPayload", PICKET_FIELD(S, logging_options_payload),
               {.required = true, .in = In::Payload, .doc = "The options."})};
};
template <>
struct Shape<SetLoggingOptionsResponse> {
    static constexpr std::string_view name = "SetLoggingOptionsResponse";
    static constexpr std::span<const MemberInfo> members = {};
};

namespace {

// The model says only that it is an ARN. One that is no role cannot write logs.
Refusal role_problem(std::string_view arn, std::string path) {
    const bool is_role = arn.starts_with("arn:") && arn.find(":iam::") != std::string_view::npos &&
                         arn.find(":role/") != std::string_view::npos;
    if (is_role) return std::nullopt;
    return invalid(
        say("'{}' is not the ARN of a role. The form is arn:aws:iam::ACCOUNT:role/NAME.", arn),
        std::move(path));
}

Refusal events_problem(const std::vector<LogEventConfiguration>& events) {
    for (std::size_t i = 0; i < events.size(); ++i) {
        const std::string path = say("eventConfigurations[{}]", i);
        const std::string& type = events[i].event_type;
        for (std::size_t j = 0; j < i; ++j) {
            if (events[j].event_type != type) continue;
            return invalid(say("The event type '{}' is given twice. Name it once.", type),
                           say("{}.eventType", path));
        }
        if (events[i].log_destination && events[i].log_destination->starts_with("aws/")) {
            return invalid("Log groups that begin with aws/ are AWS's own. Choose another.",
                           say("{}.logDestination", path));
        }
    }
    return std::nullopt;
}

// With `verbose`, kinds of events without settings are there as they are logged: by the default.
std::vector<LogEventConfiguration> all_events(const LoggingOptions& options,
                                              std::optional<LogLevel> default_level) {
    std::vector<LogEventConfiguration> events = options.event_configurations;
    for (const std::string_view type : kEventTypes) {
        const bool set = std::any_of(events.begin(), events.end(),
                                     [&](const auto& event) { return event.event_type == type; });
        if (!set) events.push_back({std::string(type), default_level, std::nullopt});
    }
    return events;
}

Result<GetV2LoggingOptionsResponse> get_v2_logging_options(const World& world,
                                                           const GetV2LoggingOptionsRequest& in) {
    if (auto problem = not_configured(world)) return problem;
    const LoggingOptions& options = *world.logging_options.find(kLoggingV2);
    GetV2LoggingOptionsResponse out;
    out.role_arn = options.role_arn;
    out.disable_all_logs = options.disable_all_logs;
    if (const TargetLogLevel* level = world.log_levels.find(default_log_target()))
        out.default_log_level = level->level;
    if (in.verbose.value_or(false)) {
        out.event_configurations = all_events(options, out.default_log_level);
    } else if (!options.event_configurations.empty()) {
        out.event_configurations = options.event_configurations;
    }
    return out;
}

Result<SetV2LoggingOptionsResponse> set_v2_logging_options(World& world, Context& context,
                                                           const SetV2LoggingOptionsRequest& in) {
    if (in.role_arn) {
        if (auto problem = role_problem(*in.role_arn, "roleArn")) return problem;
    }
    if (in.event_configurations) {
        if (auto problem = events_problem(*in.event_configurations)) return problem;
    }
    LoggingOptions options;
    if (const LoggingOptions* before = world.logging_options.find(kLoggingV2)) options = *before;
    options.disable_all_logs = in.disable_all_logs.value_or(false);
    if (in.role_arn) options.role_arn = in.role_arn;
    if (in.event_configurations) options.event_configurations = *in.event_configurations;
    if (!options.role_arn && !options.disable_all_logs) {
        return invalid("No role is set that could write logs. Send roleArn, or disableAllLogs.",
                       "roleArn");
    }
    if (in.default_log_level) world.log_levels.put(default_log_target(), {*in.default_log_level});

    Facts facts;
    if (options.role_arn) facts.text("roleArn", *options.role_arn);
    if (in.default_log_level) facts.text("defaultLogLevel", enum_name(*in.default_log_level));
    context.note("logging.updated", std::string(kLoggingV2),
                 options.disable_all_logs ? "All logs were disabled."
                                          : "The logging options were set.",
                 facts.json());
    world.logging_options.put(std::string(kLoggingV2), std::move(options));
    return SetV2LoggingOptionsResponse{};
}

// Never set is no error here: the operation declares none for it.
Result<GetLoggingOptionsResponse> get_logging_options(const World& world,
                                                      const GetLoggingOptionsRequest&) {
    const LoggingOptions* options = world.logging_options.find(kLoggingV1);
    if (options == nullptr) return GetLoggingOptionsResponse{};
    return GetLoggingOptionsResponse{options->role_arn, options->default_log_level};
}

Result<SetLoggingOptionsResponse> set_logging_options(World& world, Context& context,
                                                      const SetLoggingOptionsRequest& in) {
    const LoggingOptionsPayload& payload = in.logging_options_payload;
    if (auto problem = role_problem(payload.role_arn, "loggingOptionsPayload.roleArn"))
        return problem;
    LoggingOptions options;
    options.role_arn = payload.role_arn;
    options.default_log_level = payload.log_level;
    Facts facts;
    facts.text("roleArn", payload.role_arn);
    if (payload.log_level) facts.text("logLevel", enum_name(*payload.log_level));
    context.note("logging.updated", std::string(kLoggingV1),
                 "The logging options of version 1 were set.", facts.json());
    world.logging_options.put(std::string(kLoggingV1), std::move(options));
    return SetLoggingOptionsResponse{};
}

using enum ErrorCode;

constexpr auto kOptionErrors = errors<Internal, InvalidRequest, ServiceUnavailable>();

constexpr Operation kLoggingOptionsOperations[] = {
    op<&get_v2_logging_options>("GetV2LoggingOptions", "Logging", Method::Get, "/v2LoggingOptions",
                                errors<Internal, NotConfigured, ServiceUnavailable>(),
                                "Tells what is logged, and with which role."),
    op<&set_v2_logging_options>("SetV2LoggingOptions", "Logging", Method::Post, "/v2LoggingOptions",
                                kOptionErrors, "Sets what is logged, and with which role."),
    op<&get_logging_options>("GetLoggingOptions", "Logging", Method::Get, "/loggingOptions",
                             kOptionErrors, "Tells the logging options of the older kind."),
    op<&set_logging_options>("SetLoggingOptions", "Logging", Method::Post, "/loggingOptions",
                             kOptionErrors, "Sets the logging options of the older kind."),
};

}  // namespace

Refusal not_configured(const World& world) {
    if (world.logging_options.contains(kLoggingV2)) return std::nullopt;
    return refuse(ErrorCode::NotConfigured,
                  "Logging is not configured. Set it up with SetV2LoggingOptions first.");
}

std::span<const Operation> logging_options_operations() { return kLoggingOptionsOperations; }

}  // namespace picket
