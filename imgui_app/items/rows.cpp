// Keys, ARNs and small JSON texts of rows.
#include "items/rows.h"

#include <algorithm>
#include <charconv>

namespace picket::ui {

KeyParts key_parts(std::string_view key, char between) {
    const std::size_t at = key.find(between);
    if (at == std::string_view::npos) return {key, {}};
    return {key.substr(0, at), key.substr(at + 1)};
}

std::int64_t key_number(std::string_view text) {
    std::int64_t number = 0;
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
}

std::string json_text(std::string_view text) { return to_json(std::string(text)); }

std::string
json_object(std::initializer_list<std::pair<std::string_view, std::string_view>> texts) {
    std::string out = "{";
    for (const auto& [name, text] : texts)
        out += (out.size() > 1 ? "," : "") + json_text(name) + ':' + json_text(text);
    return out + '}';
}

std::string iot_arn(const World& world, std::string_view kind, std::string_view name) {
    return "arn:aws:iot:" + world.region + ':' + world.account + ':' + std::string(kind) + '/' +
           std::string(name);
}

std::string_view name_in_arn(std::string_view arn, std::string_view kind) {
    const std::string start = std::string(kind) + '/';
    if (arn.substr(0, start.size()) == start) return arn.substr(start.size());
    const std::size_t at = arn.find(':' + start);
    return at == std::string_view::npos ? std::string_view() : arn.substr(at + 1 + start.size());
}

ItemRef item_of_arn(const World& world, std::string_view arn) {
    struct Place {
        std::string_view kind, section;
    };
    constexpr Place kPlaces[] = {{"thing", "things"},
                                 {"thinggroup", "groups"},
                                 {"thingtype", "types"},
                                 {"cert", "certificates"},
                                 {"cacert", "ca-certificates"},
                                 {"policy", "policies"},
                                 {"securityprofile", "profiles"},
                                 {"mitigationaction", "actions"},
                                 {"rolealias", "role-aliases"}};
    for (const Place& place : kPlaces) {
        const std::string_view name = name_in_arn(arn, place.kind);
        if (name.empty()) continue;
        ItemRef item{std::string(place.section), std::string(name)};
        if (place.section == "groups" ? world.thing_groups.contains(item.key)
                                      : find_row(world, item).row.key != nullptr)
            return item;
    }
    if (world.roles.contains(arn)) return {"roles", std::string(arn)};
    return {};
}

}  // namespace picket::ui
