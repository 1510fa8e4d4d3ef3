import TestSupport
import Testing

import Screen

@Suite("Drawing into a frame")
struct FrameDrawingTests {
    private let bold = Style(attributes: .bold)

    @Test("Text is cut at the area's edges, wide characters to a blank")
    func clipping() {
        var frame = Frame(size: Size(width: 8, height: 2))
        frame.fill(frame.area, style: .plain, with: ".")
        #expect(frame.draw("a東京b", at: Position(x: 1, y: 0), in: Area(x: 0, y: 0, width: 5, height: 1)) == 5)
        #expect(frame.draw("東b", at: Position(x: -1, y: 1)) == 3)
        #expect(frame.draw("gone", at: Position(x: 0, y: 5)) == 4)
        #expect(frame.lines == [".a東 ...", " b......"])
    }

    @Test("Half of a wide character never stays", arguments: [(1, ". x.."), (2, ".x .."), (0, "x東.."), (3, ".東x.")])
    func halves(x: Int, line: String) {
        var frame = Frame(size: Size(width: 5, height: 1))
        frame.fill(frame.area, style: .plain, with: ".")
        frame.draw("東", at: Position(x: 1, y: 0))
        frame.draw("x", at: Position(x: x == 1 ? 2 : x == 2 ? 1 : x, y: 0))
        #expect(frame.lines == [line])
    }

    @Test("A wide character drawn over two others blanks what sticks out")
    func straddling() {
        var frame = Frame(size: Size(width: 6, height: 1))
        frame.draw("東京都", at: Position(x: 0, y: 0))
        frame.draw("市", at: Position(x: 1, y: 0))
        #expect(frame.lines == [" 市 都"])
    }

    @Test("Styles are set by drawing, laid over by overlays")
    func styles() {
        var frame = Frame(size: Size(width: 3, height: 1))
        frame.draw("abc", at: Position(x: 0, y: 0), style: Style(foreground: .ansi(1)))
        frame.overlay(Area(x: 1, y: 0, width: 9, height: 9), style: bold)
        #expect(frame[0, 0].style == Style(foreground: .ansi(1)))
        #expect(frame[2, 0].style == Style(foreground: .ansi(1), attributes: .bold))
    }

    @Test("Boxes and lines stay inside")
    func boxes() {
        var frame = Frame(size: Size(width: 5, height: 3))
        frame.drawBox(frame.area, style: .plain)
        frame.drawVerticalLine(from: Position(x: 2, y: 1), length: 9, style: .plain)
        #expect(frame.lines == ["╭───╮", "│ │ │", "╰─│─╯"])
        frame.drawBox(Area(x: -3, y: -3, width: 99, height: 99), style: .plain)
        var dot = Frame(size: Size(width: 1, height: 1))
        dot.drawBox(dot.area, style: .plain)
        dot.draw("東", at: Position(x: 0, y: 0))
        #expect(dot.lines == [""])
    }

    @Test("Any drawing keeps wide characters whole", arguments: 0..<30)
    func fuzz(seed: UInt64) {
        var random = HostileText(seed: seed)
        var frame = Frame(size: Size(width: 12, height: 3))
        for _ in 0..<60 {
            var text = ""
            for _ in 0..<4 { text.unicodeScalars.append(random.scalar()) }
            let place = Position(x: .random(in: -3..<14, using: &random), y: .random(in: -1..<4, using: &random))
            frame.draw(text, at: place, in: Area(x: .random(in: 0..<6, using: &random), y: 0, width: 6, height: 3))
            for y in 0..<3 {
                var x = 0
                while x < 12 {
                    let width = TextWidth.of(frame[x, y].text)
                    #expect(width == 1 || width == 2 && x < 11 && frame[x + 1, y].text.isEmpty)
                    x += max(1, width)
                }
            }
        }
    }
}

@Suite("Grounds of a frame")
struct FrameGroundTests {
    static let ink = Color.rgb(0x101010)
    static let paper = Color.rgb(0xfafafa)
    static let raised = Color.rgb(0xe0e0e0)

    private func frame() -> Frame {
        Frame(size: Size(width: 4, height: 1), style: Style(foreground: Self.ink, background: Self.paper))
    }

    @Test("Text without colours of its own has the frame's")
    func plain() {
        var frame = frame()
        frame.draw("ab", at: Position(x: 0, y: 0), style: Style(attributes: .bold))
        #expect(frame[0, 0].style == Style(foreground: Self.ink, background: Self.paper, attributes: .bold))
        frame.draw("c", at: Position(x: 1, y: 0), style: Style(foreground: .ansi(1), background: .ansi(2)))
        #expect(frame[1, 0].style == Style(foreground: .ansi(1), background: .ansi(2)))
    }

    @Test("Text lies on what was filled before; a fill covers what was there")
    func filled() {
        var frame = frame()
        frame.fill(frame.area, style: Style(foreground: .ansi(1), background: Self.raised))
        frame.draw("東", at: Position(x: 1, y: 0), style: Style(attributes: .italic))
        for x in 1...2 {
            #expect(frame[x, 0].style == Style(foreground: Self.ink, background: Self.raised, attributes: .italic))
        }
        frame.fill(frame.area, style: .plain)
        #expect(frame[1, 0].style == Style(foreground: Self.ink, background: Self.paper))
    }
}
