// What AWS does not document about Detect can be seen happen: for each such setting a scenario that
// sets it otherwise answers otherwise; and for each attack there is one.
#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "picket/model/fleet.h"
#include "picket/scenario.h"
#include "picket/settings.h"

using namespace picket;
namespace fs = std::filesystem;

namespace {

// Of other areas, or of no verdict of Detect. Service quotas are documented, and say so.
constexpr std::string_view kElsewhere[] = {
    "unknownMembers",          "mitigationActionTypeChange",
    "registerUnderInactiveCa", "detachUnattachedPrincipal",
    "populationStep",          "undefinedRoles",
    "dynamicGroupStep",        "fleetIndexSeconds",
    "logTargetsMax",           "unknownThingTypes",
    "requestRateLimits",       "requestBurstSeconds",
    "scheduledAuditSpareDay",  "auditDataCollectionSeconds",
    "auditSuppressionsMax",    "suppressionOfDisabledCheck",
    "reasonCodeFilterOthers",
};

struct Told {
    std::string file, text, value;
};

// The settings of every example scenario, by name.
std::map<std::string, std::vector<Told>> told_settings() {
    std::map<std::string, std::vector<Told>> all;
    for (const auto& entry :
         fs::directory_iterator(fs::path(PICKET_SOURCE_DIR) / "examples/scenarios")) {
        const std::string name = entry.path().filename().string();
        if (entry.path().extension() != ".json" || name == "scenario.schema.json") continue;
        std::ifstream stream(entry.path(), std::ios::binary);
        const std::string text = {std::istreambuf_iterator<char>(stream),
                                  std::istreambuf_iterator<char>()};
        const auto file = parse_scenario(text);
        REQUIRE(file);
        for (const auto& [setting, value] : file->scenario.settings)
            all[setting].push_back({name, text, value});
    }
    return all;
}

// All that a scenario answers and tells, but for answers that merely name the setting: as
// explanations and assessments do.
std::string told_by(const std::string& text, const std::string& setting) {
    auto file = parse_scenario(text);
    REQUIRE(file);
    ScenarioPlayer player(*std::move(file));
    std::string all;
    while (!player.done()) {
        player.step();
        if (player.last_result()) all += player.last_result()->body + '\n';
    }
    for (const auto& [number, event] : player.engine().world().chronicle)
        all += chronicle_line(event) + '\n';
    const std::string begin = "{\"name\":\"" + setting + "\",\"value\":";
    for (std::size_t at = all.find(begin); at != std::string::npos; at = all.find(begin))
        all.erase(at, all.find('}', at) + 1 - at);
    return all;
}

// Under the default it answers otherwise. Every World knows its settings, so that another hash
// alone would be no other outcome.
bool answers_otherwise(const Told& told, const std::string& name, const std::string& fallback) {
    const std::string set = '"' + name + "\": \"" + told.value + '"';
    const std::size_t at = told.text.find(set);
    REQUIRE(at != std::string::npos);
    std::string text = told.text;
    text.replace(at, set.size(), '"' + name + "\": \"" + fallback + '"');
    return told_by(text, name) != told_by(told.text, name);
}

}  // namespace

TEST_CASE("coverage: every setting of Detect that AWS does not document changes some scenario") {
    const auto told = told_settings();
    std::set<std::string_view> elsewhere(std::begin(kElsewhere), std::end(kElsewhere));
    for (const SettingInfo& setting : settings()) {
        const std::string name(setting.name);
        CAPTURE(name);
        if (setting.doc.find("(service quota)") != std::string_view::npos) continue;
        if (elsewhere.erase(setting.name) > 0) continue;
        const auto scenarios = told.find(name);
        REQUIRE_MESSAGE(scenarios != told.end(), "no example scenario sets ", name);
        CHECK(
            std::any_of(scenarios->second.begin(), scenarios->second.end(), [&](const Told& each) {
                return each.value != setting.fallback &&
                       answers_otherwise(each, name, std::string(setting.fallback));
            }));
    }
    for (const std::string_view name : elsewhere) FAIL_CHECK("not met: ", std::string(name));
}

TEST_CASE("coverage: every attack and fault is shown by a scenario of its own") {
    for (const std::string_view kind : EnumNames<AttackKind>::values) {
        std::string name(kind);
        for (char& c : name) c = c == '_' ? '-' : static_cast<char>(c | 0x20);
        CAPTURE(name);
        const fs::path folder = fs::path(PICKET_SOURCE_DIR) / "examples/scenarios";
        const bool shown = fs::exists(folder / ("attack-" + name + ".json")) ||
                           fs::exists(folder / ("fault-" + name + ".json"));
        CHECK(shown);
    }
}
