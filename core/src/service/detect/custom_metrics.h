// The shapes of the five operations on custom metrics.
#pragma once

#include "picket/model/metric.h"

namespace picket {

inline constexpr Rule kMetricNameInUri = {.required = true,
                                          .in = In::Uri,
                                          .min = 1,
                                          .max = 128,
                                          .pattern = Pattern::Name,
                                          .doc = "The metric's name; it cannot begin with aws:."};
inline constexpr Rule kDisplayNameRule = {.max = 128, .pattern = Pattern::Description};

struct CreateCustomMetricRequest {
    std::string metric_name;
    std::optional<std::string> display_name;
    CustomMetricType metric_type = CustomMetricType::StringList;
    std::optional<TagList> tags;
    std::optional<std::string> client_request_token;
};
template <>
struct Shape<CreateCustomMetricRequest> {
    using S = CreateCustomMetricRequest;
    static constexpr std::string_view name = "CreateCustomMetricRequest";
    static constexpr MemberInfo members[] = {
        member("metricName", PICKET_FIELD(S, metric_name), kMetricNameInUri),
        member("displayName", PICKET_FIELD(S, display_name),
               with(kDisplayNameRule, {.doc = "The name that people see."})),
        member("metricType", PICKET_FIELD(S, metric_type),
               {.required = true, .doc = "What its values are; it cannot be changed."}),
        member("tags", PICKET_FIELD(S, tags), {.doc = "Tags of the metric."}),
        member("clientRequestToken", PICKET_FIELD(S, client_request_token),
               with(kClientTokenRule,
                    {.required = true,
                     .idempotency_token = true,
                     .doc = "With the same token, the same request again succeeds."})),
    };
};
struct CreateCustomMetricResponse {
    std::string metric_name;
    std::string metric_arn;
};
template <>
struct Shape<CreateCustomMetricResponse> {
    using S = CreateCustomMetricResponse;
    static constexpr std::string_view name = "CreateCustomMetricResponse";
    static constexpr MemberInfo members[] = {
        member("metricName", PICKET_FIELD(S, metric_name), {.doc = "The metric's name."}),
        member("metricArn", PICKET_FIELD(S, metric_arn), {.doc = "The metric's ARN."}),
    };
};

struct DescribeCustomMetricRequest {
    std::string metric_name;
};
template <>
struct Shape<DescribeCustomMetricRequest> {
    using S = DescribeCustomMetricRequest;
    static constexpr std::string_view name = "DescribeCustomMetricRequest";
    static constexpr MemberInfo members[] = {
        member("metricName", PICKET_FIELD(S, metric_name), kMetricNameInUri)};
};
struct DescribeCustomMetricResponse {
    std::string metric_name;
    std::string metric_arn;
    CustomMetricType metric_type = CustomMetricType::StringList;
    std::optional<std::string> display_name;
    Timestamp creation_date;
    Timestamp last_modified_date;
};
template <>
struct Shape<DescribeCustomMetricResponse> {
    using S = DescribeCustomMetricResponse;
    static constexpr std::string_view name = "DescribeCustomMetricResponse";
    static constexpr MemberInfo members[] = {
        member("metricName", PICKET_FIELD(S, metric_name), {.doc = "The metric's name."}),
        member("metricArn", PICKET_FIELD(S, metric_arn), {.doc = "The metric's ARN."}),
        member("metricType", PICKET_FIELD(S, metric_type), {.doc = "What its values are."}),
        member("displayName", PICKET_FIELD(S, display_name), {.doc = "The name that people see."}),
        member("creationDate", PICKET_FIELD(S, creation_date),
               {.doc = "When the metric was created."}),
        member("lastModifiedDate", PICKET_FIELD(S, last_modified_date),
               {.doc = "When it was last changed."}),
    };
};

struct UpdateCustomMetricRequest {
    std::string metric_name;
    std::string display_name;
};
template <>
struct Shape<UpdateCustomMetricRequest> {
    using S = UpdateCustomMetricRequest;
    static constexpr std::string_view name = "UpdateCustomMetricRequest";
    static constexpr MemberInfo members[] = {
        member("metricName", PICKET_FIELD(S, metric_name), kMetricNameInUri),
        member("displayName", PICKET_FIELD(S, display_name),
               with(kDisplayNameRule, {.required = true, .doc = "The new name that people see."})),
    };
};
struct UpdateCustomMetricResponse : DescribeCustomMetricResponse {};
template <>
struct Shape<UpdateCustomMetricResponse> {
    static constexpr std::string_view name = "UpdateCustomMetricResponse";
    static constexpr std::span<const MemberInfo> members =
        Shape<DescribeCustomMetricResponse>::members;
};

struct DeleteCustomMetricRequest {
    std::string metric_name;
};
template <>
struct Shape<DeleteCustomMetricRequest> {
    using S = DeleteCustomMetricRequest;
    static constexpr std::string_view name = "DeleteCustomMetricRequest";
    static constexpr MemberInfo members[] = {
        member("metricName", PICKET_FIELD(S, metric_name), kMetricNameInUri)};
};
struct DeleteCustomMetricResponse {};
template <>
struct Shape<DeleteCustomMetricResponse> {
    static constexpr std::string_view name = "DeleteCustomMetricResponse";
    static constexpr std::span<const MemberInfo> members = {};
};

struct ListCustomMetricsRequest {
    std::optional<std::string> next_token;
    std::optional<std::int64_t> max_results;
};
template <>
struct Shape<ListCustomMetricsRequest> {
    using S = ListCustomMetricsRequest;
    static constexpr std::string_view name = "ListCustomMetricsRequest";
    static constexpr MemberInfo members[] = {
        member("nextToken", PICKET_FIELD(S, next_token),
               {.in = In::Query, .doc = "Where the previous page ended."}),
        member("maxResults", PICKET_FIELD(S, max_results),
               with(kMaxResultsRule,
                    {.in = In::Query, .doc = "Items of a page at most; 25 when absent."})),
    };
};
struct ListCustomMetricsResponse {
    std::vector<std::string> metric_names;
    std::optional<std::string> next_token;
};
template <>
struct Shape<ListCustomMetricsResponse> {
    using S = ListCustomMetricsResponse;
    static constexpr std::string_view name = "ListCustomMetricsResponse";
    static constexpr MemberInfo members[] = {
        member("metricNames", PICKET_FIELD(S, metric_names), {.doc = "The metrics, by name."}),
        member("nextToken", PICKET_FIELD(S, next_token), {.doc = "Absent on the last page."}),
    };
};

}  // namespace picket
