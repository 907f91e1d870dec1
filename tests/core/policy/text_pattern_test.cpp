// Wildcards and variables of policies. Method: a matcher written apart, by recursion over the
// definition, has to agree on all small patterns and texts.
#include "policy/text_pattern.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

#include "base/random.h"

using namespace picket;

namespace {

// The definition, one character at a time.
bool by_definition(std::string_view pattern, std::string_view text) {
    if (pattern.empty()) return text.empty();
    if (pattern[0] == '*') {
        for (std::size_t i = 0; i <= text.size(); ++i) {
            if (by_definition(pattern.substr(1), text.substr(i))) return true;
        }
        return false;
    }
    if (text.empty()) return false;
    return (pattern[0] == '?' || pattern[0] == text[0]) &&
           by_definition(pattern.substr(1), text.substr(1));
}

// Every text over the letters, up to a length.
std::vector<std::string> all_texts(std::string_view letters, std::size_t length_max) {
    std::vector<std::string> texts = {""};
    for (std::size_t begin = 0, length = 0; length < length_max; ++length) {
        const std::size_t end = texts.size();
        for (; begin < end; ++begin) {
            for (const char c : letters) texts.push_back(texts[begin] + c);
        }
    }
    return texts;
}

bool like(std::string_view pattern, std::string_view text) {
    return matches(read_pattern(pattern, nullptr), text);
}

PolicyContext device() {
    PolicyContext context;
    context.set("iot:ClientId", std::string("pump-1"));
    context.set("iot:Odd", std::string("a*b?"));
    context.set("aws:TagKeys", std::vector<std::string>{"a", "b"});
    return context;
}

}  // namespace

TEST_CASE("text pattern: agrees with the definition on every small pattern and text") {
    const auto patterns = all_texts("ab*?", 4);
    const auto texts = all_texts("ab", 5);
    for (const std::string& pattern : patterns) {
        for (const std::string& text : texts) {
            const bool expected = by_definition(pattern, text);
            if (like(pattern, text) == expected) continue;
            FAIL_CHECK(pattern << " against " << text << " should be " << expected);
        }
    }
}

TEST_CASE("text pattern: agrees with the definition on long random ones") {
    for (std::uint64_t seed = 1; seed <= 300; ++seed) {
        CAPTURE(seed);
        Random random(seed, "patterns");
        std::string pattern, text;
        for (std::size_t i = random.below(12); i > 0; --i) pattern += "ab*?"[random.below(4)];
        for (std::size_t i = random.below(24); i > 0; --i) text += "ab"[random.below(2)];
        CAPTURE(pattern);
        CAPTURE(text);
        CHECK(like(pattern, text) == by_definition(pattern, text));
    }
}

TEST_CASE("text pattern: many asterisks against a long text end soon") {
    const std::string pattern(200, '*');
    CHECK(like(pattern + "a", std::string(20'000, 'b') + "a"));
    CHECK_FALSE(like("*a*a*a*a*a*a*a*c", std::string(20'000, 'a')));
}

TEST_CASE("text pattern: a question mark is one character, however many bytes it has") {
    CHECK(like("caf?", "caf\xC3\xA9"));
    CHECK_FALSE(like("caf?", "caf"));
    CHECK(like("+/#", "+/#"));  // the wildcards of MQTT mean nothing here
    CHECK_FALSE(like("+/#", "a/b"));
}

TEST_CASE("text pattern: case counts unless told otherwise") {
    CHECK_FALSE(like("iot:Publish", "iot:publish"));
    CHECK(matches(read_pattern("IOT:pub*", nullptr), "iot:Publish", true));
}

TEST_CASE("text pattern: variables are replaced, and what replaces them is literal") {
    const PolicyContext context = device();
    auto with = [&](std::string_view pattern, std::string_view text) {
        return matches(read_pattern(pattern, &context), text);
    };
    CHECK(with("client/${iot:ClientId}", "client/pump-1"));
    CHECK(with("client/${IOT:clientid}", "client/pump-1"));  // keys have no case
    CHECK_FALSE(with("client/${iot:ClientId}", "client/pump-2"));
    CHECK(with("${iot:Odd}", "a*b?"));
    CHECK_FALSE(with("${iot:Odd}", "axxb!"));
    CHECK(with("${*}-${?}-${$}", "*-?-$"));
    CHECK_FALSE(with("${*}", "anything"));
    CHECK(with("$${iot:ClientId}", "$pump-1"));
    CHECK(with("$aws/things/*", "$aws/things/a"));
    CHECK(with("${iot:Absent, 'spare'}", "spare"));
    CHECK(with("${iot:ClientId, 'spare'}", "pump-1"));
    CHECK(with("${open", "${open"));
}

TEST_CASE("text pattern: a variable without exactly one value matches nothing and is named") {
    const PolicyContext context = device();
    const TextPattern absent = read_pattern("*${iot:Absent}*", &context);
    CHECK(absent.missing == "iot:Absent");
    CHECK_FALSE(matches(absent, "anything"));
    CHECK(read_pattern("${aws:TagKeys}", &context).missing == "aws:TagKeys");
    // Where variables have no meaning the text stands for itself.
    CHECK(like("${iot:Absent}", "${iot:Absent}"));
}

TEST_CASE("text pattern: the parts of an ARN are compared one by one") {
    auto arn_like = [](std::string_view pattern, std::string_view arn) {
        return matches_arn(read_pattern(pattern, nullptr), arn);
    };
    const char* arn = "arn:aws:iot:us-east-1:123456789012:mitigationaction/a:b";
    CHECK(arn_like("arn:aws:iot:us-east-1:123456789012:mitigationaction/*", arn));
    CHECK(arn_like("arn:*:iot:*:123456789012:*", arn));
    CHECK_FALSE(
        arn_like("arn:aws:iot:*:mitigationaction/*", "arn:aws:iot:r:a:b:mitigationaction/x"));
    CHECK(like("arn:aws:iot:*:mitigationaction/*", "arn:aws:iot:r:a:b:mitigationaction/x"));
    CHECK_FALSE(arn_like("arn:aws:iot:us-east-1:*:x", "arn:aws:iot"));
    CHECK_FALSE(arn_like("arn:aws:iot:*", arn));
    CHECK(arn_like("*", arn));
}

TEST_CASE("text pattern: a variable that is never closed is found") {
    CHECK(unclosed_variable("a${b}c${d") == 6);
    CHECK(unclosed_variable("a${b}c") == std::string_view::npos);
    CHECK(unclosed_variable("$a{b") == std::string_view::npos);
}
