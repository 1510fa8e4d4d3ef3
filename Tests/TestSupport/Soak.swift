import Foundation

/// How long tests of many rounds go on: a moment in `make test`, a night in `make soak`.
public enum Soak {
    /// Whether this is `make soak`: the environment has `PULLQUOTE_SOAK`.
    public static let isOn = ProcessInfo.processInfo.environment["PULLQUOTE_SOAK"].map { !$0.isEmpty && $0 != "0" } ?? false

    /// The rounds of a fuzz or conduct test.
    public static func rounds(short: Int, long: Int) -> Int { isOn ? long : short }
}
