// See threshold.h.
#include "detect/threshold.h"

#include <algorithm>

#include "text/cidr.h"

namespace picket {
namespace {

bool holds(const Cidr& block, const Cidr& address) {
    if (block.is_version_6 != address.is_version_6 || address.prefix_bits < block.prefix_bits)
        return false;
    const int whole = block.prefix_bits / 8;
    for (int i = 0; i < whole; ++i) {
        if (block.bytes[static_cast<std::size_t>(i)] != address.bytes[static_cast<std::size_t>(i)])
            return false;
    }
    const int bits = block.prefix_bits % 8;
    if (bits == 0) return true;
    const auto at = static_cast<std::size_t>(whole);
    const int mask = 0xFF & (0xFF << (8 - bits));
    return (block.bytes[at] & mask) == (address.bytes[at] & mask);
}

// Blocks are read once, not once for each address.
std::vector<bool> inside_blocks(const std::vector<std::string>& addresses,
                                const std::vector<std::string>& blocks) {
    std::vector<Cidr> parsed;
    for (const std::string& text : blocks) {
        if (const auto block = parse_cidr(text)) parsed.push_back(*block);
    }
    std::vector<bool> inside;
    for (const std::string& text : addresses) {
        const auto address = parse_cidr(text);
        inside.push_back(address && std::any_of(parsed.begin(), parsed.end(),
                                                [&](const Cidr& b) { return holds(b, *address); }));
    }
    return inside;
}

template <class T>
std::vector<bool> inside_set(const std::vector<T>& list, const std::vector<T>& set) {
    std::vector<bool> inside;
    for (const T& element : list)
        inside.push_back(std::find(set.begin(), set.end(), element) != set.end());
    return inside;
}

std::vector<bool> inside(const MetricValue& list, const MetricValue& set) {
    if (list.cidrs && set.cidrs) return inside_blocks(*list.cidrs, *set.cidrs);
    if (list.ports && set.ports) return inside_set(*list.ports, *set.ports);
    if (list.numbers && set.numbers) return inside_set(*list.numbers, *set.numbers);
    if (list.strings && set.strings) return inside_set(*list.strings, *set.strings);
    return {};
}

}  // namespace

bool conforms(ComparisonOperator comparison, double value, double bound) {
    switch (comparison) {
    case ComparisonOperator::LessThan:
        return value < bound;
    case ComparisonOperator::LessThanEquals:
        return value <= bound;
    case ComparisonOperator::GreaterThan:
        return value > bound;
    case ComparisonOperator::GreaterThanEquals:
        return value >= bound;
    default:
        return false;
    }
}

bool conforms(ComparisonOperator comparison, const MetricValue& list, const MetricValue& set,
              Quantifier quantifier) {
    const std::vector<bool> found = inside(list, set);
    if (found.empty()) return true;
    const bool wanted = comparison == ComparisonOperator::InCidrSet ||
                        comparison == ComparisonOperator::InPortSet ||
                        comparison == ComparisonOperator::InSet;
    const auto fits = std::count(found.begin(), found.end(), wanted);
    return quantifier == Quantifier::Any ? fits > 0
                                         : fits == static_cast<std::ptrdiff_t>(found.size());
}

}  // namespace picket
