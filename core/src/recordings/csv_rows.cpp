// See csv_rows.h.
#include "recordings/csv_rows.h"

#include <algorithm>

#include "recordings/cells.h"
#include "text/say.h"
#include "text/utf8.h"

namespace picket {
namespace {

constexpr std::size_t kColumnPointsMax = 256;

std::vector<std::string> texts_of(const std::vector<std::string_view>& cells) {
    std::vector<std::string> texts;
    for (const std::string_view cell : cells)
        texts.push_back(utf8_excerpt(trimmed(cell), kColumnPointsMax));
    return texts;
}

bool is_blank(const std::vector<std::string_view>& cells) {
    return std::all_of(cells.begin(), cells.end(),
                       [](std::string_view cell) { return trimmed(cell).empty(); });
}

}  // namespace

void CsvRows::set_separator(char separator) {
    splitter_.separator = separator;
    intake_.comma_is_point = separator == ';';
}

Result<std::size_t> CsvRows::take(std::string_view text, bool last, std::int64_t line) {
    const CsvSplitter::Step step = splitter_.next(text, last);
    switch (step.state) {
    case CsvSplitter::State::More:
        return std::size_t{0};
    case CsvSplitter::State::Broken:
        intake_.row(line, text.substr(0, step.size));
        intake_.refuse(RefusedFor::Malformed, "A quote is not closed, or text follows it.");
        return std::size_t{step.used};
    case CsvSplitter::State::Record:
        break;
    }
    if (!is_blank(splitter_.cells)) {
        const bool cut = last && step.used == text.size() && step.size == step.used;
        if (auto problem = record(text.substr(0, step.size), line, cut)) return problem;
    }
    return std::size_t{step.used};
}

// The first row names the columns, or is a row of data with as many columns as the others.
Refusal CsvRows::settle(std::int64_t line) {
    std::vector<std::string> first = texts_of(splitter_.cells);
    if (names_.empty()) {
        named_ = mapping_.has_header.value_or(looks_like_header(first));
        if (named_) {
            names_ = std::move(first);
            return std::nullopt;
        }
        for (std::size_t i = 0; i < first.size(); ++i) names_.push_back(say("#{}", i + 1));
    }
    auto found = find_columns(mapping_, names_, first, named_);
    if (!found) {
        // Which columns there are is what it takes to say which is which.
        for (const std::string& name : names_)
            intake_.report().columns.push_back({name, "ignored"});
        Error error = found.error();
        error.line = static_cast<std::uint32_t>(line);
        return error;
    }
    columns_ = std::move(found).value();
    settle_columns();
    settled_ = true;
    return std::nullopt;
}

void CsvRows::settle_columns() {
    series_.assign(names_.size(), Intake::kNone);
    for (std::size_t i = 0; i < names_.size(); ++i) {
        std::string use = "ignored";
        if (i == columns_.thing) use = "thing";
        if (i == columns_.time) use = "time";
        if (i == columns_.metric) use = "metric";
        if (i == columns_.value) use = mapping_.metric_name.value_or("value");
        if (columns_.value == kNoColumn && !columns_.metrics[i].empty()) {
            use = columns_.metrics[i];
            series_[i] = intake_.series(use);
            series_places_.push_back(i);
        }
        intake_.report().columns.push_back({names_[i], std::move(use)});
    }
}

Refusal CsvRows::record(std::string_view text, std::int64_t line, bool cut) {
    if (!settled_) {
        const bool header = names_.empty();
        if (auto problem = settle(line)) return problem;
        if (header && named_) return std::nullopt;
    }
    const std::vector<std::string_view>& cells = splitter_.cells;
    intake_.row(line, text);
    if (!is_utf8(text)) {
        intake_.refuse(RefusedFor::BadUtf8);
        return std::nullopt;
    }
    if (cells.size() != names_.size()) {
        const bool truncated = cut && cells.size() < names_.size();
        intake_.refuse(truncated ? RefusedFor::Truncated : RefusedFor::ColumnCount,
                       say("It has {}, the first has {}.", cells.size(), names_.size()));
        return std::nullopt;
    }
    const auto column = [&](std::size_t place) {
        return place == kNoColumn ? std::string_view() : std::string_view(names_[place]);
    };
    const std::string_view thing = columns_.thing == kNoColumn
                                       ? std::string_view(*mapping_.thing_name)
                                       : trimmed(cells[columns_.thing]);
    if (!intake_.set_thing(thing, column(columns_.thing))) return std::nullopt;
    if (!intake_.set_time(trimmed(cells[columns_.time]), column(columns_.time)))
        return std::nullopt;
    if (columns_.value == kNoColumn) {
        for (const std::size_t place : series_places_) {
            const std::uint32_t series = series_[place];
            if (trimmed(cells[place]).empty()) {
                intake_.empty_cell();
            } else if (series >= Intake::kFull) {
                intake_.refuse_series(series, columns_.metrics[place], names_[place]);
            } else {
                intake_.value(series, cells[place], names_[place]);
            }
        }
        return std::nullopt;
    }
    const std::string_view metric = columns_.metric == kNoColumn
                                        ? std::string_view(*mapping_.metric_name)
                                        : trimmed(cells[columns_.metric]);
    const std::uint32_t series = intake_.series(metric);
    if (series >= Intake::kFull) {
        intake_.refuse_series(series, metric, column(columns_.metric));
    } else {
        intake_.value(series, cells[columns_.value], column(columns_.value));
    }
    return std::nullopt;
}

}  // namespace picket
