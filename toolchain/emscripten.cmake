# Finds Emscripten: the emsdk where EMSDK is set, else Debian's package. Debian's node helpers need to be told where Debian
# keeps node modules, at link time too, hence the launcher.
if(DEFINED ENV{EMSDK} AND EXISTS "$ENV{EMSDK}/upstream/emscripten")
  set(emscripten "$ENV{EMSDK}/upstream/emscripten")
elseif(EXISTS /usr/share/emscripten)
  set(emscripten /usr/share/emscripten)
  set(CMAKE_CXX_LINKER_LAUNCHER ${CMAKE_COMMAND} -E env NODE_PATH=/usr/share/nodejs)
  set(ENV{NODE_PATH} /usr/share/nodejs)
else()
  message(FATAL_ERROR "No Emscripten: run toolchain/setup.sh, or set EMSDK")
endif()
include(${emscripten}/cmake/Modules/Platform/Emscripten.cmake)
