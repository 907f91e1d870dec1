// Finds the rows in JSON text that is too long to be held: objects on lines of their own, in an
// array, one after the other, or in the list of an answer or a message - {"metricDatumList": [...]}
// of ListMetricValues and {"metrics": [...]} of the metrics export, however they are laid out.
#pragma once

#include <cstdint>
#include <string_view>

#include "picket/model/recording.h"

namespace picket {

class JsonSplitter {
public:
    explicit JsonSplitter(bool lines) : lines_(lines) {}

    struct Step {
        enum class Kind : std::uint8_t {
            Row,     // an object
            Skip,    // nothing of interest
            More,    // the text ends before the row does
            Broken,  // something that is no row
        };
        Kind kind = Kind::More;
        std::size_t begin = 0;  // of the row in the text
        std::size_t size = 0;
        std::size_t used = 0;  // bytes
    };
    // Looks at no more than kRecordBytesMax bytes of the text, and knows whether they are the end.
    Step next(std::string_view text, bool last);

    // What the rows found last are elements of; nothing for rows by themselves.
    enum class Within : std::uint8_t { Nothing, Array, Values, Export };
    Within within() const { return within_; }

private:
    static Step next_line(std::string_view text, bool last);
    Step element(std::string_view text, bool last);
    Step object(std::string_view text, bool last);
    Step tail(std::string_view text, bool last);

    bool lines_;
    bool in_tail_ = false;  // behind the list of an answer or a message, before its last bracket
    Within within_ = Within::Nothing;
    bool envelope_in_array_ = false;
};

}  // namespace picket
