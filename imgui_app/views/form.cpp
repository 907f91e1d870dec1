// The payload as a form: a second face of the same document. Made from the operation's shape; every
// edit is a small change of the text, and what the form does not know is shown and kept.
#include <algorithm>

#include "../editor/completion.h"
#include "form_parts.h"
#include "views.h"

namespace picket::ui {
namespace {

constexpr float kFormIndent = 14;

void draw_node(FormWalk& walk, const Expected& expected, std::uint32_t node);

bool fits(Kind kind, JsonKind json) {
    const bool object = kind == Kind::Structure || kind == Kind::Map;
    if (kind == Kind::Document) return true;
    return object ? json == JsonKind::Object
                  : (kind == Kind::List) == (json == JsonKind::Array) && json != JsonKind::Object;
}

std::string blank_json(const ShapeInfo& shape) {
    std::size_t caret = 0;
    const std::string blank = blank_value(shape, caret);
    if (!blank.empty()) return blank;
    return shape.kind == Kind::Bool ? "false" : shape.kind == Kind::Document ? "{}" : "0";
}

// The name of a value, what it is, and the way to be rid of it.
void draw_label(FormWalk& walk, const Expected& expected, std::uint32_t node, std::string_view name,
                bool removable) {
    Frame& frame = walk.frame;
    const float top = ImGui::GetCursorPosY();
    const float side = small_control_height(frame);
    walk.start_row();
    const float room = walk.width() - (removable ? side + 4 : 0);
    ImGui::SetCursorPosY(top + frame.px((side - 16) / 2));
    text(frame, name, expected.shape == nullptr ? Tone::Warn : Tone::Plain, Face::SmallStrong);
    const Rule* rule = expected.rule;
    if (rule != nullptr) tip(frame, rule->doc);
    const float used = text_width(frame, name, Face::SmallStrong) / frame.scale + 8;
    std::string kind = expected.shape != nullptr ? type_text(*expected.shape) : "kept as it is";
    if (rule != nullptr && rule->required && removable) kind += ", required";
    if (room - used > 40) {
        ImGui::SetCursorPos(ImVec2(frame.px(walk.left + used), top + frame.px((side - 16) / 2)));
        text_fitted(frame, kind, room - used, Tone::Faint, Face::Small);
    }
    if (removable) {
        ImGui::SetCursorPos(ImVec2(frame.px(walk.right - side), top));
        const std::string label = "Remove " + walk.tree.path_of(node);
        if (quiet_icon_button(frame, Icon::Close, label, "Take it out"))
            walk.change(remove_child(walk.text, walk.tree, node));
    }
    ImGui::SetCursorPosY(top + frame.px(side));
    if (rule == nullptr || rule->doc.empty() || expected.holder == nullptr) return;
    walk.start_row();
    ImGui::PushTextWrapPos(frame.px(walk.right));
    text(frame, rule->doc, Tone::Muted, Face::Small);
    ImGui::PopTextWrapPos();
    gap(frame, -2);
}

// Parts of a value stand to the right of a line that belongs to it.
template <class F>
void nested(FormWalk& walk, F&& draw) {
    const ImVec2 from = ImGui::GetCursorScreenPos();
    const float x = ImGui::GetWindowPos().x + walk.frame.px(walk.left + 3);
    walk.left += kFormIndent;
    draw();
    walk.left -= kFormIndent;
    const float end = ImGui::GetCursorScreenPos().y - walk.frame.px(8);
    if (end > from.y)
        ImGui::GetWindowDrawList()->AddRectFilled(
            ImVec2(x, from.y), ImVec2(x + ImGui::GetStyle().ChildBorderSize, end),
            walk.frame.colours.border);
}

void draw_raw(FormWalk& walk, std::uint32_t node) {
    const Span& span = walk.tree.node(node).span;
    walk.start_row();
    const std::string_view raw = std::string_view(walk.text).substr(
        span.begin, std::min<std::size_t>(span.end - span.begin, 400));
    text_fitted(walk.frame, raw.substr(0, raw.find('\n')), walk.width(), Tone::Muted,
                Face::MonoSmall);
}

// Members that are not there: those that have to be, one by one, and a list of the rest.
void draw_absent(FormWalk& walk, const ShapeInfo& shape, std::uint32_t object) {
    std::vector<FormChoice> choices;
    std::vector<const MemberInfo*> members;
    for (const MemberInfo& member : shape.members) {
        const bool there = walk.tree.find(object, member.name) != JsonTree::kNone;
        if (there || member.rule.deprecated) continue;
        members.push_back(&member);
    }
    std::stable_sort(members.begin(), members.end(), [](const MemberInfo* a, const MemberInfo* b) {
        return a->rule.required > b->rule.required;
    });
    const bool full = shape.exactly_one && walk.tree.node(object).children > 0;
    if (members.empty() || full) return;
    std::string missing;
    for (const MemberInfo* member : members) {
        choices.push_back(
            {member->name, member->rule.required ? "required" : "", member->rule.doc});
        if (member->rule.required)
            missing += (missing.empty() ? "" : ", ") + std::string(member->name);
    }
    if (!missing.empty()) {
        walk.start_row();
        ImGui::PushTextWrapPos(walk.frame.px(walk.right));
        text(walk.frame, "Missing: " + missing, Tone::Danger, Face::Small);
        ImGui::PopTextWrapPos();
    }
    walk.start_row();
    const char* shown = shape.exactly_one ? "Choose one" : "Add a member";
    const std::string label = "Add to " + (object == 0 ? "request" : walk.tree.path_of(object));
    const auto chosen = draw_form_choices(walk.frame, label, shown, std::min(walk.width(), 200.0f),
                                          choices);
    if (chosen)
        walk.change(add_child(walk.text, walk.tree, object, members[*chosen]->name,
                              blank_json(*members[*chosen]->shape)));
    gap(walk.frame, 8);
}

void draw_structure(FormWalk& walk, const Expected& at, std::uint32_t object) {
    const JsonTree& tree = walk.tree;
    for (std::uint32_t c = tree.first(object); c != tree.end(object); c = tree.node(c).next) {
        const Expected inner = expected_under(at, tree.node(c).key);
        draw_label(walk, inner, c, tree.node(c).key, true);
        draw_node(walk, inner, c);
    }
    if (at.shape->kind == Kind::Structure) draw_absent(walk, *at.shape, object);
}

void draw_map_entry(FormWalk& walk, const Expected& at, std::uint32_t object) {
    Frame& frame = walk.frame;
    FormState& state = walk.state;
    const std::string path = object == 0 ? "request" : walk.tree.path_of(object);
    const std::string label = "New key of " + path;
    walk.start_row();
    const float top = ImGui::GetCursorPosY();
    std::string key = state.new_key_of == path ? state.new_key : std::string();
    const float add = button_width(frame, "Add", true) / frame.scale;
    const FieldEvents events = text_field(frame, label, key,
                                          {.width = walk.width() - add - 4, .hint = "New key"});
    if (events.changed) {
        state.new_key_of = path;
        state.new_key = key;
    }
    ImGui::SetCursorPos(ImVec2(frame.px(walk.right - add), top));
    Scope scope(frame, path);
    const bool free = !key.empty() && walk.tree.find(object, key) == JsonTree::kNone;
    const bool pressed = button(frame, "Add", {.enabled = free, .small = true});
    if (free && (pressed || events.entered)) {
        walk.change(add_child(walk.text, walk.tree, object, key, blank_json(*at.shape->element)));
        state.new_key_of.clear();
    }
    gap(frame, 8);
}

void draw_list(FormWalk& walk, const Expected& at, std::uint32_t list) {
    const JsonTree& tree = walk.tree;
    const Expected element = expected_element(at);
    const std::string path = tree.path_of(list);
    const FormPage page = draw_form_pages(walk, path, tree.node(list).children);
    std::size_t place = 0;
    for (std::uint32_t c = tree.first(list); c != tree.end(list) && place < page.end;
         c = tree.node(c).next, ++place) {
        if (place < page.first) continue;
        draw_label(walk, {element.shape, element.rule, element.member, nullptr}, c,
                   std::to_string(place + 1), true);
        draw_node(walk, element, c);
    }
    walk.start_row();
    if (quiet_icon_button(walk.frame, Icon::Plus, "Add to " + path, "Add an element")) {
        walk.change(add_child(walk.text, tree, list, {}, blank_json(*at.shape->element)));
        walk.state.pages[path] = tree.node(list).children;  // to where it will be
    }
    gap(walk.frame, 4);
}

void draw_node(FormWalk& walk, const Expected& expected, std::uint32_t node) {
    const JsonKind kind = walk.tree.node(node).kind;
    if (expected.shape == nullptr || !fits(expected.shape->kind, kind)) {
        draw_raw(walk, node);
    } else if (expected.shape->kind == Kind::Structure) {
        nested(walk, [&] { draw_structure(walk, expected, node); });
    } else if (expected.shape->kind == Kind::Map) {
        nested(walk, [&] {
            draw_structure(walk, expected, node);
            draw_map_entry(walk, expected, node);
        });
    } else if (expected.shape->kind == Kind::List) {
        nested(walk, [&] { draw_list(walk, expected, node); });
    } else {
        draw_form_field(walk, expected, node, walk.tree.path_of(node));
    }
    gap(walk.frame, 4);
}

}  // namespace

void draw_form(Frame& frame, float width, float height) {
    RequestState& request = frame.ui.request;
    FormState& state = request.form;
    const Document& document = request.payload.document;
    request.payload.focused = request.payload.wants_focus = false;  // it is not there
    if (state.revision != document.revision()) {
        state.revision = document.revision();
        state.json = read_json_tolerant(document.text());
    }
    Scope scope(frame, "Form");
    ImGui::BeginChild("form", ImVec2(frame.px(width), frame.px(height)),
                      ImGuiChildFlags_NavFlattened);
    const JsonTree& tree = state.json.tree;
    if (tree.empty() || tree.node(0).kind != JsonKind::Object || !state.json.problems.empty()) {
        if (empty_state(frame, "The text is not whole JSON yet",
                        "A form can stand for it once its mistakes are mended.", "To the text"))
            state.open = false;
        end_child();
        return;
    }
    gap(frame, 8);
    FormWalk walk{frame, state, document.text(), tree, 16, width - 24};
    draw_structure(walk, {request.operation->input, nullptr, nullptr, nullptr}, 0);
    gap(frame, 16);
    end_child();
    if (!state.change) return;
    request.payload.edit(state.change->range, state.change->with);
    state.change.reset();
}

}  // namespace picket::ui
