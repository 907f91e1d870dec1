// See sarif.h.
#include "sarif.h"

#include <set>

#include "picket/world.h"

namespace picket::cli {
namespace {

std::string quoted(const std::string& text) { return to_json(text); }

std::string_view level(FindingSeverity severity) {
    switch (severity) {
    case FindingSeverity::Error:
        return "error";
    case FindingSeverity::Warning:
        return "warning";
    case FindingSeverity::Note:
        return "note";
    }
    return "none";
}

// A file's name as a URI that is relative to wherever the tool was run.
std::string uri(const std::string& name) {
    static constexpr char kHex[] = "0123456789ABCDEF";
    std::string out;
    for (const char c : name) {
        const auto byte = static_cast<unsigned char>(c);
        const bool plain = byte > 0x20 && byte < 0x7F &&
                           std::string_view("%\"<>\\^`{|}#?").find(c) == std::string_view::npos;
        if (plain) {
            out += c;
            continue;
        }
        out += '%';
        out += kHex[byte >> 4];
        out += kHex[byte & 15];
    }
    return out;
}

std::string region(std::int64_t begin, std::int64_t end) {
    return "{\"byteOffset\":" + std::to_string(begin) +
           ",\"byteLength\":" + std::to_string(end - begin) + "}";
}

std::string fix(const CheckedFile& file, const Finding& finding) {
    std::string edits;
    for (const TextEdit& edit : *finding.fix) {
        edits += (edits.empty() ? "" : ",") +
                 ("{\"deletedRegion\":" + region(edit.begin, edit.end) +
                  ",\"insertedContent\":{\"text\":" + quoted(edit.text) + "}}");
    }
    return ",\"fixes\":[{\"description\":{\"text\":" + quoted(finding.message) +
           "},\"artifactChanges\":[{\"artifactLocation\":{\"uri\":" + quoted(uri(file.name)) +
           "},\"replacements\":[" + edits + "]}]}]";
}

std::string result(const CheckedFile& file, const Finding& finding) {
    return "{\"ruleId\":" + quoted(finding.code) + ",\"level\":\"" +
           std::string(level(finding.severity)) +
           "\",\"message\":{\"text\":" + quoted(finding.message) +
           "},\"locations\":[{\"physicalLocation\":{\"artifactLocation\":{\"uri\":" +
           quoted(uri(file.name)) + "},\"region\":{\"startLine\":" + std::to_string(finding.line) +
           ",\"startColumn\":" + std::to_string(finding.column) +
           ",\"byteOffset\":" + std::to_string(finding.begin) +
           ",\"byteLength\":" + std::to_string(finding.end - finding.begin) + "}}}]" +
           (finding.fix ? fix(file, finding) : std::string()) + "}";
}

}  // namespace

std::string findings_json(const std::vector<CheckedFile>& files) {
    std::string out = "[";
    for (const CheckedFile& file : files) {
        if (out.size() > 1) out += ",";
        out += "{\"file\":" + quoted(file.name) +
               ",\"kind\":" + quoted(std::string(enum_name(file.checked.kind))) +
               ",\"findings\":" + to_json(file.checked.findings) +
               ",\"calls\":" + to_json(file.checked.calls) + "}";
    }
    return out + "]";
}

std::string findings_sarif(const std::vector<CheckedFile>& files) {
    std::string results;
    std::string rules;
    std::set<std::string> seen;
    for (const CheckedFile& file : files) {
        for (const Finding& finding : file.checked.findings) {
            results += (results.empty() ? "" : ",") + result(file, finding);
            if (!seen.insert(finding.code).second) continue;
            rules += (rules.empty() ? "" : ",") +
                     ("{\"id\":" + quoted(finding.code) +
                      ",\"fullDescription\":{\"text\":" + quoted(finding.explanation) +
                      "},\"help\":{\"text\":" + quoted("See " + finding.section + ".") + "}}");
        }
    }
    return "{\"$schema\":\"https://json.schemastore.org/sarif-2.1.0.json\",\"version\":\"2.1.0\","
           "\"runs\":[{\"tool\":{\"driver\":{\"name\":\"picket check\",\"rules\":[" +
           rules + "]}},\"columnKind\":\"unicodeCodePoints\",\"results\":[" + results + "]}]}";
}

}  // namespace picket::cli
