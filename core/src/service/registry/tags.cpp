// Checks and stores the tags of resources.
#include "service/registry/tags.h"

#include "service/pair_range.h"
#include "service/refuse.h"
#include "text/say.h"
#include "world/settings.h"

namespace picket {
namespace {

// In capital letters, too.
bool is_reserved(std::string_view key) {
    constexpr std::string_view kPrefix = "aws:";
    if (key.size() < kPrefix.size()) return false;
    for (std::size_t i = 0; i < kPrefix.size(); ++i) {
        const char c = key[i];
        if ((c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c) != kPrefix[i]) return false;
    }
    return true;
}

}  // namespace

Refusal tag_keys_problem(const TagList& tags) {
    StringMap<Empty> keys;
    for (std::size_t i = 0; i < tags.size(); ++i) {
        const std::string& key = tags[i].key;
        if (is_reserved(key)) {
            return invalid(say("The tag key '{}' begins with aws:, which AWS keeps for itself. "
                               "Choose another.",
                               key),
                           say("tags[{}].Key", i));
        }
        if (keys.find(key) != nullptr) {
            return invalid(say("The tag key '{}' is given twice. Each key may stand once.", key),
                           say("tags[{}].Key", i));
        }
        keys[key];
    }
    return std::nullopt;
}

Refusal tags_problem(const World& world, const std::optional<TagList>& tags) {
    if (!tags) return std::nullopt;
    if (auto problem = tag_keys_problem(*tags)) return problem;
    const std::int64_t max = setting_number(world, Setting::TagsPerResourceMax);
    if (static_cast<std::int64_t>(tags->size()) > max) {
        return invalid(say("A resource can have {}, and the request has {}. Remove some.",
                           counted(max, "tag"), tags->size()),
                       "tags");
    }
    return std::nullopt;
}

void put_tags(World& world, std::string_view arn, const std::optional<TagList>& tags) {
    if (!tags) return;
    for (const Tag& tag : *tags)
        world.tags.put({std::string(arn), tag.key}, tag.value.value_or(std::string()));
}

void erase_tags(World& world, std::string_view arn) {
    for (std::string& key : pair_seconds(world.tags, arn))
        world.tags.erase(PairKey{std::string(arn), std::move(key)});
}

}  // namespace picket
