// See names.h.
#include "recordings/names.h"

#include "base/hash.h"

namespace picket {

std::uint32_t Names::add(std::string_view text, std::uint32_t max) {
    // The same as before, or the one that came after it when it was new: no hash is needed.
    for (std::uint32_t guess = last_; guess < last_ + 2 && guess < size(); ++guess) {
        if (texts_[guess] == text) return last_ = guess;
    }
    if (size() > 0 && texts_[0] == text) return last_ = 0;
    if (2 * texts_.size() >= places_.size()) grow();
    const std::size_t mask = places_.size() - 1;
    std::size_t at = static_cast<std::size_t>(hash_bytes(text).low) & mask;
    for (; places_[at] != 0; at = (at + 1) & mask) {
        if (texts_[places_[at] - 1] == text) return last_ = places_[at] - 1;
    }
    if (size() >= max) return kNone;
    texts_.emplace_back(text);
    places_[at] = size();
    return last_ = size() - 1;
}

void Names::grow() {
    places_.assign(places_.empty() ? 64 : 2 * places_.size(), 0);
    const std::size_t mask = places_.size() - 1;
    for (std::uint32_t i = 0; i < size(); ++i) {
        std::size_t at = static_cast<std::size_t>(hash_bytes(texts_[i]).low) & mask;
        while (places_[at] != 0) at = (at + 1) & mask;
        places_[at] = i + 1;
    }
}

}  // namespace picket
