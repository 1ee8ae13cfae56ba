#pragma once

#include <cstddef>
#include <cstdint>

/// What libFuzzer calls with each input; tst_FuzzCorpus calls it with the files of the corpus. It
/// aborts when something is wrong.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);
