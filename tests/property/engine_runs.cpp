// See engine_runs.h.
#include "property/engine_runs.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "model/any_value.h"
#include "model/generate.h"
#include "picket/scenario.h"
#include "world/settings.h"

namespace picket::test {
namespace {

constexpr std::array<std::string_view, 4> kNames = {"a", "b", "c", "d-1"};

std::vector<const Operation*> mutating_operations() {
    std::vector<const Operation*> rows;
    for (const Operation& row : operations()) {
        if (row.effect == Effect::Mutates) rows.push_back(&row);
    }
    return rows;
}

bool is_name(const MemberInfo& member) {
    return member.name.ends_with("Name") || member.name.ends_with("Names") ||
           member.name == "namePrefix" || member.name.starts_with("thingGroupsTo");
}

std::string pick_name(Random& random) { return std::string(kNames[random.pick(kNames.size())]); }

void lean_to_names(const MemberInfo& member, void* at, Random& random) {
    if (!is_name(member) || !random.chance({9, 10})) return;
    if (member.shape->kind == Kind::String) *static_cast<std::string*>(at) = pick_name(random);
    if (member.shape->kind != Kind::List || member.shape->element->kind != Kind::String) return;
    auto& names = *static_cast<std::vector<std::string>*>(at);
    for (std::string& name : names) name = pick_name(random);
    std::sort(names.begin(), names.end());
    names.erase(std::unique(names.begin(), names.end()), names.end());
}

// Work that ends within the run: numbers of the table's own size would fill the test with waiting.
void keep_small(const MemberInfo& member, void* at, Random& random) {
    if (member.shape->kind != Kind::Integer) return;
    auto& number = *static_cast<std::int64_t*>(at);
    if (member.name == "count") number = random.between(1, 250);
    if (member.name == "times") number = random.between(1, 12);
    if (member.name == "inSeconds") number = random.between(0, 3) * 600;
    if (member.name == "everySeconds") number = random.between(1, 5) * 300;
    if (member.name == "expectedVersion") number = random.between(1, 3);
}

// Documents that are valid, and targets and versions that may be there: random text hardly ever is.
void lean_to_policies(const MemberInfo& member, void* at, Random& random) {
    if (!random.chance({9, 10})) return;
    constexpr std::string_view kDocument =
        R"({"Version":"2012-10-17","Statement":{"Effect":"Deny","Action":"*","Resource":"*"}})";
    if (member.shape->kind == Kind::Document && member.name == "trustPolicy") {
        static_cast<JsonText*>(at)
            ->text = R"({"Statement":{"Effect":"Allow","Principal":"*","Action":"*"}})";
    }
    if (member.shape->kind != Kind::String) return;
    auto& text = *static_cast<std::string*>(at);
    if (member.name == "policyDocument") text = kDocument;
    if (member.name == "policyVersionId") text = std::to_string(random.between(1, 3));
    if (member.name == "roleAlias") text = pick_name(random);
    if (member.name == "target")
        text = "arn:aws:iot:us-east-1:123456789012:thinggroup/" + pick_name(random);
}

void adjust(const ShapeInfo& shape, void* structure, Random& random) {
    for (const MemberInfo& member : shape.members) {
        if (member.get(structure) == nullptr) continue;
        void* at = static_cast<char*>(structure) + member.offset;
        if (member.optional != nullptr) at = const_cast<void*>(member.optional->get(at));
        lean_to_names(member, at, random);
        keep_small(member, at, random);
        lean_to_policies(member, at, random);
        if (member.shape->kind == Kind::Structure) adjust(*member.shape, at, random);
    }
}

std::string json_string(std::string_view text) { return to_json(std::string(text)); }

RunStep scheduled_call(Random& random) {
    const auto rows = mutating_operations();
    const Operation* row = rows[random.pick(rows.size())];
    std::string body = "{}";
    if (row->name != "ScheduleCall") {
        AnyValue input(*row->input);
        generate(*row->input, random, input.get());
        adjust(*row->input, input.get(), random);
        body = to_json(*row->input, input.get());
    }
    const std::int64_t times = random.between(1, 12);
    std::string json = "{\"operation\":" + json_string(row->name) + ",\"body\":" + body +
                       ",\"inSeconds\":" + std::to_string(random.between(0, 3) * 600);
    if (times > 1) {
        json += ",\"everySeconds\":" + std::to_string(random.between(1, 5) * 300) +
                ",\"times\":" + std::to_string(times);
    }
    return {.operation = "ScheduleCall", .input = json + "}"};
}

RunStep setting_change(Random& random) {
    const SettingInfo& setting = settings()[random.pick(settings().size())];
    std::string value(setting.fallback);
    const std::size_t bar = setting.choices.find('|');
    const std::size_t dots = setting.choices.find("..");
    if (bar != std::string_view::npos) {
        value = random.chance({1, 2}) ? setting.choices.substr(0, bar)
                                      : setting.choices.substr(bar + 1);
    } else if (dots != std::string_view::npos) {
        value = std::to_string(random.between(1, 60));
    }
    return {.operation = "PutSetting",
            .input = "{\"name\":" + json_string(setting.name) + ",\"value\":" + json_string(value) +
                     "}"};
}

}  // namespace

RunStep random_call(Random& random) {
    static const auto rows = mutating_operations();
    const Operation* row = rows[random.pick(rows.size())];
    // Fewer deletions leave more for other calls to build on.
    if (row->name.starts_with("Delete")) row = rows[random.pick(rows.size())];
    if (random.chance({1, 6}))
        return scheduled_call(random);  // due work is what needs testing most
    if (row->name == "ScheduleCall") return scheduled_call(random);
    if (row->name == "PutSetting") return setting_change(random);
    AnyValue input(*row->input);
    generate(*row->input, random, input.get());
    adjust(*row->input, input.get(), random);
    return {.operation = std::string(row->name), .input = to_json(*row->input, input.get())};
}

std::vector<RunStep> random_run(std::uint64_t seed, const RunOptions& options) {
    Random random(seed, "engine-run");
    std::vector<RunStep> steps;
    for (int i = 0; i < options.steps; ++i) {
        if (random.chance({2, 3})) {
            steps.push_back(random_call(random));
            continue;
        }
        RunStep step;
        step.advance_ms = random.between(0, 12) * 300 * kSecond;
        if (options.cut_off && random.chance({1, 2})) step.cut_off = random.between(1, 3000);
        steps.push_back(std::move(step));
    }
    return steps;
}

CallResult play(Engine& engine, const RunStep& step, WorkUnits budget) {
    if (!step.operation.empty()) return engine.call(step.operation, step.input);
    const Timestamp until = engine.world().now + step.advance_ms;
    if (step.cut_off != kNoBudget) {
        engine.advance(until, step.cut_off);
    } else {
        while (!engine.advance(until, budget).done) {}
    }
    return {};
}

Played play_run(std::uint64_t seed, const RunOptions& options) {
    Played played{Engine({.seed = static_cast<std::int64_t>(seed)}), {}, {}};
    for (const RunStep& step : random_run(seed, options)) {
        const std::string before = world_hash(played.engine.world());
        const CallResult result = play(played.engine, step);
        if (result.entry_id != 0) played.hash_before[result.entry_id] = before;
        played.moments.push_back(played.engine.world().now);
    }
    return played;
}

std::string chronicle_text(const World& world) { return outcome_text(world); }

}  // namespace picket::test
