/// A line of topics.
enum TagLine {
    /// The topics of a line that is nothing else: items between commas, bars or dots, each a few words long; or hashtags.
    /// Nil for a line that is anything else, or has fewer than `least` of them.
    static func items(_ range: Range<Int>, _ bytes: Span<UInt8>, least: Int, needCapitals: Bool) -> [String]? {
        guard range.count <= 400, !range.contains(where: { bytes[$0] == UInt8(ascii: "\"") }) else { return nil }
        if let tags = hashtags(range, bytes) { return tags }
        guard LineEnding(range, bytes) == .word else { return nil }
        var items: [Range<Int>] = []
        var start = range.lowerBound
        var at = range.lowerBound
        while at < range.upperBound {
            let (scalar, length) = bytes.scalar(at: at)
            switch scalar {
            case ",", ";", "|", "•", "·", "/", "\n", "、", "،":
                items.append(bytes.trimmed(start..<at))
                start = at + length
            default: break
            }
            at += length
        }
        items.append(bytes.trimmed(start..<range.upperBound))
        items.removeAll(where: \.isEmpty)
        guard items.count >= least else { return nil }
        for item in items {
            guard item.count <= 48, bytes.wordCount(item, most: 6) <= 5 else { return nil }
            if needCapitals, !bytes.isUppercase(at: item.lowerBound), !bytes[item.lowerBound].isASCIIDigit { return nil }
        }
        return items.map { bytes.string(in: $0) }
    }

    private static func hashtags(_ range: Range<Int>, _ bytes: Span<UInt8>) -> [String]? {
        var tags: [String] = []
        var at = range.lowerBound
        while let word = bytes.word(from: at, to: range.upperBound) {
            at = word.upperBound
            guard bytes[word.lowerBound] == UInt8(ascii: "#"), word.count > 1 else { return nil }
            let bare = bytes.bare(word)
            if bare.isEmpty { return nil }
            tags.append(bytes.string(in: bare))
        }
        return tags.isEmpty ? nil : tags
    }
}
