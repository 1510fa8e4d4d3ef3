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
    /// At most ``limit`` bytes.
    let bytes: [UInt8]
    /// The offset in the text of each of them.
    private let origins: [Int]
    /// Whether the whole paragraph is in it.
    let isWhole: Bool

    private static let limit = 600

    init(_ range: Range<Int>, _ text: Span<UInt8>) {
        var bytes: [UInt8] = []
        var origins: [Int] = []
        bytes.reserveCapacity(min(range.count, Self.limit))
        origins.reserveCapacity(min(range.count, Self.limit))
        func add(_ byte: UInt8, _ origin: Int) {
            bytes.append(byte)
            origins.append(origin)
        }
        var at = range.lowerBound
        while at < range.upperBound, bytes.count < Self.limit {
            let space = text.whiteSpaceLength(at: at)
            if space > 0 {
                if let last = bytes.last, last != 0x20 { add(0x20, at) }
                at += space
                continue
            }
            let (scalar, length) = text.scalar(at: at)
            switch scalar {
            case "\u{2018}", "\u{2019}": add(UInt8(ascii: "'"), at)
            case "\u{201C}", "\u{201D}": add(UInt8(ascii: "\""), at)
            case _ where bytes.isEmpty && Self.isOrnament(scalar): break
            default:
                for offset in 0..<length { add(text[at + offset].asciiLowercased, at) }
            }
            at += length
        }
        if bytes.last == 0x20 {
            bytes.removeLast()
            origins.removeLast()
        }
        self.bytes = bytes
        self.origins = origins
        isWhole = at >= range.upperBound
    }

    private static func isOrnament(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "(", "[", "*", "_", "|", ">", "-", "–", "—", "•", "·", "»", "›", "→", "►", "▶", "▸", "➤", "✉", "\u{FE0F}": true
        default: scalar.properties.generalCategory == .otherSymbol && scalar != "©"
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

    /// The offset in the text of what is after so many bytes and the spaces there; nil at the end.
    func origin(after count: Int) -> Int? {
        bytes.indices.dropFirst(count).first { bytes[$0] != 0x20 }.map { origins[$0] }
    }
}
