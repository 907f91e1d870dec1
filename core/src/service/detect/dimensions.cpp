// CreateDimension, DescribeDimension, UpdateDimension, DeleteDimension, ListDimensions.
#include "service/detect/dimensions.h"

#include "service/arn.h"
#include "service/detect/profile_tables.h"
#include "service/facts.h"
#include "service/op.h"
#include "service/paginate.h"
#include "service/refuse.h"
#include "service/registry/tags.h"
#include "service/tables.h"
#include "text/say.h"
#include "world/context.h"
#include "world/settings.h"

namespace picket {
namespace {

std::string facts_of(const Dimension& dimension) {
    Facts facts;
    facts.text("type", enum_name(dimension.type)).texts("stringValues", dimension.string_values);
    return facts.json();
}

// '+' stands for one level of a topic and '#' for all that follow, so each is a level by itself.
std::string_view filter_mistake(std::string_view filter) {
    for (std::size_t at = filter.find_first_of("+#"); at != std::string_view::npos;
         at = filter.find_first_of("+#", at + 1)) {
        const bool begins = at == 0 || filter[at - 1] == '/';
        const bool last = at + 1 == filter.size();
        if (filter[at] == '#' && !last) return "'#' can only be the last level";
        if (!begins || (!last && filter[at + 1] != '/'))
            return "a wildcard must be a level by itself";
    }
    return {};
}

Refusal filters_problem(const World& world, const std::vector<std::string>& filters) {
    if (setting_is(world, Setting::DimensionFilters, "any")) return std::nullopt;
    for (std::size_t i = 0; i < filters.size(); ++i) {
        const std::string_view mistake = filter_mistake(filters[i]);
        if (mistake.empty()) continue;
        return invalid(say("'{}' is not a topic filter: {}. The setting dimensionFilters keeps it "
                           "all the same.",
                           filters[i], mistake),
                       say("stringValues[{}]", i));
    }
    return std::nullopt;
}

Refusal no_dimension(const std::string& name) {
    return not_found("dimension", name, "CreateDimension", "name");
}

Result<CreateDimensionResponse> create_dimension(World& world, Context& context,
                                                 const CreateDimensionRequest& in) {
    const std::string arn = dimension_arn(world, in.name);
    if (const Dimension* existing = world.dimensions.find(in.name)) {
        // The same request again, as its token says, and its definition, too. Tags are no part of
        // it.
        if (existing->client_request_token == in.client_request_token &&
            existing->type == in.type && existing->string_values == in.string_values) {
            return CreateDimensionResponse{existing->name, arn};
        }
        return already_exists("dimension", in.name, "UpdateDimension", in.name, arn);
    }
    if (auto problem = filters_problem(world, in.string_values)) return problem;
    if (auto problem = tags_problem(world, in.tags)) return problem;
    const auto count = static_cast<std::int64_t>(world.dimensions.size());
    const std::int64_t max = setting_number(world, Setting::DimensionsMax);
    if (count >= max) {
        return refuse(
            ErrorCode::LimitExceeded,
            say("The account has {}, and it can have {}. Delete one that is no longer used.",
                counted(count, "dimension"), max));
    }
    Dimension dimension;
    dimension.name = in.name;
    dimension.type = in.type;
    dimension.string_values = in.string_values;
    dimension.client_request_token = in.client_request_token.value_or(std::string());
    dimension.created = context.now();
    dimension.modified = context.now();
    context.note("dimension.created", dimension.name,
                 say("The dimension '{}' was created.", dimension.name), facts_of(dimension));
    put_tags(world, arn, in.tags);
    world.dimensions.put(in.name, std::move(dimension));
    return CreateDimensionResponse{in.name, arn};
}

void describe(const World& world, const Dimension& dimension, DescribeDimensionResponse& out) {
    out.name = dimension.name;
    out.arn = dimension_arn(world, dimension.name);
    out.type = dimension.type;
    out.string_values = dimension.string_values;
    out.creation_date = dimension.created;
    out.last_modified_date = dimension.modified;
}

Result<DescribeDimensionResponse> describe_dimension(const World& world,
                                                     const DescribeDimensionRequest& in) {
    const Dimension* dimension = world.dimensions.find(in.name);
    if (dimension == nullptr) return no_dimension(in.name);
    DescribeDimensionResponse out;
    describe(world, *dimension, out);
    return out;
}

Result<UpdateDimensionResponse> update_dimension(World& world, Context& context,
                                                 const UpdateDimensionRequest& in) {
    const Dimension* before = world.dimensions.find(in.name);
    if (before == nullptr) return no_dimension(in.name);
    if (auto problem = filters_problem(world, in.string_values)) return problem;
    Dimension dimension = *before;
    dimension.string_values = in.string_values;
    dimension.modified = context.now();
    context.note("dimension.updated", dimension.name,
                 say("The dimension '{}' was updated.", dimension.name), facts_of(dimension));
    UpdateDimensionResponse out;
    describe(world, dimension, out);
    world.dimensions.put(in.name, std::move(dimension));
    return out;
}

// An absent name succeeds: the operation declares no ResourceNotFoundException.
Result<DeleteDimensionResponse> delete_dimension(World& world, Context& context,
                                                 const DeleteDimensionRequest& in) {
    const Dimension* dimension = world.dimensions.find(in.name);
    if (dimension == nullptr) return DeleteDimensionResponse{};
    if (auto problem = use_problem(world.profiles_by_dimension, "dimension", in.name, "name")) {
        return problem;
    }
    context.note("dimension.deleted", in.name, say("The dimension '{}' was deleted.", in.name),
                 facts_of(*dimension));
    world.dimensions.erase(in.name);
    erase_tags(world, dimension_arn(world, in.name));
    return DeleteDimensionResponse{};
}

// By name; AWS does not document an order.
Result<ListDimensionsResponse> list_dimensions(const World& world,
                                               const ListDimensionsRequest& in) {
    PICKET_TRY(const Page page, read_page("ListDimensions", {}, in.max_results, in.next_token));
    ListDimensionsResponse out;
    PICKET_TRY(out.next_token,
               walk_page(page, world.dimensions, std::string(),
                         [&](const auto& entry) { out.dimension_names.push_back(entry.key); }));
    return out;
}

using enum ErrorCode;

constexpr std::string_view kGroup = "Dimensions";
constexpr std::string_view kDimensionUri = "/dimensions/{name}";

constexpr Operation kDimensionOperations[] = {
    op<&create_dimension>(
        "CreateDimension", kGroup, Method::Post, kDimensionUri,
        errors<InternalFailure, InvalidRequest, LimitExceeded, ResourceAlreadyExists, Throttling>(),
        "Defines topics that metrics of behaviors can be narrowed to."),
    op<&describe_dimension>("DescribeDimension", kGroup, Method::Get, kDimensionUri,
                            errors<InternalFailure, InvalidRequest, ResourceNotFound, Throttling>(),
                            "Tells the topic filters of a dimension."),
    op<&update_dimension>("UpdateDimension", kGroup, Method::Patch, kDimensionUri,
                          errors<InternalFailure, InvalidRequest, ResourceNotFound, Throttling>(),
                          "Replaces the topic filters of a dimension."),
    op<&delete_dimension>(
        "DeleteDimension", kGroup, Method::Delete, kDimensionUri,
        errors<InternalFailure, InvalidRequest, Throttling>(),
        "Deletes a dimension that no security profile uses; a name that is absent succeeds."),
    op<&list_dimensions>("ListDimensions", kGroup, Method::Get, "/dimensions",
                         errors<InternalFailure, InvalidRequest, Throttling>(),
                         "Lists dimensions by name."),
};

}  // namespace

std::span<const Operation> dimension_operations() { return kDimensionOperations; }

}  // namespace picket
