// A frame that shows what stands there already is not drawn, and any other is.
#include "picture.h"

#include <doctest/doctest.h>

#include "support/robot.h"

using namespace picket;

TEST_CASE("picture: frames that settle look alike, and what differs is seen") {
    Robot robot;
    ui::Picture picture;
    const auto changed = [&](ImU32 back = 1) {
        return picture.changed(*ImGui::GetDrawData(), back);
    };
    robot.settle();
    CHECK(changed());
    for (int i = 0; i < 3; ++i) {
        robot.frame();
        CHECK_FALSE(changed());
    }
    CHECK(changed(2));
    CHECK_FALSE(changed(2));
    picture.forget();
    CHECK(changed(2));

    // One letter of a text.
    robot.click("Commands");
    robot.settle();
    CHECK(changed());
    robot.type("q");
    robot.settle();
    CHECK(changed());
    robot.frame();
    CHECK_FALSE(changed());

    // A texture that has to be made is drawn with what uses it.
    ImTextureData* texture = ImGui::GetPlatformIO().Textures.front();
    texture->SetStatus(ImTextureStatus_WantUpdates);
    CHECK(changed());
    texture->SetStatus(ImTextureStatus_OK);
    CHECK_FALSE(changed());
}
