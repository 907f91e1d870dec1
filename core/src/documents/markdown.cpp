// See markdown.h. One pass over lines.
#include "documents/markdown.h"

#include <algorithm>

#include "picket/ascii.h"

namespace picket {
namespace {

constexpr std::size_t kHeadingMax = 400;

struct Entity {
    std::string_view name;
    std::string_view text;
};
constexpr Entity kEntities[] = {{"&lt;", "<"},    {"&gt;", ">"},   {"&amp;", "&"},
                                {"&quot;", "\""}, {"&#39;", "'"},  {"&apos;", "'"},
                                {"&nbsp;", " "},  {"&#x27;", "'"}, {"&#34;", "\""},
                                {"&#x22;", "\""}, {"&#123;", "{"}, {"&#125;", "}"}};

// A tag of HTML, as against a placeholder such as <value>.
bool is_tag(std::string_view inside) {
    constexpr std::string_view kTags[] = {"br", "code", "pre", "span", "em",     "i",
                                          "b",  "a",    "p",   "div",  "strong", "replaceable"};
    if (inside.starts_with("/")) inside.remove_prefix(1);
    const std::size_t end = std::min(inside.find_first_of(" /\t"), inside.size());
    const std::string name = ascii::lowered(inside.substr(0, end));
    return std::find(std::begin(kTags), std::end(kTags), name) != std::end(kTags);
}

class Page {
public:
    explicit Page(const MappedText& page) : page_(page), text_(page.text()) {}

    std::vector<CodeBlock> read() {
        while (at_ < text_.size()) line();
        return std::move(blocks_);
    }

private:
    std::uint32_t line_end(std::uint32_t from) const {
        return static_cast<std::uint32_t>(std::min(text_.find('\n', from), text_.size()));
    }
    std::uint32_t indent(std::uint32_t from, std::uint32_t end) const {
        std::uint32_t at = from;
        while (at < end && (text_[at] == ' ' || text_[at] == '\t')) ++at;
        return at - from;
    }
    std::string_view piece(std::uint32_t begin, std::uint32_t end) const {
        return text_.substr(begin, end - begin);
    }
    static bool blank(std::string_view line) {
        return line.find_first_not_of(" \t\r") == std::string_view::npos;
    }

    void line() {
        const std::uint32_t begin = at_;
        const std::uint32_t end = line_end(begin);
        const std::uint32_t space = indent(begin, end);
        const std::string_view rest = piece(begin + space, end);
        if (rest.starts_with("```") || rest.starts_with("~~~")) {
            fence(begin + space, end, space);
            return;
        }
        if (rest.starts_with("<pre")) {
            if (pre(begin + space)) return;
        } else if (rest.starts_with("|") && rest.find("<br") != std::string_view::npos) {
            cells(begin + space, end);
        } else if (rest.starts_with("#") && space < 4) {
            heading(rest);
        } else if (space >= 4 && after_blank_ && !blank(rest)) {
            if (indented(begin, space)) return;
        }
        after_blank_ = blank(rest);
        at_ = end + 1;
    }

    void heading(std::string_view rest) {
        const std::size_t level = std::min(rest.find_first_not_of('#'), rest.size());
        if (level <= 2) headings_.clear();
        headings_ += ' ';
        headings_ += rest.substr(level, kHeadingMax);
        if (headings_.size() > 2 * kHeadingMax) headings_.erase(0, headings_.size() - kHeadingMax);
    }

    void add(MappedText text, std::string language) {
        blocks_.push_back({std::move(text), std::move(language), headings_ + ' ' + above()});
    }

    // The line of prose above the block, which often names what it shows.
    std::string above() const {
        std::uint32_t end = block_begin_;
        while (end > 0 &&
               (text_[end - 1] == '\n' || text_[end - 1] == ' ' || text_[end - 1] == '\r'))
            --end;
        const std::size_t begin = end == 0 ? 0 : text_.rfind('\n', end - 1) + 1;
        const std::size_t length = std::min<std::size_t>(end - std::min<std::size_t>(begin, end),
                                                         kHeadingMax);
        return std::string(text_.substr(end - length, length));
    }

    // A line without the indentation of its block.
    void take_line(MappedText& into, std::uint32_t begin, std::uint32_t end, std::uint32_t space) {
        const std::uint32_t skip = std::min(indent(begin, end), space);
        const std::uint32_t behind = end < text_.size() ? end + 1 : end;
        into.copy(text_, {begin + skip, behind}, Quoting::None);
    }

    void fence(std::uint32_t begin, std::uint32_t end, std::uint32_t space) {
        block_begin_ = begin;
        const char mark = text_[begin];
        std::uint32_t length = 0;
        while (begin + length < end && text_[begin + length] == mark) ++length;
        std::string_view info = piece(begin + length, end);
        const std::size_t first = info.find_first_not_of(" \t\r{.");
        info = first == std::string_view::npos ? std::string_view() : info.substr(first);
        const std::string language = ascii::lowered(
            info.substr(0, std::min(info.find_first_of(" \t\r,}"), info.size())));
        MappedText block(&page_);
        at_ = end + 1;
        while (at_ < text_.size()) {
            const std::uint32_t line = at_;
            const std::uint32_t stop = line_end(line);
            const std::string_view rest = piece(line + indent(line, stop), stop);
            at_ = stop + 1;
            std::uint32_t marks = 0;
            while (marks < rest.size() && rest[marks] == mark) ++marks;
            if (marks >= length && blank(rest.substr(marks))) break;
            take_line(block, line, stop, space);
        }
        add(std::move(block), language);
        after_blank_ = true;
    }

    bool looks_like_code(std::string_view line) const {
        return line.starts_with("aws ") || line.starts_with("$ aws ") || line.starts_with("{") ||
               line.starts_with("[{") || line == "[" || line == "[\r";
    }

    // Lists indent prose too: only what begins like code is taken.
    bool indented(std::uint32_t begin, std::uint32_t space) {
        if (!looks_like_code(piece(begin + space, line_end(begin)))) return false;
        block_begin_ = begin;
        MappedText block(&page_);
        while (at_ < text_.size()) {
            const std::uint32_t end = line_end(at_);
            const bool empty = blank(piece(at_, end));
            if (!empty && indent(at_, end) < 4) break;
            if (empty) {
                // An empty line ends the block unless more of it follows.
                const std::uint32_t next = std::min<std::uint32_t>(
                    end + 1, static_cast<std::uint32_t>(text_.size()));
                if (indent(next, line_end(next)) < 4) break;
            }
            take_line(block, at_, end, space);
            at_ = end + 1;
        }
        add(std::move(block), "");
        after_blank_ = false;
        return true;
    }

    bool pre(std::uint32_t begin) {
        if (no_more_pre_) return false;
        const std::size_t open = text_.find('>', begin);
        const std::size_t close = open == std::string_view::npos ? open
                                                                 : text_.find("</pre>", open);
        no_more_pre_ = close == std::string_view::npos;
        if (no_more_pre_) return false;
        block_begin_ = begin;
        const Span inside = {static_cast<std::uint32_t>(open + 1),
                             static_cast<std::uint32_t>(close)};
        add(read_html_text(page_, inside), "");
        at_ = inside.end + 6;
        after_blank_ = false;
        return true;
    }

    void cells(std::uint32_t begin, std::uint32_t end) {
        block_begin_ = begin;
        for (std::uint32_t cell = begin + 1; cell < end;) {
            std::uint32_t stop = cell;
            while (stop < end && text_[stop] != '|') ++stop;
            const std::string_view content = piece(cell, stop);
            const bool code = content.find('{') != std::string_view::npos &&
                              content.find("<br") != std::string_view::npos;
            if (code) add(read_html_text(page_, {cell, stop}), "");
            cell = stop + 1;
        }
    }

    const MappedText& page_;
    std::string_view text_;
    std::uint32_t at_ = 0;
    std::uint32_t block_begin_ = 0;
    bool after_blank_ = true;
    bool no_more_pre_ = false;  // looked for its end once and found none
    std::string headings_;
    std::vector<CodeBlock> blocks_;
};

}  // namespace

MappedText read_html_text(const MappedText& outer, Span span) {
    const std::string_view text = outer.text();
    MappedText out(&outer);
    std::uint32_t run = span.begin;
    const auto flush = [&](std::uint32_t to) { out.copy(text, {run, to}, Quoting::Html); };
    for (std::uint32_t at = span.begin; at < span.end;) {
        std::string_view by;
        std::uint32_t length = 0;
        if (text[at] == '<') {
            const std::size_t close = text.substr(at, std::min(span.end - at, 200u)).find('>');
            const std::string_view inside = close == std::string_view::npos
                                                ? std::string_view()
                                                : text.substr(at + 1, close - 1);
            if (!inside.empty() && is_tag(inside)) {
                length = static_cast<std::uint32_t>(close + 1);
                by = ascii::lowered(inside).starts_with("br") ? "\n" : "";
            }
        } else if (text[at] == '&') {
            for (const Entity& entity : kEntities) {
                if (!text.substr(at, span.end - at).starts_with(entity.name)) continue;
                length = static_cast<std::uint32_t>(entity.name.size());
                by = entity.text;
            }
        }
        if (length == 0) {
            ++at;
            continue;
        }
        flush(at);
        out.replace(by, {at, at + length}, Quoting::Html);
        at += length;
        run = at;
    }
    flush(span.end);
    return out;
}

std::vector<CodeBlock> read_markdown(const MappedText& page) { return Page(page).read(); }

}  // namespace picket
