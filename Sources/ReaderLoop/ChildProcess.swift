import Glibc

/// A program that runs beside the reader and has no terminal.
enum ChildProcess {
    /// Runs a program to its end, with these bytes on its standard input; gives its exit status, -1 where it was not started
    /// or a signal ended it. Waits for it: for threads that may. A program that leaves a part of itself behind, as clipboard
    /// tools do, has ended when its first process has.
    static func run(_ command: [String], input: [UInt8]) -> Int32 {
        var ends: [CInt] = [0, 0]
        guard let program = command.first, pipe(&ends) == 0 else { return -1 }
        // Else another program that is started meanwhile would hold the pipe open.
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_adddup2(&actions, ends[0], 0)
        posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0)
        posix_spawn_file_actions_adddup2(&actions, 1, 2)
        // A group of its own: keys such as ^C are for the reader.
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        var none = sigset_t()
        sigemptyset(&none)
        var all = sigset_t()
        sigfillset(&all)
        posix_spawnattr_setsigmask(&attributes, &none)
        posix_spawnattr_setsigdefault(&attributes, &all)
        posix_spawnattr_setflags(
            &attributes, Int16(POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))

        var process: pid_t = 0
        let words = command.map { strdup($0) }
        defer { for word in words { free(word) } }
        let failed = posix_spawn(&process, program, &actions, &attributes, words + [nil], environ)
        close(ends[0])
        defer { if failed != 0 { close(ends[1]) } }
        guard failed == 0 else { return -1 }
        // The reader ignores SIGPIPE: a program that does not read to the end ends the writing.
        var rest = input[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { write(ends[1], $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { break }
            rest = rest.dropFirst(count)
        }
        close(ends[1])
        var status: CInt = 0
        while waitpid(process, &status, 0) < 0 { if errno != EINTR { return -1 } }
        return status & 0x7F == 0 ? status >> 8 & 0xFF : -1
    }
}
