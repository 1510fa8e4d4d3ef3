import EnglishModel
import Synchronization

/// What is known of words that were met before, in this text or in others: what the lists say of a word, what features see of
/// it, and what that weighs for the tagger. News use the same words again and again, so that most words of an article are
/// known from those before it.
///
/// All of it follows from a word's bytes alone, so nothing depends on what is kept but time. The room is bounded: words lie in
/// sets of four, in which a new one takes the place of the one that was met longest ago.
struct Vocabulary: Sendable {
    /// A word's bytes, ``longest`` at most, and how they are read.
    struct Key: Equatable {
        var first: UInt64 = 0
        var second: UInt64 = 0
        /// Its number of bytes and how it is read; never nought.
        var form: UInt64 = 0

        static let longest = 16

        fileprivate var hash: UInt64 { FeatureHash.mix(FeatureHash.mix(form, first), second) &* 0x9E37_79B9_7F4A_7C15 }
    }

    /// A word with what is known of it.
    struct Entry {
        var word: Tokens.Word
        var sketch: WordSketch
        /// Nobody else's, for as long as there are numbers; from 1 on.
        var id: Int32
    }

    private static let ways = 4
    private var keys: [Key]
    /// The text in which a word was met last.
    private var met: [UInt32]
    private var entries: [Entry]
    private var next: Int32 = 1
    /// Texts so far.
    private var texts: UInt32 = 0
    /// What the features of words' own come to, by their ids.
    var weights = WeightMemory()

    /// Room for so many words, a power of two; with none each word of a text is found out anew.
    init(room: Int) {
        keys = Array(repeating: Key(), count: room)
        met = Array(repeating: 0, count: room)
        let empty = Tokens.Word(count: 0, head: 0, kind: .symbol, style: .none, shape: [])
        entries = Array(repeating: Entry(word: empty, sketch: WordSketch(), id: -1), count: room)
        if room > 0 { weights.clear(for: room, most: room) }
    }

    /// A text begins that has so many bytes.
    mutating func beginText(of bytes: Int) {
        // Before ids or texts come to their end, all is forgotten.
        if Int(next) + bytes > Int(Int32.max) || texts == .max {
            self = Vocabulary(room: keys.count)
        }
        texts += 1
    }

    /// Has the memory fetched that a word is looked for in.
    @inline(__always)
    func fetch(_ key: Key) {
        guard !keys.isEmpty else { return }
        let set = set(of: key)
        keys.withUnsafeBufferPointer { keys in
            guard let first = keys.baseAddress else { return }
            prefetch(first + set)
            prefetch(first + (set + Self.ways - 1))
        }
    }

    @inline(__always)
    private func set(of key: Key) -> Int { Int(truncatingIfNeeded: key.hash >> 32) & (keys.count &- 1) & ~(Self.ways &- 1) }

    /// Where a word of the text stands, which stays there until the next text; -1 where nothing is known of it. What is known of
    /// it is fetched.
    mutating func place(of key: Key) -> Int {
        guard !keys.isEmpty else { return -1 }
        let set = set(of: key)
        for at in set..<set + Self.ways where keys[at] == key {
            met[at] = texts
            entries.withUnsafeBufferPointer { entries in
                guard let first = entries.baseAddress else { return }
                prefetch(first + at)
                prefetch(UnsafeRawPointer(first + (at + 1)) - 1)
            }
            return at
        }
        return -1
    }

    /// What is known of a word at its place.
    @inline(__always)
    subscript(_ place: Int) -> Entry { entries[place] }

    /// Takes in what is known of a word that was not known. One without a key, and one that has only words of this text
    /// beside it, is not kept.
    mutating func learn(_ key: Key?, _ word: Tokens.Word, _ sketch: WordSketch) -> Entry {
        let entry = Entry(word: word, sketch: sketch, id: next)
        next += 1
        guard let key, !keys.isEmpty else { return entry }
        let set = set(of: key)
        var oldest = set
        for at in set..<set + Self.ways where met[at] < met[oldest] { oldest = at }
        guard met[oldest] < texts else { return entry }
        keys[oldest] = key
        met[oldest] = texts
        entries[oldest] = entry
        return entry
    }
}

/// Vocabularies for annotations that are under way at the same time: each takes one out and puts it back.
final class Vocabularies: Sendable {
    /// Those of the English lists and model.
    static let english = Vocabularies()

    /// Of an article's words nine of ten are among those that were met last.
    private static let room = 16_384
    private let idle = Mutex<[Vocabulary]>([])

    /// Does something with a vocabulary that nobody else has.
    func lend<Result>(_ body: (inout Vocabulary) -> Result) -> Result {
        var vocabulary = idle.withLock { $0.popLast() } ?? Vocabulary(room: Self.room)
        let result = body(&vocabulary)
        idle.withLock { $0.append(vocabulary) }
        return result
    }
}
