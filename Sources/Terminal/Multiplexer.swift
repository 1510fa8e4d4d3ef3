/// What stands between the program and the terminal, and keeps to itself what it does not know.
enum Multiplexer: Equatable {
    case none
    case tmux
    case screen

    /// What the environment tells of.
    init(_ environment: [String: String]) {
        if environment["TMUX", default: ""] != "" {
            self = .tmux
        } else if environment["STY", default: ""] != "" || environment["TERM", default: ""].hasPrefix("screen") {
            self = .screen
        } else {
            self = .none
        }
    }

    /// The longest sequence that terminals take, by common consent: xterm's and hterm's limit.
    static let longestCopy = 100_000
    /// GNU screen drops a device control string beyond 768 bytes.
    private static let screenPart = 512

    /// What puts text on the clipboard of the machine the terminal runs on (OSC 52); nil where it is too long for that.
    ///
    /// tmux is told twice: to do it itself, which it does with `set-clipboard on`, and to pass it on, which it does with
    /// `allow-passthrough on`. screen passes it on in parts.
    func clipboard(_ text: String) -> String? {
        let command = "\u{1B}]52;c;" + Base64.encoded(text.utf8) + "\u{7}"
        guard command.utf8.count <= Self.longestCopy else { return nil }
        switch self {
        case .none: return command
        case .tmux: return command + "\u{1B}Ptmux;" + command.replacing("\u{1B}", with: "\u{1B}\u{1B}") + "\u{1B}\\"
        case .screen:
            var passed = ""
            var rest = command[...]
            while !rest.isEmpty {
                passed += "\u{1B}P" + rest.prefix(Self.screenPart) + "\u{1B}\\"
                rest = rest.dropFirst(Self.screenPart)
            }
            return passed
        }
    }
}
