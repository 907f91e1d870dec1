// Reports for continuous integration: counts, and that nothing breaks out of its element.
#include <doctest/doctest.h>

#include <string>

#include "picket/scenario.h"

using namespace picket;

TEST_CASE("junit: a case per step and one for the end, failures inside their case") {
    ScenarioReport good{
        .file = "a.json", .name = "Good", .steps = 1, .problem = {}, .failures = {}};
    ScenarioReport bad{.file = "b.json", .name = "Bad", .steps = 2, .problem = {}, .failures = {}};
    bad.failures.push_back({.step = 2,
                            .place = {4, 5},
                            .what = "status",
                            .expected = "1",
                            .actual = "2",
                            .diff = "- 1\n+ 2\n"});
    bad.failures.push_back(
        {.step = 2, .place = {4, 5}, .what = "error", .expected = {}, .actual = {}, .diff = {}});
    const ScenarioReport reports[] = {good, bad};
    CHECK(
        junit_xml(reports) ==
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites>\n"
        "  <testsuite name=\"Good\" tests=\"2\" failures=\"0\" errors=\"0\">\n"
        "    <testcase classname=\"Good\" name=\"step 1\"/>\n"
        "    <testcase classname=\"Good\" name=\"end\"/>\n"
        "  </testsuite>\n"
        "  <testsuite name=\"Bad\" tests=\"3\" failures=\"1\" errors=\"0\">\n"
        "    <testcase classname=\"Bad\" name=\"step 1\"/>\n"
        "    <testcase classname=\"Bad\" name=\"step 2\">\n"
        "      <failure message=\"status\">b.json, step 2, line 4, column 5: status.&#10;    - "
        "1&#10;    + 2&#10;"
        "</failure>\n"
        "      <failure message=\"error\">b.json, step 2, line 4, column 5: error.&#10;</failure>\n"
        "    </testcase>\n"
        "    <testcase classname=\"Bad\" name=\"end\"/>\n"
        "  </testsuite>\n</testsuites>\n");
}

TEST_CASE("junit: a file that could not be played is an error") {
    const ScenarioReport reports[] = {{.file = "c.json",
                                       .name = {},
                                       .steps = 0,
                                       .problem = "not <JSON> & \"so\" on",
                                       .failures = {}}};
    const std::string xml = junit_xml(reports);
    CHECK(xml.find("tests=\"1\" failures=\"0\" errors=\"1\"") != std::string::npos);
    CHECK(xml.find("<error message=\"not &lt;JSON&gt; &amp; &quot;so&quot; on\"/>") !=
          std::string::npos);
}

TEST_CASE("junit: what XML cannot hold is replaced") {
    const ScenarioReport reports[] = {{.file = "c",
                                       .name = "a\x01\xff\xef\xbf\xbf\xc3\xa4",
                                       .steps = 0,
                                       .problem = "p",
                                       .failures = {}}};
    const std::string replaced = "a\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd\xc3\xa4";
    CHECK(junit_xml(reports).find("testsuite name=\"" + replaced + "\"") != std::string::npos);
}
