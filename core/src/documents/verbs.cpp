// Picket's own verbs about documents, so that every host has them: the command line, the page,
// HTTP.
#include "picket/documents.h"
#include "service/op.h"
#include "service/tables.h"
#include "text/say.h"

namespace picket {

// Below the limit of a request, which is JSON around it.
inline constexpr Rule kDocumentTextRule = {.max = 8 << 20};
inline constexpr Rule kDocumentNameRule = {.max = 512};

struct CheckDocumentInput {
    std::string text;
    std::optional<std::string> name;
    std::optional<DocumentKind> kind;
};
template <>
struct Shape<CheckDocumentInput> {
    using S = CheckDocumentInput;
    static constexpr std::string_view name = "CheckDocumentRequest";
    static constexpr MemberInfo members[] = {
        member("text", PICKET_FIELD(S, text),
               with(kDocumentTextRule, {.required = true, .doc = "The document."})),
        member("name", PICKET_FIELD(S, name),
               with(kDocumentNameRule,
                    {.doc = "Its file name: the ending tells the kind, its words may name the "
                            "operation."})),
        member("kind", PICKET_FIELD(S, kind), {.doc = "What it is, if the name does not tell."}),
    };
};

struct CheckDocumentOutput {
    DocumentKind kind = DocumentKind::Text;
    std::vector<Finding> findings;
    std::vector<RecognisedCall> calls;
    std::optional<std::string> fixed_text;
};
template <>
struct Shape<CheckDocumentOutput> {
    using S = CheckDocumentOutput;
    static constexpr std::string_view name = "CheckDocumentResponse";
    static constexpr MemberInfo members[] = {
        member("kind", PICKET_FIELD(S, kind), {.required = true, .doc = "As what it was read."}),
        member("findings", PICKET_FIELD(S, findings),
               {.required = true, .doc = "What is wrong or worth knowing, in text order."}),
        member("calls", PICKET_FIELD(S, calls),
               {.required = true, .doc = "The calls and payloads that were recognised."}),
        member("fixedText", PICKET_FIELD(S, fixed_text),
               {.doc = "The document with all fixes applied; absent when there are none."}),
    };
};

struct WriteCallInput {
    std::string operation;
    std::optional<JsonText> input;
    CallFormat format = CallFormat::Aws;
    std::optional<std::string> endpoint;
};
template <>
struct Shape<WriteCallInput> {
    using S = WriteCallInput;
    static constexpr std::string_view name = "WriteCallRequest";
    static constexpr MemberInfo members[] = {
        member("operation", PICKET_FIELD(S, operation),
               {.required = true, .min = 1, .max = 128, .doc = "Name of the operation."}),
        member("input", PICKET_FIELD(S, input), {.doc = "Its members; none if absent."}),
        member("format", PICKET_FIELD(S, format),
               {.required = true, .doc = "The tool that the text is for."}),
        member(
            "endpoint", PICKET_FIELD(S, endpoint),
            {.min = 1, .max = 512, .doc = "Where the tool sends the call; AWS itself if absent."}),
    };
};

struct WriteCallOutput {
    std::string text;
};
template <>
struct Shape<WriteCallOutput> {
    using S = WriteCallOutput;
    static constexpr std::string_view name = "WriteCallResponse";
    static constexpr MemberInfo members[] = {
        member("text", PICKET_FIELD(S, text), {.required = true, .doc = "The call, to paste."})};
};

struct ReadCommandInput {
    std::string text;
};
template <>
struct Shape<ReadCommandInput> {
    using S = ReadCommandInput;
    static constexpr std::string_view name = "ReadCommandRequest";
    static constexpr MemberInfo members[] = {
        member("text", PICKET_FIELD(S, text),
               with(kDocumentTextRule, {.required = true, .doc = "A command of the AWS CLI."}))};
};
template <>
struct Shape<CommandReading> {
    using S = CommandReading;
    static constexpr std::string_view name = "ReadCommandResponse";
    static constexpr MemberInfo members[] = {
        member("operation", PICKET_FIELD(S, operation),
               {.required = true, .doc = "The operation of the first command."}),
        member("input", PICKET_FIELD(S, input), {.required = true, .doc = "Its input."}),
        member("ignored", PICKET_FIELD(S, ignored),
               {.required = true, .doc = "Options that are the tool's business, a sentence each."}),
        member("findings", PICKET_FIELD(S, findings),
               {.required = true, .doc = "What is wrong with the command."}),
    };
};

namespace {

using enum ErrorCode;

Result<CheckDocumentOutput> check(const World&, const CheckDocumentInput& in) {
    DocumentHints hints;
    if (in.name) hints.name = *in.name;
    hints.kind = in.kind;
    CheckedDocument checked = check_document(in.text, hints);
    CheckDocumentOutput out = {checked.kind, std::move(checked.findings), std::move(checked.calls),
                               std::nullopt};
    for (const Finding& finding : out.findings) {
        if (!finding.fix) continue;
        out.fixed_text = fix_document(in.text, hints).text;
        break;
    }
    return out;
}

Result<WriteCallOutput> write(const World&, const WriteCallInput& in) {
    const Operation* operation = find_operation(in.operation);
    if (operation == nullptr) {
        return refuse(
            ResourceNotFound,
            say("There is no operation '{}'. The reference lists all of them.", in.operation),
            "operation");
    }
    PICKET_TRY(std::string text, write_call(*operation, in.input ? in.input->text : "{}", in.format,
                                            in.endpoint.value_or("")));
    return WriteCallOutput{std::move(text)};
}

Result<CommandReading> read(const World&, const ReadCommandInput& in) {
    return read_command(in.text);
}

constexpr Operation kRows[] = {
    verb<&check>("CheckDocument", "Documents", "/_picket/CheckDocument", errors<InvalidRequest>(),
                 "Finds what is wrong with a payload, commands or a page, and which calls it "
                 "shows."),
    verb<&write>("WriteCall", "Documents", "/_picket/WriteCall",
                 errors<InvalidRequest, ResourceNotFound>(),
                 "Writes a call for the AWS CLI, boto3, the JavaScript SDK, curl or picket."),
    verb<&read>("ReadCommand", "Documents", "/_picket/ReadCommand", errors<InvalidRequest>(),
                "Reads a command of the AWS CLI as a call."),
};

}  // namespace

std::span<const Operation> document_operations() { return kRows; }

}  // namespace picket
