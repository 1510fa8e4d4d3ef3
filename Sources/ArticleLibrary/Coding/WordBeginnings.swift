import Query

/// Which of the most frequent beginnings of one and two letters an article's words have: a bit for each.
///
/// So long as somebody has typed two letters, nearly all articles have words that begin so, and thousands of words do. The index
/// would have to put their lists together; a bit of each article is looked at in a tenth of a microsecond.
struct WordBeginnings {
    /// A bit for each beginning; how many bytes these are, and which bit stands for what, is in libraries.
    private(set) var bytes = [UInt8](repeating: 0, count: size)

    static let size = 40

    /// The beginnings of the words of all of these.
    init(of columns: String?...) {
        for case let column? in columns {
            TextFold.forEachBeginning(in: column) { first, second in
                add(Int(Self.singles[Int(first)]))
                if second < 0x80 { add(Int(Self.pairs[Int(first) << 7 | Int(second)])) }
            }
        }
    }

    private mutating func add(_ bit: Int) {
        if bit >= 0 { bytes[bit >> 3] |= 1 << UInt8(bit & 7) }
    }

    /// The bit of words of any part of an article that are one word's beginning; nil for what has none.
    static func bit(of condition: Condition) -> Int? {
        guard case .words(.anywhere, let words) = condition, words.isPrefix else { return nil }
        let folded = TextFold.words(of: words.text)
        guard folded.count == 1, let start = folded.first.map({ Array($0.folded.utf8) }), start.count <= 2,
            start.allSatisfy({ $0 < 0x80 })
        else { return nil }
        let bit = start.count == 1 ? singles[Int(start[0])] : pairs[Int(start[0]) << 7 | Int(start[1])]
        return bit < 0 ? nil : Int(bit)
    }

    // MARK: Bits

    /// Letters and digits have the first bits.
    private static let alone = Array("abcdefghijklmnopqrstuvwxyz0123456789".utf8)
    /// The beginnings of two that most articles have in English news and in languages of its kind: a letter, and those that follow.
    /// Others are so rare that few words begin so.
    private static let followed = """
        aabcdefghiklmnpqrstuvwxyz babehilopruy cabcdefhilmnoprstuy daehilnoruwy eacdfgilmnpqrstuvxy fabeiloru gadehilmnoru haeiouy \
        ibcdfgilmnoprstv jaeioru kaehilmnoruy labdeilotuy macdeiloprstuy nabcdegiouvy oabcdefhiklmnprstuvw pacehilorstu qatu raehiouy \
        sacehiklmnopqrtuwy taehiorsuvwy uagklnprst vaeiostu waehiory xei yaeiou zaeiou 19 20 10 00 50 30 15 25
        """

    /// By the byte of a letter its bit; -1 for none.
    private static let singles: [Int16] = {
        var bits = [Int16](repeating: -1, count: 1 << 7)
        for (bit, letter) in alone.enumerated() { bits[Int(letter)] = Int16(bit) }
        return bits
    }()

    /// By the bytes of two letters their bit; -1 for none.
    private static let pairs: [Int16] = {
        var bits = [Int16](repeating: -1, count: 1 << 14)
        var next = alone.count
        for group in followed.utf8.split(separator: UInt8(ascii: " ")) {
            guard let first = group.first else { continue }
            for second in group.dropFirst() {
                bits[Int(first) << 7 | Int(second)] = Int16(next)
                next += 1
            }
        }
        return bits
    }()
}
