// See documented.h.
#include "service/picket/documented.h"

#include <algorithm>
#include <vector>

#include "model/answer.h"
#include "model/any_value.h"
#include "model/decode.h"
#include "service/facts.h"
#include "service/op.h"
#include "service/refuse.h"
#include "service/tables.h"
#include "text/say.h"
#include "world/context.h"

namespace picket {
namespace {

struct LoadDocumentedResponseRequest {
    std::string operation;
    std::optional<JsonText> request;
    JsonText response;
};
struct LoadDocumentedResponseResponse {
    std::vector<std::string> notes;
};

}  // namespace

template <>
struct Shape<LoadDocumentedResponseRequest> {
    using S = LoadDocumentedResponseRequest;
    static constexpr std::string_view name = "LoadDocumentedResponseRequest";
    static constexpr MemberInfo members[] = {
        member("operation", PICKET_FIELD(S, operation),
               {.required = true,
                .min = 1,
                .max = 128,
                .doc = "The operation that gave the response."}),
        member("request", PICKET_FIELD(S, request),
               {.doc = "What it was called with; {} when absent."}),
        member("response", PICKET_FIELD(S, response),
               {.required = true,
                .doc = "What it answered. Times may be ISO 8601 texts, as the command line prints "
                       "them."}),
    };
};
template <>
struct Shape<LoadDocumentedResponseResponse> {
    using S = LoadDocumentedResponseResponse;
    static constexpr std::string_view name = "LoadDocumentedResponseResponse";
    static constexpr MemberInfo members[] = {
        member("notes", PICKET_FIELD(S, notes),
               {.required = true, .doc = "What of the response could not be kept."})};
};

namespace {

std::vector<Loader> join() {
    std::vector<Loader> joined;
    // In the order of the operation table.
    for (auto part : {violation_loaders, training_loaders, metric_value_loaders,
                      detect_task_loaders, audit_loaders, audit_mitigation_task_loaders}) {
        const auto rows = part();
        joined.insert(joined.end(), rows.begin(), rows.end());
    }
    return joined;
}

Result<AnyValue> read_document(const ShapeInfo& shape, const std::string& text,
                               std::string_view root) {
    PICKET_TRY(const JsonTree tree, read_json_strict(text));
    if (tree.node(0).kind != JsonKind::Object) {
        return invalid(say("{} must be a JSON object, a {}.", root, shape.name), std::string(root));
    }
    AnyValue value(shape);
    // A member that no one keeps would be lost in silence.
    const DecodeOptions options = {
        .reject_unknown = true, .iso_times = true, .complete = root == "response", .root = root};
    std::vector<std::string> warnings;
    if (auto error = decode(shape, &tree, 0, {}, value.get(), options, warnings)) return error;
    return value;
}

// Takes the token of the next page away; true when there was one.
bool drop_token(const ShapeInfo& shape, void* value) {
    const MemberInfo* token = shape.find("nextToken");
    if (token == nullptr || token->get(value) == nullptr) return false;
    token->optional->reset(static_cast<char*>(value) + token->offset);
    return true;
}

bool same_scalar(const JsonNode& left, const JsonNode& right) {
    return left.kind == right.kind && left.text == right.text && left.boolean == right.boolean &&
           left.children == right.children;
}

// The path of the first place where two values of one shape differ; nothing when they are equal.
std::optional<std::string> difference(const JsonTree& left, std::uint32_t l, const JsonTree& right,
                                      std::uint32_t r, const std::string& path) {
    auto a = left.first(l);
    auto b = right.first(r);
    std::size_t index = 0;
    for (; a != left.end(l) && b != right.end(r);
         a = left.node(a).next, b = right.node(b).next, ++index) {
        std::string inner = path;
        if (left.node(l).kind == JsonKind::Array) {
            append_path_index(inner, index);
        } else {
            append_path_key(inner, left.node(a).key);
            if (left.node(a).key != right.node(b).key) return inner;
        }
        if (auto found = difference(left, a, right, b, inner)) return found;
    }
    if (same_scalar(left.node(l), right.node(r))) return std::nullopt;
    return path;
}

// Nothing, when the operation answers the response now.
Refusal answer_problem(const World& world, const Loader& loader, const void* request,
                       const AnyValue& response) {
    const Operation* operation = find_operation(loader.operation);
    PICKET_ASSERT(operation != nullptr && operation->effect == Effect::Reads);
    Answer answer(*operation);
    const std::string name(loader.operation);
    operation->invoke.reads(world, request, answer.place());
    if (Refusal* refusal = answer.refusal()) {
        const Error& error = **refusal;
        return invalid(say("With the response loaded, {} would not answer it. It would say: {}",
                           name, error.message),
                       say("request{}", error.path.empty() ? "" : say(".{}", error.path)));
    }
    if (drop_token(*loader.output, answer.value())) {
        return invalid(
            say("With the response loaded, {} would have more to answer than it holds. Load it "
                "into a session without items of its own, or with the request that fits it.",
                name),
            "response");
    }
    const auto documented = read_json_strict(to_json(*loader.output, response.get()));
    const auto answered = read_json_strict(to_json(*loader.output, answer.value()));
    PICKET_ASSERT(documented && answered);
    const auto path = difference(*documented, 0, *answered, 0, "response");
    if (!path) return std::nullopt;
    return invalid(say("With the response loaded, {} would differ from it at '{}'. Its items may "
                       "be in another order than the service's, or not fit the request, or other "
                       "items of the session come between them.",
                       name, *path),
                   *path);
}

std::string known_operations() {
    std::string names;
    for (const Loader& loader : loaders()) {
        if (!names.empty()) names += ", ";
        names += loader.operation;
    }
    return names;
}

Result<LoadDocumentedResponseResponse>
load_documented_response(World& world, Context& context, const LoadDocumentedResponseRequest& in) {
    const Loader* loader = find_loader(in.operation);
    if (loader == nullptr) {
        return invalid(say("Responses of '{}' cannot be loaded. Those of these operations can: {}.",
                           in.operation, known_operations()),
                       "operation");
    }
    const std::string request_text = in.request ? in.request->text : "{}";
    PICKET_TRY(const AnyValue request, read_document(*loader->input, request_text, "request"));
    PICKET_TRY(AnyValue response, read_document(*loader->output, in.response.text, "response"));
    LoadDocumentedResponseResponse out;
    if (drop_token(*loader->output, response.get())) {
        out.notes.push_back("response.nextToken was left out: it is opaque, and what the next page "
                            "held is not documented.");
    }
    if (auto error = loader->load(world, context, request.get(), response.get())) return error;
    if (auto error = answer_problem(world, *loader, request.get(), response)) return error;
    Facts facts;
    facts.json("request", request_text).texts("notes", out.notes);
    context.note("documented.loaded", in.operation,
                 say("A documented response of {} became state.", in.operation), facts.json());
    return out;
}

using enum ErrorCode;

constexpr Operation kDocumentedOperations[] = {
    verb<&load_documented_response>(
        "LoadDocumentedResponse", "Documented responses", "/_picket/LoadDocumentedResponse",
        errors<InvalidRequest>(),
        "Turns a documented response into state: the same call then answers it, value for value."),
};

}  // namespace

std::span<const Operation> picket_documented_operations() { return kDocumentedOperations; }

std::span<const Loader> loaders() {
    static const std::vector<Loader> joined = join();  // constant once made
    return joined;
}

const Loader* find_loader(std::string_view operation) {
    const auto rows = loaders();
    const auto at = std::find_if(rows.begin(), rows.end(),
                                 [&](const Loader& row) { return row.operation == operation; });
    return at != rows.end() ? &*at : nullptr;
}

void DocumentedTimes::add(Timestamp time) {
    oldest_ = std::min(oldest_, time);
    newest_ = std::max(newest_, time);
}

Refusal DocumentedTimes::problem(const World& world, Setting retention_days,
                                 std::string_view path) const {
    const std::int64_t days = setting_number(world, retention_days);
    const Timestamp last = oldest_ + days * kDay;
    if (newest_ < oldest_ || (newest_ <= world.now && world.now <= last)) return std::nullopt;
    std::string text = say("The items of {} are of {} to {}. A list answers what is past and not "
                           "older than {}, and the session is at {}. ",
                           path, to_iso(oldest_), to_iso(newest_), counted(days, "day"),
                           to_iso(world.now));
    const std::string more_days = say("set {} to more days.", setting_name(retention_days));
    if (newest_ > last) {
        text += say("No start of a session fits them all: {}", more_days);
    } else {
        text += say("Start a session at a time from {} to {} (--start {})", to_iso(newest_),
                    to_iso(last), to_iso(newest_));
        text += newest_ > world.now ? "." : say(", or {}", more_days);
    }
    return invalid(std::move(text), std::string(path));
}

}  // namespace picket
