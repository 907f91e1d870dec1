// Wishes to change a pane's text or selection: carried out here, or left as requests for the
// textarea that owns the text; and which of the two owns it.
#include "code_pane.h"

#include <algorithm>

namespace picket::ui {

void CodePane::load(std::string text) {
    document.set_text(std::move(text));
    marks.clear();
    follow_caret = true;
    if (has_textarea) give_to_textarea();
}

void CodePane::give_to_textarea() {
    const bool had = textarea;
    has_textarea = true;
    textarea = document.text().size() <= kTextareaBytesMax;
    if (had && !textarea) {
        wants_focus = focused;
        preedit = {};
    }
    // One that owns nothing is left empty.
    if (had || textarea)
        requests.push_back({TextareaWish::Load, {}, textarea ? document.text() : std::string()});
}

void CodePane::mirror(Range range, std::string_view with) {
    document.replace(range, with);
    if (document.text().size() > kTextareaBytesMax) give_to_textarea();
}

void CodePane::take_over(std::string_view pasted) {
    document.edit(document.selection(), pasted);
    follow_caret = true;
    give_to_textarea();
}

void CodePane::edit(Range range, std::string_view with) {
    if (textarea) {
        requests.push_back({TextareaWish::Edit,
                            {document.to_utf16(range.begin), document.to_utf16(range.end)},
                            std::string(with)});
    } else {
        document.edit(range, with);
    }
    follow_caret = true;
}

void CodePane::select(Range range) {
    if (textarea) {
        requests.push_back({TextareaWish::Select,
                            {document.to_utf16(range.begin), document.to_utf16(range.end)},
                            {}});
    } else {
        document.select(range.end, range.begin);
        wants_focus = true;
    }
    follow_caret = true;
}

void CodePane::edit(Range range, std::string_view with, Range selected) {
    const std::size_t removed = range.end - range.begin;
    const auto units_before = [&](std::size_t at) {  // of a place in the text to come
        if (at <= range.begin) return document.to_utf16(at);
        const std::size_t inside = std::min(at - range.begin, with.size());
        const std::size_t units = document.to_utf16(range.begin) +
                                  utf16_units(with.substr(0, inside));
        if (at <= range.begin + with.size()) return units;
        return units + document.to_utf16(at - with.size() + removed) - document.to_utf16(range.end);
    };
    const Range units = {units_before(selected.begin), units_before(selected.end)};
    edit(range, with);
    if (textarea)
        requests.push_back({TextareaWish::Select, units, {}});
    else
        document.select(selected.end, selected.begin);
}

void CodePane::show(Range range) {
    if (textarea)
        requests.push_back({TextareaWish::Show,
                            {document.to_utf16(range.begin), document.to_utf16(range.end)},
                            {}});
    else
        document.select(range.end, range.begin);
    follow_caret = true;
}

void CodePane::undo() {
    if (textarea)
        requests.push_back({TextareaWish::Undo, {}, {}});
    else
        document.undo();
}

void CodePane::redo() {
    if (textarea)
        requests.push_back({TextareaWish::Redo, {}, {}});
    else
        document.redo();
}

}  // namespace picket::ui
