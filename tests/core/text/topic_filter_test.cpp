// Topic filters as section 4.7 of the MQTT standard has them.
#include "text/topic_filter.h"

#include <doctest/doctest.h>

namespace picket {

TEST_CASE("topic filter: the examples of the standard") {
    struct Row {
        const char* filter;
        const char* topic;
        bool matches;
    };
    const Row rows[] = {
        {"sport/tennis/player1/#", "sport/tennis/player1", true},
        {"sport/tennis/player1/#", "sport/tennis/player1/ranking", true},
        {"sport/tennis/player1/#", "sport/tennis/player1/score/wimbledon", true},
        {"sport/tennis/player1/#", "sport/tennis/player10", false},
        {"sport/#", "sport", true},
        {"#", "anything/at/all", true},
        {"#", "$aws/things", false},
        {"+/things", "$aws/things", false},
        {"$aws/#", "$aws/things", true},
        {"sport/tennis/+", "sport/tennis/player1", true},
        {"sport/tennis/+", "sport/tennis/player1/ranking", false},
        {"sport/+", "sport", false},
        {"sport/+", "sport/", true},
        {"+/+", "/finance", true},
        {"/+", "/finance", true},
        {"+", "/finance", false},
        {"a/+/c", "a/b/c", true},
        {"a/+/c", "a/b/d", false},
        {"a/b", "a/b", true},
        {"a/b", "a/b/c", false},
        {"a", "A", false},
    };
    for (const Row& row : rows) {
        CAPTURE(row.filter);
        CAPTURE(row.topic);
        CHECK(topic_matches(row.filter, row.topic) == row.matches);
    }
}

TEST_CASE("topic filter: a topic to publish to has no wildcards") {
    CHECK(is_topic("a/b"));
    CHECK_FALSE(is_topic(""));
    CHECK_FALSE(is_topic("a/+"));
    CHECK_FALSE(is_topic("#"));
    CHECK_FALSE(is_topic(std::string_view("a\0b", 3)));
}

}  // namespace picket
