# cmake --install, and a Debian package by cpack -G DEB in the build folder.
include(GNUInstallDirs)

install(TARGETS ponder RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
install(FILES packaging/org.ponder.Ponder.desktop DESTINATION ${CMAKE_INSTALL_DATADIR}/applications)
install(FILES packaging/org.ponder.Ponder.metainfo.xml DESTINATION ${CMAKE_INSTALL_DATADIR}/metainfo)
install(FILES packaging/org.ponder.Ponder.svg DESTINATION ${CMAKE_INSTALL_DATADIR}/icons/hicolor/scalable/apps)
install(FILES README.md LICENSE resources/LICENSES.md DESTINATION ${CMAKE_INSTALL_DOCDIR})
install(FILES ${PONDER_WEB_PARTS}/node_modules/lucide-static/LICENSE
        DESTINATION ${CMAKE_INSTALL_DOCDIR} RENAME LICENSE.lucide)

# Libraries are found by dpkg-shlibdeps; what is loaded at run time is read from the list that packaging/run uses.
file(STRINGS packaging/dependencies/run.txt run_time REGEX "^[a-z]")
list(TRANSFORM run_time REPLACE "[ #].*" "")
list(FILTER run_time EXCLUDE REGEX "^fonts-|^qt6-wayland$")
list(JOIN run_time ", " CPACK_DEBIAN_PACKAGE_DEPENDS)
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "fonts-inter, fonts-jetbrains-mono, fonts-noto-cjk, fonts-noto-color-emoji, qt6-wayland")
set(CPACK_DEBIAN_PACKAGE_SUGGESTS "gnome-keyring")
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_SECTION net)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME ponder)
set(CPACK_PACKAGE_CONTACT "The Ponder contributors <ponder@localhost>")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_RESOURCE_FILE_LICENSE ${CMAKE_SOURCE_DIR}/LICENSE)
include(CPack)
