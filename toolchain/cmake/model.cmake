# The model file: lexicons and weights packed by ailamgi-pack, the same bytes for every target.
set(AILAMGI_MODEL ${PROJECT_BINARY_DIR}/ailamgi.model)
file(GLOB_RECURSE lexicons CONFIGURE_DEPENDS toolchain/lexicons/*.txt toolchain/lexicons/*.grammar toolchain/lexicons/*.tsv)
file(GLOB_RECURSE weights CONFIGURE_DEPENDS toolchain/weights/*.bin)
file(GLOB_RECURSE pack_sources CONFIGURE_DEPENDS toolchain/pack/*.cpp)
set(pack_library ${pack_sources})
list(FILTER pack_library EXCLUDE REGEX "/main.cpp$")
add_custom_target(model)

# The writers of the model's sections, for the packer, the trainers and the tests.
add_library(ailamgi_pack STATIC ${pack_library})
target_include_directories(ailamgi_pack PUBLIC toolchain)
target_link_libraries(ailamgi_pack PUBLIC ailamgi_core)

if(EMSCRIPTEN)
  # The packer runs on this machine, so the native build makes the file, and this one takes it over.
  file(GLOB_RECURSE core_headers CONFIGURE_DEPENDS core/*.h)
  set(host_model ${AILAMGI_HOST_BUILD}/ailamgi.model)
  add_custom_command(OUTPUT ${AILAMGI_MODEL}
    COMMAND ${CMAKE_COMMAND} -E env --unset=CC --unset=CXX --unset=NODE_PATH
      ${PROJECT_SOURCE_DIR}/toolchain/cmake/host_model.sh ${AILAMGI_HOST_BUILD}
    COMMAND ${CMAKE_COMMAND} -E copy ${host_model} ${AILAMGI_MODEL}
    DEPENDS ${lexicons} ${weights} ${pack_sources} ${core_sources} ${core_headers}
    COMMENT "Packing the model with the native build" VERBATIM)
else()
  add_executable(ailamgi-pack toolchain/pack/main.cpp)
  target_link_libraries(ailamgi-pack PRIVATE ailamgi_pack)
  add_custom_command(OUTPUT ${AILAMGI_MODEL}
    COMMAND ailamgi-pack --lexicons ${PROJECT_SOURCE_DIR}/toolchain/lexicons
      --weights ${PROJECT_SOURCE_DIR}/toolchain/weights --out ${AILAMGI_MODEL}
    DEPENDS ailamgi-pack ${lexicons} ${weights}
    COMMENT "Packing the model" VERBATIM)
endif()
add_custom_target(model_file ALL DEPENDS ${AILAMGI_MODEL})
add_dependencies(model model_file)
