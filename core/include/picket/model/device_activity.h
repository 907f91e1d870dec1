// What the service itself sees of devices: connections and messages, collected into the cloud-side
// datapoints of five minutes; and what it remembers of reports.
#pragma once

#include "picket/model/common.h"

namespace picket {

struct ActivityKey {
    Timestamp end;  // of the five minutes
    std::string device;
    bool operator==(const ActivityKey&) const = default;
    bool operator<(const ActivityKey& other) const {
        return end != other.end ? end < other.end : device < other.device;
    }
};
template <>
struct Shape<ActivityKey> {
    using S = ActivityKey;
    static constexpr std::string_view name = "ActivityKey";
    static constexpr MemberInfo members[] = {
        member("end", PICKET_FIELD(S, end), {.required = true}),
        member("device", PICKET_FIELD(S, device), {.required = true})};
};

// Counts of one series, or the sizes or addresses that it saw.
struct SeriesTally {
    std::string series;
    std::int64_t count = 0;
    std::int64_t smallest = 0;
    std::int64_t largest = 0;
    std::int64_t total = 0;
    std::vector<std::string> addresses;
    bool operator==(const SeriesTally&) const = default;
};
template <>
struct Shape<SeriesTally> {
    using S = SeriesTally;
    static constexpr std::string_view name = "SeriesTally";
    static constexpr MemberInfo members[] = {
        member("series", PICKET_FIELD(S, series)),
        member("count", PICKET_FIELD(S, count)),
        member("smallest", PICKET_FIELD(S, smallest)),
        member("largest", PICKET_FIELD(S, largest)),
        member("total", PICKET_FIELD(S, total)),
        member("addresses", PICKET_FIELD(S, addresses)),
    };
};
struct DeviceActivity {
    std::vector<SeriesTally> tallies;
    std::int64_t entry_id = 0;  // the journal entry that last added to it
    bool operator==(const DeviceActivity&) const = default;
};
template <>
struct Shape<DeviceActivity> {
    using S = DeviceActivity;
    static constexpr std::string_view name = "DeviceActivity";
    static constexpr MemberInfo members[] = {member("tallies", PICKET_FIELD(S, tallies)),
                                             member("entryId", PICKET_FIELD(S, entry_id))};
};

// Whether a device that was seen before is connected.
struct DeviceConnection {
    bool connected = false;
    Timestamp since;
    std::int64_t entry_id = 0;
    bool operator==(const DeviceConnection&) const = default;
};
template <>
struct Shape<DeviceConnection> {
    using S = DeviceConnection;
    static constexpr std::string_view name = "DeviceConnection";
    static constexpr MemberInfo members[] = {
        member("connected", PICKET_FIELD(S, connected)),
        member("since", PICKET_FIELD(S, since)),
        member("entryId", PICKET_FIELD(S, entry_id)),
    };
};

// The last metrics report of a device that was accepted.
struct DeviceReport {
    std::int64_t report_id = 0;
    Timestamp time;
    bool operator==(const DeviceReport&) const = default;
};
template <>
struct Shape<DeviceReport> {
    using S = DeviceReport;
    static constexpr std::string_view name = "DeviceReport";
    static constexpr MemberInfo members[] = {member("reportId", PICKET_FIELD(S, report_id)),
                                             member("time", PICKET_FIELD(S, time))};
};

}  // namespace picket
