#define _GNU_SOURCE
#include "conduct.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <termios.h>
#include <unistd.h>

static const int told[] = {SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGTSTP, SIGCONT, SIGWINCH};
// What ends a process at once unless it is taken in: faults, and what nobody has a use for here.
static const int crashes[] = {
    SIGSEGV, SIGILL,    SIGTRAP, SIGABRT, SIGBUS,  SIGFPE, SIGSYS, SIGUSR1,
    SIGUSR2, SIGALRM, SIGVTALRM, SIGPROF, SIGXCPU, SIGIO,  SIGPWR, SIGSTKFLT,
};
// What the write that failed tells as well: a terminal that went away, a file that may grow no more.
static const int unheard[] = {SIGPIPE, SIGXFSZ};
enum {
    told_count = sizeof told / sizeof *told,
    crash_count = sizeof crashes / sizeof *crashes,
    ignored_count = sizeof unheard / sizeof *unheard,
};

static struct sigaction told_before[told_count], crash_before[crash_count], ignored_before[ignored_count];
static struct termios modes_before;
static bool has_modes;
static int terminal = -1, pipe_ends[2] = {-1, -1};
static char restore_bytes[512];
static size_t restore_count;
static _Atomic bool entered;
static _Atomic bool ending;

// Standard error while it is held: what it was, and the memory it goes to.
static int real_error = -1, held_error = -1;

static void write_all(int descriptor, const char *bytes, size_t count) {
    while (count > 0) {
        ssize_t written = write(descriptor, bytes, count);
        if (written < 0 && errno == EINTR) continue;
        if (written <= 0) return;
        bytes += written;
        count -= (size_t)written;
    }
}

static void release_error(void) {
    if (real_error < 0) return;
    dup2(real_error, STDERR_FILENO);
    if (held_error >= 0) {
        char buffer[1024];
        ssize_t count;
        lseek(held_error, 0, SEEK_SET);
        while ((count = read(held_error, buffer, sizeof buffer)) > 0) write_all(STDERR_FILENO, buffer, (size_t)count);
        close(held_error);
    }
    close(real_error);
    real_error = held_error = -1;
}

/// Makes the terminal whole by system calls alone.
static void restore_terminal(void) {
    if (!atomic_exchange(&entered, false)) return;
    write_all(terminal, restore_bytes, restore_count);
    if (has_modes) tcsetattr(terminal, TCSAFLUSH, &modes_before);
    release_error();
}

static void on_told(int number) {
    int error = errno;
    bool ends = number == SIGTERM || number == SIGHUP || number == SIGINT || number == SIGQUIT;
    // Whoever asks a second time has not been heard: the loop hangs.
    if (ends && atomic_exchange(&ending, true)) {
        restore_terminal();
        _exit(128 + number);
    }
    unsigned char byte = (unsigned char)number;
    ssize_t ignored = write(pipe_ends[1], &byte, 1);
    (void)ignored;
    errno = error;
}

static void on_crash(int number) {
    restore_terminal();
    for (int i = 0; i < crash_count; i++)
        if (crashes[i] == number) sigaction(number, &crash_before[i], 0);
    raise(number);  // Comes when this handler returns, if the fault itself does not come first.
}

static void at_exit(void) { restore_terminal(); }

int conduct_begin(int descriptor) {
    static bool registered;
    static char stack[64 * 1024];
    terminal = descriptor;
    has_modes = tcgetattr(descriptor, &modes_before) == 0;
    if (pipe2(pipe_ends, O_CLOEXEC | O_NONBLOCK) != 0) return -1;
    if (!registered) registered = atexit(at_exit) == 0;
    atomic_store(&ending, false);

    struct sigaction action = {.sa_handler = on_told, .sa_flags = SA_RESTART};
    sigfillset(&action.sa_mask);
    for (int i = 0; i < told_count; i++) {
        sigaction(told[i], 0, &told_before[i]);
        // Under nohup a hang-up stays ignored.
        if (told[i] == SIGHUP && told_before[i].sa_handler == SIG_IGN) continue;
        sigaction(told[i], &action, 0);
    }
    // Whoever started the program may have blocked signals, which it inherits.
    sigset_t heard;
    sigemptyset(&heard);
    for (int i = 0; i < told_count; i++) sigaddset(&heard, told[i]);
    pthread_sigmask(SIG_UNBLOCK, &heard, 0);
    // A crash may be an overflow of the stack it happened on.
    stack_t alternate = {.ss_sp = stack, .ss_size = sizeof stack};
    sigaltstack(&alternate, 0);
    action.sa_handler = on_crash;
    action.sa_flags = SA_ONSTACK;
    for (int i = 0; i < crash_count; i++) sigaction(crashes[i], &action, &crash_before[i]);
    action.sa_handler = SIG_IGN;
    for (int i = 0; i < ignored_count; i++) sigaction(unheard[i], &action, &ignored_before[i]);
    return pipe_ends[0];
}

void conduct_set_restore(const char *bytes, size_t count) {
    restore_count = count < sizeof restore_bytes ? count : sizeof restore_bytes;
    memcpy(restore_bytes, bytes, restore_count);
}

void conduct_enter(void) {
    if (real_error < 0 && isatty(STDERR_FILENO)) {
        held_error = memfd_create("standard error", MFD_CLOEXEC);
        if (held_error >= 0) {
            real_error = fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 3);
            if (real_error >= 0) dup2(held_error, STDERR_FILENO);
        }
    }
    atomic_store(&entered, true);
}

void conduct_leave(void) {
    atomic_store(&entered, false);
    release_error();
}

void conduct_stop(bool group) {
    struct sigaction action = {.sa_handler = SIG_DFL}, ours, waking;
    sigaction(SIGTSTP, &action, &ours);
    sigaction(SIGCONT, &action, &waking);  // Its news is that this returns.
    // In an orphaned process group nobody could wake us: the kernel then drops the signal, and this returns at once.
    if (group) kill(0, SIGTSTP);
    else raise(SIGTSTP);
    sigaction(SIGCONT, &waking, 0);
    sigaction(SIGTSTP, &ours, 0);
}

void conduct_end(void) {
    for (int i = 0; i < told_count; i++) sigaction(told[i], &told_before[i], 0);
    for (int i = 0; i < crash_count; i++) sigaction(crashes[i], &crash_before[i], 0);
    for (int i = 0; i < ignored_count; i++) sigaction(unheard[i], &ignored_before[i], 0);
    for (int i = 0; i < 2; i++) {
        if (pipe_ends[i] >= 0) close(pipe_ends[i]);
        pipe_ends[i] = -1;
    }
}

int stage_memory(void) { return memfd_create("a frame", MFD_CLOEXEC); }

bool stage_redirect(int target, int descriptor) {
    int result;
    do result = dup3(target, descriptor, O_CLOEXEC);
    while (result < 0 && (errno == EINTR || errno == EBUSY));
    return result >= 0;
}
