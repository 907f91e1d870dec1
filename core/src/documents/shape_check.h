// JSON against the shape it is meant for: members, types and values, first in the words of the rule
// that knows the mistake, then, for whatever is left, in the service's.
#pragma once

#include "documents/findings.h"
#include "documents/json_check.h"
#include "picket/operations.h"

namespace picket {

struct ShapeTask {
    const Operation* operation = nullptr;
    CallRole role = CallRole::Request;
    const MemberInfo* part = nullptr;  // the JSON is the value of this member of the request
    bool skeleton = false;             // names are checked, values are not
    bool members_reported = false;     // what is missing at the top is known already
    bool body_only = false;            // members of the path and the query need not be there
    std::span<const std::string_view> unknown = {};  // members whose values are not known
};
void check_shape(const MappedText& text, const JsonTree& tree, const ShapeTask& task,
                 Findings& findings);

}  // namespace picket
