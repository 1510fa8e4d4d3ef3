import Testing

import Screen

@Suite("Colours brought down to what a terminal shows")
struct ColorDepthTests {
    @Test("True colour keeps everything, none keeps strokes")
    func ends() {
        let style = Style(foreground: .rgb(0x123456), background: .ansi(3), attributes: [.bold, .reverse])
        #expect(style.reduced(to: .trueColor) == style)
        #expect(style.reduced(to: .none) == Style(attributes: [.bold, .reverse]))
    }

    @Test(
        "The palette's own colours become themselves",
        arguments: [(0xff0000, 196), (0x000000, 16), (0xffffff, 231), (0x5f87af, 67), (0x080808, 232), (0x8a8a8a, 245)])
    func exact(color: UInt32, index: UInt8) {
        #expect(Style(foreground: .rgb(color)).reduced(to: .indexed256).foreground == .ansi(index))
    }

    @Test(
        "Sixteen colours take the nearest",
        arguments: [(0x101010, 0), (0xfdfdfd, 15), (0xc01010, 1), (0x808080, 8), (0x10d0d0, 6), (0xfff040, 11)])
    func sixteen(color: UInt32, index: UInt8) {
        #expect(Style(foreground: .rgb(color)).reduced(to: .sixteen).foreground == .ansi(index))
    }

    @Test("What has hardly any hue gets none", arguments: [(0x61513f, 0xf6efe1, 0), (0xa8b0b8, 0x10141a, 7)])
    func grey(color: UInt32, ground: UInt32, index: UInt8) {
        let style = Style(foreground: .rgb(color), background: .rgb(ground))
        #expect(style.reduced(to: .eight).foreground == .ansi(index))
    }

    @Test("With eight, a bright colour becomes its plain one; the terminal's own foreground stays")
    func eight() {
        let style = Style(foreground: .ansi(12)).reduced(to: .eight)
        #expect(style == Style(foreground: .ansi(4)))
        #expect(Style(foreground: .ansi(5), background: .ansi(0)).reduced(to: .sixteen).foreground == .ansi(5))
    }

    @Test("No pair of colours loses its contrast", arguments: [ColorDepth.indexed256, .sixteen, .eight])
    func contrast(depth: ColorDepth) throws {
        let generator = SystemRandomNumberGenerator.seeded
        for _ in 0..<300 {
            let (foreground, background) = (UInt32(generator() & 0xffffff), UInt32(generator() & 0xffffff))
            let reduced = Style(foreground: .rgb(foreground), background: .rgb(background)).reduced(to: depth)
            let a = try #require(Palette.rgb(of: reduced.foreground))
            let b = try #require(Palette.rgb(of: reduced.background))
            #expect(contrastRatio(a, b) >= min(3, contrastRatio(foreground, background)) - 0.001)
        }
    }

    @Test(
        "Contrast is as WCAG defines it",
        arguments: [
            (0x000000, 0xffffff, 21), (0x777777, 0xffffff, 4.478), (0xff0000, 0xffffff, 3.998), (0x336699, 0x336699, 1),
        ])
    func wcag(a: UInt32, b: UInt32, ratio: Double) {
        #expect(abs(contrastRatio(a, b) - ratio) < 0.001)
        #expect(contrastRatio(a, b) == contrastRatio(b, a))
    }
}

extension SystemRandomNumberGenerator {
    /// Numbers that are the same at every run (xorshift, Marsaglia 2003).
    fileprivate static var seeded: () -> UInt64 {
        var state: UInt64 = 0x9E37_79B9_7F4A_7C15
        return {
            state ^= state << 13
            state ^= state >> 7
            state ^= state << 17
            return state
        }
    }
}
