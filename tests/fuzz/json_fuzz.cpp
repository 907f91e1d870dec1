// Any bytes: both JSON readers answer, agree with each other, and the writer gives back what they
// read. The facts themselves are the ones the property tests use.
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <string_view>

#include "../core/text/json_support.h"

namespace {

// Every node has a path, and the path leads back to it or to a later one of the same name.
void check_paths(const picket::JsonTree& tree) {
    const std::uint32_t nodes = tree.size() < 200 ? tree.size() : 200;
    for (std::uint32_t i = 0; i < nodes; ++i) {
        const std::uint32_t found = tree.resolve(tree.path_of(i));
        if (found == i) continue;
        // Under equal names the path may lead elsewhere or, where the shapes differ, nowhere.
        bool repeated = false;
        for (std::uint32_t at = i; at != 0; at = tree.node(at).parent) {
            const std::uint32_t parent = tree.node(at).parent;
            if (tree.node(parent).kind != picket::JsonKind::Object) continue;
            repeated = repeated || tree.find(parent, tree.node(at).key) != at;
        }
        PICKET_ASSERT(repeated);
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const char* wrong = picket::test::wrong_reading(text);
    if (wrong != nullptr) std::fprintf(stderr, "%s\n", wrong);
    PICKET_ASSERT(wrong == nullptr);

    const picket::TolerantJson read = picket::read_json_tolerant(text);
    check_paths(read.tree);
    if (size > 0) {
        const auto offset = static_cast<std::uint32_t>(data[0] % size);
        const std::uint32_t node = read.tree.node_at(offset);
        if (node != picket::JsonTree::kNone) {
            const picket::Span span = read.tree.node(node).span;
            PICKET_ASSERT(span.begin <= offset && offset < span.end);
        }
        const picket::LineColumn place = picket::line_column(text, offset);
        PICKET_ASSERT(place.line >= 1 && place.column >= 1 && place.column <= offset + 1);
    }
    if (const auto number = picket::parse_double(text)) {
        const auto back = picket::parse_double(picket::format_double(*number));
        PICKET_ASSERT(back && picket::test::same_bits(*back, *number));
    }
    return 0;
}
