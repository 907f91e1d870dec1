// Why, or why not: any device and any behavior can be chosen, also one without an alarm.
#include <algorithm>
#include <set>

#include "../items/areas.h"
#include "../items/rows.h"
#include "../row_index.h"
#include "../widgets.h"
#include "views.h"
#include "world_parts.h"

namespace picket::ui {
namespace {

constexpr std::size_t kOffered = 200;
constexpr std::size_t kEventsLookedAt = 200;

std::string pair_words(const std::string& profile, const std::string& behavior) {
    return behavior + " of " + profile;
}

// Names that begin with `prefix`: devices that sent metrics, and things.
std::set<std::string> devices_from(const World& world, const std::string& prefix) {
    std::set<std::string> names;
    const auto add = [&](const auto& table) {
        std::size_t left = kOffered;
        for (auto at = table.lower_bound(prefix); at != table.end() && left > 0; ++at, --left) {
            if (at->key.compare(0, prefix.size(), prefix) != 0) break;
            names.insert(at->key);
        }
    };
    add(world.detect_device_numbers);
    add(world.things);
    return names;
}

struct Watched {
    std::string profile, behavior;
};
std::vector<Watched> behaviors_like(const World& world, const std::string& filter) {
    std::vector<Watched> found;
    const auto words = words_in(filter);
    for (const auto& entry : world.security_profiles) {
        for (const Behavior& behavior : entry.value.behaviors.value_or(std::vector<Behavior>())) {
            const std::string name = lower_case(pair_words(entry.key, behavior.name));
            const bool right = std::all_of(words.begin(), words.end(), [&](const auto& word) {
                return name.find(word) != std::string::npos;
            });
            if (right) found.push_back({entry.key, behavior.name});
            if (found.size() == kOffered) return found;
        }
    }
    return found;
}

void follow_link(Frame& frame) {
    ItemRef& item = frame.ui.world.item;
    Pair& pair = frame.ui.world.why.pair;
    if (item.section == "why") {
        const KeyParts thing = key_parts(item.key, '\n');
        const KeyParts rest = key_parts(thing.second, '\n');
        if (!thing.first.empty()) pair.thing = thing.first;
        pair.profile = rest.first;
        pair.behavior = rest.second;
        item = {};
    }
    if (!frame.world.security_profiles.contains(pair.profile)) pair.behavior.clear();
    if (pair.behavior.empty()) {
        const auto known = behaviors_like(frame.world, {});
        if (!known.empty()) {
            pair.profile = known.front().profile;
            pair.behavior = known.front().behavior;
        }
    }
    if (pair.thing.empty()) {
        const auto known = devices_from(frame.world, {});
        if (!known.empty()) pair.thing = *known.begin();
    }
}

// A popup of names under the button just drawn; calls `fill` for its rows.
template <class F>
void choose_from(Frame& frame, const char* name, float width, F&& fill) {
    std::string& filter = frame.ui.world.why.filter;
    const ImVec2 below(ImGui::GetItemRectMin().x, ImGui::GetItemRectMax().y + frame.px(4));
    ImGui::SetNextWindowPos(below);
    ImGui::SetNextWindowSize(ImVec2(frame.px(width), frame.px(320)));
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(frame.px(8), frame.px(8)));
    if (ImGui::BeginPopup(name, ImGuiWindowFlags_NoMove)) {
        Scope scope(frame, name);
        if (ImGui::IsWindowAppearing()) filter.clear();
        search_field(frame, "Search", "Search", filter, ImGui::IsWindowAppearing());
        ImGui::BeginChild("list", ImVec2(0, 0), ImGuiChildFlags_NavFlattened);
        fill(filter);
        end_child();
        ImGui::EndPopup();
    }
    ImGui::PopStyleVar();
}

void choose_device(Frame& frame, float width) {
    Pair& pair = frame.ui.world.why.pair;
    if (dropdown(frame, "Device", pair.thing.empty() ? "Choose a device" : pair.thing, width))
        ImGui::OpenPopup("Devices");
    choose_from(frame, "Devices", width, [&](const std::string& filter) {
        for (const std::string& name : devices_from(frame.world, filter)) {
            if (!menu_row(frame, name, {}, name == pair.thing)) continue;
            pair.thing = name;
            ImGui::CloseCurrentPopup();
        }
    });
}

void choose_behavior(Frame& frame, float width) {
    Pair& pair = frame.ui.world.why.pair;
    const std::string shown = pair.behavior.empty() ? "Choose a behavior"
                                                    : pair_words(pair.profile, pair.behavior);
    if (dropdown(frame, "Behavior", shown, width)) ImGui::OpenPopup("Behaviors");
    choose_from(frame, "Behaviors", width, [&](const std::string& filter) {
        for (const Watched& each : behaviors_like(frame.world, filter)) {
            const bool current = each.profile == pair.profile && each.behavior == pair.behavior;
            if (!menu_row(frame, pair_words(each.profile, each.behavior), {}, current)) continue;
            pair.profile = each.profile;
            pair.behavior = each.behavior;
            ImGui::CloseCurrentPopup();
        }
    });
}

// Now, and the last time something happened to the pair.
std::vector<Moment> moments_of(const World& world, const Pair& pair) {
    std::vector<Moment> moments = {{"Now"}};
    const std::string facet = "thing=" + pair.thing;
    auto at = world.violation_events_by.lower_bound(FacetKey{facet, kTimestampMax, {}});
    for (std::size_t i = 0; i < kEventsLookedAt && at != world.violation_events_by.end() &&
                            at->key.facet == facet && moments.size() < 3;
         ++i, ++at) {
        const ViolationEvent* event = world.violation_events.find(
            NewestFirst{at->key.time, at->key.id});
        if (event == nullptr || event->security_profile_name != pair.profile ||
            event->behavior.name != pair.behavior)
            continue;
        const bool raised = event->violation_event_type == ViolationEventType::InAlarm;
        const std::string_view label = raised ? "Last alarm" : "Its end";
        if (moments.back().label == label || (!raised && moments.size() > 1)) continue;
        moments.push_back({label, event->violation_event_time});
        if (raised) break;
    }
    return moments;
}

void draw_links(Frame& frame, const Pair& pair) {
    if (button(frame, "As a call",
               {.small = true, .tip = "ExplainBehavior in the editor, at any time you like"}))
        edit_call(frame, "ExplainBehavior",
                  json_object({{"thingName", pair.thing},
                               {"securityProfileName", pair.profile},
                               {"behaviorName", pair.behavior}}));
    ImGui::SameLine(0, frame.px(8));
    if (button(frame, "The profile", {.small = true, .tip = "What it says is normal"}))
        open_item(frame.ui, {"profiles", pair.profile});
    if (!frame.world.things.contains(pair.thing)) return;
    ImGui::SameLine(0, frame.px(8));
    if (button(frame, "The thing", {.small = true, .tip = "What else is known of it"}))
        open_item(frame.ui, {"things", pair.thing});
}

}  // namespace

void draw_why(Frame& frame) {
    if (frame.world.security_profiles.empty())
        return draw_section_empty(frame, *find_section("why"));
    follow_link(frame);
    const Pair& pair = frame.ui.world.why.pair;
    const float width = ImGui::GetContentRegionAvail().x / frame.scale;
    const float control = frame.touch ? 44 : 32;
    const bool beside = width >= 520;
    const float field = beside ? std::min((width - 32) / 2, 360.0f) : width - 24;
    ImGui::SetCursorPos(ImVec2(frame.px(12), frame.px(8)));
    choose_device(frame, field);
    ImGui::SetCursorPos(
        ImVec2(frame.px(beside ? 20 + field : 12), frame.px(beside ? 8 : 16 + control)));
    choose_behavior(frame, field);
    ImGui::SetCursorPos(ImVec2(0, frame.px(8 + (beside ? control : 2 * control + 8) + 8)));
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, ImVec2(frame.px(8), 0));
    ImGui::BeginChild("explained", ImVec2(0, 0), ImGuiChildFlags_NavFlattened);
    ImGui::Indent(frame.px(16));
    gap(frame, 4);
    if (pair.empty()) {
        text(frame, "Choose a device and a behavior.", Tone::Muted);
    } else {
        draw_links(frame, pair);
        gap(frame, 12);
        draw_explanation(frame, pair, moments_of(frame.world, pair));
    }
    gap(frame, 24);
    ImGui::Unindent(frame.px(16));
    end_child();
    ImGui::PopStyleVar();
}

}  // namespace picket::ui
