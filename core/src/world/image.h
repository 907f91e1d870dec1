// The binary form of described values and of whole Worlds: small, exact, and the same bytes in
// every build. An image is a cache: one that another build made is refused, and its owner replays
// the journal instead.
//
// Whole numbers are variable-length (zigzag for signed ones), texts and lists carry their length in
// front, structures are their members in table order, an optional is a byte 0 or 1 before its
// value. A structure without members is one byte 0, so that everything takes at least a byte and a
// length can never promise more than the input holds.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/hash.h"
#include "picket/world.h"

namespace picket {

void append_number(std::uint64_t number, std::string& out);
void append_text(std::string_view text, std::string& out);
void append_image(const ShapeInfo& shape, const void* value, std::string& out);

// Reads what append_image wrote, and refuses everything else: each value has exactly one image.
class ImageReader {
public:
    explicit ImageReader(std::string_view bytes) : rest_(bytes) {}

    // `out` is a constructed value of the shape; it may be half written when the answer is false.
    bool value(const ShapeInfo& shape, void* out) { return value(shape, out, 0); }
    bool number(std::uint64_t& out);
    bool text(std::string& out);
    std::string_view rest() const { return rest_; }
    bool at_end() const { return rest_.empty(); }

private:
    bool byte(std::uint8_t& out);
    bool count(std::size_t& out);
    bool value(const ShapeInfo& shape, void* out, int depth);
    bool list(const ShapeInfo& shape, void* out, int depth);
    bool map(const ShapeInfo& shape, void* out, int depth);
    bool structure(const ShapeInfo& shape, void* out, int depth);

    std::string_view rest_;
};

// The World's content without the header of an image. Tables without rows leave no trace.
void append_world(const World& world, std::string& out);

// Tells builds apart whose images cannot be exchanged: it stands for every stored shape, every
// setting's default and the behaviour version.
Hash128 build_stamp();

std::string world_image(const World& world);
Result<World> world_from_image(std::string_view bytes);

}  // namespace picket
