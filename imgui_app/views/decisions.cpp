// What only the engine can say of a row. What a role allows of the things that Device Defender does
// with roles, in the words of the evaluator: the view asks ExplainAccess, and shows what it
// answers.
#include "../items/areas.h"
#include "../items/rows.h"
#include "picket/json_tree.h"
#include "world_parts.h"

namespace picket::ui {
namespace {

struct Need {
    std::string_view action;
    std::string_view doc;
};
constexpr Need kNeeds[] = {
    {"iot:UpdateCertificate", "Deactivate a device certificate"},
    {"iot:UpdateCACertificate", "Deactivate a CA certificate"},
    {"iot:AddThingToThingGroup", "Add things to a group"},
    {"iot:CreatePolicyVersion", "Replace a policy"},
    {"iot:SetV2LoggingOptions", "Turn logging on"},
    {"sns:Publish", "Publish alarms and findings"},
};

// The answer to a question about roles, asked anew when the roles have changed.
const Answer* answer_to(Frame& frame, const std::string& role, std::string_view action) {
    const std::string key = "ExplainAccess " + role + ' ' + std::string(action);
    const auto at = frame.ui.answers.find(key);
    const bool fresh = at != frame.ui.answers.end() &&
                       at->second.world.roles.shares_with(frame.world.roles) &&
                       at->second.world.settings.shares_with(frame.world.settings);
    if (!fresh)
        frame.out.push_back(
            Ask{key, "ExplainAccess", json_object({{"roleArn", role}, {"action", action}})});
    return at == frame.ui.answers.end() ? nullptr : &at->second;
}

}  // namespace

void add_decisions(Frame& frame, const TableInfo::Row& row, Dossier& dossier) {
    const auto& role = value_as<Role>(row);
    FactGroup decisions{"What it allows Device Defender to do"};
    for (const Need& need : kNeeds) {
        const Answer* answer = answer_to(frame, role.arn, need.action);
        if (answer == nullptr) continue;
        const auto tree = read_json_strict(answer->body);
        if (!tree) continue;
        const auto allowed = tree->find(0, "allowed"), words = tree->find(0, "explanation");
        if (allowed == JsonTree::kNone || words == JsonTree::kNone) continue;
        const bool yes = tree->node(allowed).boolean;
        decisions.facts.push_back(
            {std::string(need.doc),
             std::string(yes ? "Yes. " : "No. ") + std::string(tree->node(words).text),
             yes ? Tone::Ok : Tone::Danger});
    }
    dossier.groups.insert(dossier.groups.begin(), std::move(decisions));
}

void add_label(Frame& frame, const TableInfo::Row& row, Dossier& dossier) {
    const auto& attack = value_as<Attack>(row);
    const std::string key = "ListAttacks " + attack.id;
    const auto at = frame.ui.answers.find(key);
    if (at == frame.ui.answers.end() || !at->second.world.attacks.shares_with(frame.world.attacks))
        frame.out.push_back(Ask{key, "ListAttacks",
                                "{\"fleetName\":" + json_text(attack.fleet_name) + ",\"kind\":" +
                                    json_text(enum_word(attack.kind)) + ",\"maxResults\":250}"});
    if (at == frame.ui.answers.end()) return;
    const auto tree = read_json_strict(at->second.body);
    if (!tree) return;
    const std::uint32_t list = tree->find(0, "attacks");
    if (list == JsonTree::kNone) return;
    for (auto each = tree->first(list); each != tree->end(list); each = tree->node(each).next) {
        const auto id = tree->find(each, "attackId"), words = tree->find(each, "description");
        const auto metrics = tree->find(each, "metricNames");
        if (id == JsonTree::kNone || tree->node(id).text != attack.id) continue;
        FactGroup label{"What it does"};
        label.facts.push_back({{}, std::string(tree->node(words).text)});
        std::string names;
        for (auto name = tree->first(metrics); name != tree->end(metrics);
             name = tree->node(name).next)
            names += (names.empty() ? "" : ", ") + std::string(tree->node(name).text);
        label.facts.push_back({"Changes", names});
        dossier.groups.insert(dossier.groups.begin(), std::move(label));
    }
}

}  // namespace picket::ui
