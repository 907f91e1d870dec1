# picket_guides_cpp: scenarios that the workbench offers as guides, as one C++ file.
set(picket_guides)
foreach(name detect-rules attack-message-flood attack-port-scan)
    list(APPEND picket_guides "${PROJECT_SOURCE_DIR}/examples/scenarios/${name}.json")
endforeach()
set(picket_guides_cpp "${CMAKE_CURRENT_BINARY_DIR}/guides_data.cpp")
set(picket_guides_script "${CMAKE_CURRENT_LIST_DIR}/embed_guides.py")
add_custom_command(OUTPUT "${picket_guides_cpp}"
    COMMAND "${PICKET_FONT_PYTHON}" "${picket_guides_script}" --out "${picket_guides_cpp}" ${picket_guides}
    DEPENDS "${picket_guides_script}" ${picket_guides}
    COMMENT "Embedding the guides" VERBATIM)
