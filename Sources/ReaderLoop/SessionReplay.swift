import Foundation
import Reader
import Screen

/// A session's log played again, without a terminal: do the same events give the same screens?
struct SessionReplay {
    /// What the session began with.
    let header: SessionHeader
    private let lines: [(number: Int, text: Substring)]

    /// A log's text; nil where it is none.
    init?(_ text: String) {
        let all = text.split(separator: "\n", omittingEmptySubsequences: false)
        guard let first = all.first, let header = SessionHeader(line: first) else { return nil }
        self.header = header
        lines = all.enumerated().dropFirst().compactMap { index, line in
            guard let tab = line.firstIndex(of: "\t") else { return nil }
            return (index + 1, line[line.index(after: tab)...])
        }
    }

    /// What comes of it.
    struct Outcome: Equatable, Sendable {
        /// How many screens were as they were.
        var screens = 0
        /// What was not as it was, first of all.
        var difference: String?
    }

    /// Plays it from a state that nothing has happened to, on a library that is as it was when the session began.
    func run(_ state: ReaderState, desk: LibraryDesk) -> Outcome {
        var state = state
        var outcome = Outcome()
        // Answers by their lines. A question that was not worth answering then just stays.
        var answers: [String: Event] = [:]
        func carryOut(_ effects: [Effect]) {
            for effect in effects {
                switch effect {
                case .setRead, .setStarred, .setPlace, .setNote:
                    desk.note(effect)
                    _ = desk.keep(effect)
                default:
                    // What is long to find is answered twice: by its first rows, and by all of it.
                    for answer in [desk.answer(effect), desk.count(effect)].compactMap(\.self) {
                        answers[SessionLine.of(answer)] = answer
                    }
                }
            }
        }
        carryOut(state.start())
        for (number, line) in lines {
            if let event = answers.removeValue(forKey: String(line)) ?? SessionLine.event(of: line) {
                carryOut(state.update(event))
            } else if line.hasPrefix("frame ") {
                let frame = state.frame()
                guard SessionLine.of(frame) == line else {
                    outcome.difference = "line \(number): another screen:\n" + frame.lines.joined(separator: "\n")
                    return outcome
                }
                outcome.screens += 1
            } else {
                outcome.difference = "line \(number): the library does not answer so: \(line)"
                return outcome
            }
        }
        return outcome
    }
}
