// What a frame has put on the screen, for tests and for tools that drive the interface: every
// widget with its label, place and text. Recording is off unless somebody asks, and costs nothing
// then.
#pragma once

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace picket::ui {

struct ProbeItem {
    std::string scope;  // "Request/Operations"
    std::string label;  // empty: plain text
    std::string text;
    float left = 0, top = 0, right = 0, bottom = 0;  // real pixels
    bool enabled = true;
    std::uint32_t stop = 0;  // of the Tab key; 0: it is none
};

struct Probe {
    std::vector<ProbeItem> items;
    std::vector<std::string> scopes;

    const ProbeItem* find(std::string_view label) const {
        auto at = std::find_if(items.begin(), items.end(),
                               [&](const ProbeItem& item) { return item.label == label; });
        return at == items.end() ? nullptr : &*at;
    }
    bool shows(std::string_view text) const {
        return std::any_of(items.begin(), items.end(), [&](const ProbeItem& item) {
            return item.text.find(text) != std::string::npos;
        });
    }
    std::string scope() const {
        std::string path;
        for (const std::string& part : scopes) path += (path.empty() ? "" : "/") + part;
        return path;
    }
};

}  // namespace picket::ui
