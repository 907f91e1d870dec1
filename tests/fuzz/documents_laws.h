// What holds of every document: spans lie in it, edits in their spans, and fixing leaves nothing
// that claims to be fixable.
#pragma once

#include <cstdio>
#include <string>

#include "picket/documents.h"

namespace picket::fuzz {

inline void check_laws(const std::string& text, DocumentKind kind) {
    const DocumentHints hints = {.kind = kind};
    const CheckedDocument checked = check_document(text, hints);
    PICKET_ASSERT(checked.findings.size() <= kFindingsMax);
    const auto size = static_cast<std::int64_t>(text.size());
    for (const Finding& finding : checked.findings) {
        PICKET_ASSERT(finding.begin <= finding.end && finding.end <= size);
        if (!finding.fix) continue;
        std::int64_t at = finding.begin;
        for (const TextEdit& edit : *finding.fix) {
            PICKET_ASSERT(edit.begin >= at && edit.end >= edit.begin && edit.end <= finding.end);
            at = edit.end;
        }
    }
    const FixedDocument fixed = fix_document(text, hints);
    for (const Finding& finding : check_document(fixed.text, hints).findings) {
        if (finding.fix) std::fprintf(stderr, "%s is left\n", finding.code.c_str());
        PICKET_ASSERT(!finding.fix);
    }
}

}  // namespace picket::fuzz
