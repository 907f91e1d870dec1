// What a person chose comes back, and nothing else is believed.
#include "preferences.h"

#include <doctest/doctest.h>

#include "support/robot.h"

using namespace picket::ui;
using picket::test::Robot;

TEST_CASE("preferences: what is written is read again") {
    UiState ui;
    ui.theme = ThemeChoice::HighContrast;
    ui.zoom = 1.25f;
    ui.layout.left_share = 0.6f;
    ui.world.section = "profiles";
    ui.timeline.open = false;
    ui.clock.speed = 3;
    UiState other;
    read_preferences(other, write_preferences(ui));
    CHECK(write_preferences(other) == write_preferences(ui));
    CHECK(other.theme == ThemeChoice::HighContrast);
    CHECK(other.zoom == doctest::Approx(1.25));
    CHECK(other.world.section == "profiles");
    CHECK_FALSE(other.timeline.open);
    CHECK(other.clock.speed == 3);
}

TEST_CASE("preferences: nonsense is passed over") {
    UiState ui;
    const std::string before = write_preferences(ui);
    read_preferences(ui,
                     "theme=pink\nzoom=1e9\nzoom=nan\nleft=-3\nsection=nowhere\n=\n\nspeed\nx=y");
    CHECK(write_preferences(ui) == before);
}

TEST_CASE("preferences: a change is offered to the host once, and a drag only when it ends") {
    Robot robot;
    const auto version = robot.app().preferences_version();
    robot.click("Theme");
    CHECK(robot.app().preferences_version() == version + 1);
    CHECK(robot.app().preferences().find("theme=light") != std::string::npos);
    robot.settle();
    CHECK(robot.app().preferences_version() == version + 1);
    const ProbeItem handle = robot.find("Divider of request");
    const float y = (handle.top + handle.bottom) / 2, x = (handle.left + handle.right) / 2;
    robot.drag(x, y, x + 80, y);
    CHECK(robot.app().preferences_version() == version + 2);
}

TEST_CASE("preferences: a restored workbench looks like the one that was left") {
    Robot robot;
    robot.app().restore("theme=contrast\nzoom=1.25\nsection=settings\n");
    robot.settle();
    CHECK(robot.ui().scheme() == Scheme::HighContrast);
    CHECK(robot.shows("unknownMembers"));
}
