# Compiler options for every target of ours, and for none of others' code.
add_library(ailamgi_options INTERFACE)
target_compile_options(ailamgi_options INTERFACE
  -Wall -Wextra -Wpedantic -Wconversion -Wsign-conversion -Wshadow -Werror
  -ffunction-sections -fdata-sections
  # The same bytes from every machine and folder: no fused multiply-add, no build paths in the binaries.
  -ffp-contract=off -ffile-prefix-map=${PROJECT_SOURCE_DIR}=.)

if(EMSCRIPTEN)
  # A browser compiles a WebAssembly function whole when it is first called, and again, optimised, when it has run for
  # long; both take longer than in proportion to its size, and a loop that runs gains nothing from the second. Left to
  # itself, link-time optimisation puts what has one caller into that caller: the whole analysis was one function of
  # 265 KB, of which a cold page waited 140 ms. So only what is defined in a header or a class is put into its callers.
  target_compile_options(ailamgi_options INTERFACE -finline-hint-functions)
  # Where a pointer has 32 bits, libc++'s iterators turn every sum with an unsigned index into a sign or width warning; the native
  # compilers report the ones that mean something.
  target_compile_options(ailamgi_options INTERFACE -fno-exceptions -msimd128 -Wno-sign-conversion -Wno-shorten-64-to-32)
else()
  target_link_options(ailamgi_options INTERFACE -Wl,--gc-sections)
endif()

if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  # gcc 12 reports these falsely in inlined library code (gcc bugs 105329, 105651, 107852).
  target_compile_options(ailamgi_options INTERFACE -Wno-restrict -Wno-stringop-overflow -Wno-array-bounds)
endif()

if(AILAMGI_LTO)
  if(EMSCRIPTEN)
    target_compile_options(ailamgi_options INTERFACE -flto)
    target_link_options(ailamgi_options INTERFACE -flto)
  else()
    include(CheckIPOSupported)
    check_ipo_supported(LANGUAGES CXX)
    set(CMAKE_INTERPROCEDURAL_OPTIMIZATION ON)
  endif()
endif()

if(AILAMGI_SANITIZE)
  # Without run-time type information there is no vptr to check.
  set(sanitize -fsanitize=${AILAMGI_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer)
  if(AILAMGI_SANITIZE MATCHES undefined)
    list(APPEND sanitize -fno-sanitize=vptr)
  endif()
  target_compile_options(ailamgi_options INTERFACE ${sanitize})
  target_link_options(ailamgi_options INTERFACE ${sanitize})
endif()
if(AILAMGI_FUZZ)
  # Without watching comparisons, which takes a third of the time and finds nothing here that the mutator does not know.
  target_compile_options(ailamgi_options INTERFACE -fsanitize=fuzzer-no-link -fno-sanitize-coverage=trace-cmp)
endif()
