// Violations under random filters. Goals: every combination of filters answers what a plain look at
// all rows finds, in the same order; pages of any size make up the whole list; a verification state
// reaches the active violation and all events of its id.
#include <optional>

#include "base/random.h"
#include "core/service/service_support.h"

namespace picket {
namespace {

constexpr std::int64_t kNow = 1'767'225'600;
const std::vector<std::string> kThings = {"lamp", "plug", "sensor"};
const std::vector<std::string> kProfiles = {"p", "q"};
const std::vector<std::string> kKinds = {"STATIC", "STATISTICAL", "MACHINE_LEARNING"};
const std::vector<std::string> kCriteria = {
    R"({"comparisonOperator":"less-than","value":{"count":1}})",
    R"({"comparisonOperator":"less-than","statisticalThreshold":{"statistic":"p90"}})",
    R"({"mlDetectionConfig":{"confidenceLevel":"LOW"}})"};
const std::vector<std::string> kStates = {"FALSE_POSITIVE", "BENIGN_POSITIVE", "TRUE_POSITIVE",
                                          "UNKNOWN"};

// What the filters look at, of a violation or of an event.
struct Item {
    std::string id;
    std::size_t thing = 0;
    std::size_t profile = 0;
    std::size_t kind = 0;
    std::string suppressed;  // empty: absent
    std::string state;
    std::int64_t time = 0;
};

Item random_item(Random& random, std::size_t number, std::int64_t time) {
    static const std::vector<std::string> kSuppressed = {"", "true", "false"};
    return {"v" + std::to_string(number),
            random.pick(kThings.size()),
            random.pick(kProfiles.size()),
            random.pick(kKinds.size()),
            kSuppressed[random.pick(3)],
            random.pick(3) == 0 ? "" : kStates[random.pick(4)],
            time};
}

std::string common_json(const Item& item) {
    std::string json = "{\"violationId\":\"" + item.id + "\",\"thingName\":\"" +
                       kThings[item.thing] + "\",\"securityProfileName\":\"" +
                       kProfiles[item.profile] +
                       "\",\"behavior\":{\"name\":\"b\",\"criteria\":" + kCriteria[item.kind];
    if (!item.suppressed.empty()) json += ",\"suppressAlerts\":" + item.suppressed;
    json += "}";
    if (!item.state.empty()) json += ",\"verificationState\":\"" + item.state + "\"";
    return json;
}

struct Account {
    Engine engine;
    std::vector<Item> active;  // in the order of their list
    std::vector<Item> events;
};

void load(Engine& engine, const std::string& operation, const std::string& request,
          const std::string& list, const std::string& items) {
    must(engine, "LoadDocumentedResponse",
         "{\"operation\":\"" + operation + "\",\"request\":" + request + ",\"response\":{\"" +
             list + "\":[" + items + "]}}");
}

const std::string kAllTimes = "\"startTime\":1767000000,\"endTime\":1767225600";

Account random_account(std::uint64_t seed) {
    Random random(seed, "violations");
    Account account;
    std::string active;
    std::string events;
    std::int64_t time = kNow;
    for (std::size_t i = 0; i < 90; ++i) {
        time -= static_cast<std::int64_t>(random.pick(3)) * 300;  // some at the same moment
        const Item item = random_item(random, i % 60, time);
        const std::string at = std::to_string(time);
        if (i < 60) {
            account.active.push_back(item);
            active += (active.empty() ? "" : ",") + common_json(item) +
                      ",\"lastViolationTime\":" + at + ",\"violationStartTime\":" + at + "}";
        }
        account.events.push_back(item);
        events += (events.empty() ? "" : ",") + common_json(item) + ",\"violationEventType\":\"" +
                  (i < 60 ? "in-alarm" : "alarm-cleared") + "\",\"violationEventTime\":" + at + "}";
    }
    load(account.engine, "ListActiveViolations", R"({"maxResults":250})", "activeViolations",
         active);
    load(account.engine, "ListViolationEvents", "{" + kAllTimes + ",\"maxResults\":250}",
         "violationEvents", events);
    return account;
}

struct Filter {
    std::optional<std::size_t> thing, profile, kind, state;
    std::optional<bool> suppressed;

    bool takes(const Item& item) const {
        const std::string& state_name = item.state.empty() ? kStates[3] : item.state;
        return (!thing || *thing == item.thing) && (!profile || *profile == item.profile) &&
               (!kind || *kind == item.kind) && (!state || kStates[*state] == state_name) &&
               (!suppressed || *suppressed == (item.suppressed == "true"));
    }
    std::string json() const {
        std::string out;
        if (thing) out += ",\"thingName\":\"" + kThings[*thing] + "\"";
        if (profile) out += ",\"securityProfileName\":\"" + kProfiles[*profile] + "\"";
        if (kind) out += ",\"behaviorCriteriaType\":\"" + kKinds[*kind] + "\"";
        if (state) out += ",\"verificationState\":\"" + kStates[*state] + "\"";
        if (suppressed)
            out += std::string(",\"listSuppressedAlerts\":") + (*suppressed ? "true" : "false");
        return out.empty() ? out : out.substr(1);
    }
};

// Which of the five filters there are follows from the bits of `combination`.
Filter random_filter(Random& random, unsigned combination) {
    Filter filter;
    if ((combination & 1) != 0) filter.thing = random.pick(kThings.size());
    if ((combination & 2) != 0) filter.profile = random.pick(kProfiles.size());
    if ((combination & 4) != 0) filter.kind = random.pick(kKinds.size());
    if ((combination & 8) != 0) filter.state = random.pick(kStates.size());
    if ((combination & 16) != 0) filter.suppressed = random.pick(2) == 0;
    return filter;
}

std::vector<std::string> ids_of(const std::vector<Item>& items, const Filter& filter,
                                std::int64_t from, std::int64_t to) {
    std::vector<std::string> ids;
    for (const Item& item : items) {
        if (filter.takes(item) && from <= item.time && item.time <= to) ids.push_back(item.id);
    }
    return ids;
}

void check_lists(Account& account, Random& random) {
    for (unsigned combination = 0; combination < 32; ++combination) {
        const Filter filter = random_filter(random, combination);
        const std::string json = filter.json();
        CAPTURE(json);
        const auto active = ids_of(account.active, filter, 0, kNow);
        const std::int64_t from = kNow - static_cast<std::int64_t>(random.pick(80)) * 300;
        const std::int64_t to = from + static_cast<std::int64_t>(random.pick(80)) * 300;
        const auto events = ids_of(account.events, filter, from, to);
        const std::string times = "\"startTime\":" + std::to_string(from) +
                                  ",\"endTime\":" + std::to_string(to) + (json.empty() ? "" : ",") +
                                  json;
        for (const int size : {1, 7, 250}) {
            CHECK(list_all(account.engine, "ListActiveViolations", "activeViolations",
                           "violationId", json, size) == active);
            CHECK(list_all(account.engine, "ListViolationEvents", "violationEvents", "violationId",
                           times, size) == events);
        }
    }
}

}  // namespace

TEST_CASE("violations: every combination of filters answers what a look at all rows finds") {
    for (std::uint64_t seed = 1; seed <= 3; ++seed) {
        CAPTURE(seed);
        Random random(seed, "filters");
        Account account = random_account(seed);
        check_lists(account, random);
        for (int i = 0; i < 20; ++i) {
            const std::string id = "v" + std::to_string(random.pick(60));
            const std::string& state = kStates[random.pick(kStates.size())];
            must(account.engine, "PutVerificationStateOnViolation",
                 R"({"violationId":")" + id + R"(","verificationState":")" + state + "\"}");
            for (auto* items : {&account.active, &account.events}) {
                for (Item& item : *items) {
                    if (item.id == id) item.state = state;
                }
            }
        }
        check_lists(account, random);
    }
}

TEST_CASE("violations: a page that begins under another filter is refused, and new items do not "
          "disturb a walk") {
    Account account = random_account(9);
    const ListPage first = list_page(account.engine, "ListActiveViolations", "activeViolations",
                                     "violationId", "", 10, "");
    const CallResult refused = account.engine.call("ListActiveViolations",
                                                   R"({"thingName":"lamp","nextToken":)" +
                                                       json_string(first.next_token) + "}");
    REQUIRE_FALSE(refused.ok());
    CHECK(refused.error->path == "nextToken");
    // Marking moves rows of the index; the walk goes on where it was.
    for (const char* id : {"v3", "v30"}) {
        must(account.engine, "PutVerificationStateOnViolation",
             std::string(R"({"violationId":")") + id +
                 R"(","verificationState":"BENIGN_POSITIVE"})");
    }
    const ListPage second = list_page(account.engine, "ListActiveViolations", "activeViolations",
                                      "violationId", "", 10, first.next_token);
    for (std::size_t i = 0; i < 10; ++i) CHECK(second.items[i] == account.active[10 + i].id);
}

}  // namespace picket
