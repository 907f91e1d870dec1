// Any bytes: a query is read or refused, what is read prints to something that reads back the same,
// and evaluating it comes to an end.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "service/registry/query_match.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace picket;
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const auto query = parse_query(text);
    if (!query) {
        PICKET_ASSERT(query.error().code == ErrorCode::InvalidQuery);
        PICKET_ASSERT(!query.error().message.empty());
        return 0;
    }
    // Printing adds quotes, parentheses and backslashes, so the limits of length do not apply.
    const auto again = parse_query(print_query(*query), {INT64_MAX, INT64_MAX});
    PICKET_ASSERT(again && *again == *query);

    IndexDocument document;
    document.add({}, "thingName", "pump-7");
    document.add({}, "description", text.substr(0, 64));
    document.add("attributes.", "model", "75");
    const std::vector<IndexField> types = {{"attributes.model", IndexFieldType::Number}};
    const bool typed = matches(*query, document, types);
    PICKET_ASSERT(matches(*again, document, types) == typed);
    PICKET_ASSERT(!explain_match(*query, document).empty());
    return 0;
}
