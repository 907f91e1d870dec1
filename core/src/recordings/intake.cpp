// Judges values. Sorting and building are in intake_finish.cpp.
#include "recordings/intake.h"

#include "recordings/block.h"
#include "recordings/cells.h"

namespace picket {
namespace {

constexpr std::size_t kListTextMax = 64u << 10;

bool is_name(std::string_view text) {
    return !text.empty() && text.size() <= 128 && pattern_matches(Pattern::Name, text);
}

}  // namespace

void Intake::row(std::int64_t line, std::string_view text) {
    ++report_.rows;
    line_ = line;
    row_ = text;
    version_.reset();
}

void Intake::refuse(RefusedFor reason, std::string_view found, std::string_view where) {
    refusals_.add(reason, line_, row_, found, where);
}

bool Intake::set_thing(std::string_view name, std::string_view where) {
    thing_ = things_.add(name, kRecordingThingsMax);
    if (thing_ == Names::kNone) {
        refuse(RefusedFor::TooMany, name, where);
        return false;
    }
    if (thing_ == thing_exists_.size()) {
        thing_exists_.push_back(is_name(name));
        thing_used_.push_back(0);
        latest_.push_back(0);
    }
    if (!thing_exists_[thing_]) refuse(RefusedFor::NoThing, name, where);
    return thing_exists_[thing_];
}

bool Intake::set_time(std::string_view text, std::string_view where) {
    if (text != time_text_ || text.empty()) {
        const auto time = read_time(text, mapping_.time_unit);
        if (!time) {
            refuse(RefusedFor::BadTime, text, where);
            return false;
        }
        time_ = time->ms;
        time_text_ = text;
    }
    if (mapping_.latest_time && time_ > mapping_.latest_time->ms) {
        refuse(RefusedFor::Future, text, where);
        return false;
    }
    if (time_ < latest_[thing_]) {
        ++report_.unordered_rows;
        if (mapping_.refuse_unordered.value_or(false)) {
            refuse(RefusedFor::OutOfOrder, text, where);
            return false;
        }
    } else {
        latest_[thing_] = time_;
    }
    return true;
}

std::uint32_t Intake::series(std::string_view metric, std::string_view whole) {
    const std::uint32_t number = series_names_.add(whole, kRecordingSeriesMax);
    if (number == Names::kNone) return kFull;
    if (number == series_.size()) {
        Series& series = series_.emplace_back();
        const MetricInfo* builtin = find_builtin_metric(metric);
        series.exists = builtin != nullptr || (is_name(metric) && !metric.starts_with("aws:"));
        series.settled = builtin != nullptr;
        if (builtin != nullptr) series.kind = builtin->value;
    }
    return series_[number].exists ? number : kNone;
}

void Intake::refuse_series(std::uint32_t none_or_full, std::string_view found,
                           std::string_view where) {
    refuse(none_or_full == kFull ? RefusedFor::TooMany : RefusedFor::UnknownMetric, found, where);
}

void Intake::value(std::uint32_t series, std::string_view text, std::string_view where) {
    text = trimmed(text);
    if (text.empty()) return refuse(RefusedFor::NoValue, text, where);
    const Series& row = series_[series];
    if (text[0] == '[' || (row.settled && is_list(row.kind))) {
        const std::string json = read_list(text, row.kind);
        if (json.empty()) return refuse(RefusedFor::WrongType, text, where);
        return list(series, json, where);
    }
    double read = 0;
    switch (read_number(text, comma_is_point, read)) {
    case NumberText::Number:
        return number(series, read, text, where);
    case NumberText::NotFinite:
        return refuse(RefusedFor::NotFinite, text, where);
    case NumberText::Huge:
        return refuse(RefusedFor::Huge, text, where);
    case NumberText::NoNumber:
        return refuse(RefusedFor::WrongType, text, where);
    }
}

void Intake::value_of(ValueKind kind, std::uint32_t series, std::string_view text,
                      std::string_view where) {
    if (series_[series].kind != kind) return refuse(RefusedFor::WrongType, text, where);
    value(series, text, where);
}

void Intake::number(std::uint32_t series, double number, std::string_view text,
                    std::string_view where) {
    const ValueKind kind = series_[series].kind;
    if (is_list(kind)) return refuse(RefusedFor::WrongType, text, where);
    if (kind == ValueKind::Count) {
        if (number < 0) return refuse(RefusedFor::Negative, text, where);
        if (number > kRecordedCountMax) return refuse(RefusedFor::Huge, text, where);
        if (static_cast<double>(static_cast<std::int64_t>(number)) != number)
            return refuse(RefusedFor::NotWhole, text, where);
    }
    keep(series, kind, number);
}

void Intake::list(std::uint32_t series, std::string_view json, std::string_view where) {
    const Series& row = series_[series];
    if (row.settled) return list_of(row.kind, series, json, where);
    // Addresses look like texts: the custom metric of the account decides when rows are fed.
    const std::uint8_t kinds = list_kinds(json);
    const bool numbers = json != "[]" && (kinds & kind_bit(ValueKind::Numbers)) != 0;
    list_of(numbers ? ValueKind::Numbers : ValueKind::Strings, series, json, where);
}

void Intake::list_of(ValueKind kind, std::uint32_t series, std::string_view json,
                     std::string_view where) {
    const Series& row = series_[series];
    if (json.size() > kListTextMax) return refuse(RefusedFor::TooLong, json, where);
    if ((row.settled && row.kind != kind) || !is_list(kind))
        return refuse(RefusedFor::WrongType, json, where);
    const std::uint32_t list = lists_.add(json, kRecordingListsMax);
    if (list == Names::kNone) return refuse(RefusedFor::TooMany, json, where);
    if (list == list_kinds_.size()) {
        list_kinds_.push_back(list_kinds(json));
        list_used_.push_back(0);
    }
    if ((list_kinds_[list] & kind_bit(kind)) == 0)
        return refuse(RefusedFor::WrongType, json, where);
    keep(series, kind, list);
}

void Intake::keep(std::uint32_t series, ValueKind kind, double value) {
    if (kept_ >= kRecordingValuesMax) return refuse(RefusedFor::TooMany);
    Series& row = series_[series];
    row.kind = kind;
    row.settled = row.used = true;
    thing_used_[thing_] = 1;
    if (is_list(kind)) list_used_[static_cast<std::uint32_t>(value)] = 1;
    auto line = static_cast<std::uint32_t>(std::min<std::int64_t>(line_, kVersioned - 1));
    if (version_) {
        versions_.push_back({*version_, line});
        line = kVersioned | static_cast<std::uint32_t>(versions_.size() - 1);
    }
    staged_.add(time_, value, thing_ * kRecordingSeriesMax + series, line);
    ++kept_;
}

void Intake::settle_report() {
    report_.values = kept_;
    report_.refused = refusals_.total();
    report_.refusals = refusals_.list();
}

}  // namespace picket
