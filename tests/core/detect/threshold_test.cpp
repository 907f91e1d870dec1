// What conforms to a behavior: every operator with a value below, at and above its bound, and lists
// against sets.
#include "detect/threshold.h"

#include <doctest/doctest.h>

#include <sstream>
#include <string>

namespace picket {
namespace {

using enum ComparisonOperator;

MetricValue addresses(std::vector<std::string> list) {
    MetricValue value;
    value.cidrs = std::move(list);
    return value;
}
MetricValue ports(std::vector<std::int64_t> list) {
    MetricValue value;
    value.ports = std::move(list);
    return value;
}
MetricValue texts(std::vector<std::string> list) {
    MetricValue value;
    value.strings = std::move(list);
    return value;
}
MetricValue numbers(std::vector<double> list) {
    MetricValue value;
    value.numbers = std::move(list);
    return value;
}

}  // namespace

TEST_CASE("threshold: numbers below, at and above the bound") {
    struct Row {
        ComparisonOperator comparison;
        bool below, at, above;
    };
    for (const Row& row :
         {Row{LessThan, true, false, false}, Row{LessThanEquals, true, true, false},
          Row{GreaterThan, false, false, true}, Row{GreaterThanEquals, false, true, true}}) {
        CAPTURE(enum_name(row.comparison));
        CHECK(conforms(row.comparison, 9, 10) == row.below);
        CHECK(conforms(row.comparison, 10, 10) == row.at);
        CHECK(conforms(row.comparison, 11, 10) == row.above);
        CHECK(conforms(row.comparison, -0.5, -0.5) == row.at);
    }
}

TEST_CASE("threshold: addresses in blocks of both versions") {
    const MetricValue blocks = addresses({"10.0.0.0/8", "192.0.2.7", "2001:db8::/33"});
    const auto in = [&](std::vector<std::string> list) {
        return conforms(InCidrSet, addresses(std::move(list)), blocks, Quantifier::Every);
    };
    CHECK(in({"10.255.0.1"}));
    CHECK(in({"192.0.2.7", "10.0.0.0"}));
    CHECK_FALSE(in({"192.0.2.8"}));
    CHECK(in({"2001:db8:7fff::1"}));
    CHECK_FALSE(in({"2001:db8:8000::1"}));
    CHECK_FALSE(in({"::ffff:10.0.0.1"}));
    CHECK_FALSE(in({"10.0.0.1", "11.0.0.1"}));
    CHECK_FALSE(in({"not an address"}));
}

TEST_CASE("threshold: lists against sets, every element or any one") {
    struct Row {
        ComparisonOperator comparison;
        MetricValue list, set;
        bool every, any;
    };
    const Row rows[] = {
        {InPortSet, ports({22, 80}), ports({22, 80, 443}), true, true},
        {InPortSet, ports({22, 23}), ports({22, 80, 443}), false, true},
        {InPortSet, ports({23}), ports({22, 80, 443}), false, false},
        {NotInPortSet, ports({23}), ports({22}), true, true},
        {NotInPortSet, ports({23, 22}), ports({22}), false, true},
        {NotInPortSet, ports({22}), ports({22}), false, false},
        {InSet, texts({"a", "b"}), texts({"b", "a"}), true, true},
        {NotInSet, texts({"A"}), texts({"a"}), true, true},
        {InSet, numbers({1, 2.5}), numbers({2.5}), false, true},
        {NotInCidrSet, addresses({"10.1.1.1"}), addresses({"10.0.0.0/8"}), false, false},
    };
    for (const Row& row : rows) {
        CAPTURE(enum_name(row.comparison));
        CHECK(conforms(row.comparison, row.list, row.set, Quantifier::Every) == row.every);
        CHECK(conforms(row.comparison, row.list, row.set, Quantifier::Any) == row.any);
    }
}

TEST_CASE("threshold: a list without elements conforms") {
    for (const auto comparison : {InPortSet, NotInPortSet}) {
        CHECK(conforms(comparison, ports({}), ports({22}), Quantifier::Every));
        CHECK(conforms(comparison, ports({}), ports({22}), Quantifier::Any));
    }
}

}  // namespace picket
