// Finding one's way in a finished tree: by key, by path, by offset.
#include "picket/json_tree.h"

#include <algorithm>
#include <charconv>

#include "text/json_write.h"
#include "text/utf8.h"

namespace picket {
namespace {

bool is_plain_key(std::string_view key) {
    if (key.empty()) return false;
    return std::none_of(key.begin(), key.end(), [](char c) {
        return c == '.' || c == '[' || c == ']' || c == '"' || static_cast<unsigned char>(c) < 0x20;
    });
}

// One step of a path, cut off the front of `path`.
struct PathStep {
    bool valid = false;
    bool is_index = false;
    std::uint32_t index = 0;
    std::string key;
};

PathStep take_bracket(std::string_view& path) {
    PathStep step;
    if (path.size() > 1 && path[1] == '"') {
        std::size_t end = 2;
        while (end < path.size() && path[end] != '"') end += path[end] == '\\' ? 2 : 1;
        if (end + 1 >= path.size() || path[end + 1] != ']') return step;
        auto quoted = read_json_strict(path.substr(1, end));
        if (!quoted) return step;
        step.key = quoted.value().node(0).text;
        step.valid = true;
        path.remove_prefix(end + 2);
        return step;
    }
    const char* end = path.data() + path.size();
    const auto number = std::from_chars(path.data() + 1, end, step.index);
    if (number.ec != std::errc() || number.ptr == end || *number.ptr != ']') return step;
    step.is_index = true;
    step.valid = true;
    path.remove_prefix(static_cast<std::size_t>(number.ptr + 1 - path.data()));
    return step;
}

PathStep take_step(std::string_view& path, bool at_start) {
    if (path[0] == '[') return take_bracket(path);
    if (!at_start) {
        if (path[0] != '.') return {};
        path.remove_prefix(1);
    }
    PathStep step;
    step.key = path.substr(0, path.find_first_of(".[]\""));
    path.remove_prefix(step.key.size());
    step.valid = !step.key.empty();
    return step;
}

}  // namespace

LineColumn line_column(std::string_view text, std::uint32_t offset) {
    const std::size_t end = std::min<std::size_t>(offset, text.size());
    LineColumn place;
    std::size_t at = 0;
    for (std::size_t i = 0; i < end; ++i) {
        if (text[i] != '\n') continue;
        ++place.line;
        at = i + 1;
    }
    if (at == 0 && text.substr(0, 3) == "\xEF\xBB\xBF") at = 3;  // editors do not show the mark
    while (at < end) {
        at += utf8_step(text, at).length;
        if (at <= end) ++place.column;
    }
    return place;
}

void append_path_key(std::string& path, std::string_view key) {
    if (is_plain_key(key)) {
        if (!path.empty()) path += '.';
        path += key;
        return;
    }
    path += '[';
    JsonWriter(path).string(key);
    path += ']';
}

void append_path_index(std::string& path, std::size_t index) {
    path += '[';
    path += std::to_string(index);
    path += ']';
}

std::uint32_t JsonTree::find(std::uint32_t object, std::string_view key) const {
    std::uint32_t found = kNone;
    if (nodes_[object].kind != JsonKind::Object) return found;
    for (std::uint32_t i = first(object); i != end(object); i = nodes_[i].next) {
        if (nodes_[i].key == key) found = i;
    }
    return found;
}

std::uint32_t JsonTree::resolve(std::string_view path) const {
    if (empty()) return kNone;
    std::uint32_t at = 0;
    for (bool at_start = true; !path.empty(); at_start = false) {
        const PathStep step = take_step(path, at_start);
        if (!step.valid) return kNone;
        if (!step.is_index) {
            at = find(at, step.key);
            if (at == kNone) return kNone;
            continue;
        }
        const JsonNode& array = nodes_[at];
        if (array.kind != JsonKind::Array || step.index >= array.children) return kNone;
        at = first(at);
        for (std::uint32_t i = 0; i < step.index; ++i) at = nodes_[at].next;
    }
    return at;
}

std::uint32_t JsonTree::node_at(std::uint32_t offset) const {
    const auto holds = [&](std::uint32_t index) {
        return nodes_[index].span.begin <= offset && offset < nodes_[index].span.end;
    };
    if (empty() || !holds(0)) return kNone;
    std::uint32_t at = 0;
    while (true) {
        std::uint32_t child = first(at);
        while (child != end(at) && !holds(child)) child = nodes_[child].next;
        if (child == end(at)) return at;
        at = child;
    }
}

std::string JsonTree::path_of(std::uint32_t index) const {
    std::vector<std::uint32_t> line;  // from the node up to, not including, the root
    for (; index != 0; index = nodes_[index].parent) line.push_back(index);
    std::string path;
    for (auto i = line.rbegin(); i != line.rend(); ++i) {
        const std::uint32_t parent = nodes_[*i].parent;
        if (nodes_[parent].kind == JsonKind::Object) {
            append_path_key(path, nodes_[*i].key);
            continue;
        }
        std::size_t ordinal = 0;
        for (std::uint32_t c = first(parent); c != *i; c = nodes_[c].next) ++ordinal;
        append_path_index(path, ordinal);
    }
    return path;
}

}  // namespace picket
