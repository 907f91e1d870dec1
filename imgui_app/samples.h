// Payloads as the service's documentation shows them.
#pragma once

#include <string_view>

namespace picket::ui {

// A JSON object for Engine::call; empty when the documentation has none for the operation.
std::string_view documented_payload(std::string_view operation);

// A file of metrics to try the import with.
std::string_view example_recording();

}  // namespace picket::ui
