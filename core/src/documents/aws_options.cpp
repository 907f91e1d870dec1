// Options that the operation does not have: what was meant by them. And the skeleton of an input.
#include <memory>

#include "documents/aws_reader.h"
#include "documents/names.h"
#include "text/json_write.h"
#include "text/say.h"

namespace picket {
namespace {

const MemberInfo* member_named(const ShapeInfo& shape, std::string_view name) {
    const MemberInfo* member = member_by_option(shape, name);
    return member != nullptr ? member : shape.find(name);
}

void skeleton(const ShapeInfo& shape, JsonWriter& writer) {
    switch (shape.kind) {
    case Kind::Bool:
        return writer.boolean(true);
    case Kind::Integer:
        return writer.integer(0);
    case Kind::Double:
        return writer.number(0);
    case Kind::String:
    case Kind::Document:
        return writer.string("");
    case Kind::Time:
        return writer.integer(0);
    case Kind::Enum:
        return writer.string(shape.enumerators.empty() ? "" : shape.enumerators[0]);
    case Kind::List:
        writer.begin_array();
        skeleton(*shape.element, writer);
        return writer.end_array();
    case Kind::Map:
        writer.begin_object();
        writer.key("KeyName");
        skeleton(*shape.element, writer);
        return writer.end_object();
    case Kind::Structure:
        writer.begin_object();
        for (const MemberInfo& member : shape.members) {
            writer.key(member.name);
            skeleton(*member.shape, writer);
        }
        return writer.end_object();
    }
}

}  // namespace

std::string input_skeleton(const ShapeInfo& input) {
    std::string out;
    JsonWriter writer(out, 4);
    skeleton(input, writer);
    return out;
}

void AwsReader::resolve(Option& option) {
    const ShapeInfo& input = *out_.operation->input;
    option.member = member_by_option(input, option.name);
    if (option.member == nullptr && option.name.starts_with("no-")) {
        const MemberInfo* member = member_by_option(input, option.name.substr(3));
        if (member != nullptr && member->shape->kind == Kind::Bool) {
            option.member = member;
            option.name = option.name.substr(3);
            option.negated = true;
        }
    }
    if (option.member == nullptr) explain_unknown(option);
}

void AwsReader::suggest(RuleId rule, Option& option, const MemberInfo& member,
                        std::string message) {
    const std::string meant = say("--{}", option_name(member.name));
    report(rule, option.name_span, say("{} Write {}.", message, meant),
           {{option.name_span, meant}});
    option.member = &member;
}

// camelCase, underscores, and letters off.
bool AwsReader::explain_spelling(Option& option) {
    const ShapeInfo& input = *out_.operation->input;
    Nearest nearest(option.name);
    for (const MemberInfo& member : input.members) nearest.offer(option_name(member.name));
    if (!nearest.found()) return false;
    const MemberInfo& member = *member_by_option(input, nearest.name());
    const bool camel = member.name == option.name;
    suggest(RuleId::CliOptionSpelling, option, member,
            camel ? say("--{} is the member's name, not the option's.", option.name)
                  : say("There is no option --{} of {}.", option.name,
                        option_name(out_.operation->name)));
    return true;
}

// A member of a structure that is an option: --audit-task-id for --target auditTaskId=...
bool AwsReader::explain_nested(const Option& option) {
    for (const MemberInfo& member : out_.operation->input->members) {
        if (member.shape->kind != Kind::Structure) continue;
        const MemberInfo* inner = member_named(*member.shape, option.name);
        if (inner == nullptr) continue;
        report(RuleId::CliUnknownOption, option.name_span,
               say("There is no option --{}; {} is a member of {}. Write --{} {}=VALUE.",
                   option.name, inner->name, member.name, option_name(member.name), inner->name));
        return true;
    }
    return false;
}

// A member of an answer: of this operation, or of one that tells about the same thing.
bool AwsReader::explain_response(const Option& option, bool of_others) {
    const auto answers = [&](const Operation& operation) {
        if (const MemberInfo* member = member_named(*operation.output, option.name)) return member;
        // What describe operations answer is often wrapped once.
        for (const MemberInfo& member : operation.output->members) {
            const ShapeInfo& shape = member.shape->kind == Kind::List ? *member.shape->element
                                                                      : *member.shape;
            if (shape.kind != Kind::Structure) continue;
            if (const MemberInfo* inner = member_named(shape, option.name)) return inner;
        }
        return static_cast<const MemberInfo*>(nullptr);
    };
    const Operation* of = out_.operation;
    const MemberInfo* found = answers(*of);
    for (const Operation& operation : operations()) {
        if (found != nullptr || !of_others) break;
        of = &operation;
        if (operation.service == Service::Iot) found = answers(operation);
    }
    if (found == nullptr) return false;
    report(RuleId::CliResponseMember, option.name_span,
           say("{} is a member of the answer of {}, not of the request of {}. Its options are {}.",
               found->name, of->name, out_.operation->name, option_list()));
    return true;
}

void AwsReader::explain_unknown(Option& option) {
    const bool camel = out_.operation->input->find(option.name) != nullptr;
    if ((camel && explain_spelling(option)) || explain_nested(option) ||
        explain_response(option, false) || explain_spelling(option) ||
        explain_response(option, true)) {
        if (option.member == nullptr) out_.complete = false;
        return;
    }
    report(RuleId::CliUnknownOption, option.name_span,
           say("There is no option --{} of {}. Its options are {}.", option.name.substr(0, 60),
               option_name(out_.operation->name), option_list()));
    out_.complete = false;
}

std::string AwsReader::option_list() const {
    std::string list;
    for (const MemberInfo& member : out_.operation->input->members)
        list += (list.empty() ? "--" : ", --") + option_name(member.name);
    return list.empty() ? "those of the tool alone" : list;
}

}  // namespace picket
