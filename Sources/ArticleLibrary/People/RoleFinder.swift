import DocumentModel

/// Finds the roles that stand with a name: in the words right before it, and in the apposition behind it.
///
///     Finance Minister [Ann Bell]        finance minister
///     the striker [Ann Bell]             striker
///     [Ann Bell], a retired judge,       retired judge
struct RoleFinder {
    private let bytes: [UInt8]

    /// Roles in a text.
    init(_ text: String) { bytes = Array(text.utf8) }

    /// How far from the name is looked, in bytes.
    private static let reach = 72
    /// Words that make no role more precise.
    private static let passed: Set<String> = [
        "the", "a", "an", "his", "her", "their", "its", "our", "my", "former", "late", "then", "and", "of", "by", "to",
        "with",
        "for", "said", "says", "told", "asked", "as", "was", "is", "that", "but", "new", "old", "young", "mr", "mrs", "ms",
    ]

    /// Roles of the name in this range, each once.
    func roles(at range: TextRange) -> [String] {
        var roles: [String] = []
        if let role = before(range.lowerBound) { roles.append(role) }
        if let role = after(range.upperBound), !roles.contains(role) { roles.append(role) }
        return roles
    }

    private func before(_ end: Int) -> String? {
        var start = end
        let limit = max(0, end - Self.reach)
        // Only words stand between a title and its name.
        while start > limit, Self.isWordPart(bytes[start - 1]) || bytes[start - 1] == 0x20 { start -= 1 }
        let words = words(start..<end, isWhole: start > limit || start == 0)
        guard let last = words.last else { return nil }
        if RoleField.words[last] != nil { return phrase(words, words.count - 1) }
        return nil
    }

    private func after(_ start: Int) -> String? {
        guard start + 1 < bytes.count, bytes[start] == UInt8(ascii: ",") else { return nil }
        var end = start + 1
        let limit = min(bytes.count, end + Self.reach)
        while end < limit, Self.isWordPart(bytes[end]) || bytes[end] == 0x20 { end += 1 }
        let words = words(start + 1..<end, isWhole: true)
        // *Ann Bell, who was told by a minister* says nothing of her; nor does *Ann Bell, the minister's aide*.
        for (index, word) in words.prefix(6).enumerated() {
            if index > 0, ["who", "whose", "said", "told", "and", "with", "when"].contains(word) { return nil }
            if RoleField.words[word] != nil, index + 1 == words.count || words[index + 1] != "s" {
                return phrase(words, index)
            }
        }
        return nil
    }

    /// The role with the word before it that makes it more precise.
    private func phrase(_ words: [String], _ index: Int) -> String {
        guard index > 0, words[index - 1].utf8.count > 3, !Self.passed.contains(words[index - 1]) else {
            return words[index]
        }
        return words[index - 1] + " " + words[index]
    }

    /// The words in lower case; the first may be the end of one.
    private func words(_ range: Range<Int>, isWhole: Bool) -> [String] {
        let parts = bytes[range].split { !Self.isWordPart($0) }.map { part in
            String(decoding: part.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }, as: UTF8.self)
        }
        return isWhole ? parts : Array(parts.dropFirst())
    }

    private static func isWordPart(_ byte: UInt8) -> Bool {
        (0x61...0x7A).contains(byte | 0x20) || byte >= 0x80 || byte == UInt8(ascii: "-")
    }
}
