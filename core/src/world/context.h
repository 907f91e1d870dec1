// What a mutating handler may use besides the World and its input: the moment, ids, the chronicle,
// and the queue of due work.
#pragma once

#include <string>
#include <string_view>

#include "base/hash.h"
#include "base/ids.h"
#include "picket/world.h"

namespace picket {

class Context {
public:
    // Ids derive from (seed, kind, entry, ordinal): `ordinal` starts at 0 for a call, and where a
    // chain of due work left off.
    Context(World& world, std::int64_t entry_id, std::int64_t ordinal = 0)
        : world_(world), entry_id_(entry_id), ordinal_(ordinal) {}

    Timestamp now() const { return world_.now; }
    std::int64_t entry_id() const { return entry_id_; }
    Hash128 new_id(std::string_view kind) {
        return make_id(static_cast<std::uint64_t>(world_.seed), kind,
                       static_cast<std::uint64_t>(entry_id_),
                       static_cast<std::uint64_t>(ordinal_++));
    }

    std::int64_t ordinal() const { return ordinal_; }  // of the next id
    void continue_from(const Context& other) { ordinal_ = other.ordinal_; }

    // One line of what happened: kind "thing.created", the subject's name, one sentence, and the
    // facts as JSON if there are any.
    void note(const char* kind, const std::string& subject, std::string text,
              std::string why_json = {});

    // Puts work into the queue; the item runs when the clock reaches `time` (now: at the next
    // advance).
    void due(Timestamp time, DueItem item);

private:
    World& world_;
    std::int64_t entry_id_;
    std::int64_t ordinal_;
};

}  // namespace picket
