// Which call a JSON payload belongs to that does not say so: by the names of its members, against
// every shape of the operation table, with what stands around it as a hint.
#pragma once

#include <optional>
#include <string>

#include "picket/documents.h"
#include "picket/json_tree.h"

namespace picket {

struct GuessHints {
    const Operation* before = nullptr;  // of the last command or payload above
    std::string_view around;            // headings and file name: may name operations
};

struct PayloadGuess {
    const Operation* operation = nullptr;
    CallRole role = CallRole::Request;
    const MemberInfo* part = nullptr;
    Confidence confidence = Confidence::Low;
    std::string reason;  // a sentence
};
std::optional<PayloadGuess> guess_payload(const JsonTree& tree, const GuessHints& hints);

}  // namespace picket
