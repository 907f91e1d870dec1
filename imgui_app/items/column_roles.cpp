// See column_roles.h.
#include "items/column_roles.h"

namespace picket::ui {
namespace {

// What was said comes first: of a file that is refused, nobody has used any column.
ColumnRole role_of(const RecordingColumn& column, const RecordingMapping& mapping) {
    const std::string& use = column.use;
    if (mapping.thing_column == column.column) return ColumnRole::Thing;
    if (mapping.time_column == column.column) return ColumnRole::Time;
    if (mapping.metric_column == column.column) return ColumnRole::Metric;
    if (mapping.value_column == column.column) return ColumnRole::Value;
    if (mapping.metric_columns)
        return mapping.metric_columns->find(column.column) != nullptr ? ColumnRole::OwnMetric
                                                                      : ColumnRole::Ignored;
    if (use == "ignored") return ColumnRole::Ignored;
    if (use == "thing") return ColumnRole::Thing;
    if (use == "time") return ColumnRole::Time;
    if (use == "metric") return ColumnRole::Metric;
    if (use == "value" || use == mapping.metric_name) return ColumnRole::Value;
    return ColumnRole::OwnMetric;
}

bool is_narrow(ColumnRole role) { return role == ColumnRole::Metric || role == ColumnRole::Value; }

}  // namespace

std::vector<ColumnUse> column_uses(const ReadReport& report, const RecordingMapping& mapping) {
    std::vector<ColumnUse> uses;
    for (const RecordingColumn& each : report.columns) {
        const ColumnRole role = role_of(each, mapping);
        ColumnUse& use = uses.emplace_back(ColumnUse{each.column, role, {}});
        if (role != ColumnRole::OwnMetric) continue;
        use.metric = mapping.metric_columns ? *mapping.metric_columns->find(each.column) : each.use;
    }
    return uses;
}

void give_role(std::vector<ColumnUse>& uses, std::size_t column, ColumnRole role) {
    for (ColumnUse& each : uses) {
        const bool taken = role != ColumnRole::OwnMetric && each.role == role;
        const bool other_kind = (is_narrow(role) && each.role == ColumnRole::OwnMetric) ||
                                (role == ColumnRole::OwnMetric && is_narrow(each.role));
        if (taken || other_kind) each.role = ColumnRole::Ignored;
        if (each.role != ColumnRole::OwnMetric) each.metric.clear();
    }
    uses[column].role = role;
    uses[column].metric = role == ColumnRole::OwnMetric ? uses[column].column : std::string();
}

RecordingMapping mapping_of(const std::vector<ColumnUse>& uses, RecordingMapping mapping) {
    mapping.thing_column.reset();
    mapping.time_column.reset();
    mapping.metric_column.reset();
    mapping.value_column.reset();
    mapping.metric_columns.reset();
    for (const ColumnUse& each : uses) {
        switch (each.role) {
        case ColumnRole::Ignored:
            break;
        case ColumnRole::Thing:
            mapping.thing_column = each.column;
            mapping.thing_name.reset();
            break;
        case ColumnRole::Time:
            mapping.time_column = each.column;
            break;
        case ColumnRole::Metric:
            mapping.metric_column = each.column;
            mapping.metric_name.reset();
            break;
        case ColumnRole::Value:
            mapping.value_column = each.column;
            break;
        case ColumnRole::OwnMetric:
            if (!mapping.metric_columns) mapping.metric_columns.emplace();
            (*mapping.metric_columns)[each.column] = each.metric;
            mapping.metric_name.reset();
            break;
        }
    }
    return mapping;
}

}  // namespace picket::ui
