// The devices that send metrics, by number, and which rules watch each. A device is asked about
// when something of it changes; what profiles are attached to has a version, and a block of devices
// is brought up to date when it is used with another version.
//
// Registered and not, a name is two identities: when a thing is created, the alarms of the client
// id get no more datapoints, and end after two days of silence.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "picket/world.h"

namespace picket {

inline std::int64_t block_of(std::int64_t device) { return device / kDevicesPerBlock; }
inline std::size_t place_in_block(std::int64_t device) {
    return static_cast<std::size_t>(device % kDevicesPerBlock);
}

// Brings the block up to date; free when it is.
void refresh_block(World& world, std::int64_t block);
// The device, as it was when its block was last brought up to date; nullptr for an unknown number.
const DetectDevice* find_device(const World& world, std::int64_t number);
// The window and the counters of the device for a rule; nullptr when the rule never watched it.
const DeviceState* find_device_state(const World& world, std::int64_t rule, std::int64_t device);
std::optional<std::int64_t> find_device_number(const World& world, std::string_view device);

// The thing was created or deleted, or its groups changed. Alarms that no longer apply end at once.
void note_device_change(World& world, const std::string& thing);
// The alarms of a profile whose devices it may have lost end at once.
void review_alarms(World& world, const std::string& profile);

// The alarm came with a documented response: from now on datapoints clear it, silence ends it, and
// detaching invalidates it, if a behavior watches the device. Others stay as they were printed.
void adopt_alarm(World& world, const ActiveViolation& violation);

// The security profiles that a device is monitored by, in order: through all devices of its kind,
// or through its groups and those above them.
std::vector<std::string> profiles_of_device(const World& world, const std::string& device);

}  // namespace picket
