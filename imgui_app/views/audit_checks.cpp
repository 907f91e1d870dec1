// The audit's configuration: who is told, and for each check whether it is on, how bad its findings
// are and what may be done about them.
#include "picket/model/audit_checks.h"
#include "../items/areas.h"
#include "../items/rows.h"
#include "../widgets.h"
#include "views.h"
#include "world_parts.h"

namespace picket::ui {
namespace {

bool is_on(const AuditConfiguration* configuration, std::string_view check) {
    if (configuration == nullptr) return false;
    const AuditCheckConfiguration* found = configuration->checks.find(check);
    return found != nullptr && found->enabled.value_or(false);
}

std::string switch_body(const AuditConfiguration* configuration, std::string_view check, bool on) {
    std::string body = "{";
    if (configuration == nullptr)
        body += "\"roleArn\":\"arn:aws:iam::123456789012:role/service-role/"
                "AWSIoTDeviceDefenderAudit\",";
    return body + "\"auditCheckConfigurations\":{" + json_text(check) +
           ":{\"enabled\":" + (on ? "true" : "false") + "}}}";
}

std::string everything_on() {
    std::string body;
    for (const AuditCheckInfo& check : kAuditChecks)
        body += (body.empty() ? "" : ",") + json_text(check.name) + ":{\"enabled\":true}";
    return "{\"roleArn\":\"arn:aws:iam::123456789012:role/service-role/"
           "AWSIoTDeviceDefenderAudit\",\"auditCheckConfigurations\":{" +
           body + "}}";
}

void draw_check(Frame& frame, const AuditCheckInfo& check,
                const AuditConfiguration* configuration) {
    const bool on = is_on(configuration, check.name);
    const float height = frame.touch ? 60 : 52;
    const ImVec2 at = ImGui::GetCursorPos();
    const float width = ImGui::GetContentRegionAvail().x;
    Scope scope(frame, check.name);
    ImGui::PushID(check.name.data(), check.name.data() + check.name.size());
    const float switch_width = frame.px(112);
    ImGui::SetCursorPos(ImVec2(at.x + frame.px(16), at.y + frame.px(8)));
    text_fitted(frame, check.name, (width - switch_width) / frame.scale - 40,
                on ? Tone::Plain : Tone::Muted, Face::Body);
    std::string remedies;
    for (const MitigationActionType type : check.actions)
        remedies += (remedies.empty() ? "" : ", ") + std::string(enum_word(type));
    ImGui::SetCursorPos(ImVec2(at.x + frame.px(16), at.y + frame.px(28)));
    const std::string_view severity = enum_word(check.severity);
    text(frame, severity, tone_of_state(severity), Face::SmallStrong);
    ImGui::SameLine(0, frame.px(8));
    ImGui::SetCursorPosY(at.y + frame.px(28));
    text_fitted(frame, remedies,
                (width - switch_width - ImGui::GetCursorPosX() + at.x) / frame.scale - 24,
                Tone::Faint, Face::Small);
    ImGui::SetCursorPos(ImVec2(at.x + width - switch_width, at.y + frame.px(12)));
    const Choice choices[] = {{"Off"}, {"On"}};
    std::size_t current = on ? 1 : 0;
    if (segmented(frame, "Switch", choices, 2, current, 96))
        frame.out.push_back(Call{"UpdateAccountAuditConfiguration",
                                 switch_body(configuration, check.name, current == 1), false});
    ImGui::SetCursorPos(ImVec2(at.x, at.y + frame.px(height)));
    rule(frame);
    ImGui::PopID();
}

}  // namespace

void draw_audit_checks(Frame& frame) {
    const auto& table = frame.world.audit_configuration;
    const AuditConfiguration* configuration = table.empty() ? nullptr : &table.begin()->value;
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, ImVec2(frame.px(8), 0));
    ImGui::BeginChild("checks", ImVec2(0, 0), ImGuiChildFlags_NavFlattened);
    gap(frame, 12);
    ImGui::Indent(frame.px(16));
    if (configuration == nullptr) {
        text_wrapped(frame,
                     "Nothing is audited yet. The first switch, or this button, says what is.",
                     Tone::Muted);
        gap(frame, 8);
        if (button(frame, "Turn all checks on", {.kind = ButtonKind::Primary, .small = true}))
            edit_call(frame, "UpdateAccountAuditConfiguration", everything_on());
    } else {
        const std::string role = configuration->role_arn.value_or("no role");
        text_fitted(frame, "Audits with " + role, 0, Tone::Muted, Face::Small);
        for (const auto& [kind, target] :
             configuration->targets.value_or(AuditNotificationTargets()))
            text_fitted(frame, "Tells " + target.target_arn.value_or(""), 0, Tone::Muted,
                        Face::Small);
        gap(frame, 8);
        if (button(frame, "Edit", {.small = true, .tip = "UpdateAccountAuditConfiguration"}))
            edit_call(frame, "UpdateAccountAuditConfiguration", everything_on());
    }
    ImGui::Unindent(frame.px(16));
    gap(frame, 12);
    rule(frame);
    for (const AuditCheckInfo& check : kAuditChecks) draw_check(frame, check, configuration);
    end_child();
    ImGui::PopStyleVar();
}

}  // namespace picket::ui
