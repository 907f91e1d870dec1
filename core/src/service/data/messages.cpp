// ListMessages and ListAlarmCounts: what the service sent, and what CloudWatch counts of Detect
// under AWS/IoT. Both can be read as streams: pages go from the newest to the oldest.
#include "service/data/messages.h"

#include "picket/world.h"
#include "service/detect/notices.h"
#include "service/facets.h"
#include "service/op.h"
#include "service/paginate.h"
#include "service/tables.h"

namespace picket {
namespace {

Result<ListMessagesResponse> list_messages(const World& world, const ListMessagesRequest& in) {
    std::vector<std::string> facets;
    if (in.channel) facets.push_back(message_channel_facet(*in.channel));
    PICKET_TRY(const Page page,
               read_page("ListMessages", {to_json(facets)}, in.max_results, in.next_token));
    ListMessagesResponse out;
    std::vector<NewestFirst> keys;
    PICKET_TRY(out.next_token, walk_facets(page, world.messages_by, facets, {}, keys));
    for (const NewestFirst& key : keys) out.messages.push_back(*world.messages.find(key));
    return out;
}

Result<ListAlarmCountsResponse> list_alarm_counts(const World& world,
                                                  const ListAlarmCountsRequest& in) {
    PICKET_TRY(const Page page,
               read_page("ListAlarmCounts", {filter_text(in.security_profile_name)}, in.max_results,
                         in.next_token));
    ListAlarmCountsResponse out;
    PICKET_TRY(out.next_token,
               walk_page(
                   page, world.alarm_counts, AlarmCountKey{kTimestampMax, {}, {}},
                   [](const AlarmCountKey&) { return true; },
                   [&](const auto& entry) {
                       return !in.security_profile_name ||
                              entry.key.profile == *in.security_profile_name;
                   },
                   [&](const auto& entry) {
                       out.counts.push_back({entry.key.end, entry.key.profile, entry.key.behavior,
                                             entry.value.violations, entry.value.cleared,
                                             entry.value.invalidated});
                   }));
    return out;
}

using enum ErrorCode;

constexpr std::string_view kMessageGroup = "Messages";

constexpr Operation kMessageOperations[] = {
    verb<&list_messages>("ListMessages", kMessageGroup, "/_picket/ListMessages",
                         errors<InvalidRequest, InternalFailure>(),
                         "Lists what was sent to MQTT topics, SNS and Security Hub, the newest "
                         "first."),
    verb<&list_alarm_counts>("ListAlarmCounts", kMessageGroup, "/_picket/ListAlarmCounts",
                             errors<InvalidRequest, InternalFailure>(),
                             "Lists what CloudWatch counts of each behavior in five minutes, the "
                             "newest first."),
};

}  // namespace

std::span<const Operation> message_operations() { return kMessageOperations; }

}  // namespace picket
