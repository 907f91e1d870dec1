// Reads the project's source tree and answers the questions of tidy_test.cpp about it.
// A lexer of comments and literals, not a parser: it trusts that the code compiles and is laid out
// by clang-format.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace tidy {

struct File {
    std::string path;  // From the project's root, with '/'.
    std::string text;
    std::vector<std::string> lines;

    bool under(std::string_view folder) const { return path.starts_with(folder); }
    bool has_extension(std::string_view extension) const { return path.ends_with(extension); }
    std::string folder() const;  // With a trailing '/'; empty at the root.
    bool is_cpp() const;
    bool is_document() const;
    bool is_script() const;  // Shell and CMake.
    bool is_code() const;  // C++, JavaScript, shell, CMake, style sheets: written by hand, read by
                           // people.
};

// Every text file that belongs to the project, in the order of paths. Built and fetched folders are
// left out.
const std::vector<File>& all_files();
const File* find_file(const std::string& path);

// The text with the insides of comments and of string and character literals replaced by blanks;
// lines stay.
std::string blanked(std::string_view text);

// For each line, whether a raw string literal touches it: such text is data and cannot be laid out.
std::vector<bool> raw_lines(std::string_view text);

struct Function {
    int first = 0;  // Zero-based lines, from the start of the signature to the closing brace.
    int last = 0;
};
std::vector<Function> functions(std::string_view text);

enum class Use { Any, Call };
// The zero-based lines where blanked code uses a word; a Call is a free function of the global or
// std namespace.
std::vector<std::size_t> word_lines(std::string_view code, std::string_view word, Use use);

struct Include {
    std::size_t line = 0;
    std::string path;
};
std::vector<Include> quoted_includes(const File& file);

bool opens_with_comment(const File& file);
bool has_absolute_path(std::string_view line, std::string_view folder);
bool named_in_cmake(const File& file);
int columns(std::string_view utf8_line);
std::string at(const File& file, std::size_t line, std::string_view what);

}  // namespace tidy
