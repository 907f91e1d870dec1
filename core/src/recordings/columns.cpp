// See columns.h.
#include "recordings/columns.h"

#include <algorithm>
#include <array>

#include "recordings/cells.h"
#include "text/say.h"

namespace picket {
namespace {

// Usual names, in lower case and without blanks, dashes and underscores.
constexpr std::array<std::string_view, 9> kThingNames = {"thing",    "thingname",  "thingid",
                                                         "device",   "devicename", "deviceid",
                                                         "clientid", "client",     "principal"};
constexpr std::array<std::string_view, 8> kTimeNames = {
    "time", "timestamp", "ts", "date", "datetime", "eventtime", "epoch", "measuredat"};
constexpr std::array<std::string_view, 3> kMetricNames = {"metric", "metricname", "series"};
constexpr std::array<std::string_view, 5> kValueNames = {"value", "metricvalue", "val", "reading",
                                                         "measurement"};

std::string plain(std::string_view name) {
    std::string out;
    for (const char letter : name) {
        if (letter == ' ' || letter == '-' || letter == '_') continue;
        out += letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
    }
    return out;
}

bool is_number(std::string_view cell) {
    double number = 0;
    return read_number(cell, true, number) != NumberText::NoNumber;
}

bool looks_like_time(std::string_view cell) {
    double number = 0;
    const bool plain_number = read_number(cell, false, number) == NumberText::Number;
    return (!plain_number || number >= 1e8) && read_time(cell, std::nullopt).has_value();
}

std::string listed(const std::vector<std::string>& names) {
    constexpr std::size_t kShown = 12;
    std::string out;
    for (std::size_t i = 0; i < names.size() && i < kShown; ++i)
        out += say("{}'{}'", i == 0 ? "" : ", ", names[i]);
    if (names.size() > kShown) out += say(" and {} more", names.size() - kShown);
    return out;
}

Refusal column_missing(const char* what, const char* remedy,
                       const std::vector<std::string>& names) {
    return refuse(ErrorCode::InvalidRequest,
                  say("No column has {}; the columns are {}. {}", what, listed(names), remedy),
                  "mapping");
}

class Finder {
public:
    Finder(const RecordingMapping& mapping, const std::vector<std::string>& names,
           const std::vector<std::string>& cells, bool named)
        : mapping_(mapping), names_(names), cells_(cells), named_(named) {
        out_.metrics.resize(names.size());
    }

    Result<Columns> find() {
        struct Wanted {
            const std::optional<std::string>& said;
            std::span<const std::string_view> usual;
            std::size_t& place;
            const char* member;
        };
        const Wanted wanted[] = {
            {mapping_.thing_column, kThingNames, out_.thing, "thingColumn"},
            {mapping_.time_column, kTimeNames, out_.time, "timeColumn"},
            {mapping_.metric_column, kMetricNames, out_.metric, "metricColumn"},
            {mapping_.value_column, kValueNames, out_.value, "valueColumn"},
        };
        for (const Wanted& each : wanted) {
            if (each.said) {
                each.place = place_of(*each.said);
                if (each.place == kNoColumn) return not_there(*each.said, each.member);
            } else if (named_) {
                each.place = usual_place(each.usual);
            }
        }
        if (auto problem = said_metrics()) return problem;
        if (mapping_.thing_name) out_.thing = kNoColumn;
        if (mapping_.metric_name) out_.metric = kNoColumn;
        if (!named_) guess_by_cells();
        return complete();
    }

private:
    std::size_t place_of(std::string_view said) const {
        for (std::size_t i = 0; i < names_.size(); ++i) {
            if (names_[i] == said || say("#{}", i + 1) == said) return i;
        }
        return kNoColumn;
    }
    Refusal not_there(std::string_view said, std::string member) const {
        return refuse(ErrorCode::InvalidRequest,
                      say("There is no column '{}'; the columns are {}.", said, listed(names_)),
                      say("mapping.{}", member));
    }
    std::size_t usual_place(std::span<const std::string_view> usual) const {
        for (const std::string_view name : usual) {
            for (std::size_t i = 0; i < names_.size(); ++i) {
                if (plain(names_[i]) == name) return i;
            }
        }
        return kNoColumn;
    }
    Refusal said_metrics() {
        if (!mapping_.metric_columns) return std::nullopt;
        out_.metric = out_.value = kNoColumn;
        for (const auto& [column, metric] : *mapping_.metric_columns) {
            const std::size_t place = place_of(column);
            if (place == kNoColumn && named_) return not_there(column, "metricColumns");
            if (place != kNoColumn) out_.metrics[place] = metric;
        }
        return std::nullopt;
    }
    bool taken(std::size_t place) const {
        return place == out_.thing || place == out_.time || place == out_.metric ||
               place == out_.value || !out_.metrics[place].empty();
    }
    // A time is the first that can be one; a documented metric is known by its name; of two other
    // texts the first is the thing.
    void guess_by_cells() {
        const bool narrow = !mapping_.metric_columns.has_value();
        for (std::size_t i = 0; i < cells_.size(); ++i) {
            const std::string& cell = cells_[i];
            if (taken(i)) continue;
            if (out_.time == kNoColumn && looks_like_time(cell)) {
                out_.time = i;
            } else if (!is_number(cell) && !cell.starts_with('[')) {
                const bool metric = cell.starts_with("aws:");
                if (!metric && out_.thing == kNoColumn && !mapping_.thing_name) {
                    out_.thing = i;
                } else if (narrow && out_.metric == kNoColumn && !mapping_.metric_name) {
                    out_.metric = i;
                }
            } else if (narrow && out_.value == kNoColumn && out_.time != i) {
                out_.value = i;
            }
        }
    }
    Result<Columns> complete() {
        if (out_.thing == kNoColumn && !mapping_.thing_name) {
            return column_missing("the names of things",
                                  "Say which does with thingColumn, or give thingName when all "
                                  "rows are of one thing.",
                                  names_);
        }
        if (out_.time == kNoColumn) {
            return column_missing("times", "Say which does with timeColumn.", names_);
        }
        const bool narrow = out_.metric != kNoColumn || mapping_.metric_name;
        if (narrow && out_.value == kNoColumn) {
            for (std::size_t i = 0; i < names_.size() && out_.value == kNoColumn; ++i) {
                if (!taken(i)) out_.value = i;
            }
        }
        if (narrow) {
            if (out_.value == kNoColumn)
                return column_missing("values", "Say which does with valueColumn.", names_);
            return std::move(out_);
        }
        if (out_.value != kNoColumn && !named_) {
            return column_missing("the names of metrics",
                                  "Say which does with metricColumn, or give metricName when all "
                                  "values are of one metric.",
                                  names_);
        }
        return each_a_metric();
    }
    Result<Columns> each_a_metric() {
        out_.value = kNoColumn;
        bool any = mapping_.metric_columns.has_value();
        for (std::size_t i = 0; i < names_.size() && !mapping_.metric_columns; ++i) {
            if (taken(i)) continue;
            const std::string_view cell = i < cells_.size() ? std::string_view(cells_[i])
                                                            : std::string_view();
            out_.metrics[i] = metric_of_column(mapping_, names_[i], cell);
            any = any || !out_.metrics[i].empty();
        }
        if (!any) {
            return column_missing("values",
                                  "Say which columns are metrics with metricColumns, or which has "
                                  "the metric and which the value.",
                                  names_);
        }
        return std::move(out_);
    }

    const RecordingMapping& mapping_;
    const std::vector<std::string>& names_;
    const std::vector<std::string>& cells_;
    bool named_;
    Columns out_;
};

}  // namespace

Result<Columns> find_columns(const RecordingMapping& mapping, const std::vector<std::string>& names,
                             const std::vector<std::string>& cells, bool named) {
    return Finder(mapping, names, cells, named).find();
}

std::string metric_of_column(const RecordingMapping& mapping, std::string_view name,
                             std::string_view cell) {
    if (mapping.metric_columns) {
        const std::string* metric = mapping.metric_columns->find(name);
        return metric != nullptr ? *metric : std::string();
    }
    // A first cell that is text says that the column is something else: a place, a version.
    const bool measures = cell.empty() || cell.starts_with('[') || is_number(cell) ||
                          find_builtin_metric(name) != nullptr;
    return measures ? std::string(name) : std::string();
}

bool looks_like_header(const std::vector<std::string>& cells) {
    return std::none_of(cells.begin(), cells.end(), [](const std::string& cell) {
        return is_number(cell) || looks_like_time(cell) || cell.starts_with('[');
    });
}

}  // namespace picket
