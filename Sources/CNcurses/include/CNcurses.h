// ncursesw and terminfo as Swift can see them: macros and shared variables become functions and constants.
#pragma once
#ifndef NCURSES_WIDECHAR
#define NCURSES_WIDECHAR 1
#endif
#include <curses.h>
#include <term.h>
#include "conduct.h"

static inline WINDOW *_Nullable curses_window(void) { return stdscr; }
static inline WINDOW *_Nullable curses_screen(void) { return curscr; }

static const attr_t curses_bold = WA_BOLD;
static const attr_t curses_dim = WA_DIM;
static const attr_t curses_italic = WA_ITALIC;
static const attr_t curses_underline = WA_UNDERLINE;
static const attr_t curses_reverse = WA_REVERSE;
static const attr_t curses_invisible = WA_INVIS;

// Declared by <wchar.h> only for who asks for X/Open.
extern int wcwidth(wchar_t character);

/// How many columns the C library, and so ncurses, gives a character; -1 for none.
static inline int curses_width(wchar_t character) { return wcwidth(character); }

/// One cell of `text` (a spacing character and up to four combining ones, ended by a null) with attributes and an
/// extended colour pair.
static inline int curses_set_cell(cchar_t *_Nonnull cell, const wchar_t *_Nonnull text, attr_t attributes, int pair) {
    return setcchar(cell, text, attributes, (short)(pair > 0x7FFF ? 0x7FFF : pair), &pair);
}

/// The same for one character without marks.
static inline int curses_set_character(cchar_t *_Nonnull cell, wchar_t character, attr_t attributes, int pair) {
    const wchar_t text[2] = {character, 0};
    return curses_set_cell(cell, text, attributes, pair);
}

/// How many of terminfo's standard capabilities a compiled entry holds, and their names in its order (term(5)).
static const int terminfo_flag_count = 37;
static const int terminfo_number_count = 33;
static const int terminfo_string_count = 394;
static inline const char *_Nonnull terminfo_flag_name(int index) { return boolnames[index]; }
static inline const char *_Nonnull terminfo_number_name(int index) { return numnames[index]; }
static inline const char *_Nonnull terminfo_string_name(int index) { return strnames[index]; }

/// A string capability; null when the terminal lacks it.
static inline const char *_Nullable terminfo_string(const char *_Nonnull name) {
    const char *value = tigetstr(name);
    return value == (char *)-1 ? 0 : value;
}

/// Forgets the terminal that setupterm() found.
static inline void terminfo_forget(void) {
    if (cur_term) del_curterm(cur_term);
}

/// The code of F0; function key n has this plus n.
static const int curses_key_function = KEY_F0;
