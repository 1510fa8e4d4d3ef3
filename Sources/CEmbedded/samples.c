#include "CEmbedded.h"

// Each file of the folder `samples` once here and once in the table; a test compares both with the folder.

static const unsigned char harbour_strike_courier[] = {
#embed "samples/harbour-strike-courier.md"
};
static const unsigned char harbour_strike_wire[] = {
#embed "samples/harbour-strike-wire.txt"
};

static const embedded_file samples[] = {
    {"harbour-strike-courier.md", harbour_strike_courier, sizeof harbour_strike_courier},
    {"harbour-strike-wire.txt", harbour_strike_wire, sizeof harbour_strike_wire},
};

const embedded_file *embedded_samples(size_t *count) {
    *count = sizeof samples / sizeof samples[0];
    return samples;
}
