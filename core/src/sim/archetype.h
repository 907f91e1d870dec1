// What kinds of devices there are: one constant row each. Rates are per slot of five minutes, and
// "peak" is at the busiest hour of the week for a device of median level.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "picket/model/fleet.h"
#include "sim/rhythm.h"

namespace picket::sim {

struct Archetype {
    DeviceArchetype id;
    std::string_view doc;
    WeekShape shape;
    int phase_slots;       // devices keep the rhythm up to so many slots earlier or later
    int level_roots;       // how alike devices are: level() of chance.h
    double hour_noise;     // how far the hours of a device stray from its rhythm
    double slot_noise;     // and its slots from its hours
    int devices_per_site;  // unless a fleet says otherwise
    bool at_home;          // people live there, and go on holiday

    // being there
    int outages_per_mille;       // days on which a device fails by itself
    int switched_off_per_mille;  // nights over which people cut its power
    bool sleeps;                 // connects for trips and for a sign of life every four hours
    double reconnects;           // dropped connections, for a device with a median radio

    // messages
    int heartbeat_slots;  // every so many slots
    int heartbeat_messages;
    int nightly_messages;  // the day's profile, once between midnight and three
    double events_peak;    // messages that activity causes
    double commands_peak;  // messages to the device
    bool acknowledged;     // each message sent is answered by one received, as shadows do
    int message_bytes;
    double message_spread;  // of the largest message above the mean, times heavy()

    // other traffic
    int idle_bytes;        // keep-alive, name service, time service; each way
    double bulk_out_peak;  // bytes
    double bulk_in_peak;
    double bulk_burst;  // heavy() of single transfers up to this; 1: even
    int bulk_packet_bytes;
    int firmware_kilobytes;
    int bursts_per_mille;  // of two-hour blocks
    double burst_gain;     // added activity, times heavy()
    double site_gain;      // how much it follows what goes on at its site

    // sockets
    int connections;
    double connections_peak;  // more of them
    std::span<const std::uint16_t> tcp_ports;
    std::span<const std::uint16_t> udp_ports;
    int report_slots;  // reports of the device every so many slots

    std::string_view custom_metric;  // its one number of its own
};

std::span<const Archetype> archetypes();  // in the order of DeviceArchetype
const Archetype& archetype(DeviceArchetype id);

}  // namespace picket::sim
