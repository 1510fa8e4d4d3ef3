import DocumentModel
import Foundation

extension CitedQuotation {
    /// A name for the entry that stays the same as long as the article's text does: `courier2024-5f2a9c01-q3`.
    var key: String {
        let outlet = (quotation.source ?? "").lowercased().utf8.filter { (0x61...0x7A).contains($0) }.prefix(16)
        let year = issued.first.map { "\($0)" } ?? ""
        let head = String(decoding: outlet, as: UTF8.self) + year
        return (head.isEmpty ? "article" : head) + "-\(content.hexadecimal.prefix(8))-q\(quotation.ordinal + 1)"
    }

    /// The quotation and its speaker in one line: `“We are ready,” (Ana Ruiz)`.
    var note: String {
        let words = CellText.line(quotation.text)
        return quotation.speaker.map { "\(words) (\(CellText.line($0)))" } ?? words
    }

    /// The day when the article came into the library, in UTC.
    var retrievedDay: [Int] {
        var seconds = time_t(retrieved)
        var parts = tm()
        gmtime_r(&seconds, &parts)
        return [Int(parts.tm_year) + 1900, Int(parts.tm_mon) + 1, Int(parts.tm_mday)]
    }

    /// The article's text, as what it hashes to.
    var hash: String { "sha256:" + content.hexadecimal }
}

/// A date's parts with as many digits as ISO 8601 has, between separators.
func writtenDate(_ parts: [Int], by separator: String) -> String {
    parts.enumerated().map { index, part in
        let digits = String(part)
        return String(repeating: "0", count: max(0, (index == 0 ? 4 : 2) - digits.count)) + digits
    }.joined(separator: separator)
}
