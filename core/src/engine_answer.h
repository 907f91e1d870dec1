// What the result of a call says once the call was refused or its handler has answered.
#pragma once

#include "model/answer.h"
#include "picket/engine.h"

namespace picket {

void put_error(CallResult& result, Error error);
void put_answer(CallResult& result, const Operation& operation, Answer& answer);

}  // namespace picket
