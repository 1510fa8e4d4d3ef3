import Foundation

/// A line on standard error that says how far something has come: drawn anew ten times a second where a terminal shows it, a
/// plain line every ten seconds otherwise.
struct StatusLine {
    private let began = ContinuousClock.now
    private var drawn: ContinuousClock.Instant?
    private var told: ContinuousClock.Instant
    private var isShown = false

    /// - Parameter isSaidAtOnce: whether the first plain line comes at once, not after ten seconds.
    init(isSaidAtOnce: Bool = false) { told = began - (isSaidAtOnce ? .seconds(11) : .zero) }

    /// Shows the line if it is time. Both forms are given how long it has taken so far; a drawn one fits so many columns.
    mutating func show(drawn draw: (Duration, Int) -> String, plain: (Duration) -> String) {
        let now = ContinuousClock.now
        let elapsed = began.duration(to: now)
        if StandardError.isTerminal {
            if let drawn, drawn.duration(to: now) < .milliseconds(100) { return }
            drawn = now
            isShown = true
            StandardError.write("\r\u{1B}[K" + draw(elapsed, StandardError.columns))
        } else if told.duration(to: now) > .seconds(10) {
            told = now
            StandardError.complain(plain(elapsed))
        }
    }

    /// Takes the line away.
    mutating func erase() {
        if isShown { StandardError.write("\r\u{1B}[K") }
        isShown = false
    }

    /// A bar for a share from 0 to 1.
    static func bar(_ share: Double, columns: Int) -> String {
        let cells = max(4, min(24, columns / 4))
        let filled = max(0, min(cells, Int(share * Double(cells))))
        return String(repeating: "█", count: filled) + String(repeating: "░", count: cells - filled)
    }

    /// A time in words.
    static func time(_ seconds: Double) -> String {
        let seconds = Int(max(0, seconds).rounded(.up))
        if seconds < 60 { return "\(seconds) s" }
        return seconds < 3600 ? "\(seconds / 60) min" : "\(seconds / 3600) h \(seconds / 60 % 60) min"
    }
}

extension Duration {
    /// In seconds.
    var seconds: Double { Double(components.seconds) + Double(components.attoseconds) / 1e18 }
}
