// See visits.h.
#include "visits.h"

#include <algorithm>

#include "items/rows.h"
#include "payload.h"
#include "picket/json_tree.h"
#include "shape_text.h"

namespace picket::ui {
namespace {

std::string member(std::string_view key, std::string_view value) {
    return json_text(key) + ':' + json_text(value);
}

std::string text_of(const JsonTree& tree, std::uint32_t object, std::string_view key) {
    const std::uint32_t at = tree.find(object, key);
    return at == JsonTree::kNone ? std::string() : std::string(tree.node(at).text);
}

template <typename Each>
void each_child(const JsonTree& tree, std::uint32_t object, std::string_view key, Each each) {
    const std::uint32_t list = tree.find(object, key);
    if (list == JsonTree::kNone) return;
    for (auto at = tree.first(list); at != tree.end(list); at = tree.node(at).next) each(at);
}

// As a host keeps it. Blocks that are not at hand would be missing there, too.
void make_text(Branch& branch) {
    if (!branch.text.empty()) return;
    branch.text = branch.engine->save(0, Engine::Blocks::Apart);
    for (const std::string& name : branch.engine->recordings_in_journal()) {
        if (branch.engine->recording(name) != nullptr) branch.blocks.push_back(name);
    }
}

// A branch is gone to by its name.
std::string free_name(const UiState& ui, const std::string& wanted) {
    std::string name = wanted;
    const auto taken = [&] {
        return name == ui.branch ||
               std::any_of(ui.branches.begin(), ui.branches.end(),
                           [&](const Branch& each) { return each.name == name; });
    };
    for (std::size_t number = 2; taken(); ++number)
        name = wanted + " (" + std::to_string(number) + ')';
    return name;
}

}  // namespace

std::string write_branches(UiState& ui) {
    std::string out = '{' + member("branch", ui.branch) + ",\"branches\":[";
    for (Branch& branch : ui.branches) {
        make_text(branch);
        if (&branch != &ui.branches.front()) out += ',';
        out += '{' + member("name", branch.name) + ",\"now\":" + std::to_string(branch.now.ms) +
               ",\"blocks\":[";
        for (const std::string& block : branch.blocks)
            out += (&block != &branch.blocks.front() ? "," : "") + json_text(block);
        out += "]," + member("session", branch.text) + '}';
    }
    return out + "]}";
}

void read_branches(UiState& ui, std::string_view text, std::string_view title) {
    const auto read = read_json_strict(text, kSessionLimits);
    if (!read || read->empty()) return;
    const JsonTree& tree = *read;
    const std::string shown = text_of(tree, 0, "branch");
    if (title.empty() && !shown.empty()) ui.branch = shown;
    each_child(tree, 0, "branches", [&](std::uint32_t at) {
        Branch branch;
        const std::string before = title.empty() ? "" : std::string(title) + ": ";
        branch.name = free_name(ui, before + text_of(tree, at, "name"));
        branch.text = text_of(tree, at, "session");
        const std::uint32_t now = tree.find(at, "now");
        if (now != JsonTree::kNone) branch.now = Timestamp{tree.node(now).integer};
        each_child(tree, at, "blocks",
                   [&](std::uint32_t block) { branch.blocks.emplace_back(tree.node(block).text); });
        if (!branch.text.empty()) ui.branches.push_back(std::move(branch));
    });
}

std::vector<std::string> branch_blocks(const UiState& ui) {
    std::vector<std::string> names;
    for (const Branch& branch : ui.branches)
        names.insert(names.end(), branch.blocks.begin(), branch.blocks.end());
    return names;
}

std::string write_drafts(const UiState& ui) {
    const RequestState& request = ui.request;
    if (request.operation == nullptr) return "{}";
    std::string out = '{' + member("operation", request.operation->name) + ',' +
                      member("payload", request.payload.document.text()) + ",\"drafts\":{";
    bool first = true;
    for (const auto& [operation, text] : request.drafts) {
        if (!first) out += ',';
        first = false;
        out += member(operation, text);
    }
    return out + "}}";
}

void read_drafts(UiState& ui, const World& world, std::string_view text) {
    const auto read = read_json_strict(text, kSessionLimits);
    if (!read || read->empty()) return;
    const JsonTree& tree = *read;
    RequestState& request = ui.request;
    each_child(tree, 0, "drafts", [&](std::uint32_t at) {
        request.drafts[std::string(tree.node(at).key)] = tree.node(at).text;
    });
    const Operation* operation = find_operation(text_of(tree, 0, "operation"));
    if (operation == nullptr) return;
    open_operation(ui, *operation, world);
    request.payload.load(text_of(tree, 0, "payload"));
}

void list_visits(UiState& ui, std::string_view lines) {
    ui.visits.list.clear();
    while (!lines.empty()) {
        const std::string_view line = lines.substr(0, lines.find('\n'));
        lines.remove_prefix(std::min(lines.size(), line.size() + 1));
        Visit visit;
        std::string* fields[] = {&visit.id, &visit.kept, &visit.what};
        std::size_t begin = 0;
        for (std::string* field : fields) {
            const std::size_t end = line.find('\t', begin);
            if (end == std::string_view::npos) break;
            *field = line.substr(begin, end - begin);
            begin = end + 1;
        }
        visit.open = line.substr(begin) == "1";
        if (!visit.id.empty()) ui.visits.list.push_back(std::move(visit));
    }
}

std::string visit_words(const Engine& engine) {
    const std::size_t calls = engine.journal().size();
    return count_text(calls) + (calls == 1 ? " call" : " calls") + ", until " +
           time_text(engine.world().now);
}

}  // namespace picket::ui
