// ListMetricValues.
//
// Values come from reports, from what the service counts, and from documented responses.
#include "service/detect/metric_values.h"

#include <algorithm>

#include "service/detect/metric_reader.h"
#include "service/detect/upkeep.h"
#include "service/list_window.h"
#include "service/op.h"
#include "service/picket/documented.h"
#include "service/refuse.h"
#include "service/tables.h"
#include "text/json_write.h"
#include "text/say.h"

namespace picket {
namespace {

// Nothing, when the request could have values: AWS declares ResourceNotFoundException and does not
// say of what. The device need not be registered, and values outlive what they were measured for.
Refusal series_missing(const World& world, const ListMetricValuesRequest& in) {
    if (in.dimension_name && !world.dimensions.contains(*in.dimension_name))
        return not_found("dimension", *in.dimension_name, "CreateDimension", "dimensionName");
    if (!in.metric_name.starts_with("aws:") && !world.custom_metrics.contains(in.metric_name))
        return not_found("custom metric", in.metric_name, "CreateCustomMetric", "metricName");
    return std::nullopt;
}

Result<std::string> series_of(const ListMetricValuesRequest& in) {
    if (!in.dimension_name) {
        if (!in.dimension_value_operator) return series_name(in.metric_name, std::nullopt);
        return invalid("dimensionValueOperator says how a dimension narrows the metric, so "
                       "dimensionName is needed, too.",
                       "dimensionName");
    }
    return series_name(in.metric_name,
                       MetricDimension{*in.dimension_name, in.dimension_value_operator});
}

// One page of what is stored and of what is simulated, the newest first.
Result<std::optional<std::string>> walk_values(const World& world, const Page& page,
                                               const MetricDatumKey& first, Timestamp oldest,
                                               std::vector<MetricDatum>& out) {
    Timestamp newest = first.time;
    if (page.after) {
        MetricDatumKey after;
        if (!read_page_key(*page.after, after)) return page.damaged_token();
        newest = std::min(after.time - 1, first.time);
    }
    const auto token = [&](Timestamp after) {
        return std::optional<std::string>(
            page.token(page_key_text(MetricDatumKey{after, first.series, first.thing})));
    };
    MetricReader reader(world, {first.thing, first.series}, newest, oldest);
    std::int64_t slots_left = static_cast<std::int64_t>(kScanMax);
    while (true) {
        auto point = reader.next(slots_left);
        if (slots_left < 0) return token(reader.place() + 1);
        if (!point) return std::optional<std::string>();
        if (out.size() == page.size) return token(out.back().timestamp);
        out.push_back({point->time, std::move(point->value)});
    }
}

Result<ListMetricValuesResponse> list_metric_values(const World& world,
                                                    const ListMetricValuesRequest& in) {
    PICKET_TRY(const std::string series, series_of(in));
    PICKET_TRY(const Page page,
               read_page("ListMetricValues",
                         {in.thing_name, series, to_iso(in.start_time), to_iso(in.end_time)},
                         in.max_results, in.next_token));
    PICKET_TRY(const FacetWindow window,
               read_list_window(world, Setting::MetricRetentionDays, in.start_time, in.end_time));
    ListMetricValuesResponse out;
    PICKET_TRY(out.next_token, walk_values(world, page, {window.to, series, in.thing_name},
                                           window.from, out.metric_datum_list));
    if (out.metric_datum_list.empty() && !page.after) {
        if (auto problem = series_missing(world, in)) return problem;
    }
    return out;
}

Refusal load_metric_values(World& world, Context&, const ListMetricValuesRequest& in,
                           const ListMetricValuesResponse& response) {
    const auto series = series_of(in);
    if (!series) {
        Error error = series.error();
        error.path = say("request.{}", error.path);
        return error;
    }
    DocumentedTimes times;
    for (const MetricDatum& datum : response.metric_datum_list) times.add(datum.timestamp);
    if (auto problem = times.problem(world, Setting::MetricRetentionDays,
                                     "response.metricDatumList"))
        return problem;
    for (const MetricDatum& datum : response.metric_datum_list)
        StoredMoment(world, datum.timestamp).add(in.thing_name, *series, datum.value);
    return std::nullopt;
}

using enum ErrorCode;

constexpr Operation kMetricValueOperations[] = {
    op<&list_metric_values>(
        "ListMetricValues", "Violations", Method::Get, "/metric-values",
        errors<InvalidRequest, Throttling, InternalFailure, ResourceNotFound>(),
        "Lists what was measured of a device: one metric, the newest value first."),
};

constexpr Loader kMetricValueLoaders[] = {loads<&load_metric_values>("ListMetricValues")};

}  // namespace

std::string series_name(std::string_view metric, const std::optional<MetricDimension>& dimension) {
    std::string name(metric);
    if (!dimension) return name;
    const auto comparison = dimension->comparison.value_or(DimensionValueOperator::In);
    return name + '\n' + dimension->dimension_name + '\n' + std::string(enum_name(comparison));
}

std::string value_text(const MetricValue& value) {
    if (value.count) return std::to_string(*value.count);
    if (value.number) return format_double(*value.number);
    const std::string json = to_json(value);  // {"ports":[22,443]}
    const std::size_t list = json.find('[');
    return list == std::string::npos ? json : json.substr(list, json.size() - list - 1);
}

std::span<const Operation> metric_value_operations() { return kMetricValueOperations; }
std::span<const Loader> metric_value_loaders() { return kMetricValueLoaders; }

}  // namespace picket
