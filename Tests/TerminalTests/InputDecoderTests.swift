import CNcurses
import Screen
import Testing

@testable import Terminal

@Suite("Input")
struct InputDecoderTests {
    /// What bytes mean when they come in one read.
    private func decode(_ text: String) -> [Input] { decode(Array(text.utf8)) }
    private func decode(_ bytes: [UInt8]) -> [Input] {
        var decoder = InputDecoder()
        for byte in bytes { decoder.feed(.byte(byte), at: 0) }
        decoder.pause()
        return decoder.take()
    }
    private func keys(_ inputs: [Input]) -> String {
        inputs.map { if case .key(let key) = $0 { key.description } else { "(\($0))" } }.joined(separator: " ")
    }

    @Test(
        "Bytes are keys",
        arguments: [
            ("j", "j"), ("J", "J"), ("é東", "é 東"), (" ", "<space>"), ("<", "<lt>"), ("\r", "<enter>"), ("\n", "<enter>"),
            ("\t", "<tab>"), ("\u{7F}", "<backspace>"), ("\u{8}", "<backspace>"), ("\u{4}", "<c-d>"), ("\0", "<c-space>"),
            ("\u{1F}", "<c-_>"), ("\u{1B}", "<esc>"), ("\u{1B}x", "<m-x>"), ("\u{1B}\u{1B}", "<esc> <esc>"),
            ("\u{1B}é", "<m-é>"), ("\u{1B}[", "<m-[>"), ("\u{1B}O", "<m-O>"), ("\u{1B}]", "<m-]>"),
            ("\u{1B}[A", "<up>"), ("\u{1B}OB", "<down>"), ("\u{1B}[1;5C", "<c-right>"), ("\u{1B}[1;2D", "<s-left>"),
            ("\u{1B}[1;3H", "<m-home>"), ("\u{1B}[Z", "<s-tab>"), ("\u{1B}[5~", "<pgup>"), ("\u{1B}[6;5~", "<c-pgdn>"),
            ("\u{1B}[3~", "<del>"), ("\u{1B}[15~", "<f5>"), ("\u{1B}[24~", "<f12>"), ("\u{1B}OP", "<f1>"),
            ("\u{1B}[97;5u", "<c-a>"), ("\u{1B}[13u", "<enter>"), ("\u{1B}[[A", ""),
        ])
    func bytes(text: String, expected: String) { #expect(keys(decode(text)) == expected) }

    @Test(
        "Bytes that are not UTF-8 are Latin-1", arguments: [([0xE9], "é"), ([0xE9, 0x6A], "é j"), ([0xFC, 0xDF], "ü ß")])
    func latin(bytes: [UInt8], expected: String) { #expect(keys(decode(bytes)) == expected) }

    @Test(
        "Answers of the terminal are no keys",
        arguments: [
            "\u{1B}[?62;22;52c", "\u{1B}[>41;354;0c", "\u{1B}[24;80R", "\u{1B}]11;rgb:0000/2b2b/3636\u{7}",
            "\u{1B}]10;rgb:ffff/ffff/ffff\u{1B}\\", "\u{1B}P>|XTerm(390)\u{1B}\\", "\u{1B}_Gi=1;OK\u{1B}\\",
            "\u{1B}[?2026;2$y",
            "\u{1B}[I", "\u{1B}[O", "\u{1B}[?1u", "\u{1B}[4;600;800t",
        ])
    func answers(text: String) {
        #expect(keys(decode(text + "q")) == "q")
        // However they are cut in two.
        for cut in 3..<text.utf8.count {
            var decoder = InputDecoder()
            for byte in text.utf8.prefix(cut) { decoder.feed(.byte(byte), at: 0) }
            decoder.pause()
            for byte in text.utf8.dropFirst(cut) { decoder.feed(.byte(byte), at: 0) }
            decoder.feed(.byte(UInt8(ascii: "q")), at: 0)
            #expect(keys(decoder.take()) == "q", "cut after \(cut)")
        }
    }

    @Test("A paste is one input whatever it holds")
    func paste() {
        #expect(
            decode("\u{1B}[200~two\rlines\u{1B}[A\u{3}\u{1B}[201~q") == [
                .paste("two\nlines\u{1B}[A\u{3}"), .key(Key(.character("q"))),
            ])
    }

    @Test("The mouse presses, presses twice, and turns its wheel")
    func mouse() {
        var decoder = InputDecoder()
        func feed(_ text: String, at time: UInt64) -> [Input] {
            for byte in text.utf8 { decoder.feed(.byte(byte), at: time) }
            return decoder.take()
        }
        let place = Position(x: 4, y: 5)
        #expect(feed("\u{1B}[<0;5;6M\u{1B}[<0;5;6m", at: 1000) == [.mouse(.press, place)])
        #expect(feed("\u{1B}[<0;5;6M", at: 1300) == [.mouse(.doublePress, place)])
        #expect(feed("\u{1B}[<0;5;6M", at: 1400) == [.mouse(.press, place)])
        #expect(feed("\u{1B}[<0;5;6M", at: 2000) == [.mouse(.press, place)])
        #expect(feed("\u{1B}[<65;5;6M\u{1B}[<65;5;6M\u{1B}[<65;5;6M", at: 2000) == [.mouse(.scroll(3), place)])
        #expect(feed("\u{1B}[<64;5;6M", at: 2000) == [.mouse(.scroll(-1), place)])
        #expect(feed("\u{1B}[<2;5;6M\u{1B}[<35;5;6M\u{1B}[<0;0;0M\u{1B}[<M", at: 2000).isEmpty)
    }

    @Test(
        "Keys of ncurses'",
        arguments: [(KEY_UP, "<up>"), (KEY_BTAB, "<s-tab>"), (KEY_F0 + 3, "<f3>"), (KEY_F0 + 15, "<s-f3>")])
    func codes(code: Int32, expected: String) {
        var decoder = InputDecoder()
        decoder.feed(.key(code), at: 0)
        #expect(keys(decoder.take()) == expected)
        decoder.feed(.byte(0x1B), at: 0)
        decoder.feed(.key(code), at: 0)
        #expect(keys(decoder.take()) == "<m-" + expected.dropFirst())
    }

    @Test("No bytes hang or stop the decoder", arguments: 0..<50)
    func fuzz(seed: UInt64) {
        var state = seed
        var decoder = InputDecoder()
        let likely = Array("\u{1B}[]OP<;0123456789~MmuA\u{7}\\\u{C3}\u{A9}".utf8)
        for _ in 0..<5000 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            let choice = Int(state >> 33)
            decoder.feed(.byte(choice % 3 == 0 ? UInt8(choice >> 8 & 0xFF) : likely[choice / 3 % likely.count]), at: 0)
            if choice % 97 == 0 { decoder.pause() }
        }
        // Whatever it was in, this ends it.
        for byte in "\u{1B}[201~\u{7}\u{1B}\\".utf8 { decoder.feed(.byte(byte), at: 0) }
        decoder.pause()
        _ = decoder.take()
        decoder.feed(.byte(UInt8(ascii: "q")), at: 0)
        #expect(keys(decoder.take()) == "q")
    }
}
