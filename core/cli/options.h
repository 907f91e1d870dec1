// The options of one command: each writes into the place it is given. The parser behind it is
// compiled once, in options.cpp: in every command it was half of what the command line costs to
// compile.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace picket::cli {

class Options {
public:
    explicit Options(CLI::App& app) : app_(app) {}

    // Arguments without a name, in the order they are added here.
    void required(const char* name, std::string& into, const char* help);
    void required(const char* name, std::vector<std::string>& into, const char* help);

    // "--name VALUE", or a further argument when the name has no dashes.
    void option(const char* name, std::string& into, const char* help);
    void option(const char* name, std::optional<std::int64_t>& into, const char* help);
    void choice(const char* name, std::string& into, std::vector<std::string> among,
                const char* help);
    void range(const char* name, int& into, int min, int max, const char* help);
    void flag(const char* name, bool& into, const char* help);

private:
    CLI::App& app_;
};

}  // namespace picket::cli
