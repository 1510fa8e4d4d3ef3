import Foundation
import Glibc
import Screen

/// A program in a terminal of its own, seen from the terminal's side: what it writes, what its modes are, how it ends.
public final class PseudoTerminal {
    /// Something the system refused.
    public struct Failure: Error {
        /// What was tried.
        public var what: String
    }

    /// All that the program has written so far.
    public private(set) var output: [UInt8] = []
    /// The program's process.
    public let process: pid_t
    /// Whether it answers what a terminal is asked.
    public var answers = true
    /// Whether it draws characters of ambiguous width wide.
    public var isWide = false
    private let master: CInt
    private var status: CInt?
    /// How much of the output has been looked through for questions.
    private var heard = 0

    /// Starts a program as the leader of a new session on a new terminal.
    ///
    /// - Parameters:
    ///   - arguments: The program's path and its arguments.
    ///   - environment: Its whole environment, beside `PATH` and `HOME`.
    ///   - input: A file for its standard input in place of the terminal.
    public init(
        _ arguments: [String], size: Size = Size(width: 80, height: 24),
        environment: [String: String] = ["TERM": "xterm-256color", "LC_ALL": "C.UTF-8"], input: String? = nil
    ) throws {
        // What posix_openpt(3), unlockpt(3) and ptsname(3) do, which Swift's Glibc does not show.
        master = open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC)
        var lock: CInt = 0
        var number: CUnsignedInt = 0
        guard master >= 0, ioctl(master, 0x4004_5431, &lock) == 0, ioctl(master, 0x8004_5430, &number) == 0 else {
            throw Failure(what: "a pseudo-terminal")
        }
        let name = "/dev/pts/\(number)"

        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        // The first terminal a session leader opens becomes the session's.
        posix_spawn_file_actions_addopen(&actions, 1, name, O_RDWR, 0)
        posix_spawn_file_actions_adddup2(&actions, 1, 2)
        if let input {
            posix_spawn_file_actions_addopen(&actions, 0, input, O_RDONLY, 0)
        } else {
            posix_spawn_file_actions_adddup2(&actions, 1, 0)
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
        let newSession: Int32 = 0x80  // POSIX_SPAWN_SETSID
        posix_spawnattr_setflags(&attributes, Int16(newSession | Int32(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF)))

        var variables = environment
        for name in ["PATH", "HOME"] where variables[name] == nil {
            variables[name] = ProcessInfo.processInfo.environment[name]
        }
        var process: pid_t = 0
        let path = arguments[0]
        let failed = Self.withStrings(arguments) { arguments in
            Self.withStrings(variables.map { "\($0)=\($1)" }) { variables in
                posix_spawn(&process, path, &actions, &attributes, arguments, variables)
            }
        }
        self.process = process
        guard failed == 0 else { throw Failure(what: arguments[0]) }
        resize(size)
    }

    deinit {
        if status == nil {
            kill(process, SIGKILL)
            kill(process, SIGCONT)
            waitpid(process, nil, 0)
        }
        close(master)
    }

    /// What the program has written, as text.
    public var text: String { String(decoding: output, as: UTF8.self) }

    /// Types something.
    public func type(_ text: String) {
        let bytes = Array(text.utf8)
        _ = bytes.withUnsafeBytes { write(master, $0.baseAddress, $0.count) }
    }

    /// Gives the window another size, as a person who drags its corner.
    public func resize(_ size: Size) {
        var window = winsize(ws_row: UInt16(size.height), ws_col: UInt16(size.width), ws_xpixel: 0, ws_ypixel: 0)
        _ = ioctl(master, UInt(TIOCSWINSZ), &window)
    }

    /// Sends a signal to the program.
    public func send(_ signal: CInt) { kill(process, signal) }

    /// Closes the window. Nothing more can be read or typed.
    public func vanish() {
        let nothing = open("/dev/null", O_RDWR)
        dup2(nothing, master)
        close(nothing)
    }

    /// Reads on until what the program wrote since `start` (an offset into ``output``) holds `expected`; false when it ends
    /// or half a minute goes by without.
    @discardableResult
    public func waitFor(_ expected: String, from start: Int = 0) -> Bool {
        let expected = Array(expected.utf8)
        return readOn { $0.dropFirst(start).firstRange(of: expected) != nil }
    }

    /// Reads on until a synchronised update that holds `expected` is whole; false when the program ends or half a minute goes
    /// by without.
    @discardableResult
    public func waitForFrame(with expected: String) -> Bool {
        let (expected, end) = (Array(expected.utf8), Array("\u{1B}[?2026l".utf8))
        return readOn { output in
            guard let found = output.firstRange(of: expected) else { return false }
            return output[found.upperBound...].firstRange(of: end) != nil
        }
    }

    /// Reads on until nothing has come for so many milliseconds, and says when the last byte came; nil if none did. For
    /// benchmarks: no test may depend on time.
    public func readUntilQuiet(milliseconds: CInt) -> ContinuousClock.Instant? {
        var last: ContinuousClock.Instant?
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        var waiting = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
        while poll(&waiting, 1, milliseconds) > 0, waiting.revents & Int16(POLLIN) != 0 {
            let count = read(master, &buffer, buffer.count)
            guard count > 0 else { break }
            take(buffer[..<count])
            last = .now
        }
        return last
    }

    /// Reads what is there, at most so many bytes, without waiting; gives their number.
    public func readAvailable(atMost count: Int) -> Int {
        var buffer = [UInt8](repeating: 0, count: max(1, count))
        var waiting = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
        guard count > 0, poll(&waiting, 1, 0) > 0, waiting.revents & Int16(POLLIN) != 0 else { return 0 }
        let read = max(0, read(master, &buffer, count))
        take(buffer[..<read])
        return read
    }

    /// Reads on until the program has ended, and returns its exit code, or minus the signal that ended it; nil if it goes
    /// on for half a minute.
    public func waitForEnd() -> Int? {
        _ = readOn { _ in false }
        return ended().map { $0 & 0x7F == 0 ? Int($0 >> 8 & 0xFF) : -Int($0 & 0x7F) }
    }

    /// The terminal's modes, as the line discipline has them.
    public var modes: TerminalModes {
        var modes = termios()
        tcgetattr(master, &modes)
        return TerminalModes(input: modes.c_iflag, output: modes.c_oflag, local: modes.c_lflag)
    }

    /// What is switched on in the terminal by all that was written: the private modes that are set, `cursor hidden`, and
    /// `keypad`.
    public var switchedOn: Set<String> { PrivateModes.on(after: output) }

    /// Whether text that is written next would not look plain: the last style that was set is not the terminal's own.
    public var isStyled: Bool {
        guard let match = text.matches(of: /\u{1B}\[([0-9;]*)m/).last else { return false }
        return !["", "0", "39;49"].contains(match.output.1)
    }

    private func readOn(until isEnough: ([UInt8]) -> Bool) -> Bool {
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        for _ in 0..<600 {
            if isEnough(output) { return true }
            var waiting = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
            let isReady = poll(&waiting, 1, 50) > 0
            let count = isReady && waiting.revents & Int16(POLLIN) != 0 ? read(master, &buffer, buffer.count) : 0
            if count > 0 {
                take(buffer[..<count])
            } else if ended() != nil {
                takeRest(&buffer)
                return isEnough(output)
            } else if isReady {
                usleep(10_000)  // All have closed the terminal, but the program has not ended yet.
            }
        }
        return false
    }

    /// What a program wrote last may still be on its way from one end of the terminal to the other when it has ended.
    private func takeRest(_ buffer: inout [UInt8]) {
        for _ in 0..<5 {
            usleep(2_000)
            var waiting = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
            while poll(&waiting, 1, 0) > 0, waiting.revents & Int16(POLLIN) != 0 {
                let count = read(master, &buffer, buffer.count)
                guard count > 0 else { return }
                take(buffer[..<count])
            }
        }
    }

    private func take(_ bytes: ArraySlice<UInt8>) {
        output += bytes
        guard answers else { return }
        // A question may be cut in two.
        let longest = Self.replies.map(\.question.utf8.count).max() ?? 0
        while heard < output.count {
            if output[heard] == 0x1B {
                let rest = output[heard...]
                if let reply = Self.replies.first(where: { rest.starts(with: $0.question.utf8) }) {
                    type(isWide ? reply.wide ?? reply.answer : reply.answer)
                } else if rest.count < longest {
                    return
                }
            }
            heard += 1
        }
    }

    /// What a terminal says when it is asked: a dark ground, a narrow character, and that it is well.
    private static let replies: [(question: String, answer: String, wide: String?)] = [
        ("\u{1B}[5n", "\u{1B}[0n", nil), ("\u{1B}[6n", "\u{1B}[2;2R", "\u{1B}[2;3R"),
        ("\u{1B}]11;?", "\u{1B}]11;rgb:1c1c/1c1c/1c1c\u{1B}\\", nil),
    ]

    private func ended() -> CInt? {
        if let status { return status }
        var status: CInt = 0
        if waitpid(process, &status, WNOHANG) == process { self.status = status }
        return self.status
    }

    private static func withStrings<Result>(
        _ strings: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Result
    ) -> Result {
        let copies = strings.map { strdup($0) }
        defer { for copy in copies { free(copy) } }
        return body(copies + [nil])
    }
}

/// A terminal's line discipline, as far as programs change it.
public struct TerminalModes: Equatable, Sendable {
    /// `c_iflag` of termios(3).
    public var input: UInt32
    /// `c_oflag`.
    public var output: UInt32
    /// `c_lflag`.
    public var local: UInt32
}

/// The switches of a terminal that a program should turn back.
enum PrivateModes {
    static func on(after output: [UInt8]) -> Set<String> {
        var on: Set<String> = []
        var rest = output[...]
        while let escape = rest.firstIndex(of: 0x1B) {
            rest = rest[(escape + 1)...]
            if rest.first == UInt8(ascii: "=") { on.insert("keypad") }
            if rest.first == UInt8(ascii: ">") { on.remove("keypad") }
            guard rest.starts(with: "[?".utf8) else { continue }
            let body = rest.dropFirst(2)
            guard let end = body.firstIndex(where: { (0x40...0x7E).contains($0) }) else { continue }
            for mode in String(decoding: body[..<end], as: UTF8.self).split(separator: ";") {
                let (name, isInverse) = mode == "25" ? ("cursor hidden", true) : (String(mode), false)
                // Automatic margins are on in any terminal, and whether the cursor blinks is nobody's state.
                if ["7", "12"].contains(mode) { continue }
                let isSet = body[end] == UInt8(ascii: "h")
                if isSet != isInverse { on.insert(name) } else { on.remove(name) }
            }
        }
        return on
    }
}

extension PseudoTerminal {
    /// The path of a program that this package builds; nil where it was not built.
    public static func path(of product: String) -> String? {
        var candidates: [URL] = []
        if let me = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe") {
            candidates.append(URL(filePath: me).deletingLastPathComponent())
        }
        candidates.append(URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent())
        let package = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        candidates.append(package.appending(path: ".build/debug"))
        return candidates.map { $0.appending(path: product).path }.first {
            FileManager.default.isExecutableFile(atPath: $0)
        }
    }
}
