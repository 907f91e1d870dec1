// A long text, read in pieces that somebody may draw between. What comes of it is what the strict
// reader answers; the way there is the tolerant one's, whose state is all in one place.
#pragma once

#include <memory>

#include "picket/json_tree.h"

namespace picket {

class TolerantReader;

class JsonPieces {
public:
    explicit JsonPieces(std::string_view text, JsonLimits limits = {});  // the text must stay
    ~JsonPieces();

    bool step(std::int64_t tokens);  // true when nothing is left
    Result<JsonTree> finish();       // once nothing is left

private:
    std::string_view text_;
    JsonLimits limits_;
    std::unique_ptr<TolerantReader> reader_;  // of a text that is not too long
};

}  // namespace picket
