// LoadDocumentedResponse: turns a response that documentation shows into state, so that the same
// call answers it from then on, value for value. Each area says how for its own operations, in
// rows of loaders beside its rows of operations:
//
//     constexpr Loader kLoaders[] = {loads<&load_active_violations>("ListActiveViolations")};
//
// A loader writes tables; it need not check that the response comes out again. The verb does, by
// calling the operation: whatever the World cannot hold, or hides behind other rows, is a refusal
// that names the first place that differs.
//
// Not modelled: causes. What a response mentions (things, profiles, actions) need not exist, and
// may be younger than what is said of it. A nextToken is opaque and what it led to is not known,
// so it is left out, and the answer says so.
#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "picket/operations.h"
#include "picket/shape.h"
#include "world/settings.h"

namespace picket {

struct Loader {
    std::string_view operation;
    const ShapeInfo* input;
    const ShapeInfo* output;
    Refusal (*load)(World&, Context&, const void* request, const void* response);
};

namespace detail {

template <auto load>
struct LoadHandler;
template <class In, class Out, Refusal (*load)(World&, Context&, const In&, const Out&)>
struct LoadHandler<load> {
    static constexpr Loader row(std::string_view operation) {
        return {operation, &kShape<In>, &kShape<Out>,
                [](World& world, Context& context, const void* request, const void* response) {
                    return load(world, context, *static_cast<const In*>(request),
                                *static_cast<const Out*>(response));
                }};
    }
};

}  // namespace detail

// `load` may leave the World half written when it returns an error, whose path begins with
// "response" or "request".
template <auto load>
constexpr Loader loads(std::string_view operation) {
    return detail::LoadHandler<load>::row(operation);
}

// All rows, of every area; and the one of an operation, or nullptr.
std::span<const Loader> loaders();
const Loader* find_loader(std::string_view operation);

// The times of documented items. Lists answer items of some days up to now only, so a session that
// is to answer them has to be at a fitting time.
class DocumentedTimes {
public:
    void add(Timestamp time);
    // Why items would not be listed now, with the session's start that would do.
    Refusal problem(const World& world, Setting retention_days, std::string_view path) const;

private:
    Timestamp oldest_ = kTimestampMax;
    Timestamp newest_ = kTimestampMin;
};

}  // namespace picket
