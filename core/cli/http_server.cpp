// cpp-httplib as a pipe: it reads requests and writes answers. Two of its habits are worked around,
// both measured: it decodes req.path ("a%2Fb" becomes "a/b"), so everything is routed by
// req.target, and a POST without Content-Length waits for the end of the connection, so a missing
// length is read as zero.
#include "http_server.h"

#include <httplib.h>

#include <cerrno>
#include <condition_variable>
#include <cstring>
#include <mutex>
#include <thread>

#include "http_guard.h"
#include "picket/request_id.h"
#include "picket/request_rates.h"
#include "static_site.h"

namespace picket::cli {
namespace {

constexpr std::size_t kBodySizeMax = 16 << 20;
constexpr int kConnectionsMax = 64;  // answered; beyond that 503
constexpr int kRefusalsMax = 192;  // connections being told 503 at a time; beyond that they wait in
                                   // the backlog
constexpr int kBacklog = 256;
constexpr int kTimeoutSeconds = 10;  // without a byte read or written
constexpr int kKeepAliveSeconds = 5;
constexpr int kRequestsPerConnectionMax = 10'000;
constexpr int kPortsTried = 100;

thread_local bool over_limit = false;  // this connection came when kConnectionsMax others were open

// One thread per connection. The threads are detached and share this state, so that stopping waits
// for requests being answered but not for connections that are open and silent.
struct Connections {
    std::mutex mutex;
    std::condition_variable changed;
    int open = 0;
    int answering = 0;
    bool stopping = false;
};

class ConnectionThreads : public httplib::TaskQueue {
public:
    explicit ConnectionThreads(std::shared_ptr<Connections> state) : state_(std::move(state)) {}

    void enqueue(std::function<void()> serve) override {
        std::unique_lock lock(state_->mutex);
        state_->changed.wait(lock, [&] {
            return state_->open < kConnectionsMax + kRefusalsMax || state_->stopping;
        });
        const bool refused = state_->open++ >= kConnectionsMax;
        lock.unlock();
        std::thread([state = state_, serve = std::move(serve), refused] {
            over_limit = refused;
            serve();
            const std::lock_guard guard(state->mutex);
            --state->open;
            state->changed.notify_all();
        }).detach();
    }

    void shutdown() override {
        std::unique_lock lock(state_->mutex);
        state_->stopping = true;
        state_->changed.notify_all();
        state_->changed.wait_for(lock, std::chrono::seconds(2),
                                 [&] { return state_->answering == 0; });
    }

private:
    std::shared_ptr<Connections> state_;
};

void quoted(std::string& out, std::string_view text) {
    out += '"';
    for (const char c : text) {
        if (c == '"' || c == '\\') out += '\\';
        out += static_cast<unsigned char>(c) < 0x20 ? ' ' : c;
    }
    out += '"';
}

// The service's error form, for what is refused before the engine sees it.
void answer_error(httplib::Response& response, ErrorCode code, std::string_view message) {
    const ErrorInfo& info = error_info(code);
    std::string body = "{\"message\":";
    quoted(body, message);
    body += '}';
    response.status = info.http;
    response.set_header("x-amzn-errortype", std::string(info.name));
    response.set_content(body, "application/json");
}

constexpr const char* kMethods = "GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS";

// A well-formed method that no operation uses.
bool names_other_method(const httplib::Request& request) {
    const std::string& method = request.method;
    const bool plain = !method.empty() && method.find_first_not_of(
                                              "ABCDEFGHIJKLMNOPQRSTUVWXYZ-_") == std::string::npos;
    const bool whole = !request.target.empty() && request.version.substr(0, 5) == "HTTP/";
    return plain && whole &&
           (", " + std::string(kMethods) + ",").find(" " + method + ",") == std::string::npos;
}

// The library tells the client that the connection ends when the request asked for that.
void close_after(const httplib::Request& request) {
    const_cast<httplib::Request&>(request).headers.erase("Connection");
    const_cast<httplib::Request&>(request).headers.emplace("Connection", "close");
}

Caller caller_of(const httplib::Request& request) {
    return {request.get_header_value("Host"), request.get_header_value("Origin"),
            request.get_header_value("Sec-Fetch-Site"), request.get_header_value("Sec-Fetch-Mode")};
}

}  // namespace

class HttpServer::Impl {
public:
    Impl(Engine& engine, HttpOptions options)
        : engine_(engine), options_(std::move(options)), seed_(engine.options().seed),
          clock_(options_.clock), connections_(std::make_shared<Connections>()) {
        if (!options_.site.empty()) site_ = StaticSite(options_.site);
        configure();
        add_routes();
    }

    Result<int> listen();
    void run() { server_.listen_after_bind(); }
    void stop() { server_.stop(); }
    void with_engine(const std::function<void(Engine&)>& f) {
        const std::lock_guard guard(engine_mutex_);
        f(engine_);
    }

private:
    void configure();
    void add_routes();
    void answer(const httplib::Request& request, httplib::Response& response, std::string body);
    void answer_from_engine(const httplib::Request& request, httplib::Response& response,
                            std::string body);
    void answer_broken(const httplib::Request& request, httplib::Response& response);
    void finish(const httplib::Request& request, httplib::Response& response);

    Engine& engine_;
    HttpOptions options_;
    std::int64_t seed_;  // of request ids; the engine's own may change under another thread
    HostClock clock_;
    RequestRates rates_;
    StaticSite site_;
    std::shared_ptr<Connections> connections_;
    httplib::Server server_;
    int socket_ = -1;
    std::mutex engine_mutex_;
    std::atomic<std::int64_t> answered_ = 0;
};

void HttpServer::Impl::configure() {
    server_.new_task_queue = [this] { return new ConnectionThreads(connections_); };
    // The library's own choice, SO_REUSEPORT, would let two servers share a port without a word.
    server_.set_socket_options([this](socket_t socket) {
        const int yes = 1;
        ::setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
        socket_ = static_cast<int>(socket);
    });
    server_.set_tcp_nodelay(true);
    server_.set_keep_alive_max_count(kRequestsPerConnectionMax);
    server_.set_keep_alive_timeout(kKeepAliveSeconds);
    server_.set_read_timeout(kTimeoutSeconds);
    server_.set_write_timeout(kTimeoutSeconds);
    server_.set_payload_max_length(kBodySizeMax);
}

void HttpServer::Impl::add_routes() {
    // All routes are one: the library matches paths with std::regex, which recurses per character,
    // so it gets a constant path.
    server_.set_pre_routing_handler([](const httplib::Request& given, httplib::Response&) {
        auto& request = const_cast<httplib::Request&>(given);
        request.path = "/";
        request.ranges.clear();
        const bool sized = request.has_header("Content-Length") ||
                           request.has_header("Transfer-Encoding");
        if (!sized) request.headers.emplace("Content-Length", "0");
        // A multipart body would be taken apart; the engine wants bytes.
        if (request.is_multipart_form_data()) request.headers.erase("Content-Type");
        return httplib::Server::HandlerResponse::Unhandled;
    });
    const auto without_body = [this](const httplib::Request& request, httplib::Response& response) {
        answer(request, response, {});
    };
    const auto with_body = [this](const httplib::Request& request, httplib::Response& response,
                                  const httplib::ContentReader& read) {
        std::string body;
        bool too_large = false;
        const bool complete = read([&](const char* data, std::size_t size) {
            too_large = body.size() + size > kBodySizeMax;
            if (!too_large && !over_limit) body.append(data, size);
            return !too_large;
        });
        if (too_large || response.status == 413) {
            answer_error(response, ErrorCode::RequestTooLarge,
                         "The request body is larger than 16 MB.");
            close_after(request);
            return finish(request, response);
        }
        if (!complete) {
            answer_error(response, ErrorCode::InvalidRequest, "The request body ended early.");
            close_after(request);
            return finish(request, response);
        }
        answer(request, response, std::move(body));
    };
    server_.Get("/", without_body).Options("/", without_body);
    server_.Post("/", with_body).Put("/", with_body).Patch("/", with_body).Delete("/", with_body);
    server_.set_error_handler([this](const httplib::Request& request, httplib::Response& response) {
        answer_broken(request, response);
    });
}

// What the library itself could not read or route: broken requests and methods nobody has.
void HttpServer::Impl::answer_broken(const httplib::Request& request, httplib::Response& response) {
    if (!response.body.empty()) return;  // an answer of ours that is an error
    if (response.status == 414) {
        answer_error(response, ErrorCode::InvalidRequest,
                     "The request's address is longer than 8 kB.");
        response.status = 414;
    } else if (response.status == 500) {
        answer_error(response, ErrorCode::InternalFailure, "The endpoint failed to answer.");
    } else if (response.status == 400 && names_other_method(request)) {
        answer_error(response, ErrorCode::MethodNotAllowed,
                     "No operation uses the method " + request.method + ".");
        response.set_header("Allow", kMethods);
    } else {
        answer_error(response, ErrorCode::InvalidRequest, "The request is not valid HTTP.");
    }
    // The rest of such a request may not have been read; what follows on this connection would be
    // misunderstood.
    close_after(request);
    finish(request, response);
}

void HttpServer::Impl::answer(const httplib::Request& request, httplib::Response& response,
                              std::string body) {
    const Caller caller = caller_of(request);
    const std::string refused = refusal(caller, options_.host);
    if (over_limit) {
        answer_error(response, ErrorCode::ServiceUnavailable,
                     "More than 64 connections are open. Try again.");
        close_after(request);
        response.set_header("Retry-After", "1");
        return finish(request, response);
    }
    if (!refused.empty()) {
        answer_error(response, ErrorCode::AccessDenied, refused);
        return finish(request, response);
    }
    for (const auto& [name, value] : cors_headers(caller, request.method == "OPTIONS"))
        response.set_header(name, value);
    if (request.method == "OPTIONS") {
        response.status = 204;
        response.set_header("Allow", kMethods);
        return finish(request, response);
    }
    const bool reads = request.method == "GET" || request.method == "HEAD";
    if (const auto file = reads ? site_.find(request.target) : std::nullopt) {
        response.status = 200;
        response.set_header("Cache-Control", "no-cache");
        response.set_header("X-Content-Type-Options", "nosniff");
        response.set_content(file->bytes, std::string(file->type));
        return;
    }
    if (reads && request.target == "/") {
        response.status = 200;
        response.set_content("Picket answers here as AWS IoT would. For example:\n"
                             "  aws iot list-mitigation-actions --endpoint-url http://" +
                                 caller.host + "\n",
                             "text/plain; charset=utf-8");
        return;
    }
    answer_from_engine(request, response, std::move(body));
}

void HttpServer::Impl::answer_from_engine(const httplib::Request& request,
                                          httplib::Response& response, std::string body) {
    HttpRequest wanted;
    wanted.method = request.method == "HEAD" ? "GET" : request.method;  // the library leaves the
                                                                        // body of the answer out
    wanted.target = request.target;
    wanted.headers.assign(request.headers.begin(), request.headers.end());
    wanted.body = std::move(body);
    HttpResponse given;
    {
        const std::lock_guard counting(connections_->mutex);
        ++connections_->answering;
    }
    {
        const std::lock_guard guard(engine_mutex_);
        clock_.before_request(engine_, wanted.target.substr(0, 9) == "/_picket/");
        const auto too_fast = rates_.refuse(engine_, wanted);
        given = too_fast ? *too_fast : engine_.request(wanted);
    }
    {
        const std::lock_guard counting(connections_->mutex);
        --connections_->answering;
        connections_->changed.notify_all();
    }
    response.status = given.status;
    std::string type = "application/json";
    for (const auto& [name, value] : given.headers) {
        const bool names_type = name == "Content-Type" || name == "content-type";
        if (names_type)
            type = value;
        else
            response.set_header(name, value);
    }
    response.set_content(given.body, type);
    finish(request, response);
}

void HttpServer::Impl::finish(const httplib::Request&, httplib::Response& response) {
    if (response.has_header("x-amzn-requestid")) return;
    response.set_header("x-amzn-requestid", request_id(seed_, ++answered_));
}

Result<int> HttpServer::Impl::listen() {
    int port = options_.port;
    for (int tried = 0; tried < kPortsTried && port <= 65535; ++tried, ++port) {
        errno = 0;
        if (port == 0) {
            port = server_.bind_to_any_port(options_.host);
            if (port <= 0) break;
        } else if (!server_.bind_to_port(options_.host, port)) {
            if (errno != EADDRINUSE || options_.strict_port) break;
            continue;
        }
        ::listen(socket_,
                 kBacklog);  // the library's backlog of 5 makes bursts of clients wait for a second
        return port;
    }
    Error error;
    error.message = "cannot listen on " + options_.host + ":" + std::to_string(options_.port) +
                    ": " + (errno != 0 ? std::strerror(errno) : "the address is not known");
    return error;
}

HttpServer::HttpServer(Engine& engine, HttpOptions options)
    : impl_(std::make_unique<Impl>(engine, std::move(options))) {}
HttpServer::~HttpServer() = default;
Result<int> HttpServer::listen() { return impl_->listen(); }
void HttpServer::run() { impl_->run(); }
void HttpServer::stop() { impl_->stop(); }
void HttpServer::with_engine(const std::function<void(Engine&)>& f) { impl_->with_engine(f); }

}  // namespace picket::cli
