// See refusals.h.
#include "recordings/refusals.h"

#include "text/say.h"
#include "text/utf8.h"

namespace picket {
namespace {

constexpr std::string_view kTexts[] = {
#define PICKET_REFUSAL(id, name, wrong, advice) wrong,
#include "picket/recording_refusals.def"
#undef PICKET_REFUSAL
};
constexpr std::string_view kAdvice[] = {
#define PICKET_REFUSAL(id, name, wrong, advice) advice,
#include "picket/recording_refusals.def"
#undef PICKET_REFUSAL
};

constexpr std::size_t kRowPointsMax = 100;
constexpr std::size_t kFoundPointsMax = 60;

}  // namespace

std::string_view refusal_text(RefusedFor reason) {
    return kTexts[static_cast<std::size_t>(reason)];
}
std::string_view refusal_advice(RefusedFor reason) {
    return kAdvice[static_cast<std::size_t>(reason)];
}

void Refusals::add(RefusedFor reason, std::int64_t line, std::string_view row,
                   std::string_view found, std::string_view where) {
    ++total_;
    RefusedRows& rows = rows_[static_cast<std::size_t>(reason)];
    if (++rows.count > static_cast<std::int64_t>(kExamplesMax)) return;
    RefusedExample& example = rows.examples.emplace_back();
    example.line = line;
    example.text = utf8_excerpt(row, kRowPointsMax);
    const std::string quoted = utf8_excerpt(found, kFoundPointsMax);
    if (!where.empty()) {
        example.message = say("{} There is '{}' in '{}'.", refusal_text(reason), quoted,
                              utf8_excerpt(where, kFoundPointsMax));
    } else if (!found.empty()) {
        example.message = say("{} {}", refusal_text(reason), quoted);
    } else {
        example.message = refusal_text(reason);
    }
}

std::vector<RefusedRows> Refusals::list() const {
    std::vector<RefusedRows> out;
    for (std::size_t i = 0; i < kReasons; ++i) {
        if (rows_[i].count == 0) continue;
        RefusedRows& rows = out.emplace_back(rows_[i]);
        rows.reason = static_cast<RefusedFor>(i);
        rows.advice = kAdvice[i];
    }
    return out;
}

}  // namespace picket
