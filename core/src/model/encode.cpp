// One walk over a description and a value side by side.
#include "model/encode.h"

#include "picket/shape.h"

namespace picket {

std::string epoch_seconds(Timestamp time) {
    // Negative times are split towards zero, so that the sign stands once and in front.
    const std::int64_t seconds = time.ms / kSecond;
    std::int64_t rest = time.ms % kSecond;
    std::string out;
    if (time.ms < 0) out += '-';
    out += std::to_string(seconds < 0 ? -static_cast<std::uint64_t>(seconds)
                                      : static_cast<std::uint64_t>(seconds));
    if (rest == 0) return out;
    if (rest < 0) rest = -rest;
    const std::string digits = std::to_string(kSecond + rest);  // "1290": the fraction with its
                                                                // leading zeros
    out += '.';
    return out.append(digits, 1, digits.find_last_not_of('0'));
}

std::string_view enumerator_name(const ShapeInfo& shape, const void* value) {
    const std::uint8_t number = *static_cast<const std::uint8_t*>(value);
    PICKET_ASSERT(number < shape.enumerators.size());
    return shape.enumerators[number];
}

void encode(const ShapeInfo& shape, const void* value, JsonWriter& writer) {
    switch (shape.kind) {
    case Kind::Bool:
        return writer.boolean(*static_cast<const bool*>(value));
    case Kind::Integer:
        return writer.integer(*static_cast<const std::int64_t*>(value));
    case Kind::Double:
        return writer.number(*static_cast<const double*>(value));
    case Kind::String:
        return writer.string(*static_cast<const std::string*>(value));
    case Kind::Time:
        return writer.raw(epoch_seconds(*static_cast<const Timestamp*>(value)));
    case Kind::Enum:
        return writer.string(enumerator_name(shape, value));
    case Kind::Document:
        return writer.raw(static_cast<const JsonText*>(value)->text);
    case Kind::List:
        writer.begin_array();
        for (std::size_t i = 0; i < shape.list->size(value); ++i) {
            encode(*shape.element, shape.list->at(value, i), writer);
        }
        return writer.end_array();
    case Kind::Map:
        writer.begin_object();
        for (std::size_t i = 0; i < shape.map->size(value); ++i) {
            writer.key(shape.map->key_at(value, i));
            encode(*shape.element, shape.map->value_at(value, i), writer);
        }
        return writer.end_object();
    case Kind::Structure:
        writer.begin_object();
        for (const MemberInfo& member : shape.members) {
            const void* at = member.get(value);
            if (at == nullptr) continue;
            writer.key(member.name);
            encode(*member.shape, at, writer);
        }
        return writer.end_object();
    }
}

}  // namespace picket
