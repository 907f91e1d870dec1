# Puts the page together: `cmake -DSITE=... -DAPP=... -DENGINE=... -DSOURCE=... -P site.cmake`. All addresses are relative, so
# the folder works below any path. Files that are the same are not written again.
file(MAKE_DIRECTORY "${SITE}")
function(put folder)
    foreach(file IN LISTS ARGN)
        configure_file("${folder}/${file}" "${SITE}/${file}" COPYONLY)
    endforeach()
endfunction()

file(SIZE "${APP}/app.wasm" PICKET_WASM_BYTES)  # the bytes that arrive, also when they travel compressed
configure_file("${SOURCE}/web/index.html" "${SITE}/index.html" @ONLY)
put("${SOURCE}/web" style.css icon.svg)
put("${SOURCE}/imgui_app" main_web.js heard_web.js host_web.js import_web.js platform_web.js session_web.js textarea_web.js
    visits_web.js)
put("${APP}" app.js app.wasm)
foreach(file engine.js engine.wasm picket.js picket.d.ts)
    if(EXISTS "${ENGINE}/${file}")
        put("${ENGINE}" "${file}")
    endif()
endforeach()
