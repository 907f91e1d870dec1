// The shapes of the five operations on dimensions.
#pragma once

#include "picket/model/metric.h"

namespace picket {

inline constexpr Rule kDimensionNameInUri = {.required = true,
                                             .in = In::Uri,
                                             .min = 1,
                                             .max = 128,
                                             .pattern = Pattern::Name,
                                             .doc = "The dimension's name."};
inline constexpr Rule kDimensionValueRule = {.min = 1, .max = 256};
inline constexpr Rule kDimensionValuesRule = {
    .min = 1, .max = 100, .element = &kDimensionValueRule};

struct CreateDimensionRequest {
    std::string name;
    DimensionType type = DimensionType::TopicFilter;
    std::vector<std::string> string_values;
    std::optional<TagList> tags;
    std::optional<std::string> client_request_token;
};
template <>
struct Shape<CreateDimensionRequest> {
    using S = CreateDimensionRequest;
    static constexpr std::string_view name = "CreateDimensionRequest";
    static constexpr MemberInfo members[] = {
        member("name", PICKET_FIELD(S, name), kDimensionNameInUri),
        member("type", PICKET_FIELD(S, type),
               {.required = true, .doc = "What its values are. Only TOPIC_FILTER exists."}),
        member("stringValues", PICKET_FIELD(S, string_values),
               with(kDimensionValuesRule,
                    {.required = true,
                     .doc = "Topic filters, with + and #; ${iot:ClientId} is each device's own."})),
        member("tags", PICKET_FIELD(S, tags), {.doc = "Tags of the dimension."}),
        member("clientRequestToken", PICKET_FIELD(S, client_request_token),
               with(kClientTokenRule,
                    {.required = true,
                     .idempotency_token = true,
                     .doc = "With the same token, the same request again succeeds."})),
    };
};
struct CreateDimensionResponse {
    std::string name;
    std::string arn;
};
template <>
struct Shape<CreateDimensionResponse> {
    using S = CreateDimensionResponse;
    static constexpr std::string_view name = "CreateDimensionResponse";
    static constexpr MemberInfo members[] = {
        member("name", PICKET_FIELD(S, name), {.doc = "The dimension's name."}),
        member("arn", PICKET_FIELD(S, arn), {.doc = "The dimension's ARN."}),
    };
};

struct DescribeDimensionRequest {
    std::string name;
};
template <>
struct Shape<DescribeDimensionRequest> {
    using S = DescribeDimensionRequest;
    static constexpr std::string_view name = "DescribeDimensionRequest";
    static constexpr MemberInfo members[] = {
        member("name", PICKET_FIELD(S, name), kDimensionNameInUri)};
};
struct DescribeDimensionResponse {
    std::string name;
    std::string arn;
    DimensionType type = DimensionType::TopicFilter;
    std::vector<std::string> string_values;
    Timestamp creation_date;
    Timestamp last_modified_date;
};
template <>
struct Shape<DescribeDimensionResponse> {
    using S = DescribeDimensionResponse;
    static constexpr std::string_view name = "DescribeDimensionResponse";
    static constexpr MemberInfo members[] = {
        member("name", PICKET_FIELD(S, name), {.doc = "The dimension's name."}),
        member("arn", PICKET_FIELD(S, arn), {.doc = "The dimension's ARN."}),
        member("type", PICKET_FIELD(S, type), {.doc = "What its values are."}),
        member("stringValues", PICKET_FIELD(S, string_values), {.doc = "Its topic filters."}),
        member("creationDate", PICKET_FIELD(S, creation_date),
               {.doc = "When the dimension was created."}),
        member("lastModifiedDate", PICKET_FIELD(S, last_modified_date),
               {.doc = "When it was last changed."}),
    };
};

struct UpdateDimensionRequest {
    std::string name;
    std::vector<std::string> string_values;
};
template <>
struct Shape<UpdateDimensionRequest> {
    using S = UpdateDimensionRequest;
    static constexpr std::string_view name = "UpdateDimensionRequest";
    static constexpr MemberInfo members[] = {
        member("name", PICKET_FIELD(S, name), kDimensionNameInUri),
        member("stringValues", PICKET_FIELD(S, string_values),
               with(kDimensionValuesRule,
                    {.required = true, .doc = "All topic filters from now on."})),
    };
};
struct UpdateDimensionResponse : DescribeDimensionResponse {};
template <>
struct Shape<UpdateDimensionResponse> {
    static constexpr std::string_view name = "UpdateDimensionResponse";
    static constexpr std::span<const MemberInfo> members =
        Shape<DescribeDimensionResponse>::members;
};

struct DeleteDimensionRequest {
    std::string name;
};
template <>
struct Shape<DeleteDimensionRequest> {
    using S = DeleteDimensionRequest;
    static constexpr std::string_view name = "DeleteDimensionRequest";
    static constexpr MemberInfo members[] = {
        member("name", PICKET_FIELD(S, name), kDimensionNameInUri)};
};
struct DeleteDimensionResponse {};
template <>
struct Shape<DeleteDimensionResponse> {
    static constexpr std::string_view name = "DeleteDimensionResponse";
    static constexpr std::span<const MemberInfo> members = {};
};

struct ListDimensionsRequest {
    std::optional<std::string> next_token;
    std::optional<std::int64_t> max_results;
};
template <>
struct Shape<ListDimensionsRequest> {
    using S = ListDimensionsRequest;
    static constexpr std::string_view name = "ListDimensionsRequest";
    static constexpr MemberInfo members[] = {
        member("nextToken", PICKET_FIELD(S, next_token),
               {.in = In::Query, .doc = "Where the previous page ended."}),
        member("maxResults", PICKET_FIELD(S, max_results),
               with(kMaxResultsRule,
                    {.in = In::Query, .doc = "Items of a page at most; 25 when absent."})),
    };
};
struct ListDimensionsResponse {
    std::vector<std::string> dimension_names;
    std::optional<std::string> next_token;
};
template <>
struct Shape<ListDimensionsResponse> {
    using S = ListDimensionsResponse;
    static constexpr std::string_view name = "ListDimensionsResponse";
    static constexpr MemberInfo members[] = {
        member("dimensionNames", PICKET_FIELD(S, dimension_names),
               {.doc = "The dimensions, by name."}),
        member("nextToken", PICKET_FIELD(S, next_token), {.doc = "Absent on the last page."}),
    };
};

}  // namespace picket
