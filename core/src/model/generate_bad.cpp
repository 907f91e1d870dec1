// Writes a valid value with one mistake in it. The walk that writes also counts the places where a
// mistake could be made, so it runs twice: first to learn of them all, then to make the chosen one.
#include <vector>

#include "model/any_value.h"
#include "model/encode.h"
#include "model/generate.h"
#include "picket/shape.h"
#include "text/json_tree.h"
#include "text/say.h"

namespace picket {
namespace {

constexpr std::int64_t kBadCountMax = 1000;  // longer lists are not broken by making them longer
                                             // still

class Breaker {
public:
    struct Place {
        std::string path;
        Constraint constraint;
    };
    static constexpr std::size_t kNowhere = static_cast<std::size_t>(-1);

    Breaker(std::string& out, std::size_t target, Random& random, const GenerateOptions& options)
        : writer_(out), target_(target), random_(random), options_(options) {}

    void structure(const ShapeInfo& shape, const void* value);
    const std::vector<Place>& places() const { return places_; }

private:
    class Step {
    public:
        Step(std::string& path, std::string_view key) : path_(path), size_(path.size()) {
            append_path_key(path, key);
        }
        Step(std::string& path, std::size_t index) : path_(path), size_(path.size()) {
            append_path_index(path, index);
        }
        ~Step() { path_.resize(size_); }
        Step(const Step&) = delete;
        Step& operator=(const Step&) = delete;

    private:
        std::string& path_;
        std::size_t size_;
    };

    bool here(Constraint constraint) {
        places_.push_back({path_, constraint});
        return places_.size() - 1 == target_;
    }

    void value(const ShapeInfo& shape, const Rule& rule, const void* value);
    void integer(const Rule& rule, std::int64_t value);
    void string(const Rule& rule, const std::string& value);
    std::optional<std::string> broken_text(const Rule& rule);
    void list(const ShapeInfo& shape, const Rule& rule, const void* value);
    void map(const ShapeInfo& shape, const Rule& rule, const void* value);
    void map_entry(const ShapeInfo& shape, const Rule& rule, const std::string& key,
                   const void* value);
    std::optional<std::int64_t> broken_count(const Rule& rule);

    JsonWriter writer_;
    std::size_t target_;
    Random& random_;
    const GenerateOptions& options_;
    std::string path_;
    std::vector<Place> places_;
    const Rule no_rule_ = {};
};

void Breaker::integer(const Rule& rule, std::int64_t value) {
    if (!rule.in_own_words && rule.min != Rule::kNoMin && here(Constraint::Min))
        value = rule.min - 1;
    if (!rule.in_own_words && rule.max != Rule::kNoMax && here(Constraint::Max))
        value = rule.max + 1;
    writer_.integer(value);
}

// A text that breaks the rule for strings, if this is the place. Other constraints on it hold, but
// for a pattern that wants at least one character: an empty text breaks both, and lengths are
// checked first.
std::optional<std::string> Breaker::broken_text(const Rule& rule) {
    if (rule.min > 0 && here(Constraint::Min))
        return generate_text(rule.pattern, rule.min - 1, random_);
    if (rule.max < options_.length_max && here(Constraint::Max)) {
        return generate_text(rule.pattern, rule.max + 1, random_);
    }
    if (rule.pattern != Pattern::Any && rule.max > 0 && here(Constraint::Pattern)) {
        const std::int64_t length = std::max<std::int64_t>(rule.min, 1);
        return say("{}\x01", generate_text(rule.pattern, length - 1, random_));
    }
    if (!rule.one_of.empty() && here(Constraint::Enumerator)) return "NO_SUCH_VALUE";
    return std::nullopt;
}

void Breaker::string(const Rule& rule, const std::string& value) {
    const auto broken = broken_text(rule);
    writer_.string(broken ? *broken : value);
}

// How many elements a list or map has that breaks its rule, if this is the place.
std::optional<std::int64_t> Breaker::broken_count(const Rule& rule) {
    if (rule.min > 0 && here(Constraint::Min)) return rule.min - 1;
    if (rule.max < kBadCountMax && here(Constraint::Max)) return rule.max + 1;
    return std::nullopt;
}

void Breaker::list(const ShapeInfo& shape, const Rule& rule, const void* value) {
    const Rule& element_rule = rule.element != nullptr ? *rule.element : no_rule_;
    writer_.begin_array();
    if (const auto count = broken_count(rule)) {
        AnyValue element(*shape.element);
        generate(*shape.element, element_rule, random_, element.get(), options_);
        for (std::int64_t i = 0; i < *count; ++i) encode(*shape.element, element.get(), writer_);
    } else {
        for (std::size_t i = 0; i < shape.list->size(value); ++i) {
            const Step step(path_, i);
            this->value(*shape.element, element_rule, shape.list->at(value, i));
        }
    }
    writer_.end_array();
}

void Breaker::map_entry(const ShapeInfo& shape, const Rule& rule, const std::string& key,
                        const void* value) {
    std::optional<std::string> broken;
    if (rule.key != nullptr) broken = broken_text(*rule.key);
    if (broken) append_path_key(places_.back().path, *broken);
    writer_.key(broken ? *broken : key);
    const Step step(path_, key);
    this->value(*shape.element, rule.element != nullptr ? *rule.element : no_rule_, value);
}

void Breaker::map(const ShapeInfo& shape, const Rule& rule, const void* value) {
    writer_.begin_object();
    if (const auto count = broken_count(rule)) {
        AnyValue other(shape);
        Rule exact = rule;
        exact.min = *count;
        exact.max = *count;
        generate(shape, exact, random_, other.get(), options_);
        for (std::size_t i = 0; i < shape.map->size(other.get()); ++i) {
            writer_.key(shape.map->key_at(other.get(), i));
            encode(*shape.element, shape.map->value_at(other.get(), i), writer_);
        }
    } else {
        for (std::size_t i = 0; i < shape.map->size(value); ++i) {
            map_entry(shape, rule, shape.map->key_at(value, i), shape.map->value_at(value, i));
        }
    }
    writer_.end_object();
}

void Breaker::structure(const ShapeInfo& shape, const void* value) {
    writer_.begin_object();
    if (shape.exactly_one && here(Constraint::ExactlyOne))
        return writer_.end_object();  // none of them
    const bool both = shape.exactly_one && shape.members.size() > 1 && here(Constraint::ExactlyOne);
    for (const MemberInfo& member : shape.members) {
        const Step step(path_, member.name);
        AnyValue other(*member.shape);
        const void* at = member.get(value);
        if (at == nullptr) {
            if (!both) continue;
            generate(*member.shape, member.rule, random_, other.get(), options_);
            at = other.get();
        }
        // Callers that act as a client fill tokens in, so an absent one is no mistake.
        if (member.rule.required && !member.rule.idempotency_token && here(Constraint::Required))
            continue;
        writer_.key(member.name);
        this->value(*member.shape, member.rule, at);
    }
    writer_.end_object();
}

void Breaker::value(const ShapeInfo& shape, const Rule& rule, const void* value) {
    const bool container = shape.kind == Kind::List || shape.kind == Kind::Map ||
                           shape.kind == Kind::Structure;
    if (shape.kind != Kind::Document && here(Constraint::Type)) {
        if (container) return writer_.boolean(true);
        writer_.begin_array();
        return writer_.end_array();
    }
    switch (shape.kind) {
    case Kind::Integer:
        return integer(rule, *static_cast<const std::int64_t*>(value));
    case Kind::String:
        return string(rule, *static_cast<const std::string*>(value));
    case Kind::List:
        return list(shape, rule, value);
    case Kind::Map:
        return map(shape, rule, value);
    case Kind::Structure:
        return structure(shape, value);
    case Kind::Enum:
        if (here(Constraint::Enumerator)) return writer_.string("NO_SUCH_VALUE");
        return encode(shape, value, writer_);
    case Kind::Bool:
    case Kind::Double:
    case Kind::Time:
    case Kind::Document:
        return encode(shape, value, writer_);
    }
}

}  // namespace

std::string_view constraint_name(Constraint constraint) {
    switch (constraint) {
    case Constraint::Required:
        return "required";
    case Constraint::Type:
        return "type";
    case Constraint::Enumerator:
        return "enumerator";
    case Constraint::Min:
        return "min";
    case Constraint::Max:
        return "max";
    case Constraint::Pattern:
        return "pattern";
    case Constraint::ExactlyOne:
        return "exactlyOne";
    }
    PICKET_UNREACHABLE();
}

std::optional<BadValue> generate_bad(const ShapeInfo& shape, Random& random,
                                     const GenerateOptions& options) {
    PICKET_ASSERT(shape.kind == Kind::Structure);
    AnyValue value(shape);
    generate(shape, random, value.get(), options);
    BadValue bad;
    Breaker look(bad.json, Breaker::kNowhere, random, options);
    look.structure(shape, value.get());
    if (look.places().empty()) return std::nullopt;
    // A type can be wrong everywhere, so half of the time the choice is among the rarer
    // constraints.
    std::vector<std::size_t> candidates;
    std::size_t chosen = random.pick(look.places().size());
    if (random.below(2) == 0) {
        for (std::size_t i = 0; i < look.places().size(); ++i) {
            if (look.places()[i].constraint != Constraint::Type) candidates.push_back(i);
        }
        if (!candidates.empty()) chosen = candidates[random.pick(candidates.size())];
    }
    bad.json.clear();
    Breaker make(bad.json, chosen, random, options);
    make.structure(shape, value.get());
    bad.path = make.places()[chosen].path;
    bad.constraint = make.places()[chosen].constraint;
    return bad;
}

}  // namespace picket
