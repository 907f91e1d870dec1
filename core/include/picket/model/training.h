// What is known of the model of a learned behavior: how much data it has, and when it was built.
#pragma once

#include "picket/model/common.h"

namespace picket {

enum class ModelStatus : std::uint8_t { PendingBuild, Active, Expired };
template <>
struct EnumNames<ModelStatus> {
    static constexpr std::string_view name = "ModelStatus";
    static constexpr std::array<std::string_view, 3> values = {"PENDING_BUILD", "ACTIVE",
                                                               "EXPIRED"};
};

// Models are listed by profile, and within it by their place among the behaviors.
struct BehaviorPlace {
    std::string profile;
    std::int64_t place = 0;
    bool operator==(const BehaviorPlace&) const = default;
    bool operator<(const BehaviorPlace& other) const {
        const int order = profile.compare(other.profile);
        return order != 0 ? order < 0 : place < other.place;
    }
};
template <>
struct Shape<BehaviorPlace> {
    using S = BehaviorPlace;
    static constexpr std::string_view name = "BehaviorPlace";
    static constexpr MemberInfo members[] = {
        member("profile", PICKET_FIELD(S, profile), {.required = true}),
        member("place", PICKET_FIELD(S, place), {.required = true}),
    };
};

struct BehaviorModel {
    std::string behavior;
    ModelStatus status = ModelStatus::PendingBuild;
    std::int64_t datapoints = 0;       // of the trailing 14 days
    std::optional<double> percentage;  // documented, and of no whole number of datapoints
    std::optional<Timestamp> collection_start;
    std::optional<Timestamp> last_refresh;
    bool operator==(const BehaviorModel&) const = default;
};
template <>
struct Shape<BehaviorModel> {
    using S = BehaviorModel;
    static constexpr std::string_view name = "BehaviorModel";
    static constexpr MemberInfo members[] = {
        member("behavior", PICKET_FIELD(S, behavior)),
        member("status", PICKET_FIELD(S, status)),
        member("datapoints", PICKET_FIELD(S, datapoints)),
        member("percentage", PICKET_FIELD(S, percentage)),
        member("collectionStart", PICKET_FIELD(S, collection_start)),
        member("lastRefresh", PICKET_FIELD(S, last_refresh)),
    };
};

}  // namespace picket
