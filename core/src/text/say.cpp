// See say.h.
#include "text/say.h"

namespace picket::say_detail {

constexpr std::size_t kDigitsMax = 20;

std::string_view Piece::text() const {
    if (kind == Kind::String) return *static_cast<const std::string*>(at);
    if (kind == Kind::View) return *static_cast<const std::string_view*>(at);
    return static_cast<const char*>(at);
}

std::string fill(const char* sentence, const Piece* pieces, std::size_t count) {
    std::string_view rest = sentence;
    std::size_t size = rest.size();
    for (std::size_t i = 0; i < count; ++i)
        size += pieces[i].kind == Piece::Kind::Number ? kDigitsMax : pieces[i].text().size();
    std::string out;
    out.reserve(size - 2 * count);  // the holes themselves go
    for (const Piece* piece = pieces; piece != pieces + count; ++piece) {
        std::size_t hole = 0;
        while (rest[hole] != '{' || rest[hole + 1] != '}') ++hole;
        out += rest.substr(0, hole);
        rest.remove_prefix(hole + 2);
        if (piece->kind == Piece::Kind::Number) {
            out += std::to_string(*static_cast<const std::int64_t*>(piece->at));
        } else {
            out += piece->text();
        }
    }
    out += rest;
    return out;
}

}  // namespace picket::say_detail
