import DocumentModel
import EnglishModel

/// Numbers for the words of a text in the order in which they come first: runs of the same bytes that are read alike.
///
/// A hash table without deletion. A slot has half of the hash, by which others are told apart, and the number.
struct WordTable {
    /// How a run of bytes is read: the same bytes may be a word or a clitic.
    struct Reading: Equatable {
        var kind: Token.Kind
        var style: MarkStyle
        var shape: Token.Shape

        fileprivate var bits: UInt64 {
            UInt64(kind.rawValue) << 16 | UInt64(style.rawValue) << 8 | UInt64(shape.rawValue)
        }
    }

    private struct Slot {
        var print: UInt32 = 0
        /// The word's number and one; nought where the slot is free.
        var next: UInt32 = 0
    }

    /// A word as it first stands. By its first eight bytes most words are told from others.
    private struct Known {
        let head: UInt64
        let start: Int32
        let count: Int32
        let reading: Reading
    }

    private let bytes: [UInt8]
    private var known: [Known] = []
    private var slots = [Slot](repeating: Slot(), count: 512)

    init(of bytes: [UInt8]) { self.bytes = bytes }

    /// The number of a run of bytes; a new one, the count of those before, for what was not seen.
    mutating func number(of range: TextRange, _ reading: Reading) -> Int {
        let (head, hash) = bytes.withUnsafeBytes { Self.read($0, range, reading) }
        let print = UInt32(truncatingIfNeeded: hash >> 32)
        var at = Int(print) & (slots.count &- 1)
        while slots[at].next != 0 {
            let number = Int(slots[at].next) &- 1
            if slots[at].print == print, isWord(number, head, range, reading) { return number }
            at = (at &+ 1) & (slots.count &- 1)
        }
        known.append(Known(head: head, start: Int32(range.lowerBound), count: Int32(range.count), reading: reading))
        slots[at] = Slot(print: print, next: UInt32(truncatingIfNeeded: known.count))
        if known.count * 2 > slots.count { grow() }
        return known.count - 1
    }

    /// Different words so far.
    var count: Int { known.count }

    /// Where a word first stands, and how it is read.
    func word(_ number: Int) -> (range: TextRange, reading: Reading) {
        let word = known[number]
        return (Int(word.start)..<Int(word.start + word.count), word.reading)
    }

    /// What a word is kept by beyond the text; nil where it is too long for that.
    @inline(__always)
    func key(of number: Int) -> Vocabulary.Key? {
        let word = known[number]
        let count = Int(word.count)
        guard count <= Vocabulary.Key.longest else { return nil }
        let second = count > 8 ? bytes.withUnsafeBytes { Self.part($0, Int(word.start) + 8, Int(word.start) + count) } : 0
        return Vocabulary.Key(first: word.head, second: second, form: word.reading.bits << 32 | UInt64(count))
    }

    private func isWord(_ number: Int, _ head: UInt64, _ range: TextRange, _ reading: Reading) -> Bool {
        let other = known[number]
        guard other.head == head, Int(other.count) == range.count, other.reading == reading else { return false }
        guard range.count > 8 else { return true }
        let start = Int(other.start)
        return bytes[start + 8..<start + range.count].elementsEqual(bytes[range.lowerBound + 8..<range.upperBound])
    }

    private mutating func grow() {
        let old = slots
        slots = Array(repeating: Slot(), count: old.count * 2)
        for slot in old where slot.next != 0 {
            var at = Int(slot.print) & (slots.count - 1)
            while slots[at].next != 0 { at = (at + 1) & (slots.count - 1) }
            slots[at] = slot
        }
    }

    /// The first eight bytes of a run, and a hash of all of it and how it is read.
    private static func read(_ bytes: UnsafeRawBufferPointer, _ range: TextRange, _ reading: Reading) -> (
        head: UInt64, hash: UInt64
    ) {
        let head = part(bytes, range.lowerBound, range.upperBound)
        var hash = FeatureHash.mix(reading.bits << 32 | UInt64(range.count), head)
        var at = range.lowerBound &+ 8
        while at < range.upperBound {
            hash = FeatureHash.mix(hash, part(bytes, at, range.upperBound))
            at &+= 8
        }
        // The upper half decides: all bits come down to it, and those of the lower one go up.
        return (head, hash &* 0xFF51_AFD7_ED55_8CCD)
    }

    /// Up to eight bytes as a number.
    @inline(__always)
    private static func part(_ bytes: UnsafeRawBufferPointer, _ at: Int, _ end: Int) -> UInt64 {
        if at &+ 8 <= bytes.count {
            let eight = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: at, as: UInt64.self))
            return end &- at >= 8 ? eight : eight & ((1 << UInt64(8 &* (end &- at))) &- 1)
        }
        var part: UInt64 = 0
        for offset in 0..<min(8, end &- at) { part |= UInt64(bytes[at &+ offset]) << UInt64(8 &* offset) }
        return part
    }
}
