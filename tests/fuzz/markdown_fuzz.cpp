// Any bytes as a page: its blocks lie in it, and the laws of findings and fixes hold, whatever the
// page is taken for.
#include <cstddef>
#include <cstdint>
#include <string>

#include "documents/markdown.h"
#include "documents_laws.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string text(reinterpret_cast<const char*>(data), size);
    const picket::MappedText page = picket::MappedText::of_document(text);
    for (const picket::CodeBlock& block : picket::read_markdown(page)) {
        const picket::Span span = block.text.in_document(picket::Span{0, block.text.size()});
        PICKET_ASSERT(span.begin <= span.end && span.end <= text.size());
    }
    picket::fuzz::check_laws(text, picket::DocumentKind::Markdown);
    picket::fuzz::check_laws(text, picket::DocumentKind::Text);
    return 0;
}
