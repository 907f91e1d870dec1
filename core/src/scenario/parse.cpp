// From text to a scenario: the shapes do the checking; what they cannot say (names of settings and
// errors, members that exclude each other) is checked behind them. Every error knows its place.
#include <array>

#include "model/decode.h"
#include "picket/scenario.h"
#include "text/json_tree.h"
#include "text/say.h"
#include "world/settings.h"

namespace picket {
namespace {

// Places of rising offsets, in one walk over the text.
class PlaceWalker {
public:
    explicit PlaceWalker(std::string_view text) : text_(text) {}

    TextPlace at(std::uint32_t offset) {
        for (; offset_ < offset && offset_ < text_.size(); ++offset_) {
            const auto byte = static_cast<unsigned char>(text_[offset_]);
            if (byte == '\n') {
                ++place_.line;
                place_.column = 1;
            } else if ((byte & 0xC0) != 0x80) {  // a code point's first byte
                ++place_.column;
            }
        }
        return place_;
    }

private:
    std::string_view text_;
    std::uint32_t offset_ = 0;
    TextPlace place_;
};

// Points an error at its member; one that lacks a member, at the object that lacks it.
Error located(Error error, std::string_view text, const JsonTree& tree) {
    std::string path = error.path;
    std::uint32_t node = tree.resolve(path);
    while (node == JsonTree::kNone && !path.empty()) {
        const std::size_t cut = path.find_last_of(".[");
        path.resize(cut == std::string::npos ? 0 : cut);
        node = tree.resolve(path);
    }
    const LineColumn place = line_column(text, tree.node(node).span.begin);
    error.line = place.line;
    error.column = place.column;
    return error;
}

Refusal wrong(std::string path, std::string message) {
    return refuse(ErrorCode::InvalidRequest, std::move(message), std::move(path));
}

bool is_error_name(std::string_view name) {
    constexpr std::array names = {
#define PICKET_ERROR(id, name, http, doc) std::string_view(name),
#include "picket/errors.def"
#undef PICKET_ERROR
    };
    for (const std::string_view known : names) {
        if (known == name) return true;
    }
    return false;
}

Refusal check_call(const ScenarioCall& call, const std::string& path) {
    if (call.input && call.input_text) {
        return wrong(say("{}.inputText", path),
                     "A call has an input or an inputText, not both; take one out.");
    }
    if (call.at && call.at_seconds) {
        return wrong(say("{}.atSeconds", path),
                     "A call comes at a time or atSeconds, not both; take one out.");
    }
    if (call.expect && call.expect->error && !is_error_name(*call.expect->error)) {
        return wrong(say("{}.expect.error", path),
                     say("'{}' is no error that an operation answers; write its name as on the "
                         "wire, for example ResourceNotFoundException.",
                         *call.expect->error));
    }
    return std::nullopt;
}

Refusal check(const Scenario& scenario) {
    for (const auto& [name, value] : scenario.settings) {
        std::string path = "settings";
        append_path_key(path, name);
        const SettingInfo* setting = find_setting(name);
        if (setting == nullptr) {
            return wrong(path, say("There is no setting '{}'; ListSettings shows all.", name));
        }
        const std::string problem = setting_problem(*setting, value);
        if (!problem.empty()) return wrong(path, problem);
    }
    for (std::size_t i = 0; i < scenario.steps.size(); ++i) {
        if (!scenario.steps[i].call) continue;
        const std::string path = say("steps[{}].call", i);
        if (auto error = check_call(*scenario.steps[i].call, path)) return error;
    }
    return std::nullopt;
}

// Before anything else: a newer file would only show members that this build does not know.
Refusal check_version(const JsonTree& tree) {
    if (tree.node(0).kind != JsonKind::Object) return std::nullopt;
    const std::uint32_t node = tree.find(0, "picketScenario");
    if (node == JsonTree::kNone) return std::nullopt;
    const JsonNode& version = tree.node(node);
    if (version.kind != JsonKind::Integer || version.integer <= kScenarioFormat)
        return std::nullopt;
    return wrong("picketScenario", say("This scenario has format {}; this build reads formats up "
                                       "to {}. Play it with a newer Picket.",
                                       version.integer, kScenarioFormat));
}

}  // namespace

Result<ScenarioFile> parse_scenario(std::string_view text) {
    PICKET_TRY(const JsonTree strict, read_json_strict(text));
    const JsonTree places = read_json_tolerant(text).tree;  // the same nodes, with their spans
    PICKET_ASSERT(places.size() == strict.size());
    if (auto error = check_version(strict)) return located(std::move(*error), text, places);
    ScenarioFile file;
    std::vector<std::string> warnings;
    auto error = decode(kShape<Scenario>, &strict, 0, {}, &file.scenario, {.reject_unknown = true},
                        warnings);
    if (!error) error = check(file.scenario);
    if (error) return located(std::move(*error), text, places);

    const std::uint32_t steps = places.find(0, "steps");
    PlaceWalker walker(text);
    for (auto c = places.first(steps); c != places.end(steps); c = places.node(c).next) {
        file.steps.push_back(walker.at(places.node(c).span.begin));
    }
    const std::uint32_t expect = places.find(0, "expect");
    if (expect != JsonTree::kNone) {
        const LineColumn place = line_column(text, places.node(expect).key_span.begin);
        file.expect = {place.line, place.column};
    }
    return file;
}

}  // namespace picket
