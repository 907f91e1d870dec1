// Joins the sections of all areas, and finds rows in them.
#include "items/section.h"

#include "items/areas.h"

namespace picket::ui {
namespace {

constexpr AreaInfo kAreas[] = {
    {Area::Fleet, "Fleet", "Devices and how they prove who they are"},
    {Area::Detect, "Detect", "What devices do, and alarms when it is not normal"},
    {Area::Audit, "Audit", "How the account is configured, and what breaks a check"},
    {Area::Mitigation, "Mitigation", "What is done about alarms and findings"},
    {Area::Access, "Access", "Who may do what"},
    {Area::Session, "Session", "This emulation: settings, calls, events, tables"},
};

std::vector<Section> join() {
    std::vector<Section> all;
    for (auto part : {fleet_sections, simulator_sections, alarm_sections, detect_sections,
                      message_sections, audit_sections, mitigation_sections, access_sections,
                      session_sections, recording_sections}) {
        const auto rows = part();
        all.insert(all.end(), rows.begin(), rows.end());
    }
    return all;
}

}  // namespace

std::span<const AreaInfo> areas() { return kAreas; }

std::span<const Section> sections() {
    static const std::vector<Section> all = join();
    return all;
}

const Section* find_section(std::string_view id) {
    for (const Section& section : sections()) {
        if (section.id == id) return &section;
    }
    return nullptr;
}

FoundRow find_row(const World& world, const ItemRef& item) {
    FoundRow found;
    found.section = find_section(item.section);
    if (found.section == nullptr || found.section->place == nullptr) return found;
    found.table = find_table(found.section->table);
    found.place = found.section->place(world, item.key);
    if (found.place >= found.table->size(world)) return found;
    visit_rows(*found.table, world, found.place, 1,
               [&](const TableInfo::Row& row) { found.row = row; });
    return found;
}

Dossier dossier_of(const World& world, const FoundRow& found) {
    Dossier dossier;
    if (found.row.key == nullptr || found.section->describe == nullptr) return dossier;
    found.section->describe(world, found.row, dossier);
    return dossier;
}

}  // namespace picket::ui
