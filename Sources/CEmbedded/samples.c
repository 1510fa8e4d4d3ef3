#include "CEmbedded.h"

// Each file of the folder `samples` once here and once in the table; a test compares both with the folder.

static const unsigned char bridge_trial_court_report[] = {
#embed "samples/bridge-trial-court-report.md"
};
static const unsigned char cup_final[] = {
#embed "samples/cup-final.txt"
};
static const unsigned char ferry_rescue_gazette[] = {
#embed "samples/ferry-rescue-gazette.md"
};
static const unsigned char ferry_rescue_isla_verde_today[] = {
#embed "samples/ferry-rescue-isla-verde-today.md"
};
static const unsigned char harbour_strike_courier[] = {
#embed "samples/harbour-strike-courier.md"
};
static const unsigned char harbour_strike_ledger[] = {
#embed "samples/harbour-strike-ledger.md"
};
static const unsigned char harbour_strike_wire[] = {
#embed "samples/harbour-strike-wire.txt"
};
static const unsigned char interview_seo_yun_ha[] = {
#embed "samples/interview-seo-yun-ha.md"
};
static const unsigned char profile_leonie_von_der_heyde[] = {
#embed "samples/profile-leonie-von-der-heyde.md"
};
static const unsigned char sarun_talks_dispatch[] = {
#embed "samples/sarun-talks-dispatch.md"
};
static const unsigned char sarun_talks_meridian[] = {
#embed "samples/sarun-talks-meridian.md"
};
static const unsigned char sarun_talks_repost[] = {
#embed "samples/sarun-talks-repost.txt"
};
static const unsigned char sarun_talks_state_news[] = {
#embed "samples/sarun-talks-state-news.md"
};
static const unsigned char speech_at_the_flood_wall[] = {
#embed "samples/speech-at-the-flood-wall.md"
};
static const unsigned char tide_tablet_science[] = {
#embed "samples/tide-tablet-science.md"
};
static const unsigned char tour_opening[] = {
#embed "samples/tour-opening.md"
};

static const embedded_file samples[] = {
    {"bridge-trial-court-report.md", bridge_trial_court_report, sizeof bridge_trial_court_report},
    {"cup-final.txt", cup_final, sizeof cup_final},
    {"ferry-rescue-gazette.md", ferry_rescue_gazette, sizeof ferry_rescue_gazette},
    {"ferry-rescue-isla-verde-today.md", ferry_rescue_isla_verde_today, sizeof ferry_rescue_isla_verde_today},
    {"harbour-strike-courier.md", harbour_strike_courier, sizeof harbour_strike_courier},
    {"harbour-strike-ledger.md", harbour_strike_ledger, sizeof harbour_strike_ledger},
    {"harbour-strike-wire.txt", harbour_strike_wire, sizeof harbour_strike_wire},
    {"interview-seo-yun-ha.md", interview_seo_yun_ha, sizeof interview_seo_yun_ha},
    {"profile-leonie-von-der-heyde.md", profile_leonie_von_der_heyde, sizeof profile_leonie_von_der_heyde},
    {"sarun-talks-dispatch.md", sarun_talks_dispatch, sizeof sarun_talks_dispatch},
    {"sarun-talks-meridian.md", sarun_talks_meridian, sizeof sarun_talks_meridian},
    {"sarun-talks-repost.txt", sarun_talks_repost, sizeof sarun_talks_repost},
    {"sarun-talks-state-news.md", sarun_talks_state_news, sizeof sarun_talks_state_news},
    {"speech-at-the-flood-wall.md", speech_at_the_flood_wall, sizeof speech_at_the_flood_wall},
    {"tide-tablet-science.md", tide_tablet_science, sizeof tide_tablet_science},
    {"tour-opening.md", tour_opening, sizeof tour_opening},
};

const embedded_file *embedded_samples(size_t *count) {
    *count = sizeof samples / sizeof samples[0];
    return samples;
}
