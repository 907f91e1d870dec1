// See dimension_topics.h.
#include "service/fleet/dimension_topics.h"

#include <algorithm>

#include "service/detect/rules.h"
#include "text/topic_filter.h"

namespace picket {

DimensionTopics::DimensionTopics(const World& world, std::string_view series) {
    const auto dimension = dimension_of_series(series);
    if (!dimension) return;
    narrowed_ = true;
    inside_ = dimension->comparison.value_or(DimensionValueOperator::In) ==
              DimensionValueOperator::In;
    if (const Dimension* row = world.dimensions.find(dimension->dimension_name))
        filters_ = row->string_values;
}

bool DimensionTopics::counts(const std::string& device, std::string_view topic) const {
    constexpr std::string_view kClientId = "${iot:ClientId}";
    const bool matches = std::any_of(filters_.begin(), filters_.end(), [&](std::string filter) {
        for (std::size_t at = filter.find(kClientId); at != std::string::npos;
             at = filter.find(kClientId, at + device.size()))
            filter.replace(at, kClientId.size(), device);
        return topic_matches(filter, topic);
    });
    return matches == inside_;
}

}  // namespace picket
