// Any bytes as a policy document: reading places every finding inside the text, agrees with the
// strict reader about syntax, and what is valid can be decided and explained.
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "policy/decide.h"

namespace {

using namespace picket;

PolicyRequest request() {
    PolicyRequest out = {"iot:Publish", "arn:aws:iot:us-east-1:123456789012:topic/a", {}, {}};
    out.context.set("iot:ClientId", std::string("pump-1"));
    out.context.set("aws:SourceIp", std::string("10.1.2.3"));
    out.context.set("aws:TagKeys", std::vector<std::string>{"a", "b"});
    return out;
}

void check_findings(std::string_view text, const ReadPolicy& read) {
    std::uint32_t before = 0;
    for (const PolicyFinding& finding : read.findings) {
        PICKET_ASSERT(finding.span.begin >= before && finding.span.end <= text.size());
        PICKET_ASSERT(finding.span.begin <= finding.span.end);
        PICKET_ASSERT(!finding.message.empty() && !finding.code.empty());
        PICKET_ASSERT(!placed_message(text, finding).empty());
        before = finding.span.begin;
    }
}

// A deny of everything wins over whatever the document says, and the verdict is that of the
// statements that apply.
void check_decision(const PolicyDocument& document) {
    static const ReadPolicy deny = read_policy(
        R"({"Version":"2012-10-17","Statement":{"Effect":"Deny","Action":"*","Resource":"*"}})",
        PolicyKind::Identity);
    const PolicyRequest asked = request();
    const PolicyToDecide policies[] = {{"p", &document}, {"deny", &deny.document}};
    const PolicyDecision alone = decide(std::span(policies).first(1), asked);
    bool allows = false;
    bool denies = false;
    for (const StatementVerdict& statement : alone.statements) {
        (statement.allows ? allows : denies) |= statement.applies();
        PICKET_ASSERT(!explain(statement).empty());
    }
    PICKET_ASSERT(alone.allowed() == (allows && !denies));
    PICKET_ASSERT(!explain(alone, asked).empty());
    PICKET_ASSERT(decide(policies, asked).verdict == Verdict::ExplicitDeny);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    for (const PolicyKind kind : {PolicyKind::Iot, PolicyKind::Identity, PolicyKind::Trust}) {
        const ReadPolicy read = read_policy(text, kind);
        check_findings(text, read);
        if (read.first_error() != nullptr) continue;
        PICKET_ASSERT(static_cast<bool>(read_json_strict(text)));
        check_decision(read.document);
    }
    // Each wildcard matches itself too, so every text is like itself.
    const std::string_view start = text.substr(0, 64);
    PICKET_ASSERT(matches(read_pattern(start, nullptr), start));
    return 0;
}
