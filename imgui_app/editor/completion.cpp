// Proposals are made from the shape and rule that text_place finds; nothing here knows an
// operation.
#include "completion.h"

#include <algorithm>

#include "text_place.h"
#include "world_names.h"

namespace picket::ui {
namespace {

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

// 0: begins so; 1: a later word of it begins so; 2: holds it; 3: does not match.
int rank_of(std::string_view label, std::string_view typed) {
    const auto same = [](char a, char b) { return lower(a) == lower(b); };
    const auto at = std::search(label.begin(), label.end(), typed.begin(), typed.end(), same);
    if (typed.empty() || at == label.begin()) return 0;
    if (at == label.end()) return 3;
    const bool word = lower(*at) != *at || *(at - 1) == '-' || *(at - 1) == '_' || *(at - 1) == ':';
    return word ? 1 : 2;
}

std::string quoted(std::string_view text) { return to_json(std::string(text)); }

class Proposals {
public:
    Proposals(const TextPlace& place, std::string_view text, std::size_t caret) : place_(place) {
        out.replaces = place.word;
        std::size_t begin = place.word.begin;
        if (begin < caret && text[begin] == '"') ++begin;
        out.typed = text.substr(begin, std::max(begin, caret) - begin);
        opened_ = !place.word.empty() && text[place.word.begin] == '"';
        const bool needs_comma = place.before_char != 0 && place.before_char != ',' &&
                                 place.before_char != '{' && place.before_char != '[' &&
                                 place.before_char != ':';
        if (needs_comma) {  // right behind the value before, where one is written by hand
            lead_ = ',' + std::string(text.substr(place.before, place.word.begin - place.before));
            out.replaces.begin = place.before;
        }
        const char after = place.after_char;
        if (after != 0 && after != ',' && after != '}' && after != ']' && after != ':') tail_ = ",";
    }

    void add(Proposal proposal) {
        if (rank_of(proposal.label, out.typed) == 3) return;
        proposal.insert = lead_ + proposal.insert + tail_;
        proposal.caret += lead_.size();
        out.proposals.push_back(std::move(proposal));
    }
    void add_member(const MemberInfo& member) {
        if (is_there(member.name)) return;
        Proposal proposal;
        proposal.label = member.name;
        proposal.detail = type_text(*member.shape);
        proposal.doc = member.rule.doc;
        proposal.required = member.rule.required;
        add_with_value(std::move(proposal), *member.shape);
    }
    void add_key(std::string_view key, std::string_view what, const ShapeInfo& map) {
        if (is_there(key)) return;
        Proposal proposal;
        proposal.label = key;
        proposal.detail = what;
        add_with_value(std::move(proposal), *map.element);
    }
    void add_text(std::string_view value, std::string_view detail, std::string_view doc = {}) {
        Proposal proposal;
        proposal.label = value;
        proposal.detail = detail;
        proposal.doc = doc;
        proposal.insert = quoted(value);
        proposal.caret = proposal.insert.size();
        add(std::move(proposal));
    }
    // Brackets stand for themselves, not inside of quotes and not over something else.
    void add_brackets(const ShapeInfo& shape) {
        if (opened_ || !out.typed.empty()) return;
        Proposal proposal;
        proposal.insert = blank_value(shape, proposal.caret);
        proposal.label = shape.kind == Kind::List ? "[ ]" : "{ }";
        proposal.detail = type_text(shape);
        proposal.goes_on = true;
        add(std::move(proposal));
    }
    void add_plain(std::string_view value, std::string_view detail) {
        if (opened_) return;
        Proposal proposal;
        proposal.label = proposal.insert = value;
        proposal.detail = detail;
        proposal.caret = value.size();
        add(std::move(proposal));
    }
    Completion done() {
        std::stable_sort(out.proposals.begin(), out.proposals.end(),
                         [&](const Proposal& a, const Proposal& b) {
                             const int left = rank_of(a.label, out.typed);
                             const int right = rank_of(b.label, out.typed);
                             return left != right ? left < right : a.required > b.required;
                         });
        if (out.proposals.size() > kProposalsMax) out.proposals.resize(kProposalsMax);
        // A word that is complete already needs no list.
        if (out.proposals.size() == 1 && !out.typed.empty() &&
            out.proposals[0].label == out.typed && place_.closed)
            out.proposals.clear();
        return std::move(out);
    }
    Completion out;

private:
    bool is_there(std::string_view name) const {
        return std::find(place_.keys.begin(), place_.keys.end(), name) != place_.keys.end();
    }
    // A key, and a value to be filled unless it has one already.
    void add_with_value(Proposal proposal, const ShapeInfo& shape) {
        proposal.insert = quoted(proposal.label);
        proposal.caret = proposal.insert.size();
        if (place_.after_char != ':') {
            std::size_t caret = 0;
            const std::string value = blank_value(shape, caret);
            proposal.caret += 2 + caret;
            proposal.insert += ": " + value;
            proposal.goes_on = true;
        }
        add(std::move(proposal));
    }

    const TextPlace& place_;
    std::string lead_, tail_;
    bool opened_ = false;  // inside quotes
};

void propose_map_keys(const Expected& map, const World& world, Proposals& proposals) {
    const Rule* key = map.rule != nullptr ? map.rule->key : nullptr;
    if (key != nullptr) {
        for (const std::string_view name : key->one_of) proposals.add_key(name, {}, *map.shape);
    }
    if (map.member == nullptr) return;
    for (const KnownName& name :
         known_keys(world, map.member->name, proposals.out.typed, kProposalsMax))
        proposals.add_key(name.text, name.what, *map.shape);
}

void propose_keys(const Expected& container, const TextPlace& place, const World& world,
                  Proposals& proposals) {
    if (container.shape == nullptr) return;
    if (container.shape->kind == Kind::Map) return propose_map_keys(container, world, proposals);
    // Of a union one member is all there may be.
    if (container.shape->exactly_one && !place.keys.empty() && place.word.empty()) return;
    for (const MemberInfo& member : container.shape->members) {
        if (!member.rule.deprecated) proposals.add_member(member);
    }
}

void propose_values(const Expected& at, const World& world, Proposals& proposals) {
    if (at.shape == nullptr) return;
    switch (at.shape->kind) {
    case Kind::Bool:
        proposals.add_plain("true", "Boolean");
        proposals.add_plain("false", "Boolean");
        return;
    case Kind::Enum:
        for (const std::string_view name : at.shape->enumerators)
            proposals.add_text(name, at.shape->name);
        return;
    case Kind::String: {
        if (at.rule != nullptr) {
            for (const std::string_view name : at.rule->one_of) proposals.add_text(name, "");
        }
        if (at.member == nullptr) return;
        const std::string_view holder = at.holder != nullptr ? at.holder->name : "";
        for (const KnownName& name :
             known_names(world, at.member->name, holder, proposals.out.typed, kProposalsMax))
            proposals.add_text(name.text, name.what);
        return;
    }
    case Kind::Structure:
    case Kind::Map:
    case Kind::List:
        return proposals.add_brackets(*at.shape);
    case Kind::Integer:
    case Kind::Double:
    case Kind::Time:
    case Kind::Document:
        return;
    }
}

std::string path_text(const TextPlace& place) {
    std::string path;
    for (std::size_t i = 0; i < place.levels.size(); ++i) {
        const TextLevel& level = place.levels[i];
        if (i > 0 && place.levels[i - 1].bracket == '[') path += "[]";
        if (!level.key.empty()) path += (path.empty() ? "" : ".") + std::string(level.key);
    }
    if (!place.levels.empty() && place.levels.back().bracket == '[') return path + "[]";
    return path + (path.empty() ? "" : ".") + std::string(place.key);
}

}  // namespace

Completion completion_at(const Operation& operation, std::string_view text, std::size_t caret,
                         const World& world) {
    const TextPlace place = text_place(text, caret);
    Proposals proposals(place, text, caret);
    if (place.slot == TextSlot::Key)
        propose_keys(expected_container(*operation.input, place), place, world, proposals);
    else if (place.slot == TextSlot::Value)
        propose_values(expected_at(*operation.input, place), world, proposals);
    return proposals.done();
}

// Not after brackets: there Enter is for a new line.
bool opens_completion(char typed) {
    return typed == '"' || typed == '_' || (typed >= 'a' && typed <= 'z') ||
           (typed >= 'A' && typed <= 'Z');
}

std::string blank_value(const ShapeInfo& shape, std::size_t& caret) {
    switch (shape.kind) {
    case Kind::String:
    case Kind::Enum:
        caret = 1;
        return "\"\"";
    case Kind::List: {
        const std::string inner = blank_value(*shape.element, caret);
        ++caret;
        return '[' + inner + ']';
    }
    case Kind::Structure:
    case Kind::Map:
        caret = 1;
        return "{}";
    case Kind::Bool:
    case Kind::Integer:
    case Kind::Double:
    case Kind::Time:
    case Kind::Document:
        break;
    }
    caret = 0;
    return {};
}

Description description_at(const Operation& operation, std::string_view text, std::size_t offset) {
    // The place just inside the word: its first character belongs to it as well.
    const TextPlace place = text_place(text, std::min(offset + 1, text.size()));
    Description out;
    if (place.word.empty() || place.slot == TextSlot::Nothing || place.word.begin > offset)
        return out;
    const Expected at = expected_at(*operation.input, place);
    if (at.shape == nullptr) return out;
    out.word = place.word;
    out.title = path_text(place);
    out.type = type_text(*at.shape);
    out.constraint = constraint_text(*at.shape, at.rule);
    if (at.rule != nullptr) out.required = at.rule->required;
    if (at.rule != nullptr && !at.rule->doc.empty())
        out.doc = at.rule->doc;
    else if (at.member != nullptr && !at.member->rule.doc.empty())
        out.doc = at.member->rule.doc;
    if (out.doc.empty()) out.doc = at.shape->doc;
    return out;
}

}  // namespace picket::ui
