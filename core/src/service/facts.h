// The facts of a chronicle line as JSON: `Facts().text("group", name).number("things", 3).json()`.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "text/json_write.h"

namespace picket {

class Facts {
public:
    Facts() : writer_(text_) { writer_.begin_object(); }
    Facts(const Facts&) = delete;
    Facts& operator=(const Facts&) = delete;

    Facts& text(const char* name, const std::string& value);
    Facts& text(const char* name, std::string_view value);
    Facts& number(const char* name, std::int64_t value);
    Facts& texts(const char* name, const std::vector<std::string>& values);
    Facts& json(const char* name, const std::string& value);
    std::string json();

private:
    std::string text_;
    JsonWriter writer_;
};

}  // namespace picket
