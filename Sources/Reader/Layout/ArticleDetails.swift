import DocumentModel
import Screen

/// What stands under an article's title.
enum ArticleDetails {
    /// Outlet, date, author, words, quotations, those that are known.
    static func parts(of article: AnnotatedArticle, words: Int?) -> [String] {
        let details = article.article.details
        var parts = [details.source, details.date.map(day), details.author.map { "by \($0)" }].compactMap { $0 }
            .filter { !$0.isEmpty }
        if let words, words > 0 { parts.append(counted(words, "word", "words")) }
        parts.append(counted(article.annotation.quotations.count, "quotation", "quotations"))
        return parts
    }

    /// The parts in as few lines as they take, parted by dots within a line.
    static func lines(_ parts: [String], width: Int) -> [String] {
        var lines: [String] = []
        for part in parts {
            if let last = lines.last, TextWidth.of(last) + 3 + TextWidth.of(part) <= width {
                lines[lines.count - 1] = last + " · " + part
            } else {
                lines.append(part)
            }
        }
        return lines.flatMap { PaneMessage.wrapped($0, to: width) }
    }

    /// The parts on one line, parted by dots: all that at least begin to fit, the last of them cut.
    static func fitting(_ parts: [String], width: Int) -> String {
        var line = ""
        var used = 0
        for part in parts {
            let columns = TextWidth.of(part)
            if used > 0, used + 3 + min(6, columns) > width { break }
            if used > 0 {
                line += " · "
                used += 3
            }
            line += part
            used += columns
        }
        return used > width ? TextWidth.truncated(line, to: max(0, width)) : line
    }

    /// The day of a date in ISO 8601; any other date as it stands.
    static func day(_ date: String) -> String {
        let day = date.prefix(10)
        guard date.utf8.count > 10, day.count == 10,
            date.utf8.dropFirst(10).first.map({ $0 == 0x54 || $0 == 0x20 }) == true,
            day.utf8.enumerated().allSatisfy({ $0 == 4 || $0 == 7 ? $1 == 0x2D : (0x30...0x39).contains($1) })
        else { return date }
        return String(day)
    }

    /// `no quotations`, `1 quotation`, `1,204 words`.
    static func counted(_ count: Int, _ one: String, _ many: String) -> String {
        switch count {
        case 0: "no \(many)"
        case 1: "1 \(one)"
        default: "\(grouped(count)) \(many)"
        }
    }

    /// A count with its thousands parted: `1,204`.
    static func grouped(_ count: Int) -> String {
        var digits = String(count.magnitude)
        var at = digits.count - 3
        while at > 0 {
            digits.insert(",", at: digits.index(digits.startIndex, offsetBy: at))
            at -= 3
        }
        return count < 0 ? "-" + digits : digits
    }
}
