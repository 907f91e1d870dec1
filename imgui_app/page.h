// What the files of the page share: the one App, and the spelling of what JavaScript calls.
#pragma once

#include <emscripten.h>

#include <memory>

#include "app.h"

#define PICKET_EXPORT extern "C" EMSCRIPTEN_KEEPALIVE

namespace picket::ui {

extern std::unique_ptr<App> app;  // made by app_start

// Grows with each change of the session that a reload should not lose.
std::uint64_t session_version();
// Grows with each change of what is being written.
std::uint64_t drafts_version();

}  // namespace picket::ui
