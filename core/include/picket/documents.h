// Documents that hold calls: JSON payloads, shell commands, Markdown pages. Reads them as their
// reader would, says what is wrong with them and why, mends what can be mended by small edits, and
// writes calls in the tools people use.
//
// Every rule is a row of core/src/documents/rules.def. Everything about operations comes from the
// operation table: an operation added there is read, checked and written without a line here.
//
// Not modelled: what a shell would expand ($NAME, globs, command substitution) - such words are
// taken as they stand; heredocs; services of the AWS CLI other than `iot`.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "picket/model/findings.h"
#include "picket/operations.h"
#include "picket/shape.h"

namespace picket {

inline constexpr std::size_t kDocumentBytesMax = 16u << 20;
inline constexpr std::size_t kFindingsMax = 1000;

enum class DocumentKind : std::uint8_t { Json, Shell, Markdown, Text };
template <>
struct EnumNames<DocumentKind> {
    static constexpr std::string_view name = "DocumentKind";
    static constexpr std::array<std::string_view, 4> values = {"json", "shell", "markdown", "text"};
};

// Replaces the bytes from `begin` to `end` of the document.
struct TextEdit {
    std::int64_t begin = 0;
    std::int64_t end = 0;
    std::string text;
    bool operator==(const TextEdit&) const = default;
};
template <>
struct Shape<TextEdit> {
    using S = TextEdit;
    static constexpr std::string_view name = "TextEdit";
    static constexpr MemberInfo members[] = {
        member("begin", PICKET_FIELD(S, begin),
               {.required = true, .doc = "First byte that is replaced."}),
        member("end", PICKET_FIELD(S, end), {.required = true, .doc = "The byte behind the last."}),
        member("text", PICKET_FIELD(S, text), {.required = true, .doc = "What stands there then."}),
    };
};

struct Finding {
    std::string code;
    FindingSeverity severity = FindingSeverity::Error;
    std::int64_t begin = 0;
    std::int64_t end = 0;
    std::int64_t line = 1;
    std::int64_t column = 1;
    std::string message;
    std::string explanation;
    std::string section;
    std::optional<std::vector<TextEdit>> fix;
};
template <>
struct Shape<Finding> {
    using S = Finding;
    static constexpr std::string_view name = "Finding";
    static constexpr MemberInfo members[] = {
        member("code", PICKET_FIELD(S, code), {.required = true, .doc = "The rule's name."}),
        member("severity", PICKET_FIELD(S, severity),
               {.required = true,
                .doc = "An error fails when it is run, a warning runs and does something else, a "
                       "note explains."}),
        member("begin", PICKET_FIELD(S, begin),
               {.required = true, .doc = "First byte it is about."}),
        member("end", PICKET_FIELD(S, end), {.required = true, .doc = "The byte behind the last."}),
        member("line", PICKET_FIELD(S, line), {.required = true, .doc = "Line, from 1."}),
        member("column", PICKET_FIELD(S, column),
               {.required = true, .doc = "Column, from 1, in code points."}),
        member("message", PICKET_FIELD(S, message),
               {.required = true, .doc = "What is wrong here, and what to do."}),
        member("explanation", PICKET_FIELD(S, explanation),
               {.required = true, .doc = "Why the rule exists."}),
        member("section", PICKET_FIELD(S, section),
               {.required = true, .doc = "Where the documentation speaks of it."}),
        member("fix", PICKET_FIELD(S, fix),
               {.doc = "Edits inside the finding's span that remove it; absent when there is no "
                       "sure one."}),
    };
};

enum class CallRole : std::uint8_t { Request, Response, Part, Skeleton };
template <>
struct EnumNames<CallRole> {
    static constexpr std::string_view name = "CallRole";
    static constexpr std::array<std::string_view, 4> values = {"request", "response", "part",
                                                               "skeleton"};
};

enum class Confidence : std::uint8_t { Stated, High, Low };
template <>
struct EnumNames<Confidence> {
    static constexpr std::string_view name = "Confidence";
    static constexpr std::array<std::string_view, 3> values = {"stated", "high", "low"};
};

// A call, a part of one, or an answer that the document shows.
struct RecognisedCall {
    std::string operation;
    CallRole role = CallRole::Request;
    std::optional<std::string> member_name;
    JsonText input;
    std::int64_t begin = 0;
    std::int64_t end = 0;
    std::int64_t line = 1;
    Confidence confidence = Confidence::Stated;
    std::string reason;
};
template <>
struct Shape<RecognisedCall> {
    using S = RecognisedCall;
    static constexpr std::string_view name = "RecognisedCall";
    static constexpr MemberInfo members[] = {
        member("operation", PICKET_FIELD(S, operation),
               {.required = true, .doc = "Name of the operation."}),
        member("role", PICKET_FIELD(S, role),
               {.required = true, .doc = "What of the call stands here."}),
        member("member", PICKET_FIELD(S, member_name),
               {.doc = "The member of the request that a part is the value of."}),
        member("input", PICKET_FIELD(S, input),
               {.required = true, .doc = "The JSON, with mistakes of syntax repaired."}),
        member("begin", PICKET_FIELD(S, begin), {.required = true, .doc = "Its first byte."}),
        member("end", PICKET_FIELD(S, end), {.required = true, .doc = "The byte behind the last."}),
        member("line", PICKET_FIELD(S, line), {.required = true, .doc = "Its line, from 1."}),
        member(
            "confidence", PICKET_FIELD(S, confidence),
            {.required = true, .doc = "Whether the text states the operation, or it is guessed."}),
        member("reason", PICKET_FIELD(S, reason),
               {.required = true, .doc = "How the operation was found."}),
    };
};

struct DocumentHints {
    std::string_view name = {};  // a file name: its ending tells the kind, its words the operation
    std::optional<DocumentKind> kind = {};
    // A JSON document is the whole request of this operation, as for Engine::call; else it is
    // guessed which call it belongs to.
    const Operation* operation = nullptr;
};

struct CheckedDocument {
    DocumentKind kind = DocumentKind::Text;
    std::vector<Finding> findings;  // in text order, at most kFindingsMax
    std::vector<RecognisedCall> calls;
};

CheckedDocument check_document(std::string_view text, const DocumentHints& hints = {});

struct FixedDocument {
    std::string text;
    std::int64_t fixes = 0;
};
// Applies fixes, pass by pass, until none is left or twenty passes are made.
FixedDocument fix_document(std::string_view text, const DocumentHints& hints = {});

enum class CallFormat : std::uint8_t { Aws, Boto3, JavaScript, Curl, Picket };
template <>
struct EnumNames<CallFormat> {
    static constexpr std::string_view name = "CallFormat";
    static constexpr std::array<std::string_view, 5> values = {"aws", "boto3", "javascript", "curl",
                                                               "picket"};
};

// The call as text for the tool. `json` is an object of the operation's members, as for
// Engine::call. `endpoint` is where the tool shall send it; empty: AWS itself.
Result<std::string> write_call(const Operation& operation, std::string_view json, CallFormat format,
                               std::string_view endpoint = {});

// What a command of the AWS CLI asks for.
struct CommandReading {
    std::string operation;
    JsonText input;
    std::vector<std::string> ignored;  // sentences: options that are the tool's business
    std::vector<Finding> findings;
};
// The first `aws iot` command of the text.
Result<CommandReading> read_command(std::string_view text);

}  // namespace picket
