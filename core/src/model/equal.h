// Equality of described values, without one operator== for each of their types.
#pragma once

#include "picket/schema.h"

namespace picket {

bool equal(const ShapeInfo& shape, const void* left, const void* right);

}  // namespace picket
