// See report.h. Everything that the guide's table of a report asks for is checked, and the first
// mistake is the reason that is told.
#include "service/detect/report.h"

#include <algorithm>
#include <cmath>

#include "picket/json_tree.h"
#include "service/detect/ingest.h"
#include "service/refuse.h"
#include "text/cbor_read.h"
#include "text/cidr.h"
#include "text/say.h"
#include "world/settings.h"

namespace picket {
namespace {

constexpr std::uint32_t kNoNode = JsonTree::kNone;

// A member has a long and a short name; a report may use either.
struct Name {
    std::string_view full;
    std::string_view brief;
};

bool is_version(std::string_view text) {
    const std::size_t dot = text.find('.');
    if (dot == 0 || dot == std::string_view::npos || dot + 1 == text.size()) return false;
    return std::all_of(text.begin(), text.end(), [&](const char& c) {
        return (c >= '0' && c <= '9') || &c == text.data() + dot;
    });
}

class ReportReader {
public:
    ReportReader(const World& world, const JsonTree& tree, Report& report)
        : world_(world), tree_(tree), report_(report) {}

    void read() {
        if (!is_object(0)) return;
        const std::uint32_t header = member(0, {"header", "hed"});
        if (header == kNoNode) return missing(0, "header");
        read_header(header);
        const std::uint32_t metrics = member(0, {"metrics", "met"});
        const std::uint32_t custom = member(0, {"custom_metrics", "cmet"});
        if (metrics == kNoNode && custom == kNoNode)
            return fail(0, "neither metrics nor custom_metrics is there");
        if (metrics != kNoNode) read_metrics(metrics);
        if (custom != kNoNode) read_custom(custom);
        if (long_names_ && short_names_ && setting_text(world_, Setting::ReportNames) == "uniform")
            fail(0, "long and short names are mixed, which the setting reportNames refuses");
    }

private:
    bool failed() const { return !report_.problem.empty(); }
    void fail(std::uint32_t node, std::string_view what) {
        if (failed()) return;
        const std::string path = tree_.path_of(node);
        report_.problem = say("{}: {}", path.empty() ? std::string("the report") : path, what);
    }
    void missing(std::uint32_t node, std::string_view name) {
        fail(node, say("{} is missing", name));
    }
    bool is_object(std::uint32_t node) {
        if (tree_.node(node).kind == JsonKind::Object) return true;
        fail(node, "an object is needed");
        return false;
    }
    bool is_array(std::uint32_t node) {
        if (tree_.node(node).kind == JsonKind::Array) return true;
        fail(node, "a list is needed");
        return false;
    }
    std::uint32_t member(std::uint32_t object, const Name& name) {
        const std::uint32_t full = tree_.find(object, name.full);
        const std::uint32_t brief = name.brief == name.full ? kNoNode
                                                            : tree_.find(object, name.brief);
        if (full != kNoNode && brief != kNoNode) {
            fail(object, say("{} is there by its long and by its short name", name.full));
        }
        long_names_ = long_names_ || full != kNoNode;
        short_names_ = short_names_ || brief != kNoNode;
        return full != kNoNode ? full : brief;
    }
    // A whole number that is not negative; some encoders write it with a fraction of zero.
    std::optional<std::int64_t> count(std::uint32_t node) {
        const JsonNode& value = tree_.node(node);
        if (value.kind != JsonKind::Integer && value.kind != JsonKind::Double) {
            fail(node, "a number is needed");
        } else if (value.number < 0) {
            fail(node, "the number is negative");
        } else if (value.number > kMetricCountMax) {
            fail(node, "the number is larger than 9007199254740992");
        } else if (value.number != std::floor(value.number)) {
            fail(node, "a whole number is needed");
        } else {
            return static_cast<std::int64_t>(value.number);
        }
        return std::nullopt;
    }

    void read_header(std::uint32_t header) {
        if (!is_object(header)) return;
        const std::uint32_t id = member(header, {"report_id", "rid"});
        if (id == kNoNode) return missing(header, "report_id");
        if (tree_.node(id).kind != JsonKind::Integer) return fail(id, "a whole number is needed");
        report_.report_id = tree_.node(id).integer;
        const std::uint32_t version = member(header, {"version", "v"});
        if (version == kNoNode) return missing(header, "version");
        const JsonNode& text = tree_.node(version);
        if (text.kind != JsonKind::String || !is_version(text.text))
            fail(version, "a text of the form Major.Minor is needed, as \"1.0\"");
    }

    void put(std::string_view series, MetricValue value) {
        if (!failed()) report_.values.push_back({std::string(series), std::move(value)});
    }
    void put_count(std::string_view series, std::int64_t number) {
        MetricValue value;
        value.count = number;
        put(series, std::move(value));
    }

    void read_metrics(std::uint32_t metrics) {
        if (!is_object(metrics)) return;
        read_ports(metrics, {"listening_tcp_ports", "tp"}, "aws:listening-tcp-ports",
                   "aws:num-listening-tcp-ports");
        read_ports(metrics, {"listening_udp_ports", "up"}, "aws:listening-udp-ports",
                   "aws:num-listening-udp-ports");
        read_connections(metrics);
        const std::uint32_t stats = member(metrics, {"network_stats", "ns"});
        if (stats == kNoNode || !is_object(stats)) return;
        read_stat(stats, {"bytes_in", "bi"}, "aws:all-bytes-in");
        read_stat(stats, {"bytes_out", "bo"}, "aws:all-bytes-out");
        read_stat(stats, {"packets_in", "pi"}, "aws:all-packets-in");
        read_stat(stats, {"packets_out", "po"}, "aws:all-packets-out");
    }
    void read_stat(std::uint32_t stats, const Name& name, std::string_view series) {
        const std::uint32_t node = member(stats, name);
        if (node == kNoNode) return;
        if (const auto number = count(node)) put_count(series, *number);
    }
    // The total, which may be given without the list, and counts as given.
    void read_total(std::uint32_t object, std::optional<std::size_t> listed,
                    std::string_view series) {
        const std::uint32_t node = member(object, {"total", "t"});
        if (node != kNoNode) {
            if (const auto number = count(node)) put_count(series, *number);
        } else if (listed) {
            put_count(series, static_cast<std::int64_t>(*listed));
        }
    }

    void read_ports(std::uint32_t metrics, const Name& name, std::string_view series,
                    std::string_view count_series) {
        const std::uint32_t object = member(metrics, name);
        if (object == kNoNode || !is_object(object)) return;
        const std::uint32_t list = member(object, {"ports", "pts"});
        std::optional<std::size_t> listed;
        if (list != kNoNode && is_array(list)) {
            MetricValue value;
            value.ports.emplace();
            for (auto item = tree_.first(list); item != tree_.end(list);
                 item = tree_.node(item).next) {
                if (!is_object(item)) return;
                const std::uint32_t port = member(item, {"port", "pt"});
                if (port == kNoNode) return missing(item, "port");
                read_text(item, {"interface", "if"});
                const auto number = count(port);
                if (!number) return;
                if (*number < 1 || *number > 65535)
                    return fail(port, "a port is a number from 1 to 65535");
                if (std::find(value.ports->begin(), value.ports->end(), *number) ==
                    value.ports->end())
                    value.ports->push_back(*number);
            }
            listed = tree_.node(list).children;
            put(series, std::move(value));
        }
        read_total(object, listed, count_series);
    }
    void read_text(std::uint32_t object, const Name& name) {
        const std::uint32_t node = member(object, name);
        if (node != kNoNode && tree_.node(node).kind != JsonKind::String)
            fail(node, "a text is needed");
    }

    void read_connections(std::uint32_t metrics) {
        const std::uint32_t tcp = member(metrics, {"tcp_connections", "tc"});
        if (tcp == kNoNode || !is_object(tcp)) return;
        const std::uint32_t object = member(tcp, {"established_connections", "ec"});
        if (object == kNoNode || !is_object(object)) return;
        const std::uint32_t list = member(object, {"connections", "cs"});
        std::optional<std::size_t> listed;
        if (list != kNoNode && is_array(list)) {
            MetricValue value;
            value.cidrs.emplace();
            for (auto item = tree_.first(list); item != tree_.end(list);
                 item = tree_.node(item).next) {
                if (!read_connection(item, *value.cidrs)) return;
            }
            listed = tree_.node(list).children;
            put("aws:destination-ip-addresses", std::move(value));
        }
        read_total(object, listed, "aws:num-established-tcp-connections");
    }
    bool read_connection(std::uint32_t item, std::vector<std::string>& addresses) {
        if (!is_object(item)) return false;
        const std::uint32_t remote = member(item, {"remote_addr", "rad"});
        if (remote == kNoNode) {
            missing(item, "remote_addr");
            return false;
        }
        const auto address = address_of(tree_.node(remote));
        if (!address) {
            fail(remote, "a text \"ADDRESS:PORT\" is needed");
            return false;
        }
        read_text(item, {"local_interface", "li"});
        const std::uint32_t port = member(item, {"local_port", "lp"});
        if (port != kNoNode && !count(port)) return false;
        if (std::find(addresses.begin(), addresses.end(), *address) == addresses.end())
            addresses.push_back(*address);
        return !failed();
    }
    // "192.0.2.1:443", "[2001:db8::1]:443", and without brackets up to the last colon.
    static std::optional<std::string> address_of(const JsonNode& node) {
        if (node.kind != JsonKind::String) return std::nullopt;
        const std::size_t colon = node.text.rfind(':');
        if (colon == std::string_view::npos || colon + 1 == node.text.size()) return std::nullopt;
        const std::string_view port = node.text.substr(colon + 1);
        if (port.find_first_not_of("0123456789") != std::string_view::npos) return std::nullopt;
        std::string_view address = node.text.substr(0, colon);
        if (address.starts_with('[') && address.ends_with(']'))
            address = address.substr(1, address.size() - 2);
        if (!is_address(address)) return std::nullopt;
        return std::string(address);
    }
    static bool is_address(std::string_view text) {
        return text.find('/') == std::string_view::npos && parse_cidr(text).has_value();
    }

    void read_custom(std::uint32_t custom) {
        if (!is_object(custom)) return;
        for (auto list = tree_.first(custom); list != tree_.end(custom) && !failed();
             list = tree_.node(list).next) {
            const std::string name(tree_.node(list).key);
            if (!is_array(list)) return;
            if (tree_.node(list).children != 1)
                return fail(list, "a list of exactly one object is needed");
            const std::uint32_t item = tree_.first(list);
            if (!is_object(item)) return;
            const CustomMetric* metric = world_.custom_metrics.find(name);
            if (metric == nullptr) {
                if (setting_text(world_, Setting::UnknownReportMetrics) == "reject") {
                    return fail(list, "the account has no custom metric of this name, and the "
                                      "setting unknownReportMetrics rejects that");
                }
                report_.ignored.push_back(name);
                continue;
            }
            read_custom_value(item, *metric);
        }
    }
    void read_custom_value(std::uint32_t item, const CustomMetric& metric) {
        constexpr std::string_view kMembers[] = {"string_list", "ip_list", "number_list", "number"};
        const std::string_view wanted = kMembers[static_cast<std::size_t>(metric.type)];
        const std::uint32_t node = tree_.find(item, wanted);
        if (node == kNoNode || tree_.node(item).children != 1) {
            return fail(item, say("the custom metric is of the type {}, so exactly {} is needed",
                                  enum_name(metric.type), wanted));
        }
        MetricValue value;
        switch (metric.type) {
        case CustomMetricType::StringList:
            value.strings = texts(node, false);
            break;
        case CustomMetricType::IpAddressList:
            value.cidrs = texts(node, true);
            break;
        case CustomMetricType::NumberList:
            value.numbers = numbers(node);
            break;
        case CustomMetricType::Number:
            value.number = number(node);
            break;
        }
        put(metric.name, std::move(value));
    }
    double number(std::uint32_t node) {
        const JsonNode& value = tree_.node(node);
        if (value.kind != JsonKind::Integer && value.kind != JsonKind::Double)
            fail(node, "a number is needed");
        return value.number;
    }
    std::vector<double> numbers(std::uint32_t list) {
        std::vector<double> out;
        if (!is_array(list)) return out;
        for (auto item = tree_.first(list); item != tree_.end(list); item = tree_.node(item).next)
            out.push_back(number(item));
        return out;
    }
    std::vector<std::string> texts(std::uint32_t list, bool addresses) {
        std::vector<std::string> out;
        if (!is_array(list)) return out;
        for (auto item = tree_.first(list); item != tree_.end(list); item = tree_.node(item).next) {
            const JsonNode& value = tree_.node(item);
            if (value.kind != JsonKind::String) {
                fail(item, "a text is needed");
            } else if (addresses && !is_address(value.text)) {
                fail(item, "an address is needed");
            }
            out.emplace_back(value.text);
        }
        return out;
    }

    const World& world_;
    const JsonTree& tree_;
    Report& report_;
    bool long_names_ = false;
    bool short_names_ = false;
};

}  // namespace

Report read_report(const World& world, std::string_view bytes, ReportFormat format) {
    Report report;
    auto tree = format == ReportFormat::Json ? read_json_strict(bytes) : read_cbor(bytes);
    if (!tree) {
        report.problem = std::move(tree).error().message;
        return report;
    }
    ReportReader(world, *tree, report).read();
    return report;
}

}  // namespace picket
