import ArgumentParser

/// What the program's exit code says. This table feeds `--help` and the manual page.
enum ExitStatus: Int32, CaseIterable {
    case fine = 0
    case badInput = 1
    case usage = 2
    case internalError = 70
    case inputOutput = 74
    case badConfiguration = 78

    var meaning: String {
        switch self {
        case .fine: "all is done"
        case .badInput:
            "something in the input could not be read, the rest is done; or nothing was found, or “check” found damage"
        case .usage: "the command line is wrong, or there is no terminal to read in"
        case .internalError: "a fault of the program"
        case .inputOutput: "the library or the output cannot be read or written"
        case .badConfiguration: "the configuration is wrong"
        }
    }

    /// What stands beside the table.
    static let signals = "128+n: ended by signal n"

    /// The table as help shows it.
    static var table: String {
        (["Exit codes:"] + allCases.map { "  \($0.rawValue): \($0.meaning)" } + ["  \(signals)"]).joined(separator: "\n")
    }
}

/// The end of a command with a line on standard error.
struct Failure: Error {
    var status: ExitStatus
    /// Lines for a person; may hold bytes of a file's name or text.
    var message: String

    init(_ status: ExitStatus, _ message: String) {
        self.status = status
        self.message = message
    }
}
