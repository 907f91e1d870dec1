// What creating and updating does to attributes.
#include "service/registry/attributes.h"

#include "service/refuse.h"
#include "text/say.h"

namespace picket {

Result<Attributes> new_attributes(const std::optional<AttributePayload>& payload,
                                  std::string_view path) {
    if (payload && payload->merge.value_or(false)) {
        return invalid("merge has a meaning in updates only: a new resource has no attributes to "
                       "keep. Leave it out.",
                       say("{}.merge", path));
    }
    return updated_attributes({}, payload);
}

Attributes updated_attributes(const Attributes& before,
                              const std::optional<AttributePayload>& payload) {
    if (!payload || !payload->attributes) return before;
    Attributes after;
    if (payload->merge.value_or(false)) after = before;
    for (const auto& [name, value] : *payload->attributes) {
        if (value.empty()) {
            after.erase(name);
        } else {
            after[name] = value;
        }
    }
    return after;
}

Refusal attribute_count_problem(std::string_view owner, std::size_t count, std::int64_t max,
                                std::string_view path) {
    if (static_cast<std::int64_t>(count) <= max) return std::nullopt;
    return invalid(say("{} can have {}, and this makes {}. Remove some.", owner,
                       counted(max, "attribute"), count),
                   std::string(path));
}

}  // namespace picket
