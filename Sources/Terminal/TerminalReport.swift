import Screen

/// What a terminal says when it is asked, or, of its ground, unasked.
enum TerminalReport: Equatable {
    /// It is well (DSR 0): it has done all that stood before the question.
    case ready
    /// The cursor's column, from 1, in a row below the first.
    case cursorColumn(Int)
    /// The colour of its ground as `0xRRGGBB`.
    case background(UInt32)
    /// Its ground is, or has become, of this kind (DEC private mode 2031).
    case ground(Ground)

    /// What the content of an operating system command says: `11;rgb:ffff/ffff/ffff`.
    init?(command: [UInt8]) {
        let text = String(decoding: command, as: UTF8.self)
        guard text.hasPrefix("11;"), let color = Self.color(text.dropFirst(3)) else { return nil }
        self = .background(color)
    }

    /// What a control sequence says: its parameters and its last byte.
    init?(parameters: [UInt8], final: UInt8) {
        switch (String(decoding: parameters, as: UTF8.self), final) {
        case ("0", UInt8(ascii: "n")): self = .ready
        case ("?997;1", UInt8(ascii: "n")): self = .ground(.dark)
        case ("?997;2", UInt8(ascii: "n")): self = .ground(.light)
        case (let place, UInt8(ascii: "R")):
            let numbers = place.split(separator: ";").map { Int($0) ?? 0 }
            // In the first row it would be a function key.
            guard numbers.count == 2, numbers[0] > 1, numbers[1] > 0 else { return nil }
            self = .cursorColumn(numbers[1])
        default: return nil
        }
    }

    /// A colour as X11 writes it: `rgb:` or `rgba:` and parts of one to four digits, or `#` and three parts together.
    private static func color(_ text: Substring) -> UInt32? {
        var parts: [Substring] = []
        if let colon = text.firstIndex(of: ":"), ["rgb", "rgba"].contains(text[..<colon]) {
            parts = text[text.index(after: colon)...].split(separator: "/", omittingEmptySubsequences: false)
        } else if text.first == "#" {
            let digits = text.dropFirst()
            guard digits.count % 3 == 0, (3...12).contains(digits.count) else { return nil }
            let length = digits.count / 3
            parts = (0..<3).map { digits.dropFirst($0 * length).prefix(length) }
        }
        guard parts.count >= 3 else { return nil }
        var color: UInt32 = 0
        for part in parts.prefix(3) {
            guard (1...4).contains(part.count), let value = UInt32(part, radix: 16) else { return nil }
            let most = UInt32(1) << UInt32(4 * part.count) - 1
            color = color << 8 | value * 255 / most
        }
        return color
    }
}

extension Ground {
    /// The kind of a ground `0xRRGGBB`: light where black letters would read better on it than white ones.
    init(color: UInt32) {
        self = contrastRatio(color, 0x000000) >= contrastRatio(color, 0xFFFFFF) ? .light : .dark
    }

    /// What rxvt and those that follow it tell programs by the variable `COLORFGBG`: `15;0`, `0;default;15`.
    init?(colorFGBG variable: String) {
        guard let index = variable.split(separator: ";").last.flatMap({ Int($0) }), (0...15).contains(index) else {
            return nil
        }
        self = index == 7 || index > 8 ? .light : .dark
    }
}
