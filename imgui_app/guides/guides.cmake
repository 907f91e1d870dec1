# picket_guides_cpp: scenarios that the workbench offers as guides, as one C++ file.
set(picket_scenarios "${PROJECT_SOURCE_DIR}/examples/scenarios")
set(picket_guides)
set(picket_guide_files)
macro(picket_guide_group title)
    foreach(name ${ARGN})
        list(APPEND picket_guides "${title}=${picket_scenarios}/${name}.json")
        list(APPEND picket_guide_files "${picket_scenarios}/${name}.json")
    endforeach()
endmacro()
picket_guide_group("Detect" ml-detect-guide detect-rules detect-reports documented-violations)
picket_guide_group("Attacks" attack-message-flood attack-port-scan attack-credential-brute-force attack-beaconing
    attack-slow-exfiltration attack-reconnect-loop attack-shared-certificate)
picket_guide_group("Faults" fault-silent-device fault-slow-drift fault-counter-reset fault-cumulative-bytes)
picket_guide_group("What AWS does not say" setting-assessed-datapoints setting-assessment setting-behavior-checks
    setting-behavior-edit setting-cancel-finished-task setting-cleared-metric-value setting-datapoint-time
    setting-delete-attached-profile setting-detach-unattached setting-detect-action-types
    setting-detect-list-window setting-dimension-filters setting-disconnect-duration-unit
    setting-equal-security-profile setting-executions-task-and-times setting-gap-effect setting-gauge-value
    setting-list-quantifier setting-message-retention setting-message-size-value setting-number-value
    setting-offline-zeros setting-percentile-interpolation setting-percentile-population setting-report-ids
    setting-report-names setting-report-spacing setting-retention-ends-alarms setting-session-data
    setting-silence-hours setting-suppressed-alerts-filter setting-task-token-reuse setting-unknown-report-metrics
    setting-unknown-target-violations setting-window-grace setting-window-kind)
set(picket_example_recording "${PROJECT_SOURCE_DIR}/examples/recordings/two-gateways.csv")
set(picket_guides_cpp "${CMAKE_CURRENT_BINARY_DIR}/guides_data.cpp")
set(picket_guides_script "${CMAKE_CURRENT_LIST_DIR}/embed_guides.py")
add_custom_command(OUTPUT "${picket_guides_cpp}"
    COMMAND "${PICKET_FONT_PYTHON}" "${picket_guides_script}" --out "${picket_guides_cpp}"
        --recording "${picket_example_recording}" ${picket_guides}
    DEPENDS "${picket_guides_script}" "${picket_example_recording}" ${picket_guide_files}
    COMMENT "Embedding the guides" VERBATIM)
