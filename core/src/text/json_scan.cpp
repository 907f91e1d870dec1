// Tokens outside strings: brackets, words, numbers, and all that may stand between them.
#include "text/json_scan.h"

#include <algorithm>
#include <limits>

#include "picket/ascii.h"
#include "text/decimal.h"
#include "text/utf8.h"

namespace picket {
namespace {

using ProblemKind = JsonProblem::Kind;

// Spaces and marks that copying from web pages and word processors brings along.
bool is_odd_space(char32_t code) {
    return code == 0xA0 || code == 0x1680 || (code >= 0x2000 && code <= 0x200F) || code == 0x2028 ||
           code == 0x2029 || code == 0x202F || code == 0x205F || code == 0x3000 || code == 0xFEFF;
}

bool is_control(unsigned char byte) { return byte < 0x20 || byte == 0x7F; }

bool is_json_space(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; }

}  // namespace

void JsonProblems::add(ProblemKind kind, Span span,
                       std::initializer_list<std::string_view> message) {
    if (muted_ || span.begin >= last_kept_) return;
    std::string text;
    for (const std::string_view part : message) text += part;
    list_.push_back({kind, span, std::move(text)});
    if (list_.size() >= 2 * kJsonProblemsMax) cut();
}

void JsonProblems::cut() {
    // Stable: of two problems at one place the one met first is the one to tell.
    std::stable_sort(list_.begin(), list_.end(), [](const JsonProblem& a, const JsonProblem& b) {
        return a.span.begin < b.span.begin;
    });
    if (list_.size() < kJsonProblemsMax) return;
    list_.resize(kJsonProblemsMax);
    last_kept_ = list_.back().span.begin;
}

std::vector<JsonProblem> JsonProblems::take() {
    cut();
    return std::move(list_);
}

std::string code_point_name(char32_t code) {
    static constexpr char kHex[] = "0123456789ABCDEF";
    std::string name = "U+";
    for (int shift = code > 0xFFFF ? 20 : 12; shift >= 0; shift -= 4) {
        name += kHex[(code >> shift) & 15];
    }
    return name;
}

JsonScanner::JsonScanner(std::string_view text, JsonProblems& problems)
    : text_(text), problems_(problems) {
    if (text.substr(0, 3) == "\xEF\xBB\xBF") at_ = 3;
}

void JsonScanner::report(ProblemKind kind, Span span, std::string_view message) {
    problems_.add(kind, span, {message});
}

bool JsonScanner::starts_comment(std::uint32_t begin) const {
    return at(begin) == '/' && (at(begin + 1) == '/' || at(begin + 1) == '*');
}

bool JsonScanner::skip_comment() {
    if (!starts_comment(at_)) return false;
    const bool block = text_[at_ + 1] == '*';
    const std::size_t found = text_.find(block ? "*/" : "\n", at_ + 2);
    const bool ends = found != std::string_view::npos;
    const std::size_t end = ends ? found + (block ? 2 : 0) : text_.size();
    const Span span{at_, static_cast<std::uint32_t>(end)};
    report(ProblemKind::Comment, span, "JSON has no comments. Remove this one.");
    if (block && !ends) {
        report(ProblemKind::MissingClose, span,
               "The comment that starts here has no end. Remove it.");
    }
    at_ = span.end;
    return true;
}

// Bytes that are neither white space nor part of any token.
bool JsonScanner::skip_stray() {
    const auto byte = static_cast<unsigned char>(text_[at_]);
    if (byte < 0x80 && !is_control(byte)) return false;
    const Utf8Step step = utf8_step(text_, at_);
    Span span{at_, at_ + step.length};
    if (!step.valid) {
        while (span.end < size() && !utf8_step(text_, span.end).valid) {
            span.end += utf8_step(text_, span.end).length;
        }
        report(ProblemKind::BadUtf8, span, "These bytes are not UTF-8. Save the text as UTF-8.");
    } else if (byte < 0x80) {
        problems_.add(ProblemKind::ControlCharacter, span,
                      {"The control character ", code_point_name(byte),
                       " may not stand between values. Remove it."});
    } else if (is_odd_space(step.code)) {
        problems_.add(ProblemKind::Syntax, span,
                      {"The unusual space ", code_point_name(step.code),
                       " is not white space in JSON. Put an ordinary space instead."});
    } else {
        return false;
    }
    at_ = span.end;
    return true;
}

void JsonScanner::skip_space() {
    while (at_ < size()) {
        if (is_json_space(text_[at_])) {
            ++at_;
        } else if (!skip_comment() && !skip_stray()) {
            return;
        }
    }
}

bool JsonScanner::colon_follows() const {
    std::uint32_t next = at_;
    while (is_json_space(at(next))) ++next;
    return at(next) == ':';
}

JsonToken JsonScanner::single(JsonTokenKind kind) {
    JsonToken token;
    token.kind = kind;
    token.span = {at_, at_ + 1};
    token.text = text_.substr(at_, 1);
    ++at_;
    return token;
}

JsonToken JsonScanner::next(Place place) {
    skip_space();
    if (at_ >= size()) {
        JsonToken end;
        end.span = {size(), size()};
        return end;
    }
    switch (text_[at_]) {
    case '{':
        return single(JsonTokenKind::OpenObject);
    case '}':
        return single(JsonTokenKind::CloseObject);
    case '[':
        return single(JsonTokenKind::OpenArray);
    case ']':
        return single(JsonTokenKind::CloseArray);
    case ':':
        return single(JsonTokenKind::Colon);
    case ',':
        return single(JsonTokenKind::Comma);
    case '"':
        return string(Quote::Double, 1);
    case '\'':
        return string(Quote::Single, 1);
    default:
        break;
    }
    const char32_t code = utf8_step(text_, at_).code;
    if (is_curly_double(code)) return string(Quote::CurlyDouble, 3);
    if (is_curly_single(code)) return string(Quote::CurlySingle, 3);
    return word(place);
}

bool JsonScanner::ends_word(std::uint32_t index, Place place) const {
    const auto byte = static_cast<unsigned char>(text_[index]);
    if (byte >= 0x80) {
        const Utf8Step step = utf8_step(text_, index);
        return !step.valid || is_odd_space(step.code) || is_curly_double(step.code);
    }
    switch (byte) {
    case ' ':
    case '{':
    case '}':
    case '[':
    case ']':
    case ',':
    case ';':
    case '"':
        return true;
    case ':':
        return place == Place::Elsewhere;
    // The slashes of "https://" do not open a comment.
    case '/':
        return starts_comment(index) && (index == 0 || text_[index - 1] != ':');
    default:
        return is_control(byte);
    }
}

// The end of a bracketed placeholder whose bracket stands at `begin`, or `begin` if it is not one.
std::uint32_t JsonScanner::placeholder_end(std::uint32_t begin, char closer) const {
    static constexpr std::string_view kNever = "<{}[]\",";
    for (std::uint32_t i = begin + 1; i < size();) {
        if (text_[i] == closer) return i + 1;
        const Utf8Step step = utf8_step(text_, i);
        const bool control = step.code < 0x20 || step.code == 0x7F;
        if (!step.valid || control || kNever.find(text_[i]) != std::string_view::npos) break;
        i += step.length;
    }
    return begin;
}

std::uint32_t JsonScanner::word_end(Place place) const {
    std::uint32_t end = at_;
    if (text_[end] == ';' || text_[end] == '|') return end + 1;
    // "<your account id>" is one word, and so is "${AWS::AccountId}-role".
    if (text_[end] == '<') end = placeholder_end(end, '>');
    if (end == at_) end += utf8_step(text_, end).length;
    while (end < size()) {
        if (text_[end] == '{' && text_[end - 1] == '$') {
            const std::uint32_t after = placeholder_end(end, '}');
            if (after == end) return end;
            end = after;
        } else if (ends_word(end, place)) {
            return end;
        } else {
            end += utf8_step(text_, end).length;
        }
    }
    return end;
}

JsonToken JsonScanner::word(Place place) {
    JsonToken token;
    token.kind = JsonTokenKind::Word;
    token.span = {at_, word_end(place)};
    token.text = text_.substr(at_, token.span.end - at_);
    at_ = token.span.end;
    const char first = token.text[0];
    if (ascii::is_digit(first) || first == '-' || first == '+' || first == '.') read_number(token);
    return token;
}

// Makes the token a Number if it is one, or can be read as one.
void JsonScanner::read_number(JsonToken& token) {
    if (!is_json_number(token.text) && !repair_number(token)) return;
    token.kind = JsonTokenKind::Number;
    if (const auto integer = parse_int64(token.text)) {
        token.number_kind = JsonKind::Integer;
        token.integer = *integer;
        return;
    }
    token.number_kind = JsonKind::Double;
    if (const auto number = parse_double(token.text)) {
        token.number = *number;
        return;
    }
    const double largest = std::numeric_limits<double>::max();
    token.number = token.text[0] == '-' ? -largest : largest;
    problems_.add(ProblemKind::BadNumber, token.span,
                  {"The number ", utf8_excerpt(token.text, 40),
                   " is too large. Write a number between -1.797e308 and 1.797e308."});
}

// +5, 007, .5, 5. and 1_000 are numbers to whoever wrote them.
bool JsonScanner::repair_number(JsonToken& token) {
    if (token.text.size() > 100) return false;
    decoded_.clear();
    for (const char c : token.text) {
        if (c == '_' || (c == '+' && decoded_.empty())) continue;
        const bool zero_so_far = decoded_ == "0" || decoded_ == "-0";
        if (ascii::is_digit(c) && zero_so_far) decoded_.pop_back();
        if (c == '.' && (decoded_.empty() || decoded_ == "-")) decoded_ += '0';
        const bool after_point = !decoded_.empty() && decoded_.back() == '.';
        if (after_point && (c == 'e' || c == 'E')) decoded_ += '0';
        decoded_ += c;
    }
    if (!decoded_.empty() && decoded_.back() == '.') decoded_ += '0';
    if (!is_json_number(decoded_)) return false;
    problems_.add(ProblemKind::BadNumber, token.span,
                  {token.text, " is not how JSON writes a number. Write ", decoded_, "."});
    token.text = decoded_;
    return true;
}

}  // namespace picket
