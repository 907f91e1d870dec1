// The generators against the decoder: what is generated as valid is accepted and survives, what is
// generated as broken is refused for exactly that reason.
#include "model/generate.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <set>

#include "model/decode.h"
#include "model/patterns.h"
#include "picket/operations.h"
#include "support/builders.h"
#include "world/image.h"

using namespace picket;

namespace {

std::string image_of(const ShapeInfo& shape, const void* value) {
    std::string out;
    append_image(shape, value, out);
    return out;
}

// JSON, back to a value, and the image of both. Empty when all is well.
std::string trip_problem(const ShapeInfo& shape, const void* value) {
    const std::string json = to_json(shape, value);
    const auto tree = read_json_strict(json);
    if (!tree) return "not JSON: " + tree.error().message + " in " + json;
    AnyValue back(shape);
    std::vector<std::string> warnings;
    if (auto error = decode(shape, &*tree, 0, {}, back.get(), {.reject_unknown = true}, warnings)) {
        return error->message + " in " + json;
    }
    if (!warnings.empty()) return warnings.front();
    if (to_json(shape, back.get()) != json) return "other JSON after decoding " + json;
    if (image_of(shape, back.get()) != image_of(shape, value))
        return "other image after decoding " + json;
    AnyValue again(shape);
    const std::string image = image_of(shape, value);
    ImageReader reader(image);
    if (!reader.value(shape, again.get()) || !reader.at_end())
        return "its image does not read: " + json;
    if (image_of(shape, again.get()) != image) return "another image after reading one: " + json;
    return {};
}

std::string shown(const ShapeInfo& shape, const BadValue& bad) {
    return std::string(shape.name) + ' ' + std::string(constraint_name(bad.constraint)) + " at '" +
           bad.path + "' in " + bad.json.substr(0, 500);
}

std::vector<const ShapeInfo*> all_shapes() {
    std::vector<const ShapeInfo*> shapes = {&kShape<Sample>};
    for (const Operation& operation : operations()) {
        shapes.push_back(operation.input);
        shapes.push_back(operation.output);
    }
    return shapes;
}

}  // namespace

TEST_CASE("generate: values of every shape pass through all visitors unchanged") {
    for (const ShapeInfo* shape : all_shapes()) {
        Random random(11, shape->name);
        AnyValue value(*shape);
        for (int i = 0; i < 60; ++i) {
            generate(*shape, random, value.get());
            const std::string problem = trip_problem(*shape, value.get());
            CHECK_MESSAGE(problem.empty(), shape->name, ": ", problem);
            if (!problem.empty()) break;
        }
    }
}

TEST_CASE("generate: reaches the ends of every rule") {
    Random random(3, "edges");
    std::set<std::int64_t> counts;
    std::set<std::size_t> name_lengths, list_lengths, map_sizes;
    std::set<std::int64_t> limits;
    int absent = 0, texts = 0;
    constexpr int kDraws = 2000;
    for (int i = 0; i < kDraws; ++i) {
        const auto sample = generated<Sample>(random);
        counts.insert(sample.count);
        name_lengths.insert(code_points(sample.name));
        if (sample.names) list_lengths.insert(sample.names->size());
        map_sizes.insert(sample.numbers.size());
        if (sample.limit) limits.insert(*sample.limit);
        absent += sample.choice ? 0 : 1;
        texts += sample.choice && sample.choice->text ? 1 : 0;
        if (sample.choice)
            CHECK((sample.choice->text.has_value() != sample.choice->number.has_value()));
    }
    CHECK(counts == std::set<std::int64_t>{0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10});
    CHECK(name_lengths == std::set<std::size_t>{1, 2, 3, 4, 5, 6, 7, 8});
    CHECK(list_lengths == std::set<std::size_t>{1, 2, 3});
    CHECK(map_sizes == std::set<std::size_t>{0, 1, 2, 3, 4});
    CHECK(limits.count(INT64_MIN) + limits.count(INT64_MAX) + limits.count(0) == 3);
    CHECK(absent > kDraws / 4);
    CHECK(texts > kDraws / 8);
}

TEST_CASE("generate: the same seed gives the same value, another seed another one") {
    Random first(5, "same"), second(5, "same"), other(6, "same");
    const auto value = generated<Sample>(first);
    CHECK(value == generated<Sample>(second));
    CHECK_FALSE(value == generated<Sample>(other));
}

TEST_CASE("generate bad: the decoder refuses it, and names the place") {
    std::map<Constraint, int> seen;
    for (const ShapeInfo* shape : all_shapes()) {
        Random random(23, shape->name);
        for (int i = 0; i < 50; ++i) {
            const auto bad = generate_bad(*shape, random);
            if (!bad) continue;
            ++seen[bad->constraint];
            const auto tree = read_json_strict(bad->json);
            REQUIRE_MESSAGE(tree, shown(*shape, *bad));
            AnyValue value(*shape);
            std::vector<std::string> warnings;
            const auto error = decode(*shape, &*tree, 0, {}, value.get(), {}, warnings);
            REQUIRE_MESSAGE(error, shown(*shape, *bad));
            CHECK(error->code == ErrorCode::InvalidRequest);
            CHECK_MESSAGE(error->path == bad->path, shown(*shape, *bad));
            if (error->path != bad->path) break;
        }
    }
    CHECK(seen.size() == 7);  // every constraint had its turn
    for (const auto& entry : seen) CHECK_MESSAGE(entry.second > 10, constraint_name(entry.first));
}

TEST_CASE("generate bad: nothing to break in a shape without members") {
    Random random(1, "empty");
    CHECK_FALSE(generate_bad(kShape<Empty>, random));
}
