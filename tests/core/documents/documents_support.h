// What the tests of documents share: findings as one line, files of a folder, and the law that
// every document has to keep.
#pragma once

#include <string>
#include <vector>

#include "picket/documents.h"

namespace picket::test {

// "json-trailing-comma shape-violation", in text order; each code as often as it was found.
std::string codes(const std::vector<Finding>& findings);
// The same without notes.
std::string command_codes(const std::string& command);  // of a command line, checked
std::string mistakes(const std::vector<Finding>& findings);
std::string all_messages(const std::vector<Finding>& findings);

std::vector<std::string> files_of(const std::string& folder);  // names, sorted
std::string read_file(const std::string& path);

// Spans lie in the text, edits in their spans, and no finding of the fixed text has a fix left.
// Empty when all that holds.
std::string broken_law(const std::string& text, const DocumentHints& hints);

}  // namespace picket::test
