// What Worlds weigh in memory. Copies share most of what they are made of, so the question is what
// one holds that another does not.
#pragma once

#include <cstddef>

#include "picket/world.h"

namespace picket {

// Bytes that would be freed if `held` were dropped while `other` stays and nobody else is left:
// chunks and rows that only `held` has. Costs what differs, as a diff does.
std::size_t bytes_alone(const World& held, const World& other);
std::size_t bytes_alone(const TableInfo& table, const World& held, const World& other);

}  // namespace picket
