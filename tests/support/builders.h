// What tests build from: a shape with every kind of member, random values, and random Worlds.
#pragma once

#include <string>

#include "model/any_value.h"
#include "model/generate.h"
#include "picket/shape.h"
#include "picket/world.h"

namespace picket {

enum class SampleColour : std::uint8_t { Red, Green, Blue };
template <>
struct EnumNames<SampleColour> {
    static constexpr std::string_view name = "SampleColour";
    static constexpr std::array<std::string_view, 3> values = {"RED", "GREEN", "BLUE"};
};

inline constexpr Rule kSampleName = {.min = 1, .max = 8, .pattern = Pattern::Name};
struct SampleChoice {
    std::optional<std::string> text;
    std::optional<std::int64_t> number;
    bool operator==(const SampleChoice&) const = default;
};
template <>
struct Shape<SampleChoice> {
    using S = SampleChoice;
    static constexpr std::string_view name = "SampleChoice";
    static constexpr std::string_view doc = "One of two.";
    static constexpr bool exactly_one = true;
    static constexpr MemberInfo members[] = {
        member("text", PICKET_FIELD(S, text), with(kSampleName, {.doc = "A name | or so."})),
        member("number", PICKET_FIELD(S, number), {.min = -5, .max = 5}),
    };
};

inline constexpr Rule kSampleNames = {.min = 1, .max = 3, .element = &kSampleName};
inline constexpr Rule kSampleNumbers = {.max = 4, .key = &kSampleName};
struct Sample {
    std::string name;
    std::optional<bool> flag;
    std::int64_t count = 0;
    std::optional<std::int64_t> limit;
    double ratio = 0;
    Timestamp time;
    SampleColour colour = SampleColour::Red;
    std::optional<std::vector<std::string>> names;
    StringMap<std::int64_t> numbers;
    std::optional<SampleChoice> choice;
    std::vector<SampleChoice> choices;
    StringMap<SampleChoice> choice_by_name;
    std::optional<JsonText> anything;
    Empty nothing;
    std::optional<std::string> token;
    bool operator==(const Sample&) const = default;
};
template <>
struct Shape<Sample> {
    using S = Sample;
    static constexpr std::string_view name = "Sample";
    static constexpr std::string_view doc = "Everything at once.";
    static constexpr MemberInfo members[] = {
        member("name", PICKET_FIELD(S, name),
               with(kSampleName, {.required = true, .doc = "Its name."})),
        member("flag", PICKET_FIELD(S, flag)),
        member("count", PICKET_FIELD(S, count), {.min = 0, .max = 10}),
        member("limit", PICKET_FIELD(S, limit)),
        member("ratio", PICKET_FIELD(S, ratio)),
        member("time", PICKET_FIELD(S, time), {.required = true}),
        member("colour", PICKET_FIELD(S, colour)),
        member("names", PICKET_FIELD(S, names),
               with(kSampleNames, {.deprecated = true, .doc = "Names."})),
        member("numbers", PICKET_FIELD(S, numbers), kSampleNumbers),
        member("choice", PICKET_FIELD(S, choice)),
        member("choices", PICKET_FIELD(S, choices)),
        member("choiceByName", PICKET_FIELD(S, choice_by_name)),
        member("anything", PICKET_FIELD(S, anything)),
        member("nothing", PICKET_FIELD(S, nothing)),
        member("token", PICKET_FIELD(S, token),
               {.required = true,
                .min = 1,
                .max = 64,
                .pattern = Pattern::Token,
                .idempotency_token = true}),
    };
};

template <class T>
T generated(Random& random, const GenerateOptions& options = {}) {
    T value;
    generate(kShape<T>, random, &value, options);
    return value;
}

// Up to `rows` random rows in each table; equal keys fall together. The tables know nothing of one
// another.
inline void add_random_rows(World& world, Random& random, int rows) {
    for (const TableInfo& table : world_tables()) {
        AnyValue key(*table.key);
        AnyValue value(*table.value);
        for (int i = 0; i < rows; ++i) {
            generate(*table.key, random, key.get());
            generate(*table.value, random, value.get());
            table.put(world, key.get(), value.get());
        }
    }
}

inline World random_world(Random& random, int rows) {
    World world;
    world.seed = random.between(INT64_MIN, INT64_MAX);
    world.region = generate_text(Pattern::Name, 9, random);
    world.account = generate_text(Pattern::Hex, 12, random);
    world.now = generated<Timestamp>(random);
    world.instant_items = random.between(0, 1000);
    world.next_sequence = random.between(1, 1000);
    world.next_event = random.between(1, 1000);
    add_random_rows(world, random, rows);
    return world;
}

}  // namespace picket
