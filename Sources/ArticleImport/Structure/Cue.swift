/// What a paragraph's first words say that it is, when they are a page's own words and no article's.
enum Cue: Equatable {
    /// It is boilerplate.
    case boilerplate
    /// It is boilerplate, and so are the items that follow: *More related stories:*
    case list
    /// It is a line of topics, which begin after so many bytes of the paragraph.
    case tags(Int)
    /// It stands under a picture.
    case caption
}

/// The paragraph's first words, ready to be compared: in small letters, white space as one space, marks and quotation marks
/// as ASCII has them, without the signs that pages put in front (arrows, bullets, brackets).
struct Opening {
    /// At most so many bytes as were asked for.
    let bytes: [UInt8]
    /// The offset in the text of what follows them.
    private let end: Int
    /// Whether the whole paragraph is in it.
    let isWhole: Bool

    init(_ range: Range<Int>, _ text: Span<UInt8>, limit: Int = 600) {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(min(range.count, limit))
        var at = range.lowerBound
        while at < range.upperBound, bytes.count < limit {
            let space = text.whiteSpaceLength(at: at)
            if space > 0 {
                if let last = bytes.last, last != 0x20 { bytes.append(0x20) }
                at += space
                continue
            }
            if text[at] < 0x80, !bytes.isEmpty {
                bytes.append(text[at].asciiLowercased)
                at += 1
                continue
            }
            let (scalar, length) = text.scalar(at: at)
            switch scalar {
            case "\u{2018}", "\u{2019}": bytes.append(UInt8(ascii: "'"))
            case "\u{201C}", "\u{201D}": bytes.append(UInt8(ascii: "\""))
            case _ where bytes.isEmpty && Self.isOrnament(scalar): break
            default:
                for offset in 0..<length { bytes.append(text[at + offset].asciiLowercased) }
            }
            at += length
        }
        if bytes.last == 0x20 { bytes.removeLast() }
        self.bytes = bytes
        end = at
        isWhole = at >= range.upperBound
    }

    private static func isOrnament(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "(", "[", "*", "_", "|", ">", "-", "–", "—", "•", "·", "»", "›", "→", "►", "▶", "▸", "➤", "✉", "\u{FE0F}": true
        default: !scalar.isASCII && scalar != "©" && scalar.properties.generalCategory == .otherSymbol
        }
    }

    /// Whether it begins with these words, and what follows is no part of a word; a number may go on (*20* in *2025*).
    func begins(with phrase: [UInt8]) -> Bool {
        guard bytes.count >= phrase.count, bytes.starts(with: phrase) else { return false }
        guard let last = phrase.last, last.isWordByte, !last.isASCIIDigit, phrase.count < bytes.count else { return true }
        return !bytes[phrase.count].isWordByte
    }

    /// The words after so many bytes.
    func rest(after count: Int) -> ArraySlice<UInt8> { bytes.dropFirst(count) }

    /// The offset in the text of what is after so many bytes of the opening of this range.
    static func offset(after count: Int, of range: Range<Int>, _ text: Span<UInt8>) -> Int {
        Opening(range, text, limit: count).end
    }
}
