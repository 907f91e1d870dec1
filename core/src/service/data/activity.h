// PutDeviceActivity: what the service would see of a device, told instead of done.
#pragma once

#include "picket/model/device_activity.h"
#include "picket/model/violation.h"

namespace picket {

struct MessageActivity {
    std::string topic;
    std::int64_t bytes = 0;
    std::optional<std::int64_t> count;
};
template <>
struct Shape<MessageActivity> {
    using S = MessageActivity;
    static constexpr std::string_view name = "MessageActivity";
    static constexpr MemberInfo members[] = {
        member("topic", PICKET_FIELD(S, topic),
               {.required = true, .min = 1, .max = 256, .doc = "The topic of the messages."}),
        member("bytes", PICKET_FIELD(S, bytes),
               {.min = 0, .max = 128 * 1024, .doc = "The size of each."}),
        member("count", PICKET_FIELD(S, count),
               {.min = 1, .max = 1'000'000'000, .doc = "How many there were; 1 when absent."}),
    };
};
struct FailureActivity {
    std::optional<std::string> topic;
    std::optional<std::int64_t> count;
};
template <>
struct Shape<FailureActivity> {
    using S = FailureActivity;
    static constexpr std::string_view name = "FailureActivity";
    static constexpr MemberInfo members[] = {
        member("topic", PICKET_FIELD(S, topic),
               {.min = 1, .max = 256, .doc = "The topic that was not allowed, if it was one."}),
        member("count", PICKET_FIELD(S, count),
               {.min = 1, .max = 1'000'000'000, .doc = "How many there were; 1 when absent."}),
    };
};

inline constexpr Rule kActivityListRule = {.max = 1000};
inline constexpr Rule kActivityCountRule = {.min = 0, .max = 1'000'000'000};

struct PutDeviceActivityRequest {
    std::string thing_name;
    std::optional<std::vector<MessageActivity>> messages_sent;
    std::optional<std::vector<MessageActivity>> messages_received;
    std::optional<std::vector<FailureActivity>> authorization_failures;
    std::optional<std::int64_t> connection_attempts;
    std::optional<std::int64_t> disconnects;
    std::optional<std::vector<std::string>> source_ip_addresses;
    std::optional<bool> connected;
};
template <>
struct Shape<PutDeviceActivityRequest> {
    using S = PutDeviceActivityRequest;
    static constexpr std::string_view name = "PutDeviceActivityRequest";
    static constexpr MemberInfo members[] = {
        member("thingName", PICKET_FIELD(S, thing_name),
               with(kDeviceNameRule,
                    {.required = true,
                     .doc = "The device: a thing, or a client id that is not registered."})),
        member("messagesSent", PICKET_FIELD(S, messages_sent),
               with(kActivityListRule, {.doc = "Messages that it sent."})),
        member("messagesReceived", PICKET_FIELD(S, messages_received),
               with(kActivityListRule, {.doc = "Messages that it received."})),
        member("authorizationFailures", PICKET_FIELD(S, authorization_failures),
               with(kActivityListRule, {.doc = "What it tried and was not allowed."})),
        member("connectionAttempts", PICKET_FIELD(S, connection_attempts),
               with(kActivityCountRule, {.doc = "How often it connected, or tried to."})),
        member("disconnects", PICKET_FIELD(S, disconnects),
               with(kActivityCountRule, {.doc = "How often its connection ended."})),
        member("sourceIpAddresses", PICKET_FIELD(S, source_ip_addresses),
               with(kActivityListRule, {.doc = "The addresses it connected from."})),
        member("connected", PICKET_FIELD(S, connected),
               {.doc = "Whether it is connected afterwards; as before when absent."}),
    };
};
struct PutDeviceActivityResponse {
    Timestamp datapoint_time;
};
template <>
struct Shape<PutDeviceActivityResponse> {
    using S = PutDeviceActivityResponse;
    static constexpr std::string_view name = "PutDeviceActivityResponse";
    static constexpr MemberInfo members[] = {
        member("datapointTime", PICKET_FIELD(S, datapoint_time),
               {.required = true, .doc = "When the five minutes end and become datapoints."})};
};

}  // namespace picket
