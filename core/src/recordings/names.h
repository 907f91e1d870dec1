// Texts, each kept once, by number: the names of things and metrics in a file of many rows.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace picket {

class Names {
public:
    static constexpr std::uint32_t kNone = UINT32_MAX;

    // The number of the text, given to it when it is new; kNone when there are `max` already.
    std::uint32_t add(std::string_view text, std::uint32_t max);

    const std::string& operator[](std::uint32_t number) const { return texts_[number]; }
    std::uint32_t size() const { return static_cast<std::uint32_t>(texts_.size()); }
    const std::vector<std::string>& texts() const { return texts_; }

private:
    void grow();

    std::vector<std::string> texts_;
    std::vector<std::uint32_t> places_;  // open addressing: number + 1, 0 is free
    std::uint32_t last_ = 0;             // rows of a fleet come in the same order again and again
};

}  // namespace picket
