// Reads JSON out of a document and reports what is wrong with it as JSON, each repair as a fix.
#pragma once

#include "documents/findings.h"
#include "picket/json_tree.h"

namespace picket {

struct CheckedJson {
    JsonTree tree;          // as it was meant; empty when there is no value
    bool skeleton = false;  // types stand where values belong
    bool clean = true;      // nothing had to be repaired
};
CheckedJson check_json(const MappedText& text, Findings& findings);

}  // namespace picket
