// Whether traffic on a topic counts for a series with a dimension.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "picket/world.h"

namespace picket {

class DimensionTopics {
public:
    DimensionTopics(const World& world, std::string_view series);

    bool all() const { return !narrowed_; }  // the series has no dimension
    bool counts(const std::string& device, std::string_view topic) const;

private:
    bool narrowed_ = false;
    bool inside_ = true;
    std::vector<std::string> filters_;
};

}  // namespace picket
