// Any bytes as a shell text: the reader answers, words lie in the text, and the laws of findings
// and fixes hold. The first byte chooses whether a command is put in front.
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "documents/shell.h"
#include "documents_laws.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0) return 0;
    std::string text(reinterpret_cast<const char*>(data) + 1, size - 1);
    if (data[0] % 2 == 1) text = "aws iot create-mitigation-action " + text;
    const picket::MappedText mapped = picket::MappedText::of_document(text);
    for (const picket::ShellCommand& command : picket::read_shell(mapped)) {
        PICKET_ASSERT(!command.words.empty());
        for (const picket::ShellWord& word : command.words)
            PICKET_ASSERT(word.span.begin <= word.span.end && word.span.end <= text.size());
    }
    picket::fuzz::check_laws(text, picket::DocumentKind::Shell);
    if (const auto reading = picket::read_command(text)) {
        PICKET_ASSERT(picket::find_operation(reading->operation) != nullptr);
    }
    return 0;
}
