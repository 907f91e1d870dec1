// Walks over the words of an `aws iot` command. What the tool would refuse is reported, and read as
// it was meant.
#include "documents/aws_command.h"

#include <memory>

#include "documents/aws_reader.h"
#include "documents/names.h"
#include "text/json_write.h"
#include "text/say.h"

namespace picket {

// Options of the tool itself, which never reach the service.
struct AwsReader::GlobalOption {
    std::string_view name;
    bool takes_value;
    std::string_view why;  // what becomes of it
};

namespace {

constexpr std::string_view kPaging = "pages on the client's side";

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

// "detach-security-security-profile" without the word that stands there twice.
std::string without_repeats(std::string_view name) {
    std::string out;
    std::string_view last;
    while (!name.empty()) {
        const std::size_t end = std::min(name.find('-'), name.size());
        const std::string_view word = name.substr(0, end);
        if (word != last) out += (out.empty() ? "" : "-") + std::string(word);
        last = word;
        name.remove_prefix(std::min(end + 1, name.size()));
    }
    return out;
}

bool is_file(std::string_view text) {
    return text.starts_with("file://") || text.starts_with("fileb://");
}

}  // namespace

bool AwsReader::is_option(std::size_t index) const {
    const std::string& text = command_.words[index].text.text();
    return text.size() > 2 && text[0] == '-' && text[1] == '-' && is_letter(text[2]);
}

// Options of the tool's own, wherever they stand.
bool AwsReader::global(const Option& option) {
    static constexpr GlobalOption kGlobals[] = {
        {"debug", false, "shows what the tool does"},
        {"endpoint-url", true, "says where the tool sends the call"},
        {"no-verify-ssl", false, "steers the connection"},
        {"no-paginate", false, kPaging},
        {"output", true, "lays the answer out"},
        {"query", true, "picks from the answer"},
        {"profile", true, "chooses credentials"},
        {"region", true, "chooses the endpoint"},
        {"color", true, "lays the answer out"},
        {"no-sign-request", false, "steers the connection"},
        {"ca-bundle", true, "steers the connection"},
        {"cli-read-timeout", true, "steers the connection"},
        {"cli-connect-timeout", true, "steers the connection"},
        {"cli-binary-format", true, "says how binary values are written"},
        {"no-cli-pager", false, "lays the answer out"},
        {"cli-auto-prompt", false, "helps with typing"},
        {"no-cli-auto-prompt", false, "helps with typing"},
        {"max-items", true, kPaging},
        {"page-size", true, kPaging},
        {"starting-token", true, kPaging},
    };
    // Some operations have a pageSize of their own, which the tool's option then is.
    const bool member = out_.operation != nullptr &&
                        member_by_option(*out_.operation->input, option.name) != nullptr;
    if (member) return false;
    for (const GlobalOption& known : kGlobals) {
        if (known.name != option.name) continue;
        Option copy = option;
        if (known.takes_value) take_values(copy, 1);
        out_.ignored.push_back(
            say("--{} {}; the service does not see it.", option.name, known.why));
        if (known.why.data() == kPaging.data() && !out_.synopsis) {
            report(RuleId::CliClientPaging, option.name_span,
                   say("--{} {}{}", option.name, known.why,
                       option.name == "page-size" ? "; the calls carry it as maxResults." : "."));
        }
        return true;
    }
    return false;
}

// `aws`, options of the tool, `iot`.
bool AwsReader::find_service() {
    const auto& words = command_.words;
    while (at_ < words.size() && words[at_].text.text().find('=') != std::string::npos &&
           !words[at_].quoted) {
        ++at_;  // NAME=value before the command
    }
    if (at_ < words.size() && words[at_].text.text() == "sudo") ++at_;
    if (at_ >= words.size() || words[at_].text.text() != "aws") return false;
    ++at_;
    while (at_ < words.size() && is_option(at_)) read_option();
    if (at_ >= words.size() || words[at_].text.text() != "iot") return false;
    ++at_;
    while (at_ < words.size() && is_option(at_)) read_option();
    return at_ < words.size();
}

void AwsReader::find_operation_name() {
    const ShellWord& word = command_.words[at_++];
    operation_span_ = word.span;
    const std::string& name = word.text.text();
    out_.operation = operation_by_cli_name(name);
    if (out_.operation != nullptr) return;
    Nearest nearest(without_repeats(name));
    for (const Operation& operation : operations()) {
        if (operation.service == Service::Iot) nearest.offer(option_name(operation.name));
    }
    std::string message = say("Picket knows no operation '{}' of iot.", name.substr(0, 80));
    std::vector<InnerEdit> edits;
    if (nearest.found()) {
        message += say(" Did you mean {}?", nearest.name());
        out_.operation = operation_by_cli_name(nearest.name());
        if (!word.quoted) edits = {{word.span, nearest.name()}};
    }
    report(RuleId::CliUnknownOperation, word.span, message, std::move(edits));
}

std::optional<AwsCommand> AwsReader::read() {
    out_.synopsis = command_.synopsis;
    if (!find_service()) return std::nullopt;
    out_.problems.insert(out_.problems.begin(), command_.problems.begin(), command_.problems.end());
    find_operation_name();
    if (out_.operation != nullptr) {
        while (at_ < command_.words.size()) {
            if (is_option(at_)) {
                read_option();
                continue;
            }
            const ShellWord& word = command_.words[at_++];
            if (word.text.text() == "]" || word.text.text() == "[") continue;
            report(RuleId::CliStrayArgument, word.span,
                   say("'{}' belongs to no option. Put its option before it, or quotes around a "
                       "value with blanks.",
                       word.text.text().substr(0, 60)));
        }
        assemble();
        if (!out_.synopsis) check_required();
    }
    out_.input = std::move(input_.text);
    return std::move(out_);
}

// "--name", "--name value...", "--name=value".
void AwsReader::read_option() {
    const ShellWord& word = command_.words[at_++];
    Option option;
    option.span = word.span;
    const std::string& text = word.text.text();
    const std::size_t equals = text.find('=');
    const auto name_end = static_cast<std::uint32_t>(std::min(equals, text.size()));
    option.name = text.substr(2, name_end - 2);
    option.name_span = in_shell(word.text, {0, name_end});
    if (equals != std::string::npos) {
        auto value = std::make_unique<ShellWord>();
        value->text = MappedText(word.text.outer());
        value->text.take(word.text, {name_end + 1, word.text.size()});
        value->span = {std::min(option.name_span.end + 1, word.span.end), word.span.end};
        value->quoted = word.quoted;
        option.values.push_back(value.get());
        made_words_.push_back(std::move(value));
    }
    if (global(option)) return;
    if (option.name == "cli-input-json") {
        take_values(option, 1);
        if (!option.values.empty() && !from_file(*option.values[0])) base_ = option.values[0];
        return;
    }
    if (option.name == "generate-cli-skeleton") {
        if (at_ < command_.words.size() && !is_option(at_)) take_values(option, 1);
        out_.skeleton = true;
        out_.ignored.push_back(
            "--generate-cli-skeleton makes the tool print a skeleton of the input; nothing is "
            "sent.");
        return;
    }
    if (out_.operation == nullptr) {
        report(RuleId::CliUnknownOption, option.name_span,
               say("--{} stands before the operation, and is no option of the tool.", option.name));
        return;
    }
    use(std::move(option));
}

void AwsReader::take_values(Option& option, std::size_t most) {
    while (option.values.size() < most && at_ < command_.words.size() && !is_option(at_)) {
        option.span.end = command_.words[at_].span.end;
        option.values.push_back(&command_.words[at_++]);
    }
}

void AwsReader::use(Option option) {
    resolve(option);
    if (option.member == nullptr) {
        take_values(option, SIZE_MAX);
        return;
    }
    const ShapeInfo& shape = *option.member->shape;
    if (shape.kind == Kind::Bool) return flag(option);
    take_values(option, shape.kind == Kind::List ? SIZE_MAX : 1);
    if (out_.synopsis) return;
    if (option.values.empty()) {
        report(RuleId::CliMissingValue, option.name_span,
               say("--{} needs a value behind it.", option.name));
        out_.complete = false;
        return;
    }
    for (const ShellWord* word : option.values) {
        if (from_file(*word)) return;
    }
    for (const Option& earlier : options_) {
        if (earlier.member != option.member) continue;
        report(RuleId::CliRepeatedOption, option.name_span,
               say("--{} is given twice; this one counts. Remove one.", option.name));
    }
    options_.push_back(std::move(option));
}

void AwsReader::flag(const Option& option) {
    const bool has_value = !option.values.empty() ||
                           (at_ < command_.words.size() && !is_option(at_) &&
                            (command_.words[at_].text.text() == "true" ||
                             command_.words[at_].text.text() == "false"));
    Option copy = option;
    if (has_value && !out_.synopsis) {
        take_values(copy, 1);
        const bool value = copy.values[0]->text.text() != "false";
        if (!value) copy.negated = true;
        report(RuleId::CliFlagValue, copy.span,
               say("--{} is a flag and takes no value. Write --{}{}.", option.name,
                   value ? "" : "no-", option.name),
               {{copy.span, (value ? "--" : "--no-") + option.name}});
    }
    if (!out_.synopsis) options_.push_back(std::move(copy));
}

bool AwsReader::from_file(const ShellWord& word) {
    if (!is_file(word.text.text())) return false;
    report(
        RuleId::CliFile, word.span,
        say("{} is a file that stands beside the document. Check it by itself: picket check FILE.",
            word.text.text().substr(0, 80)));
    out_.complete = false;
    return true;
}

// Members of --cli-input-json that no option overrides; as they stand when there are no options.
void AwsReader::base_members(bool& first) {
    const TolerantJson base = read_json_tolerant(base_->text.text());
    if (base.tree.empty() || base.tree.node(0).kind != JsonKind::Object) return;
    for (auto c = base.tree.first(0); c != base.tree.end(0); c = base.tree.node(c).next) {
        const JsonNode& node = base.tree.node(c);
        bool overridden = false;
        for (const Option& option : options_) overridden |= option.member->name == node.key;
        if (overridden) continue;
        if (!first) input_.text.make(",", base_->span);
        first = false;
        input_.text.take(base_->text, {node.key_span.begin, node.span.end});
    }
}

void AwsReader::write_option(const Option& option, bool& first) {
    for (const Option& later : options_) {
        if (&later > &option && later.member == option.member) return;
    }
    const std::size_t problems = out_.problems.size();
    if (!first) input_.text.make(",", option.span);
    first = false;
    std::string key;
    JsonWriter(key).string(option.member->name);
    input_.text.make(say("{}:", key), option.name_span);
    bool expands = false;
    for (const ShellWord* word : option.values) expands |= word->expands;
    if (expands) out_.unknown.push_back(option.member->name);
    const bool text = option.member->shape->kind == Kind::String;
    if (expands && !text) {
        input_.text.make("null", option.span);
    } else if (option.member->shape->kind == Kind::Bool) {
        input_.text.make(option.negated ? "false" : "true", option.span);
    } else {
        input_.option(*option.member->shape, option.values);
    }
    // What could not be read is reported already.
    if (out_.problems.size() > problems) out_.unknown.push_back(option.member->name);
}

void AwsReader::assemble() {
    if (base_ != nullptr && options_.empty())
        return input_.text.take(base_->text, {0, base_->text.size()});
    bool first = true;
    input_.text.make("{", operation_span_);
    if (base_ != nullptr) base_members(first);
    for (const Option& option : options_) write_option(option, first);
    input_.text.make("}", operation_span_);
}

void AwsReader::check_required() {
    if (!out_.complete || out_.skeleton) return;
    std::string missing;
    for (const MemberInfo& member : out_.operation->input->members) {
        if (!member.rule.required || member.rule.idempotency_token) continue;
        bool given = base_ != nullptr;  // the check of the shape finds what it lacks
        for (const Option& option : options_) given |= option.member == &member;
        if (given) continue;
        missing += (missing.empty() ? "--" : ", --") + option_name(member.name);
    }
    if (missing.empty()) return;
    report(RuleId::CliMissingOption, operation_span_,
           say("Required and not given: {}. Add it.", missing));
    out_.complete = false;
}

std::optional<AwsCommand> read_aws(const ShellCommand& command, const MappedText& shell) {
    return AwsReader(command, shell).read();
}

}  // namespace picket
