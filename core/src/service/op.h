// Builds rows of the operation table from typed handlers. The handler's signature fixes shapes and
// effect; see operations.h.
#pragma once

#include <memory>
#include <new>

#include "picket/model/common.h"
#include "picket/operations.h"

namespace picket {

template <ErrorCode... codes>
inline constexpr ErrorCode kErrorList[] = {codes...};
template <ErrorCode... codes>
constexpr std::span<const ErrorCode> errors() {
    if constexpr (sizeof...(codes) == 0) {
        return {};
    } else {
        return kErrorList<codes...>;
    }
}

namespace detail {

template <class Out>
inline constexpr ResultOps kResultOps = {
    sizeof(Result<Out>),
    [](void* result) { return static_cast<Result<Out>*>(result)->refusal_if_any(); },
    [](void* result) -> void* { return static_cast<Result<Out>*>(result)->value_if_any(); },
    [](void* result) { std::destroy_at(static_cast<Result<Out>*>(result)); },
};

template <class Out, class In, Effect kEffect>
struct HandlerOf {
    static constexpr Effect effect = kEffect;
    static constexpr const ShapeInfo* input = &kShape<In>;
    static constexpr const ShapeInfo* output = &kShape<Out>;
    static constexpr const ResultOps* result = &kResultOps<Out>;
};

template <auto handler>
struct Handler;

template <class Out, class In, Result<Out> (*handler)(const World&, const In&)>
struct Handler<handler> : HandlerOf<Out, In, Effect::Reads> {
    static constexpr Invoke invoke = {
        .reads = [](const World& world, const void* in, void* result) {
            ::new (result) Result<Out>(handler(world, *static_cast<const In*>(in)));
        }};
};

template <class Out, class In, Result<Out> (*handler)(World&, Context&, const In&)>
struct Handler<handler> : HandlerOf<Out, In, Effect::Mutates> {
    static constexpr Invoke invoke = {
        .mutates = [](World& world, Context& context, const void* in, void* result) {
            ::new (result) Result<Out>(handler(world, context, *static_cast<const In*>(in)));
        }};
};

template <class Out, class In, Result<Out> (*handler)(Engine&, const In&)>
struct Handler<handler> : HandlerOf<Out, In, Effect::Drives> {
    static constexpr Invoke invoke = {.drives = [](Engine& engine, const void* in, void* result) {
        ::new (result) Result<Out>(handler(engine, *static_cast<const In*>(in)));
    }};
};

}  // namespace detail

template <auto handler>
constexpr Operation op(std::string_view name, std::string_view group, Method method,
                       std::string_view uri, std::span<const ErrorCode> declared,
                       std::string_view doc) {
    using H = detail::Handler<handler>;
    return {name,     Service::Iot, group,    method,    uri,       H::effect,
            declared, doc,          H::input, H::output, H::invoke, H::result};
}

// An operation of IoT Data, which devices use.
template <auto handler>
constexpr Operation data_op(std::string_view name, std::string_view group, Method method,
                            std::string_view uri, std::span<const ErrorCode> declared,
                            std::string_view doc) {
    Operation row = op<handler>(name, group, method, uri, declared, doc);
    row.service = Service::Data;
    return row;
}

// A verb of Picket's own; `uri` is "/_picket/<name>", written out so that the row is constant data.
template <auto handler>
constexpr Operation verb(std::string_view name, std::string_view group, std::string_view uri,
                         std::span<const ErrorCode> declared, std::string_view doc) {
    using H = detail::Handler<handler>;
    return {name, Service::Picket, group,     Method::Post, uri,      H::effect, declared,
            doc,  H::input,        H::output, H::invoke,    H::result};
}

}  // namespace picket
