#pragma once

#include <stddef.h>

#pragma clang assume_nonnull begin

/// A file of the source tree that is part of the binary: it lies in read-only memory for as long as the program runs.
typedef struct {
    /// The file's name without folder, NUL-terminated.
    const char *name;
    /// The file's bytes, not NUL-terminated.
    const unsigned char *bytes;
    /// How many bytes there are.
    size_t count;
} embedded_file;

/// The sample articles, sorted by name; `count` receives how many there are.
const embedded_file *embedded_samples(size_t *count);

/// The themes, sorted by name; `count` receives how many there are.
const embedded_file *embedded_themes(size_t *count);

#pragma clang assume_nonnull end
