// See shape_check.h. One walk over shape and tree; then decoding says what the walk did not.
#include "documents/shape_check.h"

#include <algorithm>

#include "documents/behavior_rules.h"
#include "documents/names.h"
#include "documents/value_rules.h"
#include "model/decode.h"
#include "model/validate.h"
#include "picket/shape.h"
#include "text/json_write.h"
#include "text/say.h"

namespace picket {
namespace {

constexpr std::string_view kBehavior = "Behavior";

class Walk {
public:
    Walk(const MappedText& text, const JsonTree& tree, const ShapeTask& task, Findings& findings)
        : text_(text), tree_(tree), task_(task), findings_(findings) {}

    void run() {
        const bool response = task_.role == CallRole::Response;
        const ShapeInfo& shape = task_.part != nullptr ? *task_.part->shape
                                 : response            ? *task_.operation->output
                                                       : *task_.operation->input;
        const Rule rule = task_.part != nullptr ? task_.part->rule : Rule{};
        value(shape, rule, 0);
        if (task_.skeleton) return;
        std::size_t told = 0;
        for (const Violation& violation : violations(shape, rule, tree_, 0)) {
            if (++told > kFindingsMax) break;
            tell(shape, violation);
        }
    }

private:
    void add(const Problem& problem) { findings_.add(text_, problem); }

    void value(const ShapeInfo& shape, const Rule& rule, std::uint32_t index) {
        const JsonNode& node = tree_.node(index);
        if (!task_.skeleton) {
            const ValueAt at = {shape, rule,         tree_,
                                index, text_.text(), task_.role == CallRole::Response};
            if (const auto problem = value_problem(at)) {
                add(*problem);
                known_.push_back(index);
            } else if (node.kind == JsonKind::String) {
                if (const auto note = text_note(node, text_.text())) {
                    add(*note);
                    if (note->rule == RuleId::ShapePlaceholder) known_.push_back(index);
                }
            }
        }
        if (shape.kind == Kind::Structure && node.kind == JsonKind::Object) {
            structure(shape, index);
        } else if (shape.kind == Kind::List && node.kind == JsonKind::Array) {
            list(shape, rule, index);
        } else if (shape.kind == Kind::Map && node.kind == JsonKind::Object) {
            map(shape, rule, index);
        }
    }

    void structure(const ShapeInfo& shape, std::uint32_t index) {
        for (auto c = tree_.first(index); c != tree_.end(index); c = tree_.node(c).next) {
            const MemberInfo* member = shape.find(tree_.node(c).key);
            if (member == nullptr) {
                unknown(shape, index, c);
            } else if (index != 0 || !is_unknown(member->name)) {
                value(*member->shape, member->rule, c);
                if (member->name.ends_with("olicyDocument")) policy(c);
            }
        }
        if (shape.name == kBehavior && !task_.skeleton && task_.role != CallRole::Response) {
            for (const Problem& problem : behavior_findings(tree_, index)) {
                add(problem);
            }
        }
    }

    // A policy travels as a text that holds JSON; what is found in it is reported at the text.
    void policy(std::uint32_t index) {
        const JsonNode& node = tree_.node(index);
        if (task_.skeleton || node.kind != JsonKind::String) return;
        if (node.text.find('{') == std::string_view::npos) return;
        const MappedText inner = MappedText::of_document(node.text);
        Findings found(node.text);
        const CheckedJson json = check_json(inner, found);
        for (const Finding& finding : found.take()) {
            add({RuleId::PolicySyntax,
                 node.span,
                 say("Line {} of the policy: {}", finding.line, finding.message),
                 {}});
        }
        if (!is_policy(json.tree)) return;
        for (const Problem& problem : policy_findings(json.tree))
            add({problem.rule, node.span, problem.message, {}});
        if (!json.clean) return;
        for (const Problem& problem : malformed_policy(node.text, json.tree, true))
            add({problem.rule, node.span, problem.message, {}});
    }

    void list(const ShapeInfo& shape, const Rule& rule, std::uint32_t index) {
        const Rule none;
        const Rule& inner = rule.element != nullptr ? *rule.element : none;
        for (auto c = tree_.first(index); c != tree_.end(index); c = tree_.node(c).next)
            value(*shape.element, inner, c);
        if (shape.element->name == kBehavior && !task_.skeleton &&
            task_.role != CallRole::Response) {
            if (const auto note = suppression_note(tree_, index)) add(*note);
        }
    }

    void map(const ShapeInfo& shape, const Rule& rule, std::uint32_t index) {
        const Rule none;
        const Rule& inner = rule.element != nullptr ? *rule.element : none;
        for (auto c = tree_.first(index); c != tree_.end(index); c = tree_.node(c).next) {
            key(rule, c);
            value(*shape.element, inner, c);
        }
    }

    // Keys of maps that are names of checks, or of other things there is a list of.
    void key(const Rule& rule, std::uint32_t index) {
        const JsonNode& node = tree_.node(index);
        if (task_.skeleton) return;
        std::string meant(check_name_for_alias(node.key));
        RuleId id = RuleId::ShapeCheckAlias;
        std::string message = say("The service calls this check {}. Write that.", meant);
        if (meant.empty() && rule.key != nullptr && !rule.key->one_of.empty()) {
            const auto& known = rule.key->one_of;
            if (std::find(known.begin(), known.end(), node.key) != known.end()) return;
            Nearest nearest(node.key);
            for (const std::string_view each : known) nearest.offer(each);
            meant = nearest.name();
            id = RuleId::ShapeEnumSpelling;
            message = say("'{}' is not one of the names. Write {}.", shown(node.key), meant);
        }
        if (meant.empty()) return;
        Problem problem = {id, node.key_span, message, {}};
        if (const auto inside = plain_content(node, node.key_span, text_.text()))
            problem.edits = {{*inside, meant}};
        add(problem);
        known_.push_back(index);
    }

    void unknown(const ShapeInfo& shape, std::uint32_t object, std::uint32_t index) {
        const JsonNode& node = tree_.node(index);
        Nearest nearest(node.key);
        for (const MemberInfo& member : shape.members) {
            if (tree_.find(object, member.name) == JsonTree::kNone) nearest.offer(member.name);
        }
        // A longer name may contain the right one: punctuation inside the quotes, plurals.
        if (nearest.found()) {
            Problem problem = {RuleId::ShapeMisspeltMember,
                               node.key_span,
                               say("'{}' is not a member of {}. Write {}.", shown(node.key),
                                   shape.name, nearest.name()),
                               {}};
            if (const auto inside = plain_content(node, node.key_span, text_.text()))
                problem.edits = {{*inside, nearest.name()}};
            add(problem);
            misspelt_.push_back({object, nearest.name()});
            return;
        }
        add({RuleId::ShapeUnknownMember,
             node.key_span,
             say("'{}' is not a member of {}{}{}.", shown(node.key), shape.name,
                 task_.role == CallRole::Response ? ". It has " : " and is ignored. It has ",
                 member_names(shape)),
             {}});
    }

    bool is_unknown(std::string_view name) const {
        return std::find(task_.unknown.begin(), task_.unknown.end(), name) != task_.unknown.end();
    }

    bool reported(std::uint32_t node) const {
        return std::binary_search(known_.begin(), known_.end(), node);
    }

    void tell(const ShapeInfo& shape, const Violation& violation) {
        const std::string_view path = violation.path;
        if (is_unknown(path.substr(0, std::min(path.find_first_of(".["), path.size())))) return;
        if (violation.missing) return tell_missing(shape, violation);
        const std::uint32_t node = violation.path.empty() ? 0 : tree_.resolve(violation.path);
        if (node == JsonTree::kNone || reported(node)) return;
        for (const auto& [where, meant] : misspelt_) {
            if (where == node) return;  // a union without its member, which has a wrong name
        }
        add({RuleId::ShapeViolation, tree_.node(node).span, say("{}.", violation.sentence), {}});
    }

    void tell_missing(const ShapeInfo& shape, const Violation& violation) {
        const std::size_t cut = violation.path.find_last_of('.');
        const std::string name = cut == std::string::npos ? violation.path
                                                          : violation.path.substr(cut + 1);
        const bool top = cut == std::string::npos && violation.path.find('[') == std::string::npos;
        if (top && task_.part == nullptr) {
            const MemberInfo* member = shape.find(name);
            if (task_.members_reported) return;
            if (task_.body_only && member != nullptr && member->rule.in != In::Body) return;
        }
        const std::string above = cut == std::string::npos ? "" : violation.path.substr(0, cut);
        std::uint32_t object = above.empty() ? 0 : tree_.resolve(above);
        if (object == JsonTree::kNone) object = 0;
        for (const auto& [where, meant] : misspelt_) {
            if (where == object && meant == name) return;  // it is there, under a wrong name
        }
        const Span span = tree_.node(object).span;
        add({RuleId::ShapeViolation,
             {span.begin, std::min(span.begin + 1, span.end)},
             say("{}.", violation.sentence),
             {}});
    }

    const MappedText& text_;
    const JsonTree& tree_;
    const ShapeTask& task_;
    Findings& findings_;
    std::vector<std::uint32_t> known_;  // nodes that a rule spoke of, ascending
    std::vector<std::pair<std::uint32_t, std::string>> misspelt_;
};

}  // namespace

void check_shape(const MappedText& text, const JsonTree& tree, const ShapeTask& task,
                 Findings& findings) {
    if (!tree.empty()) Walk(text, tree, task, findings).run();
}

}  // namespace picket
