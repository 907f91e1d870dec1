// The arrangement of panes on screens of every size.
#include "layout.h"

#include <doctest/doctest.h>

#include <cmath>
#include <initializer_list>
#include <utility>

using namespace picket::ui;

namespace {

bool overlap(const Rect& a, const Rect& b) {
    return a.x < b.right() && b.x < a.right() && a.y < b.bottom() && b.y < a.bottom();
}

bool inside(const Rect& part, float width, float height) {
    return part.x >= 0 && part.y >= 0 && part.right() <= width + 0.5f &&
           part.bottom() <= height + 0.5f;
}

}  // namespace

TEST_CASE("layout: panes never overlap and stay on the screen") {
    for (const auto& size : {std::pair(1920.f, 1080.f),
                             {1600.f, 900.f},
                             {1280.f, 800.f},
                             {1024.f, 768.f},
                             {768.f, 1024.f},
                             {640.f, 480.f}}) {
        const float width = size.first;  // clang cannot capture a structured binding.
        const float height = size.second;
        CAPTURE(width);
        for (const float share : {0.1f, 0.5f, 0.9f}) {
            LayoutState state;
            state.request_share = state.response_share = state.left_share = state.top_share = share;
            const Layout layout = plan_layout(width, height, state, {});
            for (const Rect* pane : {&layout.request, &layout.response, &layout.world,
                                     &layout.header, &layout.clock}) {
                CHECK(inside(*pane, width, height));
                CHECK(pane->width > 200);
            }
            CHECK_FALSE(overlap(layout.request, layout.response));
            CHECK_FALSE(overlap(layout.request, layout.world));
            CHECK_FALSE(overlap(layout.response, layout.world));
            CHECK_FALSE(overlap(layout.world, layout.clock));
            CHECK_FALSE(overlap(layout.request, layout.header));
        }
    }
}

TEST_CASE("layout: a phone shows one pane below a row of tabs") {
    const Layout layout = plan_layout(390, 844, {}, {.touch = true});
    CHECK(layout.kind == LayoutKind::Single);
    CHECK(layout.tabs.height > 0);
    CHECK(layout.request.y >= layout.tabs.bottom());
    CHECK(layout.request.bottom() <= layout.clock.y);
    CHECK(layout.request.height > 400);
}

TEST_CASE("layout: gaps follow the eight-pixel grid") {
    const Layout layout = plan_layout(1920, 1080, {}, {});
    CHECK(layout.kind == LayoutKind::Wide);
    CHECK(layout.response.x - layout.request.right() == kGap);
    CHECK(layout.world.x - layout.response.right() == kGap);
    CHECK(std::fmod(layout.header.height, 8.0f) == 0);
    CHECK(std::fmod(layout.clock.height, 8.0f) == 0);
}
