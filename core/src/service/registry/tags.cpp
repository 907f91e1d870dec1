// Checks and stores the tags of resources.
#include "service/registry/tags.h"

#include "service/pair_range.h"
#include "service/refuse.h"
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

std::optional<Error> tag_keys_problem(const TagList& tags) {
    StringMap<Empty> keys;
    for (std::size_t i = 0; i < tags.size(); ++i) {
        const std::string& key = tags[i].key;
        if (is_reserved(key)) {
            return invalid("The tag key " + quoted(key) +
                               " begins with aws:, which AWS keeps for itself. Choose another.",
                           "tags[" + std::to_string(i) + "].Key");
        }
        if (keys.find(key) != nullptr) {
            return invalid("The tag key " + quoted(key) +
                               " is given twice. Each key may stand once.",
                           "tags[" + std::to_string(i) + "].Key");
        }
        keys[key];
    }
    return std::nullopt;
}

std::optional<Error> tags_problem(const World& world, const std::optional<TagList>& tags) {
    if (!tags) return std::nullopt;
    if (auto problem = tag_keys_problem(*tags)) return problem;
    const std::int64_t max = setting_number(world, Setting::TagsPerResourceMax);
    if (static_cast<std::int64_t>(tags->size()) > max) {
        return invalid("A resource can have " + counted(max, "tag") + ", and the request has " +
                           std::to_string(tags->size()) + ". Remove some.",
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
