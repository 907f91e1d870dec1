// Every section of the World pane, on the empty, the demo and a huge account; and the one table of
// colours of states.
#include <doctest/doctest.h>

#include "items/areas.h"
#include "items/words.h"
#include "picket/model/audit.h"
#include "support/robot.h"

using namespace picket;
using namespace picket::ui;
using picket::test::Robot;

namespace {

void visit_all(Robot& robot) {
    for (const Section& section : sections()) {
        CAPTURE(section.id);
        robot.ui().world.section = section.id;
        robot.ui().world.item = {};
        robot.app().poke();
        robot.settle();
        const TableInfo* table = find_table(section.table);
        if (table == nullptr || section.key == nullptr || table->size(robot.world()) == 0) continue;
        // The first row, its why and its stored form.
        std::string key;
        visit_rows(*table, robot.world(), 0, 1,
                   [&](const TableInfo::Row& row) { key = section.key(row); });
        robot.ui().world.item = {std::string(section.id), key};
        robot.app().poke();
        robot.settle();
        CHECK(robot.ui().world.item.key == key);
        CHECK(robot.has("JSON", "World"));
        robot.click("JSON", "World");
        CHECK(robot.has("Contents"));
        robot.click("Why", "World");
    }
}

}  // namespace

TEST_CASE("sections: an empty account says in each of them what to do, with one button") {
    Robot robot({.demo = false});
    for (const Section& section : sections()) {
        CAPTURE(section.id);
        robot.ui().world.section = section.id;
        robot.app().poke();
        robot.settle();
        if (section.empty.title.empty()) continue;
        CHECK(robot.shows(section.empty.title));
        CHECK(robot.has(section.empty.action));
        robot.click(section.empty.action);
        if (!section.leads_to.empty())
            CHECK(robot.ui().world.section == section.leads_to);
        else
            CHECK(robot.ui().request.operation == find_operation(section.empty.operation));
    }
}

TEST_CASE("sections: every button of every empty section opens a call that can be sent") {
    for (const char* id : {"alarms", "alarm-history", "metrics", "things", "groups", "profiles"}) {
        CAPTURE(id);
        Robot robot({.demo = false});
        robot.ui().world.section = id;
        robot.settle();
        robot.click(find_section(id)->empty.action);
        robot.click("Run");
        CHECK_FALSE(robot.ui().response.shown.error);
        const TableInfo* table = find_table(find_section(id)->table);
        CHECK(table->size(robot.world()) > 0);
    }
}

TEST_CASE("sections: the demo account, row by row") {
    Robot robot;
    visit_all(robot);
}

TEST_CASE("sections: names of operations in buttons are those of the table") {
    for (const Section& section : sections()) {
        CAPTURE(section.id);
        if (!section.create.empty()) CHECK(find_operation(section.create) != nullptr);
        if (!section.empty.operation.empty())
            CHECK(find_operation(section.empty.operation) != nullptr);
        if (!section.table.empty()) CHECK(find_table(section.table) != nullptr);
        CHECK(find_section(section.id) == &section);
    }
}

TEST_CASE("states: every state of the service has its colour in the one table") {
    const auto all = [](auto values) {
        for (const std::string_view word : values) {
            CAPTURE(word);
            CHECK(tone_of_state(word) != Tone::Plain);
        }
    };
    all(EnumNames<CertificateStatus>::values);
    all(EnumNames<CaCertificateStatus>::values);
    all(EnumNames<DynamicGroupStatus>::values);
    all(EnumNames<DetectTaskStatus>::values);
    all(EnumNames<DetectExecutionStatus>::values);
    all(EnumNames<AuditTaskStatus>::values);
    all(EnumNames<AuditCheckRunStatus>::values);
    all(EnumNames<AuditMitigationTaskStatus>::values);
    all(EnumNames<AuditMitigationExecutionStatus>::values);
    all(EnumNames<AuditFindingSeverity>::values);
    all(EnumNames<ViolationEventType>::values);
    all(EnumNames<VerificationState>::values);
    all(EnumNames<ModelStatus>::values);
    CHECK(tone_of_state("no state") == Tone::Plain);
}

TEST_CASE("words: behaviors read as sentences") {
    Behavior behavior;
    behavior.name = "b";
    behavior.metric = "aws:num-messages-sent";
    CHECK(behavior_words(behavior) == "aws:num-messages-sent is kept, without an alarm");
    behavior.criteria = BehaviorCriteria{};
    behavior.criteria->comparison_operator = ComparisonOperator::LessThanEquals;
    behavior.criteria->value = MetricValue{};
    behavior.criteria->value->count = 1000;
    behavior.criteria->duration_seconds = 300;
    CHECK(behavior_words(behavior) == "aws:num-messages-sent is at most 1,000 within 5 min");
    CHECK(threshold_of(behavior) == 1000);
    behavior.criteria->consecutive_datapoints_to_alarm = 3;
    CHECK(datapoint_words(*behavior.criteria) == "3 in a row raise the alarm, 1 clears it");
    behavior.criteria = BehaviorCriteria{};
    behavior.criteria->statistical_threshold = StatisticalThreshold{"p90"};
    behavior.criteria->comparison_operator = ComparisonOperator::LessThan;
    CHECK(behavior_words(behavior) == "aws:num-messages-sent is below p90 of all devices");
    behavior.criteria = BehaviorCriteria{};
    behavior.criteria->ml_detection_config = MachineLearningDetectionConfig{ConfidenceLevel::High};
    CHECK(behavior_words(behavior) ==
          "aws:num-messages-sent is as the model learned, confidence HIGH");
    behavior.criteria = BehaviorCriteria{};
    behavior.criteria->comparison_operator = ComparisonOperator::InPortSet;
    behavior.criteria->value = MetricValue{};
    behavior.criteria->value->ports = std::vector<std::int64_t>{443, 8883};
    CHECK(behavior_words(behavior) == "aws:num-messages-sent has only ports of 443, 8883");
}
