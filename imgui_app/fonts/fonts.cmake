# picket_fonts: the workbench's fonts as one C++ file, cut and packed at build time from the system's font packages.
function(picket_find_font variable file package)
    find_file(${variable} NAMES "${file}.otf" "${file}.ttf"
        HINTS "${PICKET_FONTS}" ENV PICKET_FONTS
        PATHS /usr/share/fonts /usr/local/share/fonts "$ENV{HOME}/.local/share/fonts"
        PATH_SUFFIXES opentype/inter truetype/inter truetype/jetbrains-mono inter jetbrains-mono
        NO_CMAKE_FIND_ROOT_PATH)
    if(NOT ${variable})
        message(FATAL_ERROR "${file} was not found. Install ${package} (Debian's name), "
            "or set PICKET_FONTS to a folder that holds the font.")
    endif()
endfunction()
picket_find_font(PICKET_FONT_SANS Inter-Regular fonts-inter)
picket_find_font(PICKET_FONT_STRONG Inter-SemiBold fonts-inter)
picket_find_font(PICKET_FONT_MONO JetBrainsMono-Regular fonts-jetbrains-mono)

# fontTools may belong to another Python than the first on PATH: take the first one that has it.
if(NOT PICKET_FONT_PYTHON)
    find_program(picket_python_on_path NAMES python3 python NO_CACHE)
    foreach(candidate "${picket_python_on_path}" /usr/bin/python3 /usr/local/bin/python3)
        execute_process(COMMAND "${candidate}" -c "import fontTools" RESULT_VARIABLE status OUTPUT_QUIET ERROR_QUIET)
        if(status EQUAL 0)
            set(PICKET_FONT_PYTHON "${candidate}" CACHE FILEPATH "A Python with fontTools")
            break()
        endif()
    endforeach()
endif()
if(NOT PICKET_FONT_PYTHON)
    message(FATAL_ERROR "No Python with fontTools was found. Install fonttools (Debian's name).")
endif()

set(picket_fonts_cpp "${CMAKE_CURRENT_BINARY_DIR}/fonts_data.cpp")
set(picket_fonts_script "${CMAKE_CURRENT_LIST_DIR}/embed_fonts.py")
add_custom_command(OUTPUT "${picket_fonts_cpp}"
    COMMAND "${PICKET_FONT_PYTHON}" "${picket_fonts_script}" --out "${picket_fonts_cpp}"
        "Sans=${PICKET_FONT_SANS}" "SansStrong=${PICKET_FONT_STRONG}" "Mono=${PICKET_FONT_MONO}"
    DEPENDS "${picket_fonts_script}" "${PICKET_FONT_SANS}" "${PICKET_FONT_STRONG}" "${PICKET_FONT_MONO}"
    COMMENT "Cutting and packing the fonts" VERBATIM)
