// Finds the block in a PEM text, and says in which line it is wrong.
#include "x509/pem.h"

#include <optional>

#include "base/base64.h"
#include "text/say.h"
#include "text/utf8.h"

namespace picket {
namespace {

constexpr std::string_view kBegin = "-----BEGIN ";
constexpr std::string_view kEnd = "-----END ";
constexpr std::string_view kDashes = "-----";
constexpr std::size_t kLineWidth = 64;

Refusal pem_error(std::string message) {
    Error error;
    error.code = ErrorCode::CertificateValidation;
    error.message = std::move(message);
    return error;
}

std::string marker(std::string_view begin, std::string_view label) {
    return std::string(begin) + std::string(label) + std::string(kDashes);
}

std::string in_line(std::size_t line) { return say("Line {}", line); }

// Lines without their ends: "\n" or "\r\n", and blanks before it.
class Lines {
public:
    explicit Lines(std::string_view text) : rest_(text) {}
    bool next() {
        if (rest_.empty()) return false;
        const std::size_t end = rest_.find('\n');
        line_ = rest_.substr(0, end);
        rest_.remove_prefix(end == std::string_view::npos ? rest_.size() : end + 1);
        while (!line_.empty() &&
               (line_.back() == '\r' || line_.back() == ' ' || line_.back() == '\t')) {
            line_.remove_suffix(1);
        }
        ++number_;
        return true;
    }
    std::string_view line() const { return line_; }
    std::size_t number() const { return number_; }

private:
    std::string_view rest_;
    std::string_view line_;
    std::size_t number_ = 0;
};

bool is_base64(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '+' ||
           c == '/' || c == '=';
}

// Leaves `lines` at the marker that begins the block.
Refusal begin_problem(Lines& lines, std::string_view label) {
    const std::string begin = marker(kBegin, label);
    while (lines.next()) {
        const std::string_view line = lines.line();
        if (line == begin) return std::nullopt;
        if (line.starts_with(begin)) {
            return pem_error(say("{} goes on after '{}', which must stand alone. Line breaks must "
                                 "be real ones, not \\n written out.",
                                 in_line(lines.number()), begin));
        }
        if (line.starts_with(kBegin)) {
            return pem_error(say("{} is '{}', and '{}' is needed.", in_line(lines.number()),
                                 utf8_excerpt(line, 60), begin));
        }
    }
    return pem_error(
        say("There is no line '{}'. Send the text of the PEM file, with its first and last line.",
            begin));
}

Refusal tail_problem(Lines& lines, std::string_view label) {
    while (lines.next()) {
        if (lines.line().empty()) continue;
        if (lines.line().starts_with(kBegin)) {
            return pem_error(say("{} begins a second block. Send one {} only, without its chain.",
                                 in_line(lines.number()), label));
        }
        return pem_error(
            say("{} has text behind the end of the {}.", in_line(lines.number()), label));
    }
    return std::nullopt;
}

}  // namespace

Result<std::string> pem_decode(std::string_view text, std::string_view label) {
    Lines lines(text);
    if (auto problem = begin_problem(lines, label)) return problem;
    const std::size_t first = lines.number();
    const std::string end = marker(kEnd, label);
    std::string base64;
    while (lines.next() && !lines.line().starts_with(kDashes)) {
        for (std::size_t i = 0; i < lines.line().size(); ++i) {
            if (is_base64(lines.line()[i])) continue;
            return pem_error(say("{}, column {}, is not a character of base64.",
                                 in_line(lines.number()), i + 1));
        }
        base64 += lines.line();
    }
    if (lines.line() != end) {
        return pem_error(
            say("The block that begins in line {} is not ended by a line '{}'.", first, end));
    }
    const std::size_t last = lines.number();
    if (auto problem = tail_problem(lines, label)) return problem;
    std::optional<std::string> bytes = base64_decode(base64);
    if (!bytes || bytes->empty()) {
        return pem_error(say("The base64 between the lines {} and {} is cut off or damaged: its {} "
                             "characters do not decode.",
                             first, last, base64.size()));
    }
    return *std::move(bytes);
}

std::string pem_encode(std::string_view bytes, std::string_view label) {
    const std::string base64 = base64_encode(bytes);
    std::string out = marker(kBegin, label) + '\n';
    for (std::size_t at = 0; at < base64.size(); at += kLineWidth)
        out += base64.substr(at, kLineWidth) + '\n';
    return out + marker(kEnd, label) + '\n';
}

}  // namespace picket
