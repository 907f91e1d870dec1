// picket check: documents on the command line. Findings go to standard output in the chosen format;
// what is wrong with the command line itself, to standard error.
#include <cstdio>
#include <memory>

#include "commands.h"
#include "files.h"
#include "picket/documents.h"
#include "report.h"
#include "sarif.h"

namespace picket::cli {
namespace {

struct CheckArguments {
    std::vector<std::string> files;
    std::string format = "text";
    std::string kind;
    bool fix = false;
    bool calls = false;
};

// Text as a terminal may show it: control characters would move its cursor.
std::string printable(std::string_view text) {
    std::string out;
    for (const char c : text) out += c >= 0 && c < 0x20 ? ' ' : c;
    return out;
}

std::string_view line_at(std::string_view text, std::int64_t begin) {
    const auto at = std::min(static_cast<std::size_t>(begin), text.size());
    const std::size_t before = at == 0 ? std::string_view::npos : text.rfind('\n', at - 1);
    const std::size_t first = before == std::string_view::npos ? 0 : before + 1;
    return text.substr(first, std::min(text.find('\n', first), text.size()) - first);
}

// The line the finding is on, with a caret below its place.
void print_excerpt(std::string_view text, const Finding& finding) {
    constexpr std::size_t kLineMax = 200;
    const std::string line = printable(line_at(text, finding.begin));
    if (line.size() > kLineMax || finding.column < 1) return;
    const std::string number = std::to_string(finding.line);
    std::printf("  %s | %s\n  %*s | %*s^\n", number.c_str(), line.c_str(),
                static_cast<int>(number.size()), "", static_cast<int>(finding.column - 1), "");
}

void print_text(const std::string& file, std::string_view text, const CheckedDocument& checked,
                bool with_calls) {
    for (const Finding& finding : checked.findings) {
        std::printf("%s:%lld:%lld: %s: %s [%s]%s\n", file.c_str(),
                    static_cast<long long>(finding.line), static_cast<long long>(finding.column),
                    std::string(enum_name(finding.severity)).c_str(),
                    printable(finding.message).c_str(), finding.code.c_str(),
                    finding.fix ? " (fixable)" : "");
        print_excerpt(text, finding);
        std::printf("  %s See %s.\n", finding.explanation.c_str(), finding.section.c_str());
    }
    if (!with_calls) return;
    for (const RecognisedCall& call : checked.calls) {
        std::printf("%s:%lld: %s of %s%s%s. %s\n", file.c_str(), static_cast<long long>(call.line),
                    std::string(enum_name(call.role)).c_str(), call.operation.c_str(),
                    call.member_name ? ", " : "", call.member_name ? call.member_name->c_str() : "",
                    call.reason.c_str());
    }
}

std::optional<DocumentKind> kind_named(std::string_view name) {
    const auto& names = EnumNames<DocumentKind>::values;
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (names[i] == name) return static_cast<DocumentKind>(i);
    }
    return std::nullopt;
}

int run_check(const CheckArguments& arguments) {
    int status = kExitOk;
    std::vector<CheckedFile> files;
    for (const std::string& file : arguments.files) {
        Result<std::string> text = read_file(file);
        if (!text) {
            std::fprintf(stderr, "picket check: %s\n", text.error().message.c_str());
            return kExitUsage;
        }
        const DocumentHints hints = {.name = file, .kind = kind_named(arguments.kind)};
        if (arguments.fix) {
            FixedDocument fixed = fix_document(*text, hints);
            if (file == "-") {
                std::printf("%s", fixed.text.c_str());
            } else if (fixed.text != *text) {
                const Result<Done> written = write_file(file, fixed.text);
                if (!written) {
                    std::fprintf(stderr, "picket check: %s\n", written.error().message.c_str());
                    return kExitUsage;
                }
            }
            std::fprintf(stderr, "%s: %lld fixed\n", file.c_str(),
                         static_cast<long long>(fixed.fixes));
            *text = std::move(fixed.text);
        }
        CheckedDocument checked = check_document(*text, hints);
        for (const Finding& finding : checked.findings) {
            if (finding.severity != FindingSeverity::Note) status = kExitFailed;
        }
        const bool to_pipe = arguments.fix && file == "-";
        if (arguments.format == "text" && !to_pipe)
            print_text(file, *text, checked, arguments.calls);
        files.push_back({file, std::move(*text), std::move(checked)});
    }
    if (arguments.format == "json") std::printf("%s\n", findings_json(files).c_str());
    if (arguments.format == "sarif") std::printf("%s\n", findings_sarif(files).c_str());
    return status;
}

}  // namespace

RunCommand add_check_command(Options& options) {
    auto arguments = std::make_shared<CheckArguments>();
    options.required("files", arguments->files,
                     "Documents: .json, .sh, .md, .txt, or - for standard input");
    options.choice("--format", arguments->format, {"text", "json", "sarif"},
                   "text, json or sarif (text)");
    options.choice("--kind", arguments->kind, {"json", "shell", "markdown", "text"},
                   "What the files are, whatever their names say");
    options.flag("--fix", arguments->fix,
                 "Apply the fixes: to the files, or print standard input fixed");
    options.flag("--calls", arguments->calls, "Also print the calls that were recognised");
    return [arguments] { return run_check(*arguments); };
}

}  // namespace picket::cli
