#include "CEmbedded.h"

// Each file of the top level's folder `themes` once here and once in the table; a test compares both with the folder.

static const unsigned char broadsheet[] = {
#embed "../../themes/broadsheet.toml"
};
static const unsigned char clear[] = {
#embed "../../themes/clear.toml"
};
static const unsigned char dark[] = {
#embed "../../themes/dark.toml"
};
static const unsigned char high_contrast[] = {
#embed "../../themes/high-contrast.toml"
};
static const unsigned char light[] = {
#embed "../../themes/light.toml"
};
static const unsigned char monochrome[] = {
#embed "../../themes/monochrome.toml"
};
static const unsigned char night_desk[] = {
#embed "../../themes/night-desk.toml"
};
static const unsigned char terminal[] = {
#embed "../../themes/terminal.toml"
};

static const embedded_file themes[] = {
    {"broadsheet.toml", broadsheet, sizeof broadsheet},
    {"clear.toml", clear, sizeof clear},
    {"dark.toml", dark, sizeof dark},
    {"high-contrast.toml", high_contrast, sizeof high_contrast},
    {"light.toml", light, sizeof light},
    {"monochrome.toml", monochrome, sizeof monochrome},
    {"night-desk.toml", night_desk, sizeof night_desk},
    {"terminal.toml", terminal, sizeof terminal},
};

const embedded_file *embedded_themes(size_t *count) {
    *count = sizeof themes / sizeof themes[0];
    return themes;
}
