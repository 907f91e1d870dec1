// What is measured of a device in a slot: the heart of the simulator. A pure function of fleet,
// site, device, slot and the attacks on the device; nothing that came before is remembered.
#pragma once

#include <array>
#include <span>
#include <string_view>

#include "sim/regime.h"

namespace picket::sim {

// The series with one number per slot. Those of the service come first.
enum class Series : std::uint8_t {
    MessagesSent,
    MessagesReceived,
    AuthorizationFailures,
    ConnectionAttempts,
    Disconnects,
    DisconnectSeconds,
    SmallestMessage,
    LargestMessage,
    MessageBytes,  // of all messages sent
    BytesIn,
    BytesOut,
    PacketsIn,
    PacketsOut,
    TcpPorts,
    UdpPorts,
    TcpConnections,
    Custom,
};
inline constexpr std::size_t kSeriesCount = 17;
inline constexpr std::size_t kCloudSeriesCount = 9;

struct Reading {
    DeviceRegime regime = DeviceRegime::Offline;
    bool present = false;   // it was connected for some of the slot
    bool active = false;    // the service saw something of it: it has the values the service makes
    bool reported = false;  // its own report arrived
    std::array<double, kSeriesCount> values{};  // whole numbers but for Custom

    double& operator[](Series series) { return values[static_cast<std::size_t>(series)]; }
    double operator[](Series series) const { return values[static_cast<std::size_t>(series)]; }
    // Zeros are values; a device that was not there has none. Sizes need messages, and the time
    // since a disconnect is told once an hour.
    bool has(Series series) const;
};

// How far back a reading looks, to tell how long a device has been gone. Effects that ended before
// then do not matter.
inline constexpr std::int64_t kMemorySlots = 2 * kSlotsPerDay;

Reading reading_at(const FleetPlan& plan, const Site& site, const SiteSlot& around,
                   const Device& device, std::int64_t slot, std::span<const Effect> effects);

// The same for one device alone.
Reading reading_at(const FleetPlan& plan, const Device& device, std::int64_t slot,
                   std::span<const Effect> effects);

}  // namespace picket::sim
