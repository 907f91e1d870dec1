// The reader of policy documents, shared by its two files: document.cpp has the document and what
// every element shares, document_statement.cpp the elements of a statement.
#pragma once

#include <span>

#include "policy/document.h"
#include "text/say.h"
#include "text/utf8.h"

namespace picket {

class PolicyReader {
public:
    PolicyReader(const JsonTree& tree, PolicyKind kind) : tree_(tree), kind_(kind) {}

    void read(std::uint32_t root);
    ReadPolicy take() && { return {std::move(document_), std::move(findings_)}; }

private:
    const JsonNode& node(std::uint32_t index) const { return tree_.node(index); }
    void find(std::string_view code, std::uint32_t index, std::string message,
              PolicySeverity severity = PolicySeverity::Error);
    // About an element that is not there: the place is the brace of the object that lacks it.
    void find_missing(std::string_view code, std::uint32_t object, std::string_view element,
                      std::string message);
    void find_unknown(std::uint32_t object, std::span<const std::string_view> known,
                      std::string_view what);
    bool text_of(std::uint32_t index, std::string_view element, std::string& out);
    void texts_of(std::uint32_t index, std::string_view element, std::vector<PolicyText>& out);

    void version(std::uint32_t root);
    void statement(std::uint32_t index);
    void effect(std::uint32_t object, PolicyStatement& out);
    bool either(std::uint32_t object, std::string_view element, std::string_view opposite,
                bool& negated, std::vector<PolicyText>& out);
    void actions(std::uint32_t object, PolicyStatement& out);
    void resources(std::uint32_t object, PolicyStatement& out);
    void principals(std::uint32_t object, PolicyStatement& out);
    void principal_members(std::uint32_t index, PolicyStatement& out);
    void conditions(std::uint32_t object, PolicyStatement& out);
    void condition(std::uint32_t index, const ConditionOperator& op, std::string_view name,
                   PolicyStatement& out);
    void variables(std::uint32_t index, std::string_view text);
    void sids();

    const JsonTree& tree_;
    PolicyKind kind_;
    PolicyDocument document_;
    std::vector<PolicyFinding> findings_;
    std::vector<std::uint32_t> sid_nodes_;
};

inline std::string excerpt_of(std::string_view text) { return say("'{}'", utf8_excerpt(text, 60)); }

}  // namespace picket
