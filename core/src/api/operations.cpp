// THE table: joins the rows of every resource, and finds one by name.
#include "picket/operations.h"

#include <algorithm>
#include <vector>

#include "service/tables.h"

namespace picket {
namespace {

struct Joined {
    std::vector<Operation> rows;
    std::vector<const Operation*> by_name;
};

// In the order in which documentation lists them.
std::span<const Operation> (*const kParts[])() = {
    thing_operations,
    thing_type_operations,
    thing_group_operations,
    dynamic_group_operations,
    indexing_operations,
    logging_options_operations,
    log_level_operations,
    thing_principal_operations,
    certificate_registration_operations,
    certificate_operations,
    ca_certificate_operations,
    registration_code_operations,
    mitigation_action_operations,
    security_profile_operations,
    security_profile_target_operations,
    custom_metric_operations,
    dimension_operations,
    violation_operations,
    training_operations,
    metric_value_operations,
    detect_task_operations,
    audit_configuration_operations,
    audit_task_operations,
    scheduled_audit_operations,
    audit_finding_operations,
    audit_suppression_operations,
    audit_mitigation_task_operations,
    tagging_operations,
    policy_operations,
    policy_version_operations,
    policy_target_operations,
    role_alias_operations,
    role_operations,
    explain_operations,
    assess_operations,
    publish_operations,
    activity_operations,
    message_operations,
    picket_world_operations,
    picket_session_operations,
    picket_documented_operations,
    fleet_operations,
    attack_operations,
    simulated_value_operations,
    recording_operations,
    document_operations,
};

Joined join() {
    Joined joined;
    for (auto part : kParts) {
        const auto rows = part();
        joined.rows.insert(joined.rows.end(), rows.begin(), rows.end());
    }
    for (const Operation& row : joined.rows) joined.by_name.push_back(&row);
    std::sort(joined.by_name.begin(), joined.by_name.end(),
              [](const Operation* a, const Operation* b) { return a->name < b->name; });
    return joined;
}

const Joined& table() {
    static const Joined joined = join();  // constant once made
    return joined;
}

}  // namespace

std::span<const Operation> operations() { return table().rows; }

const Operation* find_operation(std::string_view name) {
    const auto& rows = table().by_name;
    const auto at = std::lower_bound(
        rows.begin(), rows.end(), name,
        [](const Operation* row, std::string_view n) { return row->name < n; });
    return at != rows.end() && (*at)->name == name ? *at : nullptr;
}

std::string_view method_name(Method method) {
    switch (method) {
    case Method::Get:
        return "GET";
    case Method::Put:
        return "PUT";
    case Method::Post:
        return "POST";
    case Method::Patch:
        return "PATCH";
    case Method::Delete:
        return "DELETE";
    }
    PICKET_UNREACHABLE();
}

}  // namespace picket
