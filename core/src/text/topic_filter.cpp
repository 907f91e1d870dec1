// See topic_filter.h.
#include "text/topic_filter.h"

namespace picket {

bool topic_matches(std::string_view filter, std::string_view topic) {
    const bool wild = filter.starts_with('+') || filter.starts_with('#');
    if (wild && topic.starts_with('$')) return false;
    while (true) {
        const std::size_t filter_end = filter.find('/');
        const std::string_view level = filter.substr(0, filter_end);
        if (level == "#") return true;
        const std::size_t topic_end = topic.find('/');
        if (level != "+" && level != topic.substr(0, topic_end)) return false;
        const bool filter_done = filter_end == std::string_view::npos;
        const bool topic_done = topic_end == std::string_view::npos;
        if (topic_done) return filter_done || filter.substr(filter_end) == "/#";
        if (filter_done) return false;
        filter.remove_prefix(filter_end + 1);
        topic.remove_prefix(topic_end + 1);
    }
}

bool is_topic(std::string_view topic) {
    return !topic.empty() &&
           topic.find_first_of(std::string_view("+#\0", 3)) == std::string_view::npos;
}

}  // namespace picket
