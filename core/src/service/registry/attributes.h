// Attributes of things and groups: the payload that both send, and what an update makes of it.
// An attribute with an empty value is no attribute: an update with one removes it, a definition
// with one leaves it out.
#pragma once

#include "picket/model/common.h"
#include "picket/world.h"

namespace picket {

inline constexpr Rule kAttributeValueRule = {.max = 800, .pattern = Pattern::AttributeValue};
inline constexpr Rule kAttributesRule = {.element = &kAttributeValueRule,
                                         .key = &kAttributeNameRule};

using Attributes = StringMap<std::string>;

struct AttributePayload {
    std::optional<Attributes> attributes;
    std::optional<bool> merge;
};
template <>
struct Shape<AttributePayload> {
    using S = AttributePayload;
    static constexpr std::string_view name = "AttributePayload";
    static constexpr MemberInfo members[] = {
        member("attributes", PICKET_FIELD(S, attributes),
               with(kAttributesRule,
                    {.doc = "Names and values. An empty value removes the attribute."})),
        member("merge", PICKET_FIELD(S, merge),
               {.doc = "Update only: true keeps the attributes that are not named here."}),
    };
};

// Attributes of a new resource. The reference allows `merge` in updates only, so true is refused
// here.
Result<Attributes> new_attributes(const std::optional<AttributePayload>& payload,
                                  std::string_view path);

// What an update leaves. Without `attributes` in the payload nothing changes.
Attributes updated_attributes(const Attributes& before,
                              const std::optional<AttributePayload>& payload);

// `owner` is the start of the sentence: "A thing without a type".
Refusal attribute_count_problem(std::string_view owner, std::size_t count, std::int64_t max,
                                std::string_view path);

}  // namespace picket
