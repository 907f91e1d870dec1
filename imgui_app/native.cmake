# picket_app as a window, where GLFW and OpenGL are there.
option(PICKET_WINDOW "Build the native window when GLFW and OpenGL are found" ON)
if(NOT PICKET_WINDOW)
    return()
endif()
find_package(glfw3 3.3 QUIET)
set(OpenGL_GL_PREFERENCE GLVND)
find_package(Threads REQUIRED)
find_package(OpenGL QUIET)
if(NOT glfw3_FOUND OR NOT OpenGL_FOUND)
    message(STATUS "No native window: GLFW 3.3 (libglfw3-dev) or OpenGL (libgl-dev) was not found")
    return()
endif()
add_executable(picket_app main_native.cpp
    "${PICKET_IMGUI_DIR}/backends/imgui_impl_glfw.cpp" "${PICKET_IMGUI_DIR}/backends/imgui_impl_opengl3.cpp")
set_source_files_properties(
    "${PICKET_IMGUI_DIR}/backends/imgui_impl_glfw.cpp" "${PICKET_IMGUI_DIR}/backends/imgui_impl_opengl3.cpp"
    PROPERTIES COMPILE_OPTIONS -w)
target_link_libraries(picket_app PRIVATE picket_ui picket_options picket_no_exceptions glfw
    OpenGL::GL Threads::Threads)
