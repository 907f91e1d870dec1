// What a request is told about its mistakes: constraints of members, collected with their paths,
// and the one error made of them. Decoding walks; this judges.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "picket/schema.h"

namespace picket {

class Validator {
public:
    // The order in which kinds of mistakes are reported; within one kind they keep the order in
    // which they were found.
    enum class Rank : std::uint8_t { Required, Type, Range, Pattern, Union };

    explicit Validator(std::string_view root = {}) : path_(root) {}

    // Appends to the path for as long as the scope lives.
    class Step {
    public:
        Step(Validator& validator, std::string_view name);
        Step(Validator& validator, std::size_t index);
        ~Step() { path_.resize(length_); }
        Step(const Step&) = delete;
        Step& operator=(const Step&) = delete;

    private:
        std::string& path_;
        std::size_t length_;
    };

    const std::string& path() const { return path_; }

    void problem(Rank rank, std::string_view value, std::string_view constraint);
    void sentence(Rank rank, std::string text);  // a problem in words of its own
    void missing();
    void wrong_type(const ShapeInfo& shape, std::string_view value, std::string_view hint = {});
    void text(const Rule& rule, std::string_view value);
    void integer(const Rule& rule, std::int64_t value);
    void count(const Rule& rule, std::size_t size, std::string_view value);
    void enumerator(const ShapeInfo& shape, std::string_view value, void* out);
    void members_present(const ShapeInfo& shape, std::size_t present);  // of a union

    // All problems as one error; nothing when there are none.
    Refusal verdict();

    struct Problem {
        Rank rank;
        std::string path;
        std::string text;
    };
    // The same one by one, in the order of the verdict.
    std::vector<Problem> take();

private:
    std::string path_;
    std::vector<Problem> problems_;
};

// At most 80 bytes of a value, cut between code points.
std::string shown(std::string_view value);
std::string member_names(const ShapeInfo& shape);  // "left, right"

}  // namespace picket
