// RecordingReader: puts chunks together to rows, whatever the chunks are. What a row is may depend
// on bytes that have not come yet, so a row is taken only when its end is there; what is left over
// waits. The first 64 kB are looked at together, to see what the file is.
#include <algorithm>

#include "picket/recording.h"
#include "recordings/csv_rows.h"
#include "recordings/intake.h"
#include "recordings/json_rows.h"

namespace picket {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

// Rows are short and have one: found faster than each byte is looked at.
std::int64_t lines_in(std::string_view text) {
    std::int64_t lines = 0;
    for (std::size_t at = text.find('\n'); at != std::string_view::npos;
         at = text.find('\n', at + 1))
        ++lines;
    return lines;
}

}  // namespace

class RecordingReader::Impl {
public:
    explicit Impl(RecordingMapping mapping) : mapping_(std::move(mapping)), intake_(mapping_) {}

    Refusal add(std::string_view chunk) {
        bytes_ += chunk.size();
        while (!chunk.empty()) {
            if (pending_.empty()) {
                std::size_t used = 0;
                if (auto problem = take(chunk, false, used)) return problem;
                pending_.assign(chunk.substr(used));
                return std::nullopt;
            }
            // Rows that began in an earlier chunk are ended line by line, so that little is copied.
            const std::size_t line = std::min(chunk.find('\n'), chunk.size() - 1) + 1;
            const std::size_t size = settled_ ? line : chunk.size();
            pending_.append(chunk.substr(0, size));
            chunk.remove_prefix(size);
            std::size_t used = 0;
            if (auto problem = take(pending_, false, used)) return problem;
            pending_.erase(0, used);
        }
        return std::nullopt;
    }

    bool finish_some(std::int64_t values) {
        if (!ended_) {
            ended_ = true;
            problem_ = end();
        }
        return problem_ || intake_.finish_some(values);
    }
    float finished() const { return problem_ ? 1 : intake_.finished(); }

    Result<Recording> finish() {
        while (!finish_some(kRecordingValuesMax)) {}
        if (problem_) return std::move(problem_);
        return intake_.finish();
    }

    const ReadReport& report() {
        intake_.settle_report();
        return intake_.report();
    }

private:
    // What is left when no chunk follows.
    Refusal end() {
        std::size_t used = 0;
        if (auto problem = take(pending_, true, used)) return problem;
        const std::string_view rest = std::string_view(pending_).substr(used);
        if (rest.find_first_not_of(" \t\r\n") != std::string_view::npos && !skipping_) {
            intake_.row(line_, rest);
            intake_.refuse(RefusedFor::Truncated);
        }
        intake_.report().bytes = static_cast<std::int64_t>(bytes_);
        return std::nullopt;
    }
    // Takes rows from the start of the text, as many as are there.
    Refusal take(std::string_view text, bool last, std::size_t& used) {
        if (!settled_) {
            if (text.size() < kGuessBytes && !last) return std::nullopt;
            if (text.substr(0, kGuessBytes).find('\0') != std::string_view::npos) {
                return refuse(ErrorCode::InvalidRequest,
                              "The file is no text in UTF-8: it has bytes that are zero. Unpack a "
                              "packed file first, and save one of UTF-16 as UTF-8.");
            }
            if (text.starts_with(kByteOrderMark)) used = kByteOrderMark.size();
            settle(text.substr(used, kGuessBytes));
        }
        while (used < text.size()) {
            const std::string_view rest = text.substr(used);
            PICKET_TRY(const std::size_t size, take_row(rest, last));
            if (size == 0) return std::nullopt;
            line_ += lines_in(rest.substr(0, size));
            used += size;
        }
        return std::nullopt;
    }

    Result<std::size_t> take_row(std::string_view text, bool last) {
        if (skipping_) return skip(text);
        const bool full = text.size() >= kRecordBytesMax;
        const std::string_view window = text.substr(0, kRecordBytesMax);
        const bool whole = last && window.size() == text.size();
        PICKET_TRY(const std::size_t size,
                   json_ ? json_->take(window, whole, line_) : csv_->take(window, whole, line_));
        if (size > 0 || !full) return std::size_t{size};
        intake_.row(line_, window);
        intake_.refuse(RefusedFor::TooLong);
        skipping_ = true;
        return skip(text);
    }

    // To the end of a line that is too long.
    Result<std::size_t> skip(std::string_view text) {
        const std::size_t end = text.find('\n');
        if (end == std::string_view::npos) return std::size_t{text.size()};
        skipping_ = false;
        return std::size_t{end + 1};
    }

    void settle(std::string_view sample) {
        settled_ = true;
        const std::size_t first = std::min(sample.find_first_not_of(" \t\r\n"), sample.size());
        const std::string_view text = sample.substr(first);
        const std::string_view line = text.substr(0, text.find('\n'));
        const bool looks_like_json = text.starts_with('{') || text.starts_with('[');
        if (mapping_.format ? mapping_.format != RecordingFormat::Csv : looks_like_json) {
            // One object a line, or one that goes on over lines.
            const std::size_t end = line.find_last_not_of(" \t\r");
            const bool whole = line.size() < sample.size() || sample.size() < kGuessBytes;
            const bool lines = line.starts_with('{') && end != std::string_view::npos &&
                               line[end] == '}' && whole;
            json_.emplace(mapping_, intake_, lines);
            intake_.report().format = mapping_.format.value_or(RecordingFormat::JsonLines);
            return;
        }
        csv_.emplace(mapping_, intake_);
        constexpr char kSeparators[] = {',', ';', '\t'};
        csv_->set_separator(mapping_.separator
                                ? kSeparators[static_cast<std::size_t>(*mapping_.separator)]
                                : guess_separator(line));
    }

    RecordingMapping mapping_;
    Intake intake_;
    std::optional<CsvRows> csv_;
    std::optional<JsonRows> json_;
    bool settled_ = false;
    bool skipping_ = false;
    bool ended_ = false;
    Refusal problem_;  // of the end
    std::string pending_;
    std::int64_t line_ = 1;
    std::size_t bytes_ = 0;
};

RecordingReader::RecordingReader(RecordingMapping mapping)
    : impl_(std::make_unique<Impl>(std::move(mapping))) {}
RecordingReader::RecordingReader(RecordingReader&&) noexcept = default;
RecordingReader& RecordingReader::operator=(RecordingReader&&) noexcept = default;
RecordingReader::~RecordingReader() = default;

Refusal RecordingReader::add(std::string_view chunk) { return impl_->add(chunk); }
Result<Recording> RecordingReader::finish() { return impl_->finish(); }
bool RecordingReader::finish_some(std::int64_t values) { return impl_->finish_some(values); }
float RecordingReader::finished() const { return impl_->finished(); }
const ReadReport& RecordingReader::report() const { return impl_->report(); }

void RecordingStore::add(Recording recording) {
    if (find(recording.name()) == nullptr)
        recordings_.push_back(std::make_unique<const Recording>(std::move(recording)));
}

const Recording* RecordingStore::find(std::string_view name) const {
    for (const auto& recording : recordings_) {
        if (recording->name() == name) return recording.get();
    }
    return nullptr;
}

}  // namespace picket
