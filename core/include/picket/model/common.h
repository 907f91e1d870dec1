// Shapes and rules that several resources share.
#pragma once

#include "picket/shape.h"

namespace picket {

// Rules of the service's own string types; with(kThingName, {...}) gives a member one of them.
inline constexpr Rule kNameRule = {.min = 1, .max = 128, .pattern = Pattern::Name};
inline constexpr Rule kOptionalNameRule = {.max = 128, .pattern = Pattern::Name};
inline constexpr Rule kRoleArnRule = {.min = 20, .max = 2048};
inline constexpr Rule kCertificateIdRule = {
    .min = 64, .max = 64, .pattern = Pattern::CertificateId};
inline constexpr Rule kMaxResultsRule = {.min = 1, .max = 250};
inline constexpr Rule kClientTokenRule = {.min = 1, .max = 64, .pattern = Pattern::Token};

struct Empty {
    bool operator==(const Empty&) const = default;
};
template <>
struct Shape<Empty> {
    static constexpr std::string_view name = "Empty";
    static constexpr std::span<const MemberInfo> members = {};
};

struct Tag {
    std::string key;
    std::optional<std::string> value;
    bool operator==(const Tag&) const = default;
};
inline constexpr Rule kTagKeyRule = {.min = 1, .max = 128, .pattern = Pattern::TagText};
inline constexpr Rule kTagValueRule = {.min = 0, .max = 256};
template <>
struct Shape<Tag> {
    using S = Tag;
    static constexpr std::string_view name = "Tag";
    static constexpr MemberInfo members[] = {
        member("Key", PICKET_FIELD(S, key),
               with(kTagKeyRule, {.required = true, .doc = "The tag's key."})),
        member("Value", PICKET_FIELD(S, value), with(kTagValueRule, {.doc = "The tag's value."})),
    };
};
using TagList = std::vector<Tag>;

// Key of tables about pairs: (group, thing), (parent, child), (ARN, tag key).
struct PairKey {
    std::string first;
    std::string second;
    bool operator==(const PairKey&) const = default;
    bool operator<(const PairKey& other) const {
        const int order = first.compare(other.first);
        return order != 0 ? order < 0 : second < other.second;
    }
};
template <>
struct Shape<PairKey> {
    using S = PairKey;
    static constexpr std::string_view name = "PairKey";
    static constexpr MemberInfo members[] = {
        member("first", PICKET_FIELD(S, first), {.required = true}),
        member("second", PICKET_FIELD(S, second), {.required = true})};
};

// What is attached to a target and since when: kept under (profile, target) and (target, profile),
// and likewise for policies.
struct Attachment {
    Timestamp since;
    bool operator==(const Attachment&) const = default;
};
template <>
struct Shape<Attachment> {
    using S = Attachment;
    static constexpr std::string_view name = "Attachment";
    static constexpr MemberInfo members[] = {member("since", PICKET_FIELD(S, since))};
};

// Key of lists that show the newest first; equal times are told apart by id.
struct NewestFirst {
    Timestamp time;
    std::string id;
    bool operator==(const NewestFirst&) const = default;
    bool operator<(const NewestFirst& other) const {
        return time.ms != other.time.ms ? time.ms > other.time.ms : id < other.id;
    }
};
template <>
struct Shape<NewestFirst> {
    using S = NewestFirst;
    static constexpr std::string_view name = "NewestFirst";
    static constexpr MemberInfo members[] = {
        member("time", PICKET_FIELD(S, time), {.required = true}),
        member("id", PICKET_FIELD(S, id), {.required = true})};
};

// The same, for the items of one owner each: certificates of a CA.
struct NewestWithin {
    std::string owner;
    Timestamp time;
    std::string id;
    bool operator==(const NewestWithin&) const = default;
    bool operator<(const NewestWithin& other) const {
        if (const int order = owner.compare(other.owner); order != 0) return order < 0;
        return time.ms != other.time.ms ? time.ms > other.time.ms : id < other.id;
    }
};
template <>
struct Shape<NewestWithin> {
    using S = NewestWithin;
    static constexpr std::string_view name = "NewestWithin";
    static constexpr MemberInfo members[] = {
        member("owner", PICKET_FIELD(S, owner), {.required = true}),
        member("time", PICKET_FIELD(S, time), {.required = true}),
        member("id", PICKET_FIELD(S, id), {.required = true})};
};

}  // namespace picket
