// The shapes of ListMetricValues, and how a series of values is named.
#pragma once

#include "picket/model/metric_value.h"
#include "picket/model/violation.h"

namespace picket {

// A metric as it is, or with a dimension and an operator: three parts, one per line.
std::string series_name(std::string_view metric, const std::optional<MetricDimension>& dimension);

// A value in sentences: "54", "2.5", "[22,443]".
std::string value_text(const MetricValue& value);

struct ListMetricValuesRequest {
    std::string thing_name;
    std::string metric_name;
    std::optional<std::string> dimension_name;
    std::optional<DimensionValueOperator> dimension_value_operator;
    Timestamp start_time;
    Timestamp end_time;
    std::optional<std::int64_t> max_results;
    std::optional<std::string> next_token;
};
template <>
struct Shape<ListMetricValuesRequest> {
    using S = ListMetricValuesRequest;
    static constexpr std::string_view name = "ListMetricValuesRequest";
    static constexpr MemberInfo members[] = {
        member("thingName", PICKET_FIELD(S, thing_name),
               with(kDeviceNameRule,
                    {.required = true, .in = In::Query, .doc = "The device that was measured."})),
        member("metricName", PICKET_FIELD(S, metric_name),
               {.required = true, .in = In::Query, .doc = "The metric, built in or custom."}),
        member("dimensionName", PICKET_FIELD(S, dimension_name),
               with(kNameRule, {.in = In::Query, .doc = "The dimension that narrows it."})),
        member("dimensionValueOperator", PICKET_FIELD(S, dimension_value_operator),
               {.in = In::Query, .doc = "Whether the dimension counts or all else; IN if absent."}),
        member("startTime", PICKET_FIELD(S, start_time),
               {.required = true, .in = In::Query, .doc = "The earliest time."}),
        member("endTime", PICKET_FIELD(S, end_time),
               {.required = true, .in = In::Query, .doc = "The latest time."}),
        member("maxResults", PICKET_FIELD(S, max_results),
               with(kMaxResultsRule,
                    {.in = In::Query, .doc = "Items of a page at most; 25 when absent."})),
        member("nextToken", PICKET_FIELD(S, next_token),
               {.in = In::Query, .doc = "Where the previous page ended."}),
    };
};

struct MetricDatum {
    Timestamp timestamp;
    MetricValue value;
};
template <>
struct Shape<MetricDatum> {
    using S = MetricDatum;
    static constexpr std::string_view name = "MetricDatum";
    static constexpr MemberInfo members[] = {
        member("timestamp", PICKET_FIELD(S, timestamp), {.doc = "When it was measured."}),
        member("value", PICKET_FIELD(S, value), {.doc = "What was measured."}),
    };
};
struct ListMetricValuesResponse {
    std::vector<MetricDatum> metric_datum_list;
    std::optional<std::string> next_token;
};
template <>
struct Shape<ListMetricValuesResponse> {
    using S = ListMetricValuesResponse;
    static constexpr std::string_view name = "ListMetricValuesResponse";
    static constexpr MemberInfo members[] = {
        member("metricDatumList", PICKET_FIELD(S, metric_datum_list),
               {.doc = "The values, the newest first."}),
        member("nextToken", PICKET_FIELD(S, next_token), {.doc = "Absent on the last page."}),
    };
};

}  // namespace picket
