// What can be said about the payload while it is written: findings for the chosen operation, their
// repairs, and whether the text is a command rather than JSON. Follows the text's revisions, waits
// until typing pauses, and moves what it knows along with edits until then. Knows nothing of ImGui.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "document.h"
#include "picket/documents.h"

namespace picket::ui {

inline constexpr double kAnalysisPauseMs = 150;
// A larger text is looked at only when it is run.
inline constexpr std::size_t kAnalysisBytesMax = 1u << 20;

struct Analysis {
    const Operation* operation = nullptr;
    std::string text;                       // what `findings` are about
    std::uint64_t revision = 0;             // of that text; 0: nothing was looked at yet
    bool pending = false;                   // the text has moved on since it was looked at
    double due_ms = 0;                      // when it will be looked at again
    bool skipped = false;                   // too large to be looked at while typing
    std::vector<Finding> findings;          // by place
    std::optional<CommandReading> command;  // the text is a command of the AWS CLI
    std::uint64_t changes = 0;              // counts changes of `findings`

    DocumentHints hints() const;
};

// Follows the document. Returns in how many milliseconds it wants to be asked again; negative: when
// the text or the operation changes.
double follow(Analysis& analysis, const Document& document, const Operation& operation,
              double now_ms);
// Looks at once, however large the text.
void analyse_now(Analysis& analysis, const Document& document, const Operation& operation);
// Whether what was found is all there is to find in the document as it is now.
bool is_current(const Analysis& analysis, const Document& document, const Operation& operation);
// What the service said of this text, beside what was found in it; until it is run again.
void forget_refusals(Analysis& analysis);
void add_refusal(Analysis& analysis, const Document& document, std::size_t offset,
                 std::string_view name, std::string_view message);

// "2 problems, 1 hint"; empty when nothing was found.
std::string findings_count(const Analysis& analysis);
// Problems come before hints where several cover the offset.
std::optional<std::size_t> finding_at(const Analysis& analysis, std::size_t offset);
// The one after the caret, round the end.
std::optional<std::size_t> next_finding(const Analysis& analysis, const Document& document);
// What Fix mends: the finding at the caret, else the first that can be mended.
std::optional<std::size_t> fixable_finding(const Analysis& analysis, const Document& document);

// One edit, so that one undo takes it back.
struct TextChange {
    Range range;
    std::string with;
};
TextChange fix_of(const Analysis& analysis, std::size_t finding);
// Everything that can be mended; nothing when nothing can.
std::optional<TextChange> fix_of_all(const Analysis& analysis);

}  // namespace picket::ui
