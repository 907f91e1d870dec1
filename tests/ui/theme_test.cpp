// Text can be read: each tone on each ground, in each scheme.
#include "theme.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>

using namespace picket::ui;

namespace {

double channel(std::uint32_t byte) {
    const double c = byte / 255.0;
    return c <= 0.03928 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
}
double luminance(std::uint32_t colour) {
    return 0.2126 * channel(colour & 255) + 0.7152 * channel((colour >> 8) & 255) +
           0.0722 * channel((colour >> 16) & 255);
}
double contrast(std::uint32_t left, std::uint32_t right) {
    const double a = luminance(left), b = luminance(right);
    return (std::max(a, b) + 0.05) / (std::min(a, b) + 0.05);
}

}  // namespace

TEST_CASE("theme: text has the contrast that can be read") {
    for (const Scheme scheme : {Scheme::Light, Scheme::Dark, Scheme::HighContrast}) {
        CAPTURE(static_cast<int>(scheme));
        const double least = scheme == Scheme::HighContrast ? 7 : 4.5;
        const Palette& c = palette(scheme);
        for (const std::uint32_t text : {c.text, c.muted, c.faint, c.accent, c.ok, c.warn, c.danger,
                                         c.code_key, c.code_string, c.code_number, c.code_literal,
                                         c.code_mark}) {
            CAPTURE(text);
            CHECK(contrast(text, c.surface) >= least);
        }
        CHECK(contrast(c.text, c.canvas) >= least);
        CHECK(contrast(c.muted, c.canvas) >= least);
        CHECK(contrast(c.text, c.hover) >= least);
        CHECK(contrast(c.accent, c.canvas) >= 3);  // the ring around what has the keys
        CHECK(contrast(c.text, c.raised) >= least);
        CHECK(contrast(c.accent_text, c.accent_fill) >= least);
        CHECK(contrast(c.accent, c.accent_soft) >= 4.5);
        CHECK(contrast(c.ok, c.ok_soft) >= 4.5);
        CHECK(contrast(c.warn, c.warn_soft) >= 4.5);
        CHECK(contrast(c.danger, c.danger_soft) >= 4.5);
    }
}
