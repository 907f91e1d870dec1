// What of a device is a list: addresses and ports. Addresses come from blocks that nobody owns:
// sites 198.18.0.0/15 (benchmarks), trackers 100.64.0.0/10 (behind carriers), the cloud
// 192.0.2.0/24 and 198.51.100.0/24, attackers 203.0.113.0/24 (documentation).
#pragma once

#include <span>
#include <string>
#include <vector>

#include "sim/regime.h"

namespace picket::sim {

using Address = std::uint32_t;  // IPv4
std::string address_text(Address address);

// A short list without repetitions, in ascending order.
template <class T>
class ShortList {
public:
    void add(T value) {
        std::size_t at = size_;
        while (at > 0 && items_[at - 1] > value) --at;
        if ((at > 0 && items_[at - 1] == value) || size_ == kMax) return;
        for (std::size_t i = size_; i > at; --i) items_[i] = items_[i - 1];
        items_[at] = value;
        ++size_;
    }
    std::size_t size() const { return size_; }
    const T* begin() const { return items_; }
    const T* end() const { return items_ + size_; }

private:
    static constexpr std::size_t kMax = 32;
    T items_[kMax] = {};
    std::size_t size_ = 0;
};

// Where its connections came from in the slot, and where its own went; those of attacks included.
// A device that is not present has no address, but somebody else may use its name.
ShortList<Address> source_addresses(const FleetPlan& plan, const Device& device, std::int64_t slot,
                                    bool present, std::span<const Effect> effects);
ShortList<Address> destination_addresses(const FleetPlan& plan, const Device& device,
                                         std::int64_t slot, std::span<const Effect> effects);
ShortList<std::uint16_t> tcp_ports(const FleetPlan& plan, const Device& device, std::int64_t slot);
ShortList<std::uint16_t> udp_ports(const FleetPlan& plan);

}  // namespace picket::sim
