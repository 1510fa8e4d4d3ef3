import Glibc

/// A program that the reader starts and waits for.
enum ChildProcess {
    /// What a program runs among.
    enum Surroundings {
        /// The terminal: it prints there, and reads what is typed unless it is given input.
        case terminal
        /// Nothing: what it prints is gone, and keys such as ^C are not for it.
        case nothing
    }

    /// Runs a program to its end, with these bytes on its standard input; gives its exit code: 127 where it was not started,
    /// 128 and the signal's number where a signal ended it. Waits for it: for threads that may. A program that leaves a part
    /// of itself behind, as clipboard tools do, has ended when its first process has.
    static func run(_ command: [String], input: [UInt8]?, in surroundings: Surroundings) -> Int32 {
        guard let program = command.first else { return 127 }
        var ends: [CInt] = [-1, -1]
        if input != nil {
            guard pipe(&ends) == 0 else { return 127 }
            // Else another program that is started meanwhile would hold the pipe open.
            for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        }
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        if input != nil { posix_spawn_file_actions_adddup2(&actions, ends[0], STDIN_FILENO) }
        switch surroundings {
        case .terminal:
            // Articles may come by a pipe, and what is printed go to one.
            let taken = input == nil ? [STDIN_FILENO, STDOUT_FILENO] : [STDOUT_FILENO]
            for descriptor in taken where isatty(descriptor) == 0 {
                posix_spawn_file_actions_addopen(&actions, descriptor, "/dev/tty", O_RDWR, 0)
            }
        case .nothing:
            posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0)
            posix_spawn_file_actions_adddup2(&actions, STDOUT_FILENO, STDERR_FILENO)
        }
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        var none = sigset_t()
        sigemptyset(&none)
        var all = sigset_t()
        sigfillset(&all)
        posix_spawnattr_setsigmask(&attributes, &none)
        posix_spawnattr_setsigdefault(&attributes, &all)
        let group = surroundings == .nothing ? POSIX_SPAWN_SETPGROUP : 0
        posix_spawnattr_setflags(&attributes, Int16(group | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))

        var process: pid_t = 0
        let words = command.map { strdup($0) }
        defer { for word in words { free(word) } }
        let failure = posix_spawn(&process, program, &actions, &attributes, words + [nil], environ)
        if input != nil { close(ends[0]) }
        // The reader ignores SIGPIPE: a program that does not read to the end ends the writing.
        if let input {
            if failure == 0 { write(input, to: ends[1]) }
            close(ends[1])
        }
        guard failure == 0 else { return 127 }
        var status: CInt = 0
        while waitpid(process, &status, 0) < 0 { if errno != EINTR { return 127 } }
        return status & 0x7F == 0 ? status >> 8 & 0xFF : 128 + (status & 0x7F)
    }

    /// Writes bytes until all are written, or nobody wants more.
    static func write(_ bytes: [UInt8], to descriptor: CInt) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return }
            rest = rest.dropFirst(count)
        }
    }
}
