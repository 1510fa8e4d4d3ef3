import Foundation
import Interchange

/// Lines for a person, on standard error.
enum StandardError {
    /// Whether a terminal shows it.
    static let isTerminal = isatty(STDERR_FILENO) == 1

    /// One complaint a line, each with the program's name; nothing in it acts on a terminal.
    static func complain(_ message: String) {
        write(
            message.split(separator: "\n", omittingEmptySubsequences: true)
                .map { "pullquote: \(CellText.line(String($0)))\n" }.joined())
    }

    /// Text that is clean already.
    static func write(_ text: String) {
        var text = text
        text.withUTF8 { bytes in
            var rest = UnsafeRawBufferPointer(bytes)
            while !rest.isEmpty {
                let count = Foundation.write(STDERR_FILENO, rest.baseAddress, rest.count)
                if count < 0, errno != EINTR { return }
                rest = UnsafeRawBufferPointer(rebasing: rest[max(0, count)...])
            }
        }
    }
}
