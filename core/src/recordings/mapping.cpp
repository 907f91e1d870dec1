// Reads a mapping from JSON, as a host gets it from a person.
#include "model/decode.h"
#include "picket/json_tree.h"
#include "picket/recording.h"

namespace picket {

Result<RecordingMapping> read_mapping(std::string_view json) {
    PICKET_TRY(const JsonTree tree, read_json_strict(json));
    RecordingMapping mapping;
    std::vector<std::string> warnings;
    DecodeOptions options;
    options.reject_unknown = true;
    options.iso_times = true;
    if (auto problem = decode(kShape<RecordingMapping>, &tree, 0, {}, &mapping, options, warnings))
        return problem;
    return mapping;
}

}  // namespace picket
