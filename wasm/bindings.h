// The module's doors, as JavaScript calls them: plain C, strings by pointer and length, results as JSON.
//
//   buffer = malloc(bytes), fill it, handle = ailamgi_load(buffer, bytes)
//   text = malloc(2 * units), fill it, json = ailamgi_analyze(handle, text, units, options), read
//   ailamgi_length(handle)
//
// One handle serves one call at a time. Text is UTF-16 as JavaScript has it, well formed or not. Options are a JSON
// object in NUL-terminated UTF-8, or null: {"date":"YYYY-MM-DD"} is the day the article appeared; unknown members are
// ignored. While an analysis runs, the module's member `told`, if it is a function, is called with each per cent of it
// that is done; when it returns false, the analysis ends with the error "cancelled". Out of memory is a trap: the
// module is then to be thrown away, and loaded anew.
#pragma once

#include <cstddef>
#include <cstdint>

struct Ailamgi;

extern "C" {

// Opens a model. Takes the buffer, which must come from malloc, over: nobody else may free or use it afterwards,
// whether this succeeds or not. Null when the model is no good; ailamgi_error() then says why.
Ailamgi* ailamgi_load(std::uint8_t* model, std::size_t bytes);

// {"error":{"code":…,"message":{"vi":…,"en":…}}}, NUL-terminated UTF-8, of the last ailamgi_load that failed.
const char* ailamgi_error();

// The analysis, or an object with `error` as above. NUL-terminated UTF-8, valid until the next call with this handle.
const char* ailamgi_analyze(Ailamgi* handle, const char16_t* text, std::size_t units, const char* options);

// The answer to a question about a text, or an object with `error`. Asking about the text (and options) of the last
// call costs no second analysis.
const char* ailamgi_ask(Ailamgi* handle, const char16_t* text, std::size_t units, const char16_t* question,
                        std::size_t question_units, const char* options);

// Bytes of the last result, without its NUL.
std::size_t ailamgi_length(const Ailamgi* handle);

// Frees the handle, its model and its last result. Null is fine.
void ailamgi_free(Ailamgi* handle);
}
