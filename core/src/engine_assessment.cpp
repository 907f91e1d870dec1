// Assessments that are asked for by JSON text: read as a call of AssessSecurityProfile is.
#include "api/dispatch.h"
#include "picket/assessment.h"

namespace picket {

Result<Assessment> Assessment::begin(const World& world, std::string_view json) {
    const Operation* operation = find_operation("AssessSecurityProfile");
    auto prepared = prepare(*operation, world, json, true);
    if (!prepared) return std::move(prepared).refusal();
    return begin(world, *static_cast<const AssessSecurityProfileRequest*>(prepared->input.get()));
}

}  // namespace picket
