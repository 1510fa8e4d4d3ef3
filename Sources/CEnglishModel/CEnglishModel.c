#include "CEnglishModel.h"

/* C23 puts the files into read-only memory: nothing is opened or copied when the program starts. */
static const unsigned char cues[] = {
#embed "lists/cues.txt"
};
static const unsigned char function_words[] = {
#embed "lists/functionwords.txt"
};
static const unsigned char calendar[] = {
#embed "lists/calendar.txt"
};
static const unsigned char abbreviations[] = {
#embed "lists/abbreviations.txt"
};
static const unsigned char titles[] = {
#embed "lists/titles.txt"
};
static const unsigned char roles[] = {
#embed "lists/roles.txt"
};
static const unsigned char name_particles[] = {
#embed "lists/nameparticles.txt"
};
static const unsigned char countries[] = {
#embed "lists/countries.txt"
};
static const unsigned char peoples[] = {
#embed "lists/peoples.txt"
};
static const unsigned char places[] = {
#embed "lists/places.txt"
};
static const unsigned char organisations[] = {
#embed "lists/organisations.txt"
};
static const unsigned char name_heads[] = {
#embed "lists/nameheads.txt"
};
static const unsigned char given_names[] = {
#embed "lists/givennames.txt"
};
static const unsigned char surnames[] = {
#embed "lists/surnames.txt"
};
static const unsigned char common_words[] = {
#embed "lists/commonwords.txt"
};
static const unsigned char nicknames[] = {
#embed "lists/nicknames.txt"
};

#define ENTRY(name) [english_list_##name] = { name, sizeof name }

english_list_bytes english_list(enum english_list list) {
    static const english_list_bytes lists[] = {
        ENTRY(cues), ENTRY(function_words), ENTRY(calendar), ENTRY(abbreviations), ENTRY(titles),
        ENTRY(roles), ENTRY(name_particles), ENTRY(countries), ENTRY(peoples), ENTRY(places), ENTRY(organisations),
        ENTRY(name_heads), ENTRY(given_names), ENTRY(surnames), ENTRY(common_words), ENTRY(nicknames),
    };
    return lists[list];
}

_Alignas(64) static const unsigned char names[] = {
#embed "models/names.model"
};

english_list_bytes english_name_model(void) {
    return (english_list_bytes){ names, sizeof names };
}

_Alignas(64) static const unsigned char quotations[] = {
#embed "models/quotations.model"
};

english_list_bytes english_quotation_model(void) {
    return (english_list_bytes){ quotations, sizeof quotations };
}

_Alignas(64) static const unsigned char speakers[] = {
#embed "models/speakers.model"
};

english_list_bytes english_speaker_model(void) {
    return (english_list_bytes){ speakers, sizeof speakers };
}
