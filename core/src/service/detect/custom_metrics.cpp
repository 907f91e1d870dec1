// CreateCustomMetric, DescribeCustomMetric, UpdateCustomMetric, DeleteCustomMetric,
// ListCustomMetrics.
#include "service/detect/custom_metrics.h"

#include "service/arn.h"
#include "service/detect/profile_tables.h"
#include "service/facts.h"
#include "service/op.h"
#include "service/paginate.h"
#include "service/refuse.h"
#include "service/registry/tags.h"
#include "service/tables.h"
#include "text/say.h"
#include "world/context.h"
#include "world/settings.h"

namespace picket {
namespace {

std::string facts_of(const CustomMetric& metric) {
    Facts facts;
    facts.text("metricType", enum_name(metric.type));
    if (metric.display_name) facts.text("displayName", *metric.display_name);
    return facts.json();
}

Refusal no_metric(const std::string& name) {
    return not_found("custom metric", name, "CreateCustomMetric", "metricName");
}

Result<CreateCustomMetricResponse> create_custom_metric(World& world, Context& context,
                                                        const CreateCustomMetricRequest& in) {
    if (in.metric_name.starts_with("aws:")) {
        return invalid(say("The name of a custom metric cannot begin with aws:, as '{}' does. Such "
                           "names are built in.",
                           in.metric_name),
                       "metricName");
    }
    const std::string arn = custom_metric_arn(world, in.metric_name);
    if (const CustomMetric* existing = world.custom_metrics.find(in.metric_name)) {
        // The same request again, as its token says, and its definition, too. Tags are no part of
        // it.
        if (existing->client_request_token == in.client_request_token &&
            existing->type == in.metric_type && existing->display_name == in.display_name) {
            return CreateCustomMetricResponse{existing->name, arn};
        }
        return already_exists("custom metric", in.metric_name, "UpdateCustomMetric", in.metric_name,
                              arn);
    }
    if (auto problem = tags_problem(world, in.tags)) return problem;
    const auto count = static_cast<std::int64_t>(world.custom_metrics.size());
    const std::int64_t max = setting_number(world, Setting::CustomMetricsMax);
    if (count >= max) {
        return refuse(
            ErrorCode::LimitExceeded,
            say("The account has {}, and it can have {}. Delete one that is no longer used.",
                counted(count, "custom metric"), max));
    }
    CustomMetric metric;
    metric.name = in.metric_name;
    metric.type = in.metric_type;
    metric.display_name = in.display_name;
    metric.client_request_token = in.client_request_token.value_or(std::string());
    metric.created = context.now();
    metric.modified = context.now();
    context.note(
        "customMetric.created", metric.name,
        say("The custom metric '{}' was created ({}).", metric.name, enum_name(metric.type)),
        facts_of(metric));
    put_tags(world, arn, in.tags);
    CreateCustomMetricResponse out = {metric.name, arn};
    world.custom_metrics.put(in.metric_name, std::move(metric));
    return out;
}

void describe(const World& world, const CustomMetric& metric, DescribeCustomMetricResponse& out) {
    out.metric_name = metric.name;
    out.metric_arn = custom_metric_arn(world, metric.name);
    out.metric_type = metric.type;
    out.display_name = metric.display_name;
    out.creation_date = metric.created;
    out.last_modified_date = metric.modified;
}

Result<DescribeCustomMetricResponse> describe_custom_metric(const World& world,
                                                            const DescribeCustomMetricRequest& in) {
    const CustomMetric* metric = world.custom_metrics.find(in.metric_name);
    if (metric == nullptr) return no_metric(in.metric_name);
    DescribeCustomMetricResponse out;
    describe(world, *metric, out);
    return out;
}

Result<UpdateCustomMetricResponse> update_custom_metric(World& world, Context& context,
                                                        const UpdateCustomMetricRequest& in) {
    const CustomMetric* before = world.custom_metrics.find(in.metric_name);
    if (before == nullptr) return no_metric(in.metric_name);
    CustomMetric metric = *before;
    metric.display_name = in.display_name;
    metric.modified = context.now();
    context.note("customMetric.updated", metric.name,
                 say("The custom metric '{}' was updated.", metric.name), facts_of(metric));
    UpdateCustomMetricResponse out;
    describe(world, metric, out);
    world.custom_metrics.put(in.metric_name, std::move(metric));
    return out;
}

// An absent name succeeds: the operation declares no ResourceNotFoundException.
Result<DeleteCustomMetricResponse> delete_custom_metric(World& world, Context& context,
                                                        const DeleteCustomMetricRequest& in) {
    const CustomMetric* metric = world.custom_metrics.find(in.metric_name);
    if (metric == nullptr) return DeleteCustomMetricResponse{};
    if (auto problem = use_problem(world.profiles_by_metric, "custom metric", in.metric_name,
                                   "metricName")) {
        return problem;
    }
    context.note("customMetric.deleted", in.metric_name,
                 say("The custom metric '{}' was deleted.", in.metric_name), facts_of(*metric));
    world.custom_metrics.erase(in.metric_name);
    erase_tags(world, custom_metric_arn(world, in.metric_name));
    return DeleteCustomMetricResponse{};
}

// By name; AWS does not document an order.
Result<ListCustomMetricsResponse> list_custom_metrics(const World& world,
                                                      const ListCustomMetricsRequest& in) {
    PICKET_TRY(const Page page, read_page("ListCustomMetrics", {}, in.max_results, in.next_token));
    ListCustomMetricsResponse out;
    PICKET_TRY(out.next_token,
               walk_page(page, world.custom_metrics, std::string(),
                         [&](const auto& entry) { out.metric_names.push_back(entry.key); }));
    return out;
}

using enum ErrorCode;

constexpr std::string_view kGroup = "Custom metrics";
constexpr std::string_view kMetricUri = "/custom-metric/{metricName}";

constexpr Operation kCustomMetricOperations[] = {
    op<&create_custom_metric>(
        "CreateCustomMetric", kGroup, Method::Post, kMetricUri,
        errors<InvalidRequest, LimitExceeded, ResourceAlreadyExists, Throttling, InternalFailure>(),
        "Defines a metric that devices report themselves."),
    op<&describe_custom_metric>(
        "DescribeCustomMetric", kGroup, Method::Get, kMetricUri,
        errors<InvalidRequest, ResourceNotFound, Throttling, InternalFailure>(),
        "Tells what the values of a custom metric are."),
    op<&update_custom_metric>(
        "UpdateCustomMetric", kGroup, Method::Patch, kMetricUri,
        errors<InvalidRequest, ResourceNotFound, Throttling, InternalFailure>(),
        "Changes the name that people see; the type stays."),
    op<&delete_custom_metric>(
        "DeleteCustomMetric", kGroup, Method::Delete, kMetricUri,
        errors<InvalidRequest, Throttling, InternalFailure>(),
        "Deletes a custom metric that no security profile uses; a name that is absent succeeds."),
    op<&list_custom_metrics>("ListCustomMetrics", kGroup, Method::Get, "/custom-metrics",
                             errors<InvalidRequest, Throttling, InternalFailure>(),
                             "Lists custom metrics by name."),
};

}  // namespace

std::span<const Operation> custom_metric_operations() { return kCustomMetricOperations; }

}  // namespace picket
