// See detect_task_lists.h.
#include "service/mitigation/detect_task_lists.h"

#include "service/list_window.h"
#include "service/mitigation/detect_task_tables.h"
#include "service/refuse.h"
#include "text/say.h"

namespace picket {
namespace {

// The reference wants a taskId or both times, "but not both"; a violation alone will do as well.
Refusal selection_problem(const World& world,
                          const ListDetectMitigationActionsExecutionsRequest& in) {
    if (in.start_time.has_value() != in.end_time.has_value()) {
        return invalid(say("startTime and endTime belong together; {} is missing.",
                           in.start_time ? "endTime" : "startTime"),
                       in.start_time ? "endTime" : "startTime");
    }
    if (in.task_id && in.start_time &&
        setting_is(world, Setting::ExecutionsTaskAndTimes, "refuse")) {
        return invalid("Give a taskId, or startTime and endTime, but not both; the setting "
                       "executionsTaskAndTimes accepts that.",
                       "taskId");
    }
    if (in.task_id || in.violation_id || in.start_time) return std::nullopt;
    return invalid("Say which executions: give a taskId, a violationId, or startTime and endTime.");
}

Result<FacetWindow> window_of(const World& world,
                              const ListDetectMitigationActionsExecutionsRequest& in) {
    if (in.start_time) {
        return read_list_window(world, Setting::DetectTaskRetentionDays, *in.start_time,
                                *in.end_time);
    }
    return FacetWindow{retained_from(world, Setting::DetectTaskRetentionDays), kTimestampMax};
}

std::string time_text(const std::optional<Timestamp>& time) {
    return time ? to_iso(*time) : std::string();
}

}  // namespace

Result<ListDetectMitigationActionsTasksResponse>
list_detect_mitigation_actions_tasks(const World& world,
                                     const ListDetectMitigationActionsTasksRequest& in) {
    PICKET_TRY(const Page page, read_page("ListDetectMitigationActionsTasks",
                                          {to_iso(in.start_time), to_iso(in.end_time)},
                                          in.max_results, in.next_token));
    PICKET_TRY(const FacetWindow window, read_list_window(world, Setting::DetectTaskRetentionDays,
                                                          in.start_time, in.end_time));
    ListDetectMitigationActionsTasksResponse out;
    std::vector<NewestFirst> keys;
    PICKET_TRY(out.next_token, walk_facets(page, world.detect_tasks_by, {}, window, keys));
    for (const NewestFirst& key : keys)
        out.tasks.push_back(world.detect_tasks.find(key.id)->summary);
    return out;
}

Result<ListDetectMitigationActionsExecutionsResponse>
list_detect_mitigation_actions_executions(const World& world,
                                          const ListDetectMitigationActionsExecutionsRequest& in) {
    std::vector<std::string> facets;
    if (in.task_id) facets.push_back(execution_task_facet(*in.task_id));
    if (in.violation_id) facets.push_back(execution_violation_facet(*in.violation_id));
    if (in.thing_name) facets.push_back(execution_thing_facet(*in.thing_name));
    PICKET_TRY(const Page page,
               read_page("ListDetectMitigationActionsExecutions",
                         {to_json(facets), time_text(in.start_time), time_text(in.end_time)},
                         in.max_results, in.next_token));
    if (auto problem = selection_problem(world, in)) return problem;
    PICKET_TRY(const FacetWindow window, window_of(world, in));
    ListDetectMitigationActionsExecutionsResponse out;
    std::vector<NewestFirst> keys;
    PICKET_TRY(out.next_token, walk_facets(page, world.detect_executions_by, facets, window, keys));
    for (const NewestFirst& key : keys)
        out.actions_executions.push_back(*world.detect_executions.find(key));
    return out;
}

}  // namespace picket
