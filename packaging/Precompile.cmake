# ponder_precompile(TARGET): the headers that nearly every file includes are read once for the whole build instead of
# once for each of several hundred files. Off by default, so that a plain build finds a file that forgot an include;
# tests/run turns it on.
set(PONDER_PRECOMPILED
    <QByteArray> <QDateTime> <QDebug> <QDir> <QFile> <QHash> <QJsonArray> <QJsonDocument> <QJsonObject> <QList>
    <QMetaType> <QObject> <QPointer> <QSet> <QString> <QStringList> <QTimer> <QVariant>
    <functional> <memory> <optional> <variant> <vector>)

if(PONDER_PRECOMPILE)
    # One precompiled header serves all targets, so it is made with the flags of the plainest of them.
    add_library(ponder_precompiled STATIC ${CMAKE_CURRENT_LIST_DIR}/Precompile.cpp)
    target_link_libraries(ponder_precompiled PUBLIC Qt6::Core)
    set_target_properties(ponder_precompiled PROPERTIES AUTOMOC OFF)
    target_precompile_headers(ponder_precompiled PRIVATE ${PONDER_PRECOMPILED})
    # ccache needs the names of the headers in what it looks at.
    if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
        add_compile_options($<$<COMPILE_LANGUAGE:CXX>:-fpch-preprocess>)
        target_compile_options(ponder_precompiled PRIVATE -fpch-preprocess)
    endif()
endif()

function(ponder_precompile target)
    if(PONDER_PRECOMPILE)
        target_precompile_headers(${target} REUSE_FROM ponder_precompiled)
    endif()
endfunction()
