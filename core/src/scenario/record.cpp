// Fills in and corrects the expectations of a scenario, as patches to its author's text: only the
// values of `expect` members change.
#include <algorithm>

#include "picket/scenario.h"
#include "scenario/expectation.h"
#include "scenario/json_match.h"
#include "text/json_tree.h"
#include "text/say.h"

namespace picket {
namespace {

constexpr std::size_t kLineMax = 100;
constexpr std::size_t kChronicleLinesMax = 40;  // longer ones are for files of their own

struct Patch {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    std::string text;
};

// Where lines begin, how far they are indented, and by how much each level is.
class Layout {
public:
    explicit Layout(std::string_view text) : text_(text) {
        // The first indented line shows the author's unit.
        for (std::size_t at = text.find('\n'); at != std::string_view::npos;
             at = text.find('\n', at + 1)) {
            const std::size_t blanks = indent_at(at + 1);
            if (blanks == 0) continue;
            unit_ = blanks;
            return;
        }
    }

    std::size_t line_begin(std::size_t offset) const {
        const std::size_t found = offset == 0 ? std::string_view::npos
                                              : text_.rfind('\n', offset - 1);
        return found == std::string_view::npos ? 0 : found + 1;
    }
    std::size_t indent_of_line(std::size_t offset) const { return indent_at(line_begin(offset)); }
    bool has_lines(Span span) const {
        return text_.substr(span.begin, span.end - span.begin).find('\n') != std::string_view::npos;
    }
    std::size_t unit() const { return unit_; }

    // The value for a place `used` columns into its line, whose line is indented by `indent`: on
    // that line when it fits, else on lines of its own.
    std::string value(std::string_view json, std::size_t used, std::size_t indent) const {
        const std::string flat = spaced(json);
        if (used + flat.size() <= kLineMax) return flat;
        const std::string laid_out = json_layout(json, static_cast<int>(unit_));
        std::string out;
        for (const char c : laid_out) {
            out += c;
            if (c == '\n') out.append(indent, ' ');
        }
        return out;
    }

private:
    std::size_t indent_at(std::size_t begin) const {
        std::size_t blanks = 0;
        while (begin + blanks < text_.size() && text_[begin + blanks] == ' ') ++blanks;
        return blanks;
    }

    // Compact JSON with a blank behind each comma and colon outside of strings.
    static std::string spaced(std::string_view json) {
        std::string out;
        bool in_string = false;
        for (std::size_t i = 0; i < json.size(); ++i) {
            out += json[i];
            if (in_string && json[i] == '\\' && i + 1 < json.size()) {
                out += json[++i];
            } else if (json[i] == '"') {
                in_string = !in_string;
            } else if (!in_string && (json[i] == ',' || json[i] == ':')) {
                out += ' ';
            }
        }
        return out;
    }

    std::string_view text_;
    std::size_t unit_ = 2;
};

void write_new_call(const CallResult& result, JsonWriter& writer) {
    if (result.error) {
        writer.key("error");
        writer.string(error_name(result));
        writer.key("status");
        writer.integer(result.status);
        writer.key("message");
        writer.string(result.error->message);
        return;
    }
    const auto body = read_json_strict(result.body);
    if (!body || body->node(0).children == 0) {
        writer.key("status");
        writer.integer(result.status);
        return;
    }
    writer.key("output");
    writer.raw(result.body);
}

// The members the author chose, made true.
void write_same_members(const CallExpectation& expected, const CallResult& result,
                        JsonWriter& writer) {
    if (expected.error) {
        writer.key("error");
        writer.string(error_name(result));
    }
    if (expected.status) {
        writer.key("status");
        writer.integer(result.status);
    }
    if (expected.message) {
        writer.key("message");
        const bool holds = result.error->message.find(*expected.message) != std::string::npos;
        writer.string(holds ? *expected.message : result.error->message);
    }
    if (!expected.output) return;
    writer.key("output");
    const auto wanted = read_json_strict(expected.output->text);
    const auto found = read_json_strict(result.body);
    writer.raw(wanted && found ? json_projection(*wanted, *found, 0) : result.body);
}

std::string call_expectation(const std::optional<CallExpectation>& expected,
                             const CallResult& result) {
    std::string text;
    JsonWriter writer(text);
    writer.begin_object();
    const bool names_failure = expected && (expected->error || expected->message);
    // Who expected the other outcome chose members that say nothing now.
    if (!expected || names_failure != result.error.has_value()) {
        write_new_call(result, writer);
    } else {
        write_same_members(*expected, result, writer);
    }
    writer.end_object();
    return text;
}

std::string end_expectation(const std::optional<ScenarioExpectation>& expected,
                            const World& world) {
    const auto lines = chronicle_lines(world);
    std::string text;
    JsonWriter writer(text);
    writer.begin_object();
    if (!expected || expected->now) {
        writer.key("now");
        writer.string(to_iso(world.now));
    }
    if (!expected || expected->world_hash) {
        writer.key("worldHash");
        writer.string(world_hash(world));
    }
    if (expected ? expected->chronicle.has_value() : lines.size() <= kChronicleLinesMax) {
        writer.key("chronicle");
        writer.begin_array();
        for (const std::string& line : lines) writer.string(line);
        writer.end_array();
    }
    writer.end_object();
    return text;
}

// A patch that gives the object `owner` the member `expect`, or its value another one.
Patch expect_patch(const JsonTree& tree, std::uint32_t owner, const Layout& layout,
                   const std::string& json) {
    const std::uint32_t existing = tree.find(owner, "expect");
    if (existing != JsonTree::kNone) {
        const Span span = tree.node(existing).span;
        const std::size_t begin = layout.line_begin(span.begin);
        return {span.begin, span.end,
                layout.value(json, span.begin - begin, layout.indent_of_line(span.begin))};
    }
    std::uint32_t last = tree.first(owner);
    for (auto c = last; c != tree.end(owner); c = tree.node(c).next) last = c;
    const std::uint32_t at = tree.node(last).span.end;
    const std::size_t used = at - layout.line_begin(at);
    const std::string flat = layout.value(json, 0, 0);
    constexpr std::string_view kKey = "\"expect\": ";
    const bool lines = layout.has_lines(tree.node(owner).span);
    if (!lines && flat.find('\n') == std::string::npos &&
        used + kKey.size() + flat.size() + 4 <= kLineMax) {
        return {at, at, say(", {}{}", kKey, flat)};
    }
    const std::size_t key_at = tree.node(last).key_span.begin;
    const std::size_t indent = layout.indent_of_line(key_at) + (lines ? 0 : layout.unit());
    return {at, at,
            say(",\n{}{}{}", std::string(indent, ' '), kKey,
                layout.value(json, indent + kKey.size(), indent))};
}

}  // namespace

// Plays the scenario, and looks at each call right behind its step.
class ScenarioRecorder {
public:
    ScenarioRecorder(std::string_view text, ScenarioFile file)
        : text_(text), tree_(read_json_tolerant(text).tree), layout_(text),
          player_(std::move(file)) {}

    Result<std::string> record() {
        const auto& steps = player_.scenario().steps;
        std::uint32_t node = tree_.first(tree_.find(0, "steps"));
        while (player_.steps_done() < steps.size()) {
            const std::size_t index = player_.steps_done();
            const std::size_t failures = player_.failures().size();
            player_.step(kNoBudget);
            const bool failed = player_.failures().size() > failures;
            if (failed && (player_.impossible_ || !steps[index].call))
                return no_recording(failures);
            if (steps[index].call && (failed || !steps[index].call->expect)) {
                patch(tree_.find(node, "call"),
                      call_expectation(steps[index].call->expect, *player_.last_result()));
            }
            node = tree_.node(node).next;
        }
        while (!player_.done()) player_.step(kNoBudget);
        const auto& expect = player_.scenario().expect;
        const bool end_failed = !player_.failures().empty() && player_.failures().back().step == 0;
        if (!expect || end_failed) patch(0, end_expectation(expect, player_.engine().world()));
        return patched();
    }

private:
    void patch(std::uint32_t owner, const std::string& json) {
        patches_.push_back(expect_patch(tree_, owner, layout_, json));
    }

    // A step that cannot be done has no answer to record.
    Error no_recording(std::size_t failure_index) const {
        const ScenarioFailure& failure = player_.failures()[failure_index];
        return Error{.code = ErrorCode::InvalidRequest,
                     .message = say("Step {} cannot be done: {} ({}).", failure.step, failure.what,
                                    failure.actual),
                     .path = say("steps[{}]", failure.step - 1),
                     .line = failure.place.line,
                     .column = failure.place.column};
    }

    std::string patched() {
        std::stable_sort(patches_.begin(), patches_.end(),
                         [](const Patch& a, const Patch& b) { return a.begin < b.begin; });
        std::string out;
        std::uint32_t at = 0;
        for (const Patch& patch : patches_) {
            out.append(text_.substr(at, patch.begin - at)).append(patch.text);
            at = patch.end;
        }
        return out.append(text_.substr(at));
    }

    std::string_view text_;
    JsonTree tree_;
    Layout layout_;
    ScenarioPlayer player_;
    std::vector<Patch> patches_;
};

Result<std::string> record_scenario(std::string_view text) {
    PICKET_TRY(ScenarioFile file, parse_scenario(text));
    return ScenarioRecorder(text, std::move(file)).record();
}

}  // namespace picket
