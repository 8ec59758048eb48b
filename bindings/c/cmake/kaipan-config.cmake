# find_package(kaipan) gives the targets
#   kaipan::kaipan   the shared library, or the static one where there is no shared one
#   kaipan::static   the static library
#   kaipan::shared   the shared library
# Installed as share/kaipan/cmake/kaipan-config.cmake; everything is found from there.

get_filename_component(_kaipan_prefix "${CMAKE_CURRENT_LIST_DIR}/../../.." ABSOLUTE)

find_path(KAIPAN_INCLUDE_DIR kaipan.h PATHS "${_kaipan_prefix}/include" NO_DEFAULT_PATH)

set(_kaipan_folders
    "${_kaipan_prefix}/lib/${CMAKE_LIBRARY_ARCHITECTURE}"
    "${_kaipan_prefix}/lib"
    "${_kaipan_prefix}/lib64")
find_library(KAIPAN_STATIC_LIBRARY
    NAMES "${CMAKE_STATIC_LIBRARY_PREFIX}kaipan${CMAKE_STATIC_LIBRARY_SUFFIX}"
    PATHS ${_kaipan_folders} NO_DEFAULT_PATH)
# What a program is linked with: on Windows an import library, elsewhere the library itself.
find_library(KAIPAN_SHARED_LIBRARY
    NAMES
        "kaipan.dll${CMAKE_IMPORT_LIBRARY_SUFFIX}"
        "libkaipan.dll${CMAKE_IMPORT_LIBRARY_SUFFIX}"
        "${CMAKE_SHARED_LIBRARY_PREFIX}kaipan${CMAKE_SHARED_LIBRARY_SUFFIX}"
    PATHS ${_kaipan_folders} NO_DEFAULT_PATH)
mark_as_advanced(KAIPAN_INCLUDE_DIR KAIPAN_STATIC_LIBRARY KAIPAN_SHARED_LIBRARY)

if(KAIPAN_STATIC_LIBRARY AND NOT TARGET kaipan::static)
    add_library(kaipan::static STATIC IMPORTED)
    set_target_properties(kaipan::static PROPERTIES
        IMPORTED_LOCATION "${KAIPAN_STATIC_LIBRARY}"
        IMPORTED_LINK_INTERFACE_LANGUAGES C
        INTERFACE_INCLUDE_DIRECTORIES "${KAIPAN_INCLUDE_DIR}")
    # What the Rust standard library needs of the system.
    if(WIN32)
        set(_kaipan_system bcrypt kernel32 ntdll userenv ws2_32)
    else()
        set(THREADS_PREFER_PTHREAD_FLAG ON)
        include(CMakeFindDependencyMacro)
        find_dependency(Threads)
        set(_kaipan_system Threads::Threads ${CMAKE_DL_LIBS} m)
        if(NOT APPLE)
            list(APPEND _kaipan_system gcc_s)
        endif()
    endif()
    set_property(TARGET kaipan::static PROPERTY INTERFACE_LINK_LIBRARIES ${_kaipan_system})
endif()

if(KAIPAN_SHARED_LIBRARY AND NOT TARGET kaipan::shared)
    add_library(kaipan::shared SHARED IMPORTED)
    set_target_properties(kaipan::shared PROPERTIES
        INTERFACE_INCLUDE_DIRECTORIES "${KAIPAN_INCLUDE_DIR}")
    if(WIN32)
        set_property(TARGET kaipan::shared PROPERTY IMPORTED_IMPLIB "${KAIPAN_SHARED_LIBRARY}")
        set_property(TARGET kaipan::shared PROPERTY
            IMPORTED_LOCATION "${_kaipan_prefix}/bin/kaipan.dll")
    else()
        set_property(TARGET kaipan::shared PROPERTY IMPORTED_LOCATION "${KAIPAN_SHARED_LIBRARY}")
    endif()
endif()

if(NOT TARGET kaipan::kaipan)
    add_library(kaipan::kaipan INTERFACE IMPORTED)
    if(TARGET kaipan::shared)
        set_property(TARGET kaipan::kaipan PROPERTY INTERFACE_LINK_LIBRARIES kaipan::shared)
    elseif(TARGET kaipan::static)
        set_property(TARGET kaipan::kaipan PROPERTY INTERFACE_LINK_LIBRARIES kaipan::static)
    endif()
endif()

include(FindPackageHandleStandardArgs)
set(kaipan_CONFIG "${CMAKE_CURRENT_LIST_FILE}")
if(KAIPAN_SHARED_LIBRARY)
    find_package_handle_standard_args(kaipan
        REQUIRED_VARS KAIPAN_SHARED_LIBRARY KAIPAN_INCLUDE_DIR VERSION_VAR kaipan_VERSION)
else()
    find_package_handle_standard_args(kaipan
        REQUIRED_VARS KAIPAN_STATIC_LIBRARY KAIPAN_INCLUDE_DIR VERSION_VAR kaipan_VERSION)
endif()

unset(_kaipan_prefix)
unset(_kaipan_folders)
unset(_kaipan_system)
