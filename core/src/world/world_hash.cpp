// The World hash is the hash of what an image holds, without building the image.
#include "picket/world.h"
#include "world/image.h"

namespace picket {

std::string world_hash(const World& world) {
    Hasher hasher;
    std::string buffer;
    append_world(world, buffer, &hasher);
    return hasher.finish().hex();
}

}  // namespace picket
