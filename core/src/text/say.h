// Sentences with holes: say("The group '{}' has {} of {} members.", name, count, max). Texts and
// whole numbers fill them, in order; that there are as many of either is checked when compiled.
//
// A sentence stands in the source as it is read, and costs its caller one call. Put together with
// `+` it cost a call, a move and a destructor for each piece.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <type_traits>

namespace picket {

namespace say_detail {

// One of four ways to point to what fills a hole, made for the length of a call.
struct Piece {
    enum class Kind : std::uint8_t { String, View, Literal, Number };

    Piece(const std::string& text) : at(&text), kind(Kind::String) {}
    Piece(const std::string_view& text) : at(&text), kind(Kind::View) {}
    Piece(const char* text) : at(text), kind(Kind::Literal) {}
    Piece(const std::int64_t& number) : at(&number), kind(Kind::Number) {}

    std::string_view text() const;  // of anything but a number

    const void* at;
    Kind kind;
};

std::string fill(const char* sentence, const Piece* pieces, std::size_t count);

void holes_and_values_differ_in_number();  // never defined: naming it stops the compiler

template <std::size_t kHoles>
struct Sentence {
    consteval Sentence(const char* sentence) : text(sentence) {
        std::size_t holes = 0;
        for (const char* c = sentence; *c != '\0'; ++c) {
            if (c[0] == '{' && c[1] == '}') ++holes;
        }
        if (holes != kHoles) holes_and_values_differ_in_number();
    }
    const char* text;
};

// The few types that values are handed on as, so that few functions are compiled.
inline const std::string& value(const std::string& text) { return text; }
inline const std::string_view& value(const std::string_view& text) { return text; }
inline const char* value(const char* text) { return text; }
inline std::string_view value(const char& letter) { return {&letter, 1}; }
template <class Integer, class = std::enable_if_t<std::is_integral_v<Integer>>>
std::int64_t value(Integer number) {
    static_assert(!std::is_same_v<Integer, bool>);
    return static_cast<std::int64_t>(number);
}

template <class... Values>
[[gnu::noinline]] std::string say_values(const char* sentence, const Values&... values) {
    const Piece pieces[] = {Piece(values)...};
    return fill(sentence, pieces, sizeof...(Values));
}

}  // namespace say_detail

template <class... Values>
std::string say(say_detail::Sentence<sizeof...(Values)> sentence, const Values&... values) {
    return say_detail::say_values(sentence.text, say_detail::value(values)...);
}

}  // namespace picket
