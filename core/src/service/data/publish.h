// Publish, the operation of IoT Data that devices report with.
#pragma once

#include "picket/model/common.h"

namespace picket {

inline constexpr Rule kTopicRule = {.min = 1, .max = 256};

struct PublishRequest {
    std::string topic;
    std::optional<JsonText> payload;
};
template <>
struct Shape<PublishRequest> {
    using S = PublishRequest;
    static constexpr std::string_view name = "PublishRequest";
    static constexpr MemberInfo members[] = {
        member("topic", PICKET_FIELD(S, topic),
               with(kTopicRule, {.required = true, .in = In::Uri, .doc = "The MQTT topic."})),
        member("payload", PICKET_FIELD(S, payload),
               {.in = In::Payload,
                .blob = true,
                .doc = "The message: its bytes in base64, or the JSON that it is."}),
    };
};
struct PublishResponse {};
template <>
struct Shape<PublishResponse> {
    static constexpr std::string_view name = "PublishResponse";
    static constexpr std::span<const MemberInfo> members = {};
};

}  // namespace picket
