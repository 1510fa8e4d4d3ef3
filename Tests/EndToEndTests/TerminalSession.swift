import Foundation
import Glibc

/// The program in a terminal, as tmux plays one: keys go in, the screen comes out. The terminal ends with the value.
final class TerminalSession {
    /// What did not come to be before the deadline, with the screen as it was instead.
    struct Timeout: Error, CustomStringConvertible {
        var description: String
    }

    /// Whether there is a tmux to play the terminal.
    static let isAvailable = FileManager.default.isExecutableFile(atPath: tmux)
    static let unavailable = "needs tmux: apt-get install tmux"

    private static let tmux = "/usr/bin/tmux"
    /// How long to wait for what should come at once. Reached by failures alone.
    private static let patience: TimeInterval = 30

    private let socket = "pullquote-" + UUID().uuidString.prefix(8)
    private let home: TemporaryHome
    /// Where the program's exit code is, once it has ended.
    private let statusFile: String

    /// Starts the program with these arguments.
    ///
    /// - Parameters:
    ///   - home: Where its configuration, data and articles lie; outlives it.
    ///   - size: Columns and rows.
    ///   - environment: What to set beside the home.
    ///   - input: A file for its standard input in place of the terminal.
    ///   - program: Another program than the product.
    init(
        _ arguments: String..., in home: TemporaryHome, size: (columns: Int, rows: Int) = (80, 24),
        environment: [String: String] = [:], input: String? = nil, program: String? = nil
    ) throws {
        self.home = home
        let settings = try home.file(
            ".tmux.conf",
            """
            set -g default-terminal tmux-256color
            set -g status off
            """)
        let variables = home.environment.merging(["TERM": "tmux-256color"]) { $1 }.merging(environment) { $1 }.map {
            "\($0)=\($1)"
        }.sorted()
        statusFile = ".status-" + UUID().uuidString
        // A shell notes how the program ends: tmux itself misses the end of a child now and then (3.3a).
        let script = #""$@" <"${INPUT:-/dev/tty}"; echo $? >"$0"; exec cat"#
        let command =
            ["/usr/bin/env", "-i"] + variables + (input.map { ["INPUT=" + $0] } ?? [])
            + ["/bin/sh", "-c", script, home.folder.path + "/" + statusFile]
        try run(
            ["-f", settings, "new-session", "-d", "-x", "\(size.columns)", "-y", "\(size.rows)", "--"] + command
                + [program ?? Self.program] + arguments)
    }

    deinit { _ = try? run(["kill-server"]) }

    /// The product, which lies beside the tests' own executable.
    static let program =
        URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent().path + "/pullquote"

    // MARK: - Keys and size

    /// Types text.
    func type(_ text: String) throws { try run(["send-keys", "-l", "--", text]) }

    /// Presses keys by tmux's names: `Enter`, `Escape`, `C-d`.
    func press(_ keys: String...) throws { try run(["send-keys"] + keys) }

    /// Gives the window another size.
    func resize(columns: Int, rows: Int) throws {
        try run(["resize-window", "-x", "\(columns)", "-y", "\(rows)"])
    }

    // MARK: - The screen

    /// The rows as they are, without trailing blanks.
    func screen() throws -> [String] {
        try run(["capture-pane", "-p"]).components(separatedBy: "\n")
    }

    /// The rows as they are, with the sequences that make their colours and strokes.
    func styledScreen() throws -> String { try run(["capture-pane", "-p", "-e", "-N"]) }

    /// Where the cursor is.
    func cursor() throws -> (column: Int, row: Int) {
        let parts = try run(["display-message", "-p", "#{cursor_x} #{cursor_y}"]).split(whereSeparator: \.isWhitespace)
        return (parts.first.flatMap { Int($0) } ?? -1, parts.last.flatMap { Int($0) } ?? -1)
    }

    /// Waits until every one of these texts is on the screen; gives the screen.
    @discardableResult
    func shows(_ texts: String...) throws -> [String] {
        try waits(for: "“" + texts.joined(separator: "”, “") + "”") { screen in
            texts.allSatisfy { text in screen.contains { $0.contains(text) } }
        }
    }

    /// Waits until none of these texts is on the screen any more; gives the screen.
    @discardableResult
    func hides(_ texts: String...) throws -> [String] {
        try waits(for: "no “" + texts.joined(separator: "”, “") + "”") { screen in
            !texts.contains { text in screen.contains { $0.contains(text) } }
        }
    }

    /// Waits until the screen is as `condition` asks; gives the screen.
    @discardableResult
    func waits(for what: String, until condition: ([String]) throws -> Bool) throws -> [String] {
        let deadline = Date(timeIntervalSinceNow: Self.patience)
        while true {
            let screen = try screen()
            if try condition(screen) { return screen }
            guard Date() < deadline else {
                throw Timeout(description: "no \(what) on this screen:\n" + screen.joined(separator: "\n"))
            }
            usleep(15_000)
        }
    }

    /// Waits for the program's end; gives its exit code.
    func exitStatus() throws -> Int {
        var status: Int?
        try waits(for: "end of the program") { _ in
            status = home.text(of: statusFile).flatMap { $0.hasSuffix("\n") ? Int($0.dropLast()) : nil }
            return status != nil
        }
        return status ?? -1
    }

    // MARK: - tmux

    /// Gives a command to this session's own tmux server, and what it prints.
    @discardableResult
    private func run(_ arguments: [String]) throws -> String {
        let path = try home.file(".tmux-\(UUID().uuidString)", "")
        defer { try? FileManager.default.removeItem(atPath: path) }
        let status = try Self.spawn(
            [Self.tmux, "-u", "-L", socket] + arguments,
            environment: ["PATH=/usr/bin:/bin", "LANG=C.UTF-8", "TMUX_TMPDIR=" + home.folder.path], output: path)
        let text = try String(contentsOfFile: path, encoding: .utf8)
        guard status == 0 else { throw Timeout(description: "tmux \(arguments): \(text)") }
        return text
    }

    /// Runs a program to its end, its output in a file; gives its wait status.
    ///
    /// `Foundation.Process` would wait for tmux's server too, which inherits the socket by which it sees a child's end.
    private static func spawn(_ arguments: [String], environment: [String], output: String) throws -> CInt {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_addopen(&actions, 1, output, O_WRONLY, 0)
        posix_spawn_file_actions_adddup2(&actions, 1, 2)
        // The threads that tests run on block signals, which a child would go on doing.
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        var signals = sigset_t()
        sigemptyset(&signals)
        posix_spawnattr_setsigmask(&attributes, &signals)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK))

        var process: pid_t = 0
        let words = arguments.map { strdup($0) }
        let variables = environment.map { strdup($0) }
        defer { (words + variables).forEach { free($0) } }
        guard posix_spawn(&process, arguments[0], &actions, &attributes, words + [nil], variables + [nil]) == 0 else {
            throw Timeout(description: "\(arguments[0]) does not start")
        }
        var status: CInt = 0
        while waitpid(process, &status, 0) < 0, errno == EINTR {}
        return status
    }
}
