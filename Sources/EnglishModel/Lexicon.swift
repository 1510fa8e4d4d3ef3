/// What the word lists know of a word or phrase.
public struct WordEntry: Sendable {
    /// The classes it belongs to.
    public var classes: WordClass = []
    /// For a cue, the verb's place in ``Lexicon/cueVerbs``; -1 for other words.
    public var cueVerb: Int16 = -1
    /// For a cue, which of the verb's forms it is.
    public var verbForm: VerbForm = []
    /// For a country, its people or its capital, the country's number; -1 for other words.
    public var country: Int16 = -1
    /// For the first word of phrases, the words of the longest.
    public var longestPhrase: UInt8 = 0
    /// For the first word of phrases, a bit for each half of the marks of what may come next: see ``Word/mark(of:)``.
    var nextMarks: (UInt64, UInt64) = (0, 0)

    /// Whether a phrase of the lists may go on, after this word and a space, with a token of this mark; now and then yes where
    /// none does.
    public func mayGoOn(withMark mark: UInt16?) -> Bool {
        mark.map { (nextMarks.0 >> UInt64($0 & 63)) & (nextMarks.1 >> UInt64($0 >> 6)) & 1 != 0 } ?? true
    }

    /// An entry of which nothing is known.
    public init() {}
}

/// The word lists in the binary as one table, read once and then shared. Keys are lower-case UTF-8, the words of a phrase
/// a space apart.
public struct Lexicon: Sendable {
    /// The English lists. Read at first use, in some ten milliseconds.
    public static let english = Lexicon()

    /// Everything that is known, by a word's number.
    public internal(set) var entries: [WordEntry] = []
    /// The table of cues.
    public internal(set) var cueVerbs: [CueVerb] = []
    /// The groups of given names that stand for each other, by name.
    var nicknameGroups: [[UInt8]: [Int]] = [:]
    private var table: ByteTable
    /// Abbreviations alone, which every word before a full stop is looked for among.
    private var abbreviations = ByteTable(capacity: 512)

    init() {
        table = ByteTable(capacity: 64_000)
        entries.reserveCapacity(64_000)
        readLists()
    }

    /// The number of a word or phrase, given in lower case; nil when it is unknown.
    public func find(_ key: ArraySlice<UInt8>) -> Int? {
        table.value(of: key).map(Int.init)
    }

    /// Whether a word, given in lower case with its full stop, is an abbreviation.
    public func isAbbreviation(_ key: ArraySlice<UInt8>) -> Bool { abbreviations.value(of: key) != nil }

    /// Whether two given names, in lower case, are names of one person: *bill* and *william*.
    public func haveFormalName(_ one: [UInt8], _ other: [UInt8]) -> Bool {
        guard let groups = nicknameGroups[one], let others = nicknameGroups[other] else { return false }
        return groups.contains(where: others.contains)
    }

    /// Changes what is known of a word, which is added when it is new.
    mutating func update(_ key: ArraySlice<UInt8>, _ change: (inout WordEntry) -> Void) {
        let index = Int(table.value(of: key, orStore: Int32(entries.count)))
        if index == entries.count { entries.append(WordEntry()) }
        change(&entries[index])
        if entries[index].classes.contains(.abbreviation) { _ = abbreviations.value(of: key, orStore: 1) }
        guard let space = key.firstIndex(of: 0x20) else { return }
        let words = key.reduce(1) { $1 == 0x20 ? $0 + 1 : $0 }
        let next = key[(space + 1)...].prefix { $0 != 0x20 }
        // A token may end inside a word: *mary's* is *mary* and *'s*.
        let ends = next.indices.dropFirst().filter { !Word.isASCIILetterOrDigit(next[$0]) } + [next.endIndex]
        let marks = ends.compactMap { Word.mark(of: next[..<$0]) }
        update(key[..<space]) {
            $0.classes.insert(.opensPhrase)
            $0.longestPhrase = max($0.longestPhrase, UInt8(clamping: words))
            for mark in marks {
                $0.nextMarks.0 |= 1 << UInt64(mark & 63)
                $0.nextMarks.1 |= 1 << UInt64(mark >> 6)
            }
        }
    }
}
