// Random fleets against a brute-force evaluator that is written apart from the engine: it keeps
// every value, and looks at all of them for every window. Besides: a violation never clears before
// it starts, events of one violation are ordered, the order of different devices within a moment
// does not matter, and neither does how the time is cut into budgets, nor a rewind.
#include <algorithm>
#include <map>

#include "base/random.h"
#include "core/service/detect/detect_support.h"

namespace picket {
namespace {

struct Datum {
    std::int64_t seconds = 0;
    std::string device;
    double value = 0;
};

struct Setup {
    std::int64_t duration = 0;  // 0: none
    std::int64_t to_alarm = 1;
    std::int64_t to_clear = 1;
    std::string comparison;
    double bound = 0;
    std::int64_t share = -1;  // of a percentile; -1: a threshold
    bool sliding = false;
    std::vector<Datum> data;
};

const std::vector<std::string> kDevices = {"lamp", "plug", "cam", "door", "bulb"};
const std::vector<std::string> kComparisons = {"less-than", "less-than-equals", "greater-than",
                                               "greater-than-equals"};

Setup random_setup(Random& random) {
    const std::pair<const char*, std::int64_t> shares[] = {
        {"p0", 0}, {"p10", 1000}, {"p50", 5000}, {"p90", 9000}, {"p100", 10000}};
    Setup setup;
    const bool statistic = random.pick(3) == 0;
    constexpr std::int64_t kDurations[] = {300, 600, 900, 1800};
    if (statistic || random.pick(3) > 0) setup.duration = kDurations[random.pick(4)];
    setup.to_alarm = random.between(1, 3);
    setup.to_clear = random.between(1, 3);
    setup.comparison = kComparisons[random.pick(4)];
    setup.bound = static_cast<double>(random.between(0, 12));
    if (statistic) setup.share = shares[random.pick(5)].second;
    setup.sliding = random.pick(2) == 0;
    for (const std::string& device : kDevices) {
        std::int64_t seconds = random.between(1, 1200);
        const std::int64_t count = random.between(0, 25);
        for (std::int64_t i = 0; i < count; ++i) {
            setup.data.push_back({seconds, device, static_cast<double>(random.between(0, 10))});
            // Mostly regular, sometimes at the very end of a window, sometimes after a gap.
            seconds += random.pick(8) == 0 ? random.between(900, 4000) : random.between(200, 400);
            if (random.pick(3) == 0) seconds = (seconds + 299) / 300 * 300;
        }
    }
    std::stable_sort(setup.data.begin(), setup.data.end(),
                     [](const Datum& a, const Datum& b) { return a.seconds < b.seconds; });
    return setup;
}

bool holds(const std::string& comparison, double value, double bound) {
    if (comparison == "less-than") return value < bound;
    if (comparison == "less-than-equals") return value <= bound;
    return comparison == "greater-than" ? value > bound : value >= bound;
}

// (device, seconds) to the value that is judged then.
using Judged = std::map<std::string, std::map<std::int64_t, double>>;

Judged judged_values(const Setup& setup) {
    Judged judged;
    if (setup.duration == 0) {
        for (const Datum& datum : setup.data) judged[datum.device][datum.seconds] = datum.value;
        return judged;
    }
    const std::int64_t step = setup.sliding ? 300 : setup.duration;
    for (const Datum& datum : setup.data) {
        const std::int64_t end = (datum.seconds + step - 1) / step * step;
        double sum = 0;
        for (const Datum& other : setup.data) {
            if (other.device == datum.device && other.seconds > end - setup.duration &&
                other.seconds <= end)
                sum += other.value;
        }
        judged[datum.device][end] = sum;
    }
    return judged;
}

std::map<std::int64_t, double> percentiles(const Setup& setup, const Judged& judged) {
    std::map<std::int64_t, std::vector<double>> windows;
    for (const auto& [device, values] : judged) {
        for (const auto& [end, value] : values) windows[end].push_back(value);
    }
    std::map<std::int64_t, double> bounds;
    for (auto& [end, values] : windows) {
        std::sort(values.begin(), values.end());
        // The least value at or below which the share lies.
        for (const double value : values) {
            const auto count = std::upper_bound(values.begin(), values.end(), value) -
                               values.begin();
            if (count * 10000 < setup.share * static_cast<std::int64_t>(values.size())) continue;
            bounds[end] = value;
            break;
        }
    }
    return bounds;
}

// "300 lamp in-alarm 5", in order of time and device.
std::vector<std::string> expected_events(const Setup& setup) {
    const Judged judged = judged_values(setup);
    std::map<std::int64_t, double> bounds;
    if (setup.share >= 0) bounds = percentiles(setup, judged);
    std::vector<std::string> events;
    for (const auto& [device, values] : judged) {
        bool alarm = false;
        std::vector<bool> history;
        for (const auto& [end, value] : values) {
            const double bound = setup.share >= 0 ? bounds.at(end) : setup.bound;
            history.push_back(!holds(setup.comparison, value, bound));
            const auto needed = static_cast<std::size_t>(alarm ? setup.to_clear : setup.to_alarm);
            if (history.size() < needed) continue;
            const bool turn = std::all_of(history.end() - static_cast<std::ptrdiff_t>(needed),
                                          history.end(),
                                          [&](bool violating) { return violating != alarm; });
            if (!turn) continue;
            alarm = !alarm;
            history.clear();
            std::string time = std::to_string(end);
            time.insert(0, 8 - time.size(), '0');
            events.push_back(time + " " + device + (alarm ? " in-alarm " : " alarm-cleared ") +
                             format_double(value));
        }
    }
    std::sort(events.begin(), events.end());
    return events;
}

std::string criteria_of(const Setup& setup) {
    std::string json = "{\"comparisonOperator\":\"" + setup.comparison + "\"";
    if (setup.duration > 0) json += ",\"durationSeconds\":" + std::to_string(setup.duration);
    json += ",\"consecutiveDatapointsToAlarm\":" + std::to_string(setup.to_alarm);
    json += ",\"consecutiveDatapointsToClear\":" + std::to_string(setup.to_clear);
    if (setup.share < 0)
        return json + ",\"value\":{\"number\":" + format_double(setup.bound) + "}}";
    return json + ",\"statisticalThreshold\":{\"statistic\":\"p" +
           std::to_string(setup.share / 100) + "\"}}";
}

void prepare(Detecting& test, const Setup& setup) {
    must(test.engine, "PutSetting",
         std::string(R"({"name":"windowKind","value":")") +
             (setup.sliding ? "sliding" : "tumbling") + "\"}");
    test.watch("n", criteria_of(setup));
}

// All windows are closed by then, and no alarm is given up.
std::int64_t end_of(const Setup& setup) {
    return (setup.data.empty() ? 0 : setup.data.back().seconds) + 2 * 3600;
}

constexpr std::int64_t kEndSeconds = 48 * 3600;

std::vector<std::string> found_events(const Engine& engine) {
    std::vector<std::string> events;
    for (const auto entry : engine.world().violation_events) {
        const ViolationEvent& event = entry.value;
        std::string time = std::to_string((event.violation_event_time - engine.options().start) /
                                          kSecond);
        time.insert(0, 8 - time.size(), '0');
        events.push_back(time + " " + event.thing_name + " " +
                         std::string(enum_name(event.violation_event_type)) + " " +
                         (event.metric_value ? format_double(*event.metric_value->number) : ""));
    }
    std::sort(events.begin(), events.end());
    return events;
}

void check_order(const World& world) {
    std::map<std::string, std::vector<ViolationEvent>> by_id;
    for (const auto entry : world.violation_events)
        by_id[entry.value.violation_id].push_back(entry.value);
    for (auto& [id, events] : by_id) {
        CAPTURE(id);
        CHECK(events.size() <= 2);
        std::reverse(events.begin(), events.end());
        CHECK(events[0].violation_event_type == ViolationEventType::InAlarm);
        if (events.size() < 2) continue;
        CHECK(events[1].violation_event_type != ViolationEventType::InAlarm);
        CHECK(events[1].violation_event_time > events[0].violation_event_time);
    }
}

}  // namespace

TEST_CASE("evaluation: agrees with a brute-force evaluator") {
    for (std::uint64_t seed = 1; seed <= 150; ++seed) {
        CAPTURE(seed);
        Random random(seed, "evaluation");
        const Setup setup = random_setup(random);
        Detecting test;
        prepare(test, setup);
        for (const Datum& datum : setup.data) {
            test.run_to(datum.seconds);
            test.number(datum.device, format_double(datum.value));
        }
        test.run_to(end_of(setup));
        CHECK(found_events(test.engine) == expected_events(setup));
        check_order(test.engine.world());
    }
}

TEST_CASE("evaluation: the order of different devices within a moment does not matter") {
    for (std::uint64_t seed = 1; seed <= 20; ++seed) {
        CAPTURE(seed);
        Random random(seed, "evaluation order");
        Setup setup = random_setup(random);
        for (Datum& datum : setup.data) datum.seconds = (datum.seconds + 149) / 150 * 150;
        const auto run = [&](bool reversed) {
            std::vector<Datum> data = setup.data;
            if (reversed) std::reverse(data.begin(), data.end());
            std::stable_sort(data.begin(), data.end(),
                             [](const Datum& a, const Datum& b) { return a.seconds < b.seconds; });
            Detecting test;
            prepare(test, setup);
            std::string last;
            for (const Datum& datum : data) {
                const std::string place = std::to_string(datum.seconds) + datum.device;
                if (place == last) continue;
                last = place;
                test.run_to(datum.seconds);
                test.number(datum.device, format_double(datum.value));
            }
            test.run_to(end_of(setup));
            return found_events(test.engine);
        };
        // Two values of one device at one moment are no matter of different things.
        std::map<std::string, int> places;
        bool twice = false;
        for (const Datum& datum : setup.data)
            twice = ++places[std::to_string(datum.seconds) + datum.device] > 1 || twice;
        if (!twice) CHECK(run(false) == run(true));
    }
}

TEST_CASE("evaluation: any budget, and a rewind, lead to the same World") {
    for (std::uint64_t seed = 1; seed <= 12; ++seed) {
        CAPTURE(seed);
        Random random(seed, "evaluation budget");
        const Setup setup = random_setup(random);
        std::string hash;
        for (const WorkUnits budget : {WorkUnits{1}, WorkUnits{7}, WorkUnits{1'000'000}}) {
            CAPTURE(budget);
            Detecting test;
            prepare(test, setup);
            const auto run_to = [&](std::int64_t seconds) {
                while (!test.engine.advance(test.at(seconds), budget).done) {}
            };
            for (const Datum& datum : setup.data) {
                run_to(datum.seconds);
                test.number(datum.device, format_double(datum.value));
            }
            run_to(kEndSeconds);
            const std::string found = world_hash(test.engine.world());
            if (hash.empty()) hash = found;
            CHECK(found == hash);
            const Timestamp middle = test.at(random.between(0, kEndSeconds));
            REQUIRE(static_cast<bool>(test.engine.rewind(middle)));
            run_to(kEndSeconds);
            CHECK(world_hash(test.engine.world()) == hash);
            Engine loaded;
            REQUIRE(static_cast<bool>(loaded.load(test.engine.save(), test.engine.image())));
            CHECK(world_hash(loaded.world()) == hash);
        }
    }
}

}  // namespace picket
