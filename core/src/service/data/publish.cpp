// Publish: the one door for device reports, through the topics that Device Defender reserves. A
// message on any other topic is kept in the outbox, and nobody acts on it.
//
// As over MQTT, a report that is rejected is no error of the call: the answer is a message on the
// topic with /rejected behind it.
//
// Not modelled: other reserved topics (shadows, jobs), retained messages, MQTT 5 properties, and
// who may publish where.
#include "service/data/publish.h"

#include "base/base64.h"
#include "picket/json_tree.h"
#include "service/detect/ingest.h"
#include "service/detect/notices.h"
#include "service/detect/report.h"
#include "service/facts.h"
#include "service/op.h"
#include "service/refuse.h"
#include "service/tables.h"
#include "text/say.h"
#include "text/topic_filter.h"
#include "world/context.h"
#include "world/settings.h"

namespace picket {
namespace {

constexpr std::size_t kMessageBytesMax = 128 * 1024;  // service quota
constexpr std::size_t kDeviceBytesMax = 128;
constexpr std::string_view kInvalidPayload = "InvalidPayload";
constexpr std::string_view kMalformed = "Malformed metrics report";

struct ReportTopic {
    std::string device;
    ReportFormat format = ReportFormat::Json;
};
std::optional<ReportTopic> read_topic(std::string_view topic) {
    constexpr std::string_view kBegin = "$aws/things/";
    constexpr std::string_view kMiddle = "/defender/metrics/";
    if (!topic.starts_with(kBegin)) return std::nullopt;
    const std::size_t middle = topic.find(kMiddle);
    if (middle == std::string_view::npos) return std::nullopt;
    const std::string_view device = topic.substr(kBegin.size(), middle - kBegin.size());
    const std::string_view format = topic.substr(middle + kMiddle.size());
    if (device.empty() || device.find('/') != std::string_view::npos) return std::nullopt;
    if (format == "json") return ReportTopic{std::string(device), ReportFormat::Json};
    if (format == "cbor") return ReportTopic{std::string(device), ReportFormat::Cbor};
    return std::nullopt;
}

// The bytes of the message. JSON is the message itself, a text is its bytes in base64.
Result<std::string> bytes_of(const std::optional<JsonText>& payload) {
    if (!payload) return std::string();
    if (!payload->text.starts_with('"')) return payload->text;
    PICKET_TRY(const JsonTree tree, read_json_strict(payload->text));
    auto bytes = base64_decode(tree.node(0).text);
    if (bytes) return *std::move(bytes);
    return invalid("payload is a text, so it must be the message's bytes in base64. Send JSON as "
                   "JSON, not as a text.",
                   "payload");
}

bool has_control_character(std::string_view text) {
    for (const char c : text) {
        if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) return true;
    }
    return false;
}

// Why the report cannot be taken; empty when it can.
std::string problem_of(const World& world, const ReportTopic& topic, const Report& report) {
    if (topic.device.size() > kDeviceBytesMax || has_control_character(topic.device))
        return "the thing's name is longer than 128 bytes, or has control characters";
    if (!report.problem.empty()) return report.problem;
    const DeviceReport* before = world.device_reports.find(topic.device);
    if (before == nullptr || setting_text(world, Setting::ReportIds) == "any") return {};
    if (*report.report_id > before->report_id) return {};
    return say("report_id is {}, and the report before had {}: ids must increase",
               *report.report_id, before->report_id);
}

void answer(World& world, const Context& context, const std::string& topic, std::string_view device,
            const Report& report, const std::string& problem) {
    Facts body;
    body.text("thingName", device);
    if (report.report_id) body.number("reportId", *report.report_id);
    const std::string_view status = problem.empty() ? "ACCEPTED" : "REJECTED";
    body.text("status", status);
    if (!problem.empty()) {
        Facts details;
        details.text("ErrorCode", kInvalidPayload).text("ErrorMessage", kMalformed);
        body.json("statusDetails", details.json());
    }
    body.number("timestamp", context.now().ms);
    Message message;
    message.destination = topic + (problem.empty() ? "/accepted" : "/rejected");
    message.body = {body.json()};
    if (!problem.empty()) message.remark = problem;
    message.entry_id = context.entry_id();
    post_message(world, std::move(message));
}

// A report that comes too soon is dropped without an answer.
bool too_soon(World& world, Context& context, const std::string& device) {
    const DeviceReport* before = world.device_reports.find(device);
    const std::int64_t spacing = setting_number(world, Setting::ReportSpacingSeconds);
    if (before == nullptr || context.now() - before->time >= spacing * kSecond) return false;
    Facts facts;
    facts.text("previousReport", to_iso(before->time)).number("spacingSeconds", spacing);
    context.note(
        "report.dropped", device,
        say("A report of '{}' was dropped: the one before came at {}, less than {} seconds ago.",
            device, to_iso(before->time), spacing),
        facts.json());
    return true;
}

void take_report(World& world, Context& context, const std::string& topic,
                 const ReportTopic& parsed, const Report& report) {
    std::vector<MetricSample> samples;
    for (const ReportedValue& value : report.values) samples.push_back({value.series, value.value});
    world.device_reports.put(parsed.device, {*report.report_id, context.now()});
    Facts facts;
    facts.number("reportId", *report.report_id)
        .number("values", static_cast<std::int64_t>(samples.size()));
    if (!report.ignored.empty()) facts.texts("unknownCustomMetrics", report.ignored);
    context.note("report.accepted", parsed.device,
                 say("A report of '{}' was accepted: {}.", parsed.device,
                     counted(static_cast<std::int64_t>(samples.size()), "value")),
                 facts.json());
    answer(world, context, topic, parsed.device, report, {});
    ingest(world, context, context.now(), parsed.device, samples);
}

Result<PublishResponse> publish(World& world, Context& context, const PublishRequest& in) {
    if (!is_topic(in.topic)) {
        return invalid("The topic has a wildcard or a null character. Name one topic.", "topic");
    }
    PICKET_TRY(const std::string bytes, bytes_of(in.payload));
    if (bytes.size() > kMessageBytesMax) {
        return invalid(
            say("The message has {} bytes; 131072 are the most. Send less in one message.",
                bytes.size()),
            "payload");
    }
    const auto topic = read_topic(in.topic);
    if (!topic) {
        if (in.topic.starts_with('$')) {
            return invalid(say("The topic '{}' is reserved. Reports go to "
                               "$aws/things/NAME/defender/metrics/json or .../cbor.",
                               in.topic),
                           "topic");
        }
        Message message;
        message.destination = in.topic;
        if (in.payload) message.body = *in.payload;
        message.entry_id = context.entry_id();
        post_message(world, std::move(message));
        context.note("message.published", in.topic,
                     say("A message was published to '{}'.", in.topic));
        return PublishResponse{};
    }
    if (too_soon(world, context, topic->device)) return PublishResponse{};
    const Report report = read_report(world, bytes, topic->format);
    const std::string problem = problem_of(world, *topic, report);
    if (problem.empty()) {
        take_report(world, context, in.topic, *topic, report);
        return PublishResponse{};
    }
    Facts facts;
    facts.text("reason", problem);
    context.note("report.rejected", topic->device,
                 say("A report of '{}' was rejected: {}.", topic->device, problem), facts.json());
    answer(world, context, in.topic, topic->device, report, problem);
    return PublishResponse{};
}

using enum ErrorCode;

constexpr Operation kPublishOperations[] = {
    data_op<&publish>(
        "Publish", "Messages", Method::Post, "/topics/{topic}",
        errors<InternalFailure, InvalidRequest, Unauthorized, MethodNotAllowed, Throttling>(),
        "Publishes a message: devices report their metrics on reserved topics."),
};

}  // namespace

std::span<const Operation> publish_operations() { return kPublishOperations; }

}  // namespace picket
