// Look-ups in the constant tables of the model: errors by code, members by name.
#include "picket/schema.h"

#include <iterator>

namespace picket {
namespace {

constexpr ErrorInfo kErrors[] = {
#define PICKET_ERROR(id, name, http, doc) {ErrorCode::id, name, http, doc},
#include "picket/errors.def"
#undef PICKET_ERROR
};

}  // namespace

const ErrorInfo& error_info(ErrorCode code) {
    const auto at = static_cast<std::size_t>(code);
    PICKET_ASSERT(at < std::size(kErrors));
    return kErrors[at];
}

// Shapes have few members, so looking at each is faster than any index.
const MemberInfo* ShapeInfo::find(std::string_view member_name) const {
    for (const MemberInfo& member : members) {
        if (member.name == member_name) return &member;
    }
    return nullptr;
}

}  // namespace picket
