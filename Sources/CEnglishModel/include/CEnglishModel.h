#ifndef C_ENGLISH_MODEL_H
#define C_ENGLISH_MODEL_H

#include <stddef.h>

/// The word lists, one for each file in `lists`. Each file's head says how its lines are to be read.
enum english_list {
    english_list_cues,
    english_list_function_words,
    english_list_calendar,
    english_list_abbreviations,
    english_list_titles,
    english_list_roles,
    english_list_name_particles,
    english_list_countries,
    english_list_peoples,
    english_list_places,
    english_list_organisations,
    english_list_name_heads,
    english_list_given_names,
    english_list_surnames,
    english_list_common_words,
    english_list_nicknames,
};

/// A file's bytes: UTF-8, not ended by a NUL; they live as long as the program.
typedef struct {
    const unsigned char *bytes;
    size_t count;
} english_list_bytes;

/// The list of this name.
english_list_bytes english_list(enum english_list list);

/// The learned parameters for names (`models/names.model`, written by the trainer), at a place fit for 64-bit words.
english_list_bytes english_name_model(void);

/// The learned parameters for quotations (`models/quotations.model`, written by the trainer), at a place fit for 64-bit words.
english_list_bytes english_quotation_model(void);

/// The learned parameters for speakers (`models/speakers.model`, written by the trainer).
english_list_bytes english_speaker_model(void);

/// Asks the processor to fetch the line of memory that holds an address; it may be any address.
static inline void english_prefetch(const void *address) { __builtin_prefetch(address); }

#endif
