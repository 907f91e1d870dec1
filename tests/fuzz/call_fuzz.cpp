// Lines of text as a run: "CreateThing {...}" is a call, "?CreateThing {...}" a dry run, "+90" runs
// the clock on, "<30" rewinds to 30 seconds after the start, "-2" undoes entry 2. A failed call and
// a dry run leave the World as it is, and whatever comes out can be saved and opened.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>

#include "fuzz_engine.h"
#include "picket/json_tree.h"
#include "text/decimal.h"

namespace {

using namespace picket;

constexpr int kLinesMax = 64;
constexpr WorkUnits kBudget = 20'000;

void call(Engine& engine, std::string_view line, bool dry_run) {
    const std::size_t blank = std::min(line.find(' '), line.size());
    const std::string_view name = line.substr(0, blank);
    if (fuzz::unbounded(name)) return;
    const std::string before = world_hash(engine.world());
    const std::size_t entries = engine.journal().size();
    const CallResult result = engine.call(name, line.substr(std::min(blank + 1, line.size())),
                                          {.dry_run = dry_run});
    PICKET_ASSERT(result.status >= 200 && result.status <= 599);
    PICKET_ASSERT(read_json_strict(result.body));
    if (result.ok() && !dry_run) return;
    PICKET_ASSERT(world_hash(engine.world()) == before);
    PICKET_ASSERT(engine.journal().size() == entries);
    if (!result.error) return;
    PICKET_ASSERT(result.error->code != ErrorCode::InternalFailure);
    PICKET_ASSERT(!result.error->message.empty());
}

void play(Engine& engine, std::string_view line) {
    const std::string_view rest = line.empty() ? line : line.substr(1);
    const std::int64_t number = parse_int64(rest).value_or(0) % 1'000'000;
    const char first = line.empty() ? ' ' : line[0];
    if (first == '+') {
        engine.advance(engine.world().now + (number < 0 ? 0 : number) * kSecond, kBudget);
    } else if (first == '<') {
        (void)engine.rewind(engine.options().start + number * kSecond);
    } else if (first == '-') {
        (void)engine.undo(number);
    } else if (first == '?') {
        call(engine, rest, true);
    } else {
        call(engine, line, false);
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    std::string_view text(reinterpret_cast<const char*>(data), size);
    picket::Engine engine;
    for (int i = 0; i < kLinesMax && !text.empty(); ++i) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        play(engine, text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    picket::fuzz::check_saved(engine);
    return 0;
}
