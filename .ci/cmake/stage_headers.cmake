# Header-only dependencies for every target: picket_headers.
# A cross compiler must not see /usr/include (the host's C library is there), so for WebAssembly the few folders we
# need are copied into <build>/include. Natively they are used where they lie.

# picket_header(<folder or file below the include directory> <probe file> <Debian package>)
function(picket_header name probe package)
    find_path(PICKET_INCLUDE_${package} "${probe}"
        HINTS "${PICKET_HEADERS}" ENV PICKET_HEADERS
        PATHS /usr/include /usr/local/include /opt/homebrew/include
        NO_CMAKE_FIND_ROOT_PATH)
    if(NOT PICKET_INCLUDE_${package})
        message(FATAL_ERROR "${probe} was not found. Install ${package} (Debian's name), "
            "or set PICKET_HEADERS to a folder that holds it.")
    endif()
    set(found "${PICKET_INCLUDE_${package}}")
    if(EMSCRIPTEN)
        file(COPY "${found}/${name}" DESTINATION "${PROJECT_BINARY_DIR}/include")
        target_include_directories(picket_headers SYSTEM INTERFACE "${PROJECT_BINARY_DIR}/include")
    elseif(NOT found IN_LIST CMAKE_CXX_IMPLICIT_INCLUDE_DIRECTORIES)
        target_include_directories(picket_headers SYSTEM INTERFACE "${found}")
    endif()
endfunction()

add_library(picket_headers INTERFACE)
picket_header(nlohmann nlohmann/json.hpp nlohmann-json3-dev)
picket_header(fast_float fast_float/fast_float.h libfast-float-dev)
if(PICKET_TESTS)
    picket_header(doctest doctest/doctest.h doctest-dev)
endif()
