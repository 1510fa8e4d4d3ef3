/// From offsets into a text's UTF-8 bytes to offsets in Unicode code points, as JSON counts them.
///
/// One pass over the text fills a table with every 64th byte's offset, a sixteenth of its size; ASCII needs
/// none. An answer then counts fewer than 64 bytes, whatever the order of the questions.
struct CodePointOffsets {
    private static let stride = 64
    private let utf8: UnsafeBufferPointer<UInt8>
    private var table: [UInt32] = []

    /// The offsets of this text, which must outlive the value: see ``String/withUTF8(_:)``.
    init(_ utf8: UnsafeBufferPointer<UInt8>) {
        self.utf8 = utf8
        guard utf8.count > utf8.codePoints(in: 0..<utf8.count) else { return }
        table.reserveCapacity(utf8.count / Self.stride + 1)
        var codePoints = 0
        var start = 0
        while start < utf8.count {
            table.append(UInt32(truncatingIfNeeded: codePoints))
            let end = min(start + Self.stride, utf8.count)
            codePoints += utf8.codePoints(in: start..<end)
            start = end
        }
    }

    /// How many code points stand before a byte; offsets outside the text count as its ends.
    func codePoints(before offset: Int) -> Int {
        let offset = max(0, min(offset, utf8.count))
        guard !table.isEmpty else { return offset }
        let row = min(offset / Self.stride, table.count - 1)
        return Int(table[row]) + utf8.codePoints(in: row * Self.stride..<offset)
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// How many code points begin in a range: the bytes that continue none (`10xxxxxx`), eight at a time.
    fileprivate func codePoints(in range: Range<Int>) -> Int {
        let raw = UnsafeRawBufferPointer(self)
        let ones: UInt64 = 0x0101_0101_0101_0101
        var continuing = 0
        var at = range.lowerBound
        while at + 8 <= range.upperBound {
            let word = raw.loadUnaligned(fromByteOffset: at, as: UInt64.self)
            // The sum of eight bytes that are 0 or 1; not every x86-64 can count bits in one step.
            continuing += Int(truncatingIfNeeded: ((word >> 7 & ~(word >> 6) & ones) &* ones) >> 56)
            at += 8
        }
        while at < range.upperBound {
            if self[at] & 0xC0 == 0x80 { continuing += 1 }
            at += 1
        }
        return range.count - continuing
    }
}
