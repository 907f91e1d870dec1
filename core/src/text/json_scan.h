// Tokens for the tolerant reader: one call, one token, whatever the bytes are. Everything that is
// not standard inside a token (quotes, escapes, comments, odd spaces) is reported here; what is
// wrong between tokens is the reader's business.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "picket/json_tree.h"

namespace picket {

inline bool is_curly_double(char32_t code) { return code >= 0x201C && code <= 0x201F; }
inline bool is_curly_single(char32_t code) { return code >= 0x2018 && code <= 0x201B; }
std::string code_point_name(char32_t code);  // "U+00A0"

// Keeps the first kJsonProblemsMax problems in text order, in bounded memory, however many come.
class JsonProblems {
public:
    void add(JsonProblem::Kind kind, Span span, std::initializer_list<std::string_view> message);
    void mute(bool muted) { muted_ = muted; }
    std::vector<JsonProblem> take();

private:
    void cut();
    std::vector<JsonProblem> list_;
    std::uint32_t last_kept_ = UINT32_MAX;  // problems from here on are beyond the first thousand
    bool muted_ = false;
};

enum class JsonTokenKind : std::uint8_t {
    End,
    OpenObject,
    CloseObject,
    OpenArray,
    CloseArray,
    Colon,
    Comma,
    String,
    Number,
    Word
};

struct JsonToken {
    JsonTokenKind kind = JsonTokenKind::End;
    Span span;
    // String: decoded. Number: the literal, repaired if need be. Word: as written, always valid
    // UTF-8. Good until the next token.
    std::string_view text;
    JsonKind number_kind = JsonKind::Null;  // Number: Integer or Double
    std::int64_t integer = 0;
    double number = 0;
};

class JsonScanner {
public:
    JsonScanner(std::string_view text, JsonProblems& problems);

    // In the place of a value a colon is part of a bare word (arn:aws:iot); elsewhere it ends one.
    enum class Place : std::uint8_t { Value, Elsewhere };
    JsonToken next(Place place);
    bool colon_follows() const;  // after the last token, over white space only
    std::uint32_t size() const { return static_cast<std::uint32_t>(text_.size()); }

private:
    enum class Quote : std::uint8_t { Double, Single, CurlyDouble, CurlySingle };

    void skip_space();
    bool skip_comment();
    bool skip_stray();
    JsonToken single(JsonTokenKind kind);
    JsonToken string(Quote quote, std::uint32_t opener_bytes);
    bool closes(Quote quote, std::uint32_t& bytes) const;
    void string_byte(unsigned char byte);
    void escape();
    bool unicode_escape();
    bool hex4(std::uint32_t at, std::uint32_t& code) const;
    void flush();
    void decode_as(std::string_view text, std::uint32_t bytes);
    void report_string(Quote quote, bool closed, Span span);
    JsonToken word(Place place);
    std::uint32_t word_end(Place place) const;
    std::uint32_t placeholder_end(std::uint32_t begin, char closer) const;
    bool ends_word(std::uint32_t at, Place place) const;
    bool starts_comment(std::uint32_t at) const;
    void read_number(JsonToken& token);
    bool repair_number(JsonToken& token);
    char at(std::uint32_t index) const { return index < text_.size() ? text_[index] : '\0'; }
    void report(JsonProblem::Kind kind, Span span, std::string_view message);

    std::string_view text_;
    JsonProblems& problems_;
    std::uint32_t at_ = 0;

    // The string being read: decoded bytes so far, and where the run not yet copied begins.
    std::string decoded_;
    std::uint32_t run_begin_ = 0;
    // First curly double quote inside it: its closing quote, should no straight one follow.
    std::uint32_t curly_at_ = 0;
    std::size_t curly_decoded_ = 0;
};

}  // namespace picket
