// See guess.h.
#include "documents/guess.h"

#include <algorithm>

#include "documents/names.h"
#include "text/say.h"

namespace picket {
namespace {

constexpr std::uint32_t kNodesMax = 400;  // more of a payload tells nothing new

std::string lowered(std::string_view text) {
    std::string out(text);
    for (char& c : out) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    }
    return out;
}

struct Score {
    std::int64_t matched = 0;
    std::int64_t total = 0;
    std::int64_t clashes = 0;  // values of the wrong kind
};

bool fits(const ShapeInfo& shape, JsonKind kind) {
    if (shape.kind == Kind::Structure || shape.kind == Kind::Map) return kind == JsonKind::Object;
    if (shape.kind == Kind::List) return kind == JsonKind::Array;
    return shape.kind == Kind::Document || (kind != JsonKind::Object && kind != JsonKind::Array);
}

// Names of members that the shape has, of those that stand there.
void count(const JsonTree& tree, std::uint32_t node, const ShapeInfo& shape, Score& score) {
    if (score.total > kNodesMax) return;
    if (!fits(shape, tree.node(node).kind)) {
        ++score.clashes;
        return;
    }
    if (shape.kind != Kind::Structure && shape.kind != Kind::List && shape.kind != Kind::Map)
        return;
    for (auto c = tree.first(node); c != tree.end(node); c = tree.node(c).next) {
        if (shape.kind != Kind::Structure) {
            count(tree, c, *shape.element, score);
            continue;
        }
        ++score.total;
        const MemberInfo* member = shape.find(tree.node(c).key);
        if (member == nullptr) {
            // What stands below an unknown name is unknown as well.
            const std::uint32_t below = tree.node(c).next - c - 1;
            score.total += std::min(below, kNodesMax);
            continue;
        }
        ++score.matched;
        count(tree, c, *member->shape, score);
    }
}

// Cheap: the names at the top alone.
bool promising(const JsonTree& tree, const ShapeInfo& shape) {
    std::uint32_t object = 0;
    const ShapeInfo* structure = &shape;
    if (shape.kind == Kind::List) {
        if (tree.node(0).kind != JsonKind::Array || tree.node(0).children == 0) return false;
        structure = shape.element;
        object = tree.first(0);
    }
    if (structure->kind != Kind::Structure || tree.node(object).kind != JsonKind::Object)
        return false;
    std::uint32_t known = 0;
    std::uint32_t seen = 0;
    for (auto c = tree.first(object); c != tree.end(object) && seen < 40; c = tree.node(c).next) {
        ++seen;
        if (structure->find(tree.node(c).key) != nullptr) ++known;
    }
    return known > 0 && known * 2 >= seen;
}

struct Candidate {
    const Operation* operation = nullptr;
    CallRole role = CallRole::Request;
    const MemberInfo* part = nullptr;
    const ShapeInfo* shape = nullptr;
    Score score;
    int hint = 0;
    int missing = 0;  // required members of the body that are not there
};

// The order of preference.
bool better(const Candidate& a, const Candidate& b) {
    const std::int64_t left = a.score.matched * b.score.total;
    const std::int64_t right = b.score.matched * a.score.total;
    if (left != right) return left > right;
    if (a.score.clashes != b.score.clashes) return a.score.clashes < b.score.clashes;
    if (a.hint != b.hint) return a.hint > b.hint;
    if (a.missing != b.missing) return a.missing < b.missing;
    const bool part_a = a.part != nullptr;
    const bool part_b = b.part != nullptr;
    if (part_a != part_b) return part_b;
    return a.shape->members.size() < b.shape->members.size();
}

class Guesser {
public:
    Guesser(const JsonTree& tree, const GuessHints& hints)
        : tree_(tree), hints_(hints), around_(lowered(hints.around)) {}

    std::optional<PayloadGuess> run() {
        for (const Operation& operation : operations()) {
            if (operation.service != Service::Iot) continue;
            offer({&operation, CallRole::Request, nullptr, operation.input, {}, 0, 0});
            offer({&operation, CallRole::Response, nullptr, operation.output, {}, 0, 0});
            for (const MemberInfo& member : operation.input->members) {
                const bool list = member.shape->kind == Kind::List &&
                                  member.shape->element->kind == Kind::Structure;
                if (member.shape->kind == Kind::Structure || list)
                    offer({&operation, CallRole::Part, &member, member.shape, {}, 0, 0});
            }
        }
        if (best_.operation == nullptr) return std::nullopt;
        return PayloadGuess{best_.operation, best_.role, best_.part, confidence(), reason()};
    }

private:
    void offer(Candidate candidate) {
        if (!promising(tree_, *candidate.shape)) return;
        count(tree_, 0, *candidate.shape, candidate.score);
        candidate.hint = hint(candidate);
        // Where the text around names the operation, fewer names have to fit.
        const bool named = candidate.hint >= 3;
        if (candidate.score.matched * 5 < candidate.score.total * (named ? 1 : 3)) return;
        if (candidate.shape->kind == Kind::Structure) {
            for (const MemberInfo& member : candidate.shape->members) {
                const bool needed = member.rule.required && member.rule.in == In::Body;
                if (needed && tree_.find(0, member.name) == JsonTree::kNone) ++candidate.missing;
            }
        }
        if (best_.operation == nullptr || better(candidate, best_)) {
            rivals_ = 0;
            best_ = candidate;
        } else if (!better(best_, candidate)) {
            ++rivals_;
        }
    }

    // What stands around: the operation's name, and whether an answer is spoken of.
    int hint(const Candidate& candidate) const {
        int points = 0;
        const std::string name = lowered(candidate.operation->name);
        if (around_.find(name) != std::string::npos) points += 4;
        if (around_.find(option_name(candidate.operation->name)) != std::string::npos) points += 4;
        if (hints_.before == candidate.operation) points += 3;
        const bool answer = around_.find("response") != std::string::npos ||
                            around_.find("output") != std::string::npos;
        if (candidate.role == CallRole::Response && (answer || hints_.before != nullptr))
            points += 1;
        if (candidate.part != nullptr &&
            around_.find(lowered(candidate.part->name)) != std::string::npos)
            points += 1;
        return points;
    }

    Confidence confidence() const {
        const bool whole = best_.score.matched == best_.score.total;
        const bool told = best_.hint >= 3;
        return whole && (told || (rivals_ == 0 && best_.score.total >= 3)) ? Confidence::High
                                                                           : Confidence::Low;
    }

    std::string reason() const {
        std::string of(best_.operation->name);
        of = best_.role == CallRole::Response ? say("the answer of {}", of)
             : best_.part != nullptr          ? say("{} of {}", best_.part->name, of)
                                              : say("the request of {}", of);
        std::string out = say("{} of {} names are those of {}", best_.score.matched,
                              best_.score.total, of);
        if (best_.hint >= 3) out += ", and the text around names the operation";
        if (best_.missing > 0) out += say("; {} required members are missing", best_.missing);
        if (rivals_ > 0) out += "; other operations have the same members";
        return say("{}.", out);
    }

    const JsonTree& tree_;
    const GuessHints& hints_;
    std::string around_;
    Candidate best_;
    int rivals_ = 0;
};

}  // namespace

std::optional<PayloadGuess> guess_payload(const JsonTree& tree, const GuessHints& hints) {
    if (tree.empty()) return std::nullopt;
    return Guesser(tree, hints).run();
}

}  // namespace picket
