// The built page as files: what `picket serve --site FOLDER` shows beside the endpoint.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace picket::cli {

class StaticSite {
public:
    StaticSite() = default;                          // no files
    explicit StaticSite(const std::string& folder);  // throws when the folder is not there

    struct File {
        std::string bytes;
        std::string_view type;
    };
    // The file at the path of a request ("/sub/app.mjs?x=1", still percent-encoded). Nothing
    // outside the folder is ever given, whatever the path or a symbolic link says.
    std::optional<File> find(std::string_view target) const;

private:
    std::filesystem::path root_;  // canonical; empty: no files
};

}  // namespace picket::cli
