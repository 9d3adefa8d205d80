# ICU, nlohmann/json and doctest, as targets.
if(EMSCRIPTEN)
  set(icu_target wasm)
else()
  set(icu_target native)
endif()

# ICU is built once for the checkout, whatever the build folder is called.
execute_process(COMMAND ${PROJECT_SOURCE_DIR}/toolchain/icu/build.sh ${icu_target} COMMAND_ERROR_IS_FATAL ANY)
set(icu ${PROJECT_SOURCE_DIR}/build/icu/${icu_target})
add_library(ailamgi_icu STATIC IMPORTED GLOBAL)
set_target_properties(ailamgi_icu PROPERTIES IMPORTED_LOCATION ${icu}/lib/libicu.a)
target_include_directories(ailamgi_icu SYSTEM INTERFACE ${icu}/include)
# The same switches that ICU itself was compiled with, and its C++ names kept in their namespace.
target_compile_definitions(ailamgi_icu INTERFACE
  U_STATIC_IMPLEMENTATION U_CHARSET_IS_UTF8=1 U_USING_ICU_NAMESPACE=0
  UCONFIG_NO_LEGACY_CONVERSION=1 UCONFIG_NO_TRANSLITERATION=1 UCONFIG_NO_COLLATION=1 UCONFIG_NO_FORMATTING=1
  UCONFIG_NO_REGULAR_EXPRESSIONS=1 UCONFIG_NO_SERVICE=1 UCONFIG_NO_IDNA=1 UCONFIG_NO_FILE_IO=1)

# Links to just these headers: a cross compiler must not see the rest of the system's.
function(ailamgi_header_library name folder probe)
  find_path(${name}_where ${folder}/${probe} NO_CMAKE_FIND_ROOT_PATH PATHS /usr/include /usr/local/include)
  if(NOT ${name}_where)
    message(FATAL_ERROR "${folder}/${probe} is missing: run toolchain/setup.sh")
  endif()
  set(links ${PROJECT_BINARY_DIR}/thirdparty/${name})
  file(MAKE_DIRECTORY ${links})
  file(CREATE_LINK ${${name}_where}/${folder} ${links}/${folder} SYMBOLIC)
  add_library(${name} INTERFACE)
  target_include_directories(${name} SYSTEM INTERFACE ${links})
endfunction()

ailamgi_header_library(ailamgi_json nlohmann json.hpp)
target_compile_definitions(ailamgi_json INTERFACE JSON_NOEXCEPTION=1)
ailamgi_header_library(ailamgi_doctest doctest doctest.h)
