// Calls as text, one function per tool. `tree` is a JSON object of the operation's members; the
// shapes say what each tool needs: flags, dates, places in the URI.
#pragma once

#include <string>
#include <string_view>

#include "picket/json_tree.h"
#include "picket/operations.h"

namespace picket {

struct CallText {
    const Operation& operation;
    const JsonTree& tree;
    std::string_view endpoint;  // empty: AWS itself
};
std::string write_aws(const CallText& call);
std::string write_boto3(const CallText& call);
std::string write_javascript(const CallText& call);
std::string write_curl(const CallText& call);
std::string write_picket(const CallText& call);

// A word that any POSIX shell takes for exactly this text.
std::string shell_quoted(std::string_view text);
std::string json_text(const JsonTree& tree, std::uint32_t node);
// A scalar as text without quotes; times as ISO 8601.
std::string plain_text(const JsonTree& tree, std::uint32_t node, const ShapeInfo& shape);

}  // namespace picket
