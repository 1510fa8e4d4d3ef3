import Foundation
import Interchange

/// Lines for a person, on standard error.
enum StandardError {
    /// Whether a terminal shows it.
    static let isTerminal = isatty(STDERR_FILENO) == 1

    /// How wide the terminal is that shows it; 80 where none does.
    static var columns: Int {
        var size = winsize()
        guard ioctl(STDERR_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 80 }
        return Int(size.ws_col)
    }

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
