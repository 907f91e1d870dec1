// The AWS-shaped endpoint on this machine: one Engine behind a mutex, one thread per connection. It
// knows sockets, limits and who may call; what a request means is the Engine's business alone.
#pragma once

#include <functional>
#include <memory>
#include <string>

#include "host_clock.h"
#include "picket/engine.h"

namespace picket::cli {

struct HttpOptions {
    std::string host = "127.0.0.1";
    int port = 8080;           // 0: any free port
    bool strict_port = false;  // fail when the port is busy instead of taking the next free one
    ClockMode clock;
    std::string site;  // folder of the built page; empty: none
};

class HttpServer {
public:
    HttpServer(Engine& engine, HttpOptions options);  // throws when the site's folder is not there
    ~HttpServer();

    Result<int> listen();  // the port it got; from here on connections are accepted
    void run();            // answers until stop()
    void stop();           // from any thread

    // Runs while no request is being answered.
    void with_engine(const std::function<void(Engine&)>& f);

private:
    class Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace picket::cli
