// Counts what is refused of a file, by reason, with the first of each as examples.
#pragma once

#include <string>
#include <string_view>

#include "picket/recording.h"

namespace picket {

std::string_view refusal_text(RefusedFor reason);
std::string_view refusal_advice(RefusedFor reason);

class Refusals {
public:
    // `found` is what is wrong, `where` the column or member it stands in; both may be empty.
    void add(RefusedFor reason, std::int64_t line, std::string_view row,
             std::string_view found = {}, std::string_view where = {});
    std::int64_t total() const { return total_; }
    // In the order of the table of reasons.
    std::vector<RefusedRows> list() const;

private:
    static constexpr std::size_t kExamplesMax = 5;
    static constexpr std::size_t kReasons = EnumNames<RefusedFor>::values.size();
    RefusedRows rows_[kReasons];
    std::int64_t total_ = 0;
};

}  // namespace picket
