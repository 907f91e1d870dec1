// One document on its way through the readers: finds its blocks, tells what each is, and has the
// right checkers look at it.
#pragma once

#include <deque>
#include <string>

#include "documents/aws_command.h"
#include "documents/findings.h"
#include "documents/guess.h"
#include "documents/json_check.h"
#include "documents/markdown.h"
#include "documents/shape_check.h"

namespace picket {

class Checker {
public:
    Checker(std::string_view text, const DocumentHints& hints)
        : text_(text), hints_(hints), findings_(text) {}
    CheckedDocument run();

    // The commands of a shell text, for read_command.
    void shell(const MappedText& text);
    const std::vector<AwsCommand>& commands() const { return commands_; }
    std::vector<Finding> take_findings() { return findings_.take(); }

private:
    DocumentKind kind() const;
    void markdown(const MappedText& page);
    void plain(const MappedText& text);
    void block(const CodeBlock& block);
    void json(const MappedText& text, std::string_view around);
    void command(AwsCommand command, const MappedText& shell, Span span);
    void stated_request(const MappedText& text, const CheckedJson& input,
                        const Operation& operation);
    bool http(const MappedText& text);
    void http_body(const MappedText& text, std::uint32_t begin, const Operation& operation);
    void policy(const MappedText& text, const CheckedJson& json);
    void recognised(const MappedText& text, Span span, const PayloadGuess& guess,
                    const CheckedJson& json);

    std::string_view text_;
    DocumentHints hints_;
    Findings findings_;
    std::vector<RecognisedCall> calls_;
    std::vector<AwsCommand> commands_;
    const Operation* before_ = nullptr;
};

}  // namespace picket
