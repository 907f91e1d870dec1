// See say.h.
#include "text/say.h"

namespace picket::say_detail {

std::string fill(const char* sentence, const Piece* pieces) {
    std::string out;
    const std::string_view text = sentence;
    std::size_t from = 0;
    for (;;) {
        const std::size_t hole = text.find("{}", from);
        out += text.substr(from, hole - from);
        if (hole == std::string_view::npos) return out;
        from = hole + 2;
        switch (pieces->kind) {
        case Piece::Kind::String:
            out += *static_cast<const std::string*>(pieces->at);
            break;
        case Piece::Kind::View:
            out += *static_cast<const std::string_view*>(pieces->at);
            break;
        case Piece::Kind::Literal:
            out += static_cast<const char*>(pieces->at);
            break;
        case Piece::Kind::Number:
            out += std::to_string(*static_cast<const std::int64_t*>(pieces->at));
            break;
        }
        ++pieces;
    }
}

}  // namespace picket::say_detail
