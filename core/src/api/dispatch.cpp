// See dispatch.h. The order of validation is the order of the calls here: syntax, then decode's own
// order, then the handler.
#include "api/dispatch.h"

#include <algorithm>
#include <array>

#include "base/base64.h"
#include "base/ids.h"
#include "model/answer.h"
#include "text/json_write.h"
#include "text/say.h"
#include "world/settings.h"

namespace picket {
namespace {

// What a mutating call brings is kept inside of sessions, chronicles and answers. They add levels
// of their own, and must stay readable under the reader's limit.
constexpr std::uint32_t kKeptDepthMax = kJsonDepthMax - 16;

std::uint32_t depth_of(const JsonTree& tree) {
    std::array<std::uint32_t, kJsonDepthMax> ends{};  // of the containers around the node
    std::uint32_t open = 0;
    std::uint32_t deepest = 0;
    for (std::uint32_t i = 0; i < tree.size(); ++i) {
        while (open > 0 && ends[open - 1] <= i) --open;
        const JsonKind kind = tree.node(i).kind;
        if (kind != JsonKind::Object && kind != JsonKind::Array) continue;
        ends[open++] = tree.node(i).next;
        deepest = std::max(deepest, open);
    }
    return deepest;
}

Refusal check_depth(const Operation& operation, const JsonTree& tree) {
    if (operation.effect != Effect::Mutates) return std::nullopt;
    const std::uint32_t depth = depth_of(tree);
    if (depth <= kKeptDepthMax) return std::nullopt;
    return refuse(ErrorCode::InvalidRequest,
                  say("The request is nested {} levels deep; {} are the most. Flatten it.", depth,
                      kKeptDepthMax));
}

enum class Door : std::uint8_t { Call, CallFillingTokens, Http };

// `json` is what `tree` was read from, or empty where there is none.
Result<Prepared> decode_tree(const Operation& operation, const World& world, const JsonTree& tree,
                             std::string_view json, std::span<const LocatedText> located,
                             Door door) {
    Prepared prepared{AnyValue(*operation.input), {}};
    const DecodeOptions options = {
        .reject_unknown = setting_is(world, Setting::UnknownMembers, "reject"),
        .tokens_later = door == Door::CallFillingTokens,
        .over_http = door == Door::Http};
    auto error = check_depth(operation, tree);
    if (!error) {
        error = decode(*operation.input, json.empty() ? nullptr : &tree, 0, located,
                       prepared.input.get(), options, prepared.warnings);
    }
    if (error) {
        if (!json.empty()) locate(*error, json);
        return std::move(*error);
    }
    return prepared;
}

Result<Prepared> read(const Operation& operation, const World& world, std::string_view json,
                      std::span<const LocatedText> located, Door door) {
    JsonTree tree;
    if (!json.empty()) {
        PICKET_TRY(tree, read_json_strict(json));
    }
    return decode_tree(operation, world, tree, json, located, door);
}

// Bytes that are no JSON object travel as base64 inside of the engine, and in the journal.
std::string blob_text(std::string_view body) {
    const auto tree = read_json_strict(body);
    if (tree && tree->node(0).kind == JsonKind::Object) return std::string(body);
    return '"' + base64_encode(body) + '"';
}

// A body that is one member: it is read as if it stood under the member's name.
Result<Prepared> read_payload(const Operation& operation, const World& world,
                              const MemberInfo& member, std::string_view sent,
                              std::span<const LocatedText> located) {
    if (sent.empty()) return read(operation, world, sent, located, Door::Http);
    const std::string blob = member.rule.blob ? blob_text(sent) : std::string();
    const std::string_view body = member.rule.blob ? std::string_view(blob) : sent;
    const std::string_view name = member.name;
    if (auto alone = read_json_strict(body); !alone) {
        Error error = alone.error();
        locate(error, body);
        return error;
    }
    const std::string before = say("{\"{}\":", name);
    auto prepared = read(operation, world, say("{}{}}", before, body), located, Door::Http);
    if (prepared) return prepared;
    Error error = prepared.error();
    const auto shift = static_cast<std::uint32_t>(before.size());
    if (error.line == 1 && error.column > shift) error.column -= shift;
    return error;
}

// Edits between two names, for "did you mean"; small inputs only.
std::size_t distance(std::string_view a, std::string_view b) {
    std::vector<std::size_t> row(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
    for (std::size_t i = 0; i < a.size(); ++i) {
        std::size_t diagonal = row[0];
        row[0] = i + 1;
        for (std::size_t j = 0; j < b.size(); ++j) {
            const std::size_t changed = diagonal + ((a[i] | 0x20) == (b[j] | 0x20) ? 0 : 1);
            diagonal = row[j + 1];
            row[j + 1] = std::min({changed, row[j] + 1, row[j + 1] + 1});
        }
    }
    return row[b.size()];
}

}  // namespace

void locate(Error& error, std::string_view text) {
    if (error.line != 0) return;
    const TolerantJson document = read_json_tolerant(text);
    if (document.tree.empty()) return;
    std::string path = error.path;
    std::uint32_t node = path.empty() ? 0 : document.tree.resolve(path);
    while (node == JsonTree::kNone && !path.empty()) {
        const std::size_t cut = path.find_last_of(".[");
        path.resize(cut == std::string::npos ? 0 : cut);
        node = path.empty() ? 0 : document.tree.resolve(path);
    }
    const LineColumn place = line_column(text, document.tree.node(node).span.begin);
    error.line = place.line;
    error.column = place.column;
}

Result<Prepared> prepare(const Operation& operation, const World& world, std::string_view json,
                         bool tokens_later) {
    return read(operation, world, json, {}, tokens_later ? Door::CallFillingTokens : Door::Call);
}

Result<Prepared> prepare_read(const Operation& operation, const World& world, const JsonTree& tree,
                              std::string_view json) {
    return decode_tree(operation, world, tree, json, {}, Door::CallFillingTokens);
}

Result<Prepared> prepare_http(const Operation& operation, const World& world, std::string_view body,
                              std::span<const LocatedText> located) {
    bool has_body = false;
    for (const MemberInfo& member : operation.input->members) {
        if (member.rule.in == In::Payload)
            return read_payload(operation, world, member, body, located);
        has_body = has_body || member.rule.in == In::Body;
    }
    // Clients may send "{}" with any method; what an operation without body members gets is not
    // looked at.
    return read(operation, world, has_body ? body : std::string_view(), located, Door::Http);
}

void fill_tokens(const Operation& operation, void* input, std::int64_t seed,
                 std::int64_t entry_id) {
    for (const MemberInfo& member : operation.input->members) {
        if (!member.rule.idempotency_token || member.get(input) != nullptr) continue;
        *static_cast<std::string*>(member.make(input)) = id_uuid(
            make_id(static_cast<std::uint64_t>(seed), "token", static_cast<std::uint64_t>(entry_id),
                    std::uint64_t{0}));
    }
}

void run_handler(const Operation& operation, World& world, Context& context, const void* input,
                 void* output) {
    world.running_entry = context.entry_id();
    operation.invoke.mutates(world, context, input, output);
    world.running_entry = 0;
}

Refusal invoke_on_world(World& world, Context& context, const Operation& operation,
                        std::string_view json) {
    PICKET_ASSERT(operation.invoke.mutates != nullptr);
    auto prepared = prepare(operation, world, json, true);
    if (!prepared) return prepared.error();
    fill_tokens(operation, prepared->input.get(), world.seed, context.entry_id());
    Answer answer(operation);
    run_handler(operation, world, context, prepared->input.get(), answer.place());
    if (Refusal* refusal = answer.refusal()) return as_declared(operation, std::move(**refusal));
    return std::nullopt;
}

Error as_declared(const Operation& operation, Error error) {
    const auto& declared = operation.errors;
    if (std::find(declared.begin(), declared.end(), error.code) != declared.end()) return error;
    Error internal;
    internal.message = say(
        "Picket's mistake, not yours: {} answered {}, which it does not declare. It said: {}",
        operation.name, error_info(error.code).name, error.message);
    internal.path = std::move(error.path);
    return internal;
}

Refusal unknown_operation(std::string_view name) {
    std::string message = say("There is no operation '{}'.", name.substr(0, 128));
    const Operation* best = nullptr;
    std::size_t best_distance = 6;  // farther names are no help
    if (name.size() <= 128) {
        for (const Operation& operation : operations()) {
            const std::size_t d = distance(name, operation.name);
            if (d < best_distance) {
                best_distance = d;
                best = &operation;
            }
        }
    }
    if (best != nullptr) message += say(" Did you mean {}?", best->name);
    return refuse(ErrorCode::UnknownOperation, std::move(message));
}

std::string error_body(const Error& error) {
    std::string body;
    JsonWriter writer(body);
    writer.begin_object();
    writer.key("message");
    writer.string(error.message);
    if (!error.resource_id.empty()) {
        writer.key("resourceId");
        writer.string(error.resource_id);
    }
    if (!error.resource_arn.empty()) {
        writer.key("resourceArn");
        writer.string(error.resource_arn);
    }
    writer.end_object();
    return body;
}

}  // namespace picket
