// Draws values from descriptions; the places where programs break - ends of ranges, empty and full
// lists - come up often.
#include "model/generate.h"

#include <algorithm>
#include <array>
#include <iterator>

#include "model/patterns.h"
#include "picket/shape.h"
#include "text/utf8.h"

namespace picket {
namespace {

constexpr std::u32string_view kAlphanumeric = U"abcxyzABCXYZ0189";
constexpr const char* kDays[] = {"1", "9", "10", "29", "31", "LAST"};  // of DayOfMonth

// No null: a member that is null counts as absent.
constexpr std::string_view kDocuments[] = {
    "true",
    "0",
    "-7",
    "0.1",
    "\"text\"",
    "\"\"",
    "[]",
    "{}",
    "[1,\"a\",null]",
    "{\"a\":{\"b\":[true]}}",
};

class Generator {
public:
    Generator(Random& random, const GenerateOptions& options)
        : random_(random), options_(options) {}

    void value(const ShapeInfo& shape, const Rule& rule, void* out);

private:
    std::int64_t length(const Rule& rule);
    std::string text(const Rule& rule);
    std::int64_t integer(const Rule& rule);
    double real();
    std::int64_t time();
    void list(const ShapeInfo& shape, const Rule& rule, void* out);
    void map(const ShapeInfo& shape, const Rule& rule, void* out);
    void structure(const ShapeInfo& shape, void* out);

    Random& random_;
    const GenerateOptions& options_;
};

std::int64_t Generator::length(const Rule& rule) {
    // A pattern may want a character where the rule has no minimum.
    const std::int64_t low = std::max<std::int64_t>(rule.min,
                                                    pattern_matches(rule.pattern, "") ? 0 : 1);
    const std::int64_t wished = rule.max != Rule::kNoMax ? rule.max
                                                         : low + options_.free_length_max;
    const std::int64_t high = std::max(low, std::min(wished, options_.length_max));
    if (random_.chance(options_.edge)) return random_.below(2) == 0 ? low : high;
    // Long values are rare between the ends, so that a list of lists stays small.
    return random_.between(low, std::min(high, low + options_.free_length_max));
}

std::int64_t Generator::integer(const Rule& rule) {
    if (random_.chance(options_.edge)) {
        const std::array<std::int64_t, 6> edges = {
            rule.min,
            rule.max,
            std::clamp<std::int64_t>(0, rule.min, rule.max),
            std::clamp<std::int64_t>(-1, rule.min, rule.max),
            std::clamp<std::int64_t>(1, rule.min, rule.max),
            std::clamp<std::int64_t>(std::int64_t{1} << 53, rule.min, rule.max)};
        return edges[random_.pick(edges.size())];
    }
    const std::int64_t low = std::clamp<std::int64_t>(-1000, rule.min, rule.max);
    return random_.between(low,
                           std::max(low, std::clamp<std::int64_t>(1'000'000, rule.min, rule.max)));
}

double Generator::real() {
    static constexpr double kEdges[] = {
        0, 1, -1, 0.1, -1e-7, 1e21, 123456789.125, 5e-324, 1.7976931348623157e308};
    if (random_.chance(options_.edge)) return kEdges[random_.pick(std::size(kEdges))];
    return static_cast<double>(random_.between(-1'000'000, 1'000'000)) / 64.0;
}

std::int64_t Generator::time() {
    static constexpr std::int64_t kEdges[] = {
        0, 1, -1, -kSecond, 1'600'780'245'290, kTimestampMin.ms, kTimestampMax.ms};
    if (random_.chance(options_.edge)) return kEdges[random_.pick(std::size(kEdges))];
    return random_.between(1'500'000'000'000, 2'000'000'000'000);
}

std::string Generator::text(const Rule& rule) {
    if (!rule.one_of.empty()) return std::string(rule.one_of[random_.pick(rule.one_of.size())]);
    if (rule.pattern == Pattern::DayOfMonth) return kDays[random_.pick(std::size(kDays))];
    if (rule.pattern == Pattern::Statistic)
        return std::string(kStatistics[random_.pick(kStatistics.size())]);
    return generate_text(rule.pattern, length(rule), random_);
}

void Generator::list(const ShapeInfo& shape, const Rule& rule, void* out) {
    const Rule none;
    shape.list->clear(out);
    for (std::int64_t left = length(rule); left > 0; --left) {
        value(*shape.element, rule.element != nullptr ? *rule.element : none,
              shape.list->append(out));
    }
}

void Generator::map(const ShapeInfo& shape, const Rule& rule, void* out) {
    const Rule none;
    const Rule& key_rule = rule.key != nullptr ? *rule.key : none;
    shape.map->clear(out);
    const auto wanted = static_cast<std::size_t>(length(rule));
    // A short key may be drawn twice; then the map stays smaller than wished, but not below its
    // minimum.
    std::size_t attempts = 4 * wanted;
    while (shape.map->size(out) < wanted) {
        if (attempts == 0 && static_cast<std::int64_t>(shape.map->size(out)) >= rule.min) break;
        if (attempts > 0) --attempts;
        std::string key = text(key_rule);
        value(*shape.element, rule.element != nullptr ? *rule.element : none,
              shape.map->insert(out, std::move(key)));
    }
}

void Generator::structure(const ShapeInfo& shape, void* out) {
    const std::size_t chosen = shape.exactly_one ? random_.pick(shape.members.size()) : 0;
    for (std::size_t i = 0; i < shape.members.size(); ++i) {
        const MemberInfo& member = shape.members[i];
        if (member.optional != nullptr) {
            member.optional->reset(static_cast<char*>(out) + member.offset);
            const bool present = shape.exactly_one
                                     ? i == chosen
                                     : member.rule.required || random_.chance(options_.present);
            if (!present) continue;
        }
        value(*member.shape, member.rule, member.make(out));
    }
}

void Generator::value(const ShapeInfo& shape, const Rule& rule, void* out) {
    switch (shape.kind) {
    case Kind::Bool:
        *static_cast<bool*>(out) = random_.below(2) == 1;
        return;
    case Kind::Integer:
        *static_cast<std::int64_t*>(out) = integer(rule);
        return;
    case Kind::Double:
        *static_cast<double*>(out) = real();
        return;
    case Kind::String:
        *static_cast<std::string*>(out) = text(rule);
        return;
    case Kind::Time:
        static_cast<Timestamp*>(out)->ms = time();
        return;
    case Kind::Enum:
        *static_cast<std::uint8_t*>(out) = static_cast<std::uint8_t>(
            random_.pick(shape.enumerators.size()));
        return;
    case Kind::List:
        return list(shape, rule, out);
    case Kind::Map:
        return map(shape, rule, out);
    case Kind::Structure:
        return structure(shape, out);
    case Kind::Document:
        static_cast<JsonText*>(out)->text = kDocuments[random_.pick(std::size(kDocuments))];
        return;
    }
}

}  // namespace

std::string generate_text(Pattern pattern, std::int64_t length, Random& random) {
    const bool plain = random.below(2) == 0 && pattern_matches(pattern, "abcxyzABCXYZ0189");
    const std::u32string_view letters = plain ? kAlphanumeric : pattern_letters(pattern);
    std::string out;
    for (; length > 0; --length) append_utf8(out, letters[random.pick(letters.size())]);
    return out;
}

void generate(const ShapeInfo& shape, const Rule& rule, Random& random, void* out,
              const GenerateOptions& options) {
    Generator(random, options).value(shape, rule, out);
}

void generate(const ShapeInfo& shape, Random& random, void* out, const GenerateOptions& options) {
    generate(shape, Rule{}, random, out, options);
}

}  // namespace picket
