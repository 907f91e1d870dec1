// The reading and lexing behind tidy_test.cpp.
#include "tidy_scan.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <filesystem>
#include <fstream>
#include <iterator>

namespace tidy {
namespace {

constexpr std::array<std::string_view, 14> kTextExtensions{".cpp", ".h",    ".def",   ".js", ".mjs",
                                                           ".cjs", ".css",  ".cmake", ".sh", ".yml",
                                                           ".md",  ".json", ".html",  ".txt"};
constexpr std::array<std::string_view, 9> kCodeExtensions{".cpp", ".h",   ".def",   ".js", ".mjs",
                                                          ".cjs", ".css", ".cmake", ".sh"};

template <class List>
bool ends_with_any(std::string_view path, const List& extensions) {
    return std::any_of(extensions.begin(), extensions.end(),
                       [&](std::string_view extension) { return path.ends_with(extension); });
}

// The scripts of .ci/ have no extension.
bool is_command(std::string_view path) {
    return path.starts_with(".ci/") && path.find('.', 4) == std::string_view::npos;
}

bool wanted(std::string_view path) {
    return path == "Makefile" || path.ends_with(".d.ts") || is_command(path) ||
           ends_with_any(path, kTextExtensions);
}

std::vector<std::string> split_lines(const std::string& text) {
    std::vector<std::string> lines;
    std::size_t start = 0;
    while (start < text.size()) {
        const std::size_t end = std::min(text.find('\n', start), text.size());
        lines.push_back(text.substr(start, end - start));
        start = end + 1;
    }
    return lines;
}

bool is_foreign_folder(const std::string& name) {
    return name == "build" || name == "node_modules" || name == ".git" || name == ".cache";
}

std::vector<File> read_tree() {
    namespace fs = std::filesystem;
    const fs::path root = PICKET_SOURCE_DIR;
    std::vector<File> files;
    auto walk = fs::recursive_directory_iterator(root);
    for (auto it = fs::begin(walk); it != fs::end(walk); ++it) {
        if (it->is_directory()) {
            if (is_foreign_folder(it->path().filename().string())) it.disable_recursion_pending();
            continue;
        }
        const std::string path = it->path().lexically_relative(root).generic_string();
        if (!wanted(path)) continue;
        std::ifstream stream(it->path(), std::ios::binary);
        std::string text{std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
        std::vector<std::string> lines = split_lines(text);
        files.push_back({path, std::move(text), std::move(lines)});
    }
    std::sort(files.begin(), files.end(),
              [](const File& a, const File& b) { return a.path < b.path; });
    return files;
}

bool is_word(char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_'; }

// Lexer state for blanked(): where one literal or comment ends.
std::size_t skip_quoted(std::string_view text, std::size_t i, char quote) {
    for (++i; i < text.size() && text[i] != quote && text[i] != '\n'; ++i) {
        if (text[i] == '\\') ++i;
    }
    return i;
}

std::size_t skip_raw(std::string_view text, std::size_t quote) {
    const std::size_t open = text.find('(', quote);
    if (open == std::string_view::npos) return text.size();
    const std::string close = ")" + std::string(text.substr(quote + 1, open - quote - 1)) + "\"";
    const std::size_t end = text.find(close, open);
    return end == std::string_view::npos ? text.size() : end;
}

void blank(std::string& text, std::size_t from, std::size_t to) {
    for (std::size_t i = from; i < std::min(to, text.size()); ++i) {
        if (text[i] != '\n') text[i] = ' ';
    }
}

bool opens_scope(std::string_view statement) {
    static constexpr std::array<std::string_view, 6> kWords{"namespace", "struct", "class",
                                                            "enum",      "union",  "extern"};
    for (const std::string_view word : kWords) {
        for (std::size_t at = statement.find(word); at != std::string_view::npos;
             at = statement.find(word, at + 1)) {
            const bool starts = at == 0 || !is_word(statement[at - 1]);
            const std::size_t end = at + word.size();
            if (starts && (end == statement.size() || !is_word(statement[end]))) {
                // "template <class T> void f() {" is a function all the same.
                return statement.find(')') == std::string_view::npos;
            }
        }
    }
    return false;
}

// Whether a text holds a name as a whole word.
bool names(std::string_view text, std::string_view name) {
    for (std::size_t i = text.find(name); i != std::string_view::npos; i = text.find(name, i + 1)) {
        const std::size_t end = i + name.size();
        const bool starts = i == 0 || !is_word(text[i - 1]);
        if (starts && (end == text.size() || !is_word(text[end]))) return true;
    }
    return false;
}

}  // namespace

std::string File::folder() const {
    const std::size_t slash = path.rfind('/');
    return slash == std::string::npos ? "" : path.substr(0, slash + 1);
}

bool File::is_cpp() const { return has_extension(".cpp") || has_extension(".h"); }

// Documents that tests and examples read: kept as they were printed, mistakes included.
bool File::is_document() const { return under("examples/payloads/") || under("tests/documents/"); }

bool File::is_script() const {
    if (is_document()) return false;
    return is_command(path) || has_extension(".sh") || has_extension(".cmake") ||
           path.ends_with("CMakeLists.txt");
}

bool File::is_code() const {
    return !is_document() && (is_script() || ends_with_any(path, kCodeExtensions));
}

const std::vector<File>& all_files() {
    static const std::vector<File> files = read_tree();
    return files;
}

const File* find_file(const std::string& path) {
    const auto& files = all_files();
    const auto found = std::lower_bound(
        files.begin(), files.end(), path,
        [](const File& file, const std::string& key) { return file.path < key; });
    return found != files.end() && found->path == path ? &*found : nullptr;
}

std::string blanked(std::string_view text) {
    std::string out(text);
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        const char next = i + 1 < text.size() ? text[i + 1] : '\0';
        std::size_t end = i;
        if (c == '/' && next == '/') {
            end = std::min(text.find('\n', i), text.size());
            blank(out, i, end);
        } else if (c == '/' && next == '*') {
            const std::size_t close = text.find("*/", i + 2);
            end = close == std::string_view::npos ? text.size() : close + 1;
            blank(out, i, end + 1);
        } else if (c == '"' && i > 0 && text[i - 1] == 'R' && (i < 2 || !is_word(text[i - 2]))) {
            const std::size_t open = text.find('(', i);
            end = skip_raw(text, i);
            blank(out, std::min(open, text.size() - 1) + 1, end);
            end = std::min(text.find('"', end), text.size());
        } else if (c == '"' || (c == '\'' && (i == 0 || !is_word(text[i - 1])))) {
            end = skip_quoted(text, i, c);
            blank(out, i + 1, end);
        }
        i = end;
    }
    return out;
}

std::vector<bool> raw_lines(std::string_view text) {
    // Blanking keeps the quotes, so a raw literal is still recognisable by its opening in the code.
    const std::string code = blanked(text);
    const auto lines = static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n')) + 1;
    std::vector<bool> touched(lines, false);
    std::size_t line = 0;
    for (std::size_t i = 0; i < code.size(); ++i) {
        if (code[i] == '\n') ++line;
        const bool raw = code[i] == 'R' && i + 1 < code.size() && code[i + 1] == '"';
        if (!raw || (i > 0 && is_word(code[i - 1]))) continue;
        const std::size_t end = skip_raw(text, i + 1);
        touched[line] = true;
        for (; i < end && i < code.size(); ++i) {
            if (code[i] == '\n') touched[++line] = true;
        }
    }
    return touched;
}

std::vector<Function> functions(std::string_view text) {
    const std::string code = blanked(text);
    std::vector<Function> found;
    std::vector<char> blocks;  // 's' scope, 'f' function, 'o' other.
    std::string statement;
    int line = 0;
    int statement_line = 0;
    for (std::size_t i = 0; i < code.size(); ++i) {
        const char c = code[i];
        const bool blank_start = statement.empty();
        if (c == '#' && blank_start) {  // A preprocessor line, with its continuations, is no
                                        // statement.
            while (i < code.size() && (code[i] != '\n' || code[i - 1] == '\\'))
                line += code[i++] == '\n';
        }
        if (i < code.size() && code[i] == '\n') ++line;
        if (i >= code.size() || (blank_start && std::isspace(static_cast<unsigned char>(code[i]))))
            continue;
        if (blank_start) statement_line = line;
        if (c == '{') {
            const bool at_scope = std::all_of(blocks.begin(), blocks.end(),
                                              [](char b) { return b == 's'; });
            const bool scope = at_scope && opens_scope(statement);
            const bool body = at_scope && !scope && statement.find(')') != std::string::npos &&
                              statement.find_last_not_of(" \n") != statement.rfind('=');
            blocks.push_back(scope ? 's' : body ? 'f' : 'o');
            if (body) found.push_back({statement_line, statement_line});
            statement.clear();
        } else if (c == '}') {
            if (!blocks.empty() && blocks.back() == 'f') found.back().last = line;
            if (!blocks.empty()) blocks.pop_back();
            statement.clear();
        } else if (c == ';') {
            statement.clear();
        } else {
            statement.push_back(c);
        }
    }
    return found;
}

std::vector<std::size_t> word_lines(std::string_view code, std::string_view word, Use use) {
    std::vector<std::size_t> lines;
    for (std::size_t i = code.find(word); i != std::string_view::npos; i = code.find(word, i + 1)) {
        std::size_t end = i + word.size();
        if ((i > 0 && is_word(code[i - 1])) || (end < code.size() && is_word(code[end]))) continue;
        if (use == Use::Call) {
            while (end < code.size() && code[end] == ' ') ++end;
            if (end == code.size() || code[end] != '(') continue;
            const std::string_view before = code.substr(0, i);
            const bool is_std = before.ends_with("std::") || before.ends_with(" ::");
            if (!is_std &&
                (before.ends_with("::") || before.ends_with('.') || before.ends_with("->")))
                continue;
        }
        lines.push_back(static_cast<std::size_t>(
            std::count(code.begin(), code.begin() + static_cast<long>(i), '\n')));
    }
    return lines;
}

std::vector<Include> quoted_includes(const File& file) {
    std::vector<Include> includes;
    for (std::size_t i = 0; i < file.lines.size(); ++i) {
        const std::string& line = file.lines[i];
        if (!line.starts_with("#include \"")) continue;
        const std::size_t start = line.find('"') + 1;
        includes.push_back({i, line.substr(start, line.find('"', start) - start)});
    }
    return includes;
}

bool opens_with_comment(const File& file) {
    if (file.lines.empty()) return false;
    const std::size_t first = file.lines[0].starts_with("#!") ? 1 : 0;
    if (file.lines.size() <= first) return false;
    const std::string& line = file.lines[first];
    const bool hash = !file.is_cpp() && line.starts_with("# ");
    return hash || line.starts_with("// ") || line.starts_with("/* ");
}

bool has_absolute_path(std::string_view line, std::string_view folder) {
    for (std::size_t i = line.find(folder); i != std::string_view::npos;
         i = line.find(folder, i + 1)) {
        if (i == 0 || (!is_word(line[i - 1]) && line[i - 1] != '.' && line[i - 1] != '}'))
            return true;
    }
    return false;
}

bool named_in_cmake(const File& file) {
    std::string name = file.path.substr(file.folder().size());
    for (const std::string_view suffix : {"_fuzz.cpp", "_bench.cpp"}) {
        if (name.ends_with(suffix)) name.resize(name.size() - suffix.size());
    }
    return std::any_of(all_files().begin(), all_files().end(), [&](const File& list) {
        const bool is_list = list.path.ends_with("CMakeLists.txt") || list.has_extension(".cmake");
        return is_list && file.path.starts_with(list.folder()) && names(list.text, name);
    });
}

int columns(std::string_view utf8_line) {
    return static_cast<int>(std::count_if(utf8_line.begin(), utf8_line.end(), [](char c) {
        return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
    }));
}

std::string at(const File& file, std::size_t line, std::string_view what) {
    return file.path + ":" + std::to_string(line + 1) + ": " + std::string(what);
}

}  // namespace tidy
