// The shapes of GetBehaviorModelTrainingSummaries. What is known of a model is in
// picket/model/training.h.
#pragma once

#include "picket/model/training.h"

namespace picket {

struct BehaviorModelTrainingSummary {
    std::string security_profile_name;
    std::string behavior_name;
    std::optional<Timestamp> training_data_collection_start_date;
    ModelStatus model_status = ModelStatus::PendingBuild;
    double datapoints_collection_percentage = 0;
    std::optional<Timestamp> last_model_refresh_date;
};
template <>
struct Shape<BehaviorModelTrainingSummary> {
    using S = BehaviorModelTrainingSummary;
    static constexpr std::string_view name = "BehaviorModelTrainingSummary";
    static constexpr MemberInfo members[] = {
        member("securityProfileName", PICKET_FIELD(S, security_profile_name),
               {.doc = "The behavior's profile."}),
        member("behaviorName", PICKET_FIELD(S, behavior_name), {.doc = "The behavior's name."}),
        member("trainingDataCollectionStartDate",
               PICKET_FIELD(S, training_data_collection_start_date),
               {.doc = "Since when there is data."}),
        member("modelStatus", PICKET_FIELD(S, model_status),
               {.doc = "Whether there is a model that evaluates datapoints."}),
        member("datapointsCollectionPercentage", PICKET_FIELD(S, datapoints_collection_percentage),
               {.doc = "How much there is of the data that a model needs, 0 to 100."}),
        member("lastModelRefreshDate", PICKET_FIELD(S, last_model_refresh_date),
               {.doc = "When the model was last built."}),
    };
};

struct GetBehaviorModelTrainingSummariesRequest {
    std::optional<std::string> security_profile_name;
    std::optional<std::int64_t> max_results;
    std::optional<std::string> next_token;
};
template <>
struct Shape<GetBehaviorModelTrainingSummariesRequest> {
    using S = GetBehaviorModelTrainingSummariesRequest;
    static constexpr std::string_view name = "GetBehaviorModelTrainingSummariesRequest";
    static constexpr MemberInfo members[] = {
        member("securityProfileName", PICKET_FIELD(S, security_profile_name),
               with(kNameRule, {.in = In::Query, .doc = "Only of this security profile."})),
        member("maxResults", PICKET_FIELD(S, max_results),
               {.in = In::Query,
                .min = 1,
                .max = 10,
                .doc = "Items of a page at most; 10 when absent."}),
        member("nextToken", PICKET_FIELD(S, next_token),
               {.in = In::Query, .doc = "Where the previous page ended."}),
    };
};
struct GetBehaviorModelTrainingSummariesResponse {
    std::vector<BehaviorModelTrainingSummary> summaries;
    std::optional<std::string> next_token;
};
template <>
struct Shape<GetBehaviorModelTrainingSummariesResponse> {
    using S = GetBehaviorModelTrainingSummariesResponse;
    static constexpr std::string_view name = "GetBehaviorModelTrainingSummariesResponse";
    static constexpr MemberInfo members[] = {
        member("summaries", PICKET_FIELD(S, summaries),
               {.doc = "The models, by profile and in the order of its behaviors."}),
        member("nextToken", PICKET_FIELD(S, next_token), {.doc = "Absent on the last page."}),
    };
};

}  // namespace picket
