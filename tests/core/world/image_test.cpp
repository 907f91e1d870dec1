// Images: what is written reads back to the same bytes and the same hash, and nothing else is
// accepted or does harm.
#include "world/image.h"

#include <doctest/doctest.h>

#include <limits>

#include "support/builders.h"

using namespace picket;

namespace {

constexpr std::size_t kHashAt = 24;  // after magic and build stamp
constexpr std::size_t kContentAt = 40;

// The image with its content replaced and its hash put right, so that the content itself is what
// gets judged.
std::string sealed(std::string image, std::string_view content) {
    image.resize(kContentAt);
    image += content;
    const Hash128 hash = hash_bytes(content);
    for (std::size_t i = 0; i < 8; ++i) {
        image[kHashAt + i] = static_cast<char>(hash.low >> (8 * i));
        image[kHashAt + 8 + i] = static_cast<char>(hash.high >> (8 * i));
    }
    return image;
}

bool reads(const ShapeInfo& shape, std::string_view bytes) {
    AnyValue value(shape);
    ImageReader reader(bytes);
    return reader.value(shape, value.get()) && reader.at_end();
}

std::string image_of(const Sample& sample) {
    std::string out;
    append_image(kShape<Sample>, &sample, out);
    return out;
}

}  // namespace

TEST_CASE("image: a World survives, whatever is in it") {
    for (std::uint64_t seed = 1; seed <= 40; ++seed) {
        Random random(seed, "image");
        const World world = random_world(random, static_cast<int>(random.below(30)));
        const std::string image = world_image(world);
        const auto back = world_from_image(image);
        REQUIRE(back);
        CHECK(world_image(*back) == image);
        CHECK(world_hash(*back) == world_hash(world));
        CHECK(world_diff(world, *back).empty());
        CHECK(back->seed == world.seed);
        CHECK(back->now == world.now);
        CHECK(back->next_event == world.next_event);
        CHECK(back->things.size() == world.things.size());
    }
}

TEST_CASE("image: a large World survives") {
    World world;
    for (int i = 0; i < 3000; ++i) {
        Thing thing;
        thing.name = "thing-" + std::to_string(i);
        thing.attributes["number"] = std::to_string(i);
        world.things.insert(thing.name, thing);
    }
    const auto back = world_from_image(world_image(world));
    REQUIRE(back);
    CHECK(back->things == world.things);
}

TEST_CASE("image: values have the exact form that the header promises") {
    std::string out;
    const auto image = [&out](const auto& value) {
        out.clear();
        append_image(kShape<std::remove_cvref_t<decltype(value)>>, &value, out);
        return out;
    };
    CHECK(image(std::int64_t{0}) == std::string(1, '\0'));
    CHECK(image(std::int64_t{-1}) == "\x01");
    CHECK(image(std::int64_t{1}) == "\x02");
    CHECK(image(std::int64_t{64}) == "\x80\x01");
    CHECK(image(INT64_MIN) == "\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\x01");
    CHECK(image(1.0) == std::string("\0\0\0\0\0\0\xF0\x3F", 8));
    CHECK(image(std::string("ab")) == "\x02"
                                      "ab");
    CHECK(image(SampleColour::Blue) == "\x02");
    CHECK(image(Timestamp{-1}) == "\x01");
    CHECK(image(Empty{}) == std::string(1, '\0'));
    CHECK(image(std::vector<std::string>{"a", ""}) == std::string("\x02\x01"
                                                                  "a"
                                                                  "\0",
                                                                  4));
    CHECK(image(SampleChoice{.text = std::nullopt, .number = 1}) == std::string("\0\x01\x02", 3));
}

// Other builds - clang, optimised, WebAssembly - must come to this very text.
TEST_CASE("image: is the same in every build") {
    Sample sample;
    sample.name = "lamp";
    sample.flag = true;
    sample.count = -300;
    sample.ratio = 0.1;
    sample.time = {1'767'225'600'001};
    sample.colour = SampleColour::Green;
    sample.names = {"a", "\xC3\xA9"};
    sample.numbers["b"] = INT64_MAX;
    sample.numbers["a"] = 0;
    sample.choices.push_back({.text = "t", .number = std::nullopt});
    sample.anything = JsonText{"[1,2]"};
    CHECK(image_of(sample).size() == 64);
    CHECK(hash_bytes(image_of(sample)).hex() == "f7c35a24f4db2c367d2130e95e3668e7");
}

TEST_CASE("image: each value has one image, and other bytes for it are refused") {
    using Bytes = std::string;
    CHECK(reads(kShape<bool>, "\x01"));
    CHECK_FALSE(reads(kShape<bool>, "\x02"));
    CHECK_FALSE(reads(kShape<std::int64_t>, Bytes("\x80\0", 2)));  // zero in two bytes
    CHECK_FALSE(reads(kShape<std::int64_t>, "\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\x02"));  // 65
                                                                                           // bits
    CHECK_FALSE(reads(kShape<std::int64_t>, "\x80\x80\x80\x80\x80\x80\x80\x80\x80\x80\x01"));
    CHECK_FALSE(reads(kShape<SampleColour>, "\x03"));
    CHECK_FALSE(reads(kShape<Empty>, "\x01"));
    CHECK_FALSE(reads(kShape<std::string>, "\x03"
                                           "ab"));
    CHECK_FALSE(reads(kShape<SampleChoice>, Bytes("\0\0", 2)));          // a union without a member
    CHECK_FALSE(reads(kShape<SampleChoice>, Bytes("\x01\0\x01\0", 4)));  // and one with two
    CHECK_FALSE(reads(kShape<StringMap<std::int64_t>>, Bytes("\x02\x01"
                                                             "b"
                                                             "\0\x01"
                                                             "a"
                                                             "\0",
                                                             7)));  // out of order
    CHECK_FALSE(reads(kShape<StringMap<std::int64_t>>, Bytes("\x02\x01"
                                                             "a"
                                                             "\0\x01"
                                                             "a"
                                                             "\0",
                                                             7)));  // twice
    CHECK(reads(kShape<StringMap<std::int64_t>>, Bytes("\x02\x01"
                                                       "a"
                                                       "\0\x01"
                                                       "b"
                                                       "\0",
                                                       7)));
    CHECK(reads(kShape<double>, Bytes("\0\0\0\0\0\0\xF8\x7F", 8)));
    CHECK_FALSE(reads(kShape<double>, Bytes("\x01\0\0\0\0\0\xF8\x7F", 8)));  // another NaN
}

TEST_CASE("image: every NaN is one NaN, and zero keeps its sign") {
    std::string first, second;
    const double quiet = std::numeric_limits<double>::quiet_NaN();
    const double other = -quiet;
    append_image(kShape<double>, &quiet, first);
    append_image(kShape<double>, &other, second);
    CHECK(first == second);
    const double zero = -0.0;
    first.clear();
    append_image(kShape<double>, &zero, first);
    CHECK(first == std::string("\0\0\0\0\0\0\0\x80", 8));
}

TEST_CASE("image: lengths beyond the input are refused before anything is allocated") {
    CHECK_FALSE(reads(kShape<std::string>, "\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\x7F"));
    CHECK_FALSE(reads(kShape<std::vector<Sample>>, "\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\x7F"));
    CHECK_FALSE(reads(kShape<StringMap<Sample>>, "\xFF\xFF\xFF\xFF\x7F"));
}

TEST_CASE("image: a value's bytes cut short or changed never do harm") {
    Random random(17, "mutate");
    int survived = 0;
    for (int round = 0; round < 100; ++round) {
        const std::string image = image_of(generated<Sample>(random));
        for (std::size_t size = 0; size < image.size(); ++size) {
            CHECK_FALSE(reads(kShape<Sample>, std::string_view(image).substr(0, size)));
        }
        for (int i = 0; i < 50; ++i) {
            std::string bad = image;
            bad[random.pick(bad.size())] = static_cast<char>(random.below(256));
            Sample sample;
            ImageReader reader(bad);
            if (!reader.value(kShape<Sample>, &sample) || !reader.at_end()) continue;
            ++survived;
            CHECK(image_of(sample) == bad);  // what reads is the image of what was read
        }
    }
    CHECK(survived > 0);
}

TEST_CASE("image: a World's bytes cut short or changed are refused") {
    Random random(19, "hostile");
    const std::string image = world_image(random_world(random, 4));
    for (std::size_t size = 0; size < image.size(); size += 1 + random.below(16)) {
        CHECK_FALSE(world_from_image(std::string_view(image).substr(0, size)));
    }
    for (int i = 0; i < 500; ++i) {
        std::string bad = image;
        const std::size_t at = random.pick(bad.size());
        bad[at] = static_cast<char>(bad[at] ^ static_cast<char>(1 + random.below(255)));
        CHECK_FALSE(world_from_image(bad));
    }
}

TEST_CASE("image: hostile content with a right hash never does harm") {
    Random random(29, "sealed");
    const World world = random_world(random, 3);
    const std::string image = world_image(world);
    const std::string content = image.substr(kContentAt);
    CHECK(world_from_image(sealed(image, content)));
    for (std::size_t size = 0; size < content.size(); size += 1 + random.below(32)) {
        const auto cut = world_from_image(sealed(image, std::string_view(content).substr(0, size)));
        if (cut)
            CHECK(world_image(*cut) == sealed(image, std::string_view(content).substr(0, size)));
    }
    for (int i = 0; i < 500; ++i) {
        std::string bad = content;
        for (auto changes = 1 + random.below(3); changes > 0; --changes) {
            bad[random.pick(bad.size())] = static_cast<char>(random.below(256));
        }
        (void)world_from_image(sealed(image, bad)).operator bool();
    }
}

TEST_CASE("image: tables out of order, unknown, empty or with a key twice are refused") {
    const std::string image = world_image(World{});
    const std::string scalars = image.substr(kContentAt);
    const auto loads = [&](const std::string& rest) {
        return static_cast<bool>(world_from_image(sealed(image, scalars + rest)));
    };
    const std::string settings = "\x08settings\x01\x01"
                                 "a"
                                 "\x01"
                                 "b";
    const std::string tags = "\x04tags\x01\x01"
                             "a"
                             "\x01"
                             "k"
                             "\x01"
                             "v";
    CHECK(loads(""));
    CHECK(loads(settings));
    CHECK(loads(settings + tags));
    CHECK_FALSE(loads(tags + settings));
    CHECK_FALSE(loads(settings + settings));
    CHECK_FALSE(loads("\x05other\x01\x01"
                      "a"
                      "\x01"
                      "b"));
    CHECK_FALSE(loads(std::string("\x08settings\0", 10)));
    CHECK_FALSE(loads("\x08settings\x02\x01"
                      "a"
                      "\x01"
                      "b"
                      "\x01"
                      "a"
                      "\x01"
                      "c"));
}

TEST_CASE("image: another build's image is refused with a reason") {
    std::string image = world_image(World{});
    image[10] = static_cast<char>(image[10] ^ 1);
    const auto world = world_from_image(image);
    REQUIRE_FALSE(world);
    CHECK(world.error().message.find("another build") != std::string::npos);
    CHECK(world_from_image("PNG").error().message.find("not an image") != std::string::npos);
}
