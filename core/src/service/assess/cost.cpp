// See cost.h.
#include "service/assess/cost.h"

#include <algorithm>
#include <cmath>

#include "world/settings.h"

namespace picket {
namespace {

constexpr double kMillion = 1e6;
constexpr std::int64_t kPriceFor = 100'000;

struct Tier {
    std::int64_t up_to;
    Setting price;
};
constexpr Tier kTiers[] = {
    {300'000, Setting::MlPriceTier1},
    {10'000'000, Setting::MlPriceTier2},
    {100'000'000, Setting::MlPriceTier3},
    {INT64_MAX, Setting::MlPriceTier4},
};

// In whole millionths, so that a sum prints as it would be added up by hand.
double usd(std::int64_t quantity, std::int64_t price, std::int64_t price_for) {
    const double millionths = static_cast<double>(quantity) * static_cast<double>(price) /
                              static_cast<double>(price_for);
    return std::floor(millionths + 0.5) / kMillion;
}

CostLine line(const World& world, CostItem item, std::int64_t quantity, Setting setting,
              std::int64_t price_for, std::int64_t first_month) {
    const std::int64_t price = setting_number(world, setting);
    return {item,
            quantity,
            static_cast<double>(price) / kMillion,
            price_for,
            usd(quantity, price, price_for),
            usd(first_month, price, price_for)};
}

bool audits(const World& world) {
    for (const auto entry : world.audit_configuration) {
        for (const auto& [name, check] : entry.value.checks) {
            if (check.enabled.value_or(false)) return true;
        }
    }
    return false;
}

}  // namespace

std::vector<CostLine> cost_lines(const World& world, const MonthlyDatapoints& datapoints) {
    std::vector<CostLine> lines;
    const std::int64_t rules = std::llround(datapoints.rules);
    const std::int64_t free = setting_number(world, Setting::RulesFreeDatapoints);
    if (rules > 0) {
        lines.push_back(line(world, CostItem::RulesDatapoints, rules, Setting::RulesPrice,
                             kPriceFor, std::max<std::int64_t>(rules - free, 0)));
    }
    const std::int64_t learned = std::llround(datapoints.learned);
    std::int64_t from = 0;
    for (const Tier& tier : kTiers) {
        const std::int64_t quantity = std::min(learned, tier.up_to) - from;
        if (quantity <= 0) break;
        lines.push_back(
            line(world, CostItem::MlDatapoints, quantity, tier.price, kPriceFor, quantity));
        from = tier.up_to;
    }
    if (audits(world)) {
        lines.push_back(line(world, CostItem::AuditedDevices,
                             static_cast<std::int64_t>(world.things.size()), Setting::AuditPrice, 1,
                             0));
    }
    return lines;
}

}  // namespace picket
