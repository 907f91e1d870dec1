// Finds, types and reads the files of the page.
#include "static_site.h"

#include <algorithm>
#include <stdexcept>

#include "files.h"

namespace picket::cli {
namespace {

struct MediaType {
    std::string_view extension;
    std::string_view type;
};
constexpr MediaType kMediaTypes[] = {
    {".css", "text/css; charset=utf-8"},
    {".html", "text/html; charset=utf-8"},
    {".ico", "image/x-icon"},
    {".js", "text/javascript; charset=utf-8"},
    {".json", "application/json"},
    {".md", "text/markdown; charset=utf-8"},
    {".mjs", "text/javascript; charset=utf-8"},
    {".png", "image/png"},
    {".svg", "image/svg+xml"},
    {".ts", "text/plain; charset=utf-8"},
    {".ttf", "font/ttf"},
    {".txt", "text/plain; charset=utf-8"},
    {".wasm", "application/wasm"},
    {".webmanifest", "application/manifest+json"},
    {".woff2", "font/woff2"},
};

std::string_view media_type(const std::filesystem::path& path) {
    const std::string extension = path.extension().string();
    for (const MediaType& row : kMediaTypes) {
        if (row.extension == extension) return row.type;
    }
    return "application/octet-stream";
}

int hex_digit(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
}

// Nothing when an escape is broken.
std::optional<std::string> percent_decoded(std::string_view text) {
    std::string out;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] != '%') {
            out += text[at];
            continue;
        }
        if (at + 2 >= text.size()) return std::nullopt;
        const int high = hex_digit(text[at + 1]), low = hex_digit(text[at + 2]);
        if (high < 0 || low < 0) return std::nullopt;
        out += static_cast<char>(high * 16 + low);
        at += 2;
    }
    return out;
}

bool inside(const std::filesystem::path& root, const std::filesystem::path& path) {
    auto mine = path.begin();
    for (const auto& part : root) {
        if (mine == path.end() || *mine++ != part) return false;
    }
    return true;
}

}  // namespace

StaticSite::StaticSite(const std::string& folder) {
    std::error_code problem;
    root_ = std::filesystem::canonical(folder, problem);
    if (problem || !std::filesystem::is_directory(root_))
        throw std::runtime_error("there is no folder " + folder);
}

std::optional<StaticSite::File> StaticSite::find(std::string_view target) const {
    if (root_.empty()) return std::nullopt;
    const auto decoded = percent_decoded(target.substr(0, target.find_first_of("?#")));
    if (!decoded || decoded->empty() || decoded->front() != '/') return std::nullopt;
    if (decoded->find('\0') != std::string::npos || decoded->find('\\') != std::string::npos)
        return std::nullopt;
    std::error_code problem;
    const std::size_t begin = std::min(decoded->find_first_not_of('/'), decoded->size());
    std::filesystem::path wanted = root_ / decoded->substr(begin);
    if (decoded->back() == '/') wanted /= "index.html";
    const std::filesystem::path path = std::filesystem::canonical(wanted, problem);
    if (problem || !inside(root_, path) || !std::filesystem::is_regular_file(path, problem))
        return std::nullopt;
    Result<std::string> bytes = read_file(path.string());
    if (!bytes) return std::nullopt;
    return File{std::move(*bytes), media_type(path)};
}

}  // namespace picket::cli
