// Any text as shorthand of the AWS CLI: it is read or refused with a place, and what was read
// becomes JSON.
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "documents/shorthand.h"
#include "documents_laws.h"
#include "picket/json_tree.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string text(reinterpret_cast<const char*>(data), size);
    const picket::ShorthandReading reading = picket::read_shorthand(text);
    PICKET_ASSERT(reading.problem_at <= text.size());
    if (!reading.problem.empty()) return 0;
    const picket::MappedText document = picket::MappedText::of_document(text);
    picket::MappedText word(&document);
    word.copy(text, {0, static_cast<std::uint32_t>(text.size())}, picket::Quoting::Single);
    for (const char* name :
         {"CreateMitigationAction", "CreateThingGroup", "CreateSecurityProfile"}) {
        const picket::Operation* operation = picket::find_operation(name);
        for (const picket::MemberInfo& member : operation->input->members) {
            std::vector<picket::Problem> problems;
            picket::JsonAssembly out(document, problems);
            picket::write_shorthand(word, reading.value, *member.shape, out);
            const auto json = picket::read_json_tolerant(out.text.text());
            PICKET_ASSERT(!json.tree.empty());
        }
    }
    return 0;
}
