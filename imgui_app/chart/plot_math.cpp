// See plot_math.h.
#include "chart/plot_math.h"

#include <algorithm>
#include <cmath>
#include <cstdio>

#include "picket/time.h"

namespace picket::ui {
namespace {

std::size_t first_not_before(const ChartData& data, double x) {
    std::size_t low = 0, high = data.count;
    while (low < high) {
        const std::size_t middle = (low + high) / 2;
        if (data.at(data.source, middle).x < x)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

constexpr std::int64_t kSteps[] = {
    kSecond,     2 * kSecond, 5 * kSecond,  10 * kSecond, 15 * kSecond, 30 * kSecond, kMinute,
    2 * kMinute, 5 * kMinute, 10 * kMinute, 15 * kMinute, 30 * kMinute, kHour,        2 * kHour,
    3 * kHour,   6 * kHour,   12 * kHour,   kDay,         2 * kDay,     7 * kDay,     14 * kDay,
    30 * kDay,   90 * kDay,   365 * kDay,   3650 * kDay};

constexpr const char* kMonths[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                   "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};

std::string tick_label(std::int64_t ms, std::int64_t step) {
    const std::int64_t day = ms >= 0 ? ms / kDay : (ms - kDay + 1) / kDay;
    const std::int64_t within = ms - day * kDay;
    char text[32];
    if (within == 0 || step >= kDay) {
        const Date date = date_from_days(day);
        if (step >= 365 * kDay)
            std::snprintf(text, sizeof text, "%d", date.year);
        else
            std::snprintf(text, sizeof text, "%d %s", date.day, kMonths[date.month - 1]);
        return text;
    }
    const int hour = static_cast<int>(within / kHour);
    const int minute = static_cast<int>(within / kMinute % 60);
    const int second = static_cast<int>(within / kSecond % 60);
    if (step >= kMinute)
        std::snprintf(text, sizeof text, "%02d:%02d", hour, minute);
    else
        std::snprintf(text, sizeof text, "%02d:%02d:%02d", hour, minute, second);
    return text;
}

}  // namespace

std::vector<ChartColumn> thin_out(const ChartData& data, double from, double to,
                                  std::size_t columns) {
    std::vector<ChartColumn> out;
    if (data.count == 0 || to <= from || columns == 0) return out;
    const std::size_t begin = first_not_before(data, from);
    const std::size_t end = first_not_before(data, to);
    const std::size_t first = begin > 0 ? begin - 1 : 0;
    const std::size_t last = std::min(data.count, end + 1);
    const bool few = last - first <= 2 * columns;
    const double width = (to - from) / static_cast<double>(columns);
    double before = 0;
    std::int64_t column_before = 0;
    for (std::size_t i = first; i < last; ++i) {
        const ChartPoint point = data.at(data.source, i);
        const bool gap = data.gap > 0 && !out.empty() && point.x - before > data.gap;
        const auto column = static_cast<std::int64_t>(std::floor((point.x - from) / width));
        if (out.empty() || few || gap || column != column_before) {
            out.push_back(
                {point.x, point.x, point.y, point.y, point.y, point.y, !out.empty() && !gap});
        } else {
            ChartColumn& now = out.back();
            now.last_x = point.x;
            now.last = point.y;
            now.low = std::min(now.low, point.y);
            now.high = std::max(now.high, point.y);
        }
        before = point.x;
        column_before = column;
    }
    return out;
}

std::size_t nearest_point(const ChartData& data, double x) {
    if (data.count == 0) return 0;
    const std::size_t after = first_not_before(data, x);
    if (after == 0) return 0;
    if (after == data.count) return data.count - 1;
    const double right = data.at(data.source, after).x - x;
    const double left = x - data.at(data.source, after - 1).x;
    return left < right ? after - 1 : after;
}

std::vector<Tick> time_ticks(double from, double to, std::size_t most) {
    std::vector<Tick> ticks;
    if (to <= from || most == 0) return ticks;
    std::int64_t step = kSteps[std::size(kSteps) - 1];
    for (const std::int64_t each : kSteps) {
        if ((to - from) / static_cast<double>(each) <= static_cast<double>(most)) {
            step = each;
            break;
        }
    }
    const auto width = static_cast<double>(step);
    for (double at = std::ceil(from / width) * width; at <= to && ticks.size() < most + 1;
         at += width) {
        const auto ms = static_cast<std::int64_t>(at);
        ticks.push_back({at, tick_label(ms, step), ms % kDay == 0 && step < kDay});
    }
    return ticks;
}

std::vector<Tick> value_ticks(double low, double high, std::size_t most) {
    std::vector<Tick> ticks;
    if (!(high > low) || most == 0) return ticks;
    double step = 1;
    while (step > (high - low) / static_cast<double>(most)) step /= 10;
    while (step * 10 < (high - low) / static_cast<double>(most)) step *= 10;
    const double base = step;
    for (const double factor : {1.0, 2.0, 5.0, 10.0, 20.0, 50.0}) {
        step = base * factor;
        if ((high - low) / step <= static_cast<double>(most)) break;
    }
    for (double at = std::ceil(low / step) * step; at <= high + step * 1e-9; at += step) {
        const double clean = std::fabs(at) < step * 1e-9 ? 0 : at;
        ticks.push_back({clean, value_label(clean), clean == 0});
    }
    return ticks;
}

std::string value_label(double value, std::string_view unit) {
    char text[48];
    const double size = std::fabs(value);
    if (size >= 1e9)
        std::snprintf(text, sizeof text, "%.4g G", value / 1e9);
    else if (size >= 1e6)
        std::snprintf(text, sizeof text, "%.4g M", value / 1e6);
    else if (size >= 1e4)
        std::snprintf(text, sizeof text, "%.4g k", value / 1e3);
    else
        std::snprintf(text, sizeof text, "%.4g", value);
    std::string label = text;
    if (!unit.empty()) label += ' ' + std::string(unit);
    return label;
}

}  // namespace picket::ui
