// See expectation.h. Also the texts of a run: chronicle lines, outcome, failures.
#include "scenario/expectation.h"

#include "scenario/json_match.h"
#include "scenario/line_diff.h"
#include "text/say.h"

namespace picket {
namespace {

constexpr int kIndent = 2;

std::string joined_lines(const std::vector<std::string>& lines) {
    std::string text;
    for (const std::string& line : lines) text.append(line).append("\n");
    return text;
}

// A status of 400 and more and a message expect a failure as much as an error's name does.
bool expects_failure(const CallExpectation& expected) {
    return expected.error || expected.message || (expected.status && *expected.status >= 400);
}

void compare_output(const CallExpectation& expected, const CallResult& result,
                    std::vector<Difference>& out) {
    const auto wanted = read_json_strict(expected.output->text);
    const auto found = read_json_strict(result.body);
    if (!wanted || !found) {
        out.push_back(
            {"the output is not JSON that can be compared", expected.output->text, result.body});
        return;
    }
    if (json_matches(*wanted, 0, *found, 0)) return;
    out.push_back({"the output differs", json_text(*wanted, 0, kIndent),
                   json_projection(*wanted, *found, kIndent)});
}

void compare_answer(const CallExpectation& expected, const CallResult& result,
                    std::vector<Difference>& out) {
    const std::string name = error_name(result);
    if (expected.error && *expected.error != name) {
        out.push_back({name.empty() ? "the call succeeds, and an error is expected"
                                    : "the error is not the expected one",
                       *expected.error,
                       name.empty() ? "success" : say("{}: {}", name, result.error->message)});
    }
    if (expected.status && *expected.status != result.status) {
        out.push_back({"the status is not the expected one", std::to_string(*expected.status),
                       std::to_string(result.status)});
    }
    const std::string message = result.error ? result.error->message : std::string();
    if (expected.message && message.find(*expected.message) == std::string::npos) {
        out.push_back(
            {"the message does not contain the expected text", *expected.message, message});
    }
    if (expected.output) compare_output(expected, result, out);
}

// Control characters would break the rule of one event per line.
void append_plain(std::string& out, std::string_view text) {
    constexpr char kDigits[] = "0123456789abcdef";
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte >= 0x20 && byte != 0x7F) {
            out += c;
        } else {
            out.append("\\u00").append(1, kDigits[byte >> 4]).append(1, kDigits[byte & 15]);
        }
    }
}

}  // namespace

std::string error_name(const CallResult& result) {
    return result.error ? std::string(error_info(result.error->code).name) : std::string();
}

std::vector<Difference> differences(const std::optional<CallExpectation>& expected,
                                    const CallResult& result) {
    std::vector<Difference> out;
    if (result.error && (!expected || !expects_failure(*expected))) {
        out.push_back({"the call fails", "success",
                       say("{}: {}", error_name(result), result.error->message)});
    } else if (expected) {
        compare_answer(*expected, result, out);
    }
    return out;
}

std::vector<Difference> differences(const ScenarioExpectation& expected, const World& world) {
    std::vector<Difference> out;
    if (expected.now && *expected.now != world.now) {
        out.push_back({"the virtual time differs", to_iso(*expected.now), to_iso(world.now)});
    }
    if (expected.chronicle) {
        const auto lines = chronicle_lines(world);
        if (lines != *expected.chronicle) {
            out.push_back(
                {"the chronicle differs", joined_lines(*expected.chronicle), joined_lines(lines)});
        }
    }
    const std::string hash = world_hash(world);
    if (expected.world_hash && *expected.world_hash != hash) {
        out.push_back({"the World's hash differs", *expected.world_hash, hash});
    }
    return out;
}

std::vector<std::string> chronicle_lines(const World& world) {
    std::vector<std::string> lines;
    for (const auto& [number, event] : world.chronicle) lines.push_back(chronicle_line(event));
    return lines;
}

std::string chronicle_line(const ChronicleEvent& event) {
    std::string line = to_iso(event.time);
    for (const std::string* part : {&event.kind, &event.subject, &event.text}) {
        line += "  ";
        append_plain(line, *part);
    }
    return line;
}

std::string outcome_text(const World& world) {
    std::string text;
    for (const auto& [number, event] : world.chronicle)
        text.append(chronicle_line(event)).append("\n");
    return say("{}World hash: {}\n", text, world_hash(world));
}

std::string failure_text(const ScenarioFailure& failure) {
    std::string text = failure.step == 0 ? "end" : say("step {}", failure.step);
    text += say(", line {}, column {}: {}.\n", failure.place.line, failure.place.column,
                failure.what);
    std::string_view rest = failure.diff;
    while (!rest.empty()) {
        const std::size_t end = std::min(rest.find('\n'), rest.size());
        text.append("    ").append(rest.substr(0, end)).append("\n");
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return text;
}

}  // namespace picket
