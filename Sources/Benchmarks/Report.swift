import Foundation

/// Lines of figures under a heading.
enum Report {
    /// What the next figures are about.
    static func heading(_ text: String) { print("\n\(text)") }

    /// A figure: what it is of, and its values.
    static func line(_ name: String, _ values: String...) {
        let name = name.padding(toLength: 44, withPad: " ", startingAt: 0)
        print("  " + name + values.map { String(repeating: " ", count: max(2, 20 - $0.count)) + $0 }.joined())
        // Into a file too, each line as soon as it is known.
        fflush(nil)
    }

    /// A duration in milliseconds.
    static func milliseconds(_ duration: Duration) -> String { String(format: "%.1f ms", duration.seconds * 1000) }

    /// A number with thousands apart.
    static func count(_ number: Double, _ unit: String) -> String {
        var digits = String(Int(number.rounded()))
        var at = digits.count - 3
        while at > 0 {
            digits.insert(",", at: digits.index(digits.startIndex, offsetBy: at))
            at -= 3
        }
        return digits + " " + unit
    }
}

extension Duration {
    /// The duration in seconds.
    var seconds: Double { Double(components.seconds) + Double(components.attoseconds) * 1e-18 }
}

/// How long something takes: the shortest of so many times, which is the least disturbed.
func shortest(of times: Int, _ body: () throws -> Void) rethrows -> Duration {
    var best = Duration.seconds(1_000_000)
    for _ in 0..<times { best = try min(best, ContinuousClock().measure(body)) }
    return best
}
