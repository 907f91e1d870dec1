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

    Facts& text(std::string_view name, std::string_view value) {
        writer_.key(name);
        writer_.string(value);
        return *this;
    }
    Facts& number(std::string_view name, std::int64_t value) {
        writer_.key(name);
        writer_.integer(value);
        return *this;
    }
    Facts& texts(std::string_view name, const std::vector<std::string>& values) {
        writer_.key(name);
        writer_.begin_array();
        for (const std::string& value : values) writer_.string(value);
        writer_.end_array();
        return *this;
    }
    Facts& json(std::string_view name, std::string_view value) {
        writer_.key(name);
        writer_.raw(value);
        return *this;
    }
    std::string json() {
        writer_.end_object();
        return std::move(text_);
    }

private:
    std::string text_;
    JsonWriter writer_;
};

}  // namespace picket
