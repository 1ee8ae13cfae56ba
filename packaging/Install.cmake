# cmake --install, and a Debian package by cpack -G DEB in the build folder.
include(GNUInstallDirs)

# Qt's set-up would have the installed program look for its libraries beside itself; they are the system's.
set_target_properties(ponder PROPERTIES INSTALL_RPATH "")
install(TARGETS ponder RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
install(FILES packaging/org.ponder.Ponder.desktop DESTINATION ${CMAKE_INSTALL_DATADIR}/applications)
install(FILES packaging/org.ponder.Ponder.metainfo.xml DESTINATION ${CMAKE_INSTALL_DATADIR}/metainfo)
install(FILES packaging/org.ponder.Ponder.svg DESTINATION ${CMAKE_INSTALL_DATADIR}/icons/hicolor/scalable/apps)
install(FILES README.md resources/LICENSES.md DESTINATION ${CMAKE_INSTALL_DOCDIR})
install(FILES LICENSE DESTINATION ${CMAKE_INSTALL_DOCDIR} RENAME copyright)

# The licence of each npm package whose work is in the binary; they ask for that.
file(READ resources/web/package.json manifest)
string(JSON dependencies GET "${manifest}" dependencies)
string(JSON count LENGTH "${dependencies}")
math(EXPR last "${count} - 1")
set(parts mhchemparser) # a part of MathJax that is a package of its own
foreach(number RANGE ${last})
    string(JSON part MEMBER "${dependencies}" ${number})
    list(APPEND parts ${part})
endforeach()
list(REMOVE_ITEM parts esbuild) # a tool of the build
foreach(part IN LISTS parts)
    file(GLOB licence ${PONDER_WEB_PARTS}/node_modules/${part}/LICENSE*)
    get_filename_component(leaf ${part} NAME)
    install(FILES ${licence} DESTINATION ${CMAKE_INSTALL_DOCDIR}/licences RENAME ${leaf})
endforeach()

# Libraries are found by dpkg-shlibdeps; what is loaded at run time is read from the list that packaging/run uses.
# What one can do without is recommended; what only some desktops need (marked with a +) is suggested.
file(READ packaging/dependencies/run.txt listed)
string(REGEX REPLACE "#[^\n]*" "" listed "${listed}") # first of all: there may be a semicolon in a comment
string(REGEX MATCHALL "[a-z][^\n]*" run_time "${listed}")
set(suggested ${run_time})
list(FILTER suggested INCLUDE REGEX " \\+")
list(FILTER run_time EXCLUDE REGEX " \\+")
list(TRANSFORM suggested REPLACE " .*" "")
list(TRANSFORM run_time REPLACE " .*" "")
set(recommended ${run_time})
list(FILTER recommended INCLUDE REGEX "^fonts-|^qt6-wayland$")
list(FILTER run_time EXCLUDE REGEX "^fonts-|^qt6-wayland$")
list(JOIN run_time ", " CPACK_DEBIAN_PACKAGE_DEPENDS)
list(JOIN recommended ", " CPACK_DEBIAN_PACKAGE_RECOMMENDS)
list(APPEND suggested "gnome-keyring | kwalletmanager | keepassxc")
list(JOIN suggested ", " CPACK_DEBIAN_PACKAGE_SUGGESTS)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_SECTION net)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME ponder)
set(CPACK_PACKAGE_DESCRIPTION "Ponder shows how a reasoning model thinks while it thinks, keeps every
conversation on this computer, and speaks with any provider that has an
OpenAI-compatible address, or with a model on this machine. The same program
answers on the command line.")
set(CPACK_PACKAGE_CONTACT "The Ponder contributors <ponder@localhost>")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_RESOURCE_FILE_LICENSE ${CMAKE_SOURCE_DIR}/LICENSE)
include(CPack)
