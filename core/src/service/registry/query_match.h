// Whether a document of the fleet index matches a query, and why. Search tells no capital letters
// from small ones in values; names of fields are exact. A word matches a whole word of the value.
#pragma once

#include <forward_list>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "picket/model/indexing.h"
#include "service/registry/query.h"

namespace picket {

// What the index knows about one thing or group: fields with values, some with several. The texts
// belong to the World, or to `made`; moving a document keeps them in place.
struct IndexDocument {
    struct Value {
        std::string_view prefix;  // "attributes."
        std::string_view name;    // "model"
        std::string_view text;
    };
    std::vector<Value> values;
    std::forward_list<std::string> made;

    IndexDocument() = default;
    IndexDocument(IndexDocument&&) = default;
    IndexDocument& operator=(IndexDocument&&) = default;
    void add(std::string_view prefix, std::string_view name, std::string_view text) {
        values.push_back({prefix, name, text});
    }
    // For texts that will not stay where they are.
    void add_copy(std::string_view prefix, std::string_view name, std::string_view text) {
        add(prefix, name, made.emplace_front(text));
    }
};

// Types of custom fields; others are compared as numbers where the query and the value are numbers.
using FieldTypes = std::span<const IndexField>;

bool matches(const QueryNode& query, const IndexDocument& document, FieldTypes types = {});

// JSON: each term of the query, whether it matched, and the values its field has, a few at most.
std::string explain_match(const QueryNode& query, const IndexDocument& document,
                          FieldTypes types = {});

}  // namespace picket
