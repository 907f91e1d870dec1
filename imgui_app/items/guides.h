// Guides: scenarios that are walked through step by step, in chapters that each begin with a
// sentence.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "picket/engine.h"

namespace picket::ui {

struct GuideStep {
    std::string operation;  // empty: time runs on
    std::string body;
    bool dry_run = false;
    std::int64_t seconds = 0;        // how far
    std::optional<Timestamp> until;  // or to this moment, back too
    bool next_event = false;         // or to what is due next
    std::int64_t before_entry = 0;   // or back, to before this call
    std::string words;               // what it does, in a line
    std::string_view look_at;        // the section that shows what came of it
};
struct GuideChapter {
    std::string text;
    std::vector<GuideStep> steps;
};
struct Guide {
    std::string group, name, description, what_to_see;
    EngineOptions session;  // that it begins in
    std::vector<GuideChapter> chapters;
    std::size_t steps = 0;
};

std::span<const std::string_view> guide_texts();  // as files of scenarios
Guide read_guide(std::string_view text);

}  // namespace picket::ui
