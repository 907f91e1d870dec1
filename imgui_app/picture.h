// Whether a frame shows what the one before it showed. After each event some frames follow until
// hover and layout have settled, and most of them look alike: those need not be drawn.
#pragma once

#include <cstdint>

#include "imgui.h"

namespace picket::ui {

class Picture {
public:
    // Whether it is another one than the last that was asked about. Textures that have to be made
    // or changed make it one.
    bool changed(const ImDrawData& data, ImU32 back);
    // The next one has to be drawn, whatever it shows: what stood there is gone.
    void forget() { last_ = 0; }

private:
    std::uint64_t last_ = 0;
};

}  // namespace picket::ui
