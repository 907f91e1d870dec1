# Chooses the Emscripten toolchain: an activated emsdk (EMSDK), else the emcc on PATH, else Debian's package.
set(picket_emscripten_places "")
if(DEFINED ENV{EMSDK})
    list(APPEND picket_emscripten_places "$ENV{EMSDK}/upstream/emscripten")
endif()
find_program(PICKET_EMCC emcc)
if(PICKET_EMCC)
    get_filename_component(picket_emcc_real "${PICKET_EMCC}" REALPATH)
    get_filename_component(picket_emcc_folder "${picket_emcc_real}" DIRECTORY)
    list(APPEND picket_emscripten_places "${picket_emcc_folder}")
endif()
list(APPEND picket_emscripten_places /usr/share/emscripten)

set(picket_emscripten_root "")
foreach(place IN LISTS picket_emscripten_places)
    if(NOT picket_emscripten_root AND EXISTS "${place}/cmake/Modules/Platform/Emscripten.cmake")
        set(picket_emscripten_root "${place}")
    endif()
endforeach()
if(NOT picket_emscripten_root)
    message(FATAL_ERROR "No Emscripten found: "
        "activate an emsdk (EMSDK), put emcc on PATH, or install Debian's package `emscripten`.")
endif()

# Debian's linker step needs node-acorn, which it only finds through NODE_PATH. Setting it here and not in the caller's
# environment keeps plain `ninja` working.
if(EXISTS /usr/share/nodejs/acorn AND picket_emscripten_root STREQUAL "/usr/share/emscripten")
    set(CMAKE_CXX_LINKER_LAUNCHER "${CMAKE_COMMAND};-E;env;NODE_PATH=/usr/share/nodejs")
    set(CMAKE_C_LINKER_LAUNCHER "${CMAKE_CXX_LINKER_LAUNCHER}")
endif()

# CMake tries the compiler with the same toolchain file in another folder; a plain include serves both.
include("${picket_emscripten_root}/cmake/Modules/Platform/Emscripten.cmake")
