// See facts.h.
#include "service/facts.h"

namespace picket {

Facts& Facts::text(const char* name, const std::string& value) {
    writer_.key(name);
    writer_.string(value);
    return *this;
}

Facts& Facts::text(const char* name, std::string_view value) {
    writer_.key(name);
    writer_.string(value);
    return *this;
}

Facts& Facts::number(const char* name, std::int64_t value) {
    writer_.key(name);
    writer_.integer(value);
    return *this;
}

Facts& Facts::texts(const char* name, const std::vector<std::string>& values) {
    writer_.key(name);
    writer_.begin_array();
    for (const std::string& value : values) writer_.string(value);
    writer_.end_array();
    return *this;
}

Facts& Facts::json(const char* name, const std::string& value) {
    writer_.key(name);
    writer_.raw(value);
    return *this;
}

std::string Facts::json() {
    writer_.end_object();
    return std::move(text_);
}

}  // namespace picket
