// Writes JSON text in the order it is told: compact, or indented when `indent` > 0. Doubles in
// shortest round-trip form ("32.891999999999996", "1600780245.29", integers without ".0"), invalid
// UTF-8 replaced by U+FFFD, NaN and infinity as null.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace picket {

class JsonWriter {
public:
    explicit JsonWriter(std::string& out, int indent = 0) : out_(out), indent_(indent) {}

    void begin_object();
    void end_object();
    void begin_array();
    void end_array();
    void key(std::string_view name);
    void string(std::string_view text);
    void integer(std::int64_t value);
    void number(double value);
    void boolean(bool value);
    void null();
    void raw(std::string_view json);  // already JSON text, written as it is

private:
    void open(char bracket);
    void close(char bracket);
    void before_value();
    void newline();
    std::string& out_;
    int indent_;
    int depth_ = 0;
    bool first_ = true;  // nothing written yet in the innermost container
    bool after_key_ = false;
};

// Shortest text that reads back as the same double, equal in every build, in the form of
// JavaScript's Number toString except that -0 keeps its sign. "null" for NaN and infinity.
std::string format_double(double value);

}  // namespace picket
