// Reads and writes whole files, and opens sessions from them.
#include "files.h"

#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>

namespace picket::cli {
namespace {

Error file_error(const char* verb, const std::string& path) {
    Error error;
    error.code = ErrorCode::InvalidRequest;
    error.message = std::string("cannot ") + verb + " " + path + ": " + std::strerror(errno);
    return error;
}

}  // namespace

bool file_exists(const std::string& path) {
    std::error_code ignored;
    return std::filesystem::exists(path, ignored);
}

Result<std::string> read_file(const std::string& path) {
    const bool standard_input = path == "-";
    std::FILE* file = standard_input ? stdin : std::fopen(path.c_str(), "rb");
    if (file == nullptr) return file_error("read", path);
    std::string bytes;
    char buffer[1 << 16];
    std::size_t count = 0;
    while ((count = std::fread(buffer, 1, sizeof buffer, file)) > 0) bytes.append(buffer, count);
    const bool failed = std::ferror(file) != 0;
    const Error error = failed ? file_error("read", path) : Error{};
    if (!standard_input) std::fclose(file);
    if (failed) return error;
    return bytes;
}

Result<Done> write_file(const std::string& path, std::string_view bytes) {
    const std::string temporary = path + "." + std::to_string(::getpid()) + ".tmp";
    std::FILE* file = std::fopen(temporary.c_str(), "wb");
    if (file == nullptr) return file_error("write", path);
    const bool written = std::fwrite(bytes.data(), 1, bytes.size(), file) == bytes.size();
    const bool closed = std::fclose(file) == 0;
    if (!written || !closed || std::rename(temporary.c_str(), path.c_str()) != 0) {
        Error error = file_error("write", path);
        std::remove(temporary.c_str());
        return error;
    }
    return Done{};
}

Result<Done> open_session(Engine& engine, const std::string& path) {
    if (!file_exists(path)) return Done{};
    PICKET_TRY(const std::string text, read_file(path));
    PICKET_TRY(const LoadReport report, engine.load(text));
    for (const std::string& note : report.notes) {
        std::fprintf(stderr, "note: %s: %s\n", path.c_str(), note.c_str());
    }
    return Done{};
}

}  // namespace picket::cli
