// See picture.h. All that is drawn is hashed, eight bytes at a time. Textures are not: whatever
// changes in one makes it wait to be updated, and that is looked at.
#include "picture.h"

#include <cstring>

namespace picket::ui {
namespace {

struct Hash {
    std::uint64_t value = 0x9E3779B97F4A7C15;

    void add(std::uint64_t word) {
        value = (value ^ word) * 0xD6E8FEB86659FD93;
        value ^= value >> 32;
    }
    void add(const void* bytes, std::size_t size) {
        const auto* at = static_cast<const char*>(bytes);
        std::uint64_t word = 0;
        for (; size >= sizeof word; at += sizeof word, size -= sizeof word) {
            std::memcpy(&word, at, sizeof word);
            add(word);
        }
        word = size;
        std::memcpy(reinterpret_cast<char*>(&word) + 1, at, size);
        add(word);
    }
    template <class T>
    void add(const ImVector<T>& items) {
        add(items.Data, static_cast<std::size_t>(items.size_in_bytes()));
    }
    void add(const ImVec2& pair) { add(&pair, sizeof pair); }
};

}  // namespace

bool Picture::changed(const ImDrawData& data, ImU32 back) {
    Hash hash;
    hash.add(back);
    hash.add(data.DisplayPos);
    hash.add(data.DisplaySize);
    hash.add(data.FramebufferScale);
    for (const ImDrawList* list : data.CmdLists) {
        hash.add(list->VtxBuffer);
        hash.add(list->IdxBuffer);
        for (const ImDrawCmd& command : list->CmdBuffer) {
            hash.add(&command.ClipRect, sizeof command.ClipRect);
            hash.add(static_cast<std::uint64_t>(command.ElemCount));
            hash.add(static_cast<std::uint64_t>(command.IdxOffset) << 32 | command.VtxOffset);
        }
    }
    bool textures = false;
    if (data.Textures != nullptr) {
        for (const ImTextureData* texture : *data.Textures)
            textures = textures || texture->Status != ImTextureStatus_OK;
    }
    if (hash.value == last_ && !textures) return false;
    last_ = hash.value;
    return true;
}

}  // namespace picket::ui
