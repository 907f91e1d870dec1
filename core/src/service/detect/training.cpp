// GetBehaviorModelTrainingSummaries.
//
// A summary tells how much data a model has: n of the datapoints that it needs, as
// (n / 25000.0) * 100.0. Published percentages come out bit for bit of this form alone.
//
// Not modelled yet: training. Models come from documented responses.
#include "service/detect/training.h"

#include <algorithm>

#include "service/op.h"
#include "service/paginate.h"
#include "service/picket/documented.h"
#include "service/refuse.h"
#include "service/tables.h"
#include "world/settings.h"

namespace picket {
namespace {

constexpr std::int64_t kSummariesPerPage = 10;

double percentage_of(std::int64_t datapoints, std::int64_t needed) {
    return std::min(100.0, (static_cast<double>(datapoints) / static_cast<double>(needed)) * 100.0);
}

BehaviorModelTrainingSummary summary_of(const World& world, const std::string& profile,
                                        const BehaviorModel& model) {
    const std::int64_t needed = setting_number(world, Setting::ModelDatapointsMin);
    return {profile,
            model.behavior,
            model.collection_start,
            model.status,
            model.percentage.value_or(percentage_of(model.datapoints, needed)),
            model.last_refresh};
}

Result<GetBehaviorModelTrainingSummariesResponse>
get_behavior_model_training_summaries(const World& world,
                                      const GetBehaviorModelTrainingSummariesRequest& in) {
    PICKET_TRY(const Page page,
               read_page("GetBehaviorModelTrainingSummaries",
                         {filter_text(in.security_profile_name)},
                         in.max_results.value_or(kSummariesPerPage), in.next_token));
    const BehaviorPlace first = {in.security_profile_name.value_or(std::string()), 0};
    const auto within = [&](const BehaviorPlace& key) {
        return !in.security_profile_name || key.profile == first.profile;
    };
    // A documented model may be of a profile that the account does not have.
    if (in.security_profile_name && !world.security_profiles.contains(first.profile)) {
        const auto at = world.behavior_models.lower_bound(first);
        if (at == world.behavior_models.end() || !within(at->key)) {
            return not_found("security profile", first.profile, "CreateSecurityProfile",
                             "securityProfileName");
        }
    }
    GetBehaviorModelTrainingSummariesResponse out;
    PICKET_TRY(out.next_token,
               walk_page(
                   page, world.behavior_models, first, within, [](const auto&) { return true; },
                   [&](const auto& entry) {
                       out.summaries.push_back(summary_of(world, entry.key.profile, entry.value));
                   }));
    return out;
}

BehaviorModel model_of(const World& world, const BehaviorModelTrainingSummary& summary) {
    BehaviorModel model;
    model.behavior = summary.behavior_name;
    model.status = summary.model_status;
    model.collection_start = summary.training_data_collection_start_date;
    model.last_refresh = summary.last_model_refresh_date;
    const std::int64_t needed = setting_number(world, Setting::ModelDatapointsMin);
    const double percentage = summary.datapoints_collection_percentage;
    if (percentage >= 0 && percentage <= 100) {
        model.datapoints = static_cast<std::int64_t>(
            percentage / 100.0 * static_cast<double>(needed) + 0.5);
    }
    if (percentage_of(model.datapoints, needed) != percentage) model.percentage = percentage;
    return model;
}

// A summary replaces what is known of its behavior, and otherwise comes after the others of its
// profile.
Refusal load_summaries(World& world, Context&, const GetBehaviorModelTrainingSummariesRequest&,
                       const GetBehaviorModelTrainingSummariesResponse& response) {
    for (const BehaviorModelTrainingSummary& summary : response.summaries) {
        BehaviorPlace key = {summary.security_profile_name, 0};
        for (auto at = world.behavior_models.lower_bound(key);
             at != world.behavior_models.end() && at->key.profile == key.profile &&
             at->value.behavior != summary.behavior_name;
             ++at) {
            key.place = at->key.place + 1;
        }
        world.behavior_models.put(key, model_of(world, summary));
    }
    return std::nullopt;
}

using enum ErrorCode;

constexpr Operation kTrainingOperations[] = {
    op<&get_behavior_model_training_summaries>(
        "GetBehaviorModelTrainingSummaries", "Violations", Method::Get,
        "/behavior-model-training/summaries",
        errors<InvalidRequest, Throttling, InternalFailure, ResourceNotFound>(),
        "Tells how far the models of learned behaviors are."),
};

constexpr Loader kTrainingLoaders[] = {
    loads<&load_summaries>("GetBehaviorModelTrainingSummaries"),
};

}  // namespace

std::span<const Operation> training_operations() { return kTrainingOperations; }
std::span<const Loader> training_loaders() { return kTrainingLoaders; }

}  // namespace picket
