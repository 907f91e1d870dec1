// See json_rows.h.
#include "recordings/json_rows.h"

#include <algorithm>

#include "recordings/cells.h"
#include "text/json_copy.h"
#include "text/say.h"

namespace picket {
namespace {

using Within = JsonSplitter::Within;

constexpr std::uint32_t kAbsent = JsonTree::kNone;
constexpr std::uint32_t kMembersMax = 1u << 16;

// What Python and others write for numbers that JSON does not have is no reason to give a row up
// unread: then the value is refused, and named.
bool only_odd_numbers(const TolerantJson& read) {
    return !read.tree.empty() &&
           std::all_of(read.problems.begin(), read.problems.end(), [](const JsonProblem& problem) {
               return problem.kind == JsonProblem::Kind::UnquotedWord ||
                      problem.kind == JsonProblem::Kind::BadNumber;
           });
}

// Whether the text ends within its object.
bool never_ends(std::string_view text) {
    std::ptrdiff_t open = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] == '"') {
            for (++at; at < text.size() && text[at] != '"'; ++at) at += text[at] == '\\' ? 1 : 0;
            if (at >= text.size()) return true;
        } else {
            open += text[at] == '{' || text[at] == '[' ? 1 : 0;
            open -= text[at] == '}' || text[at] == ']' ? 1 : 0;
        }
    }
    return open > 0;
}

std::string_view text_of(const JsonTree& tree, std::uint32_t node) {
    if (node == kAbsent) return {};
    const JsonNode& value = tree.node(node);
    const bool has_text = value.kind == JsonKind::String || value.kind == JsonKind::Integer ||
                          value.kind == JsonKind::Double;
    return has_text ? value.text : std::string_view();
}

std::string json_of(const JsonTree& tree, std::uint32_t node) {
    std::string json;
    JsonWriter writer(json);
    write_json(tree, node, writer);
    return json;
}

}  // namespace

Result<std::size_t> JsonRows::take(std::string_view text, bool last, std::int64_t line) {
    const JsonSplitter::Step step = splitter_.next(text, last);
    switch (step.kind) {
    case JsonSplitter::Step::Kind::More:
        return std::size_t{0};
    case JsonSplitter::Step::Kind::Skip:
        return std::size_t{step.used};
    case JsonSplitter::Step::Kind::Broken:
        intake_.row(line, text.substr(step.begin, step.size));
        intake_.refuse(RefusedFor::Malformed, "It is no JSON object that ends where it should.");
        return std::size_t{step.used};
    case JsonSplitter::Step::Kind::Row:
        if (auto problem = record(text.substr(step.begin, step.size), line,
                                  last && step.begin + step.size == text.size()))
            return problem;
        return std::size_t{step.used};
    }
    PICKET_UNREACHABLE();
}

Refusal JsonRows::record(std::string_view text, std::int64_t line, bool cut) {
    if (!is_utf8(text)) {
        intake_.row(line, text);
        intake_.refuse(RefusedFor::BadUtf8);
        return std::nullopt;
    }
    const auto tree = read_json_strict(text);
    if (tree) return object(*tree, 0, line, text, splitter_.within());
    const TolerantJson odd = read_json_tolerant(text);
    if (only_odd_numbers(odd)) return object(odd.tree, 0, line, text, splitter_.within());
    intake_.row(line, text);
    if (cut && never_ends(text))
        intake_.refuse(RefusedFor::Truncated);
    else
        intake_.refuse(RefusedFor::Malformed, tree.error().message);
    return std::nullopt;
}

Refusal JsonRows::object(const JsonTree& tree, std::uint32_t node, std::int64_t line,
                         std::string_view text, Within within) {
    if (within == Within::Nothing || within == Within::Array) {
        for (const auto& [member, what] :
             {std::pair{"metricDatumList", Within::Values}, std::pair{"metrics", Within::Export}}) {
            const std::uint32_t found = tree.find(node, member);
            if (found != kAbsent && tree.node(found).kind == JsonKind::Array)
                return list(tree, found, line, text, what);
        }
    }
    intake_.row(line, text);
    if (tree.node(node).kind != JsonKind::Object) {
        intake_.refuse(RefusedFor::Malformed, "A row is a JSON object.");
        return std::nullopt;
    }
    const RecordingFormat form = within == Within::Values   ? RecordingFormat::MetricValues
                                 : within == Within::Export ? RecordingFormat::MetricsExport
                                                            : RecordingFormat::JsonLines;
    if (!is_form(form)) return std::nullopt;
    if (form == RecordingFormat::MetricValues) {
        datum(tree, node);
    } else if (form == RecordingFormat::MetricsExport) {
        exported(tree, node);
    } else {
        return row(tree, node);
    }
    return std::nullopt;
}

Refusal JsonRows::list(const JsonTree& tree, std::uint32_t node, std::int64_t line,
                       std::string_view text, Within within) {
    for (auto child = tree.first(node); child != tree.end(node); child = tree.node(child).next) {
        if (auto problem = object(tree, child, line, text, within)) return problem;
    }
    return std::nullopt;
}

bool JsonRows::is_form(RecordingFormat form) {
    if (!has_form_) intake_.report().format = mapping_.format.value_or(form);
    has_form_ = true;
    if (!mapping_.format || *mapping_.format == form) return true;
    intake_.refuse(RefusedFor::Malformed, say("It is {}, and the file is said to be {}.",
                                              enum_name(form), enum_name(*mapping_.format)));
    return false;
}

bool JsonRows::thing_and_time(const JsonTree& tree, std::uint32_t node,
                              std::string_view thing_member, std::string_view time_member) {
    const std::string_view thing = mapping_.thing_name
                                       ? std::string_view(*mapping_.thing_name)
                                       : text_of(tree, tree.find(node, thing_member));
    return intake_.set_thing(trimmed(thing), thing_member) &&
           intake_.set_time(trimmed(text_of(tree, tree.find(node, time_member))), time_member);
}

// A number, a text that is one, a list, or an object as the service writes values: {"count": 5}.
void JsonRows::value(const JsonTree& tree, std::uint32_t node, std::uint32_t series,
                     std::string_view where) {
    if (node == kAbsent || tree.node(node).kind == JsonKind::Null)
        return intake_.refuse(RefusedFor::NoValue, {}, where);
    const JsonNode& found = tree.node(node);
    if (found.kind == JsonKind::Array) return intake_.list(series, json_of(tree, node), where);
    if (found.kind != JsonKind::Object) {
        const std::string_view text = text_of(tree, node);
        if (found.kind == JsonKind::Bool)
            return intake_.refuse(RefusedFor::WrongType, found.boolean ? "true" : "false", where);
        return intake_.value(series, text, where);
    }
    if (found.children != 1)
        return intake_.refuse(RefusedFor::WrongType, json_of(tree, node), where);
    const std::uint32_t inner = tree.first(node);
    const JsonNode& member = tree.node(inner);
    for (std::size_t i = 0; i < EnumNames<ValueKind>::values.size(); ++i) {
        if (EnumNames<ValueKind>::values[i] != member.key) continue;
        const auto kind = static_cast<ValueKind>(i);
        if (is_list(kind) != (member.kind == JsonKind::Array)) break;
        if (is_list(kind)) return intake_.list_of(kind, series, json_of(tree, inner), where);
        if (member.kind != JsonKind::Integer && member.kind != JsonKind::Double &&
            member.kind != JsonKind::String)
            break;
        return intake_.value_of(kind, series, member.text, where);
    }
    intake_.refuse(RefusedFor::WrongType, json_of(tree, node), where);
}

void JsonRows::datum(const JsonTree& tree, std::uint32_t node) {
    if (!mapping_.metric_name)
        return intake_.refuse(RefusedFor::UnknownMetric,
                              "Answers of ListMetricValues do not say of what they are: give "
                              "metricName with the mapping, and thingName.");
    const std::uint32_t series = intake_.series(*mapping_.metric_name);
    if (series >= Intake::kFull) return intake_.refuse_series(series, *mapping_.metric_name);
    if (!mapping_.thing_name)
        return intake_.refuse(RefusedFor::NoThing,
                              "Answers of ListMetricValues do not say of what they are: give "
                              "thingName with the mapping.");
    if (thing_and_time(tree, node, {}, "timestamp"))
        value(tree, tree.find(node, "value"), series, "value");
}

void JsonRows::exported(const JsonTree& tree, std::uint32_t node) {
    const std::string_view metric = text_of(tree, tree.find(node, "name"));
    std::string whole(metric);
    const std::uint32_t dimension = tree.find(node, "dimension");
    if (dimension != kAbsent && tree.node(dimension).kind == JsonKind::Object) {
        const std::string_view name = text_of(tree, tree.find(dimension, "name"));
        const std::string_view comparison = text_of(tree, tree.find(dimension, "operator"));
        whole = say("{}\n{}\n{}", metric, name, comparison.empty() ? "IN" : comparison);
        if (!pattern_matches(Pattern::Name, name) ||
            (!comparison.empty() && comparison != "IN" && comparison != "NOT_IN"))
            return intake_.refuse_series(Intake::kNone, name, "dimension");
    }
    if (!thing_and_time(tree, node, "thing", "timestamp")) return;
    const std::uint32_t series = intake_.series(metric, whole);
    if (series >= Intake::kFull) return intake_.refuse_series(series, metric, "name");
    const std::uint32_t version = tree.find(node, "version");
    if (version != kAbsent && tree.node(version).kind == JsonKind::Integer)
        intake_.set_version(tree.node(version).integer);
    value(tree, tree.find(node, "value"), series, "value");
}

Refusal JsonRows::settle(const JsonTree& tree, std::uint32_t node) {
    std::vector<std::string> names, cells;
    for (auto child = tree.first(node); child != tree.end(node); child = tree.node(child).next) {
        const JsonNode& member = tree.node(child);
        names.emplace_back(member.key);
        const bool composed = member.kind == JsonKind::Array || member.kind == JsonKind::Object;
        cells.emplace_back(composed ? "[" : std::string(text_of(tree, child)));
    }
    auto found = find_columns(mapping_, names, cells, true);
    if (!found) {
        for (std::string& each : names)
            intake_.report().columns.push_back({std::move(each), "ignored"});
        return std::move(found).refusal();
    }
    const Columns columns = std::move(found).value();
    const auto name = [&](std::size_t place) {
        return place == kNoColumn ? std::string() : names[place];
    };
    thing_ = name(columns.thing);
    time_ = name(columns.time);
    metric_ = name(columns.metric);
    value_ = name(columns.value);
    std::vector<RecordingColumn>& report = intake_.report().columns;
    if (!thing_.empty()) report.push_back({thing_, "thing"});
    report.push_back({time_, "time"});
    if (!metric_.empty()) report.push_back({metric_, "metric"});
    if (!value_.empty()) report.push_back({value_, mapping_.metric_name.value_or("value")});
    settled_ = true;
    return std::nullopt;
}

Refusal JsonRows::row(const JsonTree& tree, std::uint32_t node) {
    if (!settled_) {
        if (auto problem = settle(tree, node)) return problem;
    }
    if (!thing_and_time(tree, node, thing_, time_)) return std::nullopt;
    if (value_.empty()) {
        metric_members(tree, node);
        return std::nullopt;
    }
    const std::string_view metric = mapping_.metric_name ? std::string_view(*mapping_.metric_name)
                                                         : text_of(tree, tree.find(node, metric_));
    const std::uint32_t series = intake_.series(metric);
    if (series >= Intake::kFull) {
        intake_.refuse_series(series, metric, metric_);
    } else {
        value(tree, tree.find(node, value_), series, value_);
    }
    return std::nullopt;
}

// Every other member is a metric, or ignored; the first object that has it decides.
void JsonRows::metric_members(const JsonTree& tree, std::uint32_t node) {
    for (auto child = tree.first(node); child != tree.end(node); child = tree.node(child).next) {
        const JsonNode& member = tree.node(child);
        if (member.key == thing_ || member.key == time_) continue;
        const std::uint32_t number = members_.add(member.key, kMembersMax);
        if (number == Names::kNone) continue;
        if (number == member_series_.size()) {
            const bool composed = member.kind == JsonKind::Array || member.kind == JsonKind::Object;
            const std::string metric = member.kind == JsonKind::Bool
                                           ? std::string()
                                           : metric_of_column(mapping_, member.key,
                                                              composed ? "["
                                                                       : text_of(tree, child));
            member_is_metric_.push_back(!metric.empty());
            member_series_.push_back(metric.empty() ? Intake::kNone : intake_.series(metric));
            intake_.report().columns.push_back(
                {std::string(member.key), metric.empty() ? "ignored" : metric});
        }
        if (!member_is_metric_[number]) continue;
        if (member.kind == JsonKind::Null) {
            intake_.empty_cell();
        } else if (member_series_[number] >= Intake::kFull) {
            intake_.refuse_series(member_series_[number], member.key, member.key);
        } else {
            value(tree, child, member_series_[number], member.key);
        }
    }
}

}  // namespace picket
