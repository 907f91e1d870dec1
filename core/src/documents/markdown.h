// The code of a Markdown page: fenced and indented blocks, <pre> of HTML, and cells of tables that
// hold code with <br />. Each block keeps the place of every byte.
//
// Not modelled: emphasis, links, inline code, reference definitions; a block inside a quotation.
#pragma once

#include <string>
#include <vector>

#include "documents/mapped_text.h"

namespace picket {

struct CodeBlock {
    MappedText text;
    std::string language;  // as the fence says it, in lower case; empty: it does not
    std::string heading;   // the headings above, for hints
};
std::vector<CodeBlock> read_markdown(const MappedText& page);

// Text of HTML: tags gone, <br> a line break, the common entities decoded.
MappedText read_html_text(const MappedText& outer, Span span);

}  // namespace picket
