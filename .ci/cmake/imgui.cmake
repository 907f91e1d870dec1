# Dear ImGui's sources: PICKET_IMGUI_DIR (the folder) and picket_imgui (the four core files as a static library).
# Backends are compiled by the targets that use them. How the folder is found: .ci/imgui.
if(NOT FETCHCONTENT_SOURCE_DIR_IMGUI)
    set(FETCHCONTENT_SOURCE_DIR_IMGUI "$ENV{FETCHCONTENT_SOURCE_DIR_IMGUI}")
endif()
execute_process(
    COMMAND "${CMAKE_COMMAND}" -E env "FETCHCONTENT_SOURCE_DIR_IMGUI=${FETCHCONTENT_SOURCE_DIR_IMGUI}"
        "${PROJECT_SOURCE_DIR}/.ci/imgui"
    OUTPUT_VARIABLE picket_imgui_dir OUTPUT_STRIP_TRAILING_WHITESPACE RESULT_VARIABLE picket_imgui_status)
if(NOT picket_imgui_status EQUAL 0)
    message(FATAL_ERROR "No Dear ImGui sources (see above). -DPICKET_APP=OFF builds everything but the workbench.")
endif()
set(PICKET_IMGUI_DIR "${picket_imgui_dir}" CACHE INTERNAL "Dear ImGui's sources")

add_library(picket_imgui STATIC EXCLUDE_FROM_ALL
    "${PICKET_IMGUI_DIR}/imgui.cpp" "${PICKET_IMGUI_DIR}/imgui_draw.cpp"
    "${PICKET_IMGUI_DIR}/imgui_tables.cpp" "${PICKET_IMGUI_DIR}/imgui_widgets.cpp")
target_include_directories(picket_imgui SYSTEM PUBLIC "${PICKET_IMGUI_DIR}" "${PICKET_IMGUI_DIR}/backends")
# Obsolete names would hide mistakes at the next upgrade.
target_compile_definitions(picket_imgui PUBLIC
    IMGUI_DISABLE_OBSOLETE_FUNCTIONS)
target_link_libraries(picket_imgui PUBLIC picket_sanitizers PRIVATE picket_no_exceptions)
