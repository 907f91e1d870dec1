// An HTTP request as text: "PUT /thing-groups/x?y=z", lines of headers, an empty line, the body.
// Every request gets an answer in the service's form; one that fails leaves the World as it is.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>

#include "api/route.h"
#include "fuzz_engine.h"
#include "picket/json_tree.h"

namespace {

using namespace picket;

std::string_view take_line(std::string_view& text) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    return line;
}

HttpRequest read_request(std::string_view text) {
    HttpRequest request;
    const std::string_view first = take_line(text);
    const std::size_t blank = std::min(first.find(' '), first.size());
    request.method = first.substr(0, blank);
    request.target = first.substr(std::min(blank + 1, first.size()));
    while (!text.empty()) {
        const std::string_view line = take_line(text);
        if (line.empty()) break;
        const std::size_t colon = std::min(line.find(':'), line.size());
        request.headers.emplace_back(line.substr(0, colon),
                                     line.substr(std::min(colon + 1, line.size())));
    }
    request.body = text;
    return request;
}

const Engine& small_account() {
    static const Engine engine = [] {
        Engine made;
        (void)made.call("CreateThing", R"({"thingName":"a"})");
        (void)made.call("CreateThingGroup", R"({"thingGroupName":"g"})");
        (void)made.call("AddThingToThingGroup", R"({"thingName":"a","thingGroupName":"g"})");
        (void)made.call("ScheduleCall",
                        R"({"operation":"DeleteThing","body":{"thingName":"a"},"inSeconds":60})");
        return made;
    }();
    return engine;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const HttpRequest request = read_request({reinterpret_cast<const char*>(data), size});
    const auto routed = route(request.method, request.target);
    if (routed && fuzz::unbounded(routed->operation->name)) return 0;
    Engine engine = small_account();
    const std::string before = world_hash(engine.world());
    const HttpResponse response = engine.request(request);
    PICKET_ASSERT(response.status >= 200 && response.status <= 599);
    PICKET_ASSERT(response.status != 500);
    PICKET_ASSERT(response.body.empty() || read_json_strict(response.body));
    for (const auto& [name, value] : response.headers) {
        PICKET_ASSERT(name.find_first_of("\r\n") == std::string::npos);
        PICKET_ASSERT(value.find_first_of("\r\n") == std::string::npos);
    }
    PICKET_ASSERT(routed || response.status >= 400);
    if (response.status >= 400) PICKET_ASSERT(world_hash(engine.world()) == before);
    fuzz::check_saved(engine);
    return 0;
}
