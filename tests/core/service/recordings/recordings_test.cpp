// Recordings in the account. Goals: rows become datapoints when the clock passes them, and an
// import, a rewind, a replay and an opened session give the same World; blocks travel with sessions
// and are missed when they do not.
#include <doctest/doctest.h>

#include "base/base64.h"
#include "core/service/service_support.h"
#include "picket/recording.h"
#include "service/recordings/recordings.h"

namespace picket {
namespace {

// Two devices, one of which sends too much from 00:10 to 00:20; `things` more are quiet.
std::string traffic(int things = 0) {
    std::string text = "time,thing,aws:num-messages-sent,temperature\n";
    for (int slot = 1; slot <= 8; ++slot) {
        const std::string time = std::to_string(1'600'000'000 + 300 * slot);
        text += time + ",lamp," + (slot >= 3 && slot <= 5 ? "99" : "5") + ",20.5\n";
        text += time + ",fan,7,\n";
        for (int i = 0; i < things; ++i) text += time + ",quiet-" + std::to_string(i) + ",1,20\n";
    }
    return text;
}

Recording recording_of(const std::string& text) {
    RecordingReader reader;
    REQUIRE_FALSE(reader.add(text));
    auto recording = reader.finish();
    REQUIRE(recording);
    return std::move(recording).value();
}

// An account whose profile watches all devices.
Engine watching() {
    Engine engine;
    must(engine, "CreateSecurityProfile", R"({"securityProfileName":"p","behaviors":[
        {"name":"messages","metric":"aws:num-messages-sent","criteria":{
            "comparisonOperator":"less-than","value":{"count":50},"durationSeconds":300,
            "consecutiveDatapointsToAlarm":1,"consecutiveDatapointsToClear":1}}]})");
    for (const char* name : {"lamp", "fan"})
        must(engine, "CreateThing", std::string(R"({"thingName":")") + name + R"("})");
    must(engine, "AttachSecurityProfile",
         R"({"securityProfileName":"p","securityProfileTargetArn":)"
         R"("arn:aws:iot:us-east-1:123456789012:all/registered-things"})");
    return engine;
}

std::string add_block(Engine& engine, const std::string& text) {
    const std::string name = engine.keep_recording(recording_of(text));
    return must(engine, "AddRecording", R"({"recordingName":"r","sha256":")" + name + R"("})");
}
std::string add_text(Engine& engine, const std::string& text) {
    return must(engine, "AddRecording",
                R"({"recordingName":"r","text":)" + json_string(text) + "}");
}

void run(Engine& engine, std::int64_t seconds, WorkUnits budget = kNoBudget) {
    const Timestamp until = engine.world().now + seconds * kSecond;
    while (!engine.advance(until, budget).done) {}
}

std::size_t alarms(const Engine& engine) { return engine.world().active_violations.size(); }

}  // namespace

TEST_CASE("recordings: rows are datapoints when the clock passes them, and raise alarms") {
    Engine engine = watching();
    add_block(engine, traffic());
    const Timestamp start = engine.world().now;
    const auto fed = [&] { return engine.world().recordings.find("r")->fed; };
    run(engine, 0);
    CHECK(fed() == 3);  // the first row is now
    run(engine, 299);
    CHECK(fed() == 3);
    run(engine, 1);
    CHECK(fed() == 6);
    CHECK(alarms(engine) == 0);
    run(engine, 700);
    REQUIRE(alarms(engine) == 1);
    CHECK((*engine.world().active_violations.begin()).value.thing_name == "lamp");
    run(engine, 3600);
    CHECK(alarms(engine) == 0);
    CHECK(engine.world().violation_events.size() == 2);
    const RecordingFeed& feed = *engine.world().recordings.find("r");
    CHECK(feed.state == RecordingState::Finished);
    CHECK(feed.fed == 24);
    CHECK(feed.late == 0);
    CHECK(feed.last == start + 7 * 300 * kSecond);
    const std::string values = must(engine, "ListMetricValues",
                                    R"({"thingName":"lamp","metricName":"aws:num-messages-sent",)"
                                    R"("startTime":1767225600,"endTime":1767235600})");
    std::size_t high = 0;
    for (std::size_t at = values.find("99"); at != std::string::npos;
         at = values.find("99", at + 1))
        ++high;
    CHECK(high == 3);
}

TEST_CASE("recordings: a block, its text, any budget and a replay give the same World") {
    // More values a moment than one item of work takes.
    const std::string text = traffic(1500);
    Engine whole = watching();
    add_block(whole, text);
    run(whole, 5000);
    const std::string hash = world_hash(whole.world());
    CHECK(whole.world().recordings.find("r")->fed == whole.world().recordings.find("r")->values);

    Engine steps = watching();
    add_block(steps, text);
    for (int i = 0; i < 50; ++i) run(steps, 100, 1);
    CHECK(world_hash(steps.world()) == hash);

    REQUIRE(whole.rewind(whole.options().start + 1000 * kSecond));
    CHECK(whole.world().recordings.find("r")->fed < whole.world().recordings.find("r")->values);
    run(whole, 4000);
    CHECK(world_hash(whole.world()) == hash);
}

TEST_CASE("recordings: sessions carry blocks, and inline texts need none") {
    Engine engine = watching();
    add_block(engine, traffic());
    must(engine, "AddRecording",
         R"({"recordingName":"inline","text":)" + json_string(traffic(3)) + "}");
    run(engine, 1000);
    const std::string session = engine.save();
    const std::string hash = world_hash(engine.world());
    for (const bool with_image : {false, true}) {
        CAPTURE(with_image);
        Engine opened;
        const auto report = opened.load(session, with_image ? engine.image() : std::string());
        REQUIRE(report);
        CHECK(report->from_image == with_image);
        CHECK(report->same_world);
        CHECK(report->missing_recordings.empty());
        CHECK(opened.save() == session);
        // And goes on as the saved one does.
        Engine saved = engine;
        run(saved, 3000);
        run(opened, 3000);
        CHECK(world_hash(opened.world()) == world_hash(saved.world()));
    }
    CHECK(world_hash(engine.world()) == hash);
}

TEST_CASE("recordings: a session without its blocks opens, and says what is missing") {
    Engine engine = watching();
    add_block(engine, traffic());
    const std::string name = engine.world().recordings.find("r")->sha256;
    run(engine, 1000);
    const std::string session = engine.save(2, Engine::Blocks::Apart);
    CHECK(session.find("attachments") != std::string::npos);
    CHECK(session.size() < engine.save().size());

    Engine without;
    auto report = without.load(session);
    REQUIRE(report);
    CHECK(report->missing_recordings == std::vector<std::string>{name});
    CHECK(report->failed_entries == 1);
    CHECK_FALSE(report->same_world);
    CHECK(without.world().recordings.empty());

    // From the image the World is there; its rows stop, and it says so.
    Engine image;
    report = image.load(session, engine.image());
    REQUIRE(report);
    CHECK(report->missing_recordings.size() == 1);
    CHECK(must(image, "DescribeRecording", R"({"recordingName":"r"})").find(R"("atHand":false)") !=
          std::string::npos);
    run(image, 1000);
    CHECK(image.world().recordings.find("r")->state == RecordingState::Missing);
    CHECK(must(image, "ListChronicle", R"({"kinds":["recording.missing"]})").find("stops after") !=
          std::string::npos);

    // Given the block, the same session is whole.
    REQUIRE(without.keep_recording(engine.recording(name)->bytes()));
    report = without.load(session);
    REQUIRE(report);
    CHECK(report->same_world);
}

TEST_CASE("recordings: attachments that are not what they say are left out") {
    Engine engine = watching();
    add_block(engine, traffic());
    const std::string session = engine.save(0);
    const std::string name = engine.world().recordings.find("r")->sha256;
    const std::string block = base64_encode(engine.recording(name)->bytes());
    const std::size_t at = session.find(block);
    REQUIRE(at != std::string::npos);
    const std::string another = base64_encode(recording_of(traffic(1)).bytes());
    for (const std::string& bytes : {another, block.substr(4), std::string("Kg"), "*" + block}) {
        CAPTURE(bytes);
        Engine opened;
        const auto report = opened.load(std::string(session).replace(at, block.size(), bytes));
        REQUIRE(report);
        CHECK(report->missing_recordings == std::vector<std::string>{name});
        CHECK(report->notes.front().starts_with("The attached recording " + name));
        CHECK_FALSE(report->same_world);
    }
}

TEST_CASE("recordings: removed in the middle, and added again, the rest does not happen twice") {
    Engine engine = watching();
    add_text(engine, traffic());
    run(engine, 700);
    CHECK(must(engine, "RemoveRecording", R"({"recordingName":"r"})") == R"({"valuesLeft":15})");
    CHECK(engine.world().recordings.empty());
    add_text(engine, traffic());
    run(engine, 5000);
    CHECK(engine.world().recordings.find("r")->fed == 24);
    std::int64_t waiting = 0;
    for (const auto& [key, item] : engine.world().due) waiting += item.kind == DueKind::Recording;
    CHECK(waiting == 0);
}

TEST_CASE("recordings: values that the custom metric of the account does not take are counted") {
    Engine engine = watching();
    must(engine, "CreateCustomMetric",
         R"({"metricName":"temperature","metricType":"string-list","clientRequestToken":"t"})");
    add_text(engine, traffic());
    run(engine, 5000);
    CHECK(engine.world().recordings.find("r")->misfits == 8);
    CHECK(engine.world().recordings.find("r")->fed == 24);
}

TEST_CASE("recordings: texts are addresses when the account's metric says so") {
    Engine engine = watching();
    must(engine, "CreateCustomMetric",
         R"({"metricName":"peers","metricType":"ip-address-list","clientRequestToken":"t"})");
    must(engine, "UpdateSecurityProfile",
         R"({"securityProfileName":"p","behaviors":[{"name":"peers","metric":"peers","criteria":{
             "comparisonOperator":"in-cidr-set","value":{"cidrs":["10.0.0.0/8"]},
             "consecutiveDatapointsToAlarm":1,"consecutiveDatapointsToClear":1}}]})");
    add_text(engine, "{\"time\":1600000000,\"thing\":\"lamp\",\"peers\":[\"192.168.0.1\"]}\n");
    run(engine, 10);
    CHECK(alarms(engine) == 1);
}

TEST_CASE("recordings: a dry run keeps nothing in the account") {
    Engine engine = watching();
    const std::string hash = world_hash(engine.world());
    const CallResult dry = engine.call(
        "AddRecording", R"({"recordingName":"r","text":)" + json_string(traffic()) + "}",
        {.dry_run = true});
    CHECK(dry.ok());
    CHECK(world_hash(engine.world()) == hash);
    CHECK(engine.journal().size() == 3 + 1);
}

}  // namespace picket
