/// Why no terminal could be had. The exit code is 2 for all of them.
public enum TerminalError: Error, Equatable, Sendable {
    /// Neither the standard streams nor `/dev/tty` are a terminal.
    case noTerminal
    /// `TERM` is not set.
    case unnamedTerminal
    /// terminfo has no entry of this name.
    case unknownTerminal(String)
    /// The terminal of this name cannot place its cursor.
    case incapableTerminal(String)

    /// One line for the person: what is wrong and what to do.
    public var message: String {
        switch self {
        case .noTerminal: "no terminal: the reader needs one; `pullquote list` and `pullquote quotes` do not"
        case .unnamedTerminal: "TERM is not set: set it to the terminal's type, for example TERM=xterm-256color"
        case .unknownTerminal(let name):
            "unknown terminal type '\(name)': set TERM to one that terminfo knows, for example TERM=xterm-256color"
        case .incapableTerminal(let name):
            "a terminal of type '\(name)' cannot place its cursor: set TERM to what it really is, for example TERM=xterm-256color"
        }
    }
}
