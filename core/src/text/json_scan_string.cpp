// Strings of the tolerant reader: four kinds of quotes, escapes good and bad, ill-formed bytes.
#include "text/json_scan.h"

#include <array>

#include "text/utf8.h"

namespace picket {
namespace {

using ProblemKind = JsonProblem::Kind;

// Bytes that stand for themselves in any string, whatever its quotes.
constexpr std::array<bool, 256> plain_bytes() {
    std::array<bool, 256> plain{};
    for (int byte = 0x20; byte < 0x80; ++byte) {
        plain[static_cast<std::size_t>(byte)] = byte != '"' && byte != '\'' && byte != '\\';
    }
    return plain;
}
constexpr std::array<bool, 256> kPlain = plain_bytes();

}  // namespace

bool JsonScanner::closes(Quote quote, std::uint32_t& bytes) const {
    bytes = 1;
    const char c = text_[at_];
    if (c == '"') return quote == Quote::Double || quote == Quote::CurlyDouble;
    if (c == '\'') return quote == Quote::Single || quote == Quote::CurlySingle;
    if (c != '\xE2' || quote == Quote::Double || quote == Quote::Single) return false;
    bytes = 3;
    const char32_t code = utf8_step(text_, at_).code;
    return quote == Quote::CurlyDouble ? is_curly_double(code) : is_curly_single(code);
}

JsonToken JsonScanner::string(Quote quote, std::uint32_t opener_bytes) {
    JsonToken token;
    token.kind = JsonTokenKind::String;
    token.span.begin = at_;
    at_ += opener_bytes;
    const std::uint32_t content = at_;
    decoded_.clear();
    run_begin_ = at_;
    curly_at_ = 0;
    std::uint32_t closer_bytes = 0;
    bool closed = false;
    // A string ends with its line: one forgotten quote then spoils one line, not the document.
    while (at_ < size() && text_[at_] != '\n' && text_[at_] != '\r') {
        const auto byte = static_cast<unsigned char>(text_[at_]);
        if (kPlain[byte]) {
            ++at_;
            continue;
        }
        closed = closes(quote, closer_bytes);
        if (closed) break;
        string_byte(byte);
    }
    if (!closed && quote == Quote::Double && curly_at_ > 0) {
        at_ = run_begin_ = curly_at_;
        decoded_.resize(curly_decoded_);
        quote = Quote::CurlyDouble;
        closer_bytes = 3;
        closed = true;
    }
    if (run_begin_ == content && decoded_.empty()) {
        token.text = text_.substr(content, at_ - content);
    } else {
        flush();
        token.text = decoded_;
    }
    if (closed) at_ += closer_bytes;
    token.span.end = at_;
    report_string(quote, closed, token.span);
    return token;
}

void JsonScanner::report_string(Quote quote, bool closed, Span span) {
    if (quote == Quote::Single || quote == Quote::CurlySingle) {
        report(ProblemKind::SingleQuote, span,
               "JSON strings stand in double quotes. Write \"...\" here.");
    }
    if (quote == Quote::CurlyDouble) {
        report(ProblemKind::CurlyQuote, span,
               "Curly quotes do not delimit JSON strings. Write straight ones: \"...\".");
    }
    if (!closed) {
        report(ProblemKind::MissingClose, span,
               "The string that starts here is not closed on its line. Add the closing quote, or "
               "write line breaks inside the string as \\n.");
    }
}

// Copies the run of unchanged bytes before `at_`.
void JsonScanner::flush() {
    decoded_.append(text_, run_begin_, at_ - run_begin_);
    run_begin_ = at_;
}

// The next `bytes` bytes of the text decode to `text`.
void JsonScanner::decode_as(std::string_view text, std::uint32_t bytes) {
    flush();
    decoded_ += text;
    at_ += bytes;
    run_begin_ = at_;
}

void JsonScanner::string_byte(unsigned char byte) {
    if (byte == '\\') {
        escape();
    } else if (byte < 0x20) {
        const bool tab = byte == '\t';
        problems_.add(ProblemKind::ControlCharacter, {at_, at_ + 1},
                      {"The control character ", code_point_name(byte),
                       " may not stand in a string. Write ", tab ? "\\t" : "a \\u escape",
                       " instead."});
        ++at_;
    } else if (byte < 0x80) {
        ++at_;
    } else {
        const Utf8Step step = utf8_step(text_, at_);
        if (!step.valid) {
            report(ProblemKind::BadUtf8, {at_, at_ + step.length},
                   "These bytes are not UTF-8. Save the text as UTF-8.");
            decode_as(kUtf8Replacement, step.length);
            return;
        }
        if (curly_at_ == 0 && is_curly_double(step.code)) {
            flush();
            curly_at_ = at_;
            curly_decoded_ = decoded_.size();
        }
        at_ += step.length;
    }
}

void JsonScanner::escape() {
    switch (at(at_ + 1)) {
    case '"':
        return decode_as("\"", 2);
    case '\\':
        return decode_as("\\", 2);
    case '/':
        return decode_as("/", 2);
    case 'b':
        return decode_as("\b", 2);
    case 'f':
        return decode_as("\f", 2);
    case 'n':
        return decode_as("\n", 2);
    case 'r':
        return decode_as("\r", 2);
    case 't':
        return decode_as("\t", 2);
    case 'u':
        if (unicode_escape()) return;
        break;
    case '\'':
        report(ProblemKind::BadEscape, {at_, at_ + 2}, "JSON has no \\' escape. Write ' alone.");
        return decode_as("'", 2);
    default:
        break;
    }
    const bool unicode = at(at_ + 1) == 'u';
    report(ProblemKind::BadEscape, {at_, at_ + (unicode ? 2u : 1u)},
           unicode ? "A \\u escape needs four hexadecimal digits, as in \\u00e9."
                   : "A backslash must be followed by one of \" \\ / b f n r t u. "
                     "Write \\\\ for the backslash itself.");
    decode_as("\\", 1);
}

bool JsonScanner::hex4(std::uint32_t index, std::uint32_t& code) const {
    code = 0;
    for (std::uint32_t i = 0; i < 4; ++i) {
        const char c = at(index + i);
        const bool digit = c >= '0' && c <= '9';
        const bool lower = c >= 'a' && c <= 'f';
        if (!digit && !lower && !(c >= 'A' && c <= 'F')) return false;
        code = code * 16 + static_cast<std::uint32_t>(digit ? c - '0' : (c | 0x20) - 'a' + 10);
    }
    return true;
}

bool JsonScanner::unicode_escape() {
    std::uint32_t code = 0;
    if (!hex4(at_ + 2, code)) return false;
    std::uint32_t bytes = 6;
    if (code >= 0xD800 && code <= 0xDFFF) {
        std::uint32_t low = 0;
        const bool pair = code < 0xDC00 && at(at_ + 6) == '\\' && at(at_ + 7) == 'u' &&
                          hex4(at_ + 8, low) && low >= 0xDC00 && low <= 0xDFFF;
        if (pair) {
            code = 0x10000 + ((code - 0xD800) << 10) + (low - 0xDC00);
            bytes = 12;
        } else {
            report(ProblemKind::BadEscape, {at_, at_ + 6},
                   "This \\u escape is half of a surrogate pair. Write both halves, or the "
                   "character itself.");
            code = 0xFFFD;
        }
    }
    std::string encoded;
    append_utf8(encoded, code);
    decode_as(encoded, bytes);
    return true;
}

}  // namespace picket
