/// Reading text byte by byte. All offsets are UTF-8 offsets on character boundaries; the bytes are valid UTF-8.
extension Span<UInt8> {
    /// The length of the white space character at `at`: ASCII's, the no-break space and Unicode's other spaces, line and
    /// paragraph separators, and what has no width and no meaning (U+200B, U+FEFF); 0 where there is none.
    @inline(__always)
    func whiteSpaceLength(at: Int) -> Int {
        let byte = self[at]
        return byte < 0x80 ? (byte.isASCIIWhiteSpace ? 1 : 0) : wideSpaceLength(at: at)
    }

    private func wideSpaceLength(at: Int) -> Int {
        let byte = self[at]
        switch byte {
        case 0xC2: return at + 1 < count && (self[at + 1] == 0xA0 || self[at + 1] == 0x85) ? 2 : 0
        case 0xE1, 0xE2, 0xE3, 0xEF: break
        default: return 0
        }
        guard at + 2 < count else { return 0 }
        switch (byte, self[at + 1], self[at + 2]) {
        case (0xE1, 0x9A, 0x80), (0xE2, 0x80, 0x80...0x8B), (0xE2, 0x80, 0xA8...0xA9), (0xE2, 0x80, 0xAF),
            (0xE2, 0x81, 0x9F), (0xE3, 0x80, 0x80), (0xEF, 0xBB, 0xBF):
            return 3
        default: return 0
        }
    }

    /// The length of the white space character that ends at `end`, not reaching before `start`; 0 where there is none.
    func whiteSpaceLength(before end: Int, from start: Int) -> Int {
        guard end > start else { return 0 }
        if self[end - 1] < 0x80 { return self[end - 1].isASCIIWhiteSpace ? 1 : 0 }
        for length in 2...3 where end - length >= start && whiteSpaceLength(at: end - length) == length { return length }
        return 0
    }

    /// A range without the white space at its ends.
    func trimmed(_ range: Range<Int>) -> Range<Int> {
        var start = range.lowerBound
        var end = range.upperBound
        while start < end {
            let length = whiteSpaceLength(at: start)
            if length == 0 { break }
            start += length
        }
        while end > start {
            let length = whiteSpaceLength(before: end, from: start)
            if length == 0 { break }
            end -= length
        }
        return start..<Swift.max(start, end)
    }

    /// The character that begins at `at`, with its length; U+FFFD for a byte that begins none.
    func scalar(at: Int) -> (scalar: Unicode.Scalar, length: Int) {
        let first = self[at]
        if first < 0x80 { return (Unicode.Scalar(first), 1) }
        let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
        guard first >= 0xC2, at + length <= count else { return ("\u{FFFD}", 1) }
        var value = UInt32(first) & (0x7F >> UInt32(length))
        for next in 1..<length { value = value << 6 | UInt32(self[at + next] & 0x3F) }
        return (Unicode.Scalar(value) ?? "\u{FFFD}", length)
    }

    /// Where the character that ends at `end` begins.
    func characterStart(before end: Int) -> Int {
        var start = end - 1
        while start > 0, end - start < 4, self[start] & 0xC0 == 0x80 { start -= 1 }
        return start
    }

    /// The next run without white space at or after `at`; nil where there is none before `end`.
    func word(from at: Int, to end: Int) -> Range<Int>? {
        var start = at
        while start < end {
            let length = whiteSpaceLength(at: start)
            if length == 0 { break }
            start += length
        }
        guard start < end else { return nil }
        var next = start
        while next < end, whiteSpaceLength(at: next) == 0 { next += 1 }
        return start..<next
    }

    /// How many words a range has; stops counting at `most`.
    func wordCount(_ range: Range<Int>, most: Int = .max) -> Int {
        var words = 0
        var at = range.lowerBound
        while words < most, let word = word(from: at, to: range.upperBound) {
            words += 1
            at = word.upperBound
        }
        return words
    }

    /// A word without the punctuation around it, in lower case.
    func bareWord(_ range: Range<Int>) -> String {
        let bare = bare(range)
        return String(decoding: bare.map { self[$0].asciiLowercased }, as: UTF8.self)
    }

    /// A word's range without the ASCII punctuation around it.
    func bare(_ range: Range<Int>) -> Range<Int> {
        var start = range.lowerBound
        var end = range.upperBound
        while start < end, !self[start].isWordByte { start += 1 }
        while end > start, !self[end - 1].isWordByte { end -= 1 }
        return start..<end
    }

    /// The last word of a range.
    func lastWord(_ range: Range<Int>) -> Range<Int> {
        let end = trimmed(range).upperBound
        var start = end
        while start > range.lowerBound {
            let before = characterStart(before: start)
            if whiteSpaceLength(at: before) > 0 { break }
            start = before
        }
        return start..<end
    }

    /// Whether a small letter begins here. Beyond ASCII as Unicode has it.
    func isLowercase(at: Int) -> Bool {
        let byte = self[at]
        return byte < 0x80 ? byte.isASCIILowercase : scalar(at: at).scalar.properties.isLowercase
    }

    /// Whether a capital letter begins here.
    func isUppercase(at: Int) -> Bool {
        let byte = self[at]
        return byte < 0x80 ? byte.isASCIIUppercase : scalar(at: at).scalar.properties.isUppercase
    }
}
