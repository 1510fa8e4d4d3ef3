import Foundation
import Screen
import Testing

@testable import Terminal

@Suite("What a terminal tells")
struct TerminalReportTests {
    private func reports(_ text: String) -> [TerminalReport] {
        var decoder = InputDecoder()
        for byte in text.utf8 { decoder.feed(.byte(byte), at: 0) }
        return decoder.takeReports()
    }

    @Test(
        "Answers are understood",
        arguments: [
            ("\u{1B}[0n", .ready), ("\u{1B}[2;3R", .cursorColumn(3)),
            ("\u{1B}]11;rgb:ffff/8080/0000\u{1B}\\", .background(0xFF8000)),
            ("\u{1B}]11;rgb:ff/80/00\u{7}", .background(0xFF8000)),
            ("\u{1B}]11;rgba:1c/1c/1c/ff\u{7}", .background(0x1C1C1C)),
            ("\u{1B}]11;#fdf6e3\u{7}", .background(0xFDF6E3)), ("\u{1B}[?997;1n", .ground(.dark)),
            ("\u{1B}[?997;2n", .ground(.light)),
        ] as [(String, TerminalReport)])
    func answers(text: String, report: TerminalReport) {
        #expect(reports(text) == [report])
        #expect(reports("x" + text + "y" + text) == [report, report])
    }

    @Test(
        "What is no answer is none",
        arguments: [
            "\u{1B}[1;2R", "\u{1B}[3n", "\u{1B}]11;rgb:ffff/ffff\u{7}", "\u{1B}]11;rgb:ggg/1/2\u{7}", "\u{1B}]11;#12\u{7}",
            "\u{1B}]10;rgb:0/0/0\u{7}", "\u{1B}]11;" + String(repeating: "f", count: 100) + "\u{7}", "\u{1B}[?997;3n",
        ])
    func none(text: String) { #expect(reports(text).isEmpty) }

    @Test(
        "Grounds are dark or light",
        arguments: [
            (0x000000, .dark), (0xFFFFFF, .light), (0x002B36, .dark), (0xFDF6E3, .light), (0x2E3440, .dark),
            (0x808080, .light),
            (0x606060, .dark),
        ] as [(UInt32, Ground)])
    func grounds(color: UInt32, ground: Ground) { #expect(Ground(color: color) == ground) }

    @Test(
        "COLORFGBG tells of the ground",
        arguments: [
            ("15;0", .dark), ("0;15", .light), ("0;default;15", .light), ("7;8", .dark), ("0;7", .light),
            ("15;default", nil), ("", nil),
        ]
            as [(String, Ground?)])
    func variable(text: String, ground: Ground?) { #expect(Ground(colorFGBG: text) == ground) }
}

@Suite("The clipboard through what stands between")
struct MultiplexerTests {
    @Test(
        "It is seen in the environment",
        arguments: [
            ([:], .none), (["TMUX": "/tmp/x,1,0", "TERM": "screen-256color"], .tmux), (["STY": "12.pts"], .screen),
            (["TERM": "screen"], .screen), (["TERM": "xterm", "TMUX": ""], .none),
        ] as [([String: String], Multiplexer)])
    func seen(environment: [String: String], expected: Multiplexer) { #expect(Multiplexer(environment) == expected) }

    @Test("Each is told in its way")
    func wrapped() {
        #expect(Multiplexer.none.clipboard("hi") == "\u{1B}]52;c;aGk=\u{7}")
        #expect(
            Multiplexer.tmux.clipboard("hi") == "\u{1B}]52;c;aGk=\u{7}\u{1B}Ptmux;\u{1B}\u{1B}]52;c;aGk=\u{7}\u{1B}\\")
        #expect(Multiplexer.screen.clipboard("hi") == "\u{1B}P\u{1B}]52;c;aGk=\u{7}\u{1B}\\")
    }

    @Test("screen is told in parts that it takes, and the terminal gets the whole")
    func parts() throws {
        let text = String(repeating: "words ", count: 500)
        let passed = try #require(Multiplexer.screen.clipboard(text))
        let parts = passed.components(separatedBy: "\u{1B}P").dropFirst()
        #expect(parts.count > 4 && parts.allSatisfy { $0.utf8.count <= 700 && $0.hasSuffix("\u{1B}\\") })
        #expect(parts.map { $0.dropLast(2) }.joined() == Multiplexer.none.clipboard(text))
    }

    @Test("What no terminal takes is not sent")
    func tooLong() {
        #expect(Multiplexer.none.clipboard(String(repeating: "x", count: 80_000)) == nil)
        #expect(Multiplexer.none.clipboard(String(repeating: "x", count: 70_000)) != nil)
    }
}
