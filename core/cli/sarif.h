// Findings for other programs: as JSON of the verb CheckDocument, and as SARIF 2.1.0, which code
// hosts show beside the lines.
#pragma once

#include <string>
#include <vector>

#include "picket/documents.h"

namespace picket::cli {

struct CheckedFile {
    std::string name;
    std::string text;
    CheckedDocument checked;
};
std::string findings_json(const std::vector<CheckedFile>& files);
std::string findings_sarif(const std::vector<CheckedFile>& files);

}  // namespace picket::cli
