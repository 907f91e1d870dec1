// The reader behind read_aws. aws_command.cpp walks over the words, aws_options.cpp explains
// options that do not exist.
#pragma once

#include <memory>

#include "documents/aws_command.h"
#include "documents/aws_values.h"

namespace picket {

class AwsReader {
public:
    AwsReader(const ShellCommand& command, const MappedText& shell)
        : command_(command), input_(shell, out_.problems) {}
    std::optional<AwsCommand> read();

private:
    struct Option {
        const MemberInfo* member = nullptr;
        std::string name;  // without the hyphens
        Span name_span;
        Span span;
        std::vector<const ShellWord*> values;
        bool negated = false;
    };
    struct GlobalOption;

    bool find_service();
    void find_operation_name();
    void read_option();
    void take_values(Option& option, std::size_t most);
    bool is_option(std::size_t index) const;
    bool global(const Option& option);
    void use(Option option);
    void flag(const Option& option);
    void resolve(Option& option);
    void explain_unknown(Option& option);
    bool explain_spelling(Option& option);
    bool explain_nested(const Option& option);
    bool explain_response(const Option& option, bool of_others);
    void suggest(RuleId rule, Option& option, const MemberInfo& member, std::string message);
    bool from_file(const ShellWord& word);
    void assemble();
    void base_members(bool& first);
    void write_option(const Option& option, bool& first);
    void check_required();
    std::string option_list() const;
    void report(RuleId rule, Span span, std::string message, std::vector<InnerEdit> edits = {}) {
        out_.problems.push_back({rule, span, std::move(message), std::move(edits)});
    }

    const ShellCommand& command_;
    AwsCommand out_;
    JsonAssembly input_;
    std::size_t at_ = 0;
    Span operation_span_;
    std::vector<Option> options_;
    std::vector<std::unique_ptr<ShellWord>> made_words_;
    const ShellWord* base_ = nullptr;  // --cli-input-json
};

}  // namespace picket
