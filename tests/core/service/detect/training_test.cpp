// Training summaries: a percentage is kept as the number of datapoints it stands for, and comes out
// as the very double that it was.
#include "core/service/service_support.h"

namespace picket {
namespace {

std::string summary_json(const std::string& percentage) {
    return R"({"summaries":[{"securityProfileName":"p","behaviorName":"b",)"
           R"("modelStatus":"PENDING_BUILD","datapointsCollectionPercentage":)" +
           percentage + "}]}";
}

// Loads the percentage and returns what is kept of it; the call answers it bit for bit.
BehaviorModel kept(const std::string& percentage) {
    Engine engine;
    must(engine, "LoadDocumentedResponse",
         R"({"operation":"GetBehaviorModelTrainingSummaries","response":)" +
             summary_json(percentage) + "}");
    CHECK(must(engine, "GetBehaviorModelTrainingSummaries", "{}") == summary_json(percentage));
    REQUIRE(engine.world().behavior_models.size() == 1);
    return engine.world().behavior_models.begin()->value;
}

}  // namespace

TEST_CASE("training: the percentages of the guide are whole numbers of datapoints") {
    struct Published {
        std::string percentage;
        std::int64_t datapoints;
    };
    for (const Published& published :
         {Published{"29.408", 7352}, Published{"35.464", 8866}, Published{"29.332", 7333},
          Published{"32.891999999999996", 8223}, Published{"35.46", 8865}, Published{"0", 0},
          Published{"100", 25000}}) {
        CAPTURE(published.percentage);
        const BehaviorModel model = kept(published.percentage);
        CHECK(model.datapoints == published.datapoints);
        CHECK_FALSE(model.percentage.has_value());
    }
}

TEST_CASE("training: every number of datapoints is found from its percentage") {
    for (std::int64_t n = 0; n <= 25'000; n += 613) {
        const double percentage = (static_cast<double>(n) / 25'000.0) * 100.0;
        const BehaviorModel model = kept(format_double(percentage));
        CHECK(model.datapoints == n);
        CHECK_FALSE(model.percentage.has_value());
    }
}

TEST_CASE("training: other percentages are kept as they are") {
    for (const char* percentage : {"33.3333", "32.892", "-1", "100.5"})
        CHECK(format_double(kept(percentage).percentage.value()) == percentage);
}

}  // namespace picket
