// A few letters find the name that one means.
#include "fuzzy.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "picket/operations.h"

using picket::ui::fuzzy_score;

namespace {

std::string best_operation(std::string_view typed) {
    std::string best;
    int score = 0;
    for (const picket::Operation& operation : picket::operations()) {
        const int each = fuzzy_score(typed, operation.name);
        if (each > score) {
            score = each;
            best = operation.name;
        }
    }
    return best;
}

}  // namespace

TEST_CASE("fuzzy: letters in order match, others do not") {
    CHECK(fuzzy_score("cmt", "CreateMitigationTask") > 0);
    CHECK(fuzzy_score("tmc", "CreateMitigation") == 0);
    CHECK(fuzzy_score("thingz", "CreateThing") == 0);
    CHECK(fuzzy_score("", "anything") > 0);
    CHECK(fuzzy_score("  ", "anything") > 0);
}

TEST_CASE("fuzzy: what begins words or stands together wins") {
    CHECK(fuzzy_score("thing", "CreateThing") > fuzzy_score("thing", "TraceHidingNetwork"));
    CHECK(fuzzy_score("ct", "CreateThing") > fuzzy_score("ct", "DetachThing"));
    CHECK(fuzzy_score("create thing", "CreateThing") >
          fuzzy_score("create thing", "CreateThingGroup"));
}

TEST_CASE("fuzzy: abbreviations of operations find them") {
    CHECK(best_operation("cma") == "CreateMitigationAction");
    CHECK(best_operation("create thing group") == "CreateThingGroup");
    CHECK(best_operation("lstactviol") == "ListActiveViolations");
    CHECK(best_operation("populatefleet") == "PopulateFleet");
}
