# The version is that of the installed header, so that it is written nowhere else.

file(STRINGS "${CMAKE_CURRENT_LIST_DIR}/../../../include/kaipan.h" _kaipan_line
    REGEX "^#define KAIPAN_VERSION \"")
string(REGEX REPLACE ".*\"(.*)\".*" "\\1" PACKAGE_VERSION "${_kaipan_line}")
unset(_kaipan_line)

# As everywhere in Rust: the first number that is not 0 says what goes together.
string(REGEX MATCH "^(0\\.[0-9]+|[1-9][0-9]*)" _kaipan_ours "${PACKAGE_VERSION}")
string(REGEX MATCH "^(0\\.[0-9]+|[1-9][0-9]*)" _kaipan_wanted "${PACKAGE_FIND_VERSION}")
if(PACKAGE_FIND_VERSION VERSION_GREATER PACKAGE_VERSION)
    set(PACKAGE_VERSION_COMPATIBLE FALSE)
elseif(_kaipan_ours STREQUAL _kaipan_wanted OR PACKAGE_FIND_VERSION STREQUAL "0")
    set(PACKAGE_VERSION_COMPATIBLE TRUE)
else()
    set(PACKAGE_VERSION_COMPATIBLE FALSE)
endif()
if(PACKAGE_FIND_VERSION VERSION_EQUAL PACKAGE_VERSION)
    set(PACKAGE_VERSION_EXACT TRUE)
endif()
unset(_kaipan_ours)
unset(_kaipan_wanted)
