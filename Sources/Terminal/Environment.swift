import Glibc

/// The process's environment.
enum Environment {
    /// The variables that terminals and locales go by, those that are set.
    static var all: [String: String] {
        var variables: [String: String] = [:]
        for name in [
            "TERM", "COLORTERM", "COLORFGBG", "NO_COLOR", "TMUX", "STY", "LC_ALL", "LC_CTYPE", "LANG",
        ] {
            if let value = getenv(name) { variables[name] = String(cString: value) }
        }
        return variables
    }
}
