/// Text that tries to act on whatever shows it: the same for the same seed.
public struct HostileText: RandomNumberGenerator {
    private var numbers: SplitMix

    /// The texts of this seed.
    public init(seed: UInt64) { numbers = SplitMix(seed: seed) }

    /// The next number.
    public mutating func next() -> UInt64 { numbers.next() }

    /// A scalar, of those that make trouble far more often than of the others.
    public mutating func scalar() -> Unicode.Scalar {
        let ranges: [ClosedRange<UInt32>] = [
            0...0x10FFFF, 0...0x9F, 0x20...0x7E, 0x300...0x36F, 0x2000...0x206F, 0xFE00...0xFE0F, 0x1F1E6...0x1F1FF,
            0x1F300...0x1FAFF, 0x200D...0x200D, 0xE0000...0xE01EF, 0x1100...0x11FF, 0x590...0x6FF, 0x4E00...0x4E80,
        ]
        while true {
            if let range = ranges.randomElement(using: &self),
                let scalar = Unicode.Scalar(UInt32.random(in: range, using: &self))
            {
                return scalar
            }
        }
    }

    /// A text of so many pieces: words, attacks and single scalars.
    public mutating func text(pieces: Int) -> String {
        let attacks = [
            "\u{1B}[2J", "\u{1B}[31m", "\u{1B}]0;owned\u{7}", "\u{1B}]52;c;b3duZWQ=\u{7}", "\u{1B}P1$r0m\u{1B}\\",
            "\u{9B}5i",
            "\u{9D}0;owned\u{9C}", "\u{1B}[?1049l", "\u{1B}c", "\u{202E}", "\u{2066}", "\u{200B}", "\u{7}", "\u{8}\u{8}",
            "\u{E}", "\r", "\u{1B}[6n", "\u{1B}(0", "\u{1B}#8",
        ]
        let words = [
            "Lindqvist", "said", "\u{201C}We", "shall", "see,\u{201D}", "东京", "שלום", "مرحبا", "e\u{301}t\u{e9}", "👩‍👩‍👧‍👦",
        ]
        var text = ""
        for _ in 0..<pieces {
            switch next() % 4 {
            case 0: text += attacks.randomElement(using: &self) ?? ""
            case 1: text.unicodeScalars.append(scalar())
            default: text += " " + (words.randomElement(using: &self) ?? "")
            }
        }
        return text
    }
}

/// What a program may send to a terminal and what it sent beside that.
public enum TerminalOutput {
    /// Everything in the output that is neither text nor one of the sequences by which screens are drawn and modes set: as
    /// a reader would name it.
    public static func surprises(in output: [UInt8]) -> [String] {
        var surprises: [String] = []
        let text = String(decoding: output, as: UTF8.self)
        var scalars = text.unicodeScalars[...]
        while let scalar = scalars.popFirst() {
            switch scalar.value {
            case 0x1B:
                if let name = surprise(afterEscape: &scalars) { surprises.append(name) }
            case 0x08, 0x0A, 0x0D: break  // The cursor's short ways.
            case 0..<0x20, 0x7F..<0xA0: surprises.append("control U+" + String(scalar.value, radix: 16))
            default:
                let properties = scalar.properties
                if properties.generalCategory == .format || properties.isDefaultIgnorableCodePoint
                    || properties.generalCategory == .privateUse
                {
                    surprises.append("invisible U+" + String(scalar.value, radix: 16))
                }
            }
        }
        return surprises
    }

    private static func surprise(afterEscape scalars: inout Substring.UnicodeScalarView) -> String? {
        guard let kind = scalars.popFirst() else { return "a lone ESC" }
        if "=>78\\".unicodeScalars.contains(kind) { return nil }
        // The question for the colour of the ground.
        if kind == "]", scalars.starts(with: "11;?\u{1B}\\".unicodeScalars) {
            scalars.removeFirst(6)
            return nil
        }
        guard kind == "[" else { return "ESC \(kind)" }
        var body = ""
        while let scalar = scalars.popFirst() {
            body.unicodeScalars.append(scalar)
            if (0x40...0x7E).contains(scalar.value) { break }
        }
        guard let final = body.last else { return "half a sequence" }
        if body.hasPrefix("?") {
            let modes: Set<Substring> = ["1", "7", "12", "25", "1000", "1006", "1049", "2004", "2026", "2031"]
            let isKnown = body.dropFirst().dropLast().split(separator: ";").allSatisfy(modes.contains)
            return isKnown && "hl".contains(final) ? nil : "ESC[" + body
        }
        // Questions: whether all is well, and where the cursor is.
        if ["5n", "6n"].contains(body) { return nil }
        // The title's stack, around the alternate screen.
        if ["22;0;0t", "23;0;0t"].contains(body) { return nil }
        return "ABCDEFGHIJKLMPSTXZ@`adfrmlhb".contains(final) ? nil : "ESC[" + body
    }
}
