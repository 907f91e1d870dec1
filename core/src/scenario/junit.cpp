// JUnit XML, the report form that continuous integration servers read: a suite per file, a case per
// step, and one case for the expectations at the end.
#include <algorithm>

#include "picket/scenario.h"
#include "text/say.h"
#include "text/utf8.h"

namespace picket {
namespace {

// XML 1.0 has no way at all to write most control characters and the last two code points of its
// plane: they, and bytes that are not UTF-8, become U+FFFD.
std::string escaped(std::string_view text) {
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const Utf8Step step = utf8_step(text, at);
        at += step.length;
        switch (step.code) {
        case '&':
            out += "&amp;";
            break;
        case '<':
            out += "&lt;";
            break;
        case '>':
            out += "&gt;";
            break;
        case '"':
            out += "&quot;";
            break;
        case '\n':
            out += "&#10;";
            break;
        case '\t':
            out += "&#9;";
            break;
        default: {
            const bool writable = step.valid && step.code >= 0x20 && step.code != 0xFFFE &&
                                  step.code != 0xFFFF;
            append_utf8(out, writable ? step.code : U'\uFFFD');
        }
        }
    }
    return out;
}

void append_case(std::string& out, const ScenarioReport& report, std::size_t step) {
    out += say("    <testcase classname=\"{}\" name=\"{}\"", escaped(report.name),
               step == 0 ? std::string("end") : say("step {}", step));
    bool open = false;
    for (const ScenarioFailure& failure : report.failures) {
        if (failure.step != step) continue;
        if (!open) out += ">\n";
        open = true;
        out += say("      <failure message=\"{}\">{}</failure>\n", escaped(failure.what),
                   escaped(say("{}, {}", report.file, failure_text(failure))));
    }
    out += open ? "    </testcase>\n" : "/>\n";
}

std::size_t failed_cases(const ScenarioReport& report) {
    std::vector<std::size_t> steps;
    for (const ScenarioFailure& failure : report.failures) steps.push_back(failure.step);
    std::sort(steps.begin(), steps.end());
    return static_cast<std::size_t>(std::unique(steps.begin(), steps.end()) - steps.begin());
}

void append_suite(std::string& out, const ScenarioReport& report) {
    const std::string name = escaped(report.name.empty() ? report.file : report.name);
    if (report.problem) {
        out += say("  <testsuite name=\"{}\" tests=\"1\" failures=\"0\" errors=\"1\">\n    "
                   "<testcase classname=\"{}\" name=\"read\">\n      <error message=\"{}\"/>\n    "
                   "</testcase>\n  </testsuite>\n",
                   name, name, escaped(*report.problem));
        return;
    }
    out += say("  <testsuite name=\"{}\" tests=\"{}\" failures=\"{}\" errors=\"0\">\n", name,
               report.steps + 1, failed_cases(report));
    for (std::size_t step = 1; step <= report.steps; ++step) append_case(out, report, step);
    append_case(out, report, 0);
    out += "  </testsuite>\n";
}

}  // namespace

std::string junit_xml(std::span<const ScenarioReport> reports) {
    std::string out = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites>\n";
    for (const ScenarioReport& report : reports) append_suite(out, report);
    return say("{}</testsuites>\n", out);
}

}  // namespace picket
