// TagResource, UntagResource, ListTagsForResource, over every kind of resource that can have tags.
#include <algorithm>

#include "service/arn.h"
#include "service/facts.h"
#include "service/op.h"
#include "service/paginate.h"
#include "service/pair_range.h"
#include "service/refuse.h"
#include "service/registry/tags.h"
#include "service/tables.h"
#include "text/say.h"
#include "world/context.h"
#include "world/settings.h"

namespace picket {
namespace {

constexpr Rule kResourceArnRule = {.required = true, .doc = "The resource that has the tags."};

struct TagResourceRequest {
    std::string resource_arn;
    TagList tags;
};
struct TagResourceResponse {};
struct UntagResourceRequest {
    std::string resource_arn;
    std::vector<std::string> tag_keys;
};
struct UntagResourceResponse {};
struct ListTagsForResourceRequest {
    std::string resource_arn;
    std::optional<std::string> next_token;
};
struct ListTagsForResourceResponse {
    TagList tags;
    std::optional<std::string> next_token;
};

}  // namespace

template <>
struct Shape<TagResourceRequest> {
    using S = TagResourceRequest;
    static constexpr std::string_view name = "TagResourceRequest";
    static constexpr MemberInfo members[] = {
        member("resourceArn", PICKET_FIELD(S, resource_arn), kResourceArnRule),
        member("tags", PICKET_FIELD(S, tags),
               {.required = true, .doc = "Tags to set; others stay as they are."}),
    };
};
template <>
struct Shape<TagResourceResponse> {
    static constexpr std::string_view name = "TagResourceResponse";
    static constexpr std::span<const MemberInfo> members = {};
};
template <>
struct Shape<UntagResourceRequest> {
    using S = UntagResourceRequest;
    static constexpr std::string_view name = "UntagResourceRequest";
    static constexpr MemberInfo members[] = {
        member("resourceArn", PICKET_FIELD(S, resource_arn), kResourceArnRule),
        member("tagKeys", PICKET_FIELD(S, tag_keys),
               {.required = true, .element = &kTagKeyRule, .doc = "Keys of the tags to remove."}),
    };
};
template <>
struct Shape<UntagResourceResponse> {
    static constexpr std::string_view name = "UntagResourceResponse";
    static constexpr std::span<const MemberInfo> members = {};
};
template <>
struct Shape<ListTagsForResourceRequest> {
    using S = ListTagsForResourceRequest;
    static constexpr std::string_view name = "ListTagsForResourceRequest";
    static constexpr MemberInfo members[] = {
        member("resourceArn", PICKET_FIELD(S, resource_arn),
               {.required = true, .in = In::Query, .doc = "The resource that has the tags."}),
        member("nextToken", PICKET_FIELD(S, next_token),
               {.in = In::Query, .doc = "Where the previous page ended."}),
    };
};
template <>
struct Shape<ListTagsForResourceResponse> {
    using S = ListTagsForResourceResponse;
    static constexpr std::string_view name = "ListTagsForResourceResponse";
    static constexpr MemberInfo members[] = {
        member("tags", PICKET_FIELD(S, tags), {.doc = "The tags, by key."}),
        member("nextToken", PICKET_FIELD(S, next_token), {.doc = "Absent on the last page."}),
    };
};

namespace {

// Kinds of resources that can have tags, as their ARNs spell them.
struct Taggable {
    std::string_view kind;
    bool (*exists)(const World& world, std::string_view name);
};
constexpr Taggable kTaggable[] = {
    {"cacert", [](const World& world,
                  std::string_view name) { return world.ca_certificates.contains(name); }},
    {"custommetric",
     [](const World& world, std::string_view name) { return world.custom_metrics.contains(name); }},
    {"dimension",
     [](const World& world, std::string_view name) { return world.dimensions.contains(name); }},
    {"mitigationaction",
     [](const World& world, std::string_view name) {
         return world.mitigation_actions.contains(name);
     }},
    {"policy",
     [](const World& world, std::string_view name) { return world.policies.contains(name); }},
    {"rolealias",
     [](const World& world, std::string_view name) { return world.role_aliases.contains(name); }},
    {"scheduledaudit", [](const World& world,
                          std::string_view name) { return world.scheduled_audits.contains(name); }},
    {"securityprofile",
     [](const World& world, std::string_view name) {
         return world.security_profiles.contains(name);
     }},
    {"thinggroup",
     [](const World& world, std::string_view name) { return world.thing_groups.contains(name); }},
    {"thingtype",
     [](const World& world, std::string_view name) { return world.thing_types.contains(name); }},
};

std::string kinds_text() {
    std::string text;
    for (const Taggable& taggable : kTaggable) {
        if (!text.empty()) text += &taggable == std::end(kTaggable) - 1 ? " and " : ", ";
        text += taggable.kind;
    }
    return text;
}

Refusal resource_problem(const World& world, const std::string& arn) {
    const auto resource = resource_of_arn(world, arn);
    const std::size_t slash = resource ? resource->find('/') : std::string::npos;
    if (slash != std::string::npos) {
        const std::string_view kind = std::string_view(*resource).substr(0, slash);
        const std::string_view name = std::string_view(*resource).substr(slash + 1);
        for (const Taggable& taggable : kTaggable) {
            if (taggable.kind != kind) continue;
            if (taggable.exists(world, name)) return std::nullopt;
            return refuse(
                ErrorCode::ResourceNotFound,
                say("No resource has the ARN '{}'. Create it first, or check the spelling.", arn),
                "resourceArn");
        }
    }
    return invalid(say("'{}' is not the ARN of a resource that can have tags. The form is {}, and "
                       "the kinds are {}.",
                       arn, resource_arn(world, "KIND/NAME"), kinds_text()),
                   "resourceArn");
}

// Of other keys than those given: what is set again replaces its tag.
std::int64_t tags_after(const World& world, const TagResourceRequest& in) {
    std::vector<std::string> keys = pair_seconds(world.tags, in.resource_arn);
    for (const Tag& tag : in.tags) keys.push_back(tag.key);
    std::sort(keys.begin(), keys.end());
    keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
    return static_cast<std::int64_t>(keys.size());
}

Result<TagResourceResponse> tag_resource(World& world, Context& context,
                                         const TagResourceRequest& in) {
    if (auto problem = tag_keys_problem(in.tags)) return problem;
    if (auto problem = resource_problem(world, in.resource_arn)) return problem;
    const std::int64_t count = tags_after(world, in);
    const std::int64_t max = setting_number(world, Setting::TagsPerResourceMax);
    if (count > max) {
        return refuse(ErrorCode::LimitExceeded,
                      say("The resource would have {}, and it can have {}. Remove some with "
                          "UntagResource first.",
                          counted(count, "tag"), max),
                      "tags");
    }
    put_tags(world, in.resource_arn, in.tags);
    std::vector<std::string> keys;
    for (const Tag& tag : in.tags) keys.push_back(tag.key);
    Facts facts;
    facts.texts("keys", keys);
    const auto given = static_cast<std::int64_t>(keys.size());
    context.note("resource.tagged", in.resource_arn,
                 say("{}{} set on {}.", counted(given, "tag"), given == 1 ? " was" : " were",
                     in.resource_arn),
                 facts.json());
    return TagResourceResponse{};
}

// A key that the resource does not have is no mistake: the tag is gone either way.
Result<UntagResourceResponse> untag_resource(World& world, Context& context,
                                             const UntagResourceRequest& in) {
    if (auto problem = resource_problem(world, in.resource_arn)) return problem;
    std::vector<std::string> removed;
    for (const std::string& key : in.tag_keys) {
        if (world.tags.erase(PairKey{in.resource_arn, key})) removed.push_back(key);
    }
    Facts facts;
    facts.texts("keys", removed);
    const auto count = static_cast<std::int64_t>(removed.size());
    context.note("resource.untagged", in.resource_arn,
                 say("{}{} removed from {}.", counted(count, "tag"), count == 1 ? " was" : " were",
                     in.resource_arn),
                 facts.json());
    return UntagResourceResponse{};
}

Result<ListTagsForResourceResponse> list_tags_for_resource(const World& world,
                                                           const ListTagsForResourceRequest& in) {
    PICKET_TRY(const Page page,
               read_page("ListTagsForResource", {in.resource_arn}, std::nullopt, in.next_token));
    if (auto problem = resource_problem(world, in.resource_arn)) return problem;
    ListTagsForResourceResponse out;
    PICKET_TRY(out.next_token, walk_page(
                                   page, world.tags, pair_begin(in.resource_arn),
                                   [&](const PairKey& key) { return key.first == in.resource_arn; },
                                   [](const auto&) { return true; },
                                   [&](const auto& entry) {
                                       out.tags.push_back({entry.key.second, entry.value});
                                   }));
    return out;
}

using enum ErrorCode;

constexpr std::string_view kGroup = "Tags";

constexpr Operation kTaggingOperations[] = {
    op<&tag_resource>(
        "TagResource", kGroup, Method::Post, "/tags",
        errors<InvalidRequest, InternalFailure, ResourceNotFound, Throttling, LimitExceeded>(),
        "Sets tags of a resource; a key that it has gets the new value."),
    op<&untag_resource>("UntagResource", kGroup, Method::Post, "/untag",
                        errors<InvalidRequest, InternalFailure, ResourceNotFound, Throttling>(),
                        "Removes tags of a resource by their keys."),
    op<&list_tags_for_resource>(
        "ListTagsForResource", kGroup, Method::Get, "/tags",
        errors<InvalidRequest, InternalFailure, ResourceNotFound, Throttling>(),
        "Lists the tags of a resource by key."),
};

}  // namespace

std::span<const Operation> tagging_operations() { return kTaggingOperations; }

}  // namespace picket
