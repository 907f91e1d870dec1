// Simulated fleets and what is done to them, as they are stored. Values are not stored: they are a
// function of these rows (core/src/sim).
#pragma once

#include "picket/model/common.h"

namespace picket {

enum class DeviceArchetype : std::uint8_t {
    SmartLight,
    Thermostat,
    Camera,
    Gateway,
    IndustrialSensor,
    AssetTracker,
    SmartMeter,
};
template <>
struct EnumNames<DeviceArchetype> {
    static constexpr std::string_view name = "DeviceArchetype";
    static constexpr std::array<std::string_view, 7> values = {
        "SMART_LIGHT",       "THERMOSTAT",    "CAMERA",     "GATEWAY",
        "INDUSTRIAL_SENSOR", "ASSET_TRACKER", "SMART_METER"};
};

// What a device is doing for the whole of a slot of five minutes.
enum class DeviceRegime : std::uint8_t { Online, Updating, Asleep, Offline };
template <>
struct EnumNames<DeviceRegime> {
    static constexpr std::string_view name = "DeviceRegime";
    static constexpr std::array<std::string_view, 4> values = {"ONLINE", "UPDATING", "ASLEEP",
                                                               "OFFLINE"};
};

// Attacks, and faults that look like them. What each does, and to which metrics, is in
// core/src/sim/attack.cpp.
enum class AttackKind : std::uint8_t {
    MessageFlood,
    CredentialBruteForce,
    PortScan,
    SlowExfiltration,
    Beaconing,
    ReconnectLoop,
    SharedCertificate,
    SilentDevice,
    SlowDrift,
    CounterReset,
    CumulativeBytes,
};
template <>
struct EnumNames<AttackKind> {
    static constexpr std::string_view name = "AttackKind";
    static constexpr std::array<std::string_view, 11> values = {
        "MESSAGE_FLOOD", "CREDENTIAL_BRUTE_FORCE", "PORT_SCAN",          "SLOW_EXFILTRATION",
        "BEACONING",     "RECONNECT_LOOP",         "SHARED_CERTIFICATE", "SILENT_DEVICE",
        "SLOW_DRIFT",    "COUNTER_RESET",          "CUMULATIVE_BYTES"};
};

// Devices of one archetype. Device n is the thing named namePrefix and n, from 1, with leading
// zeros; it lives at site (n - 1) / devicesPerSite of the site set.
struct Fleet {
    std::string name;
    DeviceArchetype archetype = DeviceArchetype::SmartLight;
    std::string name_prefix;
    std::int64_t count = 0;
    std::string site_set;
    std::int64_t devices_per_site = 1;
    std::vector<std::int64_t> utc_offsets;  // minutes; each site has one of them
    std::string custom_metric;
    bool registered = true;
    std::optional<std::string> group_name;
    Timestamp start;
    std::optional<Timestamp> end;
    std::int64_t entry_id = 0;
    // How far the simulation has come: within a slot it goes on from device to device.
    std::int64_t next_slot = 0;
    std::int64_t next_device = 0;
    bool operator==(const Fleet&) const = default;
};
template <>
struct Shape<Fleet> {
    using S = Fleet;
    static constexpr std::string_view name = "Fleet";
    static constexpr MemberInfo members[] = {
        member("name", PICKET_FIELD(S, name)),
        member("archetype", PICKET_FIELD(S, archetype)),
        member("namePrefix", PICKET_FIELD(S, name_prefix)),
        member("count", PICKET_FIELD(S, count)),
        member("siteSet", PICKET_FIELD(S, site_set)),
        member("devicesPerSite", PICKET_FIELD(S, devices_per_site)),
        member("utcOffsets", PICKET_FIELD(S, utc_offsets)),
        member("customMetric", PICKET_FIELD(S, custom_metric)),
        member("registered", PICKET_FIELD(S, registered)),
        member("groupName", PICKET_FIELD(S, group_name)),
        member("start", PICKET_FIELD(S, start)),
        member("end", PICKET_FIELD(S, end)),
        member("entryId", PICKET_FIELD(S, entry_id)),
        member("nextSlot", PICKET_FIELD(S, next_slot)),
        member("nextDevice", PICKET_FIELD(S, next_device)),
    };
};

// An attack on devices of a fleet, and at the same time the label: what was wrong, with whom, from
// when to when.
struct Attack {
    std::string id;
    AttackKind kind = AttackKind::MessageFlood;
    std::string fleet_name;
    std::vector<std::int64_t> devices;  // numbers from 0, rising
    std::int64_t strength = 100;        // percent
    Timestamp start;
    std::optional<Timestamp> end;
    bool operator==(const Attack&) const = default;
};
template <>
struct Shape<Attack> {
    using S = Attack;
    static constexpr std::string_view name = "Attack";
    static constexpr MemberInfo members[] = {
        member("id", PICKET_FIELD(S, id)),
        member("kind", PICKET_FIELD(S, kind)),
        member("fleetName", PICKET_FIELD(S, fleet_name)),
        member("devices", PICKET_FIELD(S, devices)),
        member("strength", PICKET_FIELD(S, strength)),
        member("start", PICKET_FIELD(S, start)),
        member("end", PICKET_FIELD(S, end)),
    };
};

// Detect's numbers of a fleet's devices, in blocks, so that no slot looks up names.
struct FleetBlock {
    std::string fleet_name;
    std::int64_t block = 0;
    bool operator==(const FleetBlock&) const = default;
    bool operator<(const FleetBlock& other) const {
        const int order = fleet_name.compare(other.fleet_name);
        return order != 0 ? order < 0 : block < other.block;
    }
};
template <>
struct Shape<FleetBlock> {
    using S = FleetBlock;
    static constexpr std::string_view name = "FleetBlock";
    static constexpr MemberInfo members[] = {
        member("fleetName", PICKET_FIELD(S, fleet_name), {.required = true}),
        member("block", PICKET_FIELD(S, block), {.required = true})};
};
struct FleetNumbers {
    std::vector<std::int64_t> numbers;
    bool operator==(const FleetNumbers&) const = default;
};
template <>
struct Shape<FleetNumbers> {
    using S = FleetNumbers;
    static constexpr std::string_view name = "FleetNumbers";
    static constexpr MemberInfo members[] = {member("numbers", PICKET_FIELD(S, numbers))};
};

}  // namespace picket
