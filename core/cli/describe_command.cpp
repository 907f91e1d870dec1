// picket describe: the operation table and its shapes as documentation, TypeScript types, JSON or a
// JSON Schema; with
// --operation, the part of the documentation that one operation needs.
#include <cstdio>
#include <memory>
#include <set>

#include "commands.h"
#include "picket/engine.h"
#include "report.h"

namespace picket::cli {
namespace {

struct DescribeArguments {
    std::string format = "md";
    std::string operation;
};

int usage_error(const std::string& message) {
    std::fprintf(stderr, "picket describe: %s\n", message.c_str());
    return kExitUsage;
}

// The shape and everything it is made of, by name.
void add_shape_names(const ShapeInfo& shape, std::set<std::string_view>& names) {
    if (shape.element != nullptr) return add_shape_names(*shape.element, names);
    const bool named = shape.kind == Kind::Structure || shape.kind == Kind::Enum;
    if (!named || !names.insert(shape.name).second) return;
    for (const MemberInfo& member : shape.members) add_shape_names(*member.shape, names);
}

// The lines of the documentation about one operation: its row of the table, and the sections of its
// shapes.
std::string operation_part(std::string_view markdown, const Operation& operation) {
    std::set<std::string_view> shapes;
    add_shape_names(*operation.input, shapes);
    add_shape_names(*operation.output, shapes);
    const std::string row = "| " + std::string(operation.name) + " |";
    std::string out = "# " + std::string(operation.name) + "\n\n";
    std::string heading;  // the two lines above the first row of a table
    bool wanted = false;
    for (std::size_t at = 0; at < markdown.size();) {
        const std::size_t end = std::min(markdown.find('\n', at), markdown.size());
        const std::string_view line = markdown.substr(at, end - at);
        at = end + 1;
        if (line.substr(0, 4) == "### ")
            wanted = shapes.count(line.substr(4)) > 0;
        else if (line.substr(0, 1) == "#")
            wanted = false;
        if (line.substr(0, 13) == "| Operation |" || line.substr(0, 4) == "|---") {
            if (!wanted)
                heading = line[1] == ' ' ? std::string(line) + "\n"
                                         : heading + std::string(line) + "\n";
        }
        if (line.substr(0, row.size()) == row) out += heading + std::string(line) + "\n\n";
        if (wanted) out.append(line).append("\n");
    }
    return out;
}

int run_describe(const DescribeArguments& arguments) {
    const Operation* operation = nullptr;
    if (!arguments.operation.empty()) {
        if (arguments.format != "md") return usage_error("--operation goes with --format=md");
        operation = find_operation(arguments.operation);
        if (operation == nullptr) return usage_error(no_operation(arguments.operation));
    }
    const Result<std::string> text = describe(arguments.format);
    if (!text) {
        std::fprintf(stderr, "picket describe: %s\n", text.error().message.c_str());
        return kExitFailed;
    }
    const std::string shown = operation != nullptr ? operation_part(*text, *operation) : *text;
    std::fwrite(shown.data(), 1, shown.size(), stdout);
    return kExitOk;
}

}  // namespace

RunCommand add_describe_command(Options& options) {
    auto arguments = std::make_shared<DescribeArguments>();
    options.choice(
        "--format", arguments->format,
        {"md", "operations", "ts", "json", "schema", "scenario-schema"},
        "md (documentation), ts (TypeScript types), json, schema (JSON Schema of inputs) or "
        "scenario-schema (JSON Schema of scenario files)");
    options.option("--operation", arguments->operation, "Only this operation and its shapes (md)");
    return [arguments] { return run_describe(*arguments); };
}

}  // namespace picket::cli
