// The catalogue of metrics agrees with itself, and with the documentation where that names sets.
#include "picket/model/metric.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>

using namespace picket;

TEST_CASE("metric catalogue: every metric has a row of its own, and is found by its name") {
    std::set<std::string_view> names;
    for (const MetricInfo& metric : metric_catalogue()) {
        CHECK(metric.name.starts_with("aws:"));
        CHECK(names.insert(metric.name).second);
        CHECK(find_builtin_metric(metric.name) == &metric);
    }
    CHECK(names.size() == 18);
    CHECK(find_builtin_metric("aws:nothing") == nullptr);
    CHECK(find_builtin_metric("") == nullptr);
}

TEST_CASE("metric catalogue: what the guide says of all metrics of a kind") {
    for (const MetricInfo& metric : metric_catalogue()) {
        CAPTURE(metric.name);
        const bool list = is_list(metric.value);
        // Lists have no windows, no percentiles and no models.
        CHECK_FALSE((list && (metric.needs_duration || metric.has_percentiles || metric.has_ml)));
        CHECK(metric.unit.empty() == list);
        CHECK(metric.has_percentiles == metric.has_ml);
        // Dimensions narrow the topics of messages, which only the service sees.
        CHECK_FALSE((metric.has_dimensions && metric.side != MetricSide::Cloud));
    }
    const auto learned = [](MetricSide side) {
        return std::count_if(metric_catalogue().begin(), metric_catalogue().end(),
                             [side](const MetricInfo& m) { return m.side == side && m.has_ml; });
    };
    CHECK(learned(MetricSide::Cloud) == 6);
    CHECK(learned(MetricSide::Device) == 7);
}

TEST_CASE("metric catalogue: of custom metrics only numbers can be learned") {
    for (std::size_t i = 0; i < EnumNames<CustomMetricType>::values.size(); ++i) {
        const auto type = static_cast<CustomMetricType>(i);
        const MetricInfo info = custom_metric_info(type);
        CHECK(info.has_ml == (type == CustomMetricType::Number));
        CHECK(info.has_percentiles == info.has_ml);
        CHECK(is_list(info.value) == !info.has_ml);
        CHECK_FALSE(info.has_dimensions);
    }
}
