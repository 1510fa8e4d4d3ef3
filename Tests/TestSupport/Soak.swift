import Foundation
import Synchronization

/// How long tests of many rounds go on: a moment in `make test`, a night in `make soak`.
public enum Soak {
    /// Whether this is `make soak`: the environment has `PULLQUOTE_SOAK`.
    public static let isOn = ProcessInfo.processInfo.environment["PULLQUOTE_SOAK"].map { !$0.isEmpty && $0 != "0" } ?? false

    /// The rounds of a fuzz or conduct test.
    public static func rounds(short: Int, long: Int) -> Int { isOn ? long : short }

    /// The seeds of a fuzz test whose rounds each have one: from the environment's `PULLQUOTE_SEED` on, so that a soak that
    /// was broken off goes on where it was, or one round is run again.
    public static func seeds(short: Int, long: Int) -> Range<UInt64> {
        let first = ProcessInfo.processInfo.environment["PULLQUOTE_SEED"].flatMap { UInt64($0) } ?? 0
        let rounds = UInt64(rounds(short: short, long: long))
        return first..<max(first + 1, rounds)
    }

    private static let seed = Atomic<UInt64>(0)

    /// Runs a round so that a crash in it says its seed on standard error. One round at a time.
    public static func round<Value>(_ seed: UInt64, _ body: () throws -> Value) rethrows -> Value {
        _ = sayingSeed
        Self.seed.store(seed, ordering: .relaxed)
        return try body()
    }

    /// Set once, for the process: what a test crashes with passes on to whoever handled it before.
    private static let sayingSeed: Void = {
        for number in [SIGILL, SIGTRAP, SIGSEGV, SIGBUS, SIGFPE, SIGABRT] {
            var action = sigaction()
            action.__sigaction_handler.sa_handler = { number in
                Soak.saySeed()
                signal(number, SIG_DFL)
                raise(number)
            }
            sigaction(number, &action, nil)
        }
    }()

    /// Writes the seed, with nothing that a signal handler may not call.
    private static func saySeed() {
        var rest = seed.load(ordering: .relaxed)
        write(STDERR_FILENO, "\nPULLQUOTE_SEED=", 16)
        var digits = InlineArray<20, UInt8>(repeating: 0)
        var count = 0
        repeat {
            digits[count] = UInt8(ascii: "0") + UInt8(rest % 10)
            rest /= 10
            count += 1
        } while rest > 0
        while count > 0 {
            count -= 1
            var digit = digits[count]
            write(STDERR_FILENO, &digit, 1)
        }
        write(STDERR_FILENO, "\n", 1)
    }
}
