public import Screen

/// Frames as a reader might draw them, each made of the one before: rows change, bands of rows scroll, parts change their
/// style. The same in every run, so that who draws them and who checks them need not speak with each other.
public struct FrameSequence {
    /// The frame that is shown now. Its last row tells its number.
    public private(set) var frame: Frame
    /// How many came before it.
    public private(set) var number = 0

    private var rows: [[(text: String, style: Style)]]
    private var random: SplitMix

    private static let words = [
        "harbour", "“said", "so”", "東京", "e\u{301}te\u{301}", "│", "★", "the", "a", "—", "Łódź", "bridge", "👍", "  ",
        "שלום", "of",
    ]
    private static let styles: [Style] = [
        .plain, Style(attributes: .bold), Style(attributes: [.italic, .underline]), Style(foreground: .ansi(4)),
        Style(background: .ansi(3)), Style(attributes: .reverse),
        Style(foreground: .rgb(0xD08770), background: .rgb(0x3B4252)),
        Style(attributes: .dim), Style(foreground: .ansi(9), attributes: .bold),
    ]

    /// The first frame: empty but for its number.
    public init(size: Size, seed: UInt64 = 1) {
        frame = Frame(size: size)
        rows = Array(repeating: [], count: size.height)
        random = SplitMix(seed: seed)
        draw()
    }

    /// The next frame.
    public mutating func advance() {
        number += 1
        let height = frame.size.height
        switch below(6) {
        case 0, 1, 2:
            // A band scrolls, and fills up at its end.
            let first = below(height)
            let end = first + 1 + below(height - first)
            let count = 1 + below(3)
            for _ in 0..<min(count, end - first) {
                if below(2) == 0 {
                    rows.remove(at: first)
                    rows.insert(row(), at: end - 1)
                } else {
                    rows.remove(at: end - 1)
                    rows.insert(row(), at: first)
                }
            }
        case 3: for _ in 0..<3 { rows[below(height)] = row() }
        case 4:
            let place = below(height)
            for part in rows[place].indices { rows[place][part].style = Self.styles[below(Self.styles.count)] }
        default: for place in 0..<height { rows[place] = below(4) == 0 ? [] : row() }
        }
        draw()
    }

    private mutating func below(_ bound: Int) -> Int { Int(random.next() % UInt64(max(1, bound))) }

    private mutating func row() -> [(text: String, style: Style)] {
        (0..<below(14)).map { _ in (Self.words[below(Self.words.count)] + " ", Self.styles[below(Self.styles.count)]) }
    }

    private mutating func draw() {
        frame = Frame(size: frame.size)
        for (y, row) in rows.enumerated() {
            var x = 0
            for part in row { x += frame.draw(part.text, at: Position(x: x, y: y), style: part.style) }
        }
        let last = frame.size.height - 1
        frame.fill(Area(x: 0, y: last, width: frame.size.width, height: 1), style: Style(attributes: .reverse))
        frame.draw("frame \(number).", at: Position(x: 0, y: last), style: Style(attributes: .reverse))
    }
}
