import Foundation

/// What a command prints: bytes, gathered and written in large pieces.
///
/// When whoever reads goes away, SIGPIPE ends the process in silence, as it does every filter.
struct StandardOutput {
    /// Whether a terminal shows it.
    static let isTerminal = isatty(STDOUT_FILENO) == 1

    private var gathered: [UInt8] = []

    init() { signal(SIGPIPE, SIG_DFL) }

    /// Appends what `fill` appends, and writes when enough has come together.
    mutating func append(_ fill: (inout [UInt8]) -> Void) throws(Failure) {
        fill(&gathered)
        if gathered.count >= 1 << 16 { try flush() }
    }

    /// Appends bytes: a few are gathered, many go out without being copied.
    mutating func append(_ bytes: [UInt8]) throws(Failure) {
        guard bytes.count >= 1 << 16 else { return try append { $0 += bytes } }
        try flush()
        try write(bytes)
    }

    /// Prints all of a text.
    static func print(_ text: String) throws(Failure) {
        var output = StandardOutput()
        try output.append { $0 += text.utf8 }
        try output.flush()
    }

    /// Writes what has come together.
    mutating func flush() throws(Failure) {
        defer { gathered.removeAll(keepingCapacity: true) }
        try write(gathered)
    }

    private func write(_ bytes: [UInt8]) throws(Failure) {
        let fault = bytes.withUnsafeBytes { bytes -> Int32? in
            var rest = UnsafeRawBufferPointer(bytes)
            while !rest.isEmpty {
                let count = Glibc.write(STDOUT_FILENO, rest.baseAddress, rest.count)
                switch (count, errno) {
                case (0..., _): rest = UnsafeRawBufferPointer(rebasing: rest[count...])
                case (_, EINTR): continue
                case (_, EAGAIN):  // Somebody made it non-blocking; it is theirs as well.
                    var ready = pollfd(fd: STDOUT_FILENO, events: Int16(POLLOUT), revents: 0)
                    poll(&ready, 1, -1)
                case (_, let number): return number
                }
            }
            return nil
        }
        if let fault {
            throw Failure(.inputOutput, "cannot write to standard output: \(String(cString: strerror(fault)))")
        }
    }
}
