// The tolerant reader: a loop over tokens and one state, no recursion, so no text can exhaust it.
// In every state every token has an answer: use it, report and repair, or report and pass it over.
// json_tolerant.cpp holds the states, json_tolerant_values.cpp what values do to the tree.
#pragma once

#include "text/json_builder.h"
#include "text/json_scan.h"

namespace picket {

class TolerantReader {
public:
    TolerantReader(std::string_view text, std::uint32_t nodes_max)
        : text_(text), scanner_(text, problems_), builder_(text.size(), nodes_max),
          nodes_max_(nodes_max) {}
    // Takes so many tokens; true when nothing is left.
    bool step(std::int64_t tokens);
    TolerantJson take() { return {builder_.take(), problems_.take()}; }

private:
    // First*: a value or name, or the closing bracket. Next*: the same, after a comma.
    enum class State : std::uint8_t {
        Root,
        FirstItem,
        NextItem,
        FirstKey,
        NextKey,
        Colon,
        MemberValue,
        AfterValue,
        Done,
        Stopped
    };

    void on_token(const JsonToken& token);
    void on_value(const JsonToken& token);
    void on_key(const JsonToken& token);
    void on_colon(const JsonToken& token);
    void on_after_value(const JsonToken& token);
    void on_done(const JsonToken& token);
    void on_close(const JsonToken& token);
    void on_end(const JsonToken& token);

    void add_scalar(const JsonToken& token);
    void add_word(const JsonToken& token);
    void add_null_member(const JsonToken& token);
    void skip_ellipsis(const JsonToken& token);
    void skip_alternative();
    void open(const JsonToken& token);
    void skip_too_deep(const JsonToken& token);
    void close_top(std::uint32_t text_end);
    void close_all(std::uint32_t text_end);
    void after_value(std::uint32_t index);
    bool stop_if_full(const JsonToken& token);

    bool in_object() const { return builder_.top().kind == JsonKind::Object; }
    const char* closer() const { return in_object() ? "}" : "]"; }
    std::string expected() const;
    void report(JsonProblem::Kind kind, Span span,
                std::initializer_list<std::string_view> message) {
        problems_.add(kind, span, message);
    }

    std::string_view text_;
    JsonProblems problems_;
    JsonScanner scanner_;
    JsonBuilder builder_;
    std::uint32_t nodes_max_;
    State state_ = State::Root;
    std::uint32_t last_value_ = 0;  // in AfterValue: the child just completed
    Span comma_;                    // in NextItem and NextKey: the comma before
};

// For messages: `"name"`, shortened; `found the number 12`.
std::string quoted_excerpt(std::string_view text);
std::string describe_found(const JsonToken& token);

}  // namespace picket
