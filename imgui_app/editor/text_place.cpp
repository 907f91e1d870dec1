// A walk over tokens with a stack of brackets.
#include "text_place.h"

#include "json_tokens.h"

namespace picket::ui {
namespace {

std::string_view without_quotes(std::string_view word) {
    if (!word.empty() && word.front() == '"') word.remove_prefix(1);
    if (!word.empty() && word.back() == '"') word.remove_suffix(1);
    return word;
}

bool is_closed(std::string_view word) {
    if (word.empty() || word.front() != '"') return true;
    return word.size() > 1 && word.back() == '"';
}

struct Level {
    TextLevel shown;
    std::size_t first_key = 0;  // of its own among those of all levels
    std::string_view key;       // of the member being read
    bool after_colon = false;
    bool has_key = false;
    bool has_value = false;  // of the member or element being read
};

class Walk {
public:
    explicit Walk(std::string_view text) : text_(text) {}

    // Reads one token that ends before the place.
    void take(const Token& token) {
        const std::string_view word = text_.substr(token.begin, token.end - token.begin);
        const char first = word.front();
        if (first == '{' || first == '[') {
            Level level;
            level.shown.bracket = first;
            level.shown.begin = token.begin;
            level.first_key = keys.size();
            if (!levels.empty() && levels.back().shown.bracket == '{')
                level.shown.key = levels.back().key;
            levels.push_back(std::move(level));
        } else if (first == '}' || first == ']') {
            if (!levels.empty()) {
                keys.resize(levels.back().first_key);
                levels.pop_back();
            }
            if (!levels.empty()) levels.back().has_value = true;
        } else if (!levels.empty()) {
            take_inside(word, first);
        }
    }
    std::vector<Level> levels;
    std::vector<std::string_view> keys;  // one pile for all levels: an object costs nothing

private:
    void take_inside(std::string_view word, char first) {
        Level& level = levels.back();
        if (first == ',') {
            level.after_colon = level.has_key = level.has_value = false;
            level.key = {};
        } else if (first == ':') {
            level.after_colon = true;
        } else if (level.shown.bracket == '[' || level.after_colon) {
            level.has_value = true;
        } else {
            level.has_key = true;
            level.key = without_quotes(word);
            keys.push_back(level.key);
        }
    }
    std::string_view text_;
};

bool is_word(const Token& token) {
    return token.kind != TokenKind::Space && token.kind != TokenKind::Mark;
}

// The word at the offset: one that holds it, or ends there. A caret before a word is not in it.
bool holds(const Token& token, std::string_view text, std::size_t offset) {
    if (!is_word(token) || token.begin >= offset) return false;
    const bool string = text[token.begin] == '"';
    const bool closed = is_closed(text.substr(token.begin, token.end - token.begin));
    // Behind the closing quote is outside; at the end of anything else one is still writing it.
    return string && closed ? offset < token.end : offset <= token.end;
}

// Keys that follow in the same object.
void add_later_keys(std::string_view text, std::size_t at, std::vector<std::string_view>& keys) {
    std::size_t depth = 0;
    while (at < text.size()) {
        const Token token = next_token(text, at);
        const char first = text[token.begin];
        if (first == '{' || first == '[') ++depth;
        if (first == '}' || first == ']') {
            if (depth == 0) return;
            --depth;
        }
        if (depth == 0 && token.kind == TokenKind::Key)
            keys.push_back(without_quotes(text.substr(token.begin, token.end - token.begin)));
        at = token.end;
    }
}

// After a whole member or element another may begin, but not right at its last character.
TextSlot slot_of(const Level& inner, bool touches_value) {
    const bool object = inner.shown.bracket == '{';
    if (inner.has_value) {
        if (touches_value) return TextSlot::Nothing;
        return object ? TextSlot::Key : TextSlot::Value;
    }
    if (!object || inner.after_colon) return TextSlot::Value;
    return inner.has_key ? TextSlot::Nothing : TextSlot::Key;
}

char next_char(std::string_view text, std::size_t at) {
    const std::size_t found = text.find_first_not_of(" \t\r\n", at);
    return found == std::string_view::npos ? '\0' : text[found];
}

}  // namespace

TextPlace text_place(std::string_view text, std::size_t offset) {
    Walk walk(text);
    TextPlace place;
    place.word = {offset, offset};
    std::size_t at = 0;
    while (at < text.size()) {
        const Token token = next_token(text, at);
        if (holds(token, text, offset)) {
            place.word = {token.begin, token.end};
            const std::string_view word = text.substr(token.begin, token.end - token.begin);
            place.closed = is_closed(word);
            // A string without an end has swallowed the rest of its line.
            if (!place.closed) place.word.end = offset;
            break;
        }
        if (token.end > offset || token.begin >= offset) break;
        if (token.kind != TokenKind::Space) {
            walk.take(token);
            place.before = token.end;
            place.before_char = text[token.end - 1];
        }
        at = token.end;
    }
    place.after_char = next_char(text, place.word.end);
    for (const Level& level : walk.levels) place.levels.push_back(level.shown);
    if (walk.levels.empty()) {
        place.slot = place.before == 0 ? TextSlot::Value : TextSlot::Nothing;
        return place;
    }
    Level& inner = walk.levels.back();
    const bool object = inner.shown.bracket == '{';
    place.slot = slot_of(inner, place.word.empty() && place.before == offset);
    if (place.slot == TextSlot::Key)
        place.key = without_quotes(
            text.substr(place.word.begin, place.word.end - place.word.begin));
    else if (object && place.slot == TextSlot::Value)
        place.key = inner.key;
    place.keys.assign(walk.keys.begin() + static_cast<std::ptrdiff_t>(inner.first_key),
                      walk.keys.end());
    if (object) add_later_keys(text, place.word.end, place.keys);
    return place;
}

Expected expected_under(const Expected& parent, std::string_view key) {
    if (parent.shape == nullptr) return {};
    if (parent.shape->kind == Kind::Map)
        return {parent.shape->element, parent.rule != nullptr ? parent.rule->element : nullptr,
                parent.member, parent.holder};
    if (parent.shape->kind != Kind::Structure) return {};
    const MemberInfo* member = parent.shape->find(key);
    if (member == nullptr) return {};
    return {member->shape, &member->rule, member, parent.shape};
}

Expected expected_element(const Expected& parent) {
    if (parent.shape == nullptr || parent.shape->kind != Kind::List) return {};
    return {parent.shape->element, parent.rule != nullptr ? parent.rule->element : nullptr,
            parent.member, parent.holder};
}

Expected expected_container(const ShapeInfo& input, const TextPlace& place) {
    Expected at = {&input, nullptr, nullptr, nullptr};
    for (std::size_t i = 0; i < place.levels.size(); ++i) {
        if (i > 0) {
            const bool in_object = place.levels[i - 1].bracket == '{';
            at = in_object ? expected_under(at, place.levels[i].key) : expected_element(at);
        }
        const bool object = place.levels[i].bracket == '{';
        const bool takes_object = at.shape != nullptr && (at.shape->kind == Kind::Structure ||
                                                          at.shape->kind == Kind::Map);
        const bool takes_list = at.shape != nullptr && at.shape->kind == Kind::List;
        if (object ? !takes_object : !takes_list) return {};
    }
    return at;
}

Expected expected_at(const ShapeInfo& input, const TextPlace& place) {
    const Expected container = expected_container(input, place);
    if (place.levels.empty()) return container;
    return place.levels.back().bracket == '{' ? expected_under(container, place.key)
                                              : expected_element(container);
}

}  // namespace picket::ui
