# picket_app for browsers (app.js, app.wasm), and `site`: the folder that any static server can host.
# app.js and not .mjs: every static host knows the type of .js, and a module of an unknown type does not load.
add_executable(picket_app main_web.cpp files_web.cpp platform_web.cpp "${PICKET_IMGUI_DIR}/backends/imgui_impl_opengl3.cpp")
target_link_libraries(picket_app PRIVATE picket_ui picket_options picket_no_exceptions)
set_target_properties(picket_app PROPERTIES OUTPUT_NAME app)
# The renderer's reads of GL state are answered in platform_web.cpp, without a round trip to the GPU process.
set_source_files_properties("${PICKET_IMGUI_DIR}/backends/imgui_impl_opengl3.cpp" PROPERTIES
    COMPILE_OPTIONS -w
    COMPILE_DEFINITIONS "IMGUI_IMPL_OPENGL_ES3;glGetIntegerv=picket_glGetIntegerv;glIsEnabled=picket_glIsEnabled")
# Widgets and text are built in every frame; the size of these few files is worth their speed.
foreach(file imgui imgui_draw imgui_tables imgui_widgets)
    set_source_files_properties("${PICKET_IMGUI_DIR}/${file}.cpp" TARGET_DIRECTORY picket_imgui PROPERTIES COMPILE_OPTIONS -O2)
endforeach()
target_link_options(picket_app PRIVATE
    -sMODULARIZE=1 -sEXPORT_ES6=1 -sENVIRONMENT=web -sDYNAMIC_EXECUTION=0
    -sMIN_WEBGL_VERSION=2 -sMAX_WEBGL_VERSION=2
    -sALLOW_MEMORY_GROWTH=1 -sTOTAL_STACK=1MB -sFILESYSTEM=0 -sMALLOC=emmalloc
    "-sEXPORTED_FUNCTIONS=[_malloc,_free]"
    "-sEXPORTED_RUNTIME_METHODS=[UTF8ToString,HEAPF32,HEAP32,HEAPU8]"
    "-sINCOMING_MODULE_JS_API=[instantiateWasm,page,print,printErr]")
picket_join_data(picket_app)

set(PICKET_SITE_DIR "${PROJECT_SOURCE_DIR}/build/site" CACHE PATH "Where `site` puts the page")
add_custom_target(site
    COMMAND "${CMAKE_COMMAND}"
        "-DSITE=${PICKET_SITE_DIR}" "-DAPP=$<TARGET_FILE_DIR:picket_app>"
        "-DENGINE=${PROJECT_BINARY_DIR}/web" "-DSOURCE=${PROJECT_SOURCE_DIR}"
        -P "${CMAKE_CURRENT_SOURCE_DIR}/site.cmake"
    DEPENDS picket_app COMMENT "Putting the page together in ${PICKET_SITE_DIR}" VERBATIM)
# The engine's own module is defined after this folder.
cmake_language(DEFER DIRECTORY "${PROJECT_SOURCE_DIR}" CALL cmake_language EVAL CODE
    "foreach(part picket_web picket_web_files)\n if(TARGET \${part})\n add_dependencies(site \${part})\n endif()\n endforeach()")
