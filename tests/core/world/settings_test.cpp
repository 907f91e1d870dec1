// Settings: defaults that are allowed, values in force, and sentences that say what is allowed.
#include "world/settings.h"

#include <doctest/doctest.h>

#include <set>

using namespace picket;

TEST_CASE("settings: every default is one of its own choices, and every row is documented") {
    std::set<std::string_view> names;
    for (const SettingInfo& info : settings()) {
        CHECK(names.insert(info.name).second);
        CHECK(setting_problem(info, info.fallback) == "");
        CHECK(info.doc.size() > 20);
        CHECK(find_setting(info.name) == &info);
        CHECK(&settings()[static_cast<std::size_t>(info.id)] == &info);
    }
    CHECK(find_setting("nonsense") == nullptr);
}

TEST_CASE("settings: the World's value is in force, else the default") {
    World world;
    CHECK(setting_text(world, Setting::UnknownMembers) == "ignore");
    CHECK(setting_number(world, Setting::MitigationActionsMax) == 100);
    world.settings.put("unknownMembers", "reject");
    world.settings.put("mitigationActionsMax", "3");
    CHECK(setting_text(world, Setting::UnknownMembers) == "reject");
    CHECK(setting_number(world, Setting::MitigationActionsMax) == 3);
    CHECK(setting_number(world, Setting::GroupDepthMax) == 7);
}

TEST_CASE("settings: a number that no image should hold counts as not set") {
    World world;
    world.settings.put("groupDepthMax", "-5");
    CHECK(setting_number(world, Setting::GroupDepthMax) == 7);
    world.settings.put("groupDepthMax", "many");
    CHECK(setting_number(world, Setting::GroupDepthMax) == 7);
}

TEST_CASE("settings: problems say what is allowed") {
    const SettingInfo& choice = *find_setting("unknownMembers");
    CHECK(setting_problem(choice, "ignore") == "");
    CHECK(setting_problem(choice, "reject") == "");
    for (const char* text : {"", "Ignore", "ignore|reject", "ignor", "|"}) {
        CHECK(setting_problem(choice, text) == "unknownMembers must be ignore or reject.");
    }
    const SettingInfo& number = *find_setting("populationStep");
    CHECK(setting_problem(number, "1") == "");
    CHECK(setting_problem(number, "1000") == "");
    for (const char* text :
         {"", "0", "1001", "-1", "1.0", " 1", "01", "+1", "99999999999999999999", "ten"}) {
        CHECK_MESSAGE(setting_problem(number, text) ==
                          "populationStep must be a whole number from 1 to 1000.",
                      text);
    }
    // A second spelling of a number that is allowed.
    CHECK(setting_problem(*find_setting("thingAttributesMax"), "0") == "");
    CHECK_FALSE(setting_problem(*find_setting("thingAttributesMax"), "-0").empty());
}
