// Picket's own verbs about the World itself: settings, the chronicle, the account at a glance; and
// the rows of those that put work into the queue (picket_work.h). All are ordinary operations:
// described, journaled when they change something, undone.
#include "service/detect/rules.h"
#include "service/facts.h"
#include "service/op.h"
#include "service/paginate.h"
#include "service/picket/work.h"
#include "service/refuse.h"
#include "service/tables.h"
#include "text/say.h"
#include "world/context.h"
#include "world/settings.h"

namespace picket {
namespace {

constexpr Rule kKindRule = {.min = 1, .max = 64};
constexpr Rule kKindListRule = {.min = 1, .max = 50, .element = &kKindRule};

struct ListSettingsRequest {};
struct SettingDescription {
    std::string name;
    std::string value;
    std::string default_value;
    std::string choices;
    std::string doc;
};
struct ListSettingsResponse {
    std::vector<SettingDescription> settings;
};
struct PutSettingRequest {
    std::string name;
    std::string value;
};
struct PutSettingResponse {
    std::string name;
    std::string value;
    std::string previous_value;
};
struct ListChronicleRequest {
    std::optional<std::vector<std::string>> kinds;
    std::optional<std::int64_t> max_results;
    std::optional<std::string> next_token;
};
struct ListChronicleResponse {
    std::vector<ChronicleEvent> events;
    std::optional<std::string> next_token;
};
struct DescribeAccountRequest {};
struct TableSize {
    std::string name;
    std::int64_t rows = 0;
};
struct DescribeAccountResponse {
    std::string region;
    std::string account;
    std::int64_t seed = 0;
    Timestamp now;
    std::vector<TableSize> tables;
    std::string hash;
};

}  // namespace

template <>
struct Shape<ListSettingsRequest> {
    static constexpr std::string_view name = "ListSettingsRequest";
    static constexpr std::span<const MemberInfo> members = {};
};
template <>
struct Shape<SettingDescription> {
    using S = SettingDescription;
    static constexpr std::string_view name = "SettingDescription";
    static constexpr MemberInfo members[] = {
        member("name", PICKET_FIELD(S, name), {.required = true, .doc = "The setting's name."}),
        member("value", PICKET_FIELD(S, value), {.required = true, .doc = "The value in force."}),
        member("defaultValue", PICKET_FIELD(S, default_value),
               {.required = true, .doc = "The value unless set."}),
        member("choices", PICKET_FIELD(S, choices),
               {.required = true, .doc = "\"a|b\", or \"low..high\"."}),
        member("doc", PICKET_FIELD(S, doc),
               {.required = true, .doc = "What it decides, and why one would change it."}),
    };
};
template <>
struct Shape<ListSettingsResponse> {
    using S = ListSettingsResponse;
    static constexpr std::string_view name = "ListSettingsResponse";
    static constexpr MemberInfo members[] = {
        member("settings", PICKET_FIELD(S, settings),
               {.required = true, .doc = "All settings there are."})};
};
template <>
struct Shape<PutSettingRequest> {
    using S = PutSettingRequest;
    static constexpr std::string_view name = "PutSettingRequest";
    static constexpr MemberInfo members[] = {
        member("name", PICKET_FIELD(S, name),
               {.required = true, .min = 1, .max = 64, .doc = "The setting's name."}),
        member(
            "value", PICKET_FIELD(S, value),
            {.required = true, .max = 256, .doc = "The new value as text, numbers too: \"10\"."}),
    };
};
template <>
struct Shape<PutSettingResponse> {
    using S = PutSettingResponse;
    static constexpr std::string_view name = "PutSettingResponse";
    static constexpr MemberInfo members[] = {
        member("name", PICKET_FIELD(S, name), {.required = true, .doc = "The setting's name."}),
        member("value", PICKET_FIELD(S, value),
               {.required = true, .doc = "The value in force from now on."}),
        member("previousValue", PICKET_FIELD(S, previous_value),
               {.required = true, .doc = "What it was before."}),
    };
};
template <>
struct Shape<ListChronicleRequest> {
    using S = ListChronicleRequest;
    static constexpr std::string_view name = "ListChronicleRequest";
    static constexpr MemberInfo members[] = {
        member(
            "kinds", PICKET_FIELD(S, kinds),
            with(kKindListRule, {.doc = "Only events of these kinds, such as \"thing.created\"."})),
        member("maxResults", PICKET_FIELD(S, max_results),
               with(kMaxResultsRule, {.doc = "Items of a page at most; 25 when absent."})),
        member("nextToken", PICKET_FIELD(S, next_token), {.doc = "Where the previous page ended."}),
    };
};
template <>
struct Shape<ListChronicleResponse> {
    using S = ListChronicleResponse;
    static constexpr std::string_view name = "ListChronicleResponse";
    static constexpr MemberInfo members[] = {
        member("events", PICKET_FIELD(S, events),
               {.required = true, .doc = "What happened, the newest last."}),
        member("nextToken", PICKET_FIELD(S, next_token), {.doc = "Absent on the last page."}),
    };
};
template <>
struct Shape<DescribeAccountRequest> {
    static constexpr std::string_view name = "DescribeAccountRequest";
    static constexpr std::span<const MemberInfo> members = {};
};
template <>
struct Shape<TableSize> {
    using S = TableSize;
    static constexpr std::string_view name = "TableSize";
    static constexpr MemberInfo members[] = {
        member("name", PICKET_FIELD(S, name), {.required = true, .doc = "The table's name."}),
        member("rows", PICKET_FIELD(S, rows), {.required = true, .doc = "How many rows it has."}),
    };
};
template <>
struct Shape<DescribeAccountResponse> {
    using S = DescribeAccountResponse;
    static constexpr std::string_view name = "DescribeAccountResponse";
    static constexpr MemberInfo members[] = {
        member("region", PICKET_FIELD(S, region), {.required = true, .doc = "The region in ARNs."}),
        member("account", PICKET_FIELD(S, account),
               {.required = true, .doc = "The account in ARNs."}),
        member("seed", PICKET_FIELD(S, seed),
               {.required = true, .doc = "What ids and simulated data derive from."}),
        member("now", PICKET_FIELD(S, now), {.required = true, .doc = "The virtual time."}),
        member("tables", PICKET_FIELD(S, tables),
               {.required = true, .doc = "The World's tables that have rows, and how many."}),
        member("hash", PICKET_FIELD(S, hash),
               {.required = true, .doc = "Equal Worlds have equal hashes."}),
    };
};

namespace {

Result<ListSettingsResponse> list_settings(const World& world, const ListSettingsRequest&) {
    ListSettingsResponse out;
    for (const SettingInfo& info : settings()) {
        out.settings.push_back({std::string(info.name), std::string(setting_text(world, info.id)),
                                std::string(info.fallback), std::string(info.choices),
                                std::string(info.doc)});
    }
    return out;
}

Result<PutSettingResponse> put_setting(World& world, Context& context,
                                       const PutSettingRequest& in) {
    const SettingInfo* info = find_setting(in.name);
    if (info == nullptr) {
        return refuse(ErrorCode::ResourceNotFound,
                      say("No setting is named '{}'. ListSettings shows all of them.", in.name),
                      "name");
    }
    if (std::string problem = setting_problem(*info, in.value); !problem.empty()) {
        return invalid(std::move(problem), "value");
    }
    PutSettingResponse out = {in.name, in.value, std::string(setting_text(world, info->id))};
    // Only what differs from the default is stored, so that a World that was set back equals one
    // never touched.
    if (in.value == info->fallback) {
        world.settings.erase(in.name);
    } else {
        world.settings.put(in.name, in.value);
    }
    note_setting_change(world);
    Facts facts;
    facts.text("previousValue", out.previous_value).text("value", in.value);
    context.note(
        "setting.changed", in.name,
        say("The setting {} was changed from '{}' to '{}'.", in.name, out.previous_value, in.value),
        facts.json());
    return out;
}

Result<ListChronicleResponse> list_chronicle(const World& world, const ListChronicleRequest& in) {
    std::string filter;
    if (in.kinds) filter = to_json(*in.kinds);
    PICKET_TRY(const Page page,
               read_page("ListChronicle", {filter}, in.max_results, in.next_token));
    auto wanted = [&](const auto& entry) {
        if (!in.kinds) return true;
        for (const std::string& kind : *in.kinds) {
            if (kind == entry.value.kind) return true;
        }
        return false;
    };
    ListChronicleResponse out;
    PICKET_TRY(out.next_token,
               walk_page(
                   page, world.chronicle, std::int64_t{0}, [](std::int64_t) { return true; },
                   wanted, [&](const auto& entry) { out.events.push_back(entry.value); }));
    return out;
}

Result<DescribeAccountResponse> describe_account(const World& world,
                                                 const DescribeAccountRequest&) {
    DescribeAccountResponse out = {world.region, world.account,    world.seed, world.now,
                                   {},           world_hash(world)};
    for (const TableInfo& table : world_tables()) {
        const auto rows = static_cast<std::int64_t>(table.size(world));
        if (rows > 0) out.tables.push_back({std::string(table.name), rows});
    }
    return out;
}

using enum ErrorCode;

constexpr auto kPlain = errors<InvalidRequest>();
constexpr auto kNaming = errors<InvalidRequest, ResourceNotFound>();

constexpr Operation kPicketWorldOperations[] = {
    verb<&list_settings>("ListSettings", "Settings", "/_picket/ListSettings", kPlain,
                         "Lists every setting with its value, its choices and what it decides."),
    verb<&put_setting>("PutSetting", "Settings", "/_picket/PutSetting", kNaming,
                       "Changes a setting from this moment on."),
    verb<&list_chronicle>("ListChronicle", "Chronicle", "/_picket/ListChronicle", kPlain,
                          "Lists what happened, the newest last, each with the facts it rests on."),
    verb<&populate_fleet>("PopulateFleet", "Fleet", "/_picket/PopulateFleet", kNaming,
                          "Registers up to a million things, step by step as the clock runs."),
    verb<&schedule_call>("ScheduleCall", "Due work", "/_picket/ScheduleCall", kPlain,
                         "Makes the session call an operation by itself, once or repeatedly."),
    verb<&list_scheduled_calls>("ListScheduledCalls", "Due work", "/_picket/ListScheduledCalls",
                                kPlain, "Lists scheduled calls that have runs left."),
    verb<&cancel_scheduled_call>("CancelScheduledCall", "Due work", "/_picket/CancelScheduledCall",
                                 kNaming, "Takes a scheduled call back."),
    verb<&list_due_work>("ListDueWork", "Due work", "/_picket/ListDueWork", kPlain,
                         "Lists the queue of what happens as time runs."),
    verb<&describe_account>(
        "DescribeAccount", "Account", "/_picket/DescribeAccount", kPlain,
        "Tells region, account, seed, time, table sizes and the hash of the World."),
};

}  // namespace

std::span<const Operation> picket_world_operations() { return kPicketWorldOperations; }

}  // namespace picket
