# Brings the npm packages of resources/web into the build: they are build inputs (pictures and, later, scripts),
# never programs that run. They go into build/web-parts, which every build folder shares, so that a clone stays
# clean, and are fetched again only when the lock file has changed.
set(PONDER_WEB_PARTS "${CMAKE_SOURCE_DIR}/build/web-parts" CACHE PATH "Where the npm packages of resources/web are kept")

# ponder_install_npm_parts(SOURCE FOLDER): the packages that SOURCE/package-lock.json names, in FOLDER/node_modules.
function(ponder_install_npm_parts source folder)
    set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${source}/package.json ${source}/package-lock.json)
    file(SHA256 ${source}/package-lock.json wanted)
    # Several build folders may share one place.
    file(MAKE_DIRECTORY ${folder})
    file(LOCK ${folder} DIRECTORY GUARD FUNCTION TIMEOUT 300)
    set(stamp ${folder}/installed.sha256)
    set(present "")
    if(EXISTS ${stamp})
        file(READ ${stamp} present)
    endif()
    if(present STREQUAL wanted AND EXISTS ${folder}/node_modules)
        return()
    endif()

    find_program(PONDER_NPM npm)
    if(NOT PONDER_NPM)
        message(FATAL_ERROR "npm is needed to fetch what ${source}/package.json names. "
                            "Install it (Debian: apt-get install npm) or run packaging/run, which does.")
    endif()
    message(STATUS "Installing the npm packages of ${source} into ${folder}")
    file(REMOVE ${stamp})
    file(COPY ${source}/package.json ${source}/package-lock.json ${source}/.npmrc DESTINATION ${folder})
    execute_process(COMMAND ${PONDER_NPM} ci --ignore-scripts
                    WORKING_DIRECTORY ${folder}
                    RESULT_VARIABLE code OUTPUT_VARIABLE output ERROR_VARIABLE output)
    if(NOT code EQUAL 0)
        message(FATAL_ERROR "`npm ci --ignore-scripts` in ${folder} failed (${code}). "
                            "It needs the npm registry once; after that the build works offline.\n${output}")
    endif()
    file(WRITE ${stamp} ${wanted})
endfunction()

# ponder_collect_icons(OUT): the files of the Lucide icons named in icons.txt and of our own icons/*.svg.
function(ponder_collect_icons out)
    set(list ${CMAKE_CURRENT_SOURCE_DIR}/icons.txt)
    set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${list})
    file(GLOB own CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/icons/*.svg)
    file(STRINGS ${list} names REGEX "^[a-z0-9]")
    list(TRANSFORM names STRIP)
    list(REMOVE_DUPLICATES names)
    set(files ${own})
    foreach(name IN LISTS names)
        set(file ${PONDER_WEB_PARTS}/node_modules/lucide-static/icons/${name}.svg)
        if(NOT EXISTS ${file})
            message(FATAL_ERROR "resources/icons.txt names '${name}', which is not an icon of the installed lucide-static")
        endif()
        list(APPEND files ${file})
    endforeach()
    set(${out} ${files} PARENT_SCOPE)
endfunction()

# ponder_embed(TARGET NAME PREFIX FILES…): files go into the binary as PREFIX/<file name>.
function(ponder_embed target name prefix)
    if(NOT ARGN)
        return()
    endif()
    foreach(file IN LISTS ARGN)
        get_filename_component(leaf ${file} NAME)
        set_source_files_properties(${file} PROPERTIES QT_RESOURCE_ALIAS ${leaf})
    endforeach()
    qt_add_resources(${target} ${name} PREFIX ${prefix} FILES ${ARGN})
endfunction()
