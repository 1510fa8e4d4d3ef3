#include <fribidi/fribidi.h>

// Macros of several parts, which Swift does not see.
static const FriBidiFlags fribidi_shape_letters = FRIBIDI_FLAG_SHAPE_ARAB_PRES;
static inline int fribidi_is_rtl_letter(FriBidiCharType type) { return FRIBIDI_IS_LETTER(type) && FRIBIDI_IS_RTL(type); }
static inline int fribidi_is_ltr_letter(FriBidiCharType type) { return FRIBIDI_IS_LETTER(type) && !FRIBIDI_IS_RTL(type); }
static inline FriBidiParType fribidi_paragraph(int is_rtl) { return is_rtl ? FRIBIDI_PAR_RTL : FRIBIDI_PAR_LTR; }
