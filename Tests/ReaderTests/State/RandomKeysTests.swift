import DocumentModel
import Screen
import TestSupport
import Testing

@testable import Reader

/// Whatever is pressed and whatever comes, at any size, the reader's state holds together.
@Suite struct RandomKeysTests {
    private static let themes = ThemeCatalogue().themes(at: .none).themes

    @Test(arguments: 1...8)
    func nothingBreaksIt(_ seed: UInt64) throws {
        var random = Generator(state: seed)
        let keys =
            CommandTable.entries.flatMap(\.keys) + [
                "a", "é", "日", ":", "\"", "(", "<f9>", "x", "/port", "/said:", "fport", "fe", "ma", "'a", "12", "!cat",
            ]
        let articles = try Articles.three() + [Articles.long(30)] + Articles.many(20)
        for _ in 0..<Soak.rounds(short: 4, long: 400) {
            var script = Script(random.next(130), random.next(45), articles, themes: Self.themes)
            for _ in 0..<60 {
                switch random.next(30) {
                case 0: script.resize(random.next(170), random.next(55))
                case 1: script.resize(random.next(4), random.next(4))
                case 2: script.add(try Articles.quiet())
                case 3: script.holdsAnswers.toggle()
                case 4: script.answer()
                case 5: script.send(.notice(Notice(.error, "bad \u{1B}[31m file")))
                case 6: script.send(.imported(ImportProgress(done: 3, total: 9, failed: 1, isRunning: random.next(2) == 0)))
                case 7:
                    let actions: [MouseAction] = [.press, .doublePress, .scroll(1), .scroll(-3)]
                    let place = Position(x: random.next(130), y: random.next(45))
                    script.send(.input(.mouse(actions[random.next(actions.count)], place)))
                case 8: script.send(.input(.paste("peace \n talks")))
                case 9: script.send(.opened(ArticleKey(rawValue: 1), nil, place: 0, note: nil, generation: 1))
                default: script.press(keys[random.next(keys.count)])
                }
                check(script.state)
            }
        }
    }

    private func check(_ state: ReaderState) {
        let frame = state.frame()
        #expect(frame.size == state.size && frame.cells.count == state.size.width * state.size.height)
        if let cursor = frame.cursor, state.size.width > 0, state.size.height > 0 {
            #expect(frame.area.contains(cursor))
        }
        #expect(state.list.selected >= 0 && state.list.selected < max(1, state.list.count))
        #expect(state.list.top >= 0 && state.list.top <= max(0, state.list.count - 1))
        #expect(state.themes.indices.contains(state.themeIndex))
        #expect(state.effects.isEmpty, "effects are given out with the event")
        if let open = state.open {
            #expect(open.place >= 0 && open.place <= open.article.article.text.utf8.count)
            if case .quotation(let index) = open.cursor {
                #expect(open.article.annotation.quotations.indices.contains(index))
            }
        }
        // No cell holds more than one character, or anything that could act on a terminal.
        for cell in frame.cells where cell.text.utf8.count > 1 || cell.text.utf8.first.map({ $0 < 0x20 }) == true {
            #expect(cell.text.unicodeScalars.allSatisfy { $0.value >= 0xA0 || cell.text.unicodeScalars.count > 1 })
        }
    }

    /// SplitMix64 (Steele, Lea and Flood 2014).
    private struct Generator {
        var state: UInt64
        mutating func next(_ bound: Int) -> Int {
            state &+= 0x9E37_79B9_7F4A_7C15
            var z = state
            z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
            z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
            return Int((z ^ (z >> 31)) % UInt64(max(1, bound)))
        }
    }
}
