// The workbench in a window of its own: GLFW, OpenGL 3, and a loop that sleeps until something
// happens.
#include <GLFW/glfw3.h>
#include <signal.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <thread>

#include "app.h"
#include "imgui.h"
#include "imgui_impl_glfw.h"
#include "imgui_impl_opengl3.h"

namespace {

using namespace picket::ui;

constexpr double kPumpSeconds = 0.008;  // engine work between two frames
constexpr picket::WorkUnits kPumpUnits = 20'000;
constexpr double kRestSeconds = 3600;

App* poked = nullptr;  // GLFW's callbacks carry no room for it beside ImGui's own

// A file that was dropped on the window, read piece by piece between frames.
struct DroppedFile {
    std::string path;
    std::FILE* file = nullptr;
    std::uint64_t number = 0;
};
DroppedFile dropped;

void close_dropped() {
    if (dropped.file != nullptr) std::fclose(dropped.file);
    dropped.file = nullptr;
}

void take_drop(GLFWwindow*, int count, const char** paths) {
    if (count == 0) return;
    close_dropped();
    dropped.path = paths[0];
    std::error_code wrong;
    const auto bytes = std::filesystem::file_size(dropped.path, wrong);
    dropped.number = poked->begin_file(std::filesystem::path(dropped.path).filename().string(),
                                       wrong ? 0 : static_cast<double>(bytes));
    dropped.file = wrong ? nullptr : std::fopen(dropped.path.c_str(), "rb");
    if (dropped.file == nullptr)
        fail_import(poked->ui(), dropped.number, "The system does not open it.");
}

// True while more of it is to be read.
bool feed_dropped(App& app) {
    ImportState& state = app.ui().importing;
    if (state.wish == ImportWish::ReadAgain) {
        state.wish = ImportWish::None;
        close_dropped();
        dropped.number = state.number;
        dropped.file = std::fopen(dropped.path.c_str(), "rb");
        if (dropped.file == nullptr)
            fail_import(app.ui(), dropped.number, "The system does not open it any more.");
    }
    if (dropped.file == nullptr) return false;
    static char piece[1 << 18];
    const std::size_t size = std::fread(piece, 1, sizeof piece, dropped.file);
    if (size > 0 && app.feed_file(dropped.number, {piece, size})) return true;
    close_dropped();
    app.end_file(dropped.number);
    return false;
}

void on_error(int code, const char* text) {
    std::fprintf(stderr, "window system: %s (%d)\n", text, code);
}

GLFWwindow* open_window() {
    glfwWindowHint(GLFW_CONTEXT_VERSION_MAJOR, 3);
    glfwWindowHint(GLFW_CONTEXT_VERSION_MINOR, 2);
    glfwWindowHint(GLFW_OPENGL_PROFILE, GLFW_OPENGL_CORE_PROFILE);
    glfwWindowHint(GLFW_OPENGL_FORWARD_COMPAT, GLFW_TRUE);
    glfwWindowHint(GLFW_SCALE_TO_MONITOR, GLFW_TRUE);
    GLFWwindow* window = glfwCreateWindow(1440, 900, "Picket", nullptr, nullptr);
    if (window == nullptr) return nullptr;
    glfwMakeContextCurrent(window);
    glfwSwapInterval(1);
    return window;
}

// ImGui installs its callbacks over these and calls them too: any of them wakes the workbench.
void wake_on_input(GLFWwindow* window) {
    glfwSetCursorPosCallback(window, [](GLFWwindow*, double, double) { poked->poke(); });
    glfwSetMouseButtonCallback(window, [](GLFWwindow*, int, int, int) { poked->poke(); });
    glfwSetScrollCallback(window, [](GLFWwindow*, double, double) { poked->poke(); });
    glfwSetKeyCallback(window, [](GLFWwindow*, int, int, int, int) { poked->poke(); });
    glfwSetCharCallback(window, [](GLFWwindow*, unsigned int) { poked->poke(); });
    glfwSetWindowFocusCallback(window, [](GLFWwindow*, int) { poked->poke(); });
    glfwSetCursorEnterCallback(window, [](GLFWwindow*, int) { poked->poke(); });
    glfwSetFramebufferSizeCallback(window, [](GLFWwindow*, int, int) { poked->poke(); });
    glfwSetDropCallback(window, take_drop);
    glfwSetWindowRefreshCallback(window, [](GLFWwindow*) { poked->poke(); });
}

double draw(GLFWwindow* window, App& app) {
    int width = 0, height = 0, window_width = 0;
    glfwGetFramebufferSize(window, &width, &height);
    glfwGetWindowSize(window, &window_width, nullptr);
    if (width == 0 || height == 0) return -1;  // minimised
    float scale = 1;
    glfwGetWindowContentScale(window, &scale, nullptr);
    ImGui_ImplOpenGL3_NewFrame();
    ImGui_ImplGlfw_NewFrame();
    FrameInput input;
    input.now_ms = glfwGetTime() * 1000;
    // Where windows are measured in points, ImGui's mouse is too; the renderer then scales up.
    const float points = static_cast<float>(width) / static_cast<float>(std::max(1, window_width));
    input.width = static_cast<float>(width) / points;
    input.height = static_cast<float>(height) / points;
    input.scale = scale / points;
    input.density = points;
    const double next = app.frame(input);
    glViewport(0, 0, width, height);
    const ImVec4 back = ImGui::ColorConvertU32ToFloat4(palette(app.ui().scheme()).canvas);
    glClearColor(back.x, back.y, back.z, 1);
    glClear(GL_COLOR_BUFFER_BIT);
    ImGui_ImplOpenGL3_RenderDrawData(ImGui::GetDrawData());
    glfwSwapBuffers(window);
    return next;
}

// Signals that end a program close the window. GLFW sleeps through them, so a thread of their own
// wakes it, by the two calls of GLFW that any thread may make. They are held back before there are
// other threads, those of the graphics driver too.
sigset_t hold_signals() {
    sigset_t ends;
    sigemptyset(&ends);
    sigaddset(&ends, SIGTERM);
    sigaddset(&ends, SIGINT);
    pthread_sigmask(SIG_BLOCK, &ends, nullptr);
    return ends;
}

void close_on(sigset_t ends, GLFWwindow* window) {
    std::thread([window, ends] {
        int which = 0;
        sigwait(&ends, &which);
        glfwSetWindowShouldClose(window, GLFW_TRUE);
        glfwPostEmptyEvent();
    }).detach();
}

// Preferences lie where such files lie on Unix; without a home there are none.
std::string preferences_path() {
    const char* folder = std::getenv("XDG_CONFIG_HOME");
    const char* home = std::getenv("HOME");
    if (folder != nullptr && *folder != 0) return std::string(folder) + "/picket.preferences";
    if (home == nullptr) return {};
    return std::string(home) + "/.config/picket.preferences";
}

std::string read_file(const std::string& path) {
    std::string text;
    std::FILE* file = std::fopen(path.c_str(), "rb");
    if (file == nullptr) return text;
    char block[4096];
    for (std::size_t got; (got = std::fread(block, 1, sizeof block, file)) > 0;)
        text.append(block, got);
    std::fclose(file);
    return text;
}

void write_file(const std::string& path, const std::string& text) {
    std::error_code ignored;  // a first program in a new home finds no folder
    std::filesystem::create_directories(std::filesystem::path(path).parent_path(), ignored);
    std::FILE* file = std::fopen(path.c_str(), "wb");
    if (file == nullptr) return;
    std::fwrite(text.data(), 1, text.size(), file);
    std::fclose(file);
}

// What the page tells screen readers, the window has in its title: what came of a call, which pane
// has the keys.
void tell(GLFWwindow* window, const UiState& ui) {
    const std::string title = "Picket: " + ui.announcement;
    glfwSetWindowTitle(window, title.c_str());
}

// Preferences are kept as soon as they change: a window may end without a word.
void run(GLFWwindow* window, App& app, const std::string& kept) {
    std::uint64_t version = app.preferences_version(), told = app.ui().announcements;
    while (glfwWindowShouldClose(window) == 0) {
        const double next = draw(window, app);
        if (app.preferences_version() != version) write_file(kept, app.preferences());
        version = app.preferences_version();
        if (app.ui().announcements != told) tell(window, app.ui());
        told = app.ui().announcements;
        if (feed_dropped(app)) {
            app.poke();
            glfwPollEvents();
        } else if (app.work_wanted()) {
            const double end = glfwGetTime() + kPumpSeconds;
            while (app.pump(kPumpUnits) && glfwGetTime() < end) {}
            glfwPollEvents();
        } else if (next == 0) {
            glfwPollEvents();
        } else {
            glfwWaitEventsTimeout(next < 0 ? kRestSeconds : next / 1000);
        }
    }
}

}  // namespace

int main() {
    const sigset_t ends = hold_signals();
    glfwSetErrorCallback(on_error);
    if (glfwInit() == GLFW_FALSE) return 1;
    GLFWwindow* window = open_window();
    if (window == nullptr) {
        std::fprintf(stderr, "picket_app needs a display and OpenGL 3.2\n");
        glfwTerminate();
        return 1;
    }
    close_on(ends, window);
    ImGui::CreateContext();
    {
        App app(picket::EngineOptions{}, load_fonts(nullptr));
        poked = &app;
        wake_on_input(window);
        ImGui_ImplGlfw_InitForOpenGL(window, true);
        ImGui_ImplOpenGL3_Init("#version 150");
        const std::string kept = preferences_path();
        app.restore(read_file(kept));
        run(window, app, kept);
        ImGui_ImplOpenGL3_Shutdown();
        ImGui_ImplGlfw_Shutdown();
    }
    ImGui::DestroyContext();
    glfwDestroyWindow(window);
    glfwTerminate();
    return 0;
}
