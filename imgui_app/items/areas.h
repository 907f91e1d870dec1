// The sections of each area, joined in section.cpp, and the views that are no plain list.
#pragma once

#include "items/section.h"

namespace picket::ui {

std::span<const Section> fleet_sections();
std::span<const Section> simulator_sections();
std::span<const Section> recording_sections();
std::span<const Section> alarm_sections();
std::span<const Section> detect_sections();
std::span<const Section> message_sections();
std::span<const Section> audit_sections();
std::span<const Section> mitigation_sections();
std::span<const Section> access_sections();
std::span<const Section> session_sections();

// The name of a format of files.
std::string format_words(std::string_view format);

// By the last word of an event's kind: "thing.created".
Tone tone_of_event(const std::string& kind);

// Behaviors that are evaluated for a device, each with its state and the way to its why.
void add_watching(const World& world, const std::string& device, Dossier& dossier);

void describe_group(const World& world, const TableInfo::Row& row, Dossier& dossier);

// What a role may do, as ExplainAccess says.
void add_decisions(Frame& frame, const TableInfo::Row& row, Dossier& dossier);
// What an attack does, as ListAttacks says.
void add_label(Frame& frame, const TableInfo::Row& row, Dossier& dossier);

// Drawn in views/.
void draw_groups(Frame& frame);
void draw_metrics(Frame& frame);
void draw_alarm_lanes(Frame& frame);
void draw_why(Frame& frame);
void draw_guides(Frame& frame);
void draw_import(Frame& frame);
void draw_audit_checks(Frame& frame);
void draw_settings(Frame& frame);
void draw_journal(Frame& frame);
void draw_tables(Frame& frame);

}  // namespace picket::ui
