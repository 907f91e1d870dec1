// The house rules as tests: sizes, banned calls, directions of dependency, and what no file may
// contain. The rules are text heuristics over the source tree, good enough for code laid out by
// clang-format; the last cases check the heuristics themselves on small samples.
#include "tidy_scan.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace {

using namespace tidy;

constexpr int kLineLengthMax = 100;
constexpr int kTableLineLengthMax = 180;   // *.def: one row is one line.
constexpr int kScriptLineLengthMax = 130;  // Shell and CMake: commands with long names and no
                                           // formatter.
constexpr int kFunctionLinesMax = 70;
constexpr int kFileLinesMax = 400;
constexpr int kViewLinesMax = 250;
constexpr int kBindingsLinesMax = 150;

struct Exception {
    std::string_view path;
    std::string_view rule;  // "file", "function", "line" or "call".
    std::string_view reason;
};

// May only shrink.
constexpr std::array kExceptions{
    Exception{"core/src/text/decimal.cpp", "call", "Where the C library's strtod is wrapped."},
};

bool excepted(const File& file, std::string_view rule) {
    return std::any_of(kExceptions.begin(), kExceptions.end(), [&](const Exception& exception) {
        return exception.path == file.path && exception.rule == rule;
    });
}

struct Banned {
    std::string_view word;
    std::string_view instead;
};

// Words that may not appear in the core at all: they bring clocks, chance, order by address, or
// exceptions.
constexpr std::array kBannedWords{
    Banned{"system_clock", "the virtual clock"},
    Banned{"steady_clock", "the virtual clock"},
    Banned{"high_resolution_clock", "the virtual clock"},
    Banned{"random_device", "base/random.h"},
    Banned{"mt19937", "base/random.h"},
    Banned{"mt19937_64", "base/random.h"},
    Banned{"uniform_int_distribution", "base/random.h"},
    Banned{"normal_distribution", "base/random.h"},
    Banned{"regex", "model/patterns.h"},
    Banned{"unordered_map", "Table or an ordered container"},
    Banned{"unordered_set", "Table or an ordered container"},
    Banned{"throw", "Result"},
    Banned{"try", "Result"},
    Banned{"catch", "Result"},
    Banned{"dynamic_cast", "a kind in the value"},
    Banned{"typeid", "a kind in the value"},
    Banned{"sleep_"
           "for",
           "virtual time"},
    Banned{"thread", "bounded work items"},
    Banned{"mutex", "bounded work items"},
    Banned{"cout", "a return value"},
    Banned{"cerr", "a return value"},
    Banned{"ifstream", "bytes from the host"},
    Banned{"ofstream", "bytes for the host"},
    Banned{"thread_local", "state in the World"},
};

// Functions that may not be called in the core (a member function of the same name is fine).
constexpr std::array kBannedCalls{
    Banned{"rand", "base/random.h"},
    Banned{"srand", "base/random.h"},
    Banned{"clock", "the virtual clock"},
    Banned{"getenv", "a setting"},
    Banned{"setlocale", "nothing"},
    Banned{"sleep", "virtual time"},
    Banned{"usleep", "virtual time"},
    Banned{"printf", "a return value"},
    Banned{"fopen", "bytes"},
    Banned{"assert", "PICKET_ASSERT"},
    Banned{"stod", "text/decimal.h"},
    Banned{"strtod", "text/decimal.h"},
};

// Their last bits differ between C libraries.
constexpr std::array<std::string_view, 16> kInexactCalls{
    "exp", "exp2", "expm1", "log",  "log2", "log10", "log1p", "pow",
    "sin", "cos",  "tan",   "asin", "acos", "atan",  "tanh",  "cbrt"};

bool in_core_library(const File& file) {
    return file.is_cpp() && (file.under("core/src/") || file.under("core/include/"));
}

bool is_host(const File& file) {
    return file.is_cpp() &&
           (file.under("core/cli/") || file.under("web/") || file.under("imgui_app/"));
}

// The rank of a folder of core/src; an include may point to the same folder or to a lower rank.
int layer_rank(std::string_view folder) {
    if (folder == "base" || folder == "text") return folder == "text" ? 1 : 0;
    if (folder == "model" || folder == "policy" || folder == "x509") return 2;
    if (folder == "world" || folder == "detect" || folder == "recordings" || folder == "sim")
        return 3;
    if (folder == "service") return 4;
    if (folder == "api" || folder == "documents") return folder == "api" ? 5 : 6;
    return folder == "engine" ? 7 : folder == "scenario" ? 8 : -1;  // which plays on an Engine
}

std::string_view layer_of(const File& file) {
    const std::string_view inside = std::string_view(file.path).substr(sizeof("core/src/") - 1);
    const std::size_t slash = inside.find('/');
    return slash == std::string_view::npos ? "engine" : inside.substr(0, slash);
}

// Fails once per finding, so that one run shows everything there is to mend.
void report(const std::vector<std::string>& findings) {
    for (const std::string& finding : findings) FAIL_CHECK(finding);
    CHECK(findings.empty());
}

}  // namespace

TEST_CASE("tidy: the source tree is found") {
    const auto& files = all_files();
    CHECK(files.size() > 20);
    CHECK(std::any_of(files.begin(), files.end(), in_core_library));
}

TEST_CASE("tidy: lines, functions and files keep their limits") {
    std::vector<std::string> findings;
    for (const File& file : all_files()) {
        if (!file.is_code()) continue;
        const int limit = file.path == "web/bindings.cpp"  ? kBindingsLinesMax
                          : file.under("imgui_app/views/") ? kViewLinesMax
                                                           : kFileLinesMax;
        const int line_limit = file.has_extension(".def") ? kTableLineLengthMax
                               : file.is_script()         ? kScriptLineLengthMax
                                                          : kLineLengthMax;
        const int count = static_cast<int>(file.lines.size());
        if (count > limit && !excepted(file, "file")) {
            findings.push_back(file.path + ": " + std::to_string(count) + " lines, the limit is " +
                               std::to_string(limit));
        }
        const std::vector<bool> raw = file.is_cpp() ? raw_lines(file.text) : std::vector<bool>();
        for (std::size_t i = 0; i < file.lines.size() && !excepted(file, "line"); ++i) {
            const bool is_data = i < raw.size() && raw[i];
            if (!is_data && columns(file.lines[i]) > line_limit) {
                findings.push_back(at(file, i, "line too long"));
            }
        }
        if (!file.is_cpp() || excepted(file, "function")) continue;
        for (const Function& function : functions(file.text)) {
            const int length = function.last - function.first + 1;
            if (length > kFunctionLinesMax) {
                findings.push_back(at(file, static_cast<std::size_t>(function.first),
                                      "function of " + std::to_string(length) + " lines"));
            }
        }
    }
    report(findings);
}

TEST_CASE("tidy: every source file opens with a comment that says why it exists") {
    std::vector<std::string> findings;
    for (const File& file : all_files()) {
        // A folder's list of files says what it is by itself.
        if (file.path.ends_with("CMakeLists.txt") && file.lines.size() < 30) continue;
        if (file.is_code() && !opens_with_comment(file)) findings.push_back(file.path);
    }
    report(findings);
}

TEST_CASE("tidy: no tabs, no trailing blanks, a newline at the end") {
    std::vector<std::string> findings;
    for (const File& file : all_files()) {
        if (!file.is_code() && (file.is_document() || !file.has_extension(".md"))) continue;
        for (std::size_t i = 0; i < file.lines.size(); ++i) {
            const std::string& line = file.lines[i];
            if (!line.empty() &&
                (line.back() == ' ' || line.back() == '\t' || line.back() == '\r')) {
                findings.push_back(at(file, i, "trailing blank"));
            }
            if (line.find('\t') != std::string::npos && file.path != "Makefile") {
                findings.push_back(at(file, i, "tab"));
            }
        }
        if (!file.text.empty() && file.text.back() != '\n') {
            findings.push_back(file.path + ": no newline at the end");
        }
    }
    report(findings);
}

TEST_CASE("tidy: no leftovers, paths of one machine, or registry hosts") {
    // Spelled in two parts so that this file passes its own test.
    const std::array<std::string, 4> words{"TO"
                                           "DO",
                                           "FIX"
                                           "ME",
                                           "XX"
                                           "X:",
                                           "HA"
                                           "CK:"};
    const std::array<std::string, 3> folders{"/ho"
                                             "me/",
                                             "/wo"
                                             "rk/",
                                             "/ro"
                                             "ot/"};
    const std::array<std::string, 3> hosts{"registry.npm"
                                           "js.org",
                                           "deb.debian"
                                           ".org",
                                           "registry.yarn"
                                           "pkg.com"};
    const std::array<std::string, 3> waits{"sleep"
                                           "_for",
                                           "waitFor"
                                           "Timeout",
                                           "uslee"
                                           "p("};
    std::vector<std::string> findings;
    for (const File& file : all_files()) {
        if (file.under("tests/fuzz/corpus/")) continue;
        for (std::size_t i = 0; i < file.lines.size(); ++i) {
            const std::string& line = file.lines[i];
            for (const std::string& word : words) {
                if (line.find(word) != std::string::npos) findings.push_back(at(file, i, word));
            }
            for (const std::string& folder : folders) {
                if (has_absolute_path(line, folder)) findings.push_back(at(file, i, folder));
            }
            for (const std::string& host : hosts) {
                if (line.find(host) != std::string::npos) findings.push_back(at(file, i, host));
            }
            for (const std::string& wait : waits) {
                if (file.is_code() && file.path != "tests/tidy_test.cpp" &&
                    line.find(wait) != std::string::npos) {
                    findings.push_back(
                        at(file, i, wait + ": wait for a condition or use virtual time"));
                }
            }
        }
    }
    report(findings);
}

TEST_CASE("tidy: headers are guarded by pragma once and open no namespace for their readers") {
    std::vector<std::string> findings;
    for (const File& file : all_files()) {
        if (!file.has_extension(".h")) continue;
        if (file.text.find("\n#pragma once\n") == std::string::npos) {
            findings.push_back(file.path + ": no #pragma once");
        }
        if (blanked(file.text).find("using namespace") != std::string::npos) {
            findings.push_back(file.path + ": using namespace in a header");
        }
    }
    report(findings);
}

TEST_CASE("tidy: the core has no clock, chance, exception, thread or I/O") {
    std::vector<std::string> findings;
    for (const File& file : all_files()) {
        if (!in_core_library(file)) continue;
        const std::string code = blanked(file.text);
        for (const Banned& banned : kBannedWords) {
            for (std::size_t line : word_lines(code, banned.word, Use::Any)) {
                findings.push_back(
                    at(file, line,
                       std::string(banned.word) + " (use " + std::string(banned.instead) + ")"));
            }
        }
        for (const Banned& banned : kBannedCalls) {
            for (std::size_t line : word_lines(code, banned.word, Use::Call)) {
                if (excepted(file, "call")) continue;
                findings.push_back(
                    at(file, line,
                       std::string(banned.word) + "() (use " + std::string(banned.instead) + ")"));
            }
        }
        if (file.under("core/src/base/maths")) continue;
        for (const std::string_view call : kInexactCalls) {
            for (std::size_t line : word_lines(code, call, Use::Call)) {
                findings.push_back(at(file, line, std::string(call) + "() (use picket::maths)"));
            }
        }
    }
    report(findings);
}

TEST_CASE("tidy: includes in the core point one way") {
    std::vector<std::string> findings;
    for (const File& file : all_files()) {
        if (!file.is_cpp()) continue;
        const bool is_public = file.under("core/include/");
        const bool is_private = file.under("core/src/");
        if (!is_public && !is_private) continue;
        const std::string_view own = is_private ? layer_of(file) : std::string_view("public");
        for (const Include& include : quoted_includes(file)) {
            if (include.path.starts_with("picket/")) continue;
            const std::size_t slash = include.path.find('/');
            const std::string folder = slash == std::string::npos ? "engine"
                                                                  : include.path.substr(0, slash);
            const int rank = layer_rank(folder);
            const bool down = is_private && rank >= 0 && (folder == own || rank < layer_rank(own));
            if (!down) {
                findings.push_back(
                    at(file, include.line, std::string(own) + " may not include " + include.path));
            }
        }
    }
    report(findings);
}

TEST_CASE("tidy: hosts see only the public headers of the core") {
    std::vector<std::string> findings;
    for (const File& file : all_files()) {
        if (!is_host(file)) continue;
        for (const Include& include : quoted_includes(file)) {
            const bool private_core = find_file("core/src/" + include.path) != nullptr;
            const bool of_host = find_file(file.folder() + include.path) ||
                                 find_file("imgui_app/" + include.path);
            if ((private_core && !of_host) || include.path.find("core/src") != std::string::npos) {
                findings.push_back(at(file, include.line, "includes " + include.path));
            }
        }
    }
    report(findings);
}

TEST_CASE("tidy: every C++ source is named in a CMakeLists.txt") {
    std::vector<std::string> findings;
    for (const File& file : all_files()) {
        if (file.has_extension(".cpp") && !named_in_cmake(file)) findings.push_back(file.path);
    }
    report(findings);
}

TEST_CASE("tidy scan: comments and literals are blanked, lines kept") {
    CHECK(blanked("a // rand()\nb") == "a          \nb");
    CHECK(blanked("f(\"throw\", 'x');") == "f(\"     \", ' ');");
    CHECK(blanked("/* try\n */ x") == "      \n    x");
    CHECK(blanked("R\"(try)\" y 1'000") == "R\"(   )\" y 1'000");
}

TEST_CASE("tidy scan: lines of raw literals are known") {
    CHECK(raw_lines("a\nb(R\"(x\ny)\");\nc \"R\"") == std::vector<bool>{false, true, true, false});
}

TEST_CASE("tidy scan: calls are told from members and other words") {
    CHECK(word_lines("x = rand();", "rand", Use::Call).size() == 1);
    CHECK(word_lines("x = std::log (2);", "log", Use::Call).size() == 1);
    CHECK(word_lines("a.log(2); p->log(2); maths::log(2); strand();", "log", Use::Call).empty());
    CHECK(word_lines("PICKET_TRY(x, retry());", "try", Use::Any).empty());
}

TEST_CASE("tidy scan: functions are found with their first and last line") {
    const std::string text = "namespace a {\n"
                             "struct S {\n"
                             "    int f() const {\n"
                             "        if (x) {\n"
                             "        }\n"
                             "    }\n"
                             "};\n"
                             "const int kTable[] = {\n"
                             "    1,\n"
                             "};\n"
                             "void g(int a,\n"
                             "       int b) {\n"
                             "}\n"
                             "}\n";
    const auto found = functions(text);
    REQUIRE(found.size() == 2);
    CHECK(found[0].first == 2);
    CHECK(found[0].last == 5);
    CHECK(found[1].first == 10);
    CHECK(found[1].last == 12);
}

TEST_CASE("tidy scan: only the start of a path counts as a path of one machine") {
    const std::string folder = "/wo"
                               "rk/";
    CHECK(has_absolute_path("cd " + folder + "x", folder));
    CHECK(!has_absolute_path("core" + folder + "x.h", folder));
    CHECK(columns("h\xC3\xA9llo") == 5);
}
