// What keeps a terminal whole whatever happens to the process. All state is static: a process has one terminal. Signal
// handlers here call nothing that is not async-signal-safe (signal-safety(7)).
#pragma once
#include <stdbool.h>
#include <stddef.h>

/// Remembers the terminal on `descriptor` as it is now, opens the signal pipe and installs the handlers: signals that end,
/// stop, continue or resize come as one byte each, their number, from the pipe; a crash writes what conduct_set_restore()
/// left, puts the modes back and goes on to whoever handled the crash before. Returns the pipe's reading end, or -1.
int conduct_begin(int descriptor);

/// What to write to the terminal to make it whole; copied, at most 512 bytes.
void conduct_set_restore(const char *_Nonnull bytes, size_t count);

/// From here on the terminal is ours: until conduct_leave(), a crash or exit() restores it. Standard error, if it is a
/// terminal, is held back meanwhile, so that no library's message lands in the middle of a frame.
void conduct_enter(void);

/// The terminal has been made whole: gives standard error back, and what was held.
void conduct_leave(void);

/// Stops the process, alone or its whole group, as ^Z does; returns when it goes on. Call between leave and enter.
void conduct_stop(bool group);

/// Gives the handlers back and closes the pipe.
void conduct_end(void);

/// A piece of memory that is written to like a file; -1 where the system has none.
int stage_memory(void);

/// Makes `descriptor` another name of `target`, closed in programs that are started. False when the system refuses.
bool stage_redirect(int target, int descriptor);
