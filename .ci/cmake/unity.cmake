# picket_unity(target): with PICKET_UNITY, a folder of the target is compiled as one file. Most of what a compiler does
# for a file of ours it does for the headers and templates that its neighbours use too: half the time of a whole build.
# The price: names in unnamed namespaces must differ within a folder, and one changed file compiles its whole folder,
# which is why the preset to work with (dev) goes without.
function(picket_unity_groups target)
    get_target_property(sources ${target} SOURCES)
    foreach(source IN LISTS sources)
        if(NOT source MATCHES "[.]cpp$" OR source MATCHES "main[a-z_]*[.]cpp$")
            continue()  # a file with main defines what others only declare
        endif()
        cmake_path(ABSOLUTE_PATH source BASE_DIRECTORY "${CMAKE_CURRENT_SOURCE_DIR}" OUTPUT_VARIABLE path)
        cmake_path(RELATIVE_PATH path BASE_DIRECTORY "${PROJECT_SOURCE_DIR}" OUTPUT_VARIABLE folder)
        cmake_path(REMOVE_FILENAME folder)
        string(MAKE_C_IDENTIFIER "${folder}" group)
        set_source_files_properties("${path}" TARGET_DIRECTORY ${target} PROPERTIES UNITY_GROUP "${group}")
    endforeach()
endfunction()

function(picket_unity target)
    if(PICKET_UNITY)
        set_target_properties(${target} PROPERTIES UNITY_BUILD ON UNITY_BUILD_MODE GROUP)
        # A source that is included looks like a header, whose unnamed namespace would be a mistake.
        target_compile_options(${target} PRIVATE $<$<CXX_COMPILER_ID:GNU>:-Wno-subobject-linkage>)
        cmake_language(EVAL CODE "cmake_language(DEFER CALL picket_unity_groups ${target})")
    endif()
endfunction()
