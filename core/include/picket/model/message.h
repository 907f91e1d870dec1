// The outbox: what the service sent, as those who listen would have got it.
#pragma once

#include "picket/model/common.h"

namespace picket {

enum class MessageChannel : std::uint8_t { Mqtt, Sns, SecurityHub };
template <>
struct EnumNames<MessageChannel> {
    static constexpr std::string_view name = "MessageChannel";
    static constexpr std::array<std::string_view, 3> values = {"MQTT", "SNS", "SECURITY_HUB"};
};

struct Message {
    Timestamp time;
    MessageChannel channel = MessageChannel::Mqtt;
    std::string destination;  // an MQTT topic, the ARN of an SNS topic, the product of a finding
    JsonText body;
    std::optional<std::string> remark;  // why nobody got it, or why a report was rejected
    std::int64_t entry_id = 0;
    bool operator==(const Message&) const = default;
};
template <>
struct Shape<Message> {
    using S = Message;
    static constexpr std::string_view name = "Message";
    static constexpr MemberInfo members[] = {
        member("time", PICKET_FIELD(S, time), {.required = true, .doc = "When it was sent."}),
        member("channel", PICKET_FIELD(S, channel), {.required = true, .doc = "By what way."}),
        member("destination", PICKET_FIELD(S, destination),
               {.required = true,
                .doc = "The MQTT topic, the ARN of the SNS topic, or the finding's id."}),
        member("body", PICKET_FIELD(S, body), {.required = true, .doc = "The message itself."}),
        member("remark", PICKET_FIELD(S, remark),
               {.prose = true,
                .doc = "Why nobody got it, or why a report was rejected; absent otherwise."}),
        member("entryId", PICKET_FIELD(S, entry_id),
               {.required = true, .doc = "The journal entry that caused it."}),
    };
};

}  // namespace picket
